"""What a share word or a percentage commits to, and what share one figure is of another."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from claimcheck.model import Mention
from claimcheck.rules.amounts import Amount

HUNDRED = Decimal(100)
WORD_ROOM = Decimal("0.1")  # "a third" is said of 30 to 37 percent
NEARLY_ROOM = Decimal("0.15")  # "nearly half" of 43 percent
ROUND_ROOM = Decimal("0.05")  # "40 percent" of 38 to 42: tens are round
HALF_POINT = Decimal("0.5")
HALF = Decimal("0.5")
MODEST = Decimal(60)  # "more than a third" is not said of two thirds


class Reading(msgspec.Struct, frozen=True):
    """Percentages from `low` to `high`, both read generously; `above` leaves `low` itself out."""

    low: Decimal
    high: Decimal
    above: bool = False

    def meets(self, other: Reading) -> bool:
        """True where both can be the same share."""
        low_fits = other.high > self.low if self.above else other.high >= self.low
        back_fits = self.high > other.low if other.above else self.high >= other.low
        return low_fits and back_fits


def of_share(mention: Mention) -> Reading:
    """A share as written, in percent."""
    scale = HUNDRED if mention.kind in ("share", "ratio") else Decimal(1)
    if mention.value is None:
        low, high = (mention.low or Decimal(0)) * scale, (mention.high or HUNDRED) * scale
        return Reading(low, high, above=mention.vague and low == HUNDRED * HALF)
    value = mention.value * scale
    return _hedged(mention, value, _room(mention, value))


def _room(mention: Mention, value: Decimal) -> Decimal:
    if mention.kind != "percent":
        return abs(value) * WORD_ROOM
    if mention.step < 1 or mention.precise:
        return mention.step / 2
    return max(HALF_POINT, min(mention.step / 2, abs(value) * ROUND_ROOM))


def _hedged(mention: Mention, value: Decimal, room: Decimal) -> Reading:
    if mention.hedge in ("more_than", "at_least"):
        most = HUNDRED if value >= HUNDRED * HALF else min(value * 2, MODEST)
        return Reading(value, max(value, most), above=mention.hedge == "more_than")
    if mention.hedge in ("less_than", "at_most"):
        return Reading(Decimal(0), value)
    if mention.hedge == "nearly":
        return Reading(value * (1 - NEARLY_ROOM), value + HALF_POINT)
    if mention.hedge == "about":
        room = max(room, abs(value) * WORD_ROOM)
    return Reading(value - room, value + room)


def of_figures(part: Amount, whole: Amount) -> Reading | None:
    """What share `part` is of `whole`, in percent; None where that cannot be said."""
    if whole.low <= 0:
        return None
    return Reading(part.low / whole.high * HUNDRED, part.high / whole.low * HUNDRED)


def change(before: Amount, after: Amount) -> Reading | None:
    """By how many percent a figure moved, whichever way."""
    if before.low <= 0:
        return None
    ends = [(after.low / before.high - 1) * HUNDRED, (after.high / before.low - 1) * HUNDRED]
    if ends[0] < 0 < ends[1]:
        return Reading(Decimal(0), max(map(abs, ends)))
    return Reading(min(map(abs, ends)), max(map(abs, ends)))


def points(before: Amount, after: Amount) -> Reading:
    """By how many percentage points a percentage moved, whichever way."""
    ends = [after.low - before.high, after.high - before.low]
    if ends[0] < 0 < ends[1]:
        return Reading(Decimal(0), max(map(abs, ends)))
    return Reading(min(map(abs, ends)), max(map(abs, ends)))
