"""The table of conversions: how a text gives a figure again in another unit, and which units go together."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

import msgspec

from claimcheck.lexicon import load, units


class Conversions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table as it is written; the comments in it say what each list is for."""

    behind: tuple[str, ...]
    added: tuple[str, ...]
    leads: tuple[str, ...]
    apart: tuple[str, ...]
    larger: tuple[str, ...]
    compared: tuple[str, ...]
    joints: dict[str, tuple[str, ...]]
    families: dict[str, tuple[str, ...]]
    sizes: dict[str, tuple[Decimal, ...]]


@cache
def table() -> Conversions:
    """The table as loaded; raises msgspec.ValidationError where a row does not fit."""
    return load("conversions", Conversions)


@cache
def family() -> dict[str, str]:
    """The family of each unit that texts convert."""
    return {symbol: name for name, symbols in table().families.items() for symbol in symbols}


@cache
def joint() -> dict[str, str]:
    """What each word between two figures joins them to."""
    return {word: name for name, words in table().joints.items() for word in words}


def sizes(symbol: str) -> tuple[Decimal, ...]:
    """What one of a unit may be in the base unit of its dimension, the written one first."""
    return (units.unit(symbol).factor, *table().sizes.get(symbol, ()))
