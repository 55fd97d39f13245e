"""The table of hedges."""

from __future__ import annotations

from functools import cache

import msgspec

from claimcheck.lexicon import load
from claimcheck.model import Hedge


class Between(msgspec.Struct, frozen=True):
    """Words that may stand between a hedge and its number."""

    words: tuple[str, ...]


class Prepositions(msgspec.Struct, frozen=True):
    """Hedges that are plain prepositions in front of certain words; behind `after` they are none."""

    hedges: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]


class HedgeTable(msgspec.Struct, frozen=True):
    """`hedges.toml` as it stands: class -> phrases, left and right of the number, and what they lean on."""

    before: dict[Hedge, tuple[str, ...]]
    after: dict[Hedge, tuple[str, ...]]
    leaning: dict[Hedge, tuple[str, ...]]
    between: Between
    prepositions: Prepositions


@cache
def hedges() -> HedgeTable:
    """The table, loaded on first use."""
    return load("hedges", HedgeTable)


@cache
def before() -> dict[str, Hedge]:
    """Phrase -> class, for phrases left of the number."""
    return {phrase: name for name, phrases in hedges().before.items() for phrase in phrases}


@cache
def after() -> dict[str, Hedge]:
    """Phrase -> class, for phrases right of the number or its noun."""
    return {phrase: name for name, phrases in hedges().after.items() for phrase in phrases}
