"""Whom a sentence speaks of: full names, and those that "he", "she" and "it" can mean."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.lexicon import durations, grammar
from claimcheck.model import Span
from claimcheck.normalise.dates.clauses import Word
from claimcheck.normalise.text import people
from claimcheck.normalise.text.words import content


def subject(plain: str, span: Span, event: Word) -> str:
    """The full name that a sentence gives first before its event, or behind one that opens it."""
    fronted = not plain[span[0] : event.start].strip()
    return next(people.full_names(plain, (event.end, span[1]) if fronted else (span[0], event.start)), "")


def person(plain: str, before: Sequence[Word]) -> str:
    """Whom "he" or "she" before a verb means: the first name of the last sentence with a name."""
    alone = not any(word.capital for word in before[1:])
    if not alone or grammar.words("one_person").isdisjoint(word.low for word in before):
        return ""
    told = map(_first_name, people.backwards(plain, before[0].start))
    return next((name for name in told if name is not None), "")


def _first_name(text: str) -> str | None:
    """The first full name of a sentence, else its first name; empty for "Brook's", None without any."""
    full = next(people.full_names(text, (0, len(text))), "")
    names = (match for match in people.capital().finditer(text) if content([match.group().lower()]))
    first = next((match for match in names if match.group().lower() not in people.of_time()), None)
    if full or first is None:
        return full or None
    return "" if text.startswith(("'", "’"), first.end()) else first.group().lower()


def kin(whole: Sequence[Word], event: Word) -> frozenset[str]:
    """The words for relatives before an event."""
    return frozenset(word.low for word in whole if word.start < event.start).intersection(
        durations.table().kin
    )
