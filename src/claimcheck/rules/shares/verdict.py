"""Does a share, a change or a multiple fit the figures it speaks of?"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from claimcheck.lexicon import shares
from claimcheck.model import Claim, Severity
from claimcheck.rules import amounts
from claimcheck.rules.amounts import Amount
from claimcheck.rules.shares.part import Change, Multiple, Share
from claimcheck.rules.shares.reading import HUNDRED, Reading, change, of_figures, of_share, points

FACTOR_ROOM = Decimal("0.1")  # "doubled" is said of 1.8 to 2.2 times
OVER = Decimal("0.98")
POINT = "percentage point"
SURE = 0.8  # from here on a mismatch is an error


class Verdict(NamedTuple):
    """What is wrong: `real` is what the figures give, as a phrase."""

    severity: Severity
    real: str
    confidence: float
    points: bool = False  # percent is written where percentage points are meant


def of_triple(found: Share) -> Verdict | None:
    """None where part and whole give the share that is said."""
    said = of_share(found.share.mention)
    real = of_share(found.part.mention) if found.whole is None else _ratio(found.part, found.whole)
    if real is None or said.meets(real):
        return None
    severity: Severity = "error" if found.confidence >= SURE else "warning"
    return Verdict("note" if found.doubtful else severity, percent(real), found.confidence)


def _ratio(part: Claim, whole: Claim) -> Reading | None:
    return of_figures(amounts.of(part), amounts.of(whole))


def of_change(found: Change) -> Verdict | None:
    """None where the ends lie as far apart as is said, in the direction that is said."""
    before, after = _ends(found)
    if found.direction and _turned(before, after, found.direction):
        return Verdict("error", "a fall" if found.direction > 0 else "a rise", found.confidence - 0.1)
    if found.factor is not None:
        return _by_factor(found, before, after)
    if found.by is None:
        return None
    if _in_points(found, found.by):
        real = points(before, after)
        return None if _said_points(found, found.by).meets(real) else _missed(f"{_span(real)} points", found)
    return _by_share(found, found.by, before, after)


def _in_points(found: Change, by: Claim) -> bool:
    """True for "two points" and "half a point" between two percentages, and for percentage points."""
    named = by.mention.noun == "point" or found.of_point
    return by.mention.unit == POINT or (named and found.before.mention.kind == "percent")


def _said_points(found: Change, by: Claim) -> Reading:
    said = of_share(by.mention)
    return Reading(said.low / HUNDRED, said.high / HUNDRED) if found.of_point else said


def _by_share(found: Change, by: Claim, before: Amount, after: Amount) -> Verdict | None:
    if by.mention.kind not in ("percent", "share"):
        return None
    said, real = of_share(by.mention), change(before, after)
    if real is None or said.meets(real):
        return None
    if found.before.mention.kind == "percent" and said.meets(points(before, after)):
        return Verdict("note", f"{percent(real)}, or {_span(points(before, after))} points", 0.6, points=True)
    return _missed(percent(real), found)


def _by_factor(found: Change, before: Amount, after: Amount) -> Verdict | None:
    factor = shares.table().factors[found.factor or ""]
    if before.low <= 0:
        return None
    low, high = after.low / before.high, after.high / before.low
    least, most = _factor_range(factor, (found.hedge or "").strip())
    return None if low <= most and high >= least else _missed(f"{_span(Reading(low, high))} times", found)


def _factor_range(factor: Decimal, hedge: str) -> tuple[Decimal, Decimal]:
    room = factor * FACTOR_ROOM
    if hedge == "more than":
        return (factor * OVER, factor + 1) if factor > 1 else (factor / 2, factor)
    return factor - room * (2 if hedge else 1), factor + room


def of_multiple(found: Multiple) -> Verdict | None:
    """None where one figure is as many times the other as is said."""
    times, more, fewer = (
        found.times.mention,
        amounts.of(found.more),
        amounts.exactly(found.fewer.mention.value or 0),
    )
    if times.value is None or fewer.value <= 0:
        return None
    low, high = more.low / fewer.value, more.high / fewer.value
    least, most = times.value * (1 - FACTOR_ROOM), times.value * (1 + FACTOR_ROOM)
    if times.hedge in ("more_than", "at_least"):
        least, most = times.value * OVER, times.value + max(Decimal(1), times.value / 2)
    if low <= most and high >= least:
        return None
    return Verdict("warning", f"{_span(Reading(low, high))} times", found.confidence)


# --- small things ----------------------------------------------------------------------------------------


def _ends(found: Change) -> tuple[Amount, Amount]:
    mention = found.before.mention
    if found.before.id == found.after.id and mention.low is not None and mention.high is not None:
        return amounts.exactly(mention.low), amounts.exactly(mention.high)
    return amounts.of(found.before), amounts.of(found.after)


def _turned(before: Amount, after: Amount, direction: int) -> bool:
    return after.high < before.low if direction > 0 else after.low > before.high


def _missed(real: str, found: Change) -> Verdict:
    return Verdict("error" if found.confidence >= SURE else "warning", real, found.confidence)


def percent(reading: Reading) -> str:
    """A share for a message: the middle of what the figures allow."""
    return f"{_span(reading)} percent"


def _span(reading: Reading) -> str:
    middle = (reading.low + reading.high) / 2
    digits = 1 if abs(middle) < HUNDRED else 0
    return f"{middle:.{digits}f}".removesuffix(".0")
