"""A number line: where a value stands on it, and which values are written below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil, floor, isfinite, log10

import msgspec

DECADES = 1.5  # powers of ten that values span before the line becomes logarithmic
MARGIN = 0.06  # of the length, left free at both ends
SAME = 1e-9  # of a value: figures nearer to each other stand on one spot
TICKS = 5
STEPS = (1, 2, 2.5, 5, 10)
LARGEST, SMALLEST = 1e30, 1e-30


class Scale(msgspec.Struct, frozen=True):
    """From `low` to `high`, by equal steps or, where `log` is set, by equal factors."""

    low: float
    high: float
    log: bool = False
    whole: bool = False  # all that stands on it is a whole number

    def at(self, value: float) -> float:
        """The place of a value, from 0 (left) to 1 (right); values outside stand at an end."""
        low, high, here = (_bent(each, self.log) for each in (self.low, self.high, max(value, self.low)))
        return min(1.0, max(0.0, (here - low) / (high - low)))

    def ticks(self, most: int = TICKS) -> list[float]:
        """Round values on the line, at most `most` of them, two at least."""
        found = list(_powers(self, most)) if self.log else []
        return found if len(found) > 1 else list(_even(self, most))


def scale(values: Iterable[float], from_zero: bool = False) -> Scale | None:
    """A line that holds all values with a margin; None where there is nothing to draw."""
    drawn = (value for value in values if isfinite(value) and abs(value) < LARGEST)
    found = [value if abs(value) > SMALLEST else 0.0 for value in drawn]
    if not found:
        return None
    low, high = min(found), max(found)
    whole = all(value == int(value) for value in found)
    if from_zero:
        return Scale(0.0, high * (1 + MARGIN), whole=whole) if high > 0 and low >= 0 else None
    if low > 0 and log10(high / low) >= DECADES:
        room = (high / low) ** MARGIN
        return Scale(low / room, high * room, log=True)
    apart = high - low > max(abs(low), abs(high)) * SAME
    room = (high - low) * MARGIN if apart else abs(high) / 8 or 0.25
    return Scale(max(low - room, 0.0) if low >= 0 else low - room, high + room, whole=whole)


def _bent(value: float, log: bool) -> float:
    return log10(value) if log else value


def _powers(line: Scale, most: int) -> Iterator[float]:
    """Powers of ten, every second or third of them where they are many; 2 and 5 between them where they are few."""
    first, last = ceil(log10(line.low)), floor(log10(line.high))
    if last - first + 1 <= 2:
        between = [10.0**power * step for power in range(first - 1, last + 1) for step in (1, 2, 5)]
        inside = [value for value in between if line.low <= value <= line.high]
        yield from inside[:: max(1, ceil(len(inside) / most))]
        return
    every = ceil((last - first + 1) / most)
    yield from (10.0**power for power in range(first, last + 1, every))


def _even(line: Scale, most: int) -> Iterator[float]:
    """Multiples of a round step."""
    rough = (line.high - line.low) / most
    power = 10.0 ** floor(log10(rough))
    steps = (power * each for each in STEPS if power * each >= rough * 0.999)
    step = next((each for each in steps if not line.whole or each == int(each)), 1.0)
    for number in range(ceil(line.low / step - 1e-9), floor(line.high / step + 1e-9) + 1):
        yield float(f"{number * step:.12g}")


def short(value: float) -> str:
    """A number for a tick: 12,400; 1.5 million."""
    for size, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{_plain(value / size)} {name}"
    return _plain(value)


def _plain(value: float) -> str:
    text = f"{value:,.6g}" if abs(value) < 1 else f"{value:,.2f}"
    return text.rstrip("0").rstrip(".") if "." in text and "e" not in text else text
