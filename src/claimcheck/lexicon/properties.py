"""The table of properties: how texts speak of what a reference fact is about."""

from __future__ import annotations

from functools import cache

import msgspec

from claimcheck.lexicon import load
from claimcheck.model import Kind

Words = tuple[str, ...]


class Property(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The kind of the claims that speak of a property, and the words by which they do."""

    kind: Kind
    also: Words = ()
    heads: Words = ()
    verbs: Words = ()
    beside: Words = ()
    nouns: Words = ()
    actions: Words = ()


class Holding(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a counted thing does while it is only there, all of it."""

    actions: Words
    verbs: Words


class GoingOn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words by which a sentence goes on with what the one before is about."""

    words: Words
    nouns: Words


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`properties.toml` as it stands."""

    holding: Holding
    going_on: GoingOn
    property: dict[str, Property]


@cache
def table() -> Table:
    """The table, loaded on first use."""
    return load("properties", Table)


@cache
def by_name() -> dict[str, Property]:
    """The properties by every name that they have."""
    rows = table().property.items()
    return {word: row for name, row in rows for word in (name, *row.also)}


def find(name: str) -> Property | None:
    """The property of that name, None where the table has none."""
    return by_name().get(" ".join(name.lower().split()))
