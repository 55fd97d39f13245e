"""Laws of Interval: what must hold whatever the numbers are."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from claimcheck.interval import Interval

numbers = st.integers(-10_000, 10_000).map(lambda n: Decimal(n) / 4)
positive = st.integers(1, 10_000).map(lambda n: Decimal(n) / 4)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Any interval that holds at least one number, open ends included."""
    low, high = draw(st.none() | numbers), draw(st.none() | numbers)
    if low is not None and high is not None and low > high:
        low, high = high, low
    if low is not None and low == high:
        return Interval.point(low)
    return Interval(low, high, draw(st.booleans()), draw(st.booleans()))


def holds(interval: Interval, value: Decimal) -> bool:
    """Whether a number lies inside, ends counted as their flags say."""
    above = interval.low is None or value > interval.low or (interval.low_closed and value == interval.low)
    below = (
        interval.high is None or value < interval.high or (interval.high_closed and value == interval.high)
    )
    return above and below


@given(numbers, numbers)
def test_a_point_holds_its_number_alone(number: Decimal, other: Decimal) -> None:
    point = Interval.point(number)
    assert holds(point, other) == (number == other)


@given(intervals(), numbers)
def test_to_hold_a_number_is_to_meet_its_point(interval: Interval, number: Decimal) -> None:
    assert holds(interval, number) == interval.meets(Interval.point(number))


@given(intervals(), intervals())
def test_meeting_is_mutual(one: Interval, other: Interval) -> None:
    assert one.meets(one)
    assert one.meets(other) == other.meets(one)


@given(intervals(), intervals())
def test_two_intervals_meet_or_one_lies_below(one: Interval, other: Interval) -> None:
    assert [one.meets(other), one.lies_below(other), other.lies_below(one)].count(True) == 1


@given(intervals(), intervals(), numbers)
def test_a_number_in_both_makes_them_meet(one: Interval, other: Interval, number: Decimal) -> None:
    assume(holds(one, number) and holds(other, number))
    assert one.meets(other)


@given(intervals(), positive, intervals())
def test_a_wider_interval_never_adds_a_conflict(one: Interval, by: Decimal, other: Interval) -> None:
    assume(one.meets(other))
    assert one.widen(by).meets(other)


@given(intervals(), positive, numbers)
def test_scaling_keeps_what_is_inside(interval: Interval, factor: Decimal, number: Decimal) -> None:
    assert holds(interval.scale(factor), number * factor) == holds(interval, number)


@given(intervals(), positive, intervals())
def test_scaling_keeps_who_meets_whom(one: Interval, factor: Decimal, other: Interval) -> None:
    assert one.scale(factor).meets(other.scale(factor)) == one.meets(other)


@given(intervals(), intervals(), numbers, numbers)
def test_a_sum_holds_the_sums(one: Interval, other: Interval, first: Decimal, second: Decimal) -> None:
    assume(holds(one, first) and holds(other, second))
    assert holds(one + other, first + second)


@given(intervals(), intervals())
def test_the_order_of_a_sum_does_not_matter(one: Interval, other: Interval) -> None:
    assert one + other == other + one


@given(numbers, numbers)
def test_points_add_up_like_numbers(first: Decimal, second: Decimal) -> None:
    assert Interval.point(first) + Interval.point(second) == Interval.point(first + second)


def test_touching_ends_meet_only_where_both_belong() -> None:
    low, middle, high = Decimal(1), Decimal(2), Decimal(3)
    below, above = Interval(low, middle), Interval(middle, high)
    assert below.meets(above)
    assert not Interval(low, middle, high_closed=False).meets(above)
    assert not below.meets(Interval(middle, high, low_closed=False))


def test_an_open_end_has_no_limit() -> None:
    above = Interval(Decimal(600), None, low_closed=False)
    assert holds(above, Decimal("1e30"))
    assert not holds(above, Decimal(600))
    assert above.lies_below(Interval.point(Decimal("1e30"))) is False
