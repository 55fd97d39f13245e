"""Tables of values with separators: each cell is a block, named by its row and by the header of its column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from claimcheck.model import Span
from claimcheck.read import inline
from claimcheck.read.columns import Columns, heads, joined
from claimcheck.read.structure import Parsed, Piece, finish, trimmed
from claimcheck.read.unreadable import UnreadableError

SEPARATORS = ",;\t|"
SAMPLE = 20  # rows that show which separator is used
WIDEST = (
    16_384  # cells in a row: as many as spreadsheets have columns; in wider ones machines keep their data
)

Row = list[Span]  # of the cells, without their quotation marks


def read(text: str) -> Parsed:
    """The cells of a table; a first row without any figure is its header. Raises UnreadableError for a wide one."""
    separator = _separator(text)
    rows = list(_rows(text, separator))
    if any(len(row) > WIDEST for row in rows):
        raise UnreadableError(f"a row of more than {WIDEST:,} cells")
    headings = heads([[text[slice(*cell)] for cell in row] for row in rows[:3]])
    pieces: list[Piece] = []
    columns: Columns = ()
    for number, row in enumerate(rows):
        header = number < headings
        pieces += _pieces(text, row, () if header else columns, header)
        columns = joined(columns, row) if header else columns
    plain, blocks = finish(text, pieces, inline.addresses)
    return Parsed(plain, blocks)


def _pieces(text: str, row: Row, columns: Columns, header: bool) -> Iterator[Piece]:
    label = next((words for cell in row if (words := trimmed(text, *cell))), None)
    named = None if header or label is None or _figure().match(text, *label) else label
    for number, cell in enumerate(row):
        words = trimmed(text, *cell)
        if words:
            column = columns[number] if number < len(columns) else ()
            yield Piece((words,), "cell", (), named if words != label else None, column)


def _rows(text: str, separator: str) -> Iterator[Row]:
    """The cells of every row that has any; ends within one that is too wide."""
    row: Row = []
    for found in _cell(separator).finditer(text):
        row.append(found.span("quoted") if found["quoted"] is not None else found.span("bare"))
        if found["end"] != separator:
            if any(start < end for start, end in row):
                yield row
            row = []
        elif len(row) > WIDEST:
            yield row
            return


def _separator(text: str) -> str:
    """The separator that gives the most rows as many cells as the first one has."""
    return max(SEPARATORS, key=lambda separator: _regular(text, separator))


def _regular(text: str, separator: str) -> int:
    rows = [len(row) for row in islice(_rows(text, separator), SAMPLE)]
    return rows[0] * rows.count(rows[0]) if rows and rows[0] > 1 else 0


@cache
def _cell(separator: str) -> re.Pattern[str]:
    end = re.escape(separator)
    return re.compile(
        rf"""(?x)
        (?:[ ]*"(?P<quoted>(?:[^"]|"")*+)"[^\r\n{end}]*  |  (?P<bare>[^\r\n{end}]*))
        (?P<end>{end}|\r\n?|\n|\Z)
        """
    )


@cache
def _figure() -> re.Pattern[str]:
    return re.compile(r"[-+$€£]?\s?\d")
