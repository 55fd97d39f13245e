"""A figure with its unit as a reader takes it, and whether two of them can be the same."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import product

import msgspec

from claimcheck.interval import Interval
from claimcheck.lexicon import conversions, units
from claimcheck.model import Claim, Hedge

TWENTIETH, TENTH = Decimal("0.05"), Decimal("0.1")
INCH = Decimal(1) / 12  # of a foot: "5 ft 10 in" is to the inch
HALF, QUARTER = Decimal("0.5"), Decimal("0.25")
DEGREES = Decimal(2)  # tens of degrees are rounder than tens of anything else: 100 °F of 37.8 °C
DEGREES_APART = Decimal(30)  # kelvins that are as much as all of another measure
COOL = Decimal(15)  # °C; more is hardly a difference where no word says so
PRECISE, ROUND = 4, 1  # significant digits of a figure that was worked out, and of one that nobody did
SLACK = {"precise": Decimal("0.001"), "plain": Decimal("0.02"), "round": Decimal("0.04")}
HEDGED = ("about", "nearly", "more_than", "at_least", "less_than", "at_most")
UPWARDS, DOWNWARDS = ("more_than", "at_least"), ("less_than", "at_most", "nearly")


class Measured(msgspec.Struct, frozen=True):
    """One figure in one unit."""

    value: Decimal
    unit: str
    step: Decimal  # what one of the last digit that counts is worth: 10 of 1,230
    hedge: Hedge = "exact"
    words: bool = False  # spelled, or with a scale word: "one million"

    @property
    def digits(self) -> int:
        """How many digits count: 3 of 1,230."""
        return max(1, len(str(abs(round(self.value / self.step))).rstrip("0")))

    @property
    def compound(self) -> bool:
        """True for "6 ft 4 in", whose last digit is no decimal one."""
        return len(self.step.normalize().as_tuple().digits) > 1

    @property
    def dimension(self) -> str:
        """The dimension of the unit."""
        return units.unit(self.unit).dimension


def ends(claim: Claim, unit: str, surface: str) -> tuple[Measured, ...]:
    """A figure as one, a range as its two ends; none for "dozens"."""
    mention = claim.mention
    words = any(letter.isalpha() for letter in surface)
    if mention.vague:
        return ()
    if mention.value is not None:
        found = Measured(mention.value, unit, mention.step, mention.hedge, words)
        return (msgspec.structs.replace(found, step=min(found.step, INCH)) if found.compound else found,)
    values = [value for value in (mention.low, mention.high) if value is not None]
    return tuple(Measured(value, unit, _step(value), "range", words) for value in values)


def _step(value: Decimal) -> Decimal:
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)


def room(figure: Measured) -> Decimal:
    """How far a figure may lie from what was measured: rounded or cut off at its last digit."""
    size, step = abs(figure.value), figure.step
    if figure.dimension == "temperature":
        return max(DEGREES, min(step, size * TWENTIETH)) if step >= 10 else step
    found = min(step, size * TWENTIETH)
    if figure.words:
        found = max(found, min(step / 2, size * TENTH))
    return max(found, min(step / 2, size * QUARTER)) if step <= 1 else found


def interval(figure: Measured) -> Interval:
    """What a generous reader takes a figure for, in its own unit."""
    share = (TENTH if figure.digits <= ROUND else TWENTIETH) if figure.hedge in HEDGED else 0
    around = max(room(figure), abs(figure.value) * share)
    below = around + (abs(figure.value) * TENTH if figure.hedge in DOWNWARDS else 0)
    above = around + (abs(figure.value) * TENTH if figure.hedge in UPWARDS else 0)
    return Interval(figure.value - below, figure.value + above)


def fits(one: Measured, other: Measured, *, compared: bool = False) -> bool:
    """True where both can be one thing, in some reading of their units; `compared` allows a difference of degrees."""
    if one.dimension == "temperature":
        return _as_reading(one, other) or _as_difference(one, other, compared)
    first, second = interval(one), _open(other, one.hedge)
    slack = 1 + _slack(one, other)
    return any(
        first.scale(size).meets(_wider(second.scale(other_size), slack))
        for size, other_size in product(conversions.sizes(one.unit), conversions.sizes(other.unit))
    )


def converted(figure: Measured, unit: str) -> Decimal:
    """The value of a figure in another unit of its dimension."""
    row = units.unit(unit)
    return (units.to_base(figure.unit, figure.value) - row.offset) / row.factor


def right(one: Measured, other: Measured) -> Interval:
    """What the second figure would have to be, in its own unit."""
    around = interval(one)
    found = [
        converted(msgspec.structs.replace(one, value=end), other.unit)
        for end in (around.low, around.high)
        if end is not None
    ]
    return Interval(min(found), max(found))


def apart(one: Measured, other: Measured) -> Decimal:
    """How far two figures are from each other, of the larger one, in the sizes that bring them nearest."""
    if one.dimension == "temperature":
        between = abs(converted(one, other.unit) - other.value)
        return between * units.unit(other.unit).factor / DEGREES_APART
    return min(1 - min(found) / max(found) for found in sizes(one, other))


def sizes(one: Measured, other: Measured) -> Iterator[tuple[Decimal, Decimal]]:
    """Two figures in the base unit, in all sizes that go by the names of their units, the usual ones first."""
    for size, other_size in product(conversions.sizes(one.unit), conversions.sizes(other.unit)):
        yield one.value * size, other.value * other_size


def _open(figure: Measured, of: Hedge) -> Interval:
    """A figure in brackets; one that is a bound, though the figure before it is none, has no other end."""
    found = interval(figure)
    if figure.hedge == of:
        return found
    if figure.hedge == "more_than":
        return Interval(found.low, None)
    return Interval(None, found.high) if figure.hedge == "less_than" else found


def _slack(one: Measured, other: Measured) -> Decimal:
    """What is left to rough factors, such as three feet for a metre: more between round figures."""
    if "range" in (one.hedge, other.hedge) or min(one.digits, other.digits) <= ROUND:
        return SLACK["round"]
    precise = min(one.digits, other.digits) >= PRECISE
    return SLACK["precise" if precise else "plain"]


def _wider(found: Interval, by: Decimal) -> Interval:
    """Both ends of positive numbers moved outwards."""
    low = None if found.low is None else found.low / by
    return Interval(low, None if found.high is None else found.high * by)


# --- temperatures ----------------------------------------------------------------------------------------


def _as_reading(one: Measured, other: Measured) -> bool:
    return right(one, other).meets(_open(other, one.hedge))


def _as_difference(one: Measured, other: Measured, compared: bool) -> bool:
    """True where both can be one difference of temperatures: a large one only where a word says so."""
    factors = units.unit(one.unit).factor, units.unit(other.unit).factor
    small = compared or abs(one.value) * factors[0] <= COOL
    rooms = [max(HALF, abs(each.value) * TENTH) if small else HALF for each in (one, other)]
    first, second = (
        Interval(each.value - around, each.value + around).scale(factor)
        for each, around, factor in zip((one, other), rooms, factors, strict=True)
    )
    return first.meets(second)
