"""Where sentences begin and end around a place of a text, be there a mention or none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from claimcheck.lexicon import dates, grammar
from claimcheck.model import Span

LONGEST_WORD = 12  # characters of an abbreviation


def around(plain: str, inside: Span, within: Span) -> Span:
    """The sentence that holds the stretch `inside`, as far as the stretch `within` of one block reaches."""
    start, last = within
    for stop in _stops(plain, within, _stop()):
        if stop.end() <= inside[0]:
            start = stop.end()
        elif stop.start() >= inside[1] - 1:
            return start, stop.start() + 1
    return start, last


def before(plain: str, start: int, reach: int) -> Span:
    """The sentence that ends before the one that begins at `start`; of a long one the last `reach` characters."""
    low = max(0, start - reach)
    end = low + len(plain[low:start].rstrip())
    return split(plain, (low, end))[-1]


def split(plain: str, span: Span) -> list[Span]:
    """The sentences of a stretch of text, one at least; across blocks, so that every line ends one."""
    borders = [span[0], *(stop.end() for stop in _stops(plain, span, _stop_or_line())), span[1]]
    return list(pairwise(borders))


def _stops(plain: str, span: Span, stop: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Where a sentence ends and another one begins, with the space between them."""
    return (match for match in stop.finditer(plain, *span) if not _goes_on(plain, match))


def _goes_on(plain: str, match: re.Match[str]) -> bool:
    """True behind an abbreviation or an initial."""
    if plain[match.start()] != ".":
        return False
    head = plain[max(0, match.start() - LONGEST_WORD) : match.start() + 1]
    word = head.split()[-1].lower().lstrip("(\"'“")
    known = word in grammar.words("abbreviations") or word[:-1] in grammar.words("dotted")
    return known or len(word) == 2 or dates.month(word) is not None


@cache
def _stop() -> re.Pattern[str]:
    return re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(`-]*\s?[A-Z0-9])|\n\s*\n")


@cache
def _stop_or_line() -> re.Pattern[str]:
    return re.compile(rf"{_stop().pattern}|\n\s*")
