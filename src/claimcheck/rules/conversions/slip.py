"""What slip a wrong conversion looks like; always a "may be"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import msgspec

from claimcheck.lexicon import slips as table
from claimcheck.model import Claim
from claimcheck.rules import diagnosis, slips
from claimcheck.rules.conversions import measured
from claimcheck.rules.conversions.measured import Measured

LONG = 3  # digits of a right conversion that are shown, where the text gives no more
SHORT_BELOW = 10
FINEST = -6  # decimals that are shown at most: 32 °F are 0 °C but for the decimals of the factor
MILLION = 10**6
NEAR = Decimal("0.02")  # of what the known figure may be: the other was rounded, too


def of_pair(first: tuple[Claim, Measured], second: tuple[Claim, Measured]) -> str | None:
    """The first of the slips that would make two figures one, None where they look like none."""
    one, other = first[1], second[1]
    if measured.fits(_in(one, other.unit), _in(other, one.unit)):
        return _turned(one.unit, other.unit)
    found = _meant(second[0], one, other) or _meant(first[0], other, one)
    return found or next(_digits(one, other), None)


def power_of_ten(one: Measured, other: Measured) -> bool:
    """True where two figures have the same digits, several of them or by far too high, and differ by a power of ten."""
    power = _power(one, other)
    return power > 1 and (other.digits > 1 or power >= MILLION)


def rounded(value: Decimal, as_in: Measured) -> Decimal:
    """A right conversion as a text would give it: with two or three digits, or more where the text has more."""
    least = max(as_in.digits, LONG if as_in.compound or abs(value) >= SHORT_BELOW else LONG - 1)
    place = max(value.adjusted() - least + 1, FINEST)
    return round(value.scaleb(-place)) * Decimal(1).scaleb(place)


def _in(figure: Measured, unit: str) -> Measured:
    return msgspec.structs.replace(figure, unit=unit)


def _turned(one: str, other: str) -> str:
    """Multiplied where it should be divided."""
    names = dict(table.confusions().get(one, ())).get(other)
    return f"may be {names} confused" if names else "may be converted the wrong way round"


def _meant(claim: Claim, known: Measured, wrong: Measured) -> str | None:
    """A power of ten, a unit or two digits swapped in one figure, where the other is right."""
    right = measured.right(known, wrong)
    if wrong.compound or claim.mention.unit is None or right.low is None or right.high is None:
        return None
    exact = measured.converted(known, wrong.unit)
    near = (exact * (1 - NEAR), exact * (1 + NEAR))
    return slips.into(claim, (right.low, right.high), wrong.unit) or slips.meant(claim, near)


def _digits(one: Measured, other: Measured) -> Iterator[str]:
    """A digit changed or left out in the second figure, or a power of ten that has no name."""
    power = _power(one, other)
    if power > 1:
        yield f"may be a slip by a factor of {power:,}"
    written = diagnosis.Figure(other.value, other.unit)
    right = rounded(measured.converted(one, other.unit), other)
    said = diagnosis.slip(written, written._replace(value=right))
    if said is not None:
        yield said


def _power(one: Measured, other: Measured) -> int:
    """The power of ten between two figures of the same digits, in some size of their units; 1 where it is none."""
    if one.dimension == "temperature":
        return 1
    for first, second in measured.sizes(one, other):
        small, large = sorted((first, second))
        power: int = 10 ** round((large / small).log10())
        if abs(large / small / power - 1) < diagnosis.NEAR:
            return power
    return 1
