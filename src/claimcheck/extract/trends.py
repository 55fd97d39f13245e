"""Trend: whether a number is the amount of a rise or a fall."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.extract.around import Around, Endings, endings_of
from claimcheck.extract.trie import trie
from claimcheck.lexicon.trends import Trend, trends

_TURNS = re.compile(r"(?:^|[,;:(–—]|\b(?:and|are|be|been|closed|ended|go|goes|is|moved|was|went|were))\s*$")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, Trend]]:
    table = trends()
    before = {word: name for name, words in table.before.items() for word in words}
    after = {word: name for name, words in table.after.items() for word in words}
    left = rf"(?<![\w-])(?P<word>{trie(tuple(before))})(?:\s+{trie(table.between.words)})*\s*$"
    right = rf"\s+(?P<word>{trie(tuple(after))})\b"
    return re.compile(left), re.compile(right), before | after


@cache
def _left_endings() -> Endings:
    table = trends()
    return endings_of((*table.between.words, *(word for words in table.before.values() for word in words)))


def read_trend(around: Around, start: int, end: int) -> Trend | None:
    """The direction of a change whose amount starts (hedge included) at `start` and ends at `end`."""
    left, right, names = _patterns()
    before = around.left[: max(0, len(around.left) - (around.start - start))]
    match = left.search(before) if _left_endings().fit(before) else None
    if (
        match is not None
        and match["word"] in ("up", "down")
        and not _TURNS.search(around.left[: match.start()])
    ):
        return None  # "put up 23 points"
    if match is None:
        match = right.match(around.low, end, around.ceiling)
    return names[match["word"]] if match else None
