"""What is new since an earlier state of the texts: the earlier report serves as a baseline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from claimcheck.baseline.change import Wish, updated
from claimcheck.baseline.entry import Entry
from claimcheck.baseline.hold import Scope, Terms, hold
from claimcheck.model import Finding, Report

NO_SCOPE = Scope(frozenset(), {})


def since(report: Report, earlier: Report, name: str) -> Report:
    """The report with all findings known that the earlier state, called `name`, had as well."""
    held = hold(
        report.findings, report.documents, _entries(earlier), _gone(report, earlier), _terms(_at(name))
    )
    pairs = zip(report.findings, held.findings, strict=True)
    findings = tuple(before if before.status == "known" else after for before, after in pairs)
    remarks = (*report.remarks, *_remarks(report.findings, findings, name))
    return msgspec.structs.replace(report, findings=findings, remarks=remarks)


def _at(revision: str) -> str:
    """When that was, in words."""
    branch = revision.removesuffix("...")
    return f"where this branch left {branch}" if branch != revision else f"at {revision}"


def changed(report: Report, earlier: Report) -> frozenset[str]:
    """The sources that were another text, or none, in the earlier state."""
    texts = {document.source: document.text.split() for document in earlier.documents}
    return frozenset(each.source for each in report.documents if texts.get(each.source) != each.text.split())


def _gone(report: Report, earlier: Report) -> Scope:
    """A scope that knows which texts of the earlier state are there no more, or have another name."""
    left = {document.source for document in report.documents}
    return Scope(
        frozenset(), {}, frozenset(each.source for each in earlier.documents if each.source not in left)
    )


def _entries(earlier: Report) -> tuple[Entry, ...]:
    every = [finding.id for finding in earlier.findings]
    return updated(earlier.findings, every, earlier.documents, (), NO_SCOPE, _terms(), Wish()).entries


def _terms(where: str = "") -> Terms:
    return Terms(date.today(), where=where)


def _remarks(before: Sequence[Finding], after: Sequence[Finding], name: str) -> Iterator[str]:
    pairs = zip(before, after, strict=True)
    old = sum(one.status != "known" and other.status == "known" for one, other in pairs)
    if old:
        yield f"{old} finding{'s' if old > 1 else ''} held back: the same {_at(name)}"
