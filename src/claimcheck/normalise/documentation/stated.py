"""Which particulars a figure is of, by the words beside it and near it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claimcheck.lexicon import particulars
from claimcheck.lexicon.particulars import Particular, phrases
from claimcheck.model import Span
from claimcheck.normalise.documentation import nearby
from claimcheck.normalise.documentation.nearby import Spot


class Stated(NamedTuple):
    """A particular, how surely it is meant, and for whom or when it holds."""

    row: Particular
    sure: tuple[int, bool]  # how many groups stand in its own clause, and whether the first does
    beside: str  # its clause and labels, in lower case
    near: str  # also its sentence, the one before and the heading


def stated(kind: str, spot: Spot, alike: Iterable[Span], others: Iterable[Span]) -> Iterator[Stated]:
    """The rows each group of which has a word near a figure, and one of them beside it; see `nearby.clause`."""
    clause, label = nearby.clause(spot, alike, others).lower(), nearby.label(spot).lower()
    beside = f"{label} | {clause}"
    near = f"{nearby.around(spot)} | {beside}".lower()
    own = beside if spot.block.kind == "cell" else clause
    for row in particulars.rows(kind, re.findall(r"[^\W_]+", near)):
        said = [phrases(group).search(own) is not None for group in row.said]
        if not (any(said) or all(phrases(group).search(label) for group in row.said)):
            continue
        other = phrases((*particulars.table().other, *row.other)).search(beside)
        if other is None and all(phrases(group).search(near) for group in row.said):
            yield Stated(row, (sum(said), said[0]), beside, near)
