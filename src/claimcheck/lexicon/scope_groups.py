"""What the scopes of two numbers mean when the numbers are compared."""

from __future__ import annotations

from functools import cache

import msgspec

from claimcheck.lexicon import load


class ScopeGroups(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Names of scopes by what they do to a comparison; `same` names scopes that say what another one says."""

    part: frozenset[str]
    one_place: frozenset[str]
    many_places: frozenset[str]
    increment: frozenset[str]
    beside: frozenset[str]
    exact: frozenset[str]
    old: frozenset[str]
    revised: frozenset[str]
    example: frozenset[str]
    ordinals: frozenset[str]
    same: dict[str, str]


@cache
def table() -> ScopeGroups:
    """The table as loaded."""
    return load("scope_groups", ScopeGroups)
