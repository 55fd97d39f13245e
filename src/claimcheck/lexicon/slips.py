"""The table of slips: powers of ten, and units that are taken for each other."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

import msgspec

from claimcheck.lexicon import load


class Confused(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Two units that are taken for each other, and what the pair is called."""

    units: tuple[str, str]
    names: str


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`slips.toml` as it stands."""

    factors: tuple[int, ...]
    factors_of_large: tuple[int, ...]
    large: int
    written: dict[str, str]
    confused: tuple[Confused, ...]
    extents: dict[str, tuple[str, ...]]
    often: dict[str, tuple[str, ...]]


@cache
def table() -> Table:
    """The table, loaded on first use."""
    return load("slips", Table)


@cache
def confusions() -> dict[str, tuple[tuple[str, str], ...]]:
    """Of each unit, the others that it is taken for, each with the name of the pair."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in table().confused:
        for one, other in (row.units, row.units[::-1]):
            found[one] = (*found.get(one, ()), (other, row.names))
    return found


def factors(number: Decimal) -> tuple[int, ...]:
    """The powers of ten that a slip in a number makes, the likeliest first."""
    return table().factors_of_large if number >= table().large else table().factors


def written(symbol: str) -> str:
    """A unit as it stands behind a number."""
    return table().written.get(symbol, symbol)
