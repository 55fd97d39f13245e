"""Blocks and rows of bare numbers: readings, printed tables, dumps; nothing says what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from claimcheck.extract.number import Number
from claimcheck.lexicon import units
from claimcheck.model import Masked

_FEWEST = 50  # numbers; shorter stretches are read like any other
_LETTERS = 4  # a number in prose comes with more than that
_ROW = 4  # numbers with white space alone between them, or a unit at most
_COLUMNS = 2  # wide gaps among them where units stand between


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
    """Figures of a printed table: "Imports 30 30 28 28", "30-89 days  5.92 pct  5.83 pct  90-100 days".

    "+44 20 7946 0018" is a telephone number, and a list may give a thing a line: "2 eggs", "3 apples".
    """
    row: list[Number] = []
    for number in numbers:
        if row and (number.form != "digits" or not _is_gap(low, row[-1].end, number.start)):
            yield from row if _is_row(low, row) else ()
            row = []
        if number.form == "digits" and (row or low[number.start - 1 : number.start] not in ("+", "(")):
            row.append(number)
    yield from row if _is_row(low, row) else ()


def _is_row(low: str, row: Sequence[Number]) -> bool:
    if len(row) < _ROW:
        return False
    gaps = [low[one.end : other.start] for one, other in pairwise(row)]
    return all(map(str.isspace, gaps)) or sum("  " in gap or "\t" in gap for gap in gaps) >= _COLUMNS


def _is_gap(low: str, start: int, end: int) -> bool:
    found = _gap().fullmatch(low, start, end)
    word = found["unit"] if found else None
    return found is not None and (word is None or word in units.by_word() or word in units.by_symbol())


@cache
def _gap() -> re.Pattern[str]:
    """White space, the dash of a range, or a unit at the end of a column or a line."""
    return re.compile(r"\s+|[-–]|\s?(?P<unit>[^\W\d]{1,9})(?:[ \t]{2,}|\s*\n\s*)")
