"""Whose age a number is: the name before it ("Ana Brook, 49,") or behind it ("49-year-old Ana Brook")."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.lexicon import dates
from claimcheck.model import Document, Mention

REACH = 60  # characters in which the name stands


def owner(document: Document, mention: Mention) -> tuple[str, frozenset[str]] | None:
    """Surname and other names, lower case, of the person whose age `mention` is."""
    plain = document.plain
    found = _after().match(plain, mention.number_end, mention.number_end + REACH) or _before_it(
        plain, mention
    )
    if found is None:
        return None
    *others, surname = found["name"].lower().split()
    return None if _is_day(surname) else (surname, frozenset(others))


def _before_it(plain: str, mention: Mention) -> re.Match[str] | None:
    found = _before().search(plain, max(0, mention.start - REACH), mention.start)
    return found if found and _closed(plain, mention) else None


def _is_day(word: str) -> bool:
    return dates.weekday(word) is not None or dates.month(word) is not None


def _closed(plain: str, mention: Mention) -> bool:
    """True where nothing is counted behind the number: a comma, a full stop, a verb of speech."""
    return (
        re.match(r"\s*(?:[,.;)(\n]|-?year|of\b|who\b|was\b|is\b|said\b)", plain[mention.number_end :])
        is not None
    )


@cache
def _before() -> re.Pattern[str]:
    return re.compile(
        r"""
        (?P<name>[A-Z][\w'’-]+(?:\s+[A-Z][\w'’.-]*)*?\s+[A-Z][\w'’-]+|[A-Z][\w'’-]{2,})  # Ana Brook, Brook
        (?:,?\s+(?:Jr|Sr|II|III|IV)\b\.?)?   # Jr.
        \s?,\s*(?:aged?\s+|an?\s+)?$         # , aged
        """,
        re.VERBOSE,
    )


@cache
def _after() -> re.Pattern[str]:
    return re.compile(
        r"""
        (?:\s|-)years?(?:\s|-)old\s+
        (?P<name>[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)*)
        """,
        re.VERBOSE,
    )
