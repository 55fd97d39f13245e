"""Claims, fields, findings and reports as plain records: the one shape of JSON, JSON lines and CSV."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from claimcheck import __version__
from claimcheck.model import Claim, Document, Field, Finding, Report, ValueGroup
from claimcheck.report import locked
from claimcheck.report.look import Look
from claimcheck.report.quote import quote
from claimcheck.report.words import decimal, tally
from claimcheck.report.written import bounds
from claimcheck.resolved import Resolved

SCHEMA_VERSION = "1.0"
Record = dict[str, Any]
Documents = dict[str, Document]


def documents(report: Report) -> Documents:
    """The documents by source."""
    return {document.source: document for document in report.documents}


def claim(item: Claim, sources: Documents) -> Record:
    """A claim; value and bounds are in the unit as written."""
    mention, document = item.mention, sources[item.source]
    line, column = document.locate(mention.start)
    low, high = bounds(item)
    return {
        "id": item.id,
        "source": item.source,
        "start": mention.start,
        "end": mention.end,
        "line": line,
        "column": column,
        "located": document.place(mention.start),
        "text": mention.surface,
        "quote": str(quote(document, item)),
        "value": decimal(mention.value),
        "low": decimal(low),
        "high": decimal(high),
        "hedge": mention.hedge,
        "trend": mention.trend,
        "kind": mention.kind,
        "unit": mention.unit,
        "noun": mention.noun,
        "noun_phrase": mention.noun_phrase,
        "action": item.action,
        "place": [place.name for place in item.places],
        "period": item.period.text if item.period else None,
        "scope": list(item.scopes) or None,
        "speaker": item.speaker,
        "role": item.role,
        "copy_of": item.copy_of,
    }


def claims(items: Iterable[Claim], sources: Documents) -> list[Record]:
    """Claims in the order given."""
    return [claim(item, sources) for item in items]


def finding(item: Finding, sources: Documents) -> Record:
    """A finding with its claims, the primary one first."""
    return {
        "id": item.id,
        "rule": item.rule,
        "status": item.status,
        "severity": item.severity,
        "confidence": round(item.confidence, 2),
        "message": item.message,
        "diagnosis": item.diagnosis,
        "field": {"id": item.field_id, "label": item.field_label, "unit": item.unit},
        "values": [_value(group) for group in item.values],
        "independent_sources": item.independent_sources,
        "why": list(item.why),
        "claims": claims(item.claims, sources),
    }


def resolved(item: Resolved) -> Record:
    """An entry of the baseline that fails a run, in the shape of a finding without claims."""
    return {
        "id": item.id,
        "rule": item.rule,
        "status": locked.RULE,
        "severity": "error",
        "confidence": 1.0,
        "message": locked.said(item),
        "diagnosis": None,
        "field": {"id": None, "label": item.label, "unit": None},
        "values": [],
        "independent_sources": 0,
        "why": [],
        "claims": [],
    }


def _value(group: ValueGroup) -> Record:
    return {
        "value": group.value,
        "low": decimal(group.low),
        "high": decimal(group.high),
        "sources": list(group.sources),
    }


def field(item: Field, sources: Documents, worst: str | None) -> Record:
    """A field with all its claims; `worst` is the gravest severity found in it."""
    return {
        "id": item.id,
        "label": item.label,
        "unit": item.unit,
        "conflict": worst,
        "independent_sources": item.independent_sources,
        "claims": claims(item.claims, sources),
    }


def head() -> Record:
    """What every JSON report begins with."""
    return {"schema_version": SCHEMA_VERSION, "tool": {"name": "claimcheck", "version": __version__}}


def summary(report: Report, look: Look) -> Record:
    """Counts of the run and its exit code."""
    status = [item.status for item in report.findings]
    return {
        "sources": len(report.documents),
        "numbers": report.coverage.numbers,
        "claims": report.coverage.claims,
        "fields": report.coverage.fields,
        "findings": tally(report.findings),
        "new": status.count("new"),
        "known": status.count("known"),
        "widened": status.count("widened"),
        "resolved": len(report.resolved),
        "exit_code": look.exit_code,
    }


def skipped(report: Report) -> list[Record]:
    """The inputs that were not read."""
    return [{"source": item.source, "reason": item.reason} for item in report.skipped]
