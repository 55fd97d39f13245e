"""One JSON object for the whole run; its shape is fixed by the files in `schema/`."""

from __future__ import annotations

import json

from claimcheck.model import Report
from claimcheck.report import record, safe, severity, subjects, table
from claimcheck.report.look import Look


def check(report: Report, look: Look) -> str:
    """The findings, with summary and skipped inputs."""
    sources = record.documents(report)
    return _dump(
        record.head()
        | {
            "summary": record.summary(report, look),
            "findings": [record.finding(item, sources) for item in report.findings],
            "resolved": [item.id for item in report.resolved],
            "skipped": record.skipped(report),
        }
    )


def extract(report: Report, look: Look) -> str:
    """Every claim, with the skipped inputs."""
    claims = record.claims(report.claims, record.documents(report))
    return _dump(record.head() | {"claims": claims, "skipped": record.skipped(report)})


def fields(report: Report, look: Look) -> str:
    """Every field with its claims."""
    sources, worst = record.documents(report), severity.worst(report)
    rows = [record.field(item, sources, worst.get(item.id)) for item in table.rows(report, worst)]
    return _dump(record.head() | {"fields": rows, "skipped": record.skipped(report)})


def topics(report: Report, look: Look) -> str:
    """Every topic with its claims."""
    sources = record.documents(report)
    rows = [subjects.subject(item, sources) for item in subjects.subjects(report)]
    return _dump(record.head() | {"topics": rows, "skipped": record.skipped(report)})


def _dump(data: record.Record) -> str:
    return safe.json_text(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"
