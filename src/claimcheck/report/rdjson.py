"""Diagnostics for reviewdog, which turns them into comments on a change."""

from __future__ import annotations

import json

from claimcheck.model import Claim, Document, Finding, Report, Severity
from claimcheck.report import location, locked, record, safe
from claimcheck.report.look import Look
from claimcheck.report.quote import quote, whole
from claimcheck.resolved import Resolved

SEVERITY: dict[Severity, str] = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def check(report: Report, look: Look) -> str:
    """A diagnostic a finding that is not known, at its primary claim; the others are related locations."""
    sources = record.documents(report)
    data = {
        "source": {"name": "claimcheck"},
        "diagnostics": [
            *(_diagnostic(item, sources, look) for item in report.findings if item.status != "known"),
            *(_resolved(item, look) for item in locked.failing(report, look)),
        ],
    }
    return safe.json_text(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def _diagnostic(finding: Finding, sources: record.Documents, look: Look) -> record.Record:
    first = location.primary(finding, look)
    return {
        "message": whole(finding),
        "location": _location(first, sources, look),
        "severity": SEVERITY[finding.severity],
        "code": {"value": finding.rule},
        "relatedLocations": [
            {"message": str(quote(sources[claim.source], claim)), "location": _location(claim, sources, look)}
            for claim in location.others(finding, first)
        ],
    }


def _resolved(item: Resolved, look: Look) -> record.Record:
    """An entry of the baseline that fails the run, at the beginning of its line."""
    start = {"line": item.line, "column": 1}
    return {
        "message": locked.said(item),
        "location": {"path": locked.path(look), "range": {"start": start, "end": start}},
        "severity": SEVERITY["error"],
        "code": {"value": locked.RULE},
    }


def _location(claim: Claim, sources: record.Documents, look: Look) -> record.Record:
    """The file, and the range in it where the file has lines."""
    document = sources[claim.source]
    if document.places:
        return {"path": location.path(claim.source, look)}
    start, end = _position(document, claim.mention.start), _position(document, claim.mention.end)
    return {"path": location.path(claim.source, look), "range": {"start": start, "end": end}}


def _position(document: Document, offset: int) -> dict[str, int]:
    """Line and column from 1; the format counts columns in bytes of UTF-8."""
    line, column = document.locate(offset)
    before = document.text[offset - column + 1 : offset]
    return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
