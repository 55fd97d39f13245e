"""The day that a text gives without a year: "SANDMOUTH, March 4 (Agency) -", "The Herald, Mon 4 March"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from claimcheck.lexicon import dates, function_words, periods
from claimcheck.lexicon.numbers import nth_pattern
from claimcheck.moment import Day
from claimcheck.read import masthead
from claimcheck.read.dateline import HEAD, apart, spot
from claimcheck.read.structure import lower

RUN_ON = 8  # words behind a day: with more of them the line runs on into the text
Found = tuple[int, Day]  # with its offset


def find(plain: str) -> Day | None:
    """The first day at the head of a text that no year goes with."""
    start = len(plain) - len(plain.lstrip())
    title_end, last = masthead.reach(plain, start)
    text = lower(plain)
    found = [
        *_first(_city(), plain, start, start + HEAD),
        *_first(_of_name(), plain, title_end, last),
        *_first(_standing(), text, start, last),
        *_apart(plain, text, start),
    ] or [*_running_on(plain, title_end, last)]
    return min(found, key=lambda each: each[0])[1] if found else None


def _running_on(plain: str, start: int, end: int) -> Iterator[Found]:
    """A day in front of a sentence: "Published 4 March Two ferries", "Agency Monday 4 March Two"; a list has many."""
    found = [each for each in _loose().finditer(plain, start, end) if not _leads_on(each)]
    if len(found) == 1:
        yield from _read(found[0], dates.weekday(found[0]["weekday"] or ""))


def _leads_on(found: re.Match[str]) -> bool:
    """True for "On Monday 4 March Parliament", "Next Monday 4 March Parliament"."""
    return (found["before"] or "").lower() in function_words.words() | {*periods.table().words.ahead}


def _first(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[Found]:
    found = pattern.search(text, start, end)
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
    agency = r"\([^()]{2,40}\)"
    weekday = rf"(?i:{dates.weekday_pattern()})\b"
    capitals = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’./-]+"
    return re.compile(
        rf"""(?mx)
        ^[ \t]*
        (?P<city>{capitals}(?:[ ](?:/[ ])?[A-ZÀ-ÖØ-Þ][\w'’./-]+){{0,3}}  # SANDMOUTH
          (?:,[ ][A-ZÀ-ÖØ-Þ][\w'’./ -]{{1,30}})?  # North Coast
          ,?\s+(?:{agency},?\s+|[–—]\s)?)?
        (?P<bracket>\((?:{weekday},?\s)?)?{_month_and_day()}(?(bracket)\))
        (?(city)\s*(?:{agency}\s*)?|\s+{agency}\s*)(?:{_clock()}\s*)?
        (?:[-–—]|(?(city):\s|(?!))|(?(city)\.\s(?=[A-Z“"])|(?!)))
        """
    )


def _clock() -> str:
    """A clock time between a dateline and its dash: ", 21:30", "0640 GMT"."""
    zones = "|".join(dates.table().zones)
    return rf"(?:,\s*|\s)(?i:\d{{1,2}}[:.]?\d\d(?:\s?(?:{zones}|[ap]\.?m\.?|hrs))?)"


def _month_and_day() -> str:
    name = dates.month_pattern()
    behind = rf"(?P<day_before>\d{{1,2}})\s+(?P<month_behind>{name})\b\.?"
    return rf"(?i:(?P<month>{name})\b\.?\s+(?P<day>\d{{1,2}})|{behind})(?!\w)"


@cache
def _of_name() -> re.Pattern[str]:
    """A name in front of a day that runs on into a sentence: "The Harbour Watch, 4 March - A ferry".

    One word may be that of a list; it takes an hour or an agency behind the day.
    """
    word = r"[A-Z][\w'’&.-]*"
    more = r"(?:,\s[^,\n]{1,12}|\s\([^()]{2,40}\))"
    return re.compile(
        rf"""(?mx)
        ^[ \t]*(?P<many>(?:{word}[ ]){{1,4}})?{word},\s
        {_month_and_day()}
        (?(many){more}?|{more})\s[-–—]\s(?=[A-Z"“'‘])
        """
    )


@cache
def _loose() -> re.Pattern[str]:
    """A day without a mark behind it, at the beginning of a line or behind the name of an agency and a weekday."""
    labels = "|".join(sorted(dates.table().labels.published, key=len, reverse=True)).replace(" ", r"\ ")
    weekday = rf"(?i:{dates.weekday_pattern()})\b"
    return re.compile(
        rf"""(?mx)
        (?: ^[ \t]*(?:(?i:{labels}):?\s)? | \b(?P<before>[A-Z]\w+)\s(?={weekday}) )
        (?:(?P<weekday>{weekday}),?\s)?
        {_month_and_day()}
        \s(?=[A-Z"“'‘])
        """
    )


@cache
def _standing() -> re.Pattern[str]:
    """The day that the figures are of, in lower case: "data as of 4 march", "(as of 4 march)"."""
    labels = "|".join(dates.table().labels.standing).replace(" ", r"\ ")
    return re.compile(
        rf"""(?mx)
        (?:^[ \t]*(?:\w+[ ]){{0,2}}|\()(?:{labels})\s+(?:the\s+)?
        {_month_and_day()}
        [ \t]*(?:\)|[|.,;]|$)(?![ ]?\d)
        """
    )


@cache
def _written() -> re.Pattern[str]:
    """A day and a month in lower case, or "02.05.", that neither a year nor the rest of a range follows."""
    name, ordinal = dates.month_pattern(), f"{nth_pattern()}?"
    return re.compile(
        rf"""(?x)
        (?<![\w.,/-])
        (?: (?P<month>{name})\b\.?\s+(?P<day>\d{{1,2}}){ordinal}
        | (?P<day_before>\d{{1,2}}){ordinal}\s+(?:of\s+)?(?P<month_behind>{name})\b(?:\.(?=[,;:]))?
        | (?P<numeric>(?P<day_number>\d{{1,2}})\.(?P<month_number>[01]?\d)\.(?=[\s,]|\Z))
        )
        (?![\w:/-]|\s*[–—]\s*\d{{1,2}}\b(?!:)|[.,]\d|,?\s*{dates.YEAR}\b)
        """
    )


@cache
def _weekday() -> re.Pattern[str]:
    return re.compile(rf"\b{dates.weekday_pattern()}\b")
