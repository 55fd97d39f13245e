"""A total, and below it the parts that do not make it."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from claimcheck.report.html import svg
from claimcheck.report.html.draw_line import FOOT, axis, label
from claimcheck.report.picture import words
from claimcheck.report.picture.marks import Stack

HEIGHT = 94.0
BAR = 18.0
TOTAL, PARTS = 20.0, 68.0  # upper edges of the bars
SHADES = 4  # that parts take in turns
ROOM = 0.14  # of the width, below which a part has no room for its number
LETTERS = 10  # of such a number


def draw(stack: Stack, name: str) -> Markup:
    """Both bars, and the gap between them."""
    total = stack.total.point or 0.0
    whole = svg.element("rect", x=0, width=_place(stack, total), y=TOTAL, height=BAR, class_="whole")
    heads = [
        label(stack.total.figure, stack.total.who, 14.0),
        label(words.made(stack), words.gap(stack), 62.0),
    ]
    parts = [*axis(stack.scale, stack.unit, HEIGHT), whole, *_segments(stack), *_gap(stack, total), *heads]
    return svg.image(name, words.name(stack), words.describe(stack), HEIGHT + FOOT, *parts)


def _place(stack: Stack, value: float) -> str:
    return svg.percent(stack.scale.at(value))


def _segments(stack: Stack) -> Iterator[Markup]:
    start = 0.0
    for number, (said, amount) in enumerate(stack.parts):
        left, right = stack.scale.at(start), stack.scale.at(start + amount)
        x, width = svg.percent(left), svg.percent(right - left)
        yield svg.element(
            "rect", svg.element("title", svg.plain(said)), x=x, width=width, y=PARTS, height=BAR,
            class_=f"part shade{number % SHADES}",
        )  # fmt: skip
        if right - left > ROOM:
            middle = svg.percent((left + right) / 2)
            yield svg.text(svg.shortened(said.split(" ")[0], LETTERS), middle, PARTS + 13, "inside", "middle")
        start += amount


def _gap(stack: Stack, total: float) -> Iterator[Markup]:
    """What is missing or too much, as an empty box at the end of the parts."""
    first, last = sorted((stack.made, total))
    left, right = stack.scale.at(first), stack.scale.at(last)
    yield svg.element(
        "rect", x=svg.percent(left), width=svg.percent(right - left), y=PARTS, height=BAR, class_="gap"
    )
