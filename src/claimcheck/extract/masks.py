"""Masks that need no grammar: dates, times, references, identifiers, names with letters joined to them."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from claimcheck.extract.around import Around
from claimcheck.extract.number import Number, is_year
from claimcheck.extract.spelled import leaves_out, spelled_mask, told_hour, told_minutes
from claimcheck.lexicon import dates, masks, money, nounphrase, units
from claimcheck.lexicon.numbers import numbers

_DIALLED = re.compile(r"(?:\+\d{1,3}|\(\+?\d{1,5}\))[\s\d()/-]*$")
_VOLTS = re.compile(r"\d\s?v[,;]\s*$")  # "12 V, 500 W": no version
_SHORT_YEAR = re.compile(r"\bin\s['’]$")  # in '84
_AREA_CODE = re.compile(r"\d{2,5}\)[\s-]?\d{2}")
_GARBLED_DATE = re.compile(r"[0-3]\d[12]\d{3}")
_LEADERS = re.compile(r"\.{4}\s*$")  # before the page in a table of contents
_SECTION = re.compile(r"(?P<major>\d{1,2})\.(?P<minor>\d{1,2})")
_SECTIONS = 3000  # code points in which the next section begins
_POINT = 600  # code points that one point of a list may take
_CENTURIES = 4  # digits of a year
_OUTER = "(\"'“‘["  # may open a word that holds a number
_JOINERS = ".-–—/$£€¥₹~<>≤≥=+−±:#§№_"


class Taken(msgspec.Struct, frozen=True, gc=False):
    """Why a number is no quantity, and where the thing that it belongs to ends."""

    reason: str
    end: int


def early_mask(around: Around, number: Number) -> Taken | None:
    """The mask that takes a number before its unit and noun are looked for; None lets it pass."""
    if number.form == "share" and around.previous in masks.masks().cues["ranks"]:
        return Taken("ordinal", number.end)  # "ranked 39 out of 52 countries"
    if number.form == "digits" or (number.form == "share" and around.low[number.start].isdigit()):
        return _digits(around, number)
    if number.form in ("words", "share"):
        reason = spelled_mask(around, number) or _before(around)
        return Taken(reason, number.end) if reason else _behind(around, number)
    return None


def _digits(around: Around, number: Number) -> Taken | None:
    if _LEADERS.search(around.left) or _is_mark(around, number):
        return Taken("note", number.end)
    whole = None if _stands_alone(around, number) else _whole().match(around.low, number.start)
    if whole is not None and whole.lastgroup is not None and not _scored_range(around, whole):
        return Taken(masks.masks().whole[int(whole.lastgroup[1:])].reason, whole.end())
    reason = _glued(around) or _date(around, number) or _before(around) or _dialled(around)
    reason = reason or (
        "time"
        if told_hour(around, number) or told_minutes(around, number)
        else "idiom"
        if leaves_out(around)
        else None
    )
    reason = reason or ("reference" if _enumerates(around, number) or _is_section(around) else None)
    reason = reason or (
        "year" if _SHORT_YEAR.search(around.left) and number.end - number.start == 2 else None
    )
    return Taken(reason, number.end) if reason else _behind(around, number)


def _is_mark(around: Around, number: Number) -> bool:
    """ "[3] Brook, A.": the mark of a reference in a list of them."""
    closed = (
        around.low.startswith("] ", number.end) and around.text[number.end + 2 : number.end + 3].isupper()
    )
    return closed and not around.left.rpartition("\n")[2].strip(" \t[")


def _stands_alone(around: Around, number: Number) -> bool:
    """True for bare digits before a word that no pattern of a whole thing needs."""
    follower = around.follower
    plain = follower and around.low[number.start : number.end].isdecimal()
    return bool(plain) and masks.opening(follower) not in masks.openings("whole")


def _enumerates(around: Around, number: Number) -> bool:
    """ "(1) the bridge and (2) the road": one of several points of a list."""
    if not around.left.endswith("(") or not around.low.startswith(") ", number.end) or number.value is None:
        return False
    if number.value == 1:
        return "(2) " in around.low[number.end : min(number.end + _POINT, around.ceiling)]
    return f"({number.value - 1}) " in around.low[max(around.floor, number.start - _POINT) : number.start]


def _is_section(around: Around) -> bool:
    """ "3.4 Staff: ..." at the start of a line, with 3.3, 3.5 or 3 at that of another one nearby."""
    own = _SECTION.fullmatch(around.low, around.start, around.end)
    title = around.text[around.end : around.end + 3]
    if own is None or not title[:1].isspace() or not title[1:].istitle() or not title[1:].isalpha():
        return False
    line = around.left.rpartition("\n")[2]
    if line.strip() or (len(line) == len(around.left) and around.start - len(line) > around.floor):
        return False
    major, minor = own["major"], int(own["minor"])
    beside = rf"\n[ \t]*(?:{major}\.(?:{minor - 1}|{minor + 1})[.)]?|{major}[.)])[ \t]"
    first, last = max(0, around.start - _SECTIONS), around.end + _SECTIONS
    return re.search(beside, ("" if first else "\n") + around.low[first:last]) is not None


def _scored_range(around: Around, whole: re.Match[str]) -> bool:
    """ "555-1000 people" is no telephone number."""
    token = (
        around.token(whole.end())
        if masks.masks().whole[int((whole.lastgroup or "w0")[1:])].reason == "phone"
        else None
    )
    return token is not None and token.is_word and nounphrase.is_plural(token.low)


@cache
def _whole() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<w{i}>{row.pattern})" for i, row in enumerate(masks.masks().whole)))


@cache
def _after() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<m{i}>{row.pattern})" for i, row in enumerate(masks.masks().after)))


def _behind(around: Around, number: Number) -> Taken | None:
    """What stands right behind the number: "7 pm", "4 April", "101st"."""
    if around.follower and masks.opening(around.follower) not in masks.openings("after"):
        return None
    match = _after().match(around.low, number.end, around.ceiling)
    if match is None or match.lastgroup is None:
        return None
    reason = masks.masks().after[int(match.lastgroup[1:])].reason
    if (reason == "date" and not _is_day(around, number, match)) or _is_seconds(around, number, match):
        return None
    return Taken(reason, match.end())


def _is_seconds(around: Around, number: Number, behind: re.Match[str]) -> bool:
    """True for "waits for 30s" and a cell with "30s" of no age, against "born in the 30s" and "prices for 30s toys"."""
    short = behind.group() == "s" and number.end - number.start < _CENTURIES
    if short and _is_all(around, number.start, behind.end()):
        return _of_decades().isdisjoint(re.findall(r"[a-z]+", around.label.lower()))
    if not short or around.previous not in masks.masks().cues["seconds"]:
        return False
    token = around.token(number.end + 1)
    return token is None or not token.is_word or token.low in nounphrase.stops()


def _of_decades() -> frozenset[str]:
    return masks.masks().cues["decades"]


def _is_all(around: Around, start: int, end: int) -> bool:
    """True where nothing else stands in the block."""
    return not (around.text[around.floor : start].strip() or around.text[end : around.ceiling].strip())


def _is_day(around: Around, number: Number, date: re.Match[str]) -> bool:
    """False for what no month has, and for "18 may apply": names of months that are verbs need their capital."""
    month = around.text[date.start() : date.end()].split()[-1]
    return number.value is not None and 1 <= number.value <= 31 and month not in masks.masks().cues["months"]


def _glued(around: Around) -> str | None:
    """ "A320", "COVID-19", "peaceful99", "mid-2016", "#48213"."""
    joined = around.glued_left().lstrip(_OUTER)
    if not joined:
        return None
    if "://" in joined or joined.startswith("www.") or (joined[-1] == "%" and len(joined) > 1):
        return "id"
    body = joined.rstrip(_JOINERS)
    sign = joined[len(body) :]
    word = re.split(r"[^a-z]", body)[-1] if body else ""
    if not word:
        return {"#": "id", "§": "reference", "№": "name"}.get(sign[-1:])
    if word in masks.masks().glued["name"] or (sign == "-" and word.upper() in money.by_code()):
        return "name"  # CRC32, BSD-2
    if not sign:
        return None if word in _money_letters() else "name"
    return _joined(word, body, sign)


def _joined(word: str, body: str, sign: str) -> str | None:
    """The mask for letters and a sign in front of digits; None where they leave it a quantity."""
    rows = masks.masks().glued
    if (
        sign in ("-", "–", "/")
        and body[:1].isdigit()
        and (word in numbers().short_scales or word in units.by_symbol() or "°" in body)
    ):
        return None  # 5k-20k, 180°C/350°F
    if sign == "−" and word in units.by_symbol():
        return "name"  # an exponent: "25 cm−1"
    if word in rows["year"] and sign == "-":
        return "year"
    if sign == "=":
        return "version" if masks.before(always=True).get(word) == "version" else None  # python-version=3.11
    if sign == "_":
        return "name"
    if sign == "+":
        return "time" if word in ("utc", "gmt") else "name"
    plain = word in rows["quantity"] or word in _money_letters() or word in dates.months()
    if plain or sign[-1] not in "-/." or sign == ".-" or (sign == "." and len(body) > 2):
        return None
    return "name" if body[-1:].isalpha() else None


@cache
def _money_letters() -> frozenset[str]:
    forms = (*money.by_prefix(), *money.by_code(), *money.by_tight_prefix())
    return frozenset(form.lower().rstrip(".") for form in forms)


def _date(around: Around, number: Number) -> str | None:
    """A day or year behind the name of a month, a day behind that of a weekday."""
    previous, value = around.previous.rstrip(".").rpartition("-")[2], number.value
    if previous not in dates.months() and previous not in dates.weekdays():
        return None
    if value is None or number.scaled or value % 1:
        return None
    named = around.previous_is_name() or "-" in around.previous  # "post-Oct. 4"
    if previous in dates.months() and named:
        surface = around.low[number.start : number.end]
        if is_year(value) or _GARBLED_DATE.fullmatch(surface):
            return "date"
        return "date" if 1 <= value <= 31 and not _lost_comma(around, number) else None
    if previous in dates.weekdays() and around.previous_is_name() and 1 <= value <= 31:
        parted = around.left.rstrip().endswith(",")  # "12 on Saturday, 30 in the capital"
        return None if parted or noun_follows(around, number) or _of_a_day(around, number) else "date"
    return None


def _of_a_day(around: Around, number: Number) -> bool:
    """ "19 on Sunday 23 on Monday": a figure of the next day, not a day of the month."""
    behind = around.low[number.end : around.ceiling].split(None, 2)
    return behind[:1] == ["on"] and len(behind) > 1 and behind[1].rstrip(".,;") in dates.weekdays()


def _lost_comma(around: Around, number: Number) -> bool:
    """ "In May 12 people": not the twelfth of May."""
    words = around.left_words
    return len(words) > 1 and words[-2] == "in" and noun_follows(around, number)


def noun_follows(around: Around, number: Number) -> bool:
    """True where the next word is a plural."""
    token = around.token(number.end)
    return token is not None and token.is_word and nounphrase.is_plural(token.low)


def _before(around: Around) -> str | None:
    previous = around.previous
    if previous == "v" and _VOLTS.search(around.left):
        return None
    return masks.before(always=True).get(previous) if previous else None


def _dialled(around: Around) -> str | None:
    """ "+44 20 7946 0018", "(555) 013"."""
    before = around.left.rstrip(" -")[-1:]
    if before == "+":
        figure = "." in around.low[around.start : around.end] or around.low.startswith("%", around.end)
        return None if figure else "phone"  # "+3.2%"
    if before == "(" and _AREA_CODE.match(around.low, around.start):
        return "phone"
    dialled = (before == ")" or before.isdigit()) and _DIALLED.search(around.left)
    return "phone" if dialled else None
