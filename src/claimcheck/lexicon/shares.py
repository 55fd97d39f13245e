"""The table of shares: how a text says that a figure is a share of another, or what it rose to."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

import msgspec

from claimcheck.lexicon import load


class Shares(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table as it is written; the comments in it say what each list is for."""

    same: tuple[str, ...]
    links: tuple[str, ...]
    wholes: tuple[str, ...]
    before_whole: tuple[str, ...]
    behind_end: tuple[str, ...]
    needs: tuple[str, ...]
    met: tuple[str, ...]
    pronouns: tuple[str, ...]
    up: tuple[str, ...]
    down: tuple[str, ...]
    taking: tuple[str, ...]
    leaping: tuple[str, ...]
    against: tuple[str, ...]
    spans: tuple[str, ...]
    hedges: tuple[str, ...]
    concluding: tuple[str, ...]
    as_much: tuple[str, ...]
    factors: dict[str, Decimal]


@cache
def table() -> Shares:
    """The table as loaded; raises msgspec.ValidationError where a row does not fit."""
    return load("shares", Shares)
