"""The table of fields: a row a field, a column a source, or all sources in one column where they are many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimcheck.model import SEVERITIES, Field, Finding, Report
from claimcheck.report import safe, words
from claimcheck.report import table as tables
from claimcheck.report.html.anchors import Anchors, has_row, of_finding
from claimcheck.report.html.size import Cut
from claimcheck.report.severity import worst

COLUMNS = 8  # sources that get a column of their own


class Amount(NamedTuple):
    """A figure as written, the name of its claim, and the source where no column says it."""

    text: str
    anchor: str | None
    source: str | None = None


class Row(NamedTuple):
    """A field: what was found on it, and what each source says."""

    anchor: str
    label: str
    severity: str | None
    finding: str | None
    sources: int
    cells: tuple[tuple[Amount, ...], ...]


class Table(NamedTuple):
    """The rows with the names of their columns; `left_out` counts the fields without a row."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    left_out: int
    wide: bool  # each source has a column


def table(report: Report, names: Anchors, cut: Cut) -> Table:
    """The table of a report, fields with findings first."""
    shown = [item for item in tables.rows(report, worst(report)) if has_row(item, names.findings, cut)]
    found = {item.id: _finding(item, names) for item in shown}
    shown.sort(key=lambda item: _rank(found[item.id]))
    sources = tables.columns(shown)
    wide = len(sources) <= COLUMNS
    rows = (_row(item, found[item.id], sources if wide else None, names) for item in shown)
    columns = tuple(sources) if wide else ("Figures and sources",)
    return Table(columns, tuple(rows), len(report.fields) - len(shown), wide)


def _finding(item: Field, names: Anchors) -> Finding | None:
    """The gravest finding on a field or on one of its claims."""
    found = [names.findings[claim.id] for claim in item.claims if claim.id in names.findings]
    return min(found, key=_rank) if found else None


def _rank(finding: Finding | None) -> int:
    return SEVERITIES.index(finding.severity) if finding else len(SEVERITIES)


def _row(item: Field, found: Finding | None, sources: Sequence[str] | None, names: Anchors) -> Row:
    return Row(
        anchor=names.fields[item.claims[0].id],
        label=item.label,
        severity=found.severity if found else None,
        finding=of_finding(found) if found else None,
        sources=len({claim.source for claim in item.claims}),
        cells=tuple(_cells(item, sources, names)),
    )


def _cells(item: Field, sources: Sequence[str] | None, names: Anchors) -> Iterator[tuple[Amount, ...]]:
    """What each source says, every amount once."""
    said: dict[str, dict[str, Amount]] = {}
    for claim in item.claims:
        amount = safe.line(words.amount(claim.mention))
        source = claim.source if sources is None else None
        link = names.claims.get(claim.id)
        said.setdefault(claim.source, {}).setdefault(amount, Amount(amount, link, source))
    if sources is None:
        yield tuple(amount for amounts in said.values() for amount in amounts.values())
        return
    for name in sources:
        yield tuple(said.get(name, {}).values())
