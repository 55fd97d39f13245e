"""Quantities of two units that are one: "2 hours 15 minutes", "5 feet 2 inches", "3 dollars 50 cents"."""

from __future__ import annotations

import re
from decimal import Decimal

from claimcheck.extract.draft import Draft
from claimcheck.lexicon import money, units

_GAP = re.compile(r",?\s+(?:and\s+)?|\s*")


def join_compounds(drafts: list[Draft]) -> list[Draft]:
    """Neighbours in a larger and a smaller unit of one dimension, joined in the larger."""
    joined: list[Draft] = []
    for draft in drafts:
        if joined and _belongs(joined[-1], draft):
            _add(joined[-1], draft)
        else:
            joined.append(draft)
    return joined


def _belongs(first: Draft, second: Draft) -> bool:
    if first.measure is None or second.measure is None or first.around.floor != second.around.floor:
        return False
    if first.value is None or second.value is None or first.value % 1 or first.end > second.start:
        return False
    if not _GAP.fullmatch(first.around.low, first.end, second.start) or second.hedge != "exact":
        return False
    factor = _factor(first.measure.symbol, second.measure.symbol)
    return factor is not None and factor < 1 and second.value * factor < 1


def _factor(larger: str, smaller: str) -> Decimal | None:
    """How many of the larger unit one of the smaller is; None where they do not convert."""
    for row in money.by_word().values():
        if row.symbol == smaller and row.code == larger:
            return row.factor
    try:
        if units.base_of(larger) != units.base_of(smaller) or units.unit(larger).kind == "temperature":
            return None
        return units.unit(smaller).factor / units.unit(larger).factor
    except KeyError:
        return None


def _add(first: Draft, second: Draft) -> None:
    factor = _factor(first.unit or "", second.unit or "") or Decimal(0)
    first.value = (first.value or Decimal(0)) + (second.value or Decimal(0)) * factor
    first.end, first.number_end = max(first.end, second.end), second.number.end
    first.number = first.number._replace(step=second.number.step * factor)
