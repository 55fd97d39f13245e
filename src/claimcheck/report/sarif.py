"""SARIF 2.1.0 for code scanning: one result a finding, its other claims as linked related locations."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote as percent

from claimcheck import __version__
from claimcheck.model import SEVERITIES, Claim, Finding, Report, RuleText, Severity
from claimcheck.report import location, locked, record, safe
from claimcheck.report.look import Look
from claimcheck.report.quote import quote, whole

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
RELATED = 50  # locations of one result; code scanning keeps 100 in all
STATE = {"new": "new", "known": "unchanged", "widened": "updated"}
PROBLEM: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "recommendation"}
SPECIAL = re.compile(r"[\\\[\]]")  # of a message in which links may stand: SARIF 3.11.6
BRACE = re.compile(r"[{}]")  # of a placeholder: SARIF 3.11.5
Json = dict[str, Any]


def check(report: Report, look: Look) -> str:
    """One run: a descriptor for each rule, a result for each finding; known ones are marked, not left out."""
    sources, rules = record.documents(report), _rules(report)
    index = {rule["id"]: place for place, rule in enumerate(rules)}
    run = {
        "tool": {"driver": {"name": "claimcheck", "semanticVersion": __version__, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": True,
                "toolExecutionNotifications": [*_skipped(report), *_locked(report, look)],
            }
        ],
        "results": [_result(item, index[item.rule], sources, look) for item in report.findings],
    }
    data = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return safe.json_text(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def _rules(report: Report) -> list[Json]:
    """A descriptor for each rule, and a bare one for what speaks up without being a rule."""
    named = {rule.id: _rule(rule) for rule in report.rules}
    for finding in report.findings:
        named.setdefault(finding.rule, _rule(_unknown(finding.rule, report)))
    return list(named.values())


def _unknown(rule: str, report: Report) -> RuleText:
    found = [item.severity for item in report.findings if item.rule == rule]
    words = rule.replace("-", " ")
    return RuleText(rule, words, min(found, key=SEVERITIES.index), words, "", "", "")


def _rule(rule: RuleText) -> Json:
    parts = {"Asks": rule.asks, "Fires": rule.fires, "Passes": rule.passes, "Silence": rule.silence}
    return {
        "id": rule.id,
        "shortDescription": _message(rule.summary),
        "fullDescription": _message(rule.asks),
        "help": _message("\n\n".join(f"{name}: {text}" for name, text in parts.items() if text)),
        "defaultConfiguration": {"level": rule.severity},
        # no "precision": how sure a finding is varies within a rule, and stands in its rank
        "properties": {"problem.severity": PROBLEM[rule.severity], "tags": ["consistency"]},
    }


def _message(text: str) -> Json:
    return {"text": BRACE.sub(r"\g<0>\g<0>", text)}


def _result(finding: Finding, rule: int, sources: record.Documents, look: Look) -> Json:
    first = location.primary(finding, look)
    related = location.others(finding, first)
    return {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "level": finding.severity,
        "rank": round(100 * finding.confidence, 1),
        "message": _message(_text(finding, related[:RELATED], len(related), sources, look)),
        "locations": [{"physicalLocation": _place(first, sources, look)}],
        "relatedLocations": [
            _related(n, claim, sources, look) for n, claim in enumerate(related[:RELATED], 1)
        ],
        "partialFingerprints": {"claimcheck/v1": finding.id},
        "baselineState": STATE[finding.status],
        "suppressions": [{"kind": "external", "status": "accepted"}] if finding.status == "known" else [],
        "properties": {"confidence": round(finding.confidence, 2), "field": safe.line(finding.field_label)},
    }


def _text(
    finding: Finding, related: Sequence[Claim], total: int, sources: record.Documents, look: Look
) -> str:
    """The message, with a link to each related location: the only thing that makes code scanning show them."""
    said = SPECIAL.sub(r"\\\g<0>", whole(finding))
    links = [f"[{_label(claim, sources, look)}]({n})" for n, claim in enumerate(related, 1)]
    more = f" and {total - len(links)} more" if total > len(links) else ""
    return f"{said} Compare {', '.join(links)}{more}." if links else said


def _label(claim: Claim, sources: record.Documents, look: Look) -> str:
    figure = safe.line(claim.mention.surface)
    name = location.path(claim.source, look)
    place = location.pointed(name, sources[claim.source], claim.mention.start, column=False)
    return SPECIAL.sub(r"\\\g<0>", f"{figure} in {place}")


def _related(number: int, claim: Claim, sources: record.Documents, look: Look) -> Json:
    said = _message(str(quote(sources[claim.source], claim)))
    return {"id": number, "physicalLocation": _place(claim, sources, look), "message": said}


def _place(claim: Claim, sources: record.Documents, look: Look) -> Json:
    """The file, and the region in it where the file has lines."""
    artifact = {"artifactLocation": {"uri": percent(location.path(claim.source, look), safe="/")}}
    if sources[claim.source].places:
        return artifact
    where = location.region(sources[claim.source], claim)
    return artifact | {
        "region": {
            "startLine": where.line,
            "startColumn": where.column,
            "endLine": where.end_line,
            "endColumn": where.end_column,
            "snippet": {"text": safe.clean(claim.mention.surface)},
        },
    }


def _locked(report: Report, look: Look) -> list[Json]:
    """The entries of the baseline that fail the run: errors of no rule, in no text."""
    artifact = {"artifactLocation": {"uri": percent(locked.path(look), safe="/")}}
    return [
        {
            "level": "error",
            "message": _message(locked.said(item)),
            "locations": [{"physicalLocation": artifact | {"region": {"startLine": item.line}}}],
        }
        for item in locked.failing(report, look)
    ]


def _skipped(report: Report) -> list[Json]:
    """The inputs that were not read, as warnings of the tool itself."""
    return [
        {
            "level": "warning",
            "message": _message(f"skipped {safe.line(item.source)}: {safe.line(item.reason)}"),
        }
        for item in report.skipped
    ]
