"""Spans of a text turned to spaces: the length and every line break stay."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from claimcheck.model import Span


def blank(text: str, spans: Iterable[Span]) -> str:
    """`text` with the spans (any order, may overlap) as spaces; `\\r` and `\\n` are kept."""
    parts: list[str] = []
    done = 0
    for start, end in merged(spans):
        parts += (text[done:start], spaces(text[start:end]))
        done = end
    return "".join((*parts, text[done:])) if parts else text


def keep(text: str, spans: Iterable[Span]) -> str:
    """`text` with everything outside the spans as spaces."""
    return blank(text, outside(spans, len(text)))


def outside(spans: Iterable[Span], length: int) -> Iterator[Span]:
    """What the spans leave of `0..length`, in order."""
    done = 0
    for start, end in merged(spans):
        if start > done:
            yield done, start
        done = end
    if done < length:
        yield done, length


def merged(spans: Iterable[Span]) -> Iterator[Span]:
    """The spans in order, those that touch or overlap as one, the empty ones left out."""
    start = end = -1
    for low, high in sorted(spans):
        if low >= high:
            continue
        if low > end:
            if end > start:
                yield start, end
            start, end = low, high
        else:
            end = max(end, high)
    if end > start:
        yield start, end


def spaces(text: str) -> str:
    """As many spaces as `text` has characters, with its line breaks."""
    if "\n" not in text and "\r" not in text:
        return " " * len(text)
    return _not_a_break().sub(lambda run: " " * len(run[0]), text)


@cache
def _not_a_break() -> re.Pattern[str]:
    return re.compile(r"[^\r\n]+")
