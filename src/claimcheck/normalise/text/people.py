"""Names of people in a text, and whom "it" and "she" can mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from claimcheck.lexicon import dates, function_words, happenings
from claimcheck.model import Span
from claimcheck.normalise.text import sentences
from claimcheck.normalise.text.words import content, stem

BEFORE = 400  # characters before a clause in which "he" and "it" are named


def full_names(plain: str, span: Span) -> Iterator[str]:
    """The last two words of each name of several words."""
    return (" ".join(words[-2:]) for words in names(plain, span))


def names(plain: str, span: Span) -> Iterator[list[str]]:
    """The words of each name of several words in lower case, but for "Tom Brook's"."""
    for match in _full_name().finditer(plain, *span):
        words = match.group().lower().split()
        if not set(words[-2:]) & (function_words.words() | of_time()):
            yield words


def backwards(plain: str, start: int) -> Iterator[str]:
    """The sentences before a place, the nearest first."""
    spans = sentences.split(plain, (max(0, start - BEFORE), start))
    return (plain[slice(*span)] for span in reversed(spans))


def thing(plain: str, start: int) -> str:
    """What "it" or "she" of a clause can mean: the first full name of the last sentence with a name."""
    for sentence in backwards(plain, start):
        full = next(full_names(sentence, (0, len(sentence))), "")
        if full or capital().search(sentence.lstrip(), 1):
            return full
    return ""


def named_before(plain: str, end: int) -> frozenset[str]:
    """The names of the sentences before."""
    found = (match.group().lower() for match in capital().finditer(plain, max(0, end - BEFORE), end))
    return frozenset(content([stem(word) for word in found])) - of_time()


@cache
def of_time() -> frozenset[str]:
    """Words of times, and others that say nothing of what happened, with their stems."""
    names = {*dates.months(), *dates.table().weekdays, *dates.table().zones, *happenings.table().silent}
    return frozenset({*names, *map(stem, names)})


# --- patterns --------------------------------------------------------------------------------------------


@cache
def capital() -> re.Pattern[str]:
    """Finds a word with a capital."""
    return re.compile(r"\b[A-Z][^\W\d_]+")


@cache
def _full_name() -> re.Pattern[str]:
    return re.compile(r"\b(?>[A-Z][^\W\d_]+(?:\s(?:[A-Z]\.\s)?[A-Z][^\W\d_]+)+)(?!['’]s)")
