"""When a text was told, as far as it says so itself."""

from __future__ import annotations

import msgspec


class Day(msgspec.Struct, frozen=True):
    """A day as a text gives it without the year."""

    month: int
    day: int
    weekday: int | None = None  # 0 for Monday


class Hour(msgspec.Struct, frozen=True):
    """The clock time of a text, in minutes from the midnight of its day: of universal time, or of an unknown zone."""

    minute: int
    universal: bool = False
