"""A figure that moved over time, as steps."""

from __future__ import annotations

from claimcheck.model import NAMING, Claim, Finding
from claimcheck.report import safe
from claimcheck.report.picture import line, measure
from claimcheck.report.picture.marks import Setting, Step, Steps
from claimcheck.report.picture.scale import scale

MOST = 8  # steps that can be told apart


def of(finding: Finding, setting: Setting) -> Steps | None:
    """A step for each value in the order of the finding; None where there is one only, or no order to be seen."""
    claims = [claim for claim in measure.alike(finding.claims) if claim.mention.kind not in NAMING]
    steps: list[Step] = []
    for claim in claims:
        value = _value(claim, claims)
        if value is not None and (not steps or steps[-1].value != value):
            steps.append(_step(claim, value, setting))
    span = scale([step.value for step in steps])
    return Steps(span, tuple(steps)) if span and 1 < len(steps) <= MOST else None


def _value(claim: Claim, claims: list[Claim]) -> float | None:
    low, high = (measure.place(end, claims) for end in (claim.value.low, claim.value.high))
    if claim.mention.hedge in line.OPEN_UP or high is None:
        return low
    return high if low is None else (low + high) / 2


def _step(claim: Claim, value: float, setting: Setting) -> Step:
    day = setting.documents[claim.source].date
    when = day.isoformat() if day else claim.period.text if claim.period else ""
    return Step(safe.line(claim.mention.surface), value, safe.line(when), safe.line(claim.source))
