"""The lines of a PDF page: runs of characters that stand on one level, in the order of the page."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec

from claimcheck.read.raised import raised

Text = Any  # a page of text of the library
SMALL = 0.8  # size of raised characters against those beside them
WIDE = 1.5  # space between two cells of a table, in sizes of the type
SAME_LEVEL = 0.5  # share of the lower of two heights that both have in common
RAISED = 0.15  # height above the line of what is raised, in sizes of the type
HYPHENS = "\x02\ufffe\u00ad"  # how the library marks a hyphen that only breaks a word
TAB = "\t"  # between what looks like the cells of a table
MOST_CHARACTERS = 400_000  # on one page


class Line(msgspec.Struct, frozen=True):
    """A line in points from the left and the bottom of its page; `words` have tabs between cells."""

    page: int
    words: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    bold: bool = False

    @property
    def cells(self) -> list[str]:
        """What stands between wide gaps; the mark of an item is no cell."""
        words = self.words.strip()
        mark = item().match(words)
        return [cell.strip() for cell in words[mark.end() if mark else 0 :].split(TAB)]


def lines(text: Text, page: int) -> Iterator[Line]:
    """The lines of a page; what is raised or set beside a line is part of it."""
    open_line: Line | None = None
    for run in _runs(text, page):
        if open_line is None:
            open_line = run
        elif _same_level(open_line, run):
            open_line = _joined(open_line, run)
        else:
            yield open_line
            open_line = run
    if open_line is not None:
        yield open_line


def _same_level(line: Line, run: Line) -> bool:
    common = min(line.top, run.top) - max(line.bottom, run.bottom)
    lower = min(line.top - line.bottom, run.top - run.bottom)
    return run.left >= line.right - line.size and common >= SAME_LEVEL * lower > 0


def _joined(line: Line, run: Line) -> Line:
    above = run.bottom > line.bottom + RAISED * line.size
    if above and run.size < SMALL * line.size and run.words.strip().isdigit():
        words = line.words + raised(line.words, run.words.strip())
        return msgspec.structs.replace(line, words=words, right=run.right)
    gap = run.left - line.right
    near = " " if gap > line.size / 8 and not line.words.endswith(" ") else ""
    by = TAB if gap > WIDE * line.size else near
    return msgspec.structs.replace(
        line,
        words=line.words + by + run.words.lstrip(HYPHENS),
        right=run.right,
        size=max(line.size, run.size),
    )


def _runs(text: Text, page: int) -> Iterator[Line]:
    """The stretches between two breaks of the library."""
    characters = _characters(text)
    start = 0
    for number, character in enumerate([*characters, "\n"]):
        broken = character in HYPHENS
        if broken or character in "\r\n":
            number += broken  # the hyphen stays: who joins the lines takes it away
            words = "".join(characters[start:number])
            if words.strip():
                yield _run(text, page, characters, start, number)
            start = number + (not broken)


def _run(text: Text, page: int, characters: list[str], start: int, end: int) -> Line:
    seen = [number for number in range(start, end) if not characters[number].isspace()]
    first, last = text.get_charbox(seen[0], loose=True), text.get_charbox(seen[-1], loose=True)
    size = _size(text, seen[0])
    words = "".join(_spaced(text, characters, start, end, size))
    return Line(
        page, words.replace("\0", ""), first[0], min(first[1], last[1]), last[2], max(first[3], last[3]), size,
        _bold(text, seen[0]),
    )  # fmt: skip


def _spaced(text: Text, characters: list[str], start: int, end: int, size: float) -> Iterator[str]:
    """The characters of a run: a wide gap becomes a tab, raised digits a unit or nothing."""
    from pypdfium2 import raw

    before = start  # the last character that is not raised
    for number in range(start, end):
        character = characters[number]
        if character == " " and start < number < end - 1 and raw.FPDFText_IsGenerated(text, number) == 1:
            left, right = text.get_charbox(number - 1, loose=True), text.get_charbox(number + 1, loose=True)
            character = TAB if right[0] - left[2] > WIDE * size else " "
        elif character.isdigit() and number > start and _is_raised(text, number, before):
            character = raised("".join(characters[max(start, before - 4) : before + 1]), character)
        elif not character.isspace():
            before = number
        yield character


def _is_raised(text: Text, number: int, before: int) -> bool:
    size = _size(text, before)
    if _size(text, number) >= SMALL * size:
        return False
    return bool(text.get_charbox(number)[1] > text.get_charbox(before, loose=True)[1] + RAISED * size)


def _characters(text: Text) -> list[str]:
    """One string for each character that the library counts."""
    from pypdfium2 import raw

    count = min(text.count_chars(), MOST_CHARACTERS)
    return [_named(raw.FPDFText_GetUnicode(text, number)) for number in range(count)]


def _named(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def _size(text: Text, number: int) -> float:
    from pypdfium2 import raw

    _, bottom, _, top = text.get_charbox(number, loose=True)
    # Some files scale type of size 1; the height tells then.
    size = raw.FPDFText_GetFontSize(text, number)
    return round(float(size if size > 2 else max(1.0, (top - bottom) * 0.85)), 1)


def _bold(text: Text, number: int) -> bool:
    from pypdfium2 import raw

    name = ctypes.create_string_buffer(100)
    raw.FPDFText_GetFontInfo(text, number, name, 100, None)
    return b"bold" in name.value.lower()


@cache
def item() -> re.Pattern[str]:
    """The mark of an item at the beginning of a line."""
    return re.compile(r"(?:[•‣◦▪●○■□\uf0b7–-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+(?=\S)")
