"""Weekdays beside their dates, and anniversaries beside their years: read from the text, as they hold no figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

import msgspec

from claimcheck.interval import Interval
from claimcheck.lexicon import dates, durations, numbers
from claimcheck.lexicon.patterns import alternatives
from claimcheck.model import Block, Claim, Context, Document, Mention
from claimcheck.rules.durations import days, slip
from claimcheck.rules.durations.found import Found

AROUND = 150  # characters shown on both sides
CLEAR = timedelta(
    days=60
)  # from the day of a text: further off, the next such day may be meant as well as the last


def find(document: Document) -> Iterator[Found]:
    """Weekdays and anniversaries of a document that the calendar contradicts."""
    yield from _weekdays(document)
    if any(word in document.plain for word in durations.table().anniversary):
        yield from _jubilees(document, document.date)
        if document.date is not None:
            yield from _anniversaries(document, document.date)


def _weekdays(document: Document) -> Iterator[Found]:
    for match in _weekday_and_date().finditer(document.plain):
        said = dates.weekday(match["weekday"])
        when = days.parse(match["date"].lower())
        meant = _days(when, document.date) if when else []
        # in logs a clock time stands before the year: "Sun Jan 4 10:22 2015"
        short = match["weekday"] not in _weekday_names()
        if said is None or when is None or not meant or (short and not when.year):
            continue
        is_paper = document.plain.endswith(dates.table().papers, 0, match.end("weekday"))
        if is_paper or any(day.weekday() == said for day in meant):
            continue
        day = meant[0]
        named = f"{_weekday_names()[day.weekday()]} is the weekday of {day:%d %B %Y}".replace("of 0", "of ")
        found = _found(document, match, f"A weekday does not fit its date: {named}", when.year is not None)
        yield msgspec.structs.replace(found, diagnosis=slip.of_weekday(day, said) if when.year else None)


def _days(when: days.When, today: date | None) -> list[date]:
    """The days that can be meant; without a year the one nearest to the day of the text, far from it both."""
    if when.year is not None:
        day = when.on(when.year)
        return [day] if day else []
    if today is None:
        return []
    near = [day for year in (today.year - 1, today.year, today.year + 1) if (day := when.on(year))]
    near.sort(key=lambda day: abs(day - today))
    return near[:1] if not near or abs(near[0] - today) < CLEAR else near[:2]


def _anniversaries(document: Document, today: date) -> Iterator[Found]:
    for match in _anniversary().finditer(document.plain):
        word = match["nth"].lower()
        number = int(match["digits"]) if match["digits"] else numbers_of().get(word)
        if number is None or abs(today.year - int(match["year"]) - number) <= 1:
            continue
        apart = today.year - int(match["year"])
        yield _found(
            document,
            match,
            f"An anniversary does not fit its year: {apart} years lie before {today.year}",
            False,
        )


def _jubilees(document: Document, today: date | None) -> Iterator[Found]:
    """ "founded in 1950, it marked its 50th anniversary in 2000", or "this year"."""
    for match in _jubilee().finditer(document.plain):
        number = int(match["digits"]) if match["digits"] else numbers_of().get(match["nth"].lower())
        held = int(match["held"]) if match["held"] else today.year if today else 0
        apart = held - int(match["year"])
        room = 0 if match["held"] else 1  # the day of the text may be that of a later copy
        if number is not None and apart > 0 and abs(number - apart) > room:
            yield _found(
                document, match, f"An anniversary does not fit its years: they lie {apart} years apart", False
            )


def _found(document: Document, match: re.Match[str], fault: str, sure: bool) -> Found:
    claim = _claim(document, match.start(), match.end())
    text = " ".join(match.group().split())
    start, end = claim.mention.context.sentence
    return Found(
        (claim,),
        f"{fault}, not “{text}”",
        document.plain[start:end].lower(),
        "error" if sure else "warning",
        0.9 if sure else 0.65,
        ("the calendar",) if sure else ("the calendar, counted from the day of the text",),
    )


def _claim(document: Document, start: int, end: int) -> Claim:
    """A date as a claim, so that a finding can point at it."""
    block = document.block_at(start) or Block(start, end)
    span = (max(block.start, start - AROUND), max(end, min(block.end, end + AROUND)))
    context = Context(sentence=span, block=block)
    mention = Mention.passage(document, (start, end), "date", context)
    anywhere = Interval(None, None)
    return Claim(f"{document.source}:{start}", mention, anywhere, anywhere, None, None, None)


# --- patterns --------------------------------------------------------------------------------------------


@cache
def numbers_of() -> dict[str, int]:
    """Spelled ordinals: tenth, fiftieth."""
    table = numbers.numbers()
    return {
        **table.ordinals,
        **{word: value for word, value in table.denominators.items() if not word.endswith("s")},
    }


@cache
def _weekday_names() -> tuple[str, ...]:
    """The full names, Monday first."""
    return tuple(map(str.title, dates.table().weekdays))


@cache
def _weekday_and_date() -> re.Pattern[str]:
    names, months = (alternatives(map(str.title, each)) for each in (dates.weekdays(), dates.months()))
    date = days.with_month(rf"{months}\b\.?")
    return re.compile(
        rf"""(?x)
        \b(?P<weekday>{names})\.?(?:,\s*|\s+|,?\s+the\s+|\s*\(\s*)
        (?P<date>{date})(?![\d:])
        """
    )


@cache
def _jubilee() -> re.Pattern[str]:
    began = alternatives(durations.table().began).replace("\\ ", r"\s+")
    return re.compile(
        rf"""(?xi)
        \b{began}\s+in\s+(?P<year>{dates.BARE_YEAR})\b [^.;]{{1,80}}?
        {_nth()}\s+{_anniversary_word()}\s+(?:in\s+(?P<held>{dates.BARE_YEAR})|this\s+year)\b
        """
    )


@cache
def _anniversary() -> re.Pattern[str]:
    return re.compile(
        rf"""(?xi)
        {_nth()}\s+{_anniversary_word()}
        \s+of\s+(?:[a-z'’-]+\s+){{0,4}}?(?P<year>{dates.BARE_YEAR})\b
        """
    )


@cache
def _nth() -> str:
    """An ordinal: "25th", "fiftieth", "twenty-first"."""
    endings = numbers.nth_pattern()
    return rf"\b(?P<nth>(?P<digits>\d{{1,3}}){endings}|[a-z]+(?:th|first|second|third))"


@cache
def _anniversary_word() -> str:
    return alternatives(durations.table().anniversary)
