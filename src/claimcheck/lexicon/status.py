"""The table of words that say whether a thing was done, planned, feared, denied or is only possible."""

from __future__ import annotations

from functools import cache

import msgspec

from claimcheck.lexicon import load


class StatusTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words separated by spaces, by where they stand and the status that they give."""

    modal: dict[str, str]
    matrix: dict[str, str]
    object: dict[str, str]
    object_for: dict[str, str]
    beside: dict[str, str]
    harm: dict[str, str]
    word: dict[str, str]
    purpose: dict[str, str]
    claims: dict[str, str]
    adjective: dict[str, str]


@cache
def of(where: str) -> dict[str, str]:
    """The status of each word in one row of the table: modal, matrix, beside or word."""
    rows: dict[str, str] = getattr(load("status", StatusTable), where)
    return {word: status for status, words in rows.items() for word in words.split()}


@cache
def harmful() -> frozenset[str]:
    """Verbs that make a fear of what could happen."""
    return frozenset(load("status", StatusTable).harm["verbs"].split())


@cache
def purposes() -> frozenset[str]:
    """Nouns whose "was to" tells what was done."""
    return frozenset(load("status", StatusTable).purpose["nouns"].split())


@cache
def claims() -> frozenset[str]:
    """Nouns for something said, which can be denied."""
    return frozenset(load("status", StatusTable).claims["nouns"].split())
