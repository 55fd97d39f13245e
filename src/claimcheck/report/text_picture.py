"""The picture of a finding in plain characters, for a terminal that is wide enough."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from claimcheck.model import Finding, Report
from claimcheck.report import picture
from claimcheck.report.picture import words
from claimcheck.report.picture.marks import Line, Mark, Picture, Setting, Stack, Steps, setting
from claimcheck.report.picture.scale import Scale, short

NARROWEST = 72  # columns of a terminal that has room for a picture beside its words
LABEL = 0.4  # of the columns go to words, at most
INDENT = 4  # of what stands in the block of a finding
GAP = "  "
TICKS = 4
POINT, COPY, BAND, LEFT, RIGHT, FREE, AXIS, TICK = "●", "○", "━", "◀", "▶", "·", "─", "┴"  # fmt: skip
SHADES, MISSING = "█▓▒░", "┄"


def drawer(report: Report, width: int) -> Callable[[Finding], list[Text]]:
    """Draws the findings of a report on a terminal of so many columns."""
    return partial(_lines, around=setting(report), width=width - INDENT)


def _lines(finding: Finding, around: Setting, width: int) -> list[Text]:
    """The lines of the picture; none where the terminal has no room for it."""
    drawn = picture.of(finding, around) if width >= NARROWEST - INDENT else None
    draw = _DRAW.get(type(drawn)) if drawn else None
    return list(draw(drawn, width)) if draw else []


def _line(drawn: Line, width: int) -> Iterator[Text]:
    labels = [f"{'↳ ' if mark.origin is not None else ''}{mark.figure} · {mark.who}" for mark in drawn.marks]
    label = min(int(LABEL * width), max(map(cell_len, labels)))
    room = width - label - len(GAP)
    for mark, said in zip(drawn.marks, labels, strict=True):
        yield _row(
            said, label, "".join(_track(mark, drawn.scale, room)), "green" if mark.reference else "blue"
        )
    yield from _axis(drawn.scale, drawn.unit, label, room)
    if drawn.more:
        yield Text(f"{drawn.more} more are not drawn", "dim")


def _row(said: str, label: int, track: str, style: str) -> Text:
    cut = said if cell_len(said) <= label else set_cell_size(said, label - 1) + "…"
    return Text.assemble(set_cell_size(cut, label), GAP, (track, style))


def _column(line: Scale, value: float, room: int) -> int:
    return round(line.at(value) * (room - 1))


def _track(mark: Mark, line: Scale, room: int) -> list[str]:
    """A row of characters: free, a band, its arrowheads, and the figure itself."""
    low = 0 if mark.low is None else _column(line, mark.low, room)
    high = room - 1 if mark.high is None else _column(line, mark.high, room)
    track = [FREE] * room
    if mark.is_band:
        track[low : high + 1] = [BAND] * (high + 1 - low)
    if mark.low is None:
        track[low] = LEFT
    if mark.high is None:
        track[high] = RIGHT
    if mark.point is not None:
        track[_column(line, mark.point, room)] = COPY if mark.origin is not None else POINT
    return track


def _axis(line: Scale, unit: str, label: int, room: int) -> Iterator[Text]:
    """The line itself with its ticks, and their values below."""
    axis, values = [AXIS] * room, [" "] * room
    end = -1
    for value in line.ticks(TICKS):
        column = _column(line, value, room)
        said = short(value) + ("%" if unit == "%" else "")
        start = min(max(0, column - len(said) // 2), room - len(said))
        axis[column] = TICK
        if start > end:
            values[start : start + len(said)] = said
            end = start + len(said)
    yield Text(f"{' ' * label}{GAP}{''.join(axis)}", "dim")
    yield Text(f"{set_cell_size(unit if unit != '%' else '', label)}{GAP}{''.join(values)}".rstrip(), "dim")


def _stack(drawn: Stack, width: int) -> Iterator[Text]:
    total = drawn.total.point or 0.0
    heads = [f"{drawn.total.figure} · {drawn.total.who}", words.made(drawn)]
    label = min(int(LABEL * width), max(map(cell_len, heads)))
    room = width - label - len(GAP)
    yield _row(heads[0], label, SHADES[0] * (_column(drawn.scale, total, room) + 1), "blue")
    yield _row(heads[1], label, _parts(drawn, total, room), "blue")
    yield from _axis(drawn.scale, drawn.unit, label, room)
    yield Text(words.gap(drawn), "dim")


def _parts(drawn: Stack, total: float, room: int) -> str:
    """The parts in turns of shades, and what is missing as dots."""
    track, here = "", 0.0
    for number, (_, amount) in enumerate(drawn.parts):
        here += amount
        track += SHADES[1 + number % (len(SHADES) - 1)] * (_column(drawn.scale, here, room) + 1 - len(track))
    return track + MISSING * max(0, _column(drawn.scale, total, room) + 1 - len(track))


def _steps(drawn: Steps, width: int) -> Iterator[Text]:
    """A row for each step: when, a bar as long as the value, the figure."""
    names = [" · ".join(part for part in (step.when, step.who) if part) for step in drawn.steps]
    label = min(int(LABEL * width), max(map(cell_len, names)))
    figure = max(cell_len(step.figure) for step in drawn.steps)
    room = max(10, width - label - len(GAP) - figure - 1)
    for step, name in zip(drawn.steps, names, strict=True):
        track = AXIS * _column(drawn.scale, step.value, room) + POINT
        yield _row(name, label, f"{track} {step.figure}", "blue")


_DRAW: dict[type[Picture], Callable[..., Iterator[Text]]] = {Line: _line, Stack: _stack, Steps: _steps}
