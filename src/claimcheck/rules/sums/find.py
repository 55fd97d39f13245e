"""All sums of one document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model import Document
from claimcheck.rules.lines import Line, follows
from claimcheck.rules.sums import (
    among,
    ballots,
    closing,
    concluded,
    dwellers,
    each,
    labelled,
    moves,
    opened,
    others,
    partial,
    percents,
    remainder,
    results,
    sentences,
    tables,
    taken,
)
from claimcheck.rules.sums.part import Sum

BACK = 20  # sentences from whose figures a total may be concluded
PROSE = ("paragraph", "quote", "item", "caption", "heading")


def sums_of(document: Document, found: Sequence[Line]) -> Iterator[tuple[Line, Sum]]:
    """Every total with its parts, and the line where the parts stand; the surest way of writing first."""
    yield from tables.find(document, found)
    before: Line | None = None
    for index, line in enumerate(found):
        if line.block.kind in PROSE:
            earlier = found[max(0, index - BACK) : index]
            yield from ((line, sum_) for sum_ in taken.find(line, earlier))
            yield from ((line, sum_) for sum_ in ballots.find(line, earlier))
            yield from ((line, sum_) for sum_ in labelled.find(line, earlier))
            yield from ((line, sum_) for sum_ in _of_line(line, before))
            yield from ((line, sum_) for sum_ in concluded.find(line, earlier))
        before = line


def _of_line(line: Line, before: Line | None) -> Iterator[Sum]:
    earlier = before if before is not None and follows(before, line) else None
    if len(line.marks) > 1 or _labelled(line):
        yield from opened.find(line)
    if len(line.marks) > 1:
        yield from partial.find(line)
        yield from others.find(line)
        yield from among.find(line)
        yield from each.find(line, earlier)
        yield from moves.find(line)
        yield from results.find(line)
        yield from sentences.find(line, earlier)
    yield from remainder.find(line, earlier)
    yield from closing.find(line, earlier)
    yield from percents.find(line, earlier)
    yield from dwellers.find(line, earlier)


def _labelled(line: Line) -> bool:
    """True for one claim before numbers that are names to the extractor: "45 seats: Greens 15, Labour 30"."""
    return bool(line.marks) and any(mark in line.after(0) for mark in ":–(")
