"""Blocks of bare numbers: lists of readings, printed tables, dumps; nothing says what they count."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.number import Number
from claimcheck.model import Masked

_FEWEST = 50  # numbers; shorter stretches are read like any other
_LETTERS = 4  # a number in prose comes with more than that


def grid_mask(low: str, start: int, end: int, numbers: Sequence[Number]) -> list[Masked]:
    """All numbers of the block `start`:`end` of a lower-case text, masked, if hardly a word stands between them."""
    if len(numbers) < _FEWEST:
        return []
    taken = sum(number.end - number.start for number in numbers if low[number.start].isalpha())
    letters = sum(map(str.isalpha, low[start:end])) - taken
    if letters >= _LETTERS * len(numbers):
        return []
    return [Masked(number.start, number.end, "grid") for number in numbers]
