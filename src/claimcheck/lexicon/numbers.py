"""The table of number words."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Literal

import msgspec

from claimcheck.lexicon import load
from claimcheck.lexicon.patterns import alternatives

# dozen, hundred and thousand (or more) multiply what stands before them; scales, parts and nths are plurals.
Part = Literal[
    "", "one", "teen", "ten", "dozen", "hundred", "thousand", "scales",
    "part", "parts", "nth", "nths", "ordinal", "couple",
]  # fmt: skip
_HUNDRED = 100


class ShortScale(msgspec.Struct, frozen=True):
    """A letter scale behind digits; `money` ones need a currency beside them, or a noun behind."""

    value: int
    money: bool = False


class Words(msgspec.Struct, frozen=True):
    """A bare list of phrases."""

    words: tuple[str, ...]


class Zero(msgspec.Struct, frozen=True):
    """Words that say that nobody came to harm; `unsure` ones behind them that this is only what is known."""

    no: tuple[str, ...]
    nobody: tuple[str, ...]
    narrowed: tuple[str, ...]
    harm: tuple[str, ...]
    harmed: tuple[str, ...]
    seeming: tuple[str, ...]
    beyond: tuple[str, ...]  # leaves out where others came to harm
    unsure: tuple[str, ...]


class NumberTable(msgspec.Struct, frozen=True):
    """`numbers.toml` as it stands."""

    nth_endings: tuple[str, ...]
    ones: dict[str, int]
    teens: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    short_scales: dict[str, ShortScale]
    counted_in_millions: Words
    fractions: dict[str, int]
    denominators: dict[str, int]
    ordinals: dict[str, int]
    glyphs: dict[str, tuple[int, int]]
    vague: dict[str, tuple[Decimal, Decimal]]
    partitive: Words
    vague_factors: dict[str, tuple[Decimal, Decimal]]
    some: Words
    shares: dict[str, tuple[Decimal, Decimal]]
    again: Words
    zero: Zero
    times: dict[str, int]
    spans: dict[str, tuple[int, str]]


class Word(msgspec.Struct, frozen=True, gc=False):
    """What one number word does: its value, and the part it plays in a number."""

    value: int
    part: Part


@cache
def numbers() -> NumberTable:
    """The table, loaded on first use."""
    return load("numbers", NumberTable)


@cache
def nth_pattern() -> str:
    """A regex for what stands behind the digits of an ordinal: "rd" of "3rd"."""
    return alternatives(numbers().nth_endings)


@cache
def words() -> dict[str, Word]:
    """Every single word that can stand in a spelled number."""
    table = numbers()
    known = {word: Word(value, "ordinal") for word, value in table.ordinals.items()}
    known |= {w: Word(value, "parts" if w.endswith("s") else "part") for w, value in table.fractions.items()}
    known |= {w: Word(value, "nths" if w.endswith("s") else "nth") for w, value in table.denominators.items()}
    known |= {word: Word(value, "one") for word, value in table.ones.items()}
    known |= {word: Word(value, "teen") for word, value in table.teens.items()}
    known |= {word: Word(value, "ten") for word, value in table.tens.items()}
    known |= {f"{word}s": Word(value, "scales") for word, value in table.scales.items()}
    known |= {word: Word(value, _scale(value)) for word, value in table.scales.items()}
    return known | {"couple": Word(2, "couple")}


def scale(word: str) -> int | None:
    """What "million" and "millions" multiply by; None for any other word."""
    scales = numbers().scales
    return scales.get(word) or scales.get(word.removesuffix("s"))


def _scale(value: int) -> Part:
    if value == _HUNDRED:
        return "hundred"
    return "dozen" if value < _HUNDRED else "thousand"
