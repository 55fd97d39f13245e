"""The table of durations: how a text says how long something took beside its dates."""

from __future__ import annotations

from functools import cache

import msgspec

from claimcheck.lexicon import load


class Durations(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table as it is written; the comments in it say what each list is for."""

    spells: tuple[str, ...]
    till: tuple[str, ...]
    lasted: tuple[str, ...]
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    apart: tuple[str, ...]
    began: tuple[str, ...]
    born: tuple[str, ...]
    died: tuple[str, ...]
    births: tuple[str, ...]
    turning: tuple[str, ...]
    lately: tuple[str, ...]
    anniversary: tuple[str, ...]
    kin: tuple[str, ...]
    aged: tuple[str, ...]


@cache
def table() -> Durations:
    """The table as loaded; raises msgspec.ValidationError where a row does not fit."""
    return load("durations", Durations)
