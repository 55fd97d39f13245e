"""Numbers in digits: separators, decimals, fractions, exponents, and the scale behind them."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

import msgspec

from claimcheck.extract.number import HUNDREDTH, LARGEST, ONE, Number, step_of, trimmed
from claimcheck.extract.scales import read_scale, scale_openings
from claimcheck.extract.trie import trie
from claimcheck.lexicon.numbers import numbers

_HUNDRED = 100
GLYPH = "¼-¾⅐-⅞"
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−", "0123456789-+-")
_SEPARATORS = str.maketrans("", "", ",_ '’\u00a0\u2009\u202f")
_SIMPLE = re.compile(
    r"\d{1,9}(?=%|[.;:)]\s|,\s(?!000)|(?:-|\s(?!x))(?P<word>[a-z]+))"
)  # most numbers of prose: nothing but a scale can go on
# Each branch with an example; the first that fits wins.
_NUMBER = re.compile(
    rf"""
    (?P<body>
        \d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?!\d)                          # 1,234,567.8
      | \d{{1,2}}(?:,\d{{2}})+,\d{{3}}(?:\.\d+)?(?!\d)                  # 12,34,567  Indian grouping
      | \d{{1,3}}(?:[\u00a0\u2009\u202f'’_]\d{{3}})+(?![\d,])(?:\.\d+)? # 1 234 567 with thin or no-break spaces
      | \d{{1,3}}(?:,\ 000)+(?![\d,])                                  # 12, 000  a slip of spacing
      | \d{{1,3}}(?:\ 000)+(?![\d,])                                    # 10 000
      | (?<!\d\ )(?<!\d\ \ )\d{{1,3}}(?:\ \d{{3}}){{2}}(?!\ ?\d)(?!,\d)   # 1 234 567, and no row of a table
      | \d{{1,2}}(?:\ \d{{3}}){{3}}(?!\ ?\d)(?!,\d)                       # 1 234 567 890
      | (?P<european>\d{{1,3}}(?:\.\d{{3}})+,\d{{1,2}}(?!\d)            # 1.234,56
      | \d{{1,3}},\d{{1,2}}(?=\s?(?:million|billion|mn|bn|€|eur))       # 3,5 million; 12,50 €
      | (?:(?<=€)|(?<=€\ ))\d{{1,3}},\d{{2}}(?![\d,]))                 # €12,50
      | \d+(?:\.\d+)?(?:e[+-]?\d{{1,3}}(?![a-z0-9]))?                       # 380, 4.5, 1.5e-3
      | \.\d+                                                           # .535
    )
    (?: \ ?[x×*·]\ ?10(?:\^?(?P<power>[-−]?\d{{1,3}}(?!\d))|(?P<high>[⁻⁺]?[⁰¹²³⁴-⁹]{{1,3}}))   # 3 x 10^8, 3 × 10⁸
      | \^(?P<raised>[-−]?\d{{1,2}}(?!\d))(?:\ -\ (?P<less>1))?                                       # 2^32 - 1
      | (?<=10)(?<!\d10)(?P<small>[⁻⁺]?[⁰³⁴-⁹][⁰¹²³⁴-⁹]?)                                        # 10⁶
      | [\ -]?(?P<glyph>[{GLYPH}])                                           # 7½
      | [\ -](?P<top>\d{{1,2}})/(?P<bottom>\d{{1,3}})(?![\d/])               # 7 1/2
      | /(?P<under>\d{{1,3}})(?![\d/])                                       # 2/3
    )?
  | (?P<alone>[{GLYPH}])                                                     # ¾
    """,
    re.VERBOSE,
)
_DENOMINATORS = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 64, 100, 1000))
_LARGEST_BASE, _LARGEST_EXPONENT = 16, 64


class Amount(msgspec.Struct, frozen=True, gc=False):
    """A value before its scale is known, and the worth of its last digit."""

    value: Decimal
    step: Decimal
    share: bool = False


def simple_digits(low: str, start: int) -> Number | None:
    """The number that begins at `start` where nothing goes on behind a few digits; None where that is not sure."""
    simple = _SIMPLE.match(low, start)
    if simple is None or simple["word"] in scale_openings() or simple["word"] in _scaled_ordinals():
        return None
    amount = _simple(simple.group())
    return Number(start, simple.end(), "digits", amount.value, amount.step)


@cache
def _scaled_ordinals() -> frozenset[str]:
    """Ordinals of a hundred and more: "5 millionth"."""
    table = numbers()
    return frozenset(
        word for word, value in (table.denominators | table.ordinals).items() if value >= _HUNDRED
    )


@cache
def _ordinal() -> re.Pattern[str]:
    return re.compile(rf"[\s-]?{trie(tuple(_scaled_ordinals()))}\b")


def _simple(figure: str) -> Amount:
    value = Decimal(figure)
    return Amount(value, ONE if figure[-1] != "0" else step_of(value))


def read_digits(text: str, low: str, start: int) -> Number | None:
    """The number that begins at `start` of `low`, which is `text` in lower case; None for what is none."""
    amount, end = _amount(low, start)
    if _ordinal().match(low, end):
        return None
    scale = read_scale(text, low, start, end)
    value = amount.value * scale.factor if scale else amount.value
    if value >= LARGEST:
        return None
    if scale is not None:
        return Number(start, scale.end, "digits", trimmed(value), amount.step * scale.factor, scaled=True)
    return Number(start, end, "share" if amount.share else "digits", value, amount.step)


def _amount(low: str, start: int) -> tuple[Amount, int]:
    """The digits at `start` with what belongs to them, and where that ends."""
    simple = _SIMPLE.match(low, start)
    if simple is not None:
        return _simple(simple.group()), simple.end()
    match = _NUMBER.match(low, start)
    if match is None:
        raise ValueError(f"no digit at {start}")
    if match["alone"]:
        return Amount(_glyph(match["alone"]), HUNDREDTH, share=True), match.end()
    body = _body(match)
    whole = _with_tail(body, match)
    return (body, match.end("body")) if whole is None else (whole, match.end())


def _body(match: re.Match[str]) -> Amount:
    """The value of digits with separators."""
    body = match["body"]
    if match["european"]:
        body = body.replace(".", "").replace(",", ".")
    value = Decimal(body.translate(_SEPARATORS))
    return Amount(trimmed(value) if "e" in body and value < LARGEST else value, step_of(value))


def _with_tail(body: Amount, match: re.Match[str]) -> Amount | None:
    """The digits with a power or a fraction behind them; None where that is no part of the number."""
    tail = match.groupdict()
    if power := tail["power"] or tail["high"]:
        return _powered(body, int(power.translate(_RAISED)))
    if power := tail["raised"] or tail["small"]:
        return _raised(body.value, int(power.translate(_RAISED)), less=tail["less"] is not None)
    if glyph := tail["glyph"]:
        return Amount(body.value + _glyph(glyph), HUNDREDTH)
    if top := tail["top"]:
        part = _fraction(Decimal(top), int(tail["bottom"]))
        return None if part is None or body.value % 1 else Amount(body.value + part, HUNDREDTH)
    if under := tail["under"]:
        if match.string[match.start() - 1 : match.start()] == "/":
            return None  # the end of "1/2/3"
        part = _fraction(body.value, int(under))
        return None if part is None else Amount(part, HUNDREDTH, share=True)
    return body


def _glyph(glyph: str) -> Decimal:
    top, bottom = numbers().glyphs[glyph]
    return Decimal(top) / bottom


def _powered(body: Amount, power: int) -> Amount:
    value = body.value.scaleb(power)
    return Amount(trimmed(value) if value < LARGEST else value, body.step.scaleb(power))


def _raised(base: Decimal, exponent: int, *, less: bool) -> Amount | None:
    """ "2^32 - 1"."""
    if base % 1 or base > _LARGEST_BASE or abs(exponent) > _LARGEST_EXPONENT:
        return None
    value = base**exponent
    return Amount(value - 1, ONE) if less else Amount(value, step_of(value) if exponent > 0 else value)


def _fraction(top: Decimal, bottom: int) -> Decimal | None:
    """ "2/3"; None for scores, dates and other pairs."""
    return top / bottom if bottom in _DENOMINATORS and 0 < top < bottom and not top % 1 else None
