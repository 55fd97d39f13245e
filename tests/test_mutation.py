"""The benchmark that plants conflicts: it changes what it says, and counts what it should."""

from __future__ import annotations

import sys
from random import Random

import pytest

from claimcheck import check
from shell import ROOT

sys.path.insert(0, str(ROOT / "benchmarks"))
import mutation

FLOOD = "On Monday the flood in Orrin destroyed {} houses along the river, the mayor of the town said."
STORY = {"a.txt": FLOOD.format("1,240"), "b.txt": FLOOD.format("1,240") + " The town has 12 schools."}


@pytest.mark.parametrize("mode", mutation.MODES)
def test_a_change_stands_where_the_case_says(mode: str) -> None:
    case = mutation.MODES[mode](STORY, Random(1), 9)
    assert case.changes
    for change in case.changes:
        span = change.span
        assert case.mutated[span.source][span.start : span.end] == change.new != change.old
        for twin in change.twins:
            assert case.mutated[twin.source][twin.start : twin.end] == change.old
    untouched = set(case.mutated) - {change.span.source for change in case.changes}
    assert all(case.mutated[name] == case.control[name] for name in untouched)


@pytest.mark.parametrize("written", ["7", "twelve", "Nine", "4.5", "1,096", "250,000", "1"])
def test_another_figure_keeps_its_form_and_is_a_tenth_away(written: str) -> None:
    for seed in range(50):
        new = mutation.other(written, Random(seed))
        assert new.lower() != written.lower()
        assert (
            ("," in new or len(new) < 5)
            if "," in written
            else new.replace(".", "").isdigit() != written.isalpha()
        )
        if not written.isalpha():
            old, now = (float(text.replace(",", "")) for text in (written, new))
            assert abs(now - old) >= old * mutation.LEAST


def test_years_dates_and_times_are_left_alone() -> None:
    text = "On 4 March 2019 at 5 p.m., 12 boats passed mile 9.5, chapter 3, and 1,096 people saw version 2.1.0 of it."
    found = [text[span.start : span.end] for span in mutation.numbers("a.txt", text)]
    assert found == ["12", "9.5", "1,096"]


def test_a_checker_that_sees_everything_and_one_that_sees_nothing() -> None:
    case = mutation.copy({"a.txt": STORY["a.txt"]}, Random(1), 1)
    assert mutation.score(case, check) == mutation.Score(1, 1, 1, 1, 0, 0)
    assert mutation.score(case, lambda texts: check({"a.txt": "No number."})) == mutation.Score(changes=1)


def test_a_seed_gives_the_same_cases() -> None:
    one, other = (list(mutation.cases(ROOT / "samples", "cross", 3, 5)) for _ in range(2))
    assert one == other and one
    assert one != list(mutation.cases(ROOT / "samples", "cross", 4, 5))
