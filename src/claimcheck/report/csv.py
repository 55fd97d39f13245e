"""Comma-separated values for spreadsheets; no text cell is ever taken for a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Any

from claimcheck.model import Report
from claimcheck.report import locked, record, safe, severity, subjects, table
from claimcheck.report.look import Look

CLAIM = (
    "id", "source", "line", "column", "located", "start", "end", "text", "value", "low", "high", "hedge", "trend",
    "kind", "unit", "noun", "noun_phrase", "action", "place", "period", "scope", "speaker", "role",
    "copy_of", "quote",
)  # fmt: skip
FINDING = ("id", "rule", "status", "severity", "confidence", "field", "message", "diagnosis")
TOPIC = ("kind", "days", "places", "causes", "actors", "headings")
NUMBERS = frozenset({"line", "column", "start", "end", "value", "low", "high", "confidence"})


def check(report: Report, look: Look) -> str:
    """A row for each claim of each finding, its primary claim first; an entry that fails the run has no claim."""
    sources = record.documents(report)
    findings = [_flat(record.finding(item, sources)) for item in report.findings]
    rows = [
        _row(FINDING, finding) + _row(CLAIM, claim) for finding in findings for claim in finding["claims"]
    ]
    gone = (_flat(record.resolved(item)) for item in locked.failing(report, look))
    rows += [_row(FINDING, item) + [""] * len(CLAIM) for item in gone]
    return _write(["finding", *FINDING[1:], "claim", *CLAIM[1:]], rows)


def extract(report: Report, look: Look) -> str:
    """A row a claim."""
    claims = record.claims(report.claims, record.documents(report))
    return _write(CLAIM, (_row(CLAIM, claim) for claim in claims))


def fields(report: Report, look: Look) -> str:
    """A row a field, a column a source."""
    worst = severity.worst(report)
    items, sources = table.rows(report, worst), table.columns(report.fields)
    heading = [
        "id",
        "field",
        "unit",
        "conflict",
        "independent_sources",
        *map(safe.cell, table.headings(sources, report)),
    ]
    rows = (
        [item.id, safe.cell(item.label), item.unit or "", worst.get(item.id, ""), item.independent_sources]
        + [safe.cell(said) for said in table.cells(item, sources)]
        for item in items
    )
    return _write(heading, rows)


def topics(report: Report, look: Look) -> str:
    """A row for each claim of each topic."""
    sources = record.documents(report)
    found = [subjects.subject(item, sources) for item in subjects.subjects(report)]
    rows = (
        [safe.cell(topic["id"]), *_row(TOPIC, topic), *_row(CLAIM, claim)]
        for topic in found
        for claim in topic["claims"]
    )
    return _write(["topic", *("topic_kind", *TOPIC[1:]), "claim", *CLAIM[1:]], rows)


def _flat(finding: record.Record) -> record.Record:
    return finding | {"field": finding["field"]["label"]}


def _row(names: Sequence[str], values: record.Record) -> list[Any]:
    return [_cell(name, values[name]) for name in names]


def _cell(name: str, value: Any) -> Any:
    """A number as it is, a list in one cell, every text made safe."""
    if value is None:
        return ""
    if name in NUMBERS:
        return value
    return safe.cell("; ".join(value) if isinstance(value, list) else str(value))


def _write(heading: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(heading)
    writer.writerows(rows)
    return safe.defuse(out.getvalue())
