"""The table of words around names of places."""

from __future__ import annotations

from functools import cache

import msgspec

from claimcheck.lexicon import load


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words separated by spaces."""

    types: str
    narrow: str
    directions: str
    other: str
    short: str
    before_persons: str
    joiners: str
    parts: str
    relations: str
    targets: str
    demonym_endings: str
    not_demonyms: str
    peoples: str


class PlaceTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Prepositions with the role that they give, and lists of words."""

    roles: dict[str, str]
    words: Words


@cache
def table() -> PlaceTable:
    """The table as written."""
    return load("places", PlaceTable)


@cache
def words(name: str) -> frozenset[str]:
    """One list of the table."""
    return frozenset(str(getattr(table().words, name)).split())


def is_demonym(word: str) -> bool:
    """True for a lower-case word that names a people or a language, most of them by their ending."""
    if word in words("peoples"):
        return True
    return word.endswith(tuple(words("demonym_endings"))) and word not in words("not_demonyms")
