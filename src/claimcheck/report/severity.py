"""Which fields a finding speaks of, and how bad it is."""

from __future__ import annotations

from claimcheck.model import SEVERITIES, Report, Severity

Worst = dict[str, Severity]


def worst(report: Report) -> Worst:
    """The gravest severity by field id; fields without a finding are absent."""
    found: Worst = {}
    for finding in sorted(report.findings, key=lambda f: SEVERITIES.index(f.severity)):
        found.setdefault(finding.field_id, finding.severity)
    return found
