"""The table of number words."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import NamedTuple

import msgspec

from claimcheck.lexicon import load


class ShortScale(msgspec.Struct, frozen=True):
    """A letter scale behind digits; `money` ones need a currency beside them."""

    value: int
    money: bool = False


class Words(msgspec.Struct, frozen=True):
    """A bare list of phrases."""

    words: tuple[str, ...]


class NumberTable(msgspec.Struct, frozen=True):
    """`numbers.toml` as it stands."""

    ones: dict[str, int]
    teens: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    short_scales: dict[str, ShortScale]
    fractions: dict[str, int]
    glyphs: dict[str, tuple[int, int]]
    vague: dict[str, tuple[Decimal, Decimal]]
    vague_factors: dict[str, tuple[Decimal, Decimal]]
    some: Words
    shares: dict[str, tuple[Decimal, Decimal]]
    again: Words
    times: dict[str, int]


class Word(NamedTuple):
    """What one number word does: its value, and the part it plays in a number."""

    value: int
    part: str  # one, teen, ten, scale or fraction


@cache
def numbers() -> NumberTable:
    """The table, loaded on first use."""
    return load("numbers", NumberTable)


@cache
def words() -> dict[str, Word]:
    """Every single word that can stand in a spelled number."""
    table = numbers()
    rows = (("one", table.ones), ("teen", table.teens), ("ten", table.tens), ("scale", table.scales))
    return {word: Word(value, part) for part, row in rows for word, value in row.items()}
