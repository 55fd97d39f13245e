"""The table of sums: how a text says that figures are parts of another."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from claimcheck.lexicon import load
from claimcheck.lexicon.patterns import whole


class Tables(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words by which a row or column of a table is known as a total, or as no part of one."""

    total: tuple[str, ...]
    other: tuple[str, ...]


class Ballots(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words beside votes and beside the number of those who were there."""

    votes: tuple[str, ...]
    cast: tuple[str, ...]
    to: tuple[str, ...]
    ayes: tuple[str, ...]
    noes: tuple[str, ...]
    abstained: tuple[str, ...]
    present: tuple[str, ...]
    attended: tuple[str, ...]
    more: tuple[str, ...]


class Sums(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table as it is written; the comments in it say what each list is for."""

    twice: tuple[str, ...]
    including: tuple[str, ...]
    besides: tuple[str, ...]
    balances: frozenset[str]
    item_joints: tuple[str, ...]
    bare_joints: tuple[str, ...]
    adding: tuple[str, ...]
    joints: tuple[str, ...]
    clause_joints: tuple[str, ...]
    beyond: tuple[str, ...]
    of_them: tuple[str, ...]
    pronouns: tuple[str, ...]
    among_them: tuple[str, ...]
    they: tuple[str, ...]
    determiners: tuple[str, ...]
    describing: tuple[str, ...]
    describing_endings: tuple[str, ...]
    rest: tuple[str, ...]
    rest_again: tuple[str, ...]
    leaving: tuple[str, ...]
    just: tuple[str, ...]
    left: tuple[str, ...]
    total_before: tuple[str, ...]
    made: tuple[str, ...]
    total_after: tuple[str, ...]
    of_verbs: tuple[str, ...]
    another_of_them: tuple[str, ...]
    summing: tuple[str, ...]
    concluding: tuple[str, ...]
    dwelling: tuple[str, ...]
    moved: tuple[str, ...]
    each: tuple[str, ...]
    holding: tuple[str, ...]
    spans: tuple[str, ...]
    leads: tuple[str, ...]
    one: tuple[str, ...]
    not_one: tuple[str, ...]
    compared: tuple[str, ...]
    set_against: tuple[str, ...]
    versus: tuple[str, ...]
    places: tuple[str, ...]
    among: tuple[str, ...]
    traits: tuple[str, ...]
    outcomes: tuple[str, ...]
    votes: tuple[str, ...]
    gained: tuple[str, ...]
    payers: tuple[str, ...]
    halves: tuple[tuple[str, ...], ...]
    sorts: tuple[tuple[str, str], ...]
    sorting: tuple[str, ...]
    answering: tuple[str, ...]
    undecided: tuple[str, ...]
    new_count: tuple[str, ...]
    and_more: tuple[str, ...]
    finite: tuple[str, ...]
    general: tuple[str, ...]
    states: tuple[str, ...]
    consisting: tuple[str, ...]
    strong: tuple[str, ...]
    tails: tuple[str, ...]
    shared: tuple[str, ...]
    holders: tuple[str, ...]
    matches: tuple[str, ...]
    results: dict[str, tuple[str, ...]]
    as_many: tuple[str, ...]
    exclusive: tuple[tuple[str, ...], ...]
    fates: dict[str, tuple[str, ...]]
    plurals: dict[str, str]
    exhaustive: dict[str, tuple[str, ...]]
    ballots: Ballots
    tables: Tables


@cache
def table() -> Sums:
    """The table as loaded; raises msgspec.ValidationError where a row does not fit."""
    return load("sums", Sums)


@cache
def any_of(name: str) -> re.Pattern[str]:
    """Finds any phrase of one list of the table as whole words."""
    return whole(getattr(table(), name))
