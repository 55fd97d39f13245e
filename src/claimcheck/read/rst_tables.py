"""Tables of reStructuredText: a block for every line of every cell, with its row and column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from claimcheck.model import Span
from claimcheck.read.columns import with_one
from claimcheck.read.rst_lines import Lines
from claimcheck.read.structure import Piece, trimmed

Path = tuple[Span, ...]


def begins(words: str) -> bool:
    """True for the upper border of a simple or a grid table."""
    return bool(_border().fullmatch(words))


def table(text: str, lines: Lines, index: int, stop: int, path: Path) -> tuple[int, list[Piece]]:
    """The index behind the table whose upper border is at `index`, and its cells."""
    grid = text[lines[index].start] == "+"
    end = _end(text, lines, index, stop, grid)
    heads: dict[int, tuple[Span, ...]] = {}
    pieces: list[Piece] = []
    head = _has_head(text, lines, index, end, grid)
    label: Span | None = None
    columns = _columns(text, lines[index].begin, lines[index].end, grid)
    for line in lines[index + 1 : end]:
        border = _border().fullmatch(text, line.start, line.end)
        if border or not line.words:
            label = None
            head = head and not (border and ("=" in border[0]))
            continue
        for number, cell in _cells(text, line.begin, line.end, columns, grid):
            if head:
                heads[number] = with_one(heads.get(number, ()), cell)
            elif number == 0 and (label is None or not grid):
                label = cell
            pieces.append(
                _piece(cell, number, path, None if head else label, () if head else heads.get(number, ()))
            )
    return end, pieces


def list_table(
    text: str, lines: Lines, index: int, end: int, path: Path, options: dict[str, str]
) -> Iterator[Piece]:
    """The cells of the nested list that a list-table holds."""
    heads: dict[int, tuple[Span, ...]] = {}
    rows = int(options["header-rows"]) if options.get("header-rows", "").strip() in tuple("123456789") else 0
    number = -1
    label: Span | None = None
    for line in lines[index:end]:
        found = _list_cell().match(text, line.start, line.end)
        if found and found["row"]:
            rows, number, label = rows - 1, 0, None
        elif found:
            number += 1
        cell = trimmed(text, found.end() if found else line.start, line.end)
        if cell is None or number < 0:
            continue
        if rows >= 0:
            heads[number] = with_one(heads.get(number, ()), cell)
            yield _piece(cell, number, path, None, ())
            continue
        label = label or (cell if number == 0 else None)
        yield _piece(cell, number, path, label, heads.get(number, ()))


def _piece(cell: Span, number: int, path: Path, row: Span | None, column: tuple[Span, ...]) -> Piece:
    return Piece((cell,), "cell", path, row if number else None, column)


def _end(text: str, lines: Lines, index: int, stop: int, grid: bool) -> int:
    """Behind the lower border: of a grid its last line, of a simple table the border before a blank line."""
    at = index + 1
    while at < stop:
        line = lines[at]
        if grid and (not line.words or text[line.start] not in "+|"):
            return at
        closed = (
            not grid
            and _border().fullmatch(text, line.start, line.end)
            and "=" in text[line.start : line.end]
        )
        if closed and (at + 1 >= stop or not lines[at + 1].words):
            return at + 1
        at += 1
    return at


def _has_head(text: str, lines: Lines, index: int, end: int, grid: bool) -> bool:
    inner = lines[index + 1 : end - (not grid)]
    return any(
        "=" in text[line.start : line.end] and _border().fullmatch(text, line.start, line.end)
        for line in inner
    )


def _columns(text: str, begin: int, end: int, grid: bool) -> list[Span]:
    """Where each column lies, counted from the beginning of the line."""
    marks = r"[-=]+" if grid else r"=+"
    return [match.span() for match in re.finditer(marks, text[begin:end])]


def _cells(text: str, begin: int, end: int, columns: list[Span], grid: bool) -> Iterator[tuple[int, Span]]:
    for number, (low, high) in enumerate(columns):
        last = number == len(columns) - 1
        right = end if last and not grid else min(begin + high, end)
        cell = trimmed(text, min(begin + low, end), right) if begin + low < end else None
        if cell and text[cell[0]] != "|":
            yield number, cell


@cache
def _border() -> re.Pattern[str]:
    return re.compile(r"\+(?:[-=]+\+)+|={2,}(?:[ \t]+={2,})+|-{2,}(?:[ \t]+-{2,})+")


@cache
def _list_cell() -> re.Pattern[str]:
    return re.compile(r"(?P<row>[*-][ \t]+)?-(?:[ \t]+|\Z)")
