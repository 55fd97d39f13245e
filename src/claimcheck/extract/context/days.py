"""Days of a time expression, counted from the day of its document."""

from __future__ import annotations

import re
from datetime import date, timedelta

from claimcheck.lexicon import dates, periods

Days = tuple[date | None, date | None]
NONE: Days = (None, None)
# Forms that name something behind "the": "since the 1987 flood".
_BEFORE_NAMES = frozenset({"calendar_year", "date", "month_name"})


def resolve(match: re.Match[str], today: date | None) -> Days:
    """The first and last day of a matched time expression, None where they cannot be told."""
    kind = match.lastgroup
    try:
        start, end = _RESOLVERS[kind](match, today) if kind else NONE
    except (ValueError, OverflowError):
        return NONE
    lead, _, rest = match.group().partition(" ")
    lasting = lead in periods.table().words.open and not (kind in _BEFORE_NAMES and rest.startswith("the "))
    return (start, today) if start is not None and lasting else (start, end)


def amount(word: str | None) -> float | None:
    """The number that a digit string or a small number word stands for."""
    if not word:
        return None
    return (
        int(word) if word.isdigit() and len(word) < 5 else periods.table().values.get(" ".join(word.split()))
    )


def month_days(year: int, month: int) -> Days:
    """The first and last day of a month."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), following - timedelta(days=1)


def _year(match: re.Match[str], today: date | None) -> Days:
    year = int(match["year"])
    return date(year, 1, 1), date(year, 12, 31)


def _short_year(match: re.Match[str], today: date | None) -> Days:
    year = dates.short_years()[match["spelled"]] if match["spelled"] else dates.CENTURY + int(match["digits"])
    return date(year, 1, 1), date(year, 12, 31)


def _years(match: re.Match[str], today: date | None) -> Days:
    return date(int(match["from_year"]), 1, 1), date(int(match["to_year"]), 12, 31)


def _iso(match: re.Match[str], today: date | None) -> Days:
    day = date.fromisoformat(match["iso"])
    return day, day


def _day(match: re.Match[str], today: date | None) -> Days:
    """A day of a month, of the year that is written or the one nearest before the document's day."""
    month = dates.month(match["month"] or match["month2"])
    number = dates.day_of_month(match["day"] or match["day2"] or match["nth_day"])
    year = match["dated"]
    if month is None or (year is None and today is None):
        return NONE
    if year is not None:
        found = date(int(year), month, number)
    else:
        assert today is not None
        found = date(today.year - (match["day_year"] == "last"), month, number)
        if match["day_year"] is None and found > today + timedelta(days=31):
            found = date(today.year - 1, month, number)
    first, last = int(match["from_day"] or number), int(match["to_day"] or number)
    start, end = (dates.day_of(found.year, found.month, day) for day in (first, last))
    return (start, end) if start is not None and end is not None and start <= end else (found, found)


def _month(match: re.Match[str], today: date | None) -> Days:
    month = dates.month(match["named"])
    if month is None:
        return NONE
    if match["of_year"]:
        return month_days(int(match["of_year"]), month)
    if today is None:
        return NONE
    year = today.year
    which = match["which"] or ""
    if match["month_year"]:
        year -= match["month_year"] == "last"
    elif which in periods.table().words.ahead:
        year += month <= today.month
    elif month > today.month or (which in periods.table().words.back and month == today.month):
        year -= 1
    return month_days(year, month)


def _weekday(match: re.Match[str], today: date | None) -> Days:
    number = dates.weekday(match["weekday"])
    if today is None or number is None:
        return NONE
    which = match["day_which"] or ""
    if which in periods.table().words.ahead:
        day = today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
    else:
        back = (today.weekday() - number) % 7
        day = today - timedelta(days=back or (7 if which in periods.table().words.back else 0))
    return day, day


def _relative(match: re.Match[str], today: date | None) -> Days:
    if today is None:
        return NONE
    day = today + timedelta(days=periods.table().words.relative[" ".join(match["relative"].split())])
    return day, day


def _window(match: re.Match[str], today: date | None) -> Days:
    """ "the past 24 hours", "last year", "this week", "the next three months"."""
    if today is None:
        return NONE
    unit = match["unit"].rstrip("s")
    unit = "century" if unit == "centurie" else unit
    count = amount(match["count"])
    if match["count"] and count is None:
        return NONE
    which = match["turn"]
    step = periods.table().words.turns.get(which)
    if count is None and step is not None:
        return _calendar(unit, step, today)
    length = _length(unit, count or 1)
    if which in periods.table().words.ahead:
        return today, today + length
    return today - length, today


def _length(unit: str, count: float) -> timedelta:
    if not periods.table().units[unit]:
        return timedelta(days=max(1, round(count / 24)) if unit == "hour" else 0)
    return timedelta(days=periods.table().units[unit] * count)


def _calendar(unit: str, step: int, today: date) -> Days:
    """A unit of the calendar, so many `step`s from now: last month, this year, next week."""
    if unit == "year":
        return date(today.year + step, 1, 1), date(today.year + step, 12, 31)
    if unit == "month":
        index = today.year * 12 + today.month - 1 + step
        return month_days(index // 12, index % 12 + 1)
    if unit == "quarter":
        index = today.year * 4 + (today.month - 1) // 3 + step
        return _quarter_days(index // 4, index % 4 + 1)
    if unit == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=step)
        return monday, monday + timedelta(days=6)
    if unit == "weekend":
        saturday = today - timedelta(days=today.weekday() - 5) + timedelta(weeks=step)
        return saturday, saturday + timedelta(days=1)
    day = today + timedelta(days=step)
    return (day, day) if unit in ("day", "night") else NONE


def _quarter_days(year: int, quarter: int) -> Days:
    return date(year, quarter * 3 - 2, 1), month_days(year, quarter * 3)[1]


def _part_of_year(match: re.Match[str], today: date | None) -> Days:
    """A quarter or a half of a year that is written; without a year its days are unknown."""
    word = match["nth"] or match["digit"]
    year = match["fiscal"]
    number = periods.table().quarters.get(word)
    if year is None or number is None or len(year) != 4:
        return NONE
    if match["span"] in ("half",) or match.group().lstrip().startswith("h"):
        return date(int(year), 6 * number - 5, 1), month_days(int(year), 6 * number)[1]
    return _quarter_days(int(year), number)


def _ago(match: re.Match[str], today: date | None) -> Days:
    count = amount(match["ago_count"])
    if today is None or count is None or match["direction"] != "ago":
        return NONE
    unit = match["ago_unit"].rstrip("s")
    if not periods.table().units[unit]:
        return NONE
    day = today - timedelta(days=periods.table().units["century" if unit == "centurie" else unit] * count)
    return (day, day) if unit in ("day", "night") else (day - _slack(unit), day + _slack(unit))


def _slack(unit: str) -> timedelta:
    return timedelta(days=periods.table().units.get(unit, 1) // 2)


def _unknown(match: re.Match[str], today: date | None) -> Days:
    return NONE


_RESOLVERS = {
    "iso_date": _iso,
    "date": _day,
    "month_name": _month,
    "week_day": _weekday,
    "from_today": _relative,
    "window": _window,
    "part_of_year": _part_of_year,
    "ago": _ago,
    "year_span": _years,
    "calendar_year": _year,
    "short_year": _short_year,
    "event": _unknown,
    "length": _unknown,
}
