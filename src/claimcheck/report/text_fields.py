"""The unified table for people: a row a field, a column a source; a list where there are too many sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rich.cells import cell_len, chop_cells
from rich.text import Text

from claimcheck.model import Field, Report
from claimcheck.report import page, record, safe, severity, table, words
from claimcheck.report.look import Look
from claimcheck.report.severity import Worst

GAP = "  "
MOST_SOURCES = 8  # columns of a table that no terminal limits
NARROWEST = 14  # columns of a terminal that an amount needs
WIDEST_LABEL = 30


def fields(report: Report, look: Look) -> str:
    """A table if it fits, else a list; fields on which the sources differ stand first, with a mark."""
    worst = severity.worst(report)
    items = table.rows(report, worst)
    rows = _rows(items, worst, report)
    widths = _widths(rows, look)
    lines = _table(rows, widths) if widths else _list(items, report, worst, look)
    lines = lines if items else []
    if not look.quiet:
        lines += [Text(), *_key(worst), Text(f"{words.coverage(report)}.", "dim")]
    return page.render(lines, look)


def _rows(items: Sequence[Field], worst: Worst, report: Report) -> list[list[Text]]:
    """A heading and a row a field: mark, label, and a cell a source."""
    sources = table.columns(items)
    heading = [
        Text(""),
        *(Text(name, "bold") for name in ("field", *map(safe.line, table.headings(sources, report)))),
    ]
    return [heading, *([*_label(item, worst), *map(Text, table.cells(item, sources))] for item in items)]


def _label(item: Field, worst: Worst) -> tuple[Text, Text]:
    """The mark and the name of a field, in the colour of what was found in it."""
    found = worst.get(item.id)
    style = page.COLORS[found] if found else ""
    return Text(found or "", style), Text(safe.line(item.label), style)


def _widths(rows: Sequence[Sequence[Text]], look: Look) -> list[int] | None:
    """A width for each column, so that the table fits; None where it cannot."""
    natural = [max(cell_len(row[i].plain) for row in rows) for i in range(len(rows[0]))]
    mark, label, *sources = natural
    if look.width is None:
        return natural if len(sources) <= MOST_SOURCES else None
    label = min(label, WIDEST_LABEL)
    room = look.width - mark - label - len(GAP) * (len(sources) + 1)
    share = room // max(1, len(sources))
    return [mark, label, *(min(width, share) for width in sources)] if share >= NARROWEST else None


def _table(rows: Sequence[Sequence[Text]], widths: Sequence[int]) -> list[Text]:
    return [line for row in rows for line in _lines(row, widths)]


def _lines(row: Sequence[Text], widths: Sequence[int]) -> Iterator[Text]:
    """The lines of a row, each cell wrapped to its width."""
    cells = [_wrapped(cell, width) for cell, width in zip(row, widths, strict=True)]
    for parts in zip_longest(*cells, fillvalue=Text()):
        padded = (
            part + Text(" " * (width - cell_len(part.plain)))
            for part, width in zip(parts, widths, strict=True)
        )
        yield Text(GAP).join(padded)


def _wrapped(cell: Text, width: int) -> list[Text]:
    """A cell in lines of at most `width` columns, cut between words where that can be."""
    lines = [""]
    for word in cell.plain.split(" "):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if cell_len(joined) <= width:
            lines[-1] = joined
        else:
            lines += chop_cells(word, width)
    return [Text(line, cell.style) for line in lines if line] or [Text()]


def _list(items: Sequence[Field], report: Report, worst: Worst, look: Look) -> list[Text]:
    """A block a field: its name, then a line a claim."""
    sources = record.documents(report)
    lines: list[Text] = []
    for item in items:
        mark, label = _label(item, worst)
        lines.append(page.join([Text(label.plain, f"bold {label.style}"), mark], GAP))
        rows = [(safe.line(words.amount(c.mention)), page.place(c, sources, look)) for c in item.claims]
        width = max(cell_len(amount) for amount, _ in rows)
        body = [(2, Text.assemble(said.ljust(width), GAP, (where, "cyan"))) for said, where in rows]
        lines += [*page.block(body, str(label.style) or "dim", look), Text()]
    return lines


def _key(worst: Worst) -> list[Text]:
    if not worst:
        return []
    return [
        Text("The first column holds the gravest finding on a field; `claimcheck check` explains it.", "dim")
    ]
