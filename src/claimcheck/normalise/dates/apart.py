"""How far two times are apart: by the parts that both write, or by their days where the texts are dated."""

from __future__ import annotations

from datetime import date, timedelta

from claimcheck.lexicon import dates
from claimcheck.normalise.dates.when import HALF_A_DAY, When

WEEK, MONTH, YEAR = 7, 30, 365  # days
DAY = 24 * 60  # minutes
LOCAL = "local"  # zone of "local time", which a time without a zone is read in as well
HEDGED = 2  # "about 10:20" is so many times as far from the time meant as "10:20"
LEAST = 15  # minutes that a hedged time may be off at least


def days(one: When, other: When, first: date | None, second: date | None) -> int | None:
    """Days between two times of texts of the days `first` and `second`; 0 where they can be one, None: unknown."""
    if not (one.dated and other.dated):
        return None
    if _is_weekday(one) or _is_weekday(other):
        return _near_days(one, other, first, second)
    if one.year and other.year and one.year != other.year:
        return YEAR * abs(one.year - other.year)
    if one.month and other.month:
        apart = _in_year(one.month, one.day, other.month, other.day)
        # without a year December may lie right before January
        return apart if one.year and other.year else max(min(apart, 12 * MONTH - apart), int(apart > 0))
    return 0 if one.year and other.year else None


def _in_year(month: int, day: int | None, other_month: int, other_day: int | None) -> int:
    """Days between two dates of one year, a month without a day as a whole."""
    if day is None or other_day is None:
        return MONTH * abs(month - other_month)
    return abs(MONTH * (month - other_month) + day - other_day) or int(month != other_month)


def _near_days(one: When, other: When, first: date | None, second: date | None) -> int | None:
    """Days between a weekday and another day; what lies in two weeks, or in a month at large, is another event."""
    if not all(each.weekday is not None or each.day for each in (one, other)):
        return None
    if one.weekday is not None and one.weekday == _weekday(other):
        return 0
    a, b = resolved(one, first), resolved(other, second)
    if (a and second and a > second) or (b and first and b > first):
        return None  # what was still to come when the other text told of it
    if a is not None and b is not None:
        return apart if (apart := abs((a - b).days)) < WEEK else None
    first_name, second_name = _weekday(one), _weekday(other)
    if first_name is None or second_name is None:
        return None
    apart = abs(first_name - second_name)
    return min(apart, WEEK - apart)


def _is_weekday(when: When) -> bool:
    return when.weekday is not None and when.month is None


def _weekday(when: When) -> int | None:
    """The weekday as written, else that of a full date."""
    if when.weekday is not None:
        return when.weekday
    day = dates.day_of(when.year, when.month, when.day) if when.year and when.month and when.day else None
    return None if day is None else day.weekday()


def resolved(when: When, today: date | None) -> date | None:
    """The day meant: a weekday is the last one before the day of its text, or that day."""
    if when.month and when.day:
        year = when.year or (today.year if today else None)
        return dates.day_of(year, when.month, when.day) if year else None
    if today is None or when.weekday is None:
        return None
    return today - timedelta(days=(today.weekday() - when.weekday) % WEEK)


def minutes(one: When, other: When, hedged: bool) -> int | None:
    """Minutes between two clock times; 0 where rounding or hedges let them be one, None where nobody can tell."""
    if one.minute is None or other.minute is None:
        return None
    a, b = universal(one), universal(other)
    if a is None or b is None:
        if (one.zone or LOCAL) != (other.zone or LOCAL):
            return None
        a, b = one.minute, other.minute
    length = HALF_A_DAY if one.either or other.either else DAY
    apart = abs(a - b) % length
    apart = min(apart, length - apart)
    room = max(one.room, other.room)
    return apart if apart > (max(LEAST, HEDGED * room) if hedged else room) else 0


def universal(when: When) -> int | None:
    """Minutes from midnight in universal time, where the zone is named and has one meaning."""
    offset = dates.table().offsets.get(when.zone or "")
    return None if offset is None or when.minute is None else round(when.minute - 60 * offset) % DAY


def same_reading(one: When, other: When) -> bool:
    """True for one reading of the clock, once in universal and once in local time: mostly a slip."""
    zones = {one.zone, other.zone}
    universal = any(dates.table().offsets.get(zone or "") == 0 for zone in zones)
    return one.minute is not None and one.minute == other.minute and LOCAL in zones and universal
