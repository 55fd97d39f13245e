"""A total and the parts that do not make it, laid end to end."""

from __future__ import annotations

from claimcheck.model import Finding
from claimcheck.report import safe
from claimcheck.report.picture.marks import Mark, Setting, Stack
from claimcheck.report.picture.scale import scale


def of(finding: Finding, setting: Setting) -> Stack | None:
    """The parts as the rule added them up, against the total; None where it did not."""
    total = finding.claims[0].mention
    if not finding.addends or total.value is None:
        return None
    parts = tuple((safe.line(part.words), float(part.amount)) for part in finding.addends)
    whole = float(total.value)
    line = scale(
        [whole, sum(amount for _, amount in parts), *(amount for _, amount in parts)], from_zero=True
    )
    mark = Mark(safe.line(total.surface), safe.line(total.source), whole, whole, whole)
    return Stack(total.unit or "", line, mark, parts) if line else None
