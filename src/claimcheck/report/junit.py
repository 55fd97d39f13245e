"""JUnit XML: a suite a source, a case a finding, for what shows tests."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree as Xml

from claimcheck.model import Claim, Finding, Report
from claimcheck.report import location, locked, record, safe
from claimcheck.report.look import Look
from claimcheck.report.quote import bare, quote
from claimcheck.resolved import Resolved

NO_XML = re.compile("[\ufffe\uffff]")  # the only characters left, after cleaning, that XML cannot hold


def check(report: Report, look: Look) -> str:
    """A suite for each source that was read; a finding that fails the run is a failure, any other is skipped."""
    sources = record.documents(report)
    cases: dict[str, list[Xml.Element]] = {source: [] for source in sources}
    for item in report.findings:
        cases[location.primary(item, look).source].append(_case(item, sources, look))
    root = Xml.Element("testsuites", name="claimcheck")
    root.extend(_suite(location.path(source, look), found or [_passed()]) for source, found in cases.items())
    root.extend(_suite(item.source, [_unread(item.reason)]) for item in report.skipped)
    if gone := locked.failing(report, look):
        root.append(_suite(locked.path(look), [_resolved(item, look) for item in gone]))
    _count(root)
    Xml.indent(root)
    return safe.defuse(Xml.tostring(root, encoding="unicode", xml_declaration=True)) + "\n"


def _suite(name: str, cases: Sequence[Xml.Element]) -> Xml.Element:
    suite = Xml.Element("testsuite", name=_text(name))
    for case in cases:
        case.set("classname", _text(name))
    suite.extend(cases)
    _count(suite)
    return suite


def _count(element: Xml.Element) -> None:
    """Sets how many cases an element holds, and how many of them did not pass."""
    found = {"tests": ".//testcase", "failures": ".//failure", "errors": ".//error", "skipped": ".//skipped"}
    for name, path in found.items():
        element.set(name, str(len(element.findall(path))))


def _passed() -> Xml.Element:
    return Xml.Element("testcase", name="no figures that disagree")


def _unread(reason: str) -> Xml.Element:
    case = Xml.Element("testcase", name="read")
    Xml.SubElement(case, "skipped", message=_text(reason))
    return case


def _resolved(item: Resolved, look: Look) -> Xml.Element:
    """An entry of the baseline that fails the run."""
    name = _text(f"{locked.RULE}: {item.label} [{item.id}]")
    case = Xml.Element("testcase", name=name, file=_text(locked.path(look)), line=str(item.line))
    Xml.SubElement(case, "failure", type="error", message=_text(locked.said(item)))
    return case


def _case(finding: Finding, sources: record.Documents, look: Look) -> Xml.Element:
    first = location.primary(finding, look)
    document = sources[first.source]
    name = _text(f"{finding.rule}: {finding.field_label} [{finding.id}]")
    path = _text(location.path(first.source, look))
    case = Xml.Element("testcase", name=name, file=path)
    if not document.places:
        case.set("line", str(document.locate(first.mention.start)[0]))
    verdict = "failure" if look.fails(finding) else "skipped"
    said = Xml.SubElement(case, verdict, type=finding.severity, message=_text(bare(finding.message)))
    said.text = "\n".join(_lines(finding, sources, look))
    return case


def _lines(finding: Finding, sources: record.Documents, look: Look) -> list[str]:
    """What each claim says, a line each, and the reasons."""
    claims = [
        f"{_place(claim, sources, look)}: “{quote(sources[claim.source], claim)}”" for claim in finding.claims
    ]
    parts = [
        *claims,
        finding.diagnosis and f"Diagnosis: {finding.diagnosis}",
        f"Why: {'; '.join(finding.why)}",
    ]
    return [_text(part) for part in parts if part]


def _place(claim: Claim, sources: record.Documents, look: Look) -> str:
    name = location.path(claim.source, look)
    return location.pointed(name, sources[claim.source], claim.mention.start, column=False)


def _text(text: str) -> str:
    return NO_XML.sub("\ufffd", safe.line(text))
