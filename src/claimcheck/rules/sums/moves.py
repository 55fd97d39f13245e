"""What a figure rose or fell by in its own unit: "rose from 65 to 125, an increase of 60"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules import amounts
from claimcheck.rules.lines import Line
from claimcheck.rules.shares import change
from claimcheck.rules.shares.part import Change
from claimcheck.rules.sums.part import Sum, part


def find(line: Line) -> Iterator[Sum]:
    """The smaller end and the change as parts of the larger end."""
    for moved in change.find(line):
        sum_ = _sum(moved)
        if sum_ is not None:
            yield sum_


def _sum(moved: Change) -> Sum | None:
    by, before, after = moved.by, moved.before, moved.after
    if by is None or before.id == after.id or by.mention.value is None:
        return None
    same = by.mention.kind == before.mention.kind and by.mention.unit == before.mention.unit
    if not same or by.mention.kind in ("percent", "share") or not moved.direction:
        return None
    small, large = (before, after) if moved.direction > 0 else (after, before)
    if amounts.of(small).value > amounts.of(large).value:
        return None  # the wrong direction is said by another rule
    return Sum(large, (part(small), part(by)), "closed", moved.word, 0.8)
