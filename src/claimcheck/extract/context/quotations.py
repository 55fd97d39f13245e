"""The stretches of a text that stand in quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from operator import itemgetter

from claimcheck.model import Block, Span

_OPENINGS = ('"', "“", "«", "‘", "`", "„", " '")  # every quotation has one; an apostrophe that opens a word


def find(plain: str, block: Block) -> list[Span]:
    """The spans of a block inside quotation marks, marks excluded; an unclosed mark runs to the end of the block."""
    text = plain[block.start : block.end]
    if not text.startswith("'") and not any(map(text.__contains__, _OPENINGS)):
        return []
    found = []
    for match in _quotation().finditer(text):
        number = match.lastindex
        if number is not None and match.group(number).strip():
            found.append((block.start + match.start(number), block.start + match.end(number)))
    return found


@cache
def _quotation() -> re.Pattern[str]:
    return re.compile(
        r"""
        “([^“”]*)(?:”|\Z)            # open to the end of the block: the quotation goes on in the next one
        | "(?<![\w.,!?;:%)…]")([^"]*)(?:(?<=\s)(?="\S)|")  # up to the next one that opens, where none closes
        | ``(.*?)(?:''|\Z)
        | «([^»]*)»
        | „([^“”„]*)[“”]
        | ‘(?<![^\W_]‘)((?=\S)(?:[^‘’']|(?<=\w)[’'](?=\w))*)[’'](?!\w)
        | '(?<![^\W_]')((?=\S)(?:[^‘’']|(?<=\w)[’'](?=\w))*)[’'](?!\w)
        """,  # each begins with one sign, so that the engine can skip to the next of them
        re.VERBOSE | re.DOTALL,
    )


def quotation_at(spans: Sequence[Span], start: int, end: int) -> Span | None:
    """The first of the quotations, which are in order and apart, that has a part of `start`:`end`."""
    index = bisect_right(spans, start, key=itemgetter(1))
    return spans[index] if index < len(spans) and spans[index][0] < end else None


def is_quoted(spans: Sequence[Span], start: int, end: int) -> bool:
    """True where a mention lies in a quotation."""
    quotation = quotation_at(spans, start, end)
    return quotation is not None and quotation[0] <= start and end <= quotation[1]
