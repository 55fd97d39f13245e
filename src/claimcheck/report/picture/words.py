"""Pictures in words, for those who do not see them."""

from __future__ import annotations

from claimcheck.report.picture.marks import Copying, Line, Mark, Picture, Stack, Steps
from claimcheck.report.picture.scale import Scale, short

NAMES = {Line: "Number line", Stack: "Parts and total", Steps: "Steps over time", Copying: "Copied passages"}


def name(picture: Picture) -> str:
    """What kind of picture it is."""
    return NAMES[type(picture)]


def describe(picture: Picture) -> str:
    """All that can be seen in a picture."""
    if isinstance(picture, Line):
        rows = [_mark(mark, picture) for mark in picture.marks]
        more = [f"{picture.more} more are not drawn."] if picture.more else []
        return " ".join([_reach(picture.scale, picture.unit), *rows, *more])
    if isinstance(picture, Stack):
        parts = ", ".join(words for words, _ in picture.parts)
        whole = f"{picture.total.figure} ({picture.total.who})"
        return f"The whole: {whole}. The parts: {parts}. {made(picture)}, {gap(picture)}."
    if isinstance(picture, Steps):
        return "; then ".join(f"{step.figure} ({_when(step.who, step.when)})" for step in picture.steps) + "."
    return " ".join(f"{copy} repeats {count} figures of {origin}." for origin, copy, count in picture.pairs)


def made(stack: Stack) -> str:
    """What the parts come to."""
    return f"{short(stack.made)} in {len(stack.parts)} part{'s' if len(stack.parts) > 1 else ''}"


def gap(stack: Stack) -> str:
    """How far the parts are from the total."""
    apart = stack.made - (stack.total.point or 0.0)
    return (
        f"{short(abs(apart))} {'less' if apart < 0 else 'more'} than the whole" if apart else "as the whole"
    )


def _reach(line: Scale, unit: str) -> str:
    by = ", each step a power of ten" if line.log else ""
    return f"From {short(line.low)} to {short(line.high)}{f' {unit}' if unit else ''}{by}."


def _mark(mark: Mark, picture: Line) -> str:
    copied = f", copied from {picture.marks[mark.origin].who}" if mark.origin is not None else ""
    return f"{mark.figure} ({mark.who}{copied}): {_ends(mark)}."


def _ends(mark: Mark) -> str:
    if mark.low is None or mark.high is None:
        known = mark.high if mark.low is None else mark.low
        return f"{short(known or 0.0)} {'or less' if mark.low is None else 'and above'}"
    if mark.low == mark.high:
        return short(mark.low)
    return f"{short(mark.low)} to {short(mark.high)}"


def _when(who: str, when: str) -> str:
    return f"{who}, {when}" if when else who
