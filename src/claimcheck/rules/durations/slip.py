"""What slip a length, an age or a weekday looks like that its dates contradict; always a "may be"."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from claimcheck.model import Claim
from claimcheck.rules import slips
from claimcheck.rules.durations import days
from claimcheck.rules.durations.days import Length

DECADE = 10
UNITS = {"day": "days", "week": "weeks", "month": "months", "year": "years"}


def of_length(claim: Claim, length: Length) -> str | None:
    """Another unit of time, a slip in the digits, or a year of another decade."""
    value, unit = claim.mention.value, claim.mention.unit or ""
    if value is None:
        return None
    other = next(
        (word for name, word in UNITS.items() if name != unit and length.fits(value, value, name)), None
    )
    if other is not None:
        return f"may be {slips.grouped(value)} {other}"
    per = days.PER[unit]
    return slips.meant(claim, (length.low / per, length.high / per)) or (
        _decade(value, length.low / per, length.high / per) if unit == "year" else None
    )


def of_years(claim: Claim, low: int, high: int) -> str | None:
    """A slip in the digits of an age, or in the decade of one of its years."""
    value = claim.mention.value
    if value is None:
        return None
    return slips.meant(claim, (Decimal(low), Decimal(high))) or _decade(value, Decimal(low), Decimal(high))


def _decade(value: Decimal, low: Decimal, high: Decimal) -> str | None:
    """Ten years too many or too few: a changed digit in the length or in a year."""
    fits = any(low <= value + step <= high for step in (DECADE, -DECADE))
    return "may be one digit changed: ten years apart" if fits else None


def of_weekday(day: date, said: int) -> str | None:
    """The year before or after, as texts of January and December confuse them."""
    for year in (day.year - 1, day.year + 1):
        near = _on(day, year)
        if near is not None and near.weekday() == said:
            return f"may be of {year}"
    return None


def _on(day: date, year: int) -> date | None:
    try:
        return day.replace(year=year)
    except ValueError:  # 29 February
        return None
