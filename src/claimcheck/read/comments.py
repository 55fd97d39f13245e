"""Comments in markup that speak to claimcheck; what only shows such a comment, in code, is none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from claimcheck.model import Span
from claimcheck.read import inline

if TYPE_CHECKING:
    from markdown_it.token import Token

MARK = "claimcheck:"
PROSE = ("inline", "html_block", "tr_open")  # tokens whose lines may hold comments


def markdown(text: str, lines: Sequence[Span], tokens: Iterable[Token]) -> tuple[Span, ...]:
    """The spans of such comments in Markdown."""
    if not speaks(text):
        return ()
    places = [token.map for token in tokens if token.type in PROSE and token.map]
    spans = (span for first, last in places for span in _html(text, lines[first][0], lines[last - 1][1]))
    return tuple(dict.fromkeys(spans))


def _html(text: str, start: int, end: int) -> Iterator[Span]:
    words = inline.without_code(text[start:end])
    if speaks(words) and not _verbatim().match(words):
        for found in _comment().finditer(words):
            yield start + found.start(), start + found.end()


def speaks(text: str) -> bool:
    """True for a text that holds the mark of such comments, in whatever case."""
    return _mark().search(text) is not None


def divides(comment: str) -> bool:
    """True for a comment that means what comes behind it, and not the text that it stands in."""
    return _ignore().search(comment) is None


def rst(text: str, start: int, end: int) -> bool:
    """True for a line of explicit markup that is such a comment."""
    return _rst().match(text, start, end) is not None


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(MARK, re.IGNORECASE)


@cache
def _ignore() -> re.Pattern[str]:
    return re.compile(rf"{MARK}\s*ignore\b", re.IGNORECASE)


@cache
def _comment() -> re.Pattern[str]:
    return re.compile(rf"<!--\s*{MARK}.*?-->", re.DOTALL | re.IGNORECASE)


@cache
def _verbatim() -> re.Pattern[str]:
    return re.compile(r"\s*<(?:pre|script|style|textarea)\b", re.IGNORECASE)


@cache
def _rst() -> re.Pattern[str]:
    return re.compile(rf"\.\.[ \t]+{MARK}", re.IGNORECASE)
