"""The table of entries: words by which two figures of one thing differ."""

from __future__ import annotations

from functools import cache

import msgspec

from claimcheck.lexicon import load


class Entries(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table as it is written; the comments in it say what each list is for."""

    charges: frozenset[str]
    narrowing: frozenset[str]
    leading: frozenset[str]
    having: frozenset[str]
    holding: frozenset[str]
    rivals: tuple[str, ...]
    comparing: frozenset[str]
    amounts: tuple[str, ...]
    otherwise: dict[str, tuple[str, ...]]


@cache
def table() -> Entries:
    """The table as loaded."""
    return load("entries", Entries)
