"""Neighbouring number tokens that are one number: "3 hundred and 21", "one in five", "5.2 ± 0.3"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from msgspec.structs import replace

from claimcheck.extract.number import HUNDREDTH, ONE, Number, is_year, step_of, trimmed
from claimcheck.lexicon import dates, units
from claimcheck.lexicon.numbers import numbers

_SUM = re.compile(r"(?:,? |,? and )")
_IN = re.compile(r" (?P<preposition>in|out of)(?: every)? ")
_PRODUCT = re.compile(r" of a ")
_TOLERANCE = re.compile(r"\s*(?:±|\+/[-−]|\+-|plus[ -]or[ -]minus)\s*")
_NEXT_WORD = re.compile(r"[\s-]([a-z]+)")
_LONGEST = 18  # code points that may lie between two tokens of one number
_MOST_OF = 100  # parts in "two in thirty"
_HIGHEST_WITH_AND = 1000  # "2 thousand and 5", but "2 million and 5" are two


def compose(low: str, found: list[Number]) -> list[Number]:
    """The tokens of a text with those joined that make one number."""
    joined: list[Number] = []
    for number in found:
        near = bool(joined) and 0 < number.start - joined[-1].end <= _LONGEST
        whole = _join(low, joined[-1], number) if near else None
        if whole is None:
            joined.append(number)
        else:
            joined[-1] = whole
    return joined


def _join(low: str, first: Number, second: Number) -> Number | None:
    if first.value is None or second.value is None:
        return None
    gap = low[first.end : second.start]
    if _TOLERANCE.fullmatch(gap):
        return replace(first, end=second.end)
    if _SUM.fullmatch(gap):
        return _sum(low, first, second, gap)
    if _PRODUCT.fullmatch(gap):
        return _product(first, second)
    ratio = _IN.fullmatch(gap)
    return _ratio(low, first, second, spoken=ratio["preposition"] == "in") if ratio else None


def _sum(low: str, first: Number, second: Number, gap: str) -> Number | None:
    """ "3 hundred and 21", "3 million and a half", "1 and 1/2"; those all in words are joined already."""
    scale = _last_scale(low, first)
    value, more = first.value, second.value
    if value is None or more is None or first.form == "share":
        return None
    if second.form == "share":
        return _with_share(low, first, second, scale or ONE) if gap == " and " else None
    if scale is None or value % scale:
        return None
    if first.form == second.form == "words" or "," in gap or more % 1 or not 0 < more < scale:
        return None
    if not second.scaled and (gap == " " or scale > _HIGHEST_WITH_AND):
        return None  # "spent 3 million 20 years ago"
    total = trimmed(value + more)
    return Number(first.start, second.end, "words", total, step_of(total), scaled=True)


def _with_share(low: str, first: Number, second: Number, scale: Decimal) -> Number | None:
    """ "3 million and a half", "1 and 1/2"; "12 and a half of them" are two."""
    value, more = first.value, second.value
    if value is None or more is None or value % scale or more >= 1 or low.startswith(" of", second.end):
        return None
    if scale == ONE and not low[second.start].isdigit() and "half" not in low[second.start : second.end]:
        return None  # "12 and a third man"
    total = trimmed(value + more * scale)
    return Number(
        first.start, second.end, "words", total, min(step_of(total), HUNDREDTH * scale), scaled=scale != ONE
    )


def _last_scale(low: str, number: Number) -> Decimal | None:
    """The worth of the scale word that ends a number."""
    word = re.split(r"[\s-]", low[number.start : number.end])[-1]
    scale = numbers().scales.get(word.removesuffix("s")) if number.scaled else None
    return Decimal(scale) if scale else None


def _product(first: Number, second: Number) -> Number | None:
    """ "2/3 of a million"."""
    if first.form != "share" or not second.scaled or first.value is None or second.value is None:
        return None
    value, step = trimmed(first.value * second.value), second.step * HUNDREDTH
    return Number(first.start, second.end, "words", value, step, scaled=True)


def _ratio(low: str, first: Number, second: Number, *, spoken: bool) -> Number | None:
    """ "one in five", "3 out of 4": a share; "2 in 2013" and "one in two weeks" are none."""
    a, b = first.value, second.value
    if a is None or b is None or not 0 < a < b or a % 1 or b % 1 or "share" in (first.form, second.form):
        return None
    if spoken and (_is_time(low, second.end) or not (b <= _MOST_OF or _is_one_of_many(low, first, second))):
        return None
    return Number(first.start, second.end, "share", a / b, HUNDREDTH)


def _is_one_of_many(low: str, first: Number, second: Number) -> bool:
    """ "1 in 2,000"; "1 in 2000" may be a year."""
    return first.value == 1 and not (is_year(second.value) and low[second.start : second.end].isdigit())


def _is_time(low: str, end: int) -> bool:
    """True where a unit of time or a month follows."""
    word = _NEXT_WORD.match(low, end)
    return word is not None and (word[1] in dates.months() or word[1] in _times())


@cache
def _times() -> frozenset[str]:
    return frozenset(word for word, unit in units.by_word().items() if unit.kind == "duration")
