"""What the scopes of a claim mean when it is compared, sorted once a claim."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from claimcheck.lexicon import scope_groups
from claimcheck.lexicon import scopes as lexicon_scopes
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
    groups, scopes = scope_groups.table(), frozenset(claim.scopes)
    named = {groups.same.get(scope, scope) for scope in scopes}
    return Scopes(
        exact=frozenset(name for name in named if name in groups.exact or _is_stage(name)),
        part=groups.part & scopes,
        one_place=bool(groups.one_place & scopes),
        many_places=bool(groups.many_places & scopes),
        increment=bool(groups.increment & scopes),
        example=bool(groups.example & scopes),
        old=bool(groups.old & scopes),
        revised=bool(groups.revised & scopes),
    )


def sets_beside(phrase: str) -> bool:
    """True for a counted phrase that only tells one lot from another: "another ten", "ten others"."""
    return not scope_groups.table().beside.isdisjoint(re.findall(r"[a-z]+", phrase.lower()))


def is_of_example(sentence: str) -> bool:
    """True for all of "In the example below the cache holds 32 entries, and each entry expires after a minute"."""
    return sentence.lower().lstrip().startswith(_examples())


@cache
def _examples() -> tuple[str, ...]:
    return tuple(phrase for phrase in lexicon_scopes.table()["example"].clause if phrase.startswith("in "))


def _is_stage(scope: str) -> bool:
    return scope.partition("-")[0] in scope_groups.table().ordinals
