"""Times as they are read from a text, how far apart two of them are, and what a slip in one looks like."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck import normalise, read, rules
from claimcheck.config import Options
from claimcheck.model import Finding
from claimcheck.normalise.dates import apart, forms, reckoned, statements
from claimcheck.normalise.dates.when import When

TODAY = date(2014, 3, 12)  # a Wednesday
PARTS = ("year", "month", "day", "weekday", "minute", "zone")


def parts(text: str) -> list[dict[str, Any]]:
    """The times of a text, each with the parts that are written."""
    found = [{name: getattr(when, name) for name in PARTS} for when in forms.find(text, TODAY)]
    return [{name: value for name, value in each.items() if value is not None} for each in found]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("On June 27, 1973, he left.", {"year": 1973, "month": 6, "day": 27}),
        ("On the 3rd of July 1973", {"year": 1973, "month": 7, "day": 3}),
        ("in Sept. 1973", {"year": 1973, "month": 9}),
        ("in December.", {"month": 12}),
        ("in 1957, they", {"year": 1957}),
        ("on Tuesday, 9 December", {"weekday": 1, "month": 12, "day": 9}),
        ("at 12:45 p.m. on Thursday", {"weekday": 3, "minute": 765}),
        ("on Thursday at around 8.40pm", {"weekday": 3, "minute": 1240}),
        ("around 1:30 a. m. Feb. 1", {"month": 2, "day": 1, "minute": 90}),
        ("at 0737 GMT", {"minute": 457, "zone": "gmt"}),
        ("at 7:37 am local time", {"minute": 457, "zone": "local"}),
        ("at 14:05", {"minute": 845}),
        ("at 3.40pm Orvane time", {"minute": 940, "zone": "orvane"}),
        ("at half past ten on Monday", {"weekday": 0, "minute": 630}),
        ("Half past ten struck", {"minute": 630}),
        ("it was twenty to eleven when", {"minute": 640}),
        ("it was nine minutes past four in the morning", {"minute": 249}),
        ("at three-thirty in the afternoon", {"minute": 930}),
        ("a quarter to seven: the gates", {"minute": 405}),
        ("came at 5 o'clock", {"minute": 300}),
        ("shortly after nine on Saturday evening", {"weekday": 5, "minute": 1260}),
        ("at 3.20 in the morning", {"minute": 200}),
        ("at eleven at night", {"minute": 1380}),
        ("around midday", {"minute": 720}),
        ("at ten to twelve in the morning", {"minute": 710}),
        ("at ten to twelve on Friday evening", {"weekday": 4, "minute": 1430}),
        ("at half past twelve in the afternoon", {"minute": 750}),
        ("at five at night", {"minute": 300}),
        ("at two at night", {"minute": 120}),
        ("at nine at night", {"minute": 1260}),
        ("at twenty-one past nine", {"minute": 561}),
        ("at thirty five minutes past nine in the morning", {"minute": 575}),
        ("at eight forty-five in the evening", {"minute": 1245}),
        ("At 14:05 they left", {"minute": 845}),
        ("at about 11.15 hours", {"minute": 675}),
        ("in the 16th minute with", {"minute": 16, "zone": "play"}),
        ("in minute 19 when", {"minute": 19, "zone": "play"}),
        ("at about 2045 GMT on Friday", {"weekday": 4, "minute": 1245, "zone": "gmt"}),
        ("Last year, they", {"year": 2013}),
        ("in April last year", {"year": 2013, "month": 4}),
        ("on 5 May of this year", {"year": 2014, "month": 5, "day": 5}),
    ],
)
def test_a_time_has_the_parts_that_are_written(text: str, wanted: dict[str, Any]) -> None:
    assert parts(text) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "the 1950s",
        "$1957",
        "they won 10:15",
        "psalm 14:05",
        "version 2.1957.3",
        "by 15.00 percent",
        "in the 2nd minute of added time",
        "in minute 190",
        "about five to ten people came",
        "open from ten to five",
        "the two in the morning session",
        "he slept two nights",
        "they held about 12 on that night",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert parts(text) == []


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("It was sold in 1967. That same year he left.", [1967, 1967]),
        ("It was sold in 1967. In May of that year he left.", [1967, 1967]),
        ("It was sold in 1967, and he left the following year.", [1967, 1968]),
        ("It was built in 1957. It was sold in 1967. Later that year he left.", [1957, 1967, 1967]),
        ("It was run from 1957 to 1967. That year he left.", [1957, 1967]),
        ("That year he left.", []),
        ("It was sold in 1967." + " He stayed on." * 25 + " That year he left.", [1967]),
    ],
)
def test_a_year_is_counted_from_the_one_named_last(text: str, years: list[int]) -> None:
    found = reckoned.with_years(text, forms.find(text, None))
    assert [when.year for when in found] == years


@given(st.text(alphabet="in on at Friday May 19 57 8:40 p.m. GMT ,.", max_size=80))
def test_times_stand_in_order_inside_the_text(text: str) -> None:
    found = forms.find(text, TODAY)
    assert all(0 <= when.start < when.end <= len(text) for when in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


def when(text: str) -> When:
    """The only time of a text."""
    (found,) = forms.find(text, TODAY)
    return found


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        ("in 1957", "in 1967", 3650),
        ("in 1957", "in June 1957", 0),
        ("in July 1973", "on June 27, 1973", 30),
        ("in December", "in September", 90),
        ("on 2 January", "on 30 December", 2),
        ("on Friday", "on Thursday", 1),
        ("on Friday", "on Friday, 7 March", 0),
        ("on Monday", "on 9 March", 1),
        ("on Friday", "in 1957", None),
        ("on Friday", "in May", None),
        ("in 1957", "in May", None),
    ],
)
def test_days_between_two_times(one: str, other: str, days: int | None) -> None:
    assert apart.days(when(one), when(other), TODAY, TODAY) == days
    assert apart.days(when(other), when(one), TODAY, TODAY) == days


def test_what_was_still_to_come_is_another_event() -> None:
    assert apart.days(when("on Friday"), when("on Wednesday"), date(2014, 3, 10), date(2014, 3, 13)) is None
    assert apart.days(when("on Friday"), when("on Sunday"), date(2014, 3, 10), date(2014, 3, 11)) == 2


def test_weekdays_go_by_the_days_of_their_texts() -> None:
    monday, date_ = when("on Monday"), when("on 10 March")
    assert apart.days(monday, date_, date(2014, 3, 12), TODAY) == 0
    assert apart.days(monday, date_, date(2014, 3, 17), TODAY) is None
    assert apart.days(monday, when("on Tuesday"), None, TODAY) == 1


@pytest.mark.parametrize(
    ("one", "other", "minutes"),
    [
        ("at 8.40pm", "at 8.49pm", 9),
        ("at 9 p.m.", "at 8.49pm", 0),
        ("at 0041 GMT", "at 7:41 p.m. EST", 0),
        ("at 0041 GMT", "at 7:41 p.m. local time", None),
        ("at 11:58 p.m.", "at 12:04 a.m.", 6),
        ("at half past ten", "at 10:47 p.m.", 17),
        ("at half past ten at night", "at 10:47 a.m.", 703),
        ("at five at night", "at 5 p.m.", 0),
        ("at 12 in the morning", "at 12 p.m.", 0),
        ("at 11:30", "at 11:30 p.m.", 0),
        ("at 3.40pm Orvane time", "at 3.10pm", None),
    ],
)
def test_minutes_between_two_times(one: str, other: str, minutes: int | None) -> None:
    assert apart.minutes(when(one), when(other), hedged=False) == minutes


def test_a_hedge_leaves_room() -> None:
    one, other = when("at 8.40pm"), when("at 8.49pm")
    assert apart.minutes(one, other, hedged=True) == 0


def said(text: str) -> list[tuple[str, ...]]:
    """What happens at the times of a text, as its statements say."""
    document = read.read_text(text, "a.txt", ".txt")
    return [tuple(sorted(each.events)) for each in statements.find(document)]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("The mill was sold in 1957.", [("sold",)]),
        ("Voters in 2009 approved the plan.", [("approved",)]),
        ("In 1957, after a quarrel, he sold the mill.", [("sold",)]),
        ("The quake took place at 7:37 am.", [("quake",)]),
        ("He was driving home at 7:37 am.", [("drive",)]),
        ("Brook checked into the clinic on Monday.", [("entered",)]),
        ("Brook checked out of the clinic on Monday.", [("checked-out",)]),
        ("He said on Monday that it was sold.", []),
        ("It was sold, he said at a meeting on Monday.", [("met",)]),
        ("Okker, the best swimmer in 2009, was dismissed.", []),
        ("He has lived there since 1957.", []),
        ("It will be sold in 2015.", [("sold",)]),
        ("It is scheduled to open in 2015.", [("opened", "schedule")]),
        ("It might be sold in 2015.", []),
        ("It was sold every Friday.", []),
        ("It was open from 1957 to 1959.", []),
        ("Exports rose in 1957.", []),
        ("The blast at the mill occurred at 7:37 am.", [("exploded",)]),
        ("A blast tore through the mill. It happened at 7:37 am.", [("exploded", "tear")]),
        ("A blast tore through the mill. The guards fled at 7:37 am.", [("escaped",)]),
        ("A blast tore through the mill. It plans to move in 1957.", []),
        ("It happened at 7:37 am.", []),
        ("Orders in the week ended 3 May came from Orvane.", []),
        ("Ada Brook was born in Orvane in 1931.", [("born",)]),
        ("Born in 1931, Ada Brook grew up in Orvane.", [("born",)]),
        ("He was taken into custody on Monday.", [("arrested",)]),
        ("He was driving home at 1:00 am when the police stopped him.", [("stopped",)]),
        ("He wrote of the 1972 raid on the harbour.", [("attacked",)]),
        ("Monday's raid was the third.", [("attacked",)]),
        ("The 1957 sale price was low.", []),
        ("The shooting was a shock to Brenna on Monday.", []),
        ("Ana Brook resigned as mayor of Orvane in 2003.", [("resigned",)]),
        ("The police said that Ana Felt died on Monday.", [("died",)]),
        ("He was arrested shortly after 7 p.m. by the police.", [("arrested",)]),
        ("He was arrested after 7 p.m. by the police.", []),
        ("He was struck while crossing the road at 7 p.m.", [("struck",)]),
        ("In January it sank a ship, and in May it took 28 pirates.", [("sank",)]),
        ("A bomb went off at the mill, the police said. It happened at 7:37 am.", [("exploded",)]),
        ("He was asleep while Orvane burned down at 7 p.m.", [("destroyed",)]),
        ("The quake killed more than 26 people in 2003.", [("killed", "quake")]),
        ("Will Okker was arrested on Monday, and Lars Will fled on Tuesday.", [("arrested",), ("escaped",)]),
    ],
)
def test_a_time_belongs_to_what_happens_in_its_clause(text: str, events: list[tuple[str, ...]]) -> None:
    assert said(text) == events


def findings(*texts: str) -> tuple[Finding, ...]:
    """The findings of date-conflict on texts named a.txt, b.txt and so on."""
    documents = [
        read.read_text(text, f"{name}.txt", ".txt") for name, text in zip("abc", texts, strict=False)
    ]
    found = rules.check(documents, [], [], Options(), (), normalise.dated(documents))
    return tuple(each for each in found if each.rule == "date-conflict")


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("in 1957", "in 1967", "may be one digit changed"),
        ("in 1957", "in 1968", None),
        ("at 8:40 a.m.", "at 8:40 p.m.", "may be morning and evening confused"),
        ("at 8:41 GMT", "at 8:41 am local time", "may be one time zone taken for another"),
    ],
)
def test_a_slip_is_named(one: str, other: str, slip: str | None) -> None:
    (found,) = findings(f"Ana Brook of Orvane died {one}.", f"Ana Brook of Orvane died {other}.")
    assert found.diagnosis == slip


def test_equal_times_stand_together_and_copies_are_no_further_source() -> None:
    sold = "Ana Brook bought the Orvane sawmill for $12 million in 1957."
    (found,) = findings(sold, sold, "The Orvane sawmill was sold for $12 million in 1967.")
    sides = {group.value: group.sources for group in found.values}
    assert sides == {"1957": ("a.txt", "b.txt"), "1967": ("c.txt",)}
    assert found.independent_sources == 2


def test_one_reading_of_the_clock_needs_no_like_words() -> None:
    inland = "The quake hit Orvane at 0737 GMT at a depth of 10 kilometres, 55 kilometres south of Velmora."
    hills = "The quake struck at 0737 GMT at a depth of 6.2 miles in the hills around Orvane."
    local = "The quake rattled Orvane, 55 kilometres from Velmora. It took place at 7:37 am local time."
    (found,) = findings(inland, hills, local)
    sides = {group.value: group.sources for group in found.values}
    assert sides == {"0737 GMT": ("a.txt", "b.txt"), "7:37 am local time": ("c.txt",)}


def test_changelogs_are_left_alone() -> None:
    page = "# Changelog\n\n## 1.1\n\nAna Brook founded the Orvane mill in {year}.\n"
    documents = [
        read.read_text(page.format(year=year), f"{year}/CHANGELOG.md", ".md") for year in (1957, 1967)
    ]
    assert all(document.history for document in documents)
    assert normalise.dated(documents) == ()
