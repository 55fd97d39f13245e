"""Masks that need to know whether a unit or noun goes with the number: years, names, scores, identifiers."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.extract.ages import aged
from claimcheck.extract.around import Around
from claimcheck.extract.masks import noun_follows
from claimcheck.extract.number import Number, is_year
from claimcheck.extract.units import is_scale_of_money
from claimcheck.lexicon import dates, function_words, grammar, lemmas, masks, nounphrase, units
from claimcheck.lexicon.measures import measures
from claimcheck.lexicon.numbers import numbers
from claimcheck.model import Masked

_PAIR = re.compile(r"(?P<first>\d{1,3})(?P<dash>[-–])(?P<second>\d{1,3})(?![\d,.]\d|\d)")
_PAIR_BEFORE = re.compile(r"(?<![\d.,])(\d{1,3})[-–]$")
_LISTED = re.compile(r"\s*(?:,|and|or|-|–|to|through|&)?\s*")
_SECOND = re.compile(r"\s?(?:[-–]|to)\s?\d[\d,.]*[\s-]?(?P<unit>[%°]|[a-z][a-z/]*)")
_COMPARED = re.compile(r"[a-z]\s[A-Z][a-z]{2,}\w*\s(?:[<>]=?|==)\s?$")
_GLYPHS = ("$", "£", "€", "¥")  # "$5-10"
_CLOSED = re.compile(r"\s*(?:\n|\Z|[-–—|:)]\s)")
_ID_DIGITS = 7
_LAST_DAY = 31


def late_mask(
    around: Around, number: Number, before: Masked | None, *, has_unit: bool, noun: str | None
) -> str | None:
    """The mask that takes a number once it is known whether a unit or noun goes with it."""
    if (has_unit or noun is None) and is_scale_of_money(around, number):
        return "unit"  # "Revenue (£ million)"
    if number.form == "words":
        ends = noun is None and not has_unit
        return _led(around, number) or (_spelled_name(around, number) if ends else None)
    if number.form != "digits" or number.scaled or has_unit:
        return _pair(around, number, before, noun) if has_unit and number.form == "digits" else None
    surface = around.low[number.start : number.end]
    return (
        _lettered(around, number)
        or _version(around, number, surface, noun)
        or _runs(around, noun)
        or _address(around, number)
        or _year(around, number, surface, noun)
        or _carried(around, number, before, noun)
        or _named(around, number, noun)
        or _pair(around, number, before, noun)
        or _identifier(surface, noun)
        or _clock(around, number, surface, noun)
    )


def _lettered(around: Around, number: Number) -> str | None:
    """ "4G", "3D", "27L": letters joined to digits that are no unit."""
    following = around.low[number.end : number.end + 1]
    return (
        "name" if (following.isalpha() and not multiplied(around, number.end)) or following == "_" else None
    )


def multiplied(around: Around, end: int) -> bool:
    """True for "1.9x"."""
    return around.low.startswith("x", end) and not around.low[end + 1 : end + 2].isalnum()


def _version(around: Around, number: Number, surface: str, noun: str | None) -> str | None:
    """ "requires 3.8+": with a point, and nothing that it counts."""
    if "." not in surface or (noun is not None and not _of_program(around)):
        return None
    if noun is not None:
        return "version"
    if _COMPARED.search(around.cased):
        return "version"  # "when using Karst < 3.8"
    if not around.low.startswith("+", number.end):
        return None
    token = around.token(number.end + 1)
    return None if token is not None and token.is_word and token.low not in nounphrase.stops() else "version"


def _runs(around: Around, noun: str | None) -> str | None:
    """ "out for 9", "not out 67": what a batsman made."""
    if noun is not None or around.previous not in ("for", "out"):
        return None
    return "score" if " ".join(around.left_words[-2:]) in masks.masks().cues["made"] else None


def _of_program(around: Around) -> bool:
    """True behind a name in a sentence: "Karst 2.3 users"; what is counted there "in Karstia" may have decimals."""
    named = around.previous_is_name() and around.left[-1:] == " " and around.previous.isalpha()
    words = around.left_words
    if not named or _opens_sentence(around) or words[-1].lower() in dates.months():
        return False
    return words[-2] not in masks.masks().cues["placing"]


@cache
def _street() -> re.Pattern[str]:
    streets = "|".join(sorted(masks.masks().cues["streets"]))
    return re.compile(rf"\s(?:[A-Z][\w'’.]*\s){{1,3}}(?:{streets})\b")


def _address(around: Around, number: Number) -> str | None:
    """ "40 East Fifth Avenue"."""
    named = around.text[number.end + 1 : number.end + 2].isupper()
    return "name" if named and _street().match(around.text, number.end, around.ceiling) else None


def _year(around: Around, number: Number, surface: str, noun: str | None) -> str | None:
    if len(surface) != 4 or not surface.isdigit() or surface[0] not in "12":
        return None
    plural, previous, cues = noun_follows(around, number), around.previous, masks.masks().cues
    if previous == "as" and " ".join(around.left_words[-2:]) in cues["as_early"]:
        return "year"
    if not is_year(number.value):
        old = surface[0] == "1" and noun is None and not plural and previous in cues["year"]
        return "year" if old and (previous not in cues["weak_year"] or _leads(around, number)) else None
    if plural and noun is not None and not _verb_follows(around, number) and not _dates(around, noun):
        starts = not around.left.strip() and around.text[number.end + 1 : number.end + 2].isupper()
        return "year" if starts or (previous in cues["year"] and previous not in cues["weak_year"]) else None
    return "year" if int(surface) >= 1800 or previous in cues["year"] else None


def _leads(around: Around, number: Number) -> bool:
    """True for "Before 1210, ...": two words that lead in a sentence."""
    return around.low.startswith(", ", number.end) and _opens_sentence(around)


def _dates(around: Around, noun: str) -> bool:
    """True for "the 2014 elections", "its 2009 accounts": what has a year and is seldom counted by thousands."""
    cues, previous = masks.masks().cues, around.previous
    return noun in cues["dated"] and (previous in cues["dating"] or previous.endswith(("'s", "’s")))


def _verb_follows(around: Around, number: Number) -> bool:
    """True for "2004 looks": a present form of a verb that is seldom a noun."""
    token = around.token(number.end)
    form = lemmas.forms().get(token.low) if token is not None else None
    return form is not None and form[1] == "present" and form[0] not in lemmas.verb_class("nounish")


def _carried(around: Around, number: Number, before: Masked | None, noun: str | None) -> str | None:
    """ "resolutions 2118, 2209 and 2235": a list goes on in the kind it began with."""
    if before is None or noun is not None:
        return None
    gap = around.low[before.end : number.start]
    if before.reason == "date" and (_is_later_day(gap, number) or (gap == ", " and is_year(number.value))):
        return before.reason  # "May 3-4", "May 3, 1776"
    if before.reason == "reference" and gap == "(":
        return before.reason  # "section 4(2)"
    listed = before.reason in masks.masks().cues["listed"] and len(gap) < 8 and _LISTED.fullmatch(gap)
    return before.reason if listed else None


def _is_later_day(gap: str, number: Number) -> bool:
    """ "May 3-4", "May 3/18", "from May 3 to 18": the day of a month named before."""
    return gap in ("-", "–", "/", " to ") and number.value is not None and number.value <= _LAST_DAY


def _named(around: Around, number: Number, noun: str | None) -> str | None:
    """ "Apollo 13", "Hill 60": a name with a number; a counted noun behind it makes it a quantity."""
    previous = around.previous
    if not previous or around.left[-1:] not in (" ", "\u00a0", "\n", "-"):
        return None
    if around.left.rstrip()[-1:] in ",;:.!?)\"”'’" or previous.endswith(("'s", "’s")):
        return None
    capital = around.previous_is_name()
    reason = masks.before(always=False).get(previous)
    loose = noun is None or (reason == "name" and _verb_follows(around, number))  # "bus 47 leaves from"
    if reason is not None and (loose or (capital and not _opens_sentence(around))):
        return reason
    first = around.low[number.start : number.end] == "1" and not _opens_sentence(
        around
    )  # "the Vega 1 mission"
    if not capital or not (noun is None or first) or not previous[-1:].isalpha() or _is_plain(previous):
        return None
    if previous in masks.masks().cues["statistics"] or _opens_measure(around, number):
        return None
    if (_headline(around) and not _ends_title(around, number)) or (
        number.value is not None and 5 <= number.value <= 110 and _said().match(around.low, number.end)
    ):
        return None
    return "name"


def _opens_measure(around: Around, number: Number) -> bool:
    """True for "winds SW 15-20 mph": the lower end of a range with a unit."""
    second = _SECOND.match(around.low, number.end, around.ceiling)
    return second is not None and (second["unit"] in units.by_word() or second["unit"] in units.by_symbol())


def _spelled_name(around: Around, number: Number) -> str | None:
    """ "on day three of the match": a spelled number that ends a phrase behind such a word, and no "the"."""
    reason = masks.before(always=False).get(around.previous)
    if reason is None or around.left[-1:] != " " or around.left.rstrip()[-1:] in ',;:.!?)"”':
        return None
    token, words = around.token(number.end), around.left_words
    ends = token is None or not token.is_word or token.low == "of"
    return reason if ends and (len(words) < 2 or words[-2] not in nounphrase.determiners()) else None


def _led(around: Around, number: Number) -> str | None:
    """ "Band two pays more.": such a word and a spelled number that open a sentence, and a verb behind them."""
    words, token = around.left_words, around.token(number.end)
    if token is None or len(words) != 1 or not words[0].isalpha() or around.left[-1:] != " ":
        return None
    known = token.low in lemmas.forms()
    verb = lemmas.is_finite(token.low) if known else token.low in _auxiliaries()
    return masks.before(always=False).get(around.previous) if verb else None


@cache
def _auxiliaries() -> frozenset[str]:
    return frozenset().union(*map(grammar.words, ("be", "have", "do", "modal")))


def _is_plain(word: str) -> bool:
    """Words that bear a capital only at the start of a sentence."""
    return (
        word in nounphrase.stops()
        or word in dates.weekdays()
        or word in function_words.words()
        or word.endswith(("ing", "ed"))
    )


def _opens_sentence(around: Around) -> bool:
    return len(around.left_words) < 2 or around.left_words[-2][-1:] in '.!?"”'


def _headline(around: Around) -> bool:
    """True in a short line where most words carry a capital."""
    if around.ceiling - around.floor > 160:
        return False
    words = [w for w in around.text[around.floor : around.ceiling].split() if w[0].isalpha() and len(w) > 3]
    return len(words) > 2 and sum(w[0].isupper() for w in words) >= 0.7 * len(words)


def _ends_title(around: Around, number: Number) -> bool:
    """True for "Review: Vega Star 52" and "Bulletin 5 - Friday", but not for "Storm Kills 52"."""
    form = lemmas.forms().get(around.previous, ("", "base"))[1]
    named = form == "base" and around.previous not in masks.masks().cues["tallies"]
    return named and _CLOSED.match(around.text, number.end) is not None


def _pair(around: Around, number: Number, before: Masked | None, noun: str | None) -> str | None:
    """ "2-1", "5-4": a score; a rising pair in front of a plural, a unit or a scale is a range and passes."""
    match = _PAIR.match(around.low, number.start)
    if match is None:
        left = _PAIR_BEFORE.search(around.left) if around.left[-1:] in ("-", "–") else None
        if left is None or number.value is None:
            return None
        scored = before is not None and before.reason == "score" and before.end == number.start - 1
        return "score" if scored or int(left[1]) >= number.value else None
    if match.end() < number.end:
        return None  # "1-1/2"
    if int(match["first"]) >= int(match["second"]):
        return "score"
    if aged(around) or around.left.endswith(_GLYPHS) or around.previous in masks.masks().cues["ranging"]:
        return None
    token = around.token(match.end())
    if token is None:
        return "score"
    if around.low[match.end() : match.end() + 1] in ("-", "%", "x") or noun is not None:
        return None
    return None if _quantifiable(token.text) else "score"


def _quantifiable(word: str) -> bool:
    low = word.lower()
    table = numbers()
    return (
        nounphrase.is_plural(low) or low in units.by_word() or word in units.by_symbol() or word in units.by_tight()
        or low in table.scales or low in table.short_scales or word[:1] in "%$€£°"
    )  # fmt: skip


def _identifier(surface: str, noun: str | None) -> str | None:
    """Leading zeros and long bare digit strings."""
    if len(surface) > 1 and surface[0] == "0" and surface.isdigit():
        return "id"
    long = noun is None and surface.isdigit() and len(surface) >= _ID_DIGITS
    return "id" if long and not surface.endswith("000") else None


@cache
def _said() -> re.Pattern[str]:
    return re.compile(rf",?\s+(?:{'|'.join(measures().age.speaking)})\b")


def _clock(around: Around, number: Number, surface: str, noun: str | None) -> str | None:
    """ "every Monday at 7": an hour of the day."""
    if noun is not None or number.value is None or number.value > 24 or not surface.isdigit():
        return None
    if around.previous != "at":
        return None
    words = {word.strip(",") for word in around.left_words[-5:]}
    return (
        "time"
        if words & masks.masks().cues["schedule"] or any(word in dates.weekdays() for word in words)
        else None
    )
