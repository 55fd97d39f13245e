"""The forms of time expressions as one pattern over lower-case text, built from the table of periods."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from claimcheck.extract.trie import phrases
from claimcheck.lexicon import dates, periods
from claimcheck.lexicon.numbers import nth_pattern


@cache
def pattern() -> re.Pattern[str]:
    """All forms behind up to two words that lead in; the name of the last group says which form it is."""
    lead = rf"\b(?P<lead>(?:(?:{_any(periods.table().words.leads)})\s+){{0,2}})"
    forms = (
        _iso,
        _day,
        _weekday,
        _month,
        _from_today,
        _part_of_year,
        _ago,
        _window,
        _event,
        _years,
        _year,
        _short_year,
        _length,
    )
    return re.compile(lead + "(?:" + "|".join(form() for form in forms) + ")")


def _any(words: Iterable[str]) -> str:
    """An alternative of literal words, the longest that fits, any white space between their parts."""
    return phrases(words)


def _months() -> str:
    return _any(dates.months())


def _days() -> str:
    """Names of days; short forms that are words of their own are left out."""
    return _any(name for name in dates.weekdays() if name not in dates.table().words)


def _units() -> str:
    plain = [unit for unit in periods.table().units if unit not in ("century", "second")]
    return "(?:" + "|".join(f"{unit}s?" for unit in plain) + "|century|centuries)"


def _amounts() -> str:
    return rf"(?:\d[\d,.]*|{_any(periods.table().words.amounts)})"


def _turn() -> str:
    words = periods.table().words
    return _any([*words.back, *words.ahead, "this"])


def _part_of_day() -> str:
    return rf"(?:\s+(?:{_any(periods.table().words.parts)}))?"


def _iso() -> str:
    return rf"(?P<iso_date>(?P<iso>{dates.MODERN_YEAR}-\d\d-\d\d)\b)"


def _day() -> str:
    """ "Monday, 5 May 2014", "May 5th", "the 5th of May", "May 3-5", "3 to 5 May"."""
    number, to = rf"[0-3]?\d){nth_pattern()}?", rf"\s?(?:{_any(periods.table().words.joints)})\s?"
    return (
        rf"(?P<date>(?:(?:{_days()}),?\s+(?:the\s+)?)?"
        rf"(?:(?P<month>{_months()})\.?\s+(?P<day>{number}(?:[-–](?P<to_day>{number})?\b(?!\.\d|,\d)"
        rf"|(?:the\s+)?(?:(?:(?P<from_day>{number}{to})?(?P<day2>{number}\s+(?:of\s+)?|(?P<nth_day>{dates.spelled_day_pattern()})\s+of\s+)(?P<month2>{_months()})\b\.?)"
        rf"(?:,?\s+(?P<dated>{dates.MODERN_YEAR})\b|\s+(?:of\s+)?(?P<day_year>last|this)\s+year\b)?)"
    )


def _weekday() -> str:
    return rf"(?P<week_day>(?:(?P<day_which>{_turn()})\s+)?(?P<weekday>{_days()})\b{_part_of_day()})"


def _month() -> str:
    """ "April", "last April", "April 2014", "April of last year"."""
    return (
        rf"(?P<month_name>(?:(?P<which>{_turn()})\s+)?(?<!\d\s)(?P<named>{_months()})\b"
        rf"(?:,?\s+(?:of\s+)?(?P<of_year>{dates.MODERN_YEAR})\b|\s+(?:of\s+)?(?P<month_year>last|this)\s+year\b)?)"
    )


def _from_today() -> str:
    return rf"(?P<from_today>(?P<relative>{_any(periods.table().words.relative)})\b{_part_of_day()})"


def _part_of_year() -> str:
    """ "the first quarter of 2016", "Q1", "first-half"."""
    words = periods.table().words
    return (
        rf"(?P<part_of_year>(?:(?:the\s+)?(?:(?P<nth>{_any(words.ordinals)})[-\s](?P<span>{_any(words.spans)}))"
        r"|[qh](?P<digit>[1-4]))\b"
        rf"(?:,?\s+(?:of\s+)?(?:the\s+)?(?:{_any(words.fiscal)}\s+)?(?:year\s+)?(?P<fiscal>{dates.MODERN_YEAR})\b"
        rf"|\s+of\s+(?:the|this|last)\s+(?:{_any(words.fiscal)}\s+)?(?:year|season))?)"
    )


def _ago() -> str:
    return (
        rf"(?P<ago>(?:the\s+|(?:{_any(periods.table().words.hedges)})\s+)?(?P<ago_count>{_amounts()})\s+(?P<ago_unit>{_units()})"
        rf"\s+(?P<direction>{_any(periods.table().words.after)})\b)"
    )


def _window() -> str:
    """ "the past 24 hours", "last year", "this fiscal year", "the same day"."""
    words = periods.table().words
    turns = rf"{_turn()}|{_any(words.pointing)}"
    return (
        rf"(?P<window>(?:the\s+)?(?P<turn>{turns})\s+(?:(?P<count>{_amounts()})\s+)?"
        rf"(?:(?:full|{_any(words.fiscal)}|calendar)\s+)?(?P<unit>{_units()})\b)"
    )


def _event() -> str:
    """ "since the start of the war"."""
    words = periods.table().words
    return (
        rf"(?P<event>(?<=since\s)(?:the\s+)?(?:{_any(words.edges)}\s+of\s+)?(?:the\s+)?"
        rf"(?:\w+\s+){{0,2}}(?:{_any(words.events)})\b)"
    )


def _years() -> str:
    return rf"(?P<year_span>(?P<from_year>{dates.MODERN_YEAR})\s*(?:-|–|to|and)\s*(?P<to_year>{dates.MODERN_YEAR})\b)"


def _year() -> str:
    """A year by itself: no part of a number, no count of things, no clock as in "1925 16.05.2017"."""
    return (
        rf"(?P<calendar_year>(?:(?:{_any(periods.table().words.fiscal)}|the)\s+)?(?:year\s+)?(?<![-\d.,/])"
        rf"(?P<year>{dates.MODERN_YEAR})\b(?![-–/.,]\d|%|\s*people|\s\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}))"
    )


def _short_year() -> str:
    """ "in sixty-seven, when", "in '67": what ends its part of the sentence counts nothing."""
    return (
        rf"(?P<short_year>(?<=\bin\s)(?:(?P<spelled>{_any(dates.short_years())})(?=\s*(?:[,.;:!?)]|$))"
        r"|['’](?P<digits>[3-9]\d)\b))"
    )


def _length() -> str:
    return (
        rf"(?P<length>(?<=for\s)(?:(?:{_any(periods.table().words.hedges)})\s+)?{_amounts()}\s+{_units()}\b)"
    )
