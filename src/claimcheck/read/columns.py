"""The headings of the columns of a table: which rows give them, and how two such rows make one heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import zip_longest

from claimcheck.lexicon.dates import RECENT_YEAR
from claimcheck.model import Span

MOST = 3  # cells that head a column: the uppermost and the two nearest to its figures

Columns = Sequence[tuple[Span, ...]]  # of each column the cells that head it, the upper one first


def heads(rows: Sequence[Sequence[str]]) -> int:
    """How many rows from the first on give headings where nothing but their words shows it, at most two."""
    if not rows or not _heads(rows[0], rows[1] if len(rows) > 1 else ()):
        return 0
    return 2 if len(rows) > 2 and is_second(rows[1]) else 1


def is_second(cells: Sequence[str]) -> bool:
    """True for a row below the headings that says more of the columns and names nothing: "", "£m", "£m"."""
    if not cells:
        return False
    first, *others = (cell.strip() for cell in cells)
    said = [cell for cell in others if cell]
    return not first and bool(said) and not any(map(_has_figure, said))


def joined(above: Columns, below: Sequence[Span | None]) -> list[tuple[Span, ...]]:
    """Columns with one more row of headings."""
    return [with_one(upper or (), lower) for upper, lower in zip_longest(above, below, fillvalue=None)]


def with_one(above: tuple[Span, ...], lower: Span | None) -> tuple[Span, ...]:
    """The cells that head a column with one more below them."""
    cells = (*above, lower) if lower else above
    return cells if len(cells) <= MOST else (cells[0], *cells[1 - MOST :])


def _heads(cells: Sequence[str], below: Sequence[str]) -> bool:
    """True for a row without any figure, and for one of years that the row below has none of."""
    if not any(map(_has_figure, cells)):
        return True
    named = [cell.strip() for cell in cells[1:] if cell.strip()]
    years = [cell for cell in named if _year().match(cell)]
    others = [cell for cell in named if cell not in years]
    return (
        len(set(years)) > 1
        and not any(map(_has_figure, (cells[0], *others)))
        and not any(_year().match(cell.strip()) for cell in below)
    )


def _has_figure(cell: str) -> bool:
    """True for a cell with a digit, but for the thousands that figures are given in: "£'000"."""
    return any(sign.isdigit() for sign in _thousands().sub("", cell))


@cache
def _thousands() -> re.Pattern[str]:
    return re.compile(r"(?<![\d,.])000s?(?!\d)")


@cache
def _year() -> re.Pattern[str]:
    """ "2023", "FY 2023", "2022/23", "2023 (£m)" """
    return re.compile(rf"(?:FY\s?)?{RECENT_YEAR}(?:[/–-](?:{RECENT_YEAR}|\d\d))?\b(?!\s?[\d.,-])")
