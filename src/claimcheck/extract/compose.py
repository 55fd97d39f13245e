"""Neighbouring number tokens that are one number: "3 hundred and 21", "one in five", "5.2 ± 0.3"."""

from __future__ import annotations

import re
from decimal import Decimal

from claimcheck.extract.number import Number, step_of
from claimcheck.lexicon.numbers import numbers

_HUNDREDTH = Decimal("0.01")
_SUM = re.compile(r"(?:,? |,? and )")
_IN = re.compile(r" (?:in|out of)(?: every)? ")
_POINT = re.compile(r" point ")
_TIMES = re.compile(r"(?:[ -]| of a | of )")
_TOLERANCE = re.compile(r"\s*(?:±|\+/-|\+-|\+/−|plus or minus|plus-or-minus)\s*")
_LONGEST = 14  # code points that may lie between two tokens of one number


def compose(low: str, found: list[Number]) -> list[Number]:
    """The tokens of a text with those joined that make one number."""
    joined: list[Number] = []
    for number in found:
        whole = (
            _join(low, joined[-1], number) if joined and number.start - joined[-1].end <= _LONGEST else None
        )
        if whole is None:
            joined.append(number)
        else:
            joined[-1] = whole
    return joined


def _join(low: str, first: Number, second: Number) -> Number | None:
    gap = low[first.end : second.start]
    if first.value is None or second.value is None or not gap:
        return None
    if _TOLERANCE.fullmatch(gap):
        return first._replace(end=second.end)
    for shape, make in ((_SUM, _sum), (_TIMES, _product), (_IN, _ratio), (_POINT, _decimals)):
        if shape.fullmatch(gap):
            whole = make(low, first, second)
            if whole is not None:
                return whole
    return None


def _sum(low: str, first: Number, second: Number) -> Number | None:
    """ "3 hundred and 21", "4 thousand 3 hundred", "one million and a half"."""
    scale = _spelled_scale(low, first)
    if scale is None or first.value is None or second.value is None or first.value % scale:
        return None
    if second.form == "share":
        if low[first.end : second.start] != " and " or second.value >= 1:
            return None
        value = first.value + second.value * scale
        return Number(first.start, second.end, "words", value, step_of(value), scaled=True)
    if second.value >= scale or second.value % 1 or "," in low[first.end : second.start]:
        return None
    if first.form == second.form == "words" or (
        first.form == "digits" and second.form == "words" and second.value > 12
    ):
        return None
    value = first.value + second.value
    return Number(first.start, second.end, "words", value, step_of(value), scaled=True)


def _spelled_scale(low: str, number: Number) -> Decimal | None:
    """The scale word that ends a number, as its value."""
    if not number.scaled:
        return None
    word = re.split(r"[\s-]", low[number.start : number.end])[-1]
    scale = numbers().scales.get(word)
    return Decimal(scale) if scale else None


def _product(low: str, first: Number, second: Number) -> Number | None:
    """ "half million", "two thirds of a million", "three quarters million"."""
    if first.form != "share" or not second.scaled or first.value is None or second.value is None:
        return None
    opening = low[second.start : second.end].split()
    if len(opening) > 2 or (len(opening) == 2 and opening[0] != "a"):
        return None
    value = first.value * second.value
    return Number(first.start, second.end, "words", value, second.step * _HUNDREDTH, scaled=True)


def _ratio(low: str, first: Number, second: Number) -> Number | None:
    """ "one in five", "3 out of 4": a share; "2 in 2013" is none."""
    a, b = first.value, second.value
    if (
        a is None
        or b is None
        or not 0 < a < b
        or a % 1
        or b % 1
        or first.form == "share"
        or second.form == "share"
    ):
        return None
    spoken = " in " in low[first.end : second.start]
    if spoken and (b > 100 or b in (30, 31) or first.form != second.form or _is_time(low, second.end)):
        return None
    return Number(first.start, second.end, "share", a / b, _HUNDREDTH)


_TIME = re.compile(
    r"[\s-](?:second|minute|hour|day|week|month|year|decade|january|february|march|april|may|june|july|august)"
)


def _is_time(low: str, end: int) -> bool:
    return bool(_TIME.match(low, end))


def _decimals(low: str, first: Number, second: Number) -> Number | None:
    """ "two point seven"."""
    if first.form != "words" or second.form != "words" or first.value is None or second.value is None:
        return None
    if second.value % 1 or first.value % 1:
        return None
    value = Decimal(f"{first.value}.{second.value}")
    return Number(first.start, second.end, "words", value, step_of(value))
