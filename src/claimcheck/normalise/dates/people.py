"""Whom a sentence speaks of: full names, and those that "he", "she" and "it" can mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from claimcheck.lexicon import durations, function_words, happenings
from claimcheck.normalise import sentences
from claimcheck.normalise.dates.clauses import Span, Word
from claimcheck.normalise.dates.wording import of_time
from claimcheck.normalise.words import content, stem

BEFORE = 400  # characters before a clause in which "he" and "it" are named


def subject(plain: str, span: Span, event: Word) -> str:
    """The full name that a sentence gives first before its event, or behind one that opens it."""
    fronted = not plain[span[0] : event.start].strip()
    return next(full_names(plain, (event.end, span[1]) if fronted else (span[0], event.start)), "")


def full_names(plain: str, span: Span) -> Iterator[str]:
    """The last two words of each name of several words."""
    return (" ".join(words[-2:]) for words in names(plain, span))


def names(plain: str, span: Span) -> Iterator[list[str]]:
    """The words of each name of several words in lower case, but for "Tom Brook's"."""
    for match in _full_name().finditer(plain, *span):
        words = match.group().lower().split()
        if not set(words[-2:]) & (function_words.words() | of_time()):
            yield words


def person(plain: str, before: Sequence[Word]) -> str:
    """Whom "he" or "she" before a verb means: the first name of the last sentence with a name."""
    alone = not any(word.capital for word in before[1:])
    if not alone or happenings.table().persons.isdisjoint(word.low for word in before):
        return ""
    told = map(_first_name, _backwards(plain, before[0].start))
    return next((name for name in told if name is not None), "")


def _backwards(plain: str, start: int) -> Iterator[str]:
    """The sentences before a place, the nearest first."""
    spans = sentences.split(plain, (max(0, start - BEFORE), start))
    return (plain[slice(*span)] for span in reversed(spans))


def thing(plain: str, start: int) -> str:
    """What "it" or "she" of a clause can mean: the first full name of the last sentence with a name."""
    for sentence in _backwards(plain, start):
        full = next(full_names(sentence, (0, len(sentence))), "")
        if full or _capital().search(sentence.lstrip(), 1):
            return full
    return ""


def _first_name(text: str) -> str | None:
    """The first full name of a sentence, else its first name; empty for "Brook's", None without any."""
    full = next(full_names(text, (0, len(text))), "")
    names = (match for match in _capital().finditer(text) if content([match.group().lower()]))
    first = next((match for match in names if match.group().lower() not in of_time()), None)
    if full or first is None:
        return full or None
    return "" if text.startswith(("'", "’"), first.end()) else first.group().lower()


def kin(whole: Sequence[Word], event: Word) -> frozenset[str]:
    """The words for relatives before an event."""
    return frozenset(word.low for word in whole if word.start < event.start).intersection(
        durations.table().kin
    )


def named_before(plain: str, end: int) -> frozenset[str]:
    """The names of the sentences before."""
    found = (match.group().lower() for match in _capital().finditer(plain, max(0, end - BEFORE), end))
    return frozenset(content([stem(word) for word in found])) - of_time()


# --- patterns --------------------------------------------------------------------------------------------


@cache
def _capital() -> re.Pattern[str]:
    return re.compile(r"\b[A-Z][^\W\d_]+")


@cache
def _full_name() -> re.Pattern[str]:
    return re.compile(r"\b(?>[A-Z][^\W\d_]+(?:\s(?:[A-Z]\.\s)?[A-Z][^\W\d_]+)+)(?!['’]s)")
