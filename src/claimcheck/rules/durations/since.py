"""A length up to the day of the text: "since 18 October, for a total of 44 days"; "30 years ago, in 1986"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

from claimcheck.lexicon import dates
from claimcheck.model import Claim, Document
from claimcheck.rules import amounts, wording
from claimcheck.rules.durations import days
from claimcheck.rules.durations.days import When
from claimcheck.rules.durations.found import Found
from claimcheck.rules.lines import Line

HEAD = 300  # characters in which a page gives its date
LATE = 3  # days from a statement to the text that reports it


def find(line: Line) -> Iterator[Found]:
    """Lengths that the day of their document contradicts: worth knowing, as either may be wrong."""
    if not any(mark.letter == "d" for mark in line.marks):
        return
    for pattern in _since():
        for match in pattern.finditer(line.words):
            first = days.parse(match["first"])
            if first is not None:
                yield from _counted(line, line.marks[int(match["length"])].claim, first)
    for pattern in _ago():
        for match in pattern.finditer(line.words):
            yield from _years_ago(line, line.marks[int(match["length"])].claim, int(match["year"]))


def _counted(line: Line, claim: Claim, first: When) -> Iterator[Found]:
    value = claim.mention.value
    if claim.mention.unit != "day" or value is None or first.day is None or first.month is None:
        return
    fault = _page(line.document, first, claim, int(value))
    if fault:
        yield _found(line, claim, fault)


def _page(document: Document, first: When, claim: Claim, number: int) -> str | None:
    """What is wrong with the day of the text; None where nothing is, or no day is known."""
    today, month = document.date, None if document.date else _month_of_page(document)
    year = first.year or (today.year if today else month[0] if month else None)
    start = first.on(year) if year else None
    if start is None or year is None:
        return None
    if first.year is None and (today or date(year, month[1] if month else 1, 28)) < start:
        start = first.on(year - 1)
    end = start + timedelta(days=number) if start else None
    if end is None or _fits(claim, end, today, month):
        return None
    dated = f"{today:%d %B %Y}" if today else f"{date(month[0], month[1], 1):%B %Y}" if month else ""
    return (
        f"{wording.figure(claim)} from {_day(first)} end on {end:%d %B}, but the text is of {dated}".replace(
            " 0", " "
        )
    )


def _fits(claim: Claim, end: date, today: date | None, month: tuple[int, int] | None) -> bool:
    room = timedelta(days=int(amounts.rounding(claim.mention)) + 1)
    if today is not None:
        return end - room <= today <= end + room + timedelta(days=LATE)
    return month is None or (end - room).month == month[1] or (end + room).month == month[1]


def _month_of_page(document: Document) -> tuple[int, int] | None:
    """Year and month that the head of a page names, though its day cannot be read."""
    found = _month_year().search(document.text.lower(), 0, HEAD)
    month = dates.month(found["month"]) if found else None
    return (int(found["year"]), month) if found and month else None


def _years_ago(line: Line, claim: Claim, year: int) -> Iterator[Found]:
    today = line.document.date
    if today is None or claim.mention.unit != "year":
        return
    amount, apart = amounts.of(claim), Decimal(today.year - year)
    if amount.low - 1 <= apart <= amount.high + 1:
        return
    yield _found(line, claim, f"{wording.figure(claim)} ago is not {year} for a text of {today.year}")


def _found(line: Line, claim: Claim, fault: str) -> Found:
    return Found(
        (claim,),
        f"A length does not fit the day of the text: {fault}",
        line.words,
        "note",
        0.6,
        ("the day of the text",),
    )


def _day(first: When) -> str:
    return f"{date(2000, first.month or 1, first.day or 1):%d %B}".lstrip("0")


# --- patterns --------------------------------------------------------------------------------------------


@cache
def _since() -> tuple[re.Pattern[str], ...]:
    first, length = rf"(?P<first>{days.when()})", r"⟨d(?P<length>\d+)⟩"
    return (
        re.compile(
            rf"\bsince\s{first}(?:,\s|\s–\s|\s\()(?:that is,?\s|or\s|now\s)?(?:for\s)?(?:a\stotal\sof\s)?{length}"
        ),
        re.compile(rf"\b(?:in|over|during|for)\s(?:the\s)?{length},?\ssince\s{first}"),
    )


@cache
def _ago() -> tuple[re.Pattern[str], ...]:
    year, length = rf"(?P<year>{dates.BARE_YEAR})\b", r"⟨d(?P<length>\d+)⟩"
    return (
        re.compile(rf"{length}\sago,?\s(?:back\s)?in\s{year}"),
        re.compile(rf"\bin\s{year},\s{length}\sago\b"),
    )


@cache
def _month_year() -> re.Pattern[str]:
    return re.compile(rf"(?P<month>{dates.month_pattern()})\.?\s(?P<year>{dates.BARE_YEAR})\b")
