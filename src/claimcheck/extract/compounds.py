"""Quantities of two units that are one: "2 hours 15 minutes", "5 feet 2 inches", "3 dollars 50 cents"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from msgspec.structs import replace

from claimcheck.extract.draft import Draft
from claimcheck.extract.number import trimmed
from claimcheck.extract.units import Measure
from claimcheck.lexicon import money, units

_GAP = re.compile(r",?\s+(?:and\s+)?|\s*")
_INCH = re.compile(
    r"\s?(?:in\b\.?|[\"″])"
)  # an inch only behind feet, elsewhere a preposition or a quotation

_PLACES = 6


def join_compounds(drafts: list[Draft]) -> list[Draft]:
    """Neighbours in a larger and a smaller unit of one dimension, joined in the larger."""
    joined: list[Draft] = []
    for draft in drafts:
        factor = _factor_of(joined[-1], draft) if joined else None
        if factor is None:
            joined.append(draft)
        else:
            _add(joined[-1], draft, factor)
    return joined


def _factor_of(first: Draft, second: Draft) -> Decimal | None:
    """How many of the first unit one of the second is; None where the two are not one quantity."""
    if first.measure is None or second.value is None or (first.number.value or first.value or 1) % 1:
        return None
    if first.kind == "age" and first.measure.end <= first.number.end:
        return None  # "at the age of 28, three days after"
    low = first.around.low
    if first.around.floor != second.around.floor or second.hedge != "exact" or first.end > second.start:
        return None
    if not _GAP.fullmatch(low, first.end, second.start):
        return None
    measure = _minutes(first, second) or second.measure or _inches(first, second)
    parts = _parts(measure.symbol) if measure is not None else {}
    factor = parts.get(first.measure.symbol) if (first.last_unit or first.measure.symbol) in parts else None
    return factor if factor is not None and second.value * factor < 1 else None


def _minutes(first: Draft, second: Draft) -> Measure | None:
    """The unit of "50m" in "1h 50m"."""
    low, hour = first.around.low, first.measure
    if hour is None or second.measure is None or second.unit != "m" or low[hour.end - 1 : hour.end] != "h":
        return None
    return Measure("minute", "duration", second.start, second.measure.end)


def _inches(first: Draft, second: Draft) -> Measure | None:
    """The unit of "2" in "5 ft 2 in"."""
    match = _INCH.match(first.around.low, second.number.end, first.around.ceiling)
    if match is None or first.unit != "foot":
        return None
    second.end = match.end()
    return Measure("inch", "length", second.start, match.end())


@cache
def _parts(smaller: str) -> dict[str, Decimal]:
    """Each larger unit of the same dimension, and how much of it one of `smaller` is."""
    parts = {row.code: row.factor for row in money.by_word().values() if row.symbol == smaller != row.code}
    known = {unit.symbol: unit for unit in units.units()}
    unit = known.get(smaller)
    if unit is not None and unit.kind != "temperature":
        parts |= {
            other.symbol: unit.factor / other.factor
            for other in known.values()
            if other.dimension == unit.dimension and other.factor > unit.factor
        }
    return parts


def _add(first: Draft, second: Draft, factor: Decimal) -> None:
    value = (first.value or Decimal(0)) + (second.value or Decimal(0)) * factor
    first.last_unit = second.unit
    first.value = trimmed(round(value, _PLACES))
    first.end, first.number_end = max(first.end, second.end), second.number.end
    first.number = replace(first.number, step=second.number.step * factor)
