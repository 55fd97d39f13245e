"""The names by which parts of the page link to each other."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.model import SEVERITIES, Field, Finding, Report
from claimcheck.report.html.size import Cut

OF_TEXTS = frozenset({"copied-source", "parallel-texts"})  # speak of texts, not of a fact


class Anchors(NamedTuple):
    """What there is to link to: claims in their texts, rows of the table, and the gravest finding of each claim."""

    claims: dict[str, str]  # id of the claim -> name on the page
    fields: dict[str, str]  # id of the claim -> name of its row
    findings: dict[str, Finding]  # id of the claim -> the gravest finding that speaks of it


def anchors(report: Report, cut: Cut) -> Anchors:
    """The names of all that will be on a page."""
    worst: dict[str, Finding] = {}
    for finding in sorted(report.findings, key=lambda each: SEVERITIES.index(each.severity)):
        if finding.rule not in OF_TEXTS:
            for claim in finding.claims:
                worst.setdefault(claim.id, finding)
    shown = [claim.id for claim in report.claims if not cut.findings or claim.id in worst]
    rows = {
        claim.id: f"f{number}"
        for number, item in enumerate(report.fields)
        if has_row(item, worst, cut)
        for claim in item.claims
    }
    return Anchors({id_: f"c{number}" for number, id_ in enumerate(shown)}, rows, worst)


def has_row(item: Field, worst: dict[str, Finding], cut: Cut) -> bool:
    """True for a field that the table shows."""
    return not cut.compared or len(item.claims) > 1 or item.claims[0].id in worst


def of_finding(finding: Finding) -> str:
    """The name of a finding, the same in every report."""
    return f"finding-{finding.id}"
