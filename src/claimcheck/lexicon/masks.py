"""The table of masks: what marks a number as no quantity."""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from claimcheck.lexicon import load


class BeforeMask(msgspec.Struct, frozen=True):
    """Words in front of a number; `always` rows hold even where a noun follows."""

    reason: str
    words: tuple[str, ...]
    always: bool = False


class Shape(msgspec.Struct, frozen=True):
    """A pattern on lower-case text that begins at the number, or where the number ends.

    `behind` names the words, or their first letters, that it needs where digits and white space stand before a word.
    """

    reason: str
    pattern: str
    examples: tuple[str, ...]
    behind: tuple[str, ...] = ()


class MaskTable(msgspec.Struct, frozen=True):
    """`masks.toml` as it stands."""

    before: tuple[BeforeMask, ...]
    after: tuple[Shape, ...]
    whole: tuple[Shape, ...]
    one: dict[str, frozenset[str]]
    cues: dict[str, frozenset[str]]
    glued: dict[str, frozenset[str]]


@cache
def masks() -> MaskTable:
    """The table, loaded on first use."""
    return load("masks", MaskTable)


_LETTERS = 3


@cache
def openings(place: Literal["whole", "after"]) -> frozenset[str]:
    """The first letters of the words behind a number that a pattern can fit."""
    rows = masks().whole if place == "whole" else masks().after
    return frozenset(opening(word) for row in rows for word in row.behind)


def opening(word: str) -> str:
    """The first letters of a word, as `openings` has them."""
    return word[:_LETTERS]


@cache
def before(always: bool) -> dict[str, str]:
    """Word -> reason, for the rows that hold always or the others."""
    return {word: row.reason for row in masks().before if row.always == always for word in row.words}
