"""The one value type: what a text commits to, as a set of numbers without gaps."""

from __future__ import annotations

from decimal import Decimal

import msgspec


class Interval(msgspec.Struct, frozen=True, order=False):
    """Numbers from `low` to `high`; None is open without end, the flags say whether an end belongs to it."""

    low: Decimal | None
    high: Decimal | None
    low_closed: bool = True
    high_closed: bool = True

    @classmethod
    def point(cls, value: Decimal) -> Interval:
        """The interval that holds `value` alone."""
        return cls(value, value)

    def meets(self, other: Interval) -> bool:
        """True where the two share at least one number."""
        return not (self.lies_below(other) or other.lies_below(self))

    def lies_below(self, other: Interval) -> bool:
        """True where every number of this interval is smaller than every number of `other`."""
        if self.high is None or other.low is None:
            return False
        if self.high == other.low:
            return not (self.high_closed and other.low_closed)
        return self.high < other.low

    def widen(self, by: Decimal) -> Interval:
        """Both ends moved outwards by `by` (>= 0), closed."""
        low = None if self.low is None else self.low - by
        high = None if self.high is None else self.high + by
        return Interval(low, high)

    def scale(self, factor: Decimal) -> Interval:
        """Every number times `factor` (> 0)."""
        low = None if self.low is None else self.low * factor
        high = None if self.high is None else self.high * factor
        return Interval(low, high, self.low_closed, self.high_closed)

    def __add__(self, other: Interval) -> Interval:
        """All sums of a number here and a number there."""
        low = None if self.low is None or other.low is None else self.low + other.low
        high = None if self.high is None or other.high is None else self.high + other.high
        return Interval(
            low, high, self.low_closed and other.low_closed, self.high_closed and other.high_closed
        )
