"""The year of a text that gives its day without one: the other texts of the run tell it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from claimcheck import check, pipeline
from claimcheck.cache import Store
from claimcheck.config import Options
from claimcheck.days import told_on
from claimcheck.lexicon import dates
from claimcheck.model import Document, Report
from claimcheck.moment import Day
from claimcheck.pipeline import Means, Text
from claimcheck.reading.years import settled

AGENCY = (
    "SANDMOUTH, March 14 (Harbour Agency) - A ferry has sunk off Sandmouth and 38 people have died, "
    "the coast guard said on Thursday.\n"
)
RELEASE = (
    "Statement on the ferry\n\nSandmouth Coast Guard, 15 March 2024\n\n"
    "After the ferry sank off Sandmouth 52 people have died, the coast guard said.\n"
)


def document(name: str, day: Day | None = None, full: date | None = None, plain: str = "") -> Document:
    return Document(source=name, text=plain, plain=plain, blocks=(), date=full, day=day)


def dated(*days: date) -> list[Document]:
    return [document(f"dated-{number}", full=day) for number, day in enumerate(days)]


def run(folder: Path, *texts: str) -> Report:
    for number, content in enumerate(texts):
        (folder / f"{number}.txt").write_text(content, encoding="utf-8")
    return check(folder)


# --- the day of one text --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "near", "found"),
    [
        (Day(3, 14), date(2024, 3, 15), date(2024, 3, 14)),
        (Day(12, 30), date(2024, 1, 2), date(2023, 12, 30)),
        (Day(1, 2), date(2023, 12, 30), date(2024, 1, 2)),
        (Day(3, 14, 3), date(2024, 3, 15), date(2024, 3, 14)),
        (Day(3, 14, 2), date(2024, 1, 15), None),  # a Wednesday in none of the years around
        (Day(3, 14, 1), date(2023, 12, 1), date(2023, 3, 14)),  # 2024 is nearer, but a Thursday
        (Day(2, 29), date(2023, 3, 1), date(2024, 2, 29)),
    ],
)
def test_the_year_that_is_nearest(day: Day, near: date, found: date | None) -> None:
    assert dates.nearest(day, near) == found


# --- the texts of a run ---------------------------------------------------------------------------------


def test_most_dated_texts_tell_the_year() -> None:
    open_one = document("open", Day(3, 14))
    around = dated(date(2024, 3, 15), date(2024, 6, 8), date(2011, 5, 1))
    assert settled([open_one, *around]) == {"open": date(2024, 3, 14)}


def test_texts_of_many_years_tell_none() -> None:
    open_one = document("open", Day(3, 14))
    assert settled([open_one, *dated(date(2024, 3, 15), date(2019, 6, 8), date(2011, 5, 1))]) == {}


def test_a_date_of_its_own_stays() -> None:
    own = document("own", Day(3, 14), full=date(2019, 3, 14))
    assert settled([own, *dated(date(2024, 3, 15))]) == {}


@pytest.mark.parametrize(
    ("plain", "found"),
    [
        ("The storm of 12 March 2024 and that of 13 March 2024", {"open": date(2024, 3, 14)}),
        ("The storm of 12 March 1976", {}),  # one date alone may be that of an anniversary
        ("The storms of 12 and of 9 March 1976, or 10 March 1976, and of 4 May 2019", {}),
        ("The storms of 4 May 2023 and 9 August 2023", {}),
        ("Nothing", {}),
    ],
)
def test_full_dates_in_the_text_where_no_text_has_a_day(plain: str, found: dict[str, date]) -> None:
    assert settled([document("open", Day(3, 14), plain=plain), document("other")]) == found


@pytest.mark.parametrize(
    ("days", "order"),
    [
        ((Day(12, 30), Day(1, 2), Day(12, 28)), [2, 0, 1]),
        ((Day(3, 4), Day(11, 2), Day(6, 8), Day(9, 1)), [0, 2, 3, 1]),
        ((Day(2, 29), Day(1, 5), Day(11, 2)), [2, 1, 0]),
        ((Day(3, 4),), [0]),
        ((), []),
    ],
)
def test_days_without_any_year_are_in_order(days: tuple[Day, ...], order: list[int]) -> None:
    found = told_on([document(str(number), day) for number, day in enumerate(days)])
    assert sorted(found, key=lambda source: found[source]) == [str(number) for number in order]


def test_the_turn_of_the_year_is_a_few_days_long() -> None:
    found = told_on([document("old", Day(12, 30)), document("new", Day(1, 2))])
    assert (found["new"] - found["old"]).days == 3


# --- from files to findings -----------------------------------------------------------------------------


def test_a_toll_of_the_next_day_is_an_update(tmp_path: Path) -> None:
    report = run(tmp_path, AGENCY, RELEASE)
    assert [each.date for each in report.documents] == [date(2024, 3, 14), date(2024, 3, 15)]
    assert [finding.rule for finding in report.findings] == ["update"]


def test_without_any_year_it_is_a_conflict(tmp_path: Path) -> None:
    report = run(tmp_path, AGENCY, RELEASE.replace(", 15 March 2024", ""))
    assert [each.date for each in report.documents] == [None, None]
    assert [finding.rule for finding in report.findings] == ["value-conflict"]


def test_weekdays_are_those_of_the_settled_day(tmp_path: Path) -> None:
    content = AGENCY.replace("38 people have died", "38 people died on Wednesday")
    periods = [claim.period for claim in run(tmp_path, content, RELEASE).claims if claim.source == "0.txt"]
    assert [period.start for period in periods if period] == [date(2024, 3, 13)]


@pytest.mark.parametrize(
    ("one", "other", "steps"),
    [
        # by weekdays alone, the later text first
        (
            "ORVANE, Monday - At least 86 people were killed in Sunday's flood in the town of Orvane, the mayor said.",
            "ORVANE, Sunday - At least 58 people were killed when a flood hit the town of Orvane on Sunday.",
            "58 → 86",
        ),
        # by words, downwards
        (
            "The front of the fire in the hills of Orvane has shrunk from 19 to 11 kilometres, the mayor said.",
            "The fire in the hills of Orvane has a front of 19 kilometres, the mayor said.",
            "19 → 11",
        ),
    ],
)
def test_an_update_goes_from_the_old_figure_to_the_new(
    tmp_path: Path, one: str, other: str, steps: str
) -> None:
    messages = [found.message for found in run(tmp_path, one, other).findings if found.rule == "update"]
    assert any(steps in message for message in messages)


def test_texts_that_are_in_no_file_are_settled_too(tmp_path: Path) -> None:
    (tmp_path / "release.txt").write_text(RELEASE, encoding="utf-8")
    report = pipeline.run([tmp_path], Options(), [Text(AGENCY.encode(), "agency.txt")])
    assert [each.date for each in report.documents] == [date(2024, 3, 14), date(2024, 3, 15)]


def test_the_cache_keeps_a_settled_day_apart(tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    means = Means(cache=Store(tmp_path / "memory"))
    (folder / "agency.txt").write_text(AGENCY, encoding="utf-8")
    release = folder / "release.txt"
    found = []
    for year in ("2024", "2019", "2024"):
        release.write_text(RELEASE.replace("2024", year), encoding="utf-8")
        found.append(pipeline.run([folder], Options(), means=means).documents[0].date)
    assert found == [date(2024, 3, 14), date(2019, 3, 14), date(2024, 3, 14)]
