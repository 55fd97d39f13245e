"""GitLab code quality: an entry for each finding in each of its files."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator

from claimcheck.model import Claim, Document, Finding, Report, Severity
from claimcheck.report import location, locked, record, safe
from claimcheck.report.look import Look
from claimcheck.report.quote import whole
from claimcheck.resolved import Resolved

SEVERITY: dict[Severity, str] = {"error": "major", "warning": "minor", "note": "info"}


def check(report: Report, look: Look) -> str:
    """A list of entries; their fingerprints hold neither lines nor words of the text, so they survive edits."""
    sources = record.documents(report)
    seen: Counter[tuple[str, str]] = Counter()
    entries = [entry for item in report.findings for entry in _entries(item, sources, look, seen)]
    entries += [_resolved(item, look) for item in locked.failing(report, look)]
    return safe.json_text(json.dumps(entries, ensure_ascii=False, indent=2)) + "\n"


def _entries(
    finding: Finding, sources: record.Documents, look: Look, seen: Counter[tuple[str, str]]
) -> Iterator[record.Record]:
    firsts = {claim.source: claim for claim in reversed(finding.claims)}
    for claim in sorted(firsts.values(), key=lambda claim: claim.source):
        path = location.path(claim.source, look)
        key = (finding.id, path)
        seen[key] += 1
        yield {
            "description": whole(finding),
            "check_name": finding.rule,
            "fingerprint": _fingerprint(*key, seen[key]),
            "severity": SEVERITY[finding.severity],
            "location": {"path": path, "lines": _lines(sources[claim.source], claim)},
        }


def _resolved(item: Resolved, look: Look) -> record.Record:
    """An entry of the baseline that fails the run, at its line there."""
    path = locked.path(look)
    return {
        "description": locked.said(item),
        "check_name": locked.RULE,
        "fingerprint": _fingerprint(item.id, path, 1),
        "severity": SEVERITY["error"],
        "location": {"path": path, "lines": {"begin": item.line, "end": item.line}},
    }


def _lines(document: Document, claim: Claim) -> dict[str, int]:
    """The lines of a claim; the first one, since the format wants one, in a file that has no lines."""
    if document.places:
        return {"begin": 1, "end": 1}
    where = location.region(document, claim)
    return {"begin": where.line, "end": where.end_line}


def _fingerprint(finding: str, path: str, ordinal: int) -> str:
    """A hash that tells apart what one file holds of one finding; equal fingerprints would become one entry."""
    return hashlib.sha256(f"{finding}|{path}|{ordinal}".encode()).hexdigest()[:32]
