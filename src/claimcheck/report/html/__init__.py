"""The report to look at: one page that needs nothing but itself, for a mail or a folder."""

from __future__ import annotations

from claimcheck.model import Report
from claimcheck.report import locked, safe, words
from claimcheck.report.html import coverage, documents, fields, findings, frame, size
from claimcheck.report.html.anchors import anchors
from claimcheck.report.look import Look


def check(report: Report, look: Look) -> str:
    """The whole page: findings, the table of fields, the texts, and what was not compared."""
    cut = size.cut(report)
    names = anchors(report, cut)
    shown = findings.ordered(report)
    page = frame.render(
        title=f"claimcheck: {words.verdict(report)}",
        verdict=words.verdict(report),
        coverage=report.coverage,
        sources=len(report.documents),
        tally=[(severity, count) for severity, count in words.tally(report.fresh).items() if count],
        lead=[findings.headline(item) for item in shown[: findings.LEAD]],
        findings_more=max(0, len(shown) - findings.LEAD),
        findings=findings.views(shown, report, names, look),
        table=fields.table(report, names, cut),
        documents=documents.views(report, names, cut, look),
        gaps=coverage.gaps(report, cut),
        resolved=report.resolved,
        failing=[locked.said(item) for item in locked.failing(report, look)],
    )
    return safe.defuse(page)
