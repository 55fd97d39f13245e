"""Trend: whether a number is the amount of a rise or a fall."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.extract.around import Around, Endings, endings_of
from claimcheck.extract.trie import trie
from claimcheck.lexicon import nounphrase
from claimcheck.lexicon.trends import Trend, trends


@cache
def _names() -> dict[str, Trend]:
    """The direction that each word of the table gives."""
    table = trends()
    rows = (table.before, table.after, table.acting)
    return {word: name for row in rows for name, words in row.items() for word in words}


@cache
def _left() -> re.Pattern[str]:
    table = trends()
    before = trie(tuple(word for words in table.before.values() for word in words))
    return re.compile(rf"(?<![\w-])(?P<word>{before})(?:\s+{trie(table.between.words)})*\s*$")


@cache
def _turns() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[,;:(–—]|\b{trie(trends().turning.words)})\s*$")


@cache
def _acting() -> re.Pattern[str]:
    """A verb with its object: "cut its costs by"."""
    acting = trie(tuple(word for words in trends().acting.values() for word in words))
    return re.compile(rf"(?<![\w-])(?P<word>{acting})(?:\s+[\w'’-]+){{1,4}}\s+by\s*$")


@cache
def _right() -> re.Pattern[str]:
    after = trie(tuple(word for words in trends().after.values() for word in words))
    return re.compile(rf"\s+(?P<word>{after})\b")


@cache
def _left_endings() -> Endings:
    table = trends()
    return endings_of((*table.between.words, *(word for words in table.before.values() for word in words)))


def _modifies(around: Around, before: str, end: int) -> bool:
    """True for a measure behind an article that tells the kind of a thing: "cut a 3-mile trench"."""
    token = around.token(end) if before.endswith((" a ", " an ")) else None
    return token is not None and token.is_word and token.low not in nounphrase.stops() | _names().keys()


def _throws(word: str, noun: str | None) -> bool:
    """True for what is let fall: "dropped 20 bombs"."""
    return word in trends().thrown.verbs and noun in trends().thrown.things


def read_trend(
    around: Around, start: int, end: int, noun: str | None = None, *, measured: bool
) -> Trend | None:
    """The direction of a change whose amount starts (hedge included) at `start` and ends at `end`.

    `noun` is what a count counts.
    """
    before = around.left if start == around.start else around.left[: start - around.start]
    endings = _left_endings()
    match = _left().search(before, endings.reach(before)) if endings.fit(before) else None
    if match is not None and match["word"] in ("up", "down") and not _turns().search(before[: match.start()]):
        return None  # "put up 23 points"
    if match is not None and (_modifies(around, before, end) or _throws(match["word"], noun)):
        return None  # "dropped a 500-pound bomb"
    if match is None and measured and before.endswith(" by "):
        match = _acting().search(before)
    if match is None:
        match = _right().match(around.low, end, around.ceiling)
    return _names()[match["word"]] if match else None
