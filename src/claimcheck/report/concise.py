"""One line a finding, `path:line:col: severity rule message [id]`, for grep and editors."""

from __future__ import annotations

from claimcheck.model import Document, Finding, Report
from claimcheck.report import location, locked, record, safe
from claimcheck.report.look import Look
from claimcheck.report.quote import whole
from claimcheck.resolved import Resolved


def check(report: Report, look: Look) -> str:
    """A finding a line, at the place of its primary claim; known ones only where all is wanted."""
    sources = record.documents(report)
    shown = report.findings if look.verbose else report.fresh
    lines = [_line(item, sources, look) for item in shown]
    lines += [_resolved(item, look) for item in locked.failing(report, look)]
    return safe.defuse("".join(f"{line}\n" for line in lines))


def _resolved(item: Resolved, look: Look) -> str:
    return f"{locked.shown(look)}:{item.line}: error {locked.RULE} {locked.said(item)} [{safe.line(item.id)}]"


def _line(finding: Finding, sources: dict[str, Document], look: Look) -> str:
    primary = finding.claims[0]
    name = safe.line(look.path(primary.source))
    place = location.pointed(name, sources[primary.source], primary.mention.start)
    return f"{place}: {finding.severity} {finding.rule} {whole(finding)} [{finding.id}]"
