"""Whether two claims about one fact agree, and what makes two different numbers agree."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.interval import Interval
from claimcheck.model import Claim
from claimcheck.normalise.claim import references, units, values

APPROXIMATE = frozenset({"about", "nearly", "more_than", "at_least"})
SMALL = Decimal("0.02")  # nobody minds this much, where one figure is written more coarsely
LOOSE = Decimal("0.05")  # figures this near say the same when one of them is hedged
NEAR = Decimal("0.25")  # figures of one thing that are wrong or out of date are rarely further apart
TEEN = 10
ROUND = 2  # digits of a number that may be that of anything
MEASURED = Decimal("0.08")  # converted measures this near say the same


def agreement(one: Claim, other: Claim) -> str | None:
    """What lets two claims stand together: equal, vague, unit, bounds, rounding; None where they do not."""
    if one.mention.kind == references.KIND:
        return "equal" if one.value == other.value else None
    if one.mention.vague or other.mention.vague:
        return "vague"
    if one.value == other.value:
        return "unit" if _units_differ(one, other) else "equal"
    if _precise_against_loose(one, other):
        return None
    if _both_limits(one, other):
        return "rounding" if as_points(one, other) else None
    if one.plausible.meets(other.plausible):
        return _name(one, other)
    if _units_differ(one, other) and _by_others(one).meets(_by_others(other)):
        return "unit"
    a, b = middle(one), middle(other)
    if a is None or b is None:
        return None
    if _units_differ(one, other) and one.unit != units.PERCENT and gap(a, b) <= MEASURED:
        return "unit"
    if one.mention.step != other.mention.step and gap(a, b) <= SMALL:
        return "rounding"
    if {one.mention.hedge, other.mention.hedge} & APPROXIMATE and gap(a, b) <= LOOSE:
        return "rounding"
    return None


def _by_others(claim: Claim) -> Interval:
    return units.as_others_mean(claim.plausible, claim.mention)


def _units_differ(one: Claim, other: Claim) -> bool:
    return one.mention.unit != other.mention.unit


def _precise_against_loose(one: Claim, other: Claim) -> bool:
    """True where one side insists on its figure and the other gives another: about 400 / 380, to be exact."""
    precise = one.mention.precise or other.mention.precise
    a, b = one.mention.value, other.mention.value
    loose = {one.mention.hedge, other.mention.hedge} <= {"exact", "about", "nearly"}
    return precise and loose and a is not None and b is not None and gap(a, b) > SMALL


def _both_limits(one: Claim, other: Claim) -> bool:
    """True for two upper bounds, which are limits: "up to 65,535" and "up to 65,536" differ."""
    return {one.mention.hedge, other.mention.hedge} <= {"at_most", "less_than"}


def as_points(one: Claim, other: Claim) -> bool:
    """True where two figures agree when their hedges are left out."""
    return _bare(one).meets(_bare(other))


def point(claim: Claim) -> Decimal:
    """The figure of a claim without its hedge, in its canonical unit; 0 where it has none."""
    bare = _bare(claim)
    return (bare.low + bare.high) / 2 if bare.low is not None and bare.high is not None else Decimal(0)


def _bare(claim: Claim) -> Interval:
    return units.convert(values.rounded(claim.mention), claim.mention)


def apart_as_written(one: Claim, other: Claim) -> bool:
    """True for two figures of one form (hedge, unit, coarseness) that differ as numbers."""
    a, b = one.mention, other.mention
    form = (a.hedge, a.unit, a.vague, a.value is None) == (b.hedge, b.unit, b.vague, b.value is None)
    same = (a.value, a.low, a.high) == (b.value, b.low, b.high)
    return form and not same and (a.value is None or max(a.step, b.step) <= 10 * min(a.step, b.step))


def _name(one: Claim, other: Claim) -> str:
    if _units_differ(one, other):
        return "unit"
    hedges = {one.mention.hedge, other.mention.hedge}
    return "bounds" if hedges & {"more_than", "at_least", "less_than", "at_most", "range"} else "rounding"


def middle(claim: Claim) -> Decimal | None:
    """The figure of a claim in its canonical unit: the value, or the middle of its range."""
    interval = claim.plausible
    if interval.low is None or interval.high is None:
        return interval.low if interval.high is None else interval.high
    bound = {"more_than": interval.low, "at_least": interval.low, "less_than": interval.high}
    return bound.get(claim.mention.hedge, (interval.low + interval.high) / 2)


def gap(a: Decimal, b: Decimal) -> Decimal:
    """The difference of two numbers, relative to the larger one (0-1)."""
    largest = max(abs(a), abs(b))
    return Decimal(0) if not largest else abs(a - b) / largest


def is_round(number: Decimal) -> bool:
    """True for a number of which so few digits count that it may be that of anything."""
    return len(digits(number)[0]) <= ROUND


def within(one: Claim, other: Claim, tolerance: Decimal) -> str | None:
    """ "tolerance" for two figures that differ by no more than a relative difference."""
    a, b = middle(one), middle(other)
    near = bool(tolerance) and a is not None and b is not None and 0 < gap(a, b) <= tolerance
    return "tolerance" if near else None


def ratio(one: Claim, other: Claim) -> float:
    """How many times the larger of two figures is the smaller; large where one of them is nothing."""
    a, b = middle(one), middle(other)
    if a is None or b is None:
        return 1.0
    small, large = sorted((abs(a), abs(b)))
    return float(large / small) if small else 1000.0


def near(one: Claim, other: Claim) -> bool:
    """True for two figures that differ as slips and outdated ones do: by little, or by the order of their digits."""
    a, b = middle(one), middle(other)
    if a is None or b is None:
        return False
    return gap(a, b) <= NEAR or sorted(digits(a)[0]) == sorted(digits(b)[0])


def digits(number: Decimal) -> tuple[tuple[int, ...], int]:
    """The digits of a number that count, and the power of ten of the last one."""
    read = number.normalize().as_tuple()
    return read.digits, int(read.exponent)


def sound_alike(one: Claim, other: Claim) -> bool:
    """True for fourteen and forty, of which at least one is written in words."""
    a, b = one.mention, other.mention
    figures = all(any(letter.isdigit() for letter in each.surface) for each in (a, b))
    if figures or not a.value or not b.value:
        return False
    small, large = sorted((a.value, b.value))
    return TEEN < small < 2 * TEEN and large == (small - TEEN) * TEEN and large > TEEN


def transposed(one: Claim, other: Claim) -> bool:
    """True for two numbers of which two neighbouring digits have changed places: 126 and 162."""
    a, b = one.mention.value, other.mention.value
    return a is not None and b is not None and swapped(a, b)


def swapped(a: Decimal, b: Decimal) -> bool:
    """True for two numbers of one size with two neighbouring digits in turn; a zero at the end is none."""
    (first, power), (second, other_power) = digits(a), digits(b)
    if power != other_power or len(first) != len(second):
        return False
    apart = [place for place, (x, y) in enumerate(zip(first, second, strict=True)) if x != y]
    turned = len(apart) == 2 and apart[1] - apart[0] == 1
    return turned and (first[apart[0]], first[apart[1]]) == (second[apart[1]], second[apart[0]])


def shifted(one: Claim, other: Claim) -> bool:
    """True for the same two or more digits at another power of ten, which is rarely chance: 130 and 1,300."""
    a, b = one.mention.value, other.mention.value
    if not a or not b:
        return False
    (first, power), (second, other_power) = digits(a), digits(b)
    return len(first) > 1 and first == second and power != other_power
