"""A figure that moved: a step for each value, from left to right."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from claimcheck.report.html import svg
from claimcheck.report.picture import words
from claimcheck.report.picture.marks import Steps

HEIGHT, TOP, BOTTOM = 132.0, 26.0, 92.0


def draw(steps: Steps, name: str) -> Markup:
    """The steps with their values above and their dates below."""
    return svg.image(name, words.name(steps), words.describe(steps), HEIGHT, *_parts(steps))


def _parts(steps: Steps) -> Iterator[Markup]:
    share = 1 / len(steps.steps)
    letters = max(6, round(56 * share))
    before: float | None = None
    for number, step in enumerate(steps.steps):
        left, right = svg.percent(number * share), svg.percent((number + 1) * share)
        y = BOTTOM - (BOTTOM - TOP) * steps.scale.at(step.value)
        if before is not None:
            yield svg.element("line", x1=left, x2=left, y1=before, y2=y, class_="riser")
        yield svg.element("line", x1=left, x2=right, y1=y, y2=y, class_="step")
        yield svg.text(svg.shortened(step.figure, letters), left, y - 7, "figure")
        yield svg.text(svg.shortened(step.when or f"{number + 1}.", letters), left, BOTTOM + 18, "tick")
        yield svg.text(svg.shortened(step.who, letters), left, BOTTOM + 34, "who")
        before = y
    yield svg.element("line", x1=0, x2="100%", y1=BOTTOM + 3, y2=BOTTOM + 3, class_="axis")
