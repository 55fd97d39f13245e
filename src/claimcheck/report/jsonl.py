"""JSON lines: one record a line, for scripts that read as they go."""

from __future__ import annotations

import json
from collections.abc import Iterable

from claimcheck.model import Report
from claimcheck.report import locked, record, safe
from claimcheck.report.look import Look


def check(report: Report, look: Look) -> str:
    """A finding a line, then the entries of the baseline that fail the run, in the same shape."""
    sources = record.documents(report)
    rows = [record.finding(item, sources) for item in report.findings]
    return _lines([*rows, *map(record.resolved, locked.failing(report, look))])


def extract(report: Report, look: Look) -> str:
    """A claim a line."""
    sources = record.documents(report)
    return _lines(record.claim(item, sources) for item in report.claims)


def _lines(rows: Iterable[record.Record]) -> str:
    return safe.json_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
