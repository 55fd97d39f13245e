"""Units and money beside a number."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

import msgspec

from claimcheck.extract.around import Around
from claimcheck.extract.number import Number
from claimcheck.extract.trie import openings_of, phrases, trie
from claimcheck.lexicon import money, units
from claimcheck.lexicon.measures import measures, money_cues
from claimcheck.lexicon.numbers import scale
from claimcheck.model import Kind

ONE = Decimal(1)
_MOST_WORDS = 5
FAR = 14  # words between a quake and its magnitude
_LONGEST_CURRENCY = 6  # code points in front of a number
_GLYPHS = "%‰°¢€£$¥₹₽₺₩"
_SPACED = frozenset(("m", "g", "h", "s", "L", "l"))  # scientific texts write "10 m"; "d", "t" stay letters
_HYPHENED = frozenset(("m", "g", "h"))  # "a 2.4-m telescope"
_UPRIGHT = frozenset(
    ("V", "W")
)  # "400 W at most"; in "400 W 34th Street" and "4 V Main" the letter is of what follows
_PLACED = re.compile(r" (?:[A-Z][a-z]|\d)")
_MEASURED = frozenset(("d", "t"))  # but not behind a decimal: "1.5 t"
_RATED = re.compile(r"\s(?:(?:per|an?)\s|hg\b)")
_PART_OF = re.compile(
    r"[\s-](?:of[\s-])?an?[\s-](?P<word>per\s?cent|percentage\s+point|[a-z]+)\b|-(?P<point>point)\b"
)
_GIVEN_IN = re.compile(
    r"(?:\A|\()\s*(?:\S+\s)?in\s\Z"
)  # the first words of a block or a bracket: "(in ", "Figures in "
_NEXT = re.compile(
    rf"""
    (?P<gap>[\s-]*)
    (?P<word>
        (?:[^\W\d_]\.){{2,}}                                # U.S., m.p.h.
      | [^\W\d_][^\W_]*\.?(?:[/·][^\W_]+)*[²³]?(?:\^\d)?  # km, sq., km/h, µg/m³, m^2
      | [{_GLYPHS}℃℉][^\W\d_]?[^\W\d_]?                     # %, °C, $
    )
    """,
    re.VERBOSE,
)


class Measure(msgspec.Struct, frozen=True, gc=False):
    """A unit as found: canonical symbol, kind, where the surface with it starts and ends, and the factor to it."""

    symbol: str
    kind: Kind
    start: int
    end: int
    factor: Decimal = ONE


def read_measure(around: Around, start: int, end: int) -> Measure | None:
    """The unit or currency of the number at `start`:`end`, or None for a bare count."""
    measure = _money_before(around, start) or _after(around, start, end)
    return measure or _magnitude_before(around, start, end) or _magnitude_of(around, start, end)


@cache
def _currency_before() -> re.Pattern[str]:
    """A currency right before the number, case-sensitive, at the end of a short slice."""
    forms = sorted([*money.by_glyph(), *money.by_prefix(), *money.by_code()], key=len, reverse=True)
    joined = "|".join(re.sub(r"(?<=.)\\\$", r"\\ ?\\$", re.escape(form)) for form in forms)  # US $
    tight = "|".join(map(re.escape, money.by_tight_prefix()))
    return re.compile(rf"(?<![^\W_])(?:(?P<form>{joined})\s?[-−]?|(?P<tight>{tight}))$")


@cache
def _currency_ends() -> frozenset[str]:
    """The sign that a form ends in, else its last two letters: what most words in front of a number lack."""
    forms = (*money.by_glyph(), *money.by_prefix(), *money.by_code(), *money.by_tight_prefix())
    return frozenset(form[-2:] if form[-2:].isalpha() else form[-1:] for form in forms) - {"/"}


def _money_before(around: Around, start: int) -> Measure | None:
    left = around.cased[-_LONGEST_CURRENCY:]
    bare = left.rstrip("-−").rstrip()
    if bare[-1:] not in _currency_ends() and bare[-2:] not in _currency_ends():
        return None
    match = _currency_before().search(left)
    if match is None:
        return None
    form = (match["form"] or match["tight"]).replace(" ", "")
    tables = (money.by_glyph(), money.by_prefix(), money.by_code(), money.by_tight_prefix())
    row = next(table[form] for table in tables if form in table)
    if form in money.ambiguous_codes() and not left.endswith(form):
        return None
    return Measure(row.symbol, "money", start - (len(left) - match.start()), start, row.factor)


def is_scale_of_money(around: Around, number: Number) -> bool:
    """True for what the figures of a table are given in: "Revenue (£ million)", "In millions of euros"."""
    if number.form not in ("words", "vague"):
        return False
    if number.form == "vague" and _GIVEN_IN.search(around.left):
        return True
    multiplies = scale(around.low[number.start : number.end]) is not None
    behind = around.low[number.end : around.ceiling].strip()
    closes = behind in ("", ".", ":") or behind[0] in "),"  # "a £ million deal" goes on
    return multiplies and closes and _money_before(around, number.start) is not None


def _after(around: Around, start: int, end: int) -> Measure | None:
    if around.follower and around.follower not in _first_words():
        return None
    first = _NEXT.match(around.text, end, around.ceiling)
    if first is not None and first["word"].lower() == "of" and around.low[end - 1 : end] == "s":
        first = _NEXT.match(around.text, first.end(), around.ceiling)  # tens of millions of dollars
        return _worded(around, first, start) if first is not None else None
    if first is None:
        return None
    symbol = _symbol(first, start)
    if symbol is not None and _RATED.match(around.low, symbol.end, around.ceiling):
        return _worded(around, first, start) or symbol  # km per hour, mm Hg
    return symbol or _worded(around, first, start)


@cache
def _first_words() -> frozenset[str]:
    """The words that a unit or a currency can begin with, and "of" in front of one."""
    return openings_of((*_short_forms(), *_openings(), "of"))


def part_of_unit(around: Around, end: int) -> Measure | None:
    """The unit of a fraction that ends at `end`: "half an hour", "a quarter of a mile", "a half-point cut"."""
    match = _PART_OF.match(around.low, end, around.ceiling)
    if match is None:
        return None
    word = "percentage point" if match["point"] else match["word"]  # "a quarter-point cut"
    unit = units.by_word().get(word)
    if unit is None or word in units.ambiguous():
        return None
    return Measure(unit.symbol, unit.kind, end, match.end())


def _symbol(match: re.Match[str], start: int) -> Measure | None:
    """A short form: "%", "km", "€"; tight ones only without a gap."""
    surface, gap = match["word"], match["gap"]
    if surface not in _short_forms() and _timed().search(surface):
        surface = surface.partition("/")[0]  # mg/day, of which the rate is read behind the unit
    plain = surface[0] not in _GLYPHS and surface[-1] != "."
    if len(gap) > 1 or gap == "\n" or (plain and surface not in _short_forms()):
        return None
    forms = [surface, surface.rstrip(".")] if surface.endswith(".") else [surface]
    if surface[0] in _GLYPHS:
        forms += [surface[:2], surface[:1]]
    for form in forms:
        if form not in _short_forms():
            continue
        decimal = "." in match.string[start : match.start()]
        spaced = form in _UPRIGHT and _PLACED.match(match.string, match.end()) is None
        found = _unit_form(form, gap, decimal=decimal, spaced=spaced) or _money_form(form, gap)
        if found is not None:
            symbol, kind, factor = found
            return Measure(symbol, kind, start, match.start("word") + len(form), factor)
    return None


@cache
def _timed() -> re.Pattern[str]:
    return re.compile(rf"/(?:{'|'.join(sorted(units.times()))})$")


@cache
def _short_forms() -> frozenset[str]:
    """All that `_unit_form` and `_money_form` know: most words behind a number are none of it."""
    unit_forms = {**units.by_symbol(), **units.by_tight()}
    return frozenset(
        {*unit_forms, *money.by_glyph(), *money.by_suffix(), *money.by_code(), *money.by_tight()}
    )


def _unit_form(form: str, gap: str, *, decimal: bool, spaced: bool) -> tuple[str, Kind, Decimal] | None:
    if gap == "-" and len(form) == 1 and form not in _HYPHENED:
        return None
    unit = units.by_symbol().get(form)
    spaced = spaced or form in _SPACED or (decimal and form in _MEASURED)
    if unit is None and (not gap or gap == "-" or spaced):
        unit = units.by_tight().get(form)
    return (unit.symbol, unit.kind, ONE) if unit is not None else None


def _money_form(form: str, gap: str) -> tuple[str, Kind, Decimal] | None:
    if gap == "-":
        return None
    cash = money.by_glyph().get(form) or money.by_suffix().get(form)
    if cash is None and form not in money.ambiguous_codes():
        cash = money.by_code().get(form)
    if cash is None and not gap:
        cash = money.by_tight().get(form)
    return (cash.symbol, "money", ONE) if cash is not None else None


@cache
def _openings() -> frozenset[str]:
    """All that a spelled unit begins with: "metric", "metric tons"."""
    forms = [form.split() for form in (*units.by_word(), *money.by_word())]
    return frozenset(" ".join(form[:count]) for form in forms for count in range(1, len(form) + 1))


def _worded(around: Around, first: re.Match[str], start: int) -> Measure | None:
    """A spelled unit of up to five words: "square kilometres", "metric tons", "US dollars"."""
    forms: list[tuple[str, int]] = []
    match: re.Match[str] | None = first
    while match is not None and len(forms) < _MOST_WORDS and (not forms or len(match["gap"].strip()) < 2):
        word = match["word"].lower()
        word = word.replace(".", "") if "." in word[:-1] else word  # U.S. dollars
        form = f"{forms[-1][0]} {word.rstrip('.')}" if forms else word.rstrip(".")
        if form not in _openings():
            break
        forms.append((form, match.end() - (1 if word.endswith(".") and len(word) > 3 else 0)))
        match = _NEXT.match(around.text, match.end(), around.ceiling)
    for form, end in reversed(forms):
        measure = _spelled(around, form, start, end)
        if measure is not None:
            return measure
    return None


def _spelled(around: Around, form: str, start: int, end: int) -> Measure | None:
    unit, cash = units.by_word().get(form), money.by_word().get(form)
    if unit is not None and cash is not None:  # pounds
        near = set(around.left_words[-8:]) | set(around.low[end : end + 40].split()[:4])
        unit = None if near & money_cues() else unit
    if unit is not None:
        return Measure(unit.symbol, unit.kind, start, end)
    return Measure(cash.symbol, "money", start, end) if cash is not None else None


@cache
def _magnitude() -> re.Pattern[str]:
    table = measures().magnitude
    words, between = trie(table.words), phrases(table.between)
    return re.compile(rf"(?<![a-z])(?P<word>{words})[-\s]*(?:{between}\s+)*$")


def _magnitude_of(around: Around, start: int, end: int) -> Measure | None:
    """ "the 7.8 quake", "the quake measured 7.8": one digit, a point, and what has a magnitude."""
    if end - start != len("7.8") or around.low[start + 1] != ".":
        return None
    token, table = around.token(end), measures().magnitude
    quake = token is not None and token.low in table.quakes
    if quake or _is_of_quake(around):
        return Measure("magnitude", "magnitude", start, end)
    return None


def _is_of_quake(around: Around) -> bool:
    """True right behind a verb of measuring and near a quake."""
    table, words = measures().magnitude, [word.strip(",") for word in around.left_words[-FAR:]]
    put = words[-1:] == ["at"] and words[-2:-1] != [] and not table.put.isdisjoint(words[-5:-1])
    told = put or (words[-1:] != [] and words[-1] in table.measuring)
    return told and not table.quakes.isdisjoint(words)


def _magnitude_before(around: Around, start: int, end: int) -> Measure | None:
    """ "magnitude 6.1", "magnitude-6.1", "a magnitude of 5"."""
    if "mag" not in around.left and "richter" not in around.left:
        return None
    match = _magnitude().search(around.left)
    if match is None:
        return None
    return Measure("magnitude", "magnitude", start - (len(around.left) - match.start("word")), end)
