"""The day that a text gives for itself, and the lines that are no more than a date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import Literal, NamedTuple

import msgspec

from claimcheck.lexicon import dates
from claimcheck.lexicon.numbers import nth_pattern
from claimcheck.model import Span
from claimcheck.read import masthead
from claimcheck.read.blank import blank
from claimcheck.read.structure import lower

HEAD = 420  # characters: where a dateline stands that runs on into the text
TOP = 1200  # characters: where a line of its own may give the date
BOTTOM = 600  # characters at the end: "Publication date: ..." below a text
LONGEST_LINE = 120
PLACE = 3  # words of a place before a day
Rank = Literal["published", "bare", "loose", "updated"]
RANKS: tuple[Rank, ...] = ("published", "bare", "loose", "updated")


class Dateline(msgspec.Struct, frozen=True):
    """A date that dates the text, where it stands with label, weekday and clock, and how it says so."""

    span: Span
    date: date
    rank: Rank


class Spot(NamedTuple):
    """What stands around a day: its line, the words in it, and where the day begins and ends with weekday and clock."""

    low: int
    high: int
    before: str
    after: str
    start: int
    end: int


def find(plain: str, run_on: bool) -> list[Dateline]:
    """The datelines of a text, the best first; `run_on` allows one that runs on into a sentence without a dash."""
    text = lower(plain)
    start = len(text) - len(text.lstrip())
    top = list(_candidates(plain, text, start, start + TOP, run_on, start + HEAD))
    bottom = max(start + TOP, len(text) - BOTTOM)
    labelled = (line for line in _candidates(plain, text, bottom, len(text), False, 0) if line.rank != "bare")
    found = sorted([*top, *labelled], key=lambda line: RANKS.index(line.rank))
    return found[:1] + [line for line in found[1:] if line.rank != "loose"]


def date_lines(plain: str) -> Iterator[Span]:
    """Lines near the top and the end that hold dates, clock times and their labels alone."""
    start = len(plain) - len(plain.lstrip())
    for low, high in ((start, start + TOP), (max(start + TOP, len(plain) - BOTTOM), len(plain))):
        for line in _line().finditer(plain, low, high):
            if _digit().search(line["words"]) and is_date_line(line["words"]):
                yield line.span("words")


def is_date_line(line: str) -> bool:
    """True for "Updated: Tuesday, 4 March 2019, 10:20 GMT"; a number alone is none."""
    low = lower(line)
    return len(low) <= LONGEST_LINE and bool(_timed().search(low)) and not _rest(low)


# --- candidates ------------------------------------------------------------------------------------------


def spot(plain: str, text: str, start: int, end: int) -> Spot:
    """What stands around a day `text[start:end]` in its line; `text` is `plain` in lower case."""
    low, high = plain.rfind("\n", 0, start) + 1, plain.find("\n", end)
    high = len(plain) if high < 0 else high
    before = text[max(low, start - LONGEST_LINE) : start]
    after = text[end : min(high, end + LONGEST_LINE)]
    lead, trail = _lead().search(before), _trail().match(after)
    return Spot(
        low,
        high,
        before,
        after,
        start - (len(before) - lead.start() if lead else 0),
        end + (trail.end() if trail else 0),
    )


def apart(plain: str, at: Spot, title: bool) -> bool:
    """True for a day that stands apart from the words around it, and of itself, in a line at the head."""
    line = plain[at.low : at.high].rstrip()
    return (
        not _preposition().search(_part_of_day().sub("", at.before))
        and masthead.is_of_itself(at.before, at.after)
        and masthead.stands_apart(line, at.start - at.low, at.end - at.low, title)
        and not masthead.is_row(plain, at.low, at.high)
    )


def _candidates(plain: str, text: str, start: int, end: int, run_on: bool, head: int) -> Iterator[Dateline]:
    title, last = masthead.reach(plain, start)
    for found in _dates(text, start, end):
        at = spot(plain, text, found.start, found.end)
        rank = _rank(plain, found, at.before, at.after, run_on and found.start < head)
        if rank in (None, "loose") and found.end <= last and apart(plain, at, found.start < title):
            rank = "bare"
        if rank:
            yield Dateline((at.start, at.end), found.date, rank)


def _dates(text: str, start: int, end: int) -> Iterator[dates.DateSpan]:
    """Full dates, and those with the month first where the clock time says so: 3/4/19 5:40 pm."""
    yield from dates.find(text, start, min(end, len(text)))
    if "/" not in text[start:end]:
        return
    for found in _american().finditer(text, start, min(end, len(text))):
        year = int(found["year"])
        day = dates.day_of(year + 2000 if year < 100 else year, int(found["month"]), int(found["day"]))
        if day:
            yield dates.DateSpan(found.start("month"), found.end(), day)


def _rank(plain: str, found: dates.DateSpan, before: str, after: str, run_on: bool) -> Rank | None:
    label = _label().search(before)
    if label:
        return "published" if label["label"] in dates.table().labels.published else "updated"
    if _page_view().search(before) or not masthead.is_of_itself(before, after):
        return None
    names = plain[found.start - len(before) : found.start]
    words = other_words(names, before)
    if words and _preposition().search(before) and words[-1].lower() in dates.table().prepositions:
        return None
    if not all(word[0].isupper() for word in words):
        return None
    rest = _rest(after)
    if len(words) <= 4 and (not rest or _stops(words, before, after) or _dash().match(after)):
        return "bare"
    follow = plain[found.end :].lstrip()[:1]
    return "loose" if run_on and not _preposition().search(before) and _opens(follow) else None


def _stops(words: Sequence[str], before: str, after: str) -> bool:
    """True for "SANDMOUTH, 4 March 2019. Two ferries" and "Sandmouth, 4 March 2019. Two ferries"."""
    placed = bool(words) and (words[0].isupper() or (len(words) <= PLACE and before.endswith(", ")))
    return placed and after.startswith(". ")


def _opens(character: str) -> bool:
    return character.isupper() or character.isdigit() or character in "(\"'“‘|-–—"


def other_words(names: str, before: str) -> list[str]:
    """The words before a date that are no part of it, as written."""
    masked = _vocabulary().sub(lambda found: " " * len(found[0]), before)
    return [names[found.start() : found.end()] for found in re.finditer(r"[^\W\d_][\w'’.-]*", masked)]


def _rest(low: str) -> str:
    """What a line holds besides full dates and the words around them."""
    left = blank(low, ((found.start, found.end) for found in dates.find(low)))
    return _vocabulary().sub("", left).strip(" \t.,:;|/@()[]-–—·•")


@cache
def _alternatives() -> dict[str, str]:
    table = dates.table()
    half_day = r"[ap]\.?\s?m\b\.?"
    labels = sorted({*table.labels.published, *table.labels.updated}, key=lambda label: (-len(label), label))
    return {
        "hours": "|".join(word.replace(" ", r"\s+") for word in (*table.clock.local, *table.clock.hours)),
        "label": "|".join(label.replace(" ", r"\s+") for label in labels),
        "part": rf"(?:the\s+)?(?:{'|'.join(table.parts_of_day)})\s+of\s+(?:the\s+)?",
        "name": f"{dates.month_pattern()}|{dates.weekday_pattern()}",
        "zone": rf"(?:{'|'.join(table.zones)})(?:\s?[+-]\d{{1,4}}(?::?\d\d)?)?",
        "clock": rf"\d{{1,2}}(?:[:.]\s?\d\d){{1,2}}(?:\s?{half_day})?|\d{{1,2}}\s?{half_day}|\d{{4}}\s?hrs",
    }


@cache
def _vocabulary() -> re.Pattern[str]:
    """What stands around full dates; a number is part of it only beside a month, a zone or slashes."""
    parts, month, day = _alternatives(), dates.month_pattern(), dates.day_pattern()
    return re.compile(
        rf"""(?x)
        (?<![^\W\d_])
        (?:
          {parts["clock"]} | \d{{4}}\s?(?:{parts["zone"]})
        | \d{{1,2}}\s?/\s?\d{{1,2}}\s?/\s?(?:\d\d){{1,2}}
        | {day}\s+{month}\b | {month}\b\.?\s*(?:\d{{4}}|{day})(?!\d)
        | {parts["zone"]} | {parts["label"]} | {parts["name"]} | {parts["hours"]} | time | at | on | [ap]\.?\s?m
        )
        (?![^\W\d_])
        """
    )


@cache
def _timed() -> re.Pattern[str]:
    """What makes a line a date line: a month beside a number, a clock time, or a numeric date."""
    month = dates.month_pattern()
    return re.compile(
        rf"""(?x)
          \b{month}\b\.?\s*\d
        | \d{nth_pattern()}?\s*{month}\b
        | \b\d{{1,2}}(?::\s?\d\d|\s?[ap]\.?\s?m\b)
        | \b\d{{4}}[-/.]\d\d?[-/.]\d\d?\b
        | \b\d\d?\s?[-/.]\s?\d\d?\s?[-/.]\s?(?:\d\d){{1,2}}\b
        """
    )


@cache
def _label() -> re.Pattern[str]:
    parts = _alternatives()
    return re.compile(
        rf"""(?x)
        (?<!\w)(?P<label>{parts["label"]})\s*[:–-]?\s*(?:(?:at|on)\s+)?
        (?:(?:{parts["clock"]}|\d{{4}}),?\s*(?:{parts["zone"]})?,?\s*)?(?:{dates.weekday_pattern()}\b[.,]?\s*)?\Z
        """
    )


@cache
def _lead() -> re.Pattern[str]:
    """Label, clock time and weekday before a date."""
    parts = _alternatives()
    return re.compile(
        rf"""(?x)
        (?:(?<!\w)(?:{parts["label"]})\s*[:–-]?\s*)?(?:\b(?:at|on)\s+)?
        (?:(?<!\w)(?:{parts["clock"]}|\d{{4}}),?\s*(?:{parts["zone"]})?,?\s*)?
        (?:\b{parts["part"]})?
        (?:\b{dates.weekday_pattern()}\b[.,]?\s*)?\Z
        """
    )


@cache
def _trail() -> re.Pattern[str]:
    """Clock time and zone behind a date, and a second date in parentheses."""
    parts = _alternatives()
    return re.compile(
        rf"""(?x)
        (?:,?\s*(?:at\s+)?(?:{parts["clock"]})(?:\s*\(?(?:{parts["zone"]}|{parts["hours"]})\b\)?)?)?
        (?:\s*\((?:{parts["label"]})[^()]{{0,40}}\))?
        """
    )


@cache
def _page_view() -> re.Pattern[str]:
    # A clock with the reader's own offset is printed by the page, not by the text: "20:50 GMT +3 28 March".
    return re.compile(r"(?:gmt|utc)\s*[+-]\s*\d{0,2}(?::?\d\d)?\s*\Z")


@cache
def _dash() -> re.Pattern[str]:
    parts = _alternatives()
    clock = rf"(?:,?\s*(?:{parts['clock']})(?:\s(?:{parts['zone']}|{parts['hours']})\b)?)?"
    return re.compile(rf"\)?{clock}\s*[,:]?\s*(?:\([^()]{{2,40}}\)\s*|[a-z]{{2,6}}(?=:))?(?:[-–—:|]|/\s|\Z)")


@cache
def _preposition() -> re.Pattern[str]:
    words = "|".join(dates.table().prepositions)
    return re.compile(rf"\b(?:{words})\s+(?:{dates.weekday_pattern()}\b[.,]?\s*)?\Z")


@cache
def _part_of_day() -> re.Pattern[str]:
    return re.compile(rf"\b{_alternatives()['part']}")


@cache
def _american() -> re.Pattern[str]:
    return re.compile(
        r"""(?x)
        (?<![\w./-])(?:(?P<before>[ap]\.?\s?m\b\.?)[\s,]+(?:[a-z]{2,4}[\s,]+)?)?
        (?P<month>\d{1,2})\s?/\s?(?P<day>\d{1,2})\s?/\s?(?P<year>\d{4}|\d{2})(?!\d)
        (?(before)|(?=,?\s+(?:at\s+)?\d{1,2}:\d\d(?::\d\d)?\s?[ap]\.?\s?m))
        """
    )


@cache
def _digit() -> re.Pattern[str]:
    return re.compile(r"\d")


@cache
def _line() -> re.Pattern[str]:
    return re.compile(r"[ \t]*(?P<words>[^\r\n]+)")
