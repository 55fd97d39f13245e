"""Hours of the day as people say them: "half past ten", "twenty to eleven", "five o'clock", "nine in the morning"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from claimcheck.lexicon import dates, numbers
from claimcheck.lexicon.patterns import alternatives
from claimcheck.normalise.dates.when import HALF_A_DAY, HOUR, NOON, SIXTY, When

BESIDE = 40  # characters on each side of a word of the clock that may hold a time
# Hours of a night: before midnight from six on, behind it up to four; "five at night" may be either.
EVENING, DAWN = 6, 4
# Minutes that "half past nine" and "nine minutes past nine" may be off.
ROUND, EXACT = 10, 3
QUARTER, FIVE = 15, 5  # minutes


def find(text: str, first: int, last: int) -> Iterator[When]:
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
        return bool(match["clock"]) or _is_told(match)
    return bool(match["past"] or match["quarter"] or match["unit"] or match["firm"])


def _is_told(match: re.Match[str]) -> bool:
    """True for an hour of a part of the day: "at nine on Friday evening", but not "about 12 on Friday night"."""
    return bool(match["part"]) and (bool(match["firm"]) or (bool(match["lead"]) and match["of_day"] != "on"))


def _read(match: re.Match[str]) -> When | None:
    hour, part = _number(match["hour"]), (match["part"] or "").lower()
    if not 1 <= hour <= NOON:
        return None
    behind = _number(match["digits"] or match["minutes"] or "0")
    off = _number(match["off"] or "0")
    since = (SIXTY * (hour % NOON) + behind + (off if match["past"] else -off)) % HALF_A_DAY
    late = _is_late(since // SIXTY, part, is_twelve=hour == NOON and since < SIXTY)
    rounded = ROUND if since % QUARTER == 0 else EXACT
    return When(
        match.start("time"),
        match.end(),
        minute=since + (HALF_A_DAY if late else 0),
        room=rounded if off or behind else HOUR,
        either=late is None,
    )


def _is_late(hour: int, part: str, *, is_twelve: bool) -> bool | None:
    """True for the second half of the day, None where the part of the day does not tell: "twelve in the morning"."""
    clock = dates.table().clock
    if part in clock.night:
        return None if DAWN <= hour < EVENING else hour >= EVENING
    if not part or (is_twelve and part not in clock.noon):
        return None
    return part in clock.late


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
    minutes = _any(*_numbers()).replace(r"\-", r"[-\s]")
    return re.compile(
        rf"""(?xi)
        (?:\b(?P<lead>(?P<firm>(?:at\s{_any(*clock.led)})|{_any(*clock.firm)})|{_any(*clock.led)})\s)?
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
        (?=(?:\s(?P<of_day>{_any(*clock.of_day)})(?:\s(?:early|late))?(?:\s[A-Z][a-z]+)?\s(?P<part>{_any(*dates.table().parts_of_day)})\b)?)
        """
    )


def _any(*phrases: str) -> str:
    """Any of some phrases, as a group of a pattern in which blanks mean nothing."""
    return alternatives(phrases).replace(r"\ ", r"\s")
