"""The table of limits: words by which a figure is the most or the least that something may be."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from claimcheck.lexicon import load
from claimcheck.lexicon.patterns import alternatives, whole


class Limits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table as it is written; the comments in it say what each list is for."""

    most: tuple[str, ...]
    least: tuple[str, ...]
    within: tuple[str, ...]
    hedged: tuple[str, ...]
    asking: tuple[str, ...]
    permitting: tuple[str, ...]


@cache
def table() -> Limits:
    """The table as loaded."""
    return load("limits", Limits)


@cache
def most() -> re.Pattern[str]:
    """Finds that a figure is the most."""
    return whole(table().most)


@cache
def least() -> re.Pattern[str]:
    """Finds that a figure is the least."""
    return whole(table().least)


@cache
def term(*, hedged: bool) -> re.Pattern[str]:
    """Finds that a term stands behind, "answers within 24 hours", `hedged` if it has a bound of its own."""
    words = (*table().within, *table().hedged) if hedged else table().within
    return re.compile(rf"\b{alternatives(words)}\s+$")
