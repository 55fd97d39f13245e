"""Tables with a row or column of totals, and lists whose last item is the total."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

import msgspec

from claimcheck.lexicon import sums
from claimcheck.lexicon.patterns import alternatives, whole
from claimcheck.model import Block, Claim, Document
from claimcheck.rules import amounts
from claimcheck.rules.amounts import Amount
from claimcheck.rules.lines import ADDABLE, Line
from claimcheck.rules.sums.part import Sum, added, part
from claimcheck.rules.sums.related import measures_alike

HUNDRED = Decimal(100)
FAR = Decimal("0.5")  # a column that misses its total by more is no sum, unless others of the table are
NOTHING = frozenset({"", "-", "–", "—", "0", "n/a", "none", "."})


class Cell(msgspec.Struct, frozen=True):
    """A cell of a table: its labels, and the line of its figure if it holds just one."""

    block: Block
    line: Line | None
    text: str


def find(document: Document, found: Sequence[Line]) -> Iterator[tuple[Line, Sum]]:
    """All totals of tables and lists with what they add up."""
    at = {
        line.block.start: line
        for line in found
        if line.block.kind in ("cell", "item") and len(line.marks) == 1
    }
    if not any(line.marks[0].letter in ADDABLE + "p" for line in at.values()):
        return
    for cells in _runs(document, at, "cell"):
        for axis in ("column", "row"):
            yield from _totals(_series(cells, axis))
    for items in _runs(document, at, "item"):
        yield from _totals([items])


def _runs(document: Document, at: dict[int, Line], kind: str) -> Iterator[list[Cell]]:
    """The cells of each table, the items of each list."""
    run: list[Cell] = []
    for block in document.blocks:
        apart = run and _gap().search(document.text, run[-1].block.end, block.start)
        if run and (block.kind != kind or (apart and kind == "cell")):
            yield run
            run = []
        if block.kind == kind:
            text = " ".join(document.plain[block.start : block.end].split()).lower()
            run.append(Cell(block, at.get(block.start), text))
    if run:
        yield run


def _series(cells: Sequence[Cell], axis: str) -> list[list[Cell]]:
    """The cells of a table by column or by row."""
    found: dict[str, list[Cell]] = {}
    for cell in cells:
        label = getattr(cell.block, axis)
        if label is not None:
            found.setdefault(label, []).append(cell)
    return [series for label, series in found.items() if not _other().search(label.lower())]


# --- one series: its cells in order, one of them the total -----------------------------------------------


def _totals(series: Sequence[Sequence[Cell]]) -> Iterator[tuple[Line, Sum]]:
    read = [found for cells in series if (found := _sum(cells)) is not None]
    right = [added(sum_.parts).meets(sum_.target) for _, sum_ in read]
    for (line, sum_), fits in zip(read, right, strict=True):
        if not fits and (any(right) or _near(sum_)):
            yield line, sum_


def _near(sum_: Sum) -> bool:
    made, target = added(sum_.parts).value, sum_.target.value
    return abs(made - target) <= FAR * max(made, target)


def _sum(cells: Sequence[Cell]) -> tuple[Line, Sum] | None:
    total = [index for index, cell in enumerate(cells) if _is_total(cell)]
    if len(total) != 1 or total[0] not in (0, len(cells) - 1) or any(_is_other(cell) for cell in cells):
        return None
    line = cells[total[0]].line
    rest = [cell for index, cell in enumerate(cells) if index != total[0]]
    claims = [cell.line.marks[0].claim for cell in rest if cell.line is not None]
    if line is None or len(claims) < 2 or any(c.line is None and c.text not in NOTHING for c in rest):
        return None
    mark = line.marks[0]
    if not all(measures_alike(claim, mark.claim) for claim in claims) or mark.letter not in ADDABLE + "p":
        return None
    return _checked(line, mark.claim, claims)


def _checked(line: Line, total: Claim, claims: list[Claim]) -> tuple[Line, Sum] | None:
    whole = None
    if total.mention.kind == "percent":
        if total.mention.value != HUNDRED:
            return None
        room = sum((amounts.rounding(claim.mention) for claim in claims), Decimal(0))
        whole = Amount(HUNDRED, below=room, above=room)
    parts = tuple(map(part, claims))
    return line, Sum(total, parts, "closed", "a total of a table or list", 0.85, whole=whole)


def _is_total(cell: Cell) -> bool:
    """True where the row, the column or the item says total."""
    labels = (cell.block.row, cell.block.column) if cell.block.kind == "cell" else (cell.text,)
    return any(label is not None and _total().match(label.lower()) for label in labels)


def _is_other(cell: Cell) -> bool:
    labels = (cell.block.row, cell.block.column) if cell.block.kind == "cell" else (cell.text,)
    return any(label is not None and _other().search(label.lower()) for label in labels)


@cache
def _total() -> re.Pattern[str]:
    return re.compile(rf"\W*{alternatives(sums.table().tables.total)}\b")


@cache
def _other() -> re.Pattern[str]:
    return whole(sums.table().tables.other)


@cache
def _gap() -> re.Pattern[str]:
    return re.compile(r"\n[ \t]*\n")
