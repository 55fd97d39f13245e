"""The table of figures that texts tell in several ways, by the words right beside them."""

from __future__ import annotations

from functools import cache

import msgspec

from claimcheck.lexicon import load


class Figure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The kinds of one figure, the phrases around it, and when it is one."""

    kinds: frozenset[str]
    before: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    close: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    verbs: frozenset[str] = frozenset()
    done: bool = False
    life: bool = False
    personal: bool = False
    alone: bool = False
    agreed: bool = False


@cache
def table() -> dict[str, Figure]:
    """All figures by their name."""
    return load("figures", dict[str, Figure])


@cache
def of_life() -> frozenset[str]:
    """The figures that are told of a whole life."""
    return frozenset(name for name, row in table().items() if row.life)
