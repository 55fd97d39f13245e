"""Blocks and rows of bare numbers: readings, printed tables, dumps; nothing says what they count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.extract.number import Number
from claimcheck.model import Masked

_FEWEST = 50  # numbers; shorter stretches are read like any other
_LETTERS = 4  # a number in prose comes with more than that
_ROW = 4  # numbers with white space alone between them


def grid_mask(low: str, start: int, end: int, numbers: Sequence[Number]) -> dict[int, Masked]:
    """By offset: the numbers of the block `start`:`end` of a lower-case text that hardly a word stands between."""
    if len(numbers) < _ROW:
        return {}
    found = numbers if _is_grid(low, start, end, numbers) else _rows(low, numbers)
    return {number.start: Masked(number.start, number.end, "grid") for number in found}


def _is_grid(low: str, start: int, end: int, numbers: Sequence[Number]) -> bool:
    if len(numbers) < _FEWEST:
        return False
    taken = sum(number.end - number.start for number in numbers if low[number.start].isalpha())
    return sum(map(str.isalpha, low[start:end])) - taken < _LETTERS * len(numbers)


def _rows(low: str, numbers: Sequence[Number]) -> Iterator[Number]:
    """ "Imports 30 30 28 28": figures of a printed table; "+44 20 7946 0018" is a telephone number."""
    row: list[Number] = []
    for number in numbers:
        if row and (number.form != "digits" or not low[row[-1].end : number.start].isspace()):
            yield from row if len(row) >= _ROW else ()
            row = []
        if number.form == "digits" and (row or low[number.start - 1 : number.start] not in ("+", "(")):
            row.append(number)
    yield from row if len(row) >= _ROW else ()
