"""The unified table for people: a row a field, a column a source; a list where the table is too wide."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.text import Text

from claimcheck.model import Field, Report
from claimcheck.report import page, record, safe, severity, table, words
from claimcheck.report.look import Look
from claimcheck.report.severity import Worst

PAPER = 160  # columns that a table may take where no terminal sets them
GAP = "  "


def fields(report: Report, look: Look) -> str:
    """A table if it fits, else a list; rows on which the sources differ carry a mark."""
    worst = severity.worst(report)
    rows = _table(report.fields, worst)
    widths = [max(cell_len(row[i].plain) for row in rows) for i in range(len(rows[0]))]
    fits = sum(widths) + len(GAP) * (len(widths) - 1) <= (look.width or PAPER)
    lines = [_row(row, widths) for row in rows] if fits else _list(report, worst, look)
    lines = lines if report.fields else []
    if not look.quiet:
        lines += [Text(), *_key(worst), Text(f"{words.coverage(report)}.", "dim")]
    return page.render(lines, look)


def _table(items: Sequence[Field], worst: Worst) -> list[list[Text]]:
    """A heading and a row a field: mark, label, and a cell a source."""
    sources = table.columns(items)
    heading = [Text(""), *(Text(name, "bold") for name in ("field", *map(safe.line, sources)))]
    return [heading, *([*_label(item, worst), *map(Text, table.cells(item, sources))] for item in items)]


def _label(item: Field, worst: Worst) -> tuple[Text, Text]:
    """The mark and the name of a field, in the colour of what was found in it."""
    found = worst.get(item.id)
    style = page.COLORS[found] if found else ""
    return Text(found or "", style), Text(safe.line(item.label), style)


def _row(row: Sequence[Text], widths: Sequence[int]) -> Text:
    padded = [
        text + Text(" " * (width - cell_len(text.plain))) for text, width in zip(row, widths, strict=True)
    ]
    return Text(GAP).join(padded)


def _list(report: Report, worst: Worst, look: Look) -> list[Text]:
    """A block a field: its name, then a line a source."""
    sources = record.documents(report)
    lines: list[Text] = []
    for item in report.fields:
        mark, label = _label(item, worst)
        lines.append(page.join([Text(label.plain, f"bold {label.style}"), mark], GAP))
        rows = [
            (safe.line(words.amount(claim.mention)), page.place(claim, sources, look))
            for claim in item.claims
        ]
        width = max(cell_len(amount) for amount, _ in rows)
        body = [(2, Text.assemble(said.ljust(width), GAP, (where, "cyan"))) for said, where in rows]
        lines += [*page.block(body, str(label.style), look), Text()]
    return lines


def _key(worst: Worst) -> list[Text]:
    if not worst:
        return []
    return [
        Text("The first column holds the gravest finding on a field; `claimcheck check` explains it.", "dim")
    ]
