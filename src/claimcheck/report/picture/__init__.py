"""What the picture of a finding shows, whoever draws it: a page or a terminal."""

from __future__ import annotations

from claimcheck.model import Finding
from claimcheck.report.picture import copying, line, moves, shares, stack
from claimcheck.report.picture.marks import Picture, Setting

OF_RULES = {
    "total-mismatch": stack.of,
    "share-mismatch": shares.of,
    "update": moves.of,
    "copied-source": copying.of,
}


def of(finding: Finding, setting: Setting) -> Picture | None:
    """The picture that fits a finding; None where nothing in it can be drawn."""
    draw = OF_RULES.get(finding.rule)
    special = draw(finding, setting) if draw else None
    return special or line.of(finding, setting)
