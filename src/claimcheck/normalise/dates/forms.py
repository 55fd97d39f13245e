"""Dates and clock times as they stand in a text, each with only the parts that are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

import msgspec

from claimcheck.lexicon import dates
from claimcheck.lexicon.numbers import nth_pattern
from claimcheck.lexicon.patterns import alternatives
from claimcheck.normalise.dates import spoken
from claimcheck.normalise.dates.when import HOUR, NOON, SIXTY, When

OLD = r"1[0-4]\d\d"  # a year only behind "in", and where nothing is counted
ROUND = ((30, 10), (10, 5), (5, 3), (1, 1))  # minutes: a time on such a mark, and how far off it may be
PLAY = "play"  # the zone of a minute of a match
LONGEST = 120  # minutes of a match
NUMBER = 20  # characters of "the twenty-seventh of " before the name of a month


def find(text: str, today: date | None, start: int = 0, end: int | None = None) -> list[When]:
    """The dates and clock times of `text[start:end]` in order, those side by side as one: "3 p.m. on Friday".

    `today` is the day of the text, which years such as "last year" are counted from.
    """
    last = len(text) if end is None else end
    found: list[When] = []
    for each in sorted(_every(text, today, start, last), key=lambda when: when.start):
        if found and each.start < found[-1].end:
            continue
        joined = _joined(text, found[-1], each) if found else None
        if joined is not None:
            found[-1] = joined
        else:
            found.append(each)
    return found


def _every(text: str, today: date | None, first: int, last: int) -> Iterator[When]:
    yield from _dates(text, first, last)
    yield from spoken.find(text, first, last)
    yield from _clocks(text, first, last)
    for match in _of_play().finditer(text, first, last):
        minute = int(match["nth"] or match["number"])
        if minute <= LONGEST:
            yield When(*match.span(), minute=minute, room=1, zone=PLAY)
    for match in _named_hour().finditer(text, first, last):
        if text.endswith(_at(), first, match.start()):
            yield When(*match.span(), minute=SIXTY * dates.table().clock.named[match.group()], room=HOUR)
    if today is not None:
        for match in _relative_year().finditer(text, first, last):
            yield When(*match.span(), year=today.year + _years_off(match.group()))


def _joined(text: str, one: When, other: When) -> When | None:
    """A day and a clock time side by side as one, and "April last year"."""
    if one.month and not one.year and _year_behind().fullmatch(text, one.end, other.end):
        return msgspec.structs.replace(one, end=other.end, year=other.year)
    apart = (one.minute is None) != (other.minute is None) and PLAY not in (one.zone, other.zone)
    if not apart or not _between().fullmatch(text, one.end, other.start):
        return None
    date, clock = (one, other) if other.minute is not None else (other, one)
    return msgspec.structs.replace(
        date,
        start=one.start,
        end=other.end,
        minute=clock.minute,
        room=clock.room,
        zone=clock.zone,
        either=clock.either,
    )


def _years_off(written: str) -> int:
    """How far a year such as "last year" is from that of the text."""
    return dates.table().relative_years[" ".join(written.lower().split())]


# --- dates -----------------------------------------------------------------------------------------------


def _dates(text: str, first: int, last: int) -> Iterator[When]:
    end = first
    for hit in _name_or_year().finditer(text, first, last):
        match = _around(text, hit) if hit.start() >= end else None
        if match is not None:
            end = match.end()
            when = _date(match)
            if when is not None:
                yield when


def _around(text: str, hit: re.Match[str]) -> re.Match[str] | None:
    """The date around a name or a year; the number of a day may stand before the name of its month."""
    before = _number().search(text, max(0, hit.start() - NUMBER), hit.start())
    for start in (before.start(), hit.start()) if before else (hit.start(),):
        match = _date_form().match(text, start)
        if match is not None and match.end() >= hit.end():
            return match
    return None


def _date(match: re.Match[str]) -> When | None:
    name = match["month"] or match["month2"] or match["month3"]
    number = match["day"] or match["day2"]
    year = match["year"] or match["year2"] or match["year3"] or match["year4"] or match["old"]
    if number and not 1 <= dates.day_of_month(number) <= dates.LAST_DAY:
        return None
    return When(
        *match.span(),
        year=int(year) if year else None,
        month=dates.month(name) if name else None,
        day=dates.day_of_month(number) if number else None,
        weekday=dates.weekday(match["weekday"]) if match["weekday"] else None,
    )


# --- clock times -----------------------------------------------------------------------------------------


def _clocks(text: str, first: int, last: int) -> Iterator[When]:
    for hit in _clock().finditer(text, first, last):
        start = hit.start()
        while start > max(first, hit.start() - 3) and text[start - 1].isdigit():
            start -= 1
        match = _clock_form().match(text, start)
        minute = _minute(match) if match else None
        if match is not None and minute is not None:
            zone = (match["zone"] or "").partition(" ")[0].lower() or None
            either = not (match["half"] or match["hours"] or zone) and _is_of_either_half(match["hour"])
            yield When(
                *match.span(),
                minute=minute,
                room=_room(match["minutes"], minute),
                zone=zone,
                either=either,
            )


def _minute(match: re.Match[str]) -> int | None:
    """Minutes from midnight; None for what is no time of the day: a score, a verse, a running time."""
    hour, minutes, half = int(match["hour"]), int(match["minutes"] or 0), (match["half"] or "").lower()
    if half and 1 <= hour <= NOON:
        hour = hour % NOON + (NOON if half == "p" else 0)
    elif half or not (match["zone"] or match["hours"] or _is_led(match)):
        return None
    return SIXTY * hour + minutes if hour < 24 and minutes < SIXTY else None


def _is_led(match: re.Match[str]) -> bool:
    """True for "at 14:30"."""
    before = match.string[max(0, match.start() - 7) : match.start()].lower().split()
    return ":" in match.group() and bool(before) and before[-1] in dates.table().clock.at


def _is_of_either_half(hour: str) -> bool:
    """True for an hour that is one before noon or behind it: "11:30" may be at night, "08:30" and "13:30" are not."""
    return not hour.startswith("0") and 1 <= int(hour) <= NOON


def _room(minutes: str | None, minute: int) -> int:
    """How far a clock time may be from the one meant: nobody writes 8:47 for a guess."""
    return HOUR if minutes is None else next(room for mark, room in ROUND if minute % mark == 0)


# --- patterns --------------------------------------------------------------------------------------------


@cache
def _name_or_year() -> re.Pattern[str]:
    """What a date is read around; each alternative begins with a letter or digit, which makes the search quick."""
    table = dates.table()
    short = [name for names in table.months.values() for name in names]
    names = "|".join(name.title() for name in (*table.weekdays, *table.months, *short))
    return re.compile(rf"(?:{names}|{dates.BARE_YEAR}|(?<=[Ii]n\s){OLD})\b")


@cache
def _named_hour() -> re.Pattern[str]:
    return re.compile(rf"{alternatives(dates.table().clock.named)}\b")


@cache
def _at() -> tuple[str, ...]:
    """What stands right before the name of an hour."""
    return tuple(f"{word} " for at in dates.table().clock.at for word in (at, at.title()))


@cache
def _of_play() -> re.Pattern[str]:
    """A minute of a match, "in the 16th minute" or "in minute 16", but for those of a half or of added time."""
    return re.compile(
        rf"(?<=\bin\s)(?:the\s(?P<nth>\d{{1,3}}){nth_pattern()}\sminute\b|minute\s(?P<number>\d{{1,3}})\b)(?!\sof\b|\.?\d|\+)"
    )


@cache
def _year_behind() -> re.Pattern[str]:
    return re.compile(rf"\s(?:of\s)?{alternatives(dates.table().relative_years)}".replace(r"\ ", r"\s"))


@cache
def _relative_year() -> re.Pattern[str]:
    years = [name for year in dates.table().relative_years for name in (year, year.capitalize())]
    return re.compile(rf"{alternatives(years)}\b".replace(r"\ ", r"\s"))


@cache
def _number() -> re.Pattern[str]:
    spelled = dates.spelled_day_pattern()
    return re.compile(rf"(?<![\w.,:/-])(?:{dates.day_pattern()}\s+(?:of\s+)?|(?i:{spelled})\s+of\s+)$")


@cache
def _date_form() -> re.Pattern[str]:
    table = dates.table()
    short = "|".join(
        sorted((name.title() for names in table.months.values() for name in names), reverse=True)
    )
    month = rf"(?:{'|'.join(name.title() for name in table.months)}|(?:{short})\b\.?)(?![a-z])"
    weekdays = "|".join(name.title() for name in table.weekdays)
    nth, year, digits = f"{nth_pattern()}?", dates.BARE_YEAR, alternatives(table.clock.digits)
    day = rf"\d{{1,2}}(?={nth}\s)|(?i:{dates.spelled_day_pattern()})(?=\sof\s)"
    goes_on = alternatives(table.behind_old).replace(r"\ ", r"\s")
    return re.compile(
        rf"""(?x)
        (?<![\w/$€£.-])
        (?:(?P<weekday>{weekdays})\b(?:,?\s+(?:the\s+)?(?=\d|[JFMASOND][a-z]+\.?\s\d))?)?
        (?:
            (?P<month>{month})\s+(?P<day>\d{{1,2}}){nth}\b(?![.,:]\d)(?:,?\s+(?P<year>{year})\b)?    # June 27, 1973
          | (?P<day2>{day}){nth}\s+(?:of\s+)?(?P<month2>{month})(?:,?\s+(?P<year2>{year})\b)?         # 27 June 1973
          | (?P<month3>{month})(?:,?\s+(?:of\s+)?(?P<year3>{year})\b)?                               # July 1973
          | (?P<year4>{year})\b(?![.,/-]?\d|%|['’]s|\s{digits}\b)                                  # 1973
          | (?<=[Ii]n\s)(?P<old>{OLD})\b(?=[.,;:)](?!\d)|\s[A-Z][a-z]|\s{goes_on}\b|$)        # in 1273,
          | (?<=day)(?=\W|$)                                                                         # Friday
        )
        """
    )


@cache
def _clock() -> re.Pattern[str]:
    digits = alternatives(dates.table().clock.digits)
    return re.compile(rf"[0-9](?:[:.][0-5][0-9](?:\b|(?=[apAP]))|\s?[apAP]\.?\s?[mM]\b|\s{digits}\b)")


@cache
def _clock_form() -> re.Pattern[str]:
    table = dates.table()
    zones, hours = alternatives(map(str.upper, table.zones)), alternatives(table.clock.hours)
    local = alternatives(table.clock.local).replace(r"\ ", r"\s")
    return re.compile(
        rf"""(?x)
        (?<![\w.,:$€£/–-])
        (?P<hour>\d{{1,2}})
        (?:[:.]?(?P<minutes>(?<=[:.])[0-5]\d|(?<=\d\d)[0-5]\d(?=\s(?:{zones}|{hours})\b)))?   # 8:40, 8.40, 0840 GMT
        (?:\s?(?P<half>[apAP])\.?\s?[mM]\b\.?)?                                                 # p.m.
        (?P<hours>\s{hours}\b)?
        (?:\s\(?(?P<zone>{zones}|{local}|[A-Z][A-Za-z]+(?:\s[A-Z][a-z]+)*(?=\stime\b))\b)?
        (?![\d:])
        """
    )


@cache
def _between() -> re.Pattern[str]:
    """What may stand between a day and a clock time."""
    return re.compile(rf"(?:[\s,(]|\b{alternatives(dates.table().clock.between)}\b)*")
