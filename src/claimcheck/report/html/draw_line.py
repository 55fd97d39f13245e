"""The number line: a row for each value, its words above its mark."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup, escape

from claimcheck.report.html import svg
from claimcheck.report.picture import words
from claimcheck.report.picture.marks import Line, Mark
from claimcheck.report.picture.scale import Scale, short

ROW = 40.0  # pixels from row to row
LABEL, MARK = 14.0, 27.0  # of the words and of the mark, below the upper edge of their row
FOOT = 26.0  # room of the axis
RADIUS = 5.5
LETTERS = 46  # of a label


def draw(line: Line, name: str) -> Markup:
    """The whole number line."""
    bottom = ROW * len(line.marks)
    rows = [part for number, mark in enumerate(line.marks) for part in _row(mark, number * ROW, line.scale)]
    parts = [*_reference(line, bottom), *axis(line.scale, line.unit, bottom), *_copies(line), *rows]
    return svg.image(name, words.name(line), words.describe(line), bottom + FOOT, *parts)


def axis(line: Scale, unit: str, top: float) -> Iterator[Markup]:
    """Ticks with their values, the unit behind the last."""
    yield svg.element("line", x1=0, x2="100%", y1=top, y2=top, class_="axis")
    ticks = line.ticks()
    for number, value in enumerate(ticks):
        x = svg.percent(line.at(value))
        yield svg.element("line", x1=x, x2=x, y1=0, y2=top + 4, class_="grid")
        last = number == len(ticks) - 1
        label = short(value) + (unit if unit == "%" else f" {unit}" if unit and last else "")
        yield svg.text(label, x, top + 18, "tick", _anchor(line.at(value)))


def _anchor(place: float) -> str:
    return "start" if place < 0.08 else "end" if place > 0.86 else "middle"


def _row(mark: Mark, top: float, line: Scale) -> Iterator[Markup]:
    yield label(mark.figure, mark.who, top + LABEL)
    kind = "ref" if mark.reference else "copy" if mark.origin is not None else "said"
    middle = top + MARK
    left, right = (line.at(end) for end in ends(mark, line))
    if mark.is_band:
        yield svg.element(
            "rect", x=svg.percent(left), width=svg.percent(right - left), y=middle - 5, height=10, rx=2,
            class_=f"band {kind}",
        )  # fmt: skip
    if mark.low is None:
        yield _arrow(left, middle, kind, "0,-6 -9,0 0,6")
    if mark.high is None:
        yield _arrow(right, middle, kind, "0,-6 9,0 0,6")
    if mark.point is not None:
        yield svg.element(
            "circle", cx=svg.percent(line.at(mark.point)), cy=middle, r=RADIUS, class_=f"dot {kind}"
        )


def label(figure: str, who: str, y: float) -> Markup:
    """A figure in bold and who gives it, cut off where no column would hold it."""
    figure = svg.shortened(figure, 2 * LETTERS // 3)
    who = svg.shortened(who, max(12, LETTERS - len(figure)))
    return svg.element(
        "text",
        svg.element("tspan", svg.plain(figure), class_="figure"),
        svg.element("tspan", escape(" · "), svg.plain(who), class_="who"),
        x=0, y=y,
    )  # fmt: skip


def ends(mark: Mark, line: Scale) -> tuple[float, float]:
    """The ends of a mark, those that are open near the ends of the line, so that an arrowhead fits."""
    length = 0.03
    low = mark.low if mark.low is not None else _value(line, length)
    high = mark.high if mark.high is not None else _value(line, 1 - length)
    return min(low, high), max(low, high)


def _value(line: Scale, place: float) -> float:
    if line.log:
        return float(line.low * (line.high / line.low) ** place)
    return line.low + (line.high - line.low) * place


def _arrow(place: float, y: float, kind: str, points: str) -> Markup:
    # a polygon knows no percentages: it stands in a picture of its own that does
    head = svg.element("polygon", points=points, class_=f"head {kind}")
    return svg.element("svg", head, x=svg.percent(place), y=y, overflow="visible")


def _reference(line: Line, bottom: float) -> Iterator[Markup]:
    """The reference as a band through all rows."""
    for mark in line.marks:
        if mark.reference:
            left, right = (line.scale.at(end) for end in ends(mark, line.scale))
            x, width = svg.percent(left), svg.percent(max(right - left, 0.004))
            yield svg.element("rect", x=x, width=width, y=0, height=bottom, class_="reference")


def _copies(line: Line) -> Iterator[Markup]:
    """A dashed line from each origin down to its copy."""
    for number, mark in enumerate(line.marks):
        if mark.origin is not None:
            x = svg.percent(line.scale.at(_middle(mark, line.scale)))
            y1, y2 = (row * ROW + MARK for row in (mark.origin, number))
            yield svg.element("line", x1=x, x2=x, y1=y1, y2=y2, class_="joined")


def _middle(mark: Mark, line: Scale) -> float:
    return mark.point if mark.point is not None else sum(ends(mark, line)) / 2
