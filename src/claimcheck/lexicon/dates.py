"""Month and weekday names, and the absolute dates that a text writes with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

import msgspec

from claimcheck.lexicon import load, numbers
from claimcheck.lexicon.patterns import alternatives
from claimcheck.moment import Day

YEARS = range(1500, 2200)
LAST_DAY = 31  # of a month
CENTURY, LAST_DECADE = 1900, 20  # of a year in two digits; below, it may be one of this century
LEAP = 2000  # a year that has every day
# Patterns of years: the less stands beside four digits, the fewer centuries are believed.
YEAR = r"(?:1[5-9]|2[01])\d\d"  # of a full date
BARE_YEAR = r"(?:1[5-9]|20)\d\d"  # in a sentence
MODERN_YEAR = r"(?:1[89]|20)\d\d"  # in a phrase of time, where counts stand, too
RECENT_YEAR = r"(?:19|20)\d\d"  # with no word beside it: in a heading, brackets, a file's name
BEFORE_YEAR = 32  # characters of the longest date in front of its year, "the 30th of September, "
BEHIND_YEAR = 8  # "-03-04" and a digit that would spoil it


class Labels(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words before the date of a text: its first day, or the day of a later version; and before other dates."""

    published: tuple[str, ...]
    updated: tuple[str, ...]
    standing: tuple[str, ...]
    publications: frozenset[str]
    revisions: tuple[str, ...]
    events: tuple[str, ...]


