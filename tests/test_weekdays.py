"""The weekdays of texts whose days nobody knows."""

from __future__ import annotations

import pytest

from claimcheck.model import Period
from claimcheck.normalise.text import weekdays
from claimcheck.normalise.text.weekdays import Week
from claimcheck.normalise.text.words import stem

MONDAY, THURSDAY, SUNDAY = 0, 3, 6
FERRY = "At least 23 people were killed when a ferry sank off the old harbour of Sandmouth"


def week(plain: str) -> Week:
    return weekdays.week(plain, {stem(word.strip(".,'s").lower()) for word in plain.split()})


@pytest.mark.parametrize(
    ("plain", "opening", "own"),
    [
        (f"Ferry sinks\n\nSANDMOUTH, Monday - {FERRY} on Sunday, police said.", {MONDAY, SUNDAY}, MONDAY),
        (f"Ferry sinks\n\n{FERRY} on Sunday, police said on Monday.", {MONDAY, SUNDAY}, MONDAY),
        (f"Ferry sinks\n\n{FERRY} on Sunday, the mayor told us late on Monday.", {MONDAY, SUNDAY}, MONDAY),
        (f"Ferry sinks\n\n{FERRY} on Sunday.", {SUNDAY}, None),
        (f"Ferry sinks\n\nThe Herald, Monday\n\n{FERRY} on Sunday.", {MONDAY, SUNDAY}, None),
        (f"Ferry sinks\n\nThe Herald, Monday\n\n{FERRY}.", set(), None),  # of no event
        (f"Ferry sinks\n\n{FERRY}.\n\nIt had left on Monday.", set(), None),
        ("Ferry sinks on Monday", set(), None),
        ("", set(), None),
    ],
)
def test_what_opens_a_text_and_its_own_day(plain: str, opening: set[int], own: int | None) -> None:
    found = week(plain)
    assert (found.opening, found.own) == (opening, own)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("on Monday", {MONDAY}),
        ("early on Sunday", {SUNDAY}),
        ("Thursday", {THURSDAY}),
        ("since Monday", set()),
        ("by Monday", set()),
        ("in March", set()),
    ],
)
def test_the_weekday_of_a_claim(text: str, found: set[int]) -> None:
    assert weekdays.of(Period(text)) == found


@pytest.mark.parametrize(
    ("later", "earlier", "follows"),
    [
        (
            Week(named=frozenset({MONDAY, SUNDAY}), own=MONDAY),
            Week(named=frozenset({SUNDAY}), own=SUNDAY),
            True,
        ),
        (
            Week(named=frozenset({SUNDAY}), own=SUNDAY),
            Week(named=frozenset({MONDAY, SUNDAY}), own=MONDAY),
            False,
        ),
        (Week(named=frozenset({MONDAY}), own=MONDAY), Week(named=frozenset({SUNDAY}), own=SUNDAY), False),
        (Week(named=frozenset({MONDAY, SUNDAY}), own=MONDAY), Week(named=frozenset({SUNDAY})), False),
        (
            Week(named=frozenset({MONDAY, SUNDAY}), own=MONDAY),
            Week(named=frozenset({MONDAY, SUNDAY}), own=SUNDAY),  # each names the day of the other
            False,
        ),
    ],
)
def test_which_text_is_the_later(later: Week, earlier: Week, follows: bool) -> None:
    assert weekdays.follows(later, earlier) is follows
