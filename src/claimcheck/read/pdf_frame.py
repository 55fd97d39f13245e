"""What stands around the text on the pages of a PDF: running heads, feet and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby

from claimcheck.read.pdf_lines import Line

EDGE = 2  # lines at the top and at the bottom of a page that may be heads and feet
FEWEST = 2  # pages on which a head stands
SHARE = (
    0.25  # of the pages on which it stands; heads of left and right pages differ, those of chapters change
)


def inside(found: Sequence[Line]) -> Iterator[Line]:
    """The lines without heads, feet and page numbers, in their order."""
    pages = [list(page) for _, page in groupby(found, key=lambda line: line.page)]
    heads = Counter(key for page in pages for key in {_key(line) for line in _edge(page)})
    needed = max(FEWEST, SHARE * len(pages))
    for page in pages:
        edge = set(map(id, _edge(page)))
        for line in page:
            if id(line) not in edge or not _is_frame(line, heads, needed):
                yield line


def _is_frame(line: Line, heads: Counter[str], needed: float) -> bool:
    key = _key(line)
    if _number().fullmatch(line.words.strip()):
        return True
    return heads[key] >= needed and any(character.isalpha() for character in key)


def _edge(page: Iterable[Line]) -> list[Line]:
    """The lines nearest to the top and to the bottom of a page."""
    by_height = sorted(page, key=lambda line: line.bottom)
    return [*by_height[:EDGE], *by_height[EDGE:][-EDGE:]]


def _key(line: Line) -> str:
    """A line without its numbers."""
    return _digits().sub("#", " ".join(line.words.lower().split()))


@cache
def _digits() -> re.Pattern[str]:
    return re.compile(r"\d+|(?<=[ (])[ivxl]{1,6}\b")


@cache
def _number() -> re.Pattern[str]:
    # 12, - 12 -, iv, Page 3 of 12, 3/12
    number = r"(?:\d{1,4}|[ivxlc]{1,6})"
    return re.compile(rf"[-–—|\s]*(?:page\s+)?{number}(?:\s*(?:of|/)\s*\d{{1,4}})?[-–—|\s]*", re.IGNORECASE)