class Clock(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words around a clock time, and the hours that have names."""

    hours: tuple[str, ...]
    local: tuple[str, ...]
    digits: tuple[str, ...]
    at: tuple[str, ...]
    on: tuple[str, ...]
    between: tuple[str, ...]
    led: tuple[str, ...]
    firm: tuple[str, ...]
    past: tuple[str, ...]
    to: tuple[str, ...]
    minutes: tuple[str, ...]
    oclock: tuple[str, ...]
    of_day: tuple[str, ...]
    noon: frozenset[str]
    late: frozenset[str]
    night: frozenset[str]
    quarters: dict[str, int]  # minutes
    named: dict[str, int]


class CountedYears(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words before "year" that count from the last year that a text has named."""

    same: tuple[str, ...]
    next: tuple[str, ...]
    before: tuple[str, ...]


class Dates(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table `dates`: full name -> abbreviations, in the order of the calendar."""

    words: tuple[str, ...]
    papers: tuple[str, ...]
    prepositions: tuple[str, ...]
    zones: tuple[str, ...]
    behind_old: tuple[str, ...]
    parts_of_day: tuple[str, ...]
    offsets: dict[str, float]  # hours from universal time of the zones whose name has one meaning
    clock: Clock
    relative_years: dict[str, int]  # how far from the year of the text
    counted_years: CountedYears
    months: dict[str, tuple[str, ...]]
    weekdays: dict[str, tuple[str, ...]]
    labels: Labels


class DateSpan(msgspec.Struct, frozen=True):
    """A full date as written, `text[start:end]`, and the day it means."""

    start: int
    end: int
    date: date


@cache
def table() -> Dates:
    """The table as loaded; raises msgspec.ValidationError where a row does not fit."""
    return load("dates", Dates)


@cache
def months() -> dict[str, int]:
    """Every name and abbreviation of a month, lower case -> 1 to 12."""
    return _numbered(table().months, first=1)


@cache
def weekdays() -> dict[str, int]:
    """Every name and abbreviation of a weekday, lower case -> 0 (Monday) to 6, as in `date.weekday`."""
    return _numbered(table().weekdays, first=0)


@cache
def spelled_days() -> dict[str, int]:
    """The days of a month as ordinals in words: "ninth" -> 9, "twenty-first" -> 21."""
    table = numbers.numbers()
    nths = {
        word: value for word, value in (table.ordinals | table.denominators).items() if not word.endswith("s")
    }
    small = {word: value for word, value in nths.items() if value < 10}
    joined = {f"{ten}-{nth}": a + b for ten, a in table.tens.items() for nth, b in small.items()}
    return {word: value for word, value in (nths | joined).items() if value <= LAST_DAY}


@cache
def short_years() -> dict[str, int]:
    """The years of the last century that two spelled digits mean by themselves: "sixty-seven" -> 1967."""
    table = numbers.numbers()
    return {
        f"{ten}-{one}": CENTURY + a + b
        for ten, a in table.tens.items()
        for one, b in table.ones.items()
        if a > LAST_DECADE and b
    }


def day_of_month(written: str) -> int:
    """The number of a day in digits or as an ordinal in words."""
    return int(written) if written.isdigit() else spelled_days()["-".join(written.casefold().split())]


def month(word: str) -> int | None:
    """The number of the month that a word names, in any case, with or without a full stop."""
    return months().get(word.rstrip(".").lower())


def weekday(word: str) -> int | None:
    """The number of the weekday that a word names, in any case, with or without a full stop."""
    return weekdays().get(word.rstrip(".").lower())


def is_named(word: str) -> bool:
    """True for the name of a day or of a month."""
    return weekday(word) is not None or month(word) is not None


def day_pattern() -> str:
    """A regex for any day of a month in digits, "4" or "4th", without word boundaries."""
    return rf"\d{{1,2}}{numbers.nth_pattern()}?"


def spelled_day_pattern() -> str:
    """A regex for any day of a month in words of lower case, longest first, without word boundaries."""
    return alternatives(spelled_days()).replace(r"\-", "[- ]")


def month_pattern() -> str:
    """A regex for any month name, longest first, without word boundaries."""
    return alternatives(months())


def weekday_pattern() -> str:
    """A regex for any weekday name, longest first, without word boundaries."""
    return alternatives(weekdays())


def find(text: str, start: int = 0, end: int | None = None) -> Iterator[DateSpan]:
    """Every full date (day, month and year) in `text[start:end]`, in order; impossible days are left out."""
    last = len(text) if end is None else min(end, len(text))
    for low, high in _around_years(text, start, last):
        for match in _pattern().finditer(text, low, high):
            day = _resolve(match)
            if day is not None:
                yield DateSpan(match.start(), match.end(), day)


def _around_years(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where a full date can stand: years are rare and quickly found, month names and day numbers are not."""
    low = high = start
    for year in _year().finditer(text, start, end):
        if year.start() - BEFORE_YEAR > high:
            if high > low:
                yield low, high
            low = year.start() - BEFORE_YEAR
        high = min(year.end() + BEHIND_YEAR, end)
    if high > low:
        yield low, high


def _numbered(names: dict[str, tuple[str, ...]], first: int) -> dict[str, int]:
    return {
        name: number
        for number, (full, short) in enumerate(names.items(), start=first)
        for name in (full, *short)
    }


@cache
def _year() -> re.Pattern[str]:
    return re.compile(YEAR)


@cache
def _pattern() -> re.Pattern[str]:
    ordinal = f"{numbers.nth_pattern()}?"
    name = rf"{month_pattern()}\b\.?"
    return re.compile(
        rf"""(?ix)
        (?<![\w.,/-])  # no part of a longer number
        (?:
          (?P<iso_y>{YEAR})(?P<sep>[-/.])(?P<iso_m>\d{{1,2}})(?P=sep)(?P<iso_d>\d{{1,2}})  # 2019-03-04
        | (?P<d1>\d{{1,2}}){ordinal}(?:\ of)?[\s-]+(?P<m1>{name})[\s,-]+(?P<y1>{YEAR})   # 4 March 2019
        | (?P<m2>{name})[\s-]*(?P<d2>\d{{1,2}}){ordinal}(?:\s*,\s*|[\s-]+)(?P<y2>{YEAR})  # March 4, 2019
        | (?P<m3>{name})\s*(?P<d3>\d{{2}})(?P<y3>{YEAR})  # lost comma: Mar 042019
        | (?P<n1>\d{{1,2}})(?P<sep2>\s?[./-]\s?)(?P<n2>\d{{1,2}})(?P=sep2)(?P<y4>{YEAR})   # 04.03.2019
        )(?!\d)
        """
    )


def _resolve(match: re.Match[str]) -> date | None:
    group = match.groupdict()
    if group["iso_y"]:
        return day_of(int(group["iso_y"]), int(group["iso_m"]), int(group["iso_d"]))
    if group["y4"]:
        return _numeric(int(group["n1"]), int(group["n2"]), int(group["y4"]), group["sep2"].strip())
    for index in "123":
        if group[f"y{index}"]:
            named = month(group[f"m{index}"])
            return day_of(int(group[f"y{index}"]), named or 0, int(group[f"d{index}"]))
    return None


def _numeric(first: int, second: int, year: int, separator: str) -> date | None:
    # 04.03. and 04-03- put the day first everywhere; 04/03/ depends on the country and stays open.
    if first <= 12 and second > 12:
        return day_of(year, first, second)
    if separator == "/" and first <= 12 and first != second:
        return None
    return day_of(year, second, first)


def nearest(day: Day, near: date) -> date | None:
    """The day in the year that brings it nearest to `near`; None where its weekday fits none of the three around."""
    found = (day_of(year, day.month, day.day) for year in (near.year - 1, near.year, near.year + 1))
    fitting = (each for each in found if each and day.weekday in (None, each.weekday()))
    return min(fitting, key=lambda each: abs(each - near), default=None)


def day_of(year: int, month: int, day: int) -> date | None:
    """The day as a date, or None where the calendar has no such day."""
    if year not in YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
