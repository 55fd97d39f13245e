"""The table of what tells a part from its whole."""

from __future__ import annotations

from functools import cache

import msgspec

from claimcheck.lexicon import load


class Divisions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table as it is written; the comments in it say what each list is for."""

    everybody: tuple[str, ...]
    whoever: dict[str, tuple[str, ...]]
    states: tuple[str, ...]
    lacking: frozenset[str]
    narrowing: tuple[str, ...]
    areas: tuple[str, ...]
    parts: tuple[str, ...]
    properties: frozenset[str]


@cache
def table() -> Divisions:
    """The table as loaded."""
    return load("divisions", Divisions)


@cache
def sort_of() -> dict[str, str]:
    """Each noun for those who may do more or less than others -> their sort."""
    return {noun: sort for sort, nouns in table().whoever.items() for noun in nouns}
