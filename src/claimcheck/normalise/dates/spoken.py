"""Hours of the day as people say them: "half past ten", "twenty to eleven", "five o'clock", "nine in the morning"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from claimcheck.lexicon import dates, numbers
from claimcheck.lexicon.patterns import alternatives

BESIDE = 40  # characters on each side of a word of the clock that may hold a time
NOON, SIX = 12, 6  # hours: "six at night" is in the evening, "five at night" behind midnight
SIXTY = 60
DAY = 24 * SIXTY  # minutes
HOUR, ROUND, EXACT = (
    30,
    10,
    3,
)  # minutes that "at nine", "half past nine" and "nine minutes past nine" may be off
QUARTER, FIVE = 15, 5  # minutes


class Spoken(NamedTuple):
    """A time of the day, `text[start:end]`: `minute` counts from midnight, and may be `room` minutes off."""

    start: int
    end: int
    minute: int
    room: int
    either: bool  # nothing says which half of the day is meant


def find(text: str, first: int, last: int) -> Iterator[Spoken]:
    """The times of `text[first:last]` in order."""
    end = first
    for hit in _sign().finditer(text, first, last):
        around = max(end, hit.start() - BESIDE), min(last, hit.end() + BESIDE)
        for match in _form().finditer(text, *around):
            if match.start() <= hit.start() and hit.end() <= max(match.end(), match.end("part")):
                if _is_time(match) and (spoken := _read(match)) is not None:
                    end = spoken.end
                    yield spoken
                break


def _is_time(match: re.Match[str]) -> bool:
    """False for what is only like one: "five to ten people", "the two in the morning"."""
    if match["off"] is None:
        return bool(match["clock"] or (match["lead"] and match["part"]))
    return bool(match["past"] or match["quarter"] or match["unit"] or match["firm"])


def _read(match: re.Match[str]) -> Spoken | None:
    hour, part = _number(match["hour"]), (match["part"] or "").lower()
    if not 1 <= hour <= NOON:
        return None
    behind = _number(match["digits"] or match["minutes"] or "0")
    off = _number(match["off"] or "0")
    minute = SIXTY * _from_midnight(hour, part) + behind + (off if match["past"] else -off)
    rounded = ROUND if minute % QUARTER == 0 else EXACT
    return Spoken(
        match.start("time"), match.end(), minute % DAY, rounded if off or behind else HOUR, not part
    )


def _from_midnight(hour: int, part: str) -> int:
    """An hour of that part of the day."""
    clock = dates.table().clock
    late = part in clock.late or (part in clock.night and SIX <= hour < NOON)
    return hour % NOON + (NOON if late else 0)


def _number(written: str) -> int:
    """A number in digits or words, and the minutes of half an hour and of a quarter; 0 for anything else."""
    said = " ".join(written.lower().split())
    return int(said) if said.isdigit() else _numbers().get(said.replace(" ", "-")) or _quarters().get(said, 0)


# --- patterns --------------------------------------------------------------------------------------------


def _quarters() -> dict[str, int]:
    return dates.table().clock.quarters


@cache
def _numbers() -> dict[str, int]:
    """The numbers in words below sixty."""
    table = numbers.numbers()
    tens = {word: value for word, value in table.tens.items() if value < SIXTY}
    ones = {word: value for word, value in table.ones.items() if 0 < value < 10}
    joined = {f"{ten}-{one}": a + b for ten, a in tens.items() for one, b in ones.items()}
    return ones | table.teens | tens | joined


@cache
def _sign() -> re.Pattern[str]:
    """Words of which such a time holds one at least."""
    clock = dates.table().clock
    minutes = (word for word, value in _numbers().items() if value % FIVE == 0)
    to = rf"{_any(*clock.quarters, *clock.minutes, *minutes)}\s{_any(*clock.to)}"
    return re.compile(rf"\b(?:{_any(*clock.past, *clock.oclock, *dates.table().parts_of_day)}|{to})\b")


@cache
def _form() -> re.Pattern[str]:
    clock = dates.table().clock
    hours = _any(*(word for word, value in _numbers().items() if value <= NOON))
    minutes = _any(*_numbers()).replace("-", r"[-\s]")
    return re.compile(
        rf"""(?xi)
        (?:\b(?P<lead>(?P<firm>{_any(*clock.firm)})|{_any(*clock.led)})\s)?
        (?<![\w.,:$€£/–-])
        (?P<time>
          (?:
            (?P<off>(?P<quarter>{_any(*clock.quarters)})|{minutes}|[0-5]?\d)(?P<unit>\s{_any(*clock.minutes)})?
            \s(?:(?P<past>{_any(*clock.past)})|{_any(*clock.to)})\s                           # "ten past"
          )?
          (?P<hour>{hours}|[01]?\d)
          (?:[.:](?P<digits>[0-5]\d)|[-\s](?P<minutes>{minutes}))?                            # 3.20, nine-thirty
        )
        (?P<clock>\s?{_any(*clock.oclock)})?\b(?![.,:]\d|-)
        (?=(?:\s{_any(*clock.of_day)}(?:\s(?:early|late))?(?:\s[A-Z][a-z]+)?\s(?P<part>{_any(*dates.table().parts_of_day)})\b)?)
        """
    )


def _any(*phrases: str) -> str:
    """Any of some phrases, as a group of a pattern in which blanks mean nothing."""
    return alternatives(phrases).replace(r"\ ", r"\s")
