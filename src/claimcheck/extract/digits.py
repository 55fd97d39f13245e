"""Numbers in digits: separators, decimals, fractions, exponents, and the scale behind them."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from claimcheck.extract.number import Number, step_of
from claimcheck.extract.words import trie
from claimcheck.lexicon.numbers import numbers

# Each branch with an example; the first that fits wins.
BODY = r"""
  (?:
    \d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)                          # 1,234,567.8
  | \d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?(?!\d)                              # 12,34,567  Indian grouping
  | \d{1,3}(?:[\u00a0\u2009\u202f'’]\d{3})+(?![\d,])(?:\.\d+)?  # 1 234 567 with thin or no-break spaces
  | \d{1,3}(?:(?:\ 000)+|(?:\ \d{3}){2,})(?![\d,])               # 10 000, 1 234 567
  | \d{1,3}(?:\.\d{3})+,\d{1,2}(?!\d)                           # 1.234,56  European, ends in cents
  | \d+(?:\.\d+)?(?:e[+-]?\d+(?![a-z0-9]))?                     # 380, 4.5, 1.5e-3
  | \.\d+                                                       # .535
  )
"""
_PARTS = re.compile(
    r"""
    (?P<body>"""
    + BODY
    + r""")
    (?:\ ?(?:x|×|\*)\ ?10\^?(?P<power>[-−]?\d+)                 # 3 x 10^8
    | \^(?P<raised>\d+)(?:\ -\ (?P<less>1))?                    # 2^32 - 1
    | [\ -]?(?P<glyph>[¼-¾⅐-⅞])                                 # 7½
    | \ (?P<top>\d{1,2})/(?P<bottom>\d{1,3})(?![\d/])           # 7 1/2
    | /(?P<under>\d{1,3})(?![\d/])                              # 2/3
    )?
    """,
    re.VERBOSE,
)
_BARE_GLYPH = re.compile(r"(?P<glyph>[¼-¾⅐-⅞])")
_DENOMINATORS = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 64, 100, 1000))
_LARGEST_POWER = 400


@cache
def _scale() -> re.Pattern[str]:
    """A scale right behind digits: " million", "-thousand", "bn"; letters must not go on."""
    table = numbers()
    words = trie(tuple(w for w in table.scales if w != "score"))
    short = trie(tuple(table.short_scales))
    return re.compile(
        rf"[\s-]?(?P<word>{words})s?(?![a-z])(?:[\s-](?P<second>million|billion|trillion)(?![a-z]))?"
        rf"|\s?(?P<short>{short})(?![a-z0-9])"
    )


def read_digits(low: str, start: int, money: bool) -> Number | None:
    """The number that begins at `start` of lower-case text; `money` lets "5m" be five million."""
    match = _PARTS.match(low, start) or _BARE_GLYPH.match(low, start)
    if match is None:
        return None
    groups = match.groupdict()
    end = match.end()
    if groups.get("body") is None:
        top, bottom = numbers().glyphs[groups["glyph"]]
        return _with_scale(low, start, end, Decimal(top) / bottom, Decimal("0.01"), money, share=True)
    value, step, share, short = _value(groups)
    if short:
        end = match.end("body")
    return _with_scale(low, start, end, value, step, money, share=share)


def _value(groups: dict[str, str | None]) -> tuple[Decimal, Decimal, bool, bool]:
    """Value, step, whether it is a share, and whether the tail behind the body is none of its own."""
    value = plain(groups["body"] or "")
    step = step_of(value)
    if groups["power"]:
        power = int(groups["power"].replace("−", "-"))
        if abs(power) <= _LARGEST_POWER:
            return value.scaleb(power), step.scaleb(power), False, False
        return value, step, False, True
    if groups["raised"]:
        if value > 16 or int(groups["raised"]) > 64:
            return value, step, False, True
        value = value ** int(groups["raised"]) - (1 if groups["less"] else 0)
        return value, Decimal(1), False, False
    if groups["glyph"]:
        top, bottom = numbers().glyphs[groups["glyph"]]
        return value + Decimal(top) / bottom, Decimal("0.01"), False, False
    if groups["top"] or groups["under"]:
        top, bottom = int(groups["top"] or 0), int(groups["bottom"] or groups["under"] or 0)
        return _fraction(value, top, bottom)
    return value, step, False, False


def _fraction(value: Decimal, top: int, bottom: int) -> tuple[Decimal, Decimal, bool, bool]:
    hundredth = Decimal("0.01")
    if top:  # 7 1/2
        if bottom in _DENOMINATORS and top < bottom:
            return value + Decimal(top) / bottom, hundredth, False, False
        return value, step_of(value), False, True
    if bottom in _DENOMINATORS and value < bottom:  # 2/3
        return value / bottom, hundredth, True, False
    return value, step_of(value), False, True


def _with_scale(
    low: str, start: int, end: int, value: Decimal, step: Decimal, money: bool, *, share: bool
) -> Number:
    scale = _scale().match(low, end)
    factor = _factor(scale, money) if scale else None
    if scale is None or factor is None:
        return Number(start, end, "share" if share else "digits", value, step)
    return Number(start, scale.end(), "digits", value * factor, step * factor, scaled=True)


def _factor(scale: re.Match[str], money: bool) -> Decimal | None:
    table = numbers()
    if word := scale["word"]:
        second = table.scales[scale["second"]] if scale["second"] else 1
        return Decimal(table.scales[word] * second)
    row = table.short_scales[scale["short"]]
    glued = not scale[0][0].isspace()
    if row.money and not money:
        return None
    return Decimal(row.value) if glued or row.money or len(scale["short"]) > 1 else None


def plain(body: str) -> Decimal:
    """The value of digits with separators."""
    if body.count(",") == 1 and "." in body and body.index(".") < body.index(","):
        body = body.replace(".", "").replace(",", ".")  # 1.234,56
    return Decimal(re.sub(r"[,\s'’]", "", body))
