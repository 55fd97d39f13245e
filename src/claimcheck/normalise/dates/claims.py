"""A statement of when something happened as a claim, so that fields and findings can hold it."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from claimcheck.interval import Interval
from claimcheck.model import Claim, Context, Mention, Period
from claimcheck.normalise.dates import apart
from claimcheck.normalise.dates.statements import Statement
from claimcheck.normalise.dates.when import When

LOCAL = Decimal("0.5")  # minutes by which an unknown zone is another time than none


def of(statement: Statement, event: str) -> Claim:
    """The claim that `event` was at the time of a statement; its value is in days of the calendar."""
    document, when = statement.document, statement.when
    days = _days(when, statement.today)
    value = _value(when, days)
    mention = Mention.passage(
        document,
        (when.start, when.end),
        step=Decimal(1) if when.minute is None else Decimal(1) / apart.DAY,
        hedge="about" if statement.hedged else "exact",
        kind="date",
        context=Context(sentence=statement.sentence, block=statement.block, verb=statement.said),
    )
    period = Period(" ".join(mention.surface.split()), *(days or ()))
    return Claim(f"{document.source}:{when.start}", mention, value, value, None, None, event, period=period)


def _days(when: When, today: date | None) -> tuple[date, date] | None:
    """The first and last day of a time; None where the words and the day of the text do not tell it."""
    if when.year is not None:
        return _of_year(when.year, when)
    day = apart.resolved(when, today)
    return None if day is None else (day, day)


def _of_year(year: int, when: When) -> tuple[date, date] | None:
    try:
        first = date(year, when.month or 1, when.day or 1)
        if when.day:
            return first, first
        after = date(year + (when.month in (None, 12)), (when.month or 12) % 12 + 1, 1)
    except ValueError:
        return None
    return first, after - timedelta(days=1)


def _value(when: When, days: tuple[date, date] | None) -> Interval:
    """Equal for equal times; a weekday goes by its name, and so does a time whose day nobody can tell."""
    named = days is None or when.year is None
    first, last = (_nominal(when),) * 2 if days is None or named else (day.toordinal() for day in days)
    if when.minute is None:
        return Interval(Decimal(first), Decimal(last))
    minute = apart.universal(when)
    own = when.minute + LOCAL if when.zone else when.minute
    return Interval.point(first + Decimal(own if minute is None else minute) / apart.DAY)


def _nominal(when: When) -> int:
    """A number of its own for each month, day or weekday, below those of all days."""
    if when.weekday is not None:
        return when.weekday - apart.WEEK
    return 32 * (when.month or 0) + (when.day or 0)
