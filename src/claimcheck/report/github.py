"""Workflow commands: a finding becomes an annotation beside the line in a pull request."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model import SEVERITIES, Claim, Document, Finding, Report, Severity
from claimcheck.report import location, locked, record, safe
from claimcheck.report.look import Look
from claimcheck.report.quote import bare, quote, whole
from claimcheck.report.words import count

MOST = 10  # annotations of one level that a step may make; the rest would vanish without a word
QUOTES = 6  # of one annotation
LEVEL: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "notice"}


def check(report: Report, look: Look) -> str:
    """An annotation a finding, gravest first; those beyond the limit are lines of the log, and counted."""
    sources = record.documents(report)
    fresh = [item for item in report.findings if item.status != "known"]
    lines = list(_locked(report, look))
    for severity in SEVERITIES:
        room = MOST - len(lines) if severity == "error" else MOST
        found = [item for item in fresh if item.severity == severity]
        lines += _level(severity, found, room, sources, look)
    return "".join(f"{line}\n" for line in lines)


def _locked(report: Report, look: Look) -> Iterator[str]:
    """One annotation for the entries of the baseline that fail the run, at the first of them."""
    found = locked.failing(report, look)
    if found:
        place: dict[str, str | int] = {"file": locked.path(look), "line": min(item.line for item in found)}
        about = safe.line(found[0].label) if len(found) == 1 else f"{len(found):,} entries of the baseline"
        title = safe.defuse(f"{locked.RULE}: {about}")
        yield _command(
            LEVEL["error"], {**place, "title": title}, safe.defuse("\n".join(map(locked.said, found)))
        )


def _level(
    severity: Severity, findings: Sequence[Finding], room: int, sources: record.Documents, look: Look
) -> Iterator[str]:
    shown = findings if len(findings) <= room else findings[: room - 1]
    for item in shown:
        yield _annotation(item, sources, look)
    rest = findings[len(shown) :]
    if rest:
        more = f"{count(len(rest), 'more ' + severity)}: in the log of this step"
        yield _command(LEVEL[severity], {"title": "claimcheck"}, more)
        yield f"::group::{count(len(rest), 'more ' + severity)}"
        yield from (_logged(item, sources, look) for item in rest)
        yield "::endgroup::"


def _annotation(finding: Finding, sources: record.Documents, look: Look) -> str:
    first = location.primary(finding, look)
    place = {"file": location.path(first.source, look), **_lines(sources[first.source], first)}
    title = safe.defuse(f"{finding.rule}: {safe.line(finding.field_label)}")
    return _command(LEVEL[finding.severity], {**place, "title": title}, _said(finding, sources, look))


def _lines(document: Document, claim: Claim) -> dict[str, str | int]:
    """The lines beside which an annotation stands; none in a file that has no lines."""
    if document.places:
        return {}
    where = location.region(document, claim)
    lines: dict[str, str | int] = {"line": where.line, "endLine": where.end_line}
    if where.line == where.end_line:  # with columns on several lines the annotation would be dropped
        lines |= {"col": where.column, "endColumn": where.end_column}
    return lines


def _said(finding: Finding, sources: record.Documents, look: Look) -> str:
    """The message, and below it a quotation for each claim, as far as they are few."""
    lines = [bare(finding.message)]
    if finding.diagnosis:
        lines.append(f"Diagnosis: {safe.line(finding.diagnosis)}")
    for claim in finding.claims[:QUOTES]:
        document = sources[claim.source]
        place = location.pointed(
            location.path(claim.source, look), document, claim.mention.start, column=False
        )
        lines.append(f"{place}: “{quote(document, claim)}”")
    if len(finding.claims) > QUOTES:
        lines.append(f"and {count(len(finding.claims) - QUOTES, 'more claim')}")
    return safe.defuse("\n".join(lines))


def _logged(finding: Finding, sources: record.Documents, look: Look) -> str:
    first = location.primary(finding, look)
    place = location.pointed(location.path(first.source, look), sources[first.source], first.mention.start)
    return safe.defuse(f"{place}: {finding.severity} {finding.rule} {whole(finding)} [{finding.id}]")


def _command(name: str, properties: dict[str, str | int], message: str) -> str:
    given = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {given}::{_data(message)}"


def _data(text: str) -> str:
    # the order matters: a percent sign that stands for something else comes first
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
