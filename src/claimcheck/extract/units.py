"""Units and money beside a number."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from claimcheck.extract.around import Around
from claimcheck.extract.number import Number
from claimcheck.lexicon import money, units
from claimcheck.model import Kind

ONE = Decimal(1)
_MOST_WORDS = 5
_NEXT = re.compile(
    r"(?P<gap>[\s-]*)(?P<word>[^\W\d_][^\W_]*\.?(?:[/·][^\W_]+)*[²³]?(?:\^\d)?|[%‰°℃℉′″¢€£$¥₹][^\W\d_]?[^\W\d_]?)"
)
_SPACED = frozenset(("m", "g", "h", "s", "L"))  # scientific texts write "10 m"; "d", "l", "t" stay letters
_OLD = re.compile(r"[\s-]olds?\b|\s+of\s+age\b")
_AGED = re.compile(
    r"(?:\b(?:aged?s?|ages)|\bage\s+of|\bages\s+of|\bat\s+age)(?:\s+(?:between|from|over|under|below|above|at))?\s*$"
)
_PER = re.compile(
    r"\s?(?:/|per\s+|an?\s+(?=(?:second|minute|hour|day|night|week|month|quarter|year|decade|share|head|piece|barrel|"
    r"gallon|litre|liter|kilo|kilogram|kg|tonne|ton|pound|ounce|unit|person|metre|meter|square|mile|kilometre|kilometer|mwh|kwh)\b)|each\s+(?=day|week|month|year)|every\s+(?=day|week|month|year|hour|minute|second))"
    r"(?P<base>square\s+\w+|cubic\s+\w+|[\d,]+\s+(?:people|inhabitants|residents|population)|[a-z]+)"
)
_DAILY = re.compile(r"\s(?P<word>daily|hourly|weekly|monthly|annually|yearly)\b")
_DAILY_BASE = {
    "daily": "day",
    "hourly": "hour",
    "weekly": "week",
    "monthly": "month",
    "annually": "year",
    "yearly": "year",
}


class Measure(NamedTuple):
    """A unit as found: canonical symbol, kind, where the surface with it starts and ends, and the factor to it."""

    symbol: str
    kind: Kind
    start: int
    end: int
    factor: Decimal = ONE


def read_measure(around: Around, start: int, end: int) -> Measure | None:
    """The unit or currency of the number at `start`:`end`, or None for a bare count."""
    return (
        _money_before(around, start, end)
        or _after(around, start, end)
        or _magnitude_before(around, start, end)
    )


@cache
def _leads() -> re.Pattern[str]:
    """A currency right before the number, case-sensitive, at the end of a short slice."""
    glyphs = sorted([*money.by_glyph(), *money.by_prefix(), *money.by_code()], key=len, reverse=True)
    joined = "|".join(re.escape(form).replace(r"\$", r"\ ?\$") for form in glyphs)
    tight = "|".join(map(re.escape, sorted(money.by_tight_prefix(), key=len, reverse=True)))
    return re.compile(
        rf"(?<![^\W_])(?:(?P<form>{joined})\s?(?P<sign>[-−]?)|(?P<tight>{tight}))$"
        if tight
        else rf"(?<![^\W_])(?P<form>{joined})\s?(?P<sign>[-−]?)$"
    )


def _money_before(around: Around, start: int, end: int) -> Measure | None:
    left = around.text[max(around.floor, start - 6) : start]
    if not left or not (left[-1] in "$£€¥₹.-− \u00a0" or not left[-1].isascii() or left[-1].isalpha()):
        return None
    match = _leads().search(left)
    if match is None:
        return None
    form = (match["form"] or match["tight"]).replace(" ", "")
    row = (
        money.by_glyph().get(form)
        or money.by_prefix().get(form)
        or money.by_code().get(form)
        or money.by_tight_prefix()[form]
    )
    if form in money.ambiguous_codes() and not left.endswith(form):
        return None
    begins = start - (len(left) - match.start())
    return Measure(row.symbol, "money", begins, end, row.factor)


def _after(around: Around, start: int, end: int) -> Measure | None:
    first = _NEXT.match(around.text, end, around.ceiling)
    if first is not None and first["word"].lower() == "of" and around.low[end - 1 : end] == "s":
        first = _NEXT.match(around.text, first.end(), around.ceiling)  # tens of millions of dollars
        return _worded(around, first, start) if first is not None else None
    if first is None:
        return None
    return _symbol(first, start, end) or _worded(around, first, start)


def _symbol(match: re.Match[str], start: int, end: int) -> Measure | None:
    """A short form: "%", "km", "€"; tight ones only without a gap."""
    surface, gap = match["word"], match["gap"]
    if len(gap) > 1 or gap in ("\n",):
        return None
    tries = [surface] if surface[-1:].isalnum() else [surface, surface.rstrip(".")]
    if surface[0] in "%‰°¢€£$¥₹":
        tries += [surface[:2], surface[:1]]
    for form in tries:
        stop = match.start("word") + len(form)
        unit = units.by_symbol().get(form) or (
            units.by_tight().get(form) if not gap or gap == "-" or form in _SPACED else None
        )
        if unit is not None and not (gap == "-" and len(form) == 1):
            return Measure(unit.symbol, unit.kind, start, stop)
        cash = money.by_glyph().get(form) or money.by_code().get(form) or money.by_suffix().get(form)
        if cash is None and not gap:
            cash = money.by_tight().get(form)
        if cash is not None and gap != "-":
            return Measure(
                cash.symbol, "money", start, stop, cash.factor if cash.symbol == cash.code else ONE
            )
    return None


def _worded(around: Around, first: re.Match[str], start: int) -> Measure | None:
    """A spelled unit of up to five words: "square kilometres", "metric tons", "US dollars"."""
    words, ends, at = [], [], first
    match: re.Match[str] | None = first
    while match is not None and len(words) < _MOST_WORDS:
        if words and len(match["gap"].strip("\n ")) > 1:
            break
        words.append(match["word"].lower().rstrip("."))
        ends.append(match.end() - (1 if match["word"].endswith(".") and len(match["word"]) > 3 else 0))
        match = _NEXT.match(around.text, match.end(), around.ceiling)
    del at
    for count in range(len(words), 0, -1):
        form = " ".join(words[:count])
        unit = units.by_word().get(form)
        if unit is not None:
            return Measure(unit.symbol, unit.kind, start, ends[count - 1])
        cash = money.by_word().get(form)
        if cash is not None:
            return Measure(cash.symbol, "money", start, ends[count - 1])
    return None


_MAGNITUDE = re.compile(
    r"(?<![a-z])(?:magnitude|richter|mag\.?)(?:\s+of|-|\s+)?\s*(?:(?:about|around|at\s+least|over|under|more\s+than|above|estimated\s+at)\s+)*$"
)


def _magnitude_before(around: Around, start: int, end: int) -> Measure | None:
    """ "magnitude 6.1", "magnitude-6.1", "a magnitude of 5"."""
    if "mag" not in around.left and "richter" not in around.left:
        return None
    match = _MAGNITUDE.search(around.left)
    if match is None:
        return None
    word = around.left.rfind("mag", 0) if "mag" in around.left else around.left.rfind("richter")
    begins = start - (len(around.left) - word)
    return Measure("magnitude", "magnitude", begins, end)


def read_age(around: Around, measure: Measure) -> Measure | None:
    """The measure as an age where "old" or "aged" stands beside a time unit."""
    if measure.kind != "duration":
        return None
    old = _OLD.match(around.low, measure.end, around.ceiling)
    if old is not None:
        return measure._replace(kind="age", end=old.end())
    return measure._replace(kind="age") if _AGED.search(around.left) else None


def aged(around: Around) -> bool:
    """True where "aged", "under the age of" and the like stand right before the number."""
    return bool(_AGED.search(around.left.rstrip()))


def read_rate(around: Around, end: int) -> tuple[str, int] | None:
    """What a rate is counted by and where its words end: "per hour", "a day", "/s"."""
    match = _PER.match(around.low, end, around.ceiling)
    if match is None:
        match = _DAILY.match(around.low, end, around.ceiling)
        return (_DAILY_BASE[match["word"]], match.end()) if match else None
    base = match["base"]
    unit = units.by_word().get(base) or units.by_symbol().get(base) or units.by_tight().get(base)
    return (unit.symbol if unit is not None else base, match.end())


_NAME_AGE = re.compile(r"[A-Z][\w'’-]+,?\s$")
_AGE_AFTER = re.compile(r",\s|\s(?:said|says|told|who)\b")


def name_age(around: Around, number: Number) -> bool:
    """ "Ahmed, 24, said": a number of years behind a name."""
    if number.form != "digits" or number.value is None or not 1 <= number.value <= 110 or number.value % 1:
        return False
    left = around.text[max(around.floor, around.start - 24) : around.start]
    if not left.endswith((", ", " ")) or not _NAME_AGE.search(left):
        return False
    after = _AGE_AFTER.match(around.low, number.end, around.ceiling)
    if after is None:
        return False
    return left.endswith(", ") or after.group().strip() != ","
