"""Lines of a PDF become headings, paragraphs, items and tables, across columns and pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from statistics import median

import msgspec

from claimcheck.model import BlockKind
from claimcheck.read.pdf_lines import HYPHENS, Line, item
from claimcheck.read.structure import squeeze

LARGER = 1.12  # size of a heading against that of the text
LONGEST_HEADING = 160  # characters
OPEN = 1.35  # space between the levels of two paragraphs, in usual spaces between two lines
SHORT = 0.85  # width of a line that had room for more, in full widths
ALIGNED = 3.0  # difference between left ends in one column, in sizes of the type
INDENT = 0.8  # of a first line, in sizes of the type
LEVELS = 6


class Paragraph(msgspec.Struct, frozen=True):
    """Words that belong together, the pages that they stand on, or rows of a table."""

    page: int
    words: str = ""
    kind: BlockKind = "paragraph"
    level: int = 0  # of a heading
    pages: tuple[tuple[int, int], ...] = ()  # offset in the words from which they stand on a page
    rows: tuple[tuple[str, ...], ...] = ()


class _Look(msgspec.Struct, frozen=True):
    """What is usual in a file: size of the text, space between its levels, and the sizes of headings."""

    size: float
    leading: float
    headings: tuple[float, ...]
    width: dict[tuple[int, int], float]  # right end of the lines of a page that begin about there


def paragraphs(lines: Iterable[Line]) -> Iterator[Paragraph]:
    """The paragraphs in the order of the lines."""
    every = list(lines)
    if not every:
        return
    look = _look(every)
    for group in _groups(every, look):
        if len(group) > 1 and len(group[0].cells) > 1:
            yield Paragraph(group[0].page, rows=tuple(tuple(line.cells) for line in group))
        else:
            yield _paragraph(group, look)


def _look(lines: Sequence[Line]) -> _Look:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.words)
    size = sizes.most_common(1)[0][0]
    steps = [
        before.bottom - line.bottom
        for before, line in pairwise(lines)
        if before.page == line.page
        and 0 < before.bottom - line.bottom < 3 * size
        and line.size == before.size == size
        and line.words[:1].islower()  # inside a paragraph: most may have one line
    ]
    larger = sorted({line.size for line in lines if line.size >= LARGER * size}, reverse=True)
    width: dict[tuple[int, int], float] = {}
    for line in lines:
        for place in _column(line, size):
            width[place] = max(width.get(place, 0.0), line.right)
    return _Look(size, median(steps) if steps else 1.2 * size, tuple(larger), width)


def _column(line: Line, size: float) -> tuple[tuple[int, int], ...]:
    """Where lines of one column begin, as two steps that overlap."""
    step = line.left / (ALIGNED * size)
    return (line.page, int(step)), (line.page, int(step + 0.5) - 10_000)


def _groups(lines: Sequence[Line], look: _Look) -> Iterator[list[Line]]:
    """Lines that make one paragraph or one table."""
    group: list[Line] = []
    for line in lines:
        if group and not _goes_on(group, line, look):
            yield group
            group = []
        group.append(line)
    yield group


def _goes_on(group: Sequence[Line], line: Line, look: _Look) -> bool:
    before = group[-1]
    cells = len(line.cells)
    if cells > 1 or len(before.cells) > 1:
        return cells == len(before.cells) and before.page == line.page and before.bottom > line.bottom
    if abs(before.size - line.size) > 0.5 or _is_heading(before, look) != _is_heading(line, look):
        return False
    if item().match(line.words):
        return False
    ended = bool(_stop().search(before.words))
    full = _is_full(before, look)
    step = before.bottom - line.bottom
    if before.page != line.page or step < 0:
        return not ended and (full or line.words[:1].islower())
    if step > OPEN * max(look.leading, 1.1 * line.size):
        return False
    listed = bool(item().match(group[0].words))
    if line.left > before.left + INDENT * line.size and ended and not listed:
        return False
    return full or (not ended and not line.words[:1].isupper())


def _is_full(line: Line, look: _Look) -> bool:
    """True for a line that reaches about as far as the others of its column."""
    right = max(look.width[place] for place in _column(line, look.size))
    return line.right - line.left >= SHORT * (right - line.left)


def _is_heading(line: Line, look: _Look) -> bool:
    large = line.size >= LARGER * look.size
    return (
        (large or line.bold)
        and len(line.words) <= LONGEST_HEADING
        and not line.words.rstrip().endswith((".", ","))
    )


def _paragraph(group: Sequence[Line], look: _Look) -> Paragraph:
    words, pages = "", [(0, group[0].page)]
    for line in group:
        more = squeeze(line.words)
        words = _join(words, more)
        if line.page != pages[-1][1]:
            pages.append((len(words) - len(more), line.page))
    first = group[0]
    if all(_is_heading(line, look) for line in group) and len(words) <= LONGEST_HEADING:
        level = look.headings.index(first.size) + 1 if first.size in look.headings else len(look.headings) + 1
        return Paragraph(first.page, words, level=min(level, LEVELS), pages=tuple(pages))
    mark = item().match(words)
    if mark:
        pages = [(max(0, offset - mark.end()), page) for offset, page in pages]
        return Paragraph(first.page, words[mark.end() :].strip(), "item", pages=tuple(pages))
    return Paragraph(first.page, words, pages=tuple(pages))


def _join(words: str, more: str) -> str:
    """Two lines as one; a hyphen that only broke a word is gone."""
    if not words:
        return more.lstrip(HYPHENS)
    if words[-1] in HYPHENS or (words[-1] in "-‐" and words[-2:-1].isalpha() and more[:1].islower()):
        return words[:-1] + more
    return words + ("" if words[-1] in "-‐" and words[-2:-1].isalnum() else " ") + more


@cache
def _stop() -> re.Pattern[str]:
    return re.compile(r"""[.!?:;…]["'”’»)\]]*\s*\Z""")
