"""What slip two different figures look like."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import combinations

from claimcheck.model import Claim

MILE = Decimal("1.609344")
FOOT = Decimal("0.3048")
NEAR = Decimal("0.01")
TENFOLD = (10, 100, 1_000, 1_000_000)
DIGITS = 3  # shorter numbers differ in a digit by chance


def diagnosis(claims: Iterable[Claim]) -> str | None:
    """The slip that some two of the claims look like, None where they look like none."""
    pairs = combinations(claims, 2)
    return next((found for one, other in pairs if (found := _slip(one, other)) is not None), None)


def _slip(one: Claim, other: Claim) -> str | None:
    a, b = one.mention.value, other.mention.value
    if a is None or b is None or a == b or min(a, b) <= 0:
        return None
    small, large = sorted((a, b))
    if one.mention.unit != other.mention.unit:
        return _unit_slip(small, large)
    return (
        _power(large / small)
        or _digits(str(small.normalize()), str(large.normalize()))
        or _converted(small, large)
    )


def _power(ratio: Decimal) -> str | None:
    return next((f"may be a slip by a factor of {n:,}" for n in TENFOLD if ratio == n), None)


def _digits(one: str, other: str) -> str | None:
    if len(one) != len(other) or len(one) < DIGITS:
        return None
    apart = [index for index, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(apart) == 1 and len(one) > DIGITS:
        return "may be one digit changed"
    if len(apart) == 2 and one[apart[0]] == other[apart[1]] and one[apart[1]] == other[apart[0]]:
        return "may be two digits swapped"
    return None


def _unit_slip(small: Decimal, large: Decimal) -> str | None:
    return "may be one number with two units" if small == large else None


def _converted(small: Decimal, large: Decimal) -> str | None:
    for factor, names in ((MILE, "miles and kilometres"), (1 / FOOT, "feet and metres")):
        if abs(large / small / factor - 1) < NEAR and large >= 100:
            return f"may be {names} confused"
    return None
