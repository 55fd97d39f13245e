"""The table of words that make a number the amount of a change."""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from claimcheck.lexicon import load

Trend = Literal["up", "down"]


class Words(msgspec.Struct, frozen=True):
    """A bare list of phrases."""

    words: tuple[str, ...]


class Thrown(msgspec.Struct, frozen=True):
    """Verbs that let things fall, and such things."""

    verbs: frozenset[str]
    things: frozenset[str]


class TrendTable(msgspec.Struct, frozen=True):
    """`trends.toml` as it stands."""

    before: dict[Trend, tuple[str, ...]]
    after: dict[Trend, tuple[str, ...]]
    acting: dict[Trend, tuple[str, ...]]
    between: Words
    turning: Words
    thrown: Thrown
    levels: Words
    spread: Words


@cache
def trends() -> TrendTable:
    """The table, loaded on first use."""
    return load("trends", TrendTable)


@cache
def spread_words() -> frozenset[str]:
    """Words that make "from A to B" a range."""
    return frozenset(trends().spread.words)


@cache
def level_words() -> frozenset[str]:
    """Words that make "from A to B" a change between two levels."""
    table = trends()
    return frozenset(table.levels.words).union(*table.before.values(), *table.after.values())
