"""Figures that repeat the one before them in another unit: "100 km (60 miles)"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from itertools import pairwise

from claimcheck.extract.draft import Draft
from claimcheck.extract.trie import phrases
from claimcheck.lexicon import hedges, units

_TOLERANCE = Decimal("0.15")


def link_conversions(drafts: list[Draft]) -> list[Draft]:
    """Marks each figure that says the same as its neighbour in brackets or behind "or"."""
    for first, second in pairwise(drafts):
        if first.around.floor != second.around.floor or not first.unit or not second.unit:
            continue
        between = first.around.low[
            first.end : min(
                second.number.start, second.measure.start if second.measure else second.number.start
            )
        ]
        if len(between) > 24 or _leads().fullmatch(between) is None:
            continue
        if _same(first, second):
            second.conversion_of = first.number.start
            if second.hedge == "exact":
                second.hedge = first.hedge if first.hedge != "range" else "exact"
    return drafts


@cache
def _leads() -> re.Pattern[str]:
    """ " (about US", ", or nearly "."""
    return re.compile(
        rf"(?:\s*[(\[]\s*(?:or\s+)?|\s*,?\s+or\s+)(?:{phrases(hedges.before())})?\s*(?:us|a|c|hk)?"
    )


def _same(first: Draft, second: Draft) -> bool:
    if first.unit == second.unit:
        return False
    if first.kind == second.kind == "money":
        return True
    a, b = first.value or first.high, second.value or second.high
    if a is None or b is None or first.kind != second.kind or first.unit is None or second.unit is None:
        return False
    try:
        one, two = units.to_base(first.unit, a), units.to_base(second.unit, b)
        alike = units.base_of(first.unit) == units.base_of(second.unit)
    except KeyError:
        return False
    return alike and abs(one - two) <= _TOLERANCE * max(abs(one), abs(two))
