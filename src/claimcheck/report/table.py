"""The unified table: what each source says of each field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from claimcheck.model import SEVERITIES, Field, Report
from claimcheck.report import safe, words
from claimcheck.report.severity import Worst


def rows(report: Report, worst: Worst) -> list[Field]:
    """The fields, those with findings first, then those of many sources; else as they stand in the texts."""

    def rank(item: Field) -> tuple[int, int]:
        found = worst.get(item.id)
        sources = {claim.source for claim in item.claims}
        return SEVERITIES.index(found) if found else len(SEVERITIES), -len(sources)

    return sorted(report.fields, key=rank)


def columns(items: Sequence[Field]) -> list[str]:
    """The sources that speak of any field, in order."""
    return sorted({claim.source for item in items for claim in item.claims})


def headings(sources: Sequence[str], report: Report) -> list[str]:
    """What the columns are called: a label that two sources share does not tell them apart."""
    labels = {document.source: document.told.label for document in report.documents}
    shared = Counter(labels.values())
    return [
        source if (label := labels[source]) is None else label if shared[label] == 1 else f"{label}: {source}"
        for source in sources
    ]


def cells(item: Field, sources: Sequence[str]) -> list[str]:
    """What each source says of a field, hedges kept; a source that is silent has an empty cell."""
    said: dict[str, dict[str, None]] = {source: {} for source in sources}
    for claim in item.claims:
        said[claim.source][safe.line(words.amount(claim.mention))] = None
    return ["; ".join(said[source]) for source in sources]
