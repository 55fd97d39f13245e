"""The table of words of time."""

from __future__ import annotations

from functools import cache

import msgspec

from claimcheck.lexicon import load


class PeriodWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that build time expressions."""

    relative: dict[str, int]
    parts: tuple[str, ...]
    back: tuple[str, ...]
    ahead: tuple[str, ...]
    leads: tuple[str, ...]
    ordinals: tuple[str, ...]
    spans: tuple[str, ...]
    amounts: tuple[str, ...]
    hedges: tuple[str, ...]
    after: tuple[str, ...]
    seasons: tuple[str, ...]
    events: tuple[str, ...]


class PeriodTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Names of days and months, units with their days, short forms, and word lists."""

    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    units: dict[str, int]
    short: dict[str, str]
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
    days = [*rows.weekdays, *rows.months, *rows.short, *rows.words.relative, *rows.words.parts]
    spans += [*rows.words.seasons, *rows.words.spans, "q1", "q2", "q3", "q4", "h1", "h2"]
    return frozenset([*days, *units, "centuries", *spans, "ago", "since"])


@cache
def weekday(word: str) -> int | None:
    """0 for Monday to 6 for Sunday, short forms included."""
    full = table().short.get(word.rstrip("."), word)
    return table().weekdays.index(full) if full in table().weekdays else None


@cache
def month(word: str) -> int | None:
    """1 for January to 12 for December, short forms included."""
    full = table().short.get(word.rstrip("."), word)
    return table().months.index(full) + 1 if full in table().months else None
