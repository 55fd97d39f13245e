"""The topics for people: what each text speaks of, and which figures belong to which."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from rich.cells import cell_len
from rich.text import Text

from claimcheck.model import Document, Report
from claimcheck.report import page, record, safe, words
from claimcheck.report.look import Look
from claimcheck.report.subjects import Subject, subjects

GAP = "  "


def topics(report: Report, look: Look) -> str:
    """A block a topic, text by text: what marks it, then a line a claim."""
    sources = record.documents(report)
    lines: list[Text] = []
    for source, items in groupby(subjects(report), key=lambda item: item.topic.source):
        lines.append(_title(sources[source], look))
        for item in items:
            lines += [*page.block(_body(item, sources, look), "blue", look), Text()]
    if not look.quiet:
        lines.append(Text(f"{words.coverage(report)}.", "dim"))
    return page.render(lines, look)


def _title(document: Document, look: Look) -> Text:
    name = Text(safe.line(look.path(document.source)), "bold cyan")
    return page.join([name, document.date.isoformat() if document.date else None])


def _body(item: Subject, sources: record.Documents, look: Look) -> Iterator[tuple[int, Text]]:
    yield 0, Text(item.kind, "bold")
    for name, said in _marks(item):
        if said:
            yield 2, Text.assemble((f"{name}: ", "dim"), said)
    rows = [(safe.line(claim.mention.surface), claim) for claim in item.claims]
    width = max(cell_len(said) for said, _ in rows)
    for said, claim in rows:
        where = page.place(claim, sources, look)
        yield 2, page.join([Text(said.ljust(width)), Text(where, "cyan"), claim.action], GAP)


def _marks(item: Subject) -> Iterator[tuple[str, str]]:
    yield "under", " > ".join(item.headings)
    yield "days", ", ".join(item.days)
    yield "places", ", ".join(item.places)
    yield "causes", ", ".join(item.causes)
    yield "actors", ", ".join(item.actors)
