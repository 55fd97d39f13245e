"""The weekdays that a text and its claims go by where nobody knows their days: days of an unknown week."""

from __future__ import annotations

import re
from collections.abc import Container
from datetime import date
from functools import cache

import msgspec

from claimcheck.lexicon import dates, lemmas, periods, speakers
from claimcheck.lexicon.patterns import alternatives
from claimcheck.model import Period
from claimcheck.normalise.text.words import stem

Weekdays = frozenset[int]  # 0 is Monday

SHORTEST = 80  # characters of a paragraph; what is shorter at the head is a title or a date line
OPENING = 600  # characters of a paragraph that open a text


class Week(msgspec.Struct, frozen=True):
    """What a text says of weekdays."""

    opening: Weekdays = frozenset()  # of what its first paragraph tells, and of its dateline
    named: Weekdays = frozenset()  # anywhere
    own: int | None = None  # of the text itself: "SANDMOUTH, Monday -", "police said on Monday"


def week(plain: str, stems: Container[str], day: date | None = None) -> Week:
    """What a text of a `day` says of weekdays, among the stems of whose words are `stems`."""
    named = frozenset(number for name, number in _stems().items() if name in stems)
    told = None if day is None else day.weekday()
    found = _paragraph().search(plain) if named else None
    if found is None:
        return Week(named=named, own=told)
    opening, head = _named(found["text"]), _named(plain[: found.start("text")])
    own = _named(found["dateline"] or "") or _of_speech(found["text"])
    said = min(own) if len(own) == 1 else None
    return Week(opening | head if opening else opening, named, said if told is None else told)


def of(period: Period | None) -> Weekdays:
    """The weekdays by which a claim names its time where its days are unknown; none of "since Monday"."""
    if period is None or period.start is not None or not _on().match(period.text):
        return frozenset()
    return _named(period.text)


def apart(one: Week, other: Week) -> bool:
    """True for two texts that open with other weekdays: what they tell of happened on two days."""
    return bool(one.opening and other.opening) and not one.opening & other.opening


def in_sight(one: Week, other: Week) -> bool:
    """True where a text names a weekday with which the other opens."""
    return bool(one.opening & other.named or other.opening & one.named)


def follows(later: Week, earlier: Week) -> bool:
    """True for a text of another weekday that names the day of the earlier one, which does not name its own."""
    if later.own is None or earlier.own is None or later.own == earlier.own:
        return False
    return earlier.own in later.named and later.own not in earlier.named


def _named(text: str) -> Weekdays:
    return frozenset(dates.weekdays()[found.lower()] for found in _weekday().findall(text))


def _of_speech(text: str) -> Weekdays:
    """The weekdays behind a verb of speech: "said on Monday", "told reporters late on Monday"."""
    told = (match for match in _told().finditer(text) if _tells(match["before"]))
    return frozenset(dates.weekdays()[match["weekday"].lower()] for match in told)


def _tells(words: str) -> bool:
    return any(lemmas.verb(word.lower()) in speakers.words("verbs") for word in words.split())


@cache
def _stems() -> dict[str, int]:
    return {stem(name): number for number, name in enumerate(dates.table().weekdays)}


@cache
def _weekday() -> re.Pattern[str]:
    return re.compile(rf"\b{_names()}\b")


@cache
def _told() -> re.Pattern[str]:
    return re.compile(rf"(?P<before>\b(?:\w+\s){{1,3}})(?:{_upon()}\s)+(?P<weekday>{_names()})\b")


@cache
def _on() -> re.Pattern[str]:
    """A time that is no span: "Monday", "on Monday", "in Monday's", "early on Monday"."""
    return re.compile(rf"(?:{_upon()}\s+)*[A-Z]")


@cache
def _paragraph() -> re.Pattern[str]:
    """The first line of some length, and the dateline in front of it: "SANDMOUTH, Monday - "."""
    return re.compile(
        rf"""(?mx)
        ^[ \t]*(?=\S[^\n]{{{SHORTEST},}})
        (?P<dateline>[^\Wa-z\d]{{2}}[^\n.]{{0,60}}?\s[-–—]\s)?
        (?P<text>[^\n]{{1,{OPENING}}})
        """
    )


def _names() -> str:
    return alternatives(name.capitalize() for name in dates.table().weekdays)


def _upon() -> str:
    return alternatives(periods.table().words.upon)
