"""One line a finding, `path:line:col: severity rule message [id]`, for grep and editors."""

from __future__ import annotations

from claimcheck.model import Document, Finding, Report
from claimcheck.report import location, record, safe
from claimcheck.report.look import Look
from claimcheck.report.quote import whole


def check(report: Report, look: Look) -> str:
    """A finding a line, at the place of its primary claim; known ones only where all is wanted."""
    sources = record.documents(report)
    shown = report.findings if look.verbose else report.fresh
    return safe.defuse("".join(_line(item, sources, look) + "\n" for item in shown))


def _line(finding: Finding, sources: dict[str, Document], look: Look) -> str:
    primary = finding.claims[0]
    name = safe.line(look.path(primary.source))
    place = location.pointed(name, sources[primary.source], primary.mention.start)
    return f"{place}: {finding.severity} {finding.rule} {whole(finding)} [{finding.id}]"
