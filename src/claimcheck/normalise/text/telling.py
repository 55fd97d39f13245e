"""Words that say what a figure is a figure of: no numbers, units, sums of money, days or months."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from claimcheck.lexicon import measured, money, numbers, units
from claimcheck.normalise.text.stories import calendar
from claimcheck.normalise.text.words import content, stem


def telling(stems: Iterable[str]) -> frozenset[str]:
    """The content stems among `stems` that name a thing."""
    return frozenset(content([*stems])) - _measuring()


@lru_cache(maxsize=10_000)
def of(text: str) -> frozenset[str]:
    """The telling stems of a label or a heading."""
    return within(text)


@lru_cache(maxsize=64)
def throughout(text: str) -> frozenset[str]:
    """The telling stems of a whole document."""
    return within(text)


def within(text: str) -> frozenset[str]:
    """The telling stems of a stretch of text."""
    return telling(stem(word) for word in re.findall(r"[^\W\d_]+", text.lower()))


@cache
def _measuring() -> frozenset[str]:
    """Stems of what stands in a figure itself, of the calendar, and of labels that name nothing."""
    forms = (*numbers.words(), *units.by_word(), *units.by_symbol(), *money.by_word())
    words = {word.lower() for form in forms for word in re.findall(r"[^\W\d_]+", form)}
    return frozenset(map(stem, (*words, *measured.table().generic))) | calendar()
