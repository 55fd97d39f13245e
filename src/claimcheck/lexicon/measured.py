"""The table of words around sums and measures: between what is measured and its amount."""

from __future__ import annotations

from functools import cache

import msgspec

from claimcheck.lexicon import load


class Measured(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs before an amount, nouns that are not measured by what stands beside them, subjects that name nothing."""

    verbs: frozenset[str]
    leading: frozenset[str]
    moving: frozenset[str]
    amounting: frozenset[str]
    ends: frozenset[str]
    empty: frozenset[str]
    amounts: frozenset[str]
    apart: frozenset[str]
    generic: frozenset[str]
    timed: frozenset[str]
    lasting: frozenset[str]
    lasting_for: frozenset[str]
    lasting_on: frozenset[str]
    paced: frozenset[str]
    driving: frozenset[str]
    alike: dict[str, str]
    local: frozenset[str]
    compass: tuple[str, ...]
    goals: tuple[str, ...]
    going: frozenset[str]
    waters: frozenset[str]
    centres: frozenset[str]
    striking: frozenset[str]
    lying: tuple[str, ...]
    before: tuple[str, ...]
    putting: tuple[str, ...]
    put: tuple[str, ...]
    being: tuple[str, ...]
    about: tuple[str, ...]
    prosecution: tuple[str, ...]
    asking: tuple[str, ...]
    below: dict[str, tuple[str, ...]]
    idle: frozenset[str]
    same: dict[str, str]
    handed: tuple[str, ...]
    said_by_unit: dict[str, frozenset[str]]
    kin: dict[str, str]
    pronouns: frozenset[str]
    dimensions: dict[str, str]


@cache
def table() -> Measured:
    """The table as loaded."""
    return load("measured", Measured)
