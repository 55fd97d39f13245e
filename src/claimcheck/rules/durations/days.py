"""Dates inside the patterns of a sentence, with what they leave out, and the time between two of them.

`normalise/dates` reads running text, where capitals tell a month from a word and much that has digits is no date. Here
the words are folded and in lower case, other words of the pattern stand around, and one end may be no more than "3rd".
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import msgspec

from claimcheck.lexicon import dates, numbers, units
from claimcheck.model import ValueGroup

NAME = r"[a-z]{3,9}\b\.?"  # of a month or weekday
PER = {
    "day": Decimal(1),
    "night": Decimal(1),
    "week": Decimal(7),
    "month": Decimal("30.44"),
    "year": Decimal("365.25"),
}
MONTHS = 12
WEEK = 7


class When(msgspec.Struct, frozen=True):
    """A date with only the parts that are written."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None

    def on(self, year: int) -> date | None:
        """The day in a year, None where the calendar has none or no day is written."""
        if self.month is None or self.day is None:
            return None
        return dates.day_of(year, self.month, self.day)


def when(name: str | None = None) -> str:
    """A pattern for what may be a date in lower-case words, as a group if it has a name; `parse` knows the words."""
    opening = f"(?P<{name}>" if name else "(?:"
    day, year = dates.day_pattern(), dates.BARE_YEAR
    return opening + rf"{with_month(NAME)}|{NAME}(?:\s{year})?|{year}\b|{day}\b)"


def with_month(month: str) -> str:
    """The alternatives for a day beside its month, which is a pattern: "4 March 2019", "March 4"."""
    day, year = dates.day_pattern(), rf"(?:,?\s+{dates.BARE_YEAR})?"
    return rf"{day}(?:\s+of)?\s+{month}{year}|{month}\s+{day}\b{year}"


def parse(text: str) -> When | None:
    """The date that `when` matched; None where its name is that of no month and no weekday."""
    year = re.search(dates.BARE_YEAR, text)
    names = re.findall(r"[a-z]+", re.sub(rf"\d{numbers.nth_pattern()}\b", "0", text))
    day = re.search(r"(?<!\d)\d{1,2}(?!\d)", text)
    month = next((found for name in names if (found := dates.month(name)) is not None), None)
    weekday = next((found for name in names if (found := dates.weekday(name)) is not None), None)
    if names and month is None and weekday is None:
        return None
    return When(int(year.group()) if year else None, month, int(day.group()) if day else None, weekday)


class Length(msgspec.Struct, frozen=True):
    """The time between two dates in days, from the least to the most that the words allow."""

    low: Decimal
    high: Decimal
    text: str

    def fits(self, low: Decimal, high: Decimal, unit: str) -> bool:
        """True where a length of `low` to `high` units can be meant; the half of a unit is rounding."""
        per = PER[unit]
        room = per / 2 if per > 1 else Decimal(0)
        return low * per - room <= self.high and high * per + room >= self.low


def given(text: str, low: Decimal, high: Decimal, unit: str) -> ValueGroup:
    """What dates give for a length, to be shown beside it: `low` to `high` of `unit`."""
    return ValueGroup(text, units.to_base(unit, low), units.to_base(unit, high), ())


def between(first: When, last: When) -> Length | None:
    """How long it is from `first` to `last`; None where the words do not say."""
    if first.weekday is not None and last.weekday is not None and not first.day and not last.day:
        apart = (last.weekday - first.weekday) % WEEK
        return (
            Length(Decimal(apart), Decimal(apart + 1), f"{apart + 1} days with both ends") if apart else None
        )
    first, last = _completed(first, last)
    if first.day and last.day:
        return _by_days(first, last)
    if first.month and last.month and not (first.day or last.day):
        return _by_months(first, last)
    if first.year and last.year and not (first.month or last.month):
        return _by_years(first.year, last.year)
    return None


def _completed(first: When, last: When) -> tuple[When, When]:
    """Month and year that one end takes from the other: "from 3 to 5 May 2016"."""
    if first.day and last.day:
        first = msgspec.structs.replace(first, month=first.month or last.month)
        last = msgspec.structs.replace(last, month=last.month or first.month)
    if first.month and last.month and not (first.year and last.year):
        turned = (first.month, first.day or 0) > (last.month, last.day or 0)
        start = first.year or (last.year - turned if last.year else None)
        end = last.year or (first.year + turned if first.year else None)
        first, last = msgspec.structs.replace(first, year=start), msgspec.structs.replace(last, year=end)
    return first, last


def _by_days(first: When, last: When) -> Length | None:
    year = first.year or 2001  # any year without 29 February
    turned = (first.month or 0, first.day or 0) > (last.month or 0, last.day or 0)
    start, end = first.on(year), last.on(last.year or year + turned)
    if start is None or end is None:
        return None
    if end < start:
        return Length(Decimal(0), Decimal(0), "the second day lies before the first")
    apart = (end - start).days
    return Length(Decimal(apart), Decimal(apart + 1), f"{apart + 1} days with both ends")


def _by_months(first: When, last: When) -> Length | None:
    years = (
        (last.year - first.year) if first.year and last.year else int((first.month or 0) > (last.month or 0))
    )
    apart = years * MONTHS + (last.month or 0) - (first.month or 0)
    if apart <= 0:
        return None
    per = PER["month"]
    return Length(apart * per - per / 4, (apart + 1) * per, f"{apart} to {apart + 1} months")


def _by_years(first: int, last: int) -> Length | None:
    apart = last - first
    if apart <= 0:
        return None
    per = PER["year"]
    return Length((apart - 1) * per + per / 2, (apart + 1) * per - per / 2, f"{apart} years")
