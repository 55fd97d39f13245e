"""Hedges left and right of a number."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from claimcheck.extract.around import Around, Endings, endings_of
from claimcheck.extract.trie import openings_of, phrases, trie
from claimcheck.lexicon import hedges as table
from claimcheck.lexicon.numbers import words as number_words
from claimcheck.model import Hedge

_OPENING = frozenset("-\"'“‘(")  # may stand between a hedge and its number


class Found(msgspec.Struct, frozen=True, gc=False):
    """A hedge with the span of the words that carry it."""

    hedge: Hedge
    start: int
    end: int


@cache
def _left() -> re.Pattern[str]:
    hedge, between = phrases(table.before()), phrases(table.hedges().between.words)
    return re.compile(
        rf"(?:(?<![\w-])|(?=[<>≤≥~≈]))(?P<hedge>{hedge})(?P<between>(?:\s+{between}(?![\w-]))*)\s*[-\"'“‘(]?\s*$"
    )


@cache
def _left_endings() -> Endings:
    return endings_of((*table.before(), *table.hedges().between.words))


@cache
def _right() -> re.Pattern[str]:
    phrase, number = phrases(table.after()), trie(tuple(number_words()))
    return re.compile(
        rf"(?P<plus>\+)(?!\w)|(?:,?\s+|-|\s*\()(?P<hedge>{phrase})(?![\w])(?!\s+(?:[\d$€£]|(?:than|to|(?:a\s)?{number})\b))"
    )


@cache
def _right_openings() -> frozenset[str]:
    return openings_of(table.after())


def hedge_before(around: Around, start: int, *, word_number: bool, time_unit: bool) -> Found | None:
    """The hedge that ends right in front of offset `start` (number or currency)."""
    left = around.left[: len(around.left) - (around.start - start)]
    words = left.rstrip()
    words = words[:-1] if words[-1:] in _OPENING else words
    if not _left_endings().fit(words):
        return None
    match = _left().search(left, _left_endings().reach(words))
    if match is None:
        return None
    phrase = " ".join(match["hedge"].split())
    between = " ".join(match["between"].split())
    during = word_number and time_unit and _is_during(phrase, left[: match.start("hedge")])
    across = between in ("a", "an") and around.low.startswith("-", around.end)  # "over a 90-foot stretch"
    if during or _is_preposition(phrase, "the" if across else between):
        return None
    offset = start - len(left)
    return Found(table.before()[phrase], offset + match.start("hedge"), offset + match.end("hedge"))


def _is_preposition(phrase: str, between: str) -> bool:
    """ "over the past 24 hours", "around these five"."""
    rows = table.hedges().prepositions
    return phrase in rows.hedges and between.startswith(rows.before) and not between.startswith("the age")


def _is_during(phrase: str, before: str) -> bool:
    """ "fought over four long years" tells how long; "for over four years" and "took over four years" a bound."""
    words = before.rsplit(None, 1)
    return phrase == "over" and (not words or words[-1] not in table.hedges().prepositions.after)


def _leans(around: Around, hedge: Hedge, end: int) -> bool:
    """ "two objects exactly alike": the hedge belongs to what follows it."""
    words = table.hedges().leaning.get(hedge, ())
    return around.low.startswith(tuple(f" {each}" for each in words), end)


def hedge_after(around: Around, *ends: int) -> Found | None:
    """The hedge that begins right behind the number or behind its unit or noun."""
    for end in ends:
        if end == around.end and around.follower and around.follower not in _right_openings():
            continue
        match = _right().match(around.low, end, around.ceiling)
        if match is None:
            continue
        if match["plus"]:
            return Found("at_least", match.start(), match.end())
        phrase = " ".join(match["hedge"].split())
        if _leans(around, table.after()[phrase], match.end()):
            continue
        if phrase == "plus" and around.low[end : end + 1] != "-":
            continue
        return Found(table.after()[phrase], match.start(), match.end())
    return None
