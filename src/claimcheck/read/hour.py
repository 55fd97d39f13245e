"""The hour that a text gives beside its day: "SANDMOUTH, 4 March (Agency), 21:30 -", "Updated 4 March, 9 a.m."."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.lexicon import dates, documents
from claimcheck.lexicon.patterns import alternatives
from claimcheck.moment import Hour
from claimcheck.read import masthead
from claimcheck.read.dateline import HEAD, other_words
from claimcheck.read.structure import STAMP, Parsed, lower

NOON = 12


def find(parsed: Parsed) -> Hour | None:
    """The last hour of its day in the front matter, else the one at the head of the text that stands beside a day."""
    table = documents.table()
    keys = (STAMP, *table.published_fields, *table.updated_fields)
    stamps = [stamp for key in keys if (stamp := _stamp().search(parsed.fields.get(key, "")))]
    if stamps:
        return _read([stamp for stamp in stamps if stamp["day"] == stamps[0]["day"]][-1])
    plain = parsed.plain
    start = len(plain) - len(plain.lstrip())
    end = max(masthead.reach(plain, start)[1], start + HEAD)
    text = lower(plain[:end])
    found = [match for pattern in _beside_day() for match in pattern.finditer(text, start)]
    told = [match for match in sorted(found, key=lambda match: match.start()) if _is_of_head(plain, match)]
    hours = [(match, hour) for match in told if (hour := _read(match)) is not None]
    if not hours:
        return None
    first, hour = hours[0]
    again = (at for match, at in hours[1:] if match["day"] == first["day"] and _is_updated(text, match))
    return next(again, hour)


def _is_updated(text: str, found: re.Match[str]) -> bool:
    """True for the hour of a later version: "Updated 9 p.m., 4 March"."""
    line = text.rfind("\n", 0, found.start()) + 1
    return _updated().search(text[line : found.start()]) is not None


@cache
def _updated() -> re.Pattern[str]:
    labels = alternatives(dates.table().labels.updated)
    return re.compile(rf"\b{labels}\W{{0,3}}(?:{alternatives(dates.weekdays())},?\s)?$")


def _is_of_head(plain: str, found: re.Match[str]) -> bool:
    """True for a day with names and labels before it, or with a separator: "Council - bulletin 5 - Saturday, 09:00"."""
    line = plain.rfind("\n", 0, found.start()) + 1
    part = _separator().split(plain[line : found.start()])[-1]
    words = other_words(part, lower(part))
    return all(word[0].isupper() for word in words) and not _on().search(lower(part))


def _read(found: re.Match[str]) -> Hour | None:
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    half, zone = found["half"], (found["zone"] or "").strip().lower()
    if half and 1 <= hour <= NOON:
        hour = hour % NOON + (NOON if half == "p" else 0)
    if hour > 23 or minute > 59 or not (half or found["minute"]):
        return None
    told = 60 * hour + minute
    offset = _offset(zone)
    if offset is not None:
        return Hour(round(told - 60 * offset), universal=True)
    return None if zone else Hour(told)


def _offset(zone: str) -> float | None:
    """Hours from universal time; None for a zone whose name has many meanings."""
    shift = re.fullmatch(r"([+-])(\d\d):?(\d\d)", zone)
    if shift is not None:
        return float(f"{shift[1]}{int(shift[2]) + int(shift[3]) / 60}")
    return dates.table().offsets.get(zone)


@cache
def _stamp() -> re.Pattern[str]:
    return re.compile(
        r"""(?x)
        (?P<day>\d{4}-\d\d-\d\d)[Tt ](?P<hour>\d\d):(?P<minute>\d\d)(?::\d\d(?:\.\d+)?)?
        (?P<zone>[zZ]|[+-]\d\d:?\d\d)?(?P<half>(?!))?
        """
    )


@cache
def _separator() -> re.Pattern[str]:
    return re.compile(r"[|·•:]\s|\s[-–—]+\s|—")


@cache
def _on() -> re.Pattern[str]:
    """A preposition that no label stands before: "On Friday"."""
    return re.compile(rf"\A\s*{alternatives(dates.table().clock.on)}\s")


@cache
def _beside_day() -> tuple[re.Pattern[str], ...]:
    """A clock time behind a day or before a date, with nothing between them and the end of a head behind them."""
    table = dates.table()
    month, day = dates.month_pattern(), dates.day_pattern()
    zone = "|".join(sorted(table.zones, key=len, reverse=True))
    hours = "|".join(table.clock.hours)
    date = rf"""(?:
        {month}\b\.?\s{day}\b | {day}\s{month}\b\.?
      | \d{{4}}-\d\d-\d\d | \d{{1,2}}[./]\d{{1,2}}[./](?:\d\d){{1,2}}
    )(?:,?\s\d{{4}}\b)?"""
    weekday = rf"{dates.weekday_pattern()}\b"
    clock = rf"""(?<![\w.:/-])(?!\d{{4}}\b(?!\s?(?:{zone}|{hours})\b))
        (?P<hour>\d{{1,2}})(?:[:.]?(?P<minute>[0-5]\d))?(?:\s?(?P<half>[ap])\.?\s?m\b\.?)?
        (?:\s?(?P<zone>{zone})\b|\s(?:{hours})\b)?"""
    agency = r"(?:,?\s?\([^()\n]{2,40}\))?"
    end = r"(?=\s*(?:[-–—|)\]*·]|\n|\Z))"
    return (
        re.compile(rf"(?x)(?P<day>{date}|{weekday}){agency}[\s,|·–—-]{{1,4}}(?:at\s)?{clock}{end}"),
        re.compile(rf"(?x){clock},?\s(?:on\s)?(?:{weekday},?\s)?(?P<day>{date}){end}"),
    )
