"""The number token: what the grammar builds before unit, noun and hedge are known."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import msgspec

Form = Literal["digits", "words", "share", "vague", "again"]
ONE = Decimal(1)
HUNDREDTH = Decimal("0.01")  # what fractions and shares are read to

LARGEST = Decimal(10) ** 27  # arithmetic is exact below; texts count no higher
_FIRST_YEAR, _LAST_YEAR = 1500, 2100


class Number(msgspec.Struct, frozen=True, gc=False):
    """A number as written at `start`:`end`; `value` is None where only the ends are known ("dozens")."""

    start: int
    end: int
    form: Form
    value: Decimal | None
    step: Decimal  # worth of the last significant digit
    low: Decimal | None = None
    high: Decimal | None = None
    scaled: bool = False  # a scale word or suffix is part of it
    about: bool = False  # "a couple of hundred"


def is_year(value: Decimal | None) -> bool:
    """True for whole numbers that texts use as years."""
    return value is not None and _FIRST_YEAR <= value <= _LAST_YEAR


def step_of(value: Decimal) -> Decimal:
    """Worth of the last significant digit of `value`: 34000 -> 1000, 1.50 -> 0.01, 7 -> 1."""
    _, digits, exponent = value.as_tuple()
    if not isinstance(exponent, int) or exponent < 0:
        return ONE.scaleb(int(exponent))
    zeros = 0
    for digit in reversed(digits):
        if digit or zeros == len(digits) - 1:
            break
        zeros += 1
    return ONE.scaleb(exponent + zeros)


def trimmed(value: Decimal) -> Decimal:
    """`value` as texts write it, without exponent and without a fraction of zeros: 2.50E+6 -> 2500000."""
    return value.normalize() if value % 1 else Decimal(int(value))
