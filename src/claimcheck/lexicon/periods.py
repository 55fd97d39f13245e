"""The table of words of time."""

from __future__ import annotations

from functools import cache

import msgspec

from claimcheck.lexicon import dates, load


class PeriodWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that build time expressions."""

    relative: dict[str, int]
    parts: tuple[str, ...]
    back: tuple[str, ...]
    ahead: tuple[str, ...]
    turns: dict[str, int]
    open: tuple[str, ...]
    begun: tuple[str, ...]
    leads: tuple[str, ...]
    joints: frozenset[str]
    until: frozenset[str]
    spanning: frozenset[str]
    upon: tuple[str, ...]
    takes_up: frozenset[str]
    beside: frozenset[str]
    dating: frozenset[str]
    ordinals: tuple[str, ...]
    spans: tuple[str, ...]
    numbered: tuple[str, ...]
    taking: tuple[str, ...]
    fiscal: tuple[str, ...]
    pointing: tuple[str, ...]
    amounts: tuple[str, ...]
    hedges: tuple[str, ...]
    after: tuple[str, ...]
    seasons: tuple[str, ...]
    edges: tuple[str, ...]
    events: tuple[str, ...]


class PeriodTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Units with their days, word lists, and the numbers that words stand for."""

    units: dict[str, int]
    words: PeriodWords
    values: dict[str, float]
    quarters: dict[str, int]


@cache
def table() -> PeriodTable:
    """The table as loaded."""
    return load("periods", PeriodTable)


@cache
def triggers() -> frozenset[str]:
    """Words that give a time expression away."""
    rows = table()
    units = [name for unit in rows.units for name in (unit, unit + "s")]
    spans = [f"{nth}-{span}" for nth in rows.words.ordinals for span in rows.words.spans]
    days = [*dates.weekdays(), *dates.months(), *rows.words.relative, *rows.words.parts]
    spans += [*rows.words.seasons, *rows.words.spans, *rows.words.numbered]
    return frozenset([*days, *units, "centuries", *spans, *dates.short_years(), "ago", "since"])
