"""Lines of reStructuredText with their indentation."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import TypeAlias

import msgspec

from claimcheck.read.structure import line_spans

ROLES = 3  # that a text must have to be reStructuredText without a directive


def is_rst(text: str) -> bool:
    """True for a text with a directive, or with several roles: files of documentation are often named as plain text."""
    roles = islice(_role().finditer(text), ROLES) if "`" in text else ()
    return (".. " in text and _directive().search(text) is not None) or sum(1 for _ in roles) == ROLES


class Line(msgspec.Struct, frozen=True):
    """A line: where it begins, where its words begin and end, and the column of the first word."""

    begin: int
    start: int
    end: int
    indent: int

    @property
    def words(self) -> bool:
        """False for a blank line."""
        return self.end > self.start


Lines: TypeAlias = list[Line]


def rst_lines(text: str, start: int) -> Lines:
    """Every line of `text` from `start` on; a tab goes to the next multiple of eight."""
    return [_line(text, *span) for span in line_spans(text, start)]


def region(lines: Lines, index: int, stop: int, indent: int) -> int:
    """The end of the lines from `index` on that are blank or indented at least so far."""
    while index < stop and (not lines[index].words or lines[index].indent >= indent):
        index += 1
    return index


def _line(text: str, begin: int, end: int) -> Line:
    words = text[begin:end].rstrip()
    start = begin + len(words) - len(words.lstrip())
    return Line(begin, start, begin + len(words), len(text[begin:start].expandtabs(8)))


@cache
def _directive() -> re.Pattern[str]:
    return re.compile(r"^[ \t]*\.\. (?:\|[^|\n]{1,80}\|[ \t]+)?[a-z][\w:-]*::(?=\s|\Z)", re.MULTILINE)


@cache
def _role() -> re.Pattern[str]:
    return re.compile(r"(?<!\w):[a-z]+:`[^`\n]+`")
