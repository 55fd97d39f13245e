"""A memo in Markdown: what somebody would send to those who have to decide which figure holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from claimcheck.model import SEVERITIES, Claim, Finding, Report, Severity
from claimcheck.report import location, locked, record, safe, words
from claimcheck.report.look import Look
from claimcheck.report.quote import bare, quote
from claimcheck.report.values import by_value

QUOTE = 400  # code points
VALUES = 8  # shown of a finding
PLACES = 8  # named of a value
SHOWN = 2  # claims quoted for each value; the others are named only
# Whatever Markdown or GitHub would take for markup, wherever it stands in a line.
SPECIAL = re.compile(r"[\\`*_\[\]<>&|~$!]")
FIRST = re.compile(
    r"^(\s*)([#+=-])(?=[\s#+=-]|$)|^(\s*\d+)([.)])(?=\s|$)"
)  # and at the beginning of one: "1. ", "- "
LIVE = re.compile(
    r"(?<=@)(?=\w)|(?<=#)(?=\d)|(?<=:)(?=//|[a-z+-][\w+-]*:)"
)  # @someone, #12, https://, :smile:
TITLES: dict[Severity, str] = {"error": "Errors", "warning": "Warnings", "note": "Notes"}


def check(report: Report, look: Look) -> str:
    """A heading for each severity and finding, with every value, who gives it, and the reasons."""
    sources = record.documents(report)
    fresh = [item for item in report.findings if item.status != "known"]
    ordered = sorted(fresh, key=lambda item: SEVERITIES.index(item.severity))
    lines = ["# Figures that disagree" if fresh else "# No figures found that disagree", ""]
    lines += [f"{words.verdict(report)}; {words.coverage(report)}.", ""]
    for severity, group in groupby(enumerate(ordered, 1), key=lambda item: item[1].severity):
        lines += [f"## {TITLES[severity]}", ""]
        lines += [line for number, item in group for line in _finding(number, item, sources, look)]
    lines += _locked(report, look)
    lines += _known([item for item in report.findings if item.status == "known"])
    lines += _skipped(report)
    return safe.defuse("\n".join(lines).rstrip() + "\n")


def _finding(number: int, finding: Finding, sources: record.Documents, look: Look) -> Iterator[str]:
    yield from (f"### {number}. {escape(finding.field_label)}", "")
    yield from (escape(bare(finding.message)), "")
    groups = by_value(finding.claims)
    for claims in groups[:VALUES]:
        yield from _value(claims, sources, look)
    if len(groups) > VALUES:
        yield from (f"- and {words.count(len(groups) - VALUES, 'more figure')}", "")
    if finding.diagnosis:
        yield from (f"Diagnosis: {escape(finding.diagnosis)}.", "")
    if finding.why:
        yield from (f"Why: {'; '.join(map(escape, finding.why))}.", "")
    sure = f"{words.confidence(finding.confidence)} confidence"
    yield from (f"`{finding.rule}` · {sure} · {finding.status} · `{finding.id}`", "")


def _value(claims: Sequence[Claim], sources: record.Documents, look: Look) -> Iterator[str]:
    """An item a value: its quotations, then the places of those that are not quoted."""
    own = [claim for claim in claims if claim.copy_of is None] or list(claims[:1])
    yield from (f"- **{escape(claims[0].mention.surface)}**", "")
    for claim in own[:SHOWN]:
        yield from (f"  {_who(claim, sources, look)}", "", f"  > {_quoted(claim, sources)}", "")
    rest = [claim for claim in claims if not any(claim is shown for shown in own[:SHOWN])]
    if rest:
        yield from (f"  {_also(rest, sources, look)}", "")


def _also(claims: Sequence[Claim], sources: record.Documents, look: Look) -> str:
    copied = all(claim.copy_of for claim in claims)
    places = ", ".join(_place(claim, sources, look) for claim in claims[:PLACES])
    more = f" and {len(claims) - PLACES:,} more" if len(claims) > PLACES else ""
    return f"{'copied in' if copied else 'also in'} {places}{more}"


def _who(claim: Claim, sources: record.Documents, look: Look) -> str:
    document = sources[claim.source]
    label, day = document.told.label, document.date
    said = f"says {escape(claim.speaker)}" if claim.speaker else None
    parts = (label and escape(label), _place(claim, sources, look), day.isoformat() if day else None, said)
    return " · ".join(part for part in parts if part)


def _place(claim: Claim, sources: record.Documents, look: Look) -> str:
    name = location.path(claim.source, look)
    return code(location.pointed(name, sources[claim.source], claim.mention.start, column=False))


def _quoted(claim: Claim, sources: record.Documents) -> str:
    said = quote(sources[claim.source], claim, QUOTE)
    quantity = escape(said.quantity)
    return f"“{escape(said.before)}**{quantity.strip()}**{escape(said.after)}”"


def _locked(report: Report, look: Look) -> Iterator[str]:
    if gone := locked.failing(report, look):
        yield from ("## Resolved", "", f"What fails the run, at its line in {code(locked.shown(look))}:", "")
        yield from (f"- {item.line}: {escape(locked.said(item))} {code(item.id)}" for item in gone)
        yield ""


def _known(findings: Sequence[Finding]) -> Iterator[str]:
    if findings:
        yield from ("## Known", "", "Accepted earlier, listed for completeness:", "")
        yield from (f"- {escape(bare(item.message))}" for item in findings)
        yield ""


def _skipped(report: Report) -> Iterator[str]:
    if report.skipped:
        yield from ("## Not read", "")
        yield from (f"- {code(item.source)}: {escape(item.reason)}" for item in report.skipped)


def escape(text: str) -> str:
    """One line that shows the text as written, whatever markup, mention or address it looks like."""
    return LIVE.sub("\u200b", FIRST.sub(r"\1\3\\\2\4", SPECIAL.sub(_escaped, safe.fold(text))))


def _escaped(hit: re.Match[str]) -> str:
    return {"<": "&lt;", ">": "&gt;", "&": "&amp;"}.get(hit[0], f"\\{hit[0]}")


def code(text: str) -> str:
    """The text between backticks, more of them than it holds in a row."""
    line = safe.line(text)
    fence = "`" * (1 + max(map(len, re.findall("`+", line)), default=0))
    pad = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{pad}{line}{pad}{fence}"
