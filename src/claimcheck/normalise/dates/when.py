"""A time as a text writes it, and the lengths that clock times are reckoned with."""

from __future__ import annotations

import msgspec

NOON = 12  # hours
SIXTY = 60
HALF_A_DAY = NOON * SIXTY  # minutes
HOUR = 30  # minutes that "at nine" and "at 9 p.m." may be off


class When(msgspec.Struct, frozen=True):
    """A time as written, `text[start:end]`: the parts that it leaves out are None; `minute` counts from midnight."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    minute: int | None = None
    room: int = 0  # minutes that the clock time may be off, as it is rounded
    zone: str | None = None
    either: bool = False  # the half of the day is not said

    @property
    def parts(self) -> tuple[int | str | None, ...]:
        """All that is written, wherever it stands."""
        return self.year, self.month, self.day, self.weekday, self.minute, self.zone

    @property
    def dated(self) -> bool:
        """True where it says more than the time of the day."""
        return self.year is not None or self.month is not None or self.weekday is not None

    @property
    def to_the_minute(self) -> bool:
        """True for a clock time that nobody rounds to."""
        return self.room == 1
