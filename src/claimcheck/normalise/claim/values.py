"""From a number as written to what it commits to, and to how far a generous reader would stretch it."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.interval import Interval
from claimcheck.model import Mention

TENTH = Decimal("0.1")
SLACK = Decimal("0.6")  # "up to 100" is not said of fewer than 60
ROUND = Decimal("0.05")  # 400 may be 385, hardly 360: zeros at the end are not always rounding
COARSE = Decimal("0.10")  # 2 km may be 1.9, hardly 1.6


def committed(mention: Mention) -> Interval:
    """What the words commit to, in the unit as written."""
    if mention.value is None:
        return _ends(mention)
    return _COMMITTED.get(mention.hedge, _exact)(mention.value, mention.step)


def stretched(mention: Mention) -> Interval:
    """The same read generously: rounded figures as ranges, bounds up to the next step of a writer."""
    if mention.value is None:
        return _ends(mention)
    if mention.precise:
        return Interval.point(mention.value)
    stretch = _STRETCHED.get(mention.hedge)
    return rounded(mention) if stretch is None else stretch(mention.value, mention.step)


def rounded(mention: Mention) -> Interval:
    """The number without its hedge, as a rounding range."""
    if mention.value is None:
        return _ends(mention)
    round_ = _rounded_count if mention.kind == "count" else _rounded
    return round_(mention.value, mention.step)


def _ends(mention: Mention) -> Interval:
    if mention.kind in ("share", "ratio") and mention.low is not None:
        return Interval(mention.low, mention.high, low_closed=mention.low != Decimal("0.5"))
    return Interval(mention.low, mention.high)


def _exact(value: Decimal, step: Decimal) -> Interval:
    return Interval.point(value)


def _rounded(value: Decimal, step: Decimal) -> Interval:
    """Half a step to each side of a measure: 34,000 is 33,500 to 34,500, 6.1 is 6.05 to 6.15."""
    half = min(step / 2, abs(value) * (ROUND if step > 1 else COARSE))
    return Interval(value - half, value + half, high_closed=False) if half else Interval.point(value)


def _rounded_count(value: Decimal, step: Decimal) -> Interval:
    """The same for counts, which have no fractions: 647 is 647."""
    return _rounded(value, step) if step > 1 else Interval.point(value)


def _about(value: Decimal, step: Decimal) -> Interval:
    return Interval.point(value).widen(max(abs(value) * TENTH, step / 2 if step <= 1 else Decimal(0)))


def _nearly(value: Decimal, step: Decimal) -> Interval:
    return Interval(value - abs(value) * TENTH, value)


def _step_up(value: Decimal, step: Decimal) -> Decimal:
    """How far above a bound the true figure plausibly lies: one step, at least a tenth."""
    return max(step, abs(value) * TENTH)


def _more_than(value: Decimal, step: Decimal) -> Interval:
    return Interval(value, None, low_closed=False)


def _more_than_plausible(value: Decimal, step: Decimal) -> Interval:
    return Interval(value, value + _step_up(value, step), low_closed=False)


def _at_least(value: Decimal, step: Decimal) -> Interval:
    return Interval(value, None)


def _at_least_plausible(value: Decimal, step: Decimal) -> Interval:
    return Interval(value, value + _step_up(value, step))


def _less_than(value: Decimal, step: Decimal) -> Interval:
    return Interval(None, value, high_closed=False)


def _at_most(value: Decimal, step: Decimal) -> Interval:
    return Interval(None, value)


def _less_than_plausible(value: Decimal, step: Decimal) -> Interval:
    return Interval(value * SLACK, value, high_closed=False)


def _at_most_plausible(value: Decimal, step: Decimal) -> Interval:
    return Interval(value * SLACK, value)


_COMMITTED = {
    "about": _about,
    "nearly": _nearly,
    "more_than": _more_than,
    "at_least": _at_least,
    "less_than": _less_than,
    "at_most": _at_most,
}
_STRETCHED = {
    "about": _about,
    "nearly": _nearly,
    "more_than": _more_than_plausible,
    "at_least": _at_least_plausible,
    "less_than": _less_than_plausible,
    "at_most": _at_most_plausible,
}
