"""Which text repeats which: a line from each origin to its copy."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from claimcheck.report.html import svg
from claimcheck.report.picture import words
from claimcheck.report.picture.marks import Copying
from claimcheck.report.words import count

ROW = 44.0
LETTERS = 30


def draw(copying: Copying, name: str) -> Markup:
    """A row for each pair of texts."""
    rows = (part for number, pair in enumerate(copying.pairs) for part in _row(*pair, number * ROW))
    return svg.image(name, words.name(copying), words.describe(copying), ROW * len(copying.pairs), *rows)


def _row(origin: str, copy: str, figures: int, top: float) -> Iterator[Markup]:
    yield svg.text(svg.shortened(origin, LETTERS), "0", top + 14, "figure")
    yield svg.text(svg.shortened(copy, LETTERS), "100%", top + 14, "figure", "end")
    yield svg.element("line", x1="6", x2="100%", y1=top + 27, y2=top + 27, class_="joined")
    yield svg.element("circle", cx="6", cy=top + 27, r=5.5, class_="dot said")
    dot = svg.element("circle", cx="-6", cy=0, r=5.5, class_="dot copy")
    yield svg.element("svg", dot, x="100%", y=top + 27, overflow="visible")
    yield svg.text(f"{count(figures, 'figure')} word for word", "50%", top + 42, "tick", "middle")
