"""The day that a text gives without a year: "SANDMOUTH, March 4 (Agency) -", "The Herald, Mon 4 March"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from claimcheck.lexicon import dates
from claimcheck.model import Day
from claimcheck.read import masthead
from claimcheck.read.dateline import HEAD, apart, spot
from claimcheck.read.structure import lower

RUN_ON = 8  # words behind a day: with more of them the line runs on into the text
Found = tuple[int, Day]  # with its offset


def find(plain: str) -> Day | None:
    """The first day at the head of a text that no year goes with."""
    start = len(plain) - len(plain.lstrip())
    found = [*_of_cities(plain, start), *_apart(plain, lower(plain), start)]
    return min(found, key=lambda each: each[0])[1] if found else None


def _of_cities(plain: str, start: int) -> Iterator[Found]:
    found = _city().search(plain, start, start + HEAD)
    if found is not None:
        yield from _read(found)


def _apart(plain: str, text: str, start: int) -> Iterator[Found]:
    """Days that stand apart in a line at the head."""
    title_end, last = masthead.reach(plain, start)
    for found in _written().finditer(text, start, last):
        at = spot(plain, text, *found.span())
        beside = text[at.start : found.start()] + text[found.end() : at.end]
        weekday = _weekday().search(beside)
        if found["numeric"] and not (weekday or ":" in beside):
            continue  # a version, a section
        if len(at.after.split()) <= RUN_ON and apart(plain, at, found.start() < title_end):
            yield from _read(found, dates.weekday(weekday[0]) if weekday else None)


def _read(found: re.Match[str], weekday: int | None = None) -> Iterator[Found]:
    parts = found.groupdict()
    name, number = parts["month"] or parts["month_behind"], parts["day"] or parts["day_before"]
    month = dates.month(name) if name else int(parts["month_number"])
    day = Day(month or 0, int(number or parts["day_number"]), weekday)
    if dates.day_of(dates.LEAP, day.month, day.day):
        yield found.start(), day


@cache
def _city() -> re.Pattern[str]:
    name = dates.month_pattern()
    agency = r"\([^()]{2,40}\)"
    capitals = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’./-]+"
    return re.compile(
        rf"""(?mx)
        ^[ \t]*
        (?P<city>{capitals}(?:[ ][A-ZÀ-ÖØ-Þ][\w'’./-]+){{0,3}}  # SANDMOUTH
          (?:,[ ][A-ZÀ-ÖØ-Þ][\w'’./ -]{{1,30}})?  # North Coast
          ,?\s+(?:{agency},?\s+)?)?
        (?i:(?P<month>{name})\b\.?\s+(?P<day>\d{{1,2}})|(?P<day_before>\d{{1,2}})\s+(?P<month_behind>{name})\b\.?)
        (?(city)\s*(?:{agency}\s*)?|\s+{agency}\s*)[-–—]
        """
    )


@cache
def _written() -> re.Pattern[str]:
    """A day and a month in lower case, or "02.05.", that neither a year nor the rest of a range follows."""
    name = dates.month_pattern()
    return re.compile(
        rf"""(?x)
        (?<![\w.,/-])
        (?: (?P<month>{name})\b\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?
        | (?P<day_before>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month_behind>{name})\b\.?
        | (?P<numeric>(?P<day_number>\d{{1,2}})\.(?P<month_number>[01]?\d)\.(?=[\s,]|\Z))
        )
        (?![\w:/-]|\s*[–—]\s*\d{{1,2}}\b(?!:)|[.,]\d|,?\s*(?:{dates.YEAR})\b)
        """
    )


@cache
def _weekday() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{dates.weekday_pattern()})\b")
