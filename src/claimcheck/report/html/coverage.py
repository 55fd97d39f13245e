"""What was not read, not taken or not compared, and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.model import Report
from claimcheck.report.html.size import CLAIMS, FIELDS, TEXT, Cut
from claimcheck.report.words import count


class Gaps(NamedTuple):
    """Lists of pairs: a name and what is to be said of it."""

    skipped: tuple[tuple[str, str], ...]
    masked: tuple[tuple[str, int], ...]
    kinds: tuple[tuple[str, int], ...]
    alone: int  # claims that no other claim speaks of the same fact as
    silent: tuple[str, ...]  # sources without a claim
    cut: tuple[str, ...]
    remarks: tuple[str, ...]


def gaps(report: Report, cut: Cut) -> Gaps:
    """All that the findings do not rest on."""
    said = {claim.source for claim in report.claims}
    return Gaps(
        skipped=tuple((item.source, item.reason) for item in report.skipped),
        masked=_ranked(report.coverage.masked),
        kinds=_ranked(report.coverage.kinds),
        alone=sum(len(item.claims) == 1 for item in report.fields),
        silent=tuple(document.source for document in report.documents if document.source not in said),
        cut=tuple(_cut(report, cut)),
        remarks=report.remarks,
    )


def _ranked(counts: dict[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _cut(report: Report, cut: Cut) -> Sequence[str]:
    """What this page leaves out because it would be too big."""
    said = []
    if cut.sentences:
        said.append(
            f"The texts have more than {TEXT:,} characters: only their sentences with figures are shown."
        )
    if cut.findings:
        said.append(
            f"There are more than {CLAIMS:,} figures: of the texts, only sentences of findings are shown."
        )
    if cut.compared:
        said.append(
            f"There are {count(len(report.fields), 'field')}, more than {FIELDS:,}: "
            "the table leaves out those with one claim and no finding."
        )
    return said
