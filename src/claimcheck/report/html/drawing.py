"""A picture as inline SVG."""

from __future__ import annotations

from markupsafe import Markup

from claimcheck.report.html import draw_copying, draw_line, draw_stack, draw_steps
from claimcheck.report.picture.marks import Line, Picture, Stack, Steps


def draw(picture: Picture, name: str) -> Markup:
    """The drawing; `name` is unique on the page."""
    if isinstance(picture, Line):
        return draw_line.draw(picture, name)
    if isinstance(picture, Stack):
        return draw_stack.draw(picture, name)
    if isinstance(picture, Steps):
        return draw_steps.draw(picture, name)
    return draw_copying.draw(picture, name)
