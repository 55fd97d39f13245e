"""Where a person finds a stretch of a file that has neither lines nor pages: its paragraphs and tables, counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcheck.model import Block

Place = tuple[int, str]


def counted(text: str, blocks: Iterable[Block]) -> Iterator[Place]:
    """The blocks of a text as places: headings and items are paragraphs, cells stand in rows of tables."""
    paragraphs = tables = rows = end = 0
    in_table = False
    for block in blocks:
        breaks = text.count("\n", end, block.start)
        if block.kind != "cell":
            paragraphs += 1
            yield block.start, f"paragraph {paragraphs}"
        elif not in_table or breaks > 1:
            tables, rows = tables + 1, 1
            yield block.start, f"table {tables}, row {rows}"
        elif breaks:
            rows += 1
            yield block.start, f"table {tables}, row {rows}"
        in_table, end = block.kind == "cell", block.end
