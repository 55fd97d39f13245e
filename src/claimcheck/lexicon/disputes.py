"""The table of words that tell a dispute: two speakers with different figures for one thing."""

from __future__ import annotations

from functools import cache

import msgspec

from claimcheck.lexicon import load


class Disputes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Phrases between and around two figures, and nouns for speakers and events that point back."""

    opposing: tuple[str, ...]
    choice: tuple[str, ...]
    rival: tuple[str, ...]
    later: tuple[str, ...]
    own: tuple[str, ...]
    besides: tuple[str, ...]
    again: str
    anybody: str
    firms: str
    parting: str
    event: str
    other: str
    general: str
    anyone: str
    offices: dict[str, tuple[str, ...]]


@cache
def table() -> Disputes:
    """The table as loaded."""
    return load("disputes", Disputes)


@cache
def words(name: str) -> frozenset[str]:
    """One list of nouns of the table."""
    return frozenset(str(getattr(table(), name)).split())


@cache
def offices() -> dict[str, str]:
    """Each word for an office that many bodies have -> the office."""
    return {word: office for office, words in table().offices.items() for word in words}
