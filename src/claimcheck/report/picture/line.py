"""The number line of a finding: what each source says, hedges as bands and arrows, copies below their origin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from claimcheck.model import NAMING, Claim, Finding
from claimcheck.report import safe
from claimcheck.report.picture import measure
from claimcheck.report.picture.marks import Line, Mark, Setting, listed
from claimcheck.report.picture.scale import scale
from claimcheck.report.values import by_value

ROWS = 10
OF_FACTS = "reference-conflict"  # its first value is that of the reference
OF_DATES = "duration-mismatch"
OPEN_UP = ("more_than", "at_least")
OPEN_DOWN = ("less_than", "at_most")


def of(finding: Finding, setting: Setting) -> Line | None:
    """A line with a mark for each value and source; None where no claim has a value."""
    claims = [claim for claim in measure.alike(finding.claims) if claim.mention.kind not in NAMING]
    if not claims:
        return None
    found = [*_reference(finding, claims), *_rows(claims)]
    reach = [end for mark in found for end in (mark.point, mark.low, mark.high) if end is not None]
    reach += [end for end in (measure.place(end, claims) for end in _open_ends(claims)) if end is not None]
    line = scale(reach)
    if line is None:
        return None
    return Line(measure.unit(claims), line, tuple(found[:ROWS]), max(0, len(found) - ROWS))


def _open_ends(claims: Sequence[Claim]) -> Iterator[Decimal | None]:
    """How far an arrow has to reach: as far as a reader would take it for."""
    for claim in claims:
        if claim.mention.hedge in OPEN_UP:
            yield claim.plausible.high
        elif claim.mention.hedge in OPEN_DOWN:
            yield claim.plausible.low


def _reference(finding: Finding, claims: Sequence[Claim]) -> Iterator[Mark]:
    """What the figures were held against: a reference fact, what dates give, or what can be."""
    found = finding.values[0] if finding.rule == OF_FACTS else finding.held
    if found is not None:
        low, high = (measure.place(end, claims) for end in (found.low, found.high))
        bound = "what the dates give" if finding.rule == OF_DATES else "what can be"
        who = f"reference, {listed(found.sources)}" if found.sources else bound
        yield Mark(safe.line(found.value), who, None, low, high, reference=True)


def _rows(claims: Sequence[Claim]) -> Iterator[Mark]:
    """A mark for each value and source; where these are too many, one for each value."""
    groups = by_value(claims)
    split = [list(part) for group in groups for part in _by_source(group)]
    crowded = len(split) > ROWS
    rows: dict[str, int] = {}
    for number, group in enumerate(groups if crowded else split):
        origin = None if crowded else rows.get(group[0].copy_of or "")
        rows |= {claim.id: number for claim in group}
        yield _mark(group, claims, origin)


def _by_source(group: Sequence[Claim]) -> Iterator[list[Claim]]:
    """The claims of one value by source, copies behind those that they copy."""
    ordered = sorted(group, key=lambda claim: (claim.copy_of is not None, claim.source))
    for _, claims in groupby(ordered, key=lambda claim: claim.source):
        yield list(claims)


def _mark(group: Sequence[Claim], claims: Sequence[Claim], origin: int | None) -> Mark:
    first = group[0]
    low, high = (measure.place(end, claims) for end in (first.value.low, first.value.high))
    hedge = first.mention.hedge
    sources = list(dict.fromkeys(claim.source for claim in group))
    speakers = {claim.speaker for claim in group if claim.speaker}
    who = listed(sources) + (f" ({speakers.pop()})" if len(speakers) == 1 and len(sources) == 1 else "")
    return Mark(
        figure=safe.line(first.mention.surface),
        who=safe.line(who),
        point=_point(first, low, high),
        low=None if hedge in OPEN_DOWN else low,
        high=None if hedge in OPEN_UP else high,
        origin=origin,
    )


def _point(claim: Claim, low: float | None, high: float | None) -> float | None:
    """The figure itself; none for a range."""
    if claim.mention.value is None:
        return None
    if claim.mention.hedge in (*OPEN_UP, "exact"):
        return low
    if claim.mention.hedge in (*OPEN_DOWN, "nearly") or low is None or high is None:
        return high
    return (low + high) / 2
