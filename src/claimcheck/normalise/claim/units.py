"""Quantities in the base unit of their dimension; money and counts stay as they are."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.interval import Interval
from claimcheck.lexicon import units
from claimcheck.model import Mention

PERCENT = "%"


def canonical(mention: Mention) -> str | None:
    """The base unit of a mention; percent for shares too, a rate keeps what it is counted by."""
    if mention.kind in ("percent", "share"):
        return PERCENT
    base = _base(mention.unit)
    return base if mention.per is None else f"{base or ''}/{mention.per}"


def convert(interval: Interval, mention: Mention) -> Interval:
    """An interval in the written unit of `mention` as one in its base unit."""
    if mention.kind == "share":
        return interval.scale(Decimal(100))
    row = _row(mention.unit)
    if row is None:
        return interval
    moved = interval.scale(row.factor)
    return moved if not row.offset else _shift(moved, row.offset)


def as_others_mean(interval: Interval, mention: Mention) -> Interval:
    """A converted interval by what many writers mean by the unit: tons as tonnes; the same for any other unit."""
    row = _row(mention.unit)
    return interval.scale(row.also / row.factor) if row is not None and row.also else interval


def _row(symbol: str | None) -> units.Unit | None:
    try:
        return None if symbol is None else units.unit(symbol)
    except KeyError:
        return None


def _base(symbol: str | None) -> str | None:
    row = _row(symbol)
    return symbol if row is None or symbol is None else units.base_of(symbol)


def _shift(interval: Interval, by: Decimal) -> Interval:
    low = None if interval.low is None else interval.low + by
    high = None if interval.high is None else interval.high + by
    return Interval(low, high, interval.low_closed, interval.high_closed)
