"""A share as it is said, and as the figures beside it give it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from claimcheck.model import Claim, Finding
from claimcheck.report.picture import line, measure
from claimcheck.report.picture.marks import Line, Mark, Setting
from claimcheck.report.picture.scale import scale

GIVEN = re.compile(r"the figures give (?P<real>-?\d+(?:\.\d+)?) (?:percent|times)")
NEAR = 0.05  # what the words of a finding are rounded by


def of(finding: Finding, setting: Setting) -> Line | None:
    """The number line of the share, with what the figures give as a reference; None where that is not clear."""
    drawn, given = line.of(finding, setting), _given(finding)
    if drawn is None or given is None:
        return None
    figure = f"{given:,.1f}".removesuffix(".0") + ("%" if drawn.unit == "%" else "")
    real = Mark(figure, "what the figures give", given, given, given, reference=True)
    ends = [given, *(end for mark in drawn.marks for end in (mark.low, mark.high) if end is not None)]
    room = scale(ends, from_zero=True)
    return msgspec.structs.replace(drawn, scale=room, marks=(real, *drawn.marks)) if room else None


def _given(finding: Finding) -> float | None:
    """The share that the claims give, if it is the one that the finding speaks of."""
    said = next((hit for why in finding.why if (hit := GIVEN.match(why))), None)
    if said is None:
        return None
    real = float(said["real"])
    close = (abs(each - real) <= abs(real) * NEAR + NEAR for each in _candidates(finding.claims))
    return real if any(close) else None


def _candidates(claims: tuple[Claim, ...]) -> Iterator[float]:
    """What three claims may be meant to give: part of a whole, a change, a multiple."""
    if len(claims) < 3:
        return
    first, second = (_value(claim) for claim in claims[1:3])
    if first and second:
        yield from (100 * first / second, 100 * (second / first - 1), first / second)


def _value(claim: Claim) -> float | None:
    """The figure as written, in the unit that all of its kind share."""
    mention = claim.mention
    known = [end for end in (mention.value, mention.low, mention.high) if end is not None]
    return measure.place(claim.value.high or claim.value.low, [claim]) if known else None
