"""Time expressions of a sentence, as written and with their days."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date
from functools import cache

import msgspec

from claimcheck.extract.context.days import resolve
from claimcheck.extract.context.marks import TIME, any_of
from claimcheck.extract.context.timeforms import pattern
from claimcheck.extract.context.tokens import DIGITS, MENTION, Tokens
from claimcheck.extract.trie import phrases
from claimcheck.lexicon import dates, masks, periods
from claimcheck.model import Period


class Found(msgspec.Struct, frozen=True, gc=False):
    """A time expression with its offsets in the document; `opens` where it begins its sentence or a part of it."""

    start: int
    end: int
    period: Period
    opens: bool


def find(plain: str, tokens: Tokens, today: date | None) -> list[Found]:
    """The time expressions of a sentence, looked for around the words that can be part of one."""
    hits = [hit.start() for hit in any_of(TIME).finditer(tokens.marks)]
    if not hits:
        return []
    start, end = tokens.starts[0], tokens.ends[-1]
    low = plain[start:end].lower()
    if len(low) != end - start:
        return []
    found: list[Found] = []
    for index in hits:
        if found and tokens.starts[index] < found[-1].end:
            continue
        match = _around(low, tokens, index, found[-1].end if found else start)
        if (
            match is not None
            and _named_in_capitals(match, plain, start)
            and not _surname(match, tokens, index)
            and not _numbers(match, tokens, index)
        ):
            _add(found, _found(plain, start, _taken_up(low, match) or match, tokens, today), plain, today)
    return found


def _add(found: list[Found], time: Found, plain: str, today: date | None) -> None:
    """Put a time expression behind the others, joined with the last to a span: "from 3 May to 9 June"."""
    span = None
    if found and _go_on(found[-1], time, plain):
        span = _span(found[-1], time, plain)
    elif found and _dates_it(found[-1], time, plain):
        text = " ".join(plain[found[-1].start : time.end].split())
        span = Found(found[-1].start, time.end, Period(text, time.period.start, today), found[-1].opens)
    if span is None:
        found.append(time)
    else:
        found[-1] = span


def _go_on(first: Found, last: Found, plain: str) -> bool:
    """True behind "from" or "between" where "to", "and" or a dash joins two times, or "until" begins the last one."""
    words, gap = periods.table().words, plain[first.end : last.start].strip()
    opens, leads = (time.period.text.partition(" ")[0].lower() for time in (first, last))
    if not gap:
        return leads in words.until
    return opens in words.spanning and gap in words.joints and leads not in words.leads


def _dates_it(event: Found, time: Found, plain: str) -> bool:
    """True for the day on which what a time is counted from began: "since the war broke out in March 2011"."""
    if event.period.start is not None or time.period.start is None:
        return False
    leads = event.period.text.partition(" ")[0].lower() in periods.table().words.open
    return leads and _begun().match(plain, event.end, time.start) is not None


@cache
def _begun() -> re.Pattern[str]:
    """A verb of beginning and at most what it began with, up to a time."""
    began = phrases(periods.table().words.begun)
    return re.compile(rf"(?i)\s+{began}(?:\s+with\b(?:(?!\s(?:and|but)\s)[^\d,;:.()])*)?\s*\Z")


def _span(first: Found, last: Found, plain: str) -> Found | None:
    """Both as one; a first day without a year is of that of the last one."""
    start, end = first.period.start, last.period.end
    if start is None or end is None:
        return None
    if _dated(last) and not _dated(first):
        start = dates.day_of(end.year, start.month, start.day) or start
    text = " ".join(plain[first.start : last.end].split())
    return Found(first.start, last.end, Period(text, start, end), first.opens) if start < end else None


def _dated(time: Found) -> bool:
    return _YEAR.search(time.period.text) is not None


def _taken_up(low: str, match: re.Match[str]) -> re.Match[str] | None:
    """The year of "since 2011, when", of which the clause behind it tells."""
    words = periods.table().words
    lead, _, _ = match.group().partition(" ")
    if lead not in words.open or low[match.end() :].lstrip(", ").partition(" ")[0] not in words.takes_up:
        return None
    bare = pattern().match(low, match.start() + len(lead) + 1)
    return bare if bare is not None and bare.end() == match.end() else None


def _around(low: str, tokens: Tokens, index: int, after: int) -> re.Match[str] | None:
    """The longest expression that begins at most BEFORE words left of a trigger and covers it."""
    start, openers, words, letters = tokens.starts[0], _openers(), tokens.words, tokens.letters
    end = tokens.ends[index] - start
    for first in range(max(0, index - BEFORE), index + 1):
        if letters[first] not in _NUMBERS and words[first] not in openers:
            continue
        if tokens.starts[first] < after:
            continue
        match = pattern().match(low, tokens.starts[first] - start)
        if match is not None and match.end() >= end and match.end() > match.start():
            return match
    return None


_NUMBERS = DIGITS + MENTION


def _found(plain: str, start: int, match: re.Match[str], tokens: Tokens, today: date | None) -> Found:
    first, last = start + match.start(), start + match.end()
    text = " ".join(plain[first:last].split())
    at = bisect_left(tokens.starts, first)
    opens = not any(word[:1].isalnum() for word in tokens.words[:at]) or tokens.words[at - 1] == ";"
    return Found(first, last, Period(text, *resolve(match, today)), opens)


def _named_in_capitals(match: re.Match[str], plain: str, start: int) -> bool:
    """False where a word like "may" or "march" is no month because it is written small."""
    for group in ("month", "month2", "named"):
        at = match.start(group)
        if at >= 0 and plain[start + at].islower():
            return False
    return True


def _surname(match: re.Match[str], tokens: Tokens, index: int) -> bool:
    """True for a month by itself behind a title or a name: "Ms April", "Ada June"."""
    named = index > 0 and tokens.capitals[index - 1] and tokens.letters[index - 1] == "N"
    return named and match.group() == match["named"] and tokens.words[index - 1] not in _openers()


def _numbers(match: re.Match[str], tokens: Tokens, index: int) -> bool:
    """True for "flight 1951" and "room 2014", which are numbered."""
    numbered = index > 0 and tokens.words[index - 1] in masks.before(always=True)
    return numbered and match.group() == match["year"]


def opening(plain: str, span: tuple[int, int], today: date | None) -> Period | None:
    """The time expression that a sentence begins with."""
    start = span[0]
    while start < span[1] and not plain[start].isalnum():
        start += 1
    low = plain[start : min(span[1], start + LONGEST)].lower()
    first = low.split(None, 1)[0].rstrip(",") if low.strip() else ""
    if first not in _openers() and not first[:1].isdigit():
        return None
    match = pattern().match(low)
    if match is None or not _named_in_capitals(match, plain, start):
        return None
    return Period(" ".join(plain[start : start + match.end()].split()), *resolve(match, today))


_YEAR = re.compile(rf"\b{dates.MODERN_YEAR}\b")
BEFORE = 6  # words of a time expression before the one that gives it away
LONGEST = 80  # characters that a time expression may have


@cache
def _openers() -> frozenset[str]:
    words = periods.table().words
    leads = {part.split()[0] for part in (*words.leads, *words.relative, *words.back, *words.amounts)}
    named = {
        *dates.weekdays(),
        *dates.months(),
        *words.ordinals,
        *words.ahead,
        *words.numbered,
    }
    joined = {f"{nth}-{span}" for nth in words.ordinals for span in words.spans}
    return frozenset({*leads, *named, *joined, "the", "this", *words.pointing, *words.fiscal})
