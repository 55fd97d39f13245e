"""The table of scopes: words that restrict what a number counts."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import msgspec

from claimcheck.lexicon import load

Phrases = dict[str, list[tuple[tuple[str, ...], str]]]
"""Phrases as words, with the scope that they name, by the word they are looked up with; see `phrases`."""


class Scope(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Cues of one scope by where they stand; `nouns`, `ordinals` and `turns` belong to the row of stages."""

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    clause: tuple[str, ...] = ()
    verb: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    ordinals: tuple[str, ...] = ()
    turns: tuple[str, ...] = ()


@cache
def table() -> dict[str, Scope]:
    """All scopes by name."""
    return load("scopes", dict[str, Scope])


@cache
def phrases(where: str) -> Phrases:
    """The cues of one place: before (by their last word), after (by their first), clause (by their first two)."""
    found: Phrases = {}
    for name, row in table().items():
        cues: Iterable[str] = getattr(row, where)
        for cue in cues:
            words = tuple(cue.split())
            key = words[-1] if where == "before" else " ".join(words[: 2 if where == "clause" else 1])
            found.setdefault(key, []).append((words, name))
    return found


@cache
def second_words() -> dict[str, frozenset[str]]:
    """The words that follow the first word of a cue of the clause."""
    found: dict[str, set[str]] = {}
    for key in phrases("clause"):
        first, _, second = key.partition(" ")
        if second:
            found.setdefault(first, set()).add(second)
    return {first: frozenset(seconds) for first, seconds in found.items()}


@cache
def alone() -> frozenset[str]:
    """The single words that a cue of the clause, or one of a stage, can begin with."""
    ordinals, _, turns = stages()
    return ordinals | turns | frozenset(phrases("clause"))


@cache
def words(where: str) -> dict[str, tuple[str, ...]]:
    """The scopes that a single word names: inside the noun phrase, as verb, or as head."""
    found: dict[str, tuple[str, ...]] = {}
    for name, row in table().items():
        for cue in getattr(row, where):
            found[cue] = (*found.get(cue, ()), name)
    return found


@cache
def stages() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Ordinals, nouns, and words for a turn that make a scope together: "first stage", "next phase"."""
    row = table()["stages"]
    return frozenset(row.ordinals), frozenset(row.nouns), frozenset(row.turns)
