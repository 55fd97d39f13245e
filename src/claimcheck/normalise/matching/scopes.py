"""What the scopes of a claim mean when it is compared, sorted once a claim."""

from __future__ import annotations

import re

import msgspec

from claimcheck.lexicon import scope_groups
from claimcheck.model import Claim


class Scopes(msgspec.Struct, frozen=True):
    """The scopes of a claim by what they do to a comparison."""

    exact: frozenset[str]  # both sides must say the same: default, first-stage
    part: frozenset[str]  # of them, in one district, badly
    one_place: bool  # "in the city"
    many_places: bool  # "in 13 cities"
    increment: bool  # another lot on top of others
    example: bool
    old: bool
    revised: bool


def sort(claim: Claim) -> Scopes:
    """The scopes of a claim, sorted."""
    table, scopes = scope_groups.table(), frozenset(claim.scopes)
    named = {table.same.get(scope, scope) for scope in scopes}
    return Scopes(
        exact=frozenset(name for name in named if name in table.exact or _is_stage(name)),
        part=table.part & scopes,
        one_place=bool(table.one_place & scopes),
        many_places=bool(table.many_places & scopes),
        increment=bool(table.increment & scopes),
        example=bool(table.example & scopes),
        old=bool(table.old & scopes),
        revised=bool(table.revised & scopes),
    )


def sets_beside(phrase: str) -> bool:
    """True for a counted phrase that only tells one lot from another: "another ten", "ten others"."""
    return not scope_groups.table().beside.isdisjoint(re.findall(r"[a-z]+", phrase.lower()))


def _is_stage(scope: str) -> bool:
    return scope.partition("-")[0] in scope_groups.table().ordinals
