"""The lines of each text in which the reader saw nothing to read, so that none vanishes without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from claimcheck.model import Document, Report
from claimcheck.report import safe
from claimcheck.report.look import Look
from claimcheck.report.words import count

MOST = 8  # stretches that are named of a text


def left_out(report: Report, look: Look) -> Iterator[str]:
    """A line a text that has such lines: how many, and where."""
    for document in report.documents:
        stretches = _stretches(document)
        if stretches:
            named = ", ".join(f"{low}-{high}" if high > low else str(low) for low, high in stretches[:MOST])
            more = f" and {len(stretches) - MOST:,} more" if len(stretches) > MOST else ""
            lines = count(sum(high - low + 1 for low, high in stretches), "line")
            name = safe.line(look.path(document.source))
            yield f"left out as furniture, code or dates: {lines} of {name} ({named}{more})"


def _stretches(document: Document) -> list[tuple[int, int]]:
    """The first and the last line of each stretch, with the blank lines in between; none in a file without lines."""
    found: list[tuple[int, int]] = []
    first = None
    for line in _words().finditer("" if document.places else document.text):
        if document.plain[line.start() : line.end()].strip():
            first = None
            continue
        number, _ = document.locate(line.start())
        if first is None:
            first = number
            found.append((first, number))
        found[-1] = (first, number)
    return found


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[^\r\n]*\w[^\r\n]*")
