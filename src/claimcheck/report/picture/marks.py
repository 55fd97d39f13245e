"""The parts of pictures: marks on a number line, a stack of parts, steps over time, copied passages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec

from claimcheck.model import Report
from claimcheck.report import record
from claimcheck.report.picture.scale import Scale
from claimcheck.report.record import Documents


class Setting(NamedTuple):
    """What pictures need to know beside the finding: the documents, and the source of every claim by its id."""

    documents: Documents
    homes: Mapping[str, str]


def setting(report: Report) -> Setting:
    """The setting of all findings of a report."""
    return Setting(record.documents(report), {claim.id: claim.source for claim in report.claims})


class Mark(msgspec.Struct, frozen=True):
    """A value on a number line: a point, a band around or beside it, or an arrow where an end is open."""

    figure: str  # as written
    who: str
    point: float | None
    low: float | None  # None: it goes on to the left without end
    high: float | None
    origin: int | None = None  # row of the mark that this one copies
    reference: bool = False

    @property
    def is_band(self) -> bool:
        """True where more than one value is meant."""
        return self.low is None or self.high is None or self.low < self.high


class Line(msgspec.Struct, frozen=True):
    """A number line with a row for each value and source."""

    unit: str
    scale: Scale
    marks: tuple[Mark, ...]
    more: int = 0  # marks that found no room


class Stack(msgspec.Struct, frozen=True):
    """Parts laid end to end below their total."""

    unit: str
    scale: Scale
    total: Mark
    parts: tuple[tuple[str, float], ...]

    @property
    def made(self) -> float:
        """What the parts come to."""
        return sum(amount for _, amount in self.parts)


class Step(msgspec.Struct, frozen=True):
    """A value that held from one text to the next."""

    figure: str
    value: float
    when: str
    who: str


class Steps(msgspec.Struct, frozen=True):
    """A figure that moved over time, in the order of time."""

    scale: Scale
    steps: tuple[Step, ...]


class Copying(msgspec.Struct, frozen=True):
    """Texts that repeat figures of others word for word: from, to, how many."""

    pairs: tuple[tuple[str, str, int], ...]


Picture = Line | Stack | Steps | Copying


def listed(names: Sequence[str], most: int = 3) -> str:
    """Names for a label, cut off where they are many."""
    shown = ", ".join(names[:most])
    return f"{shown} and {len(names) - most} more" if len(names) > most else shown
