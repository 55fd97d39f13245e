"""How much of a big folder goes on the page, so that it can still be mailed."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.model import Report

TEXT = 250_000  # characters of all texts; beyond, only the sentences with claims are shown
CLAIMS = 6_000  # of all texts; beyond, only the sentences of findings are shown
FIELDS = 1_500  # rows; beyond, only facts that several claims speak of


class Cut(NamedTuple):
    """What is left out."""

    sentences: bool = False  # the texts are folded to sentences with claims
    findings: bool = False  # and these to the sentences of findings
    compared: bool = False  # the table has only fields of several claims


def cut(report: Report) -> Cut:
    """What a report of this size leaves out."""
    letters = sum(len(document.text) for document in report.documents)
    return Cut(
        sentences=letters > TEXT,
        findings=len(report.claims) > CLAIMS,
        compared=len(report.fields) > FIELDS,
    )
