"""Which heads say that two texts are two of a series."""

from __future__ import annotations

import pytest

from claimcheck import read
from claimcheck.extract import extract
from claimcheck.normalise.text import serials
from claimcheck.normalise.text.serials import Head

BODY = "\n\nA flood came down the valley, and the hut, the tariff and the timetable are told of here in a sentence.\n"


def head(line: str) -> Head:
    document = read.read_text(line + BODY, "a.txt")
    return serials.head(document, [(each.start, each.end) for each in extract(document).mentions])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "River Office\nBulletin 5 - Tuesday 4 March, 18:00",
            "River Office\nBulletin 6 - Wednesday 5 March, 06:00",
        ),
        ("Orvane Works: third quarter 2019", "Orvane Works: first quarter 2019"),
        ("The 3rd report on the harbour", "The fourth report on the harbour"),
        ("Line 14: Harbour - Mill", "Line 14A: Harbour - Mill - Hospital"),
        ("Review: Vega Star 52", "Review: Vega Star 68"),
        ("Newsletter no. 12", "Newsletter no. 13"),
        ("Trial Dawn II: first results", "Trial Dawn III: first results"),
        ("Annual report 2018", "Annual report 2019"),
        ("Notices for Sunday 4 March", "Notices for Sunday 11 March"),
        ("Minutes of the meeting held on 4 March", "Minutes of the meeting held on 8 April"),
        ("Tariff for huts, NORTH timetable", "To members: huts, SOUTH timetable"),
    ],
)
def test_two_of_a_series(one: str, other: str) -> None:
    assert serials.of_series(head(one), head(other))
    assert serials.of_series(head(other), head(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bulletin 5", "Bulletin 5"),
        ("The third report on the harbour", "The 3rd report on the harbour"),
        ("Storm Kills 12 In Orvane", "Storm Kills 15 In Orvane"),
        ("Storm death toll 12", "Storm death toll 15"),
        ("Handbook, chapter 3", "Handbook, chapter 4"),
        ("The Orvane Herald | page 3", "The Orvane Herald | page 5"),
        ("ORVANE, March 4 (Agency) - A flood", "ORVANE, March 5 (Agency) - A flood"),
        ("Published on 4 March", "Published on 5 March"),
        ("The Morning Herald, No 3412, Orvane", "Courier of the Coast, No 18, evening edition"),
        ("Source: Orvane Press", "Source: Coast Agency"),
        ("It was the first flood of the year.", "It was the third flood of the year."),
        ("Flood in Orvane", "Two die in flood"),
        ("By John A. Reed", "By John B. Reed"),
        ("Updated 17.30 GMT", "Updated 18.45 GMT"),
        ("Mill fire: 3rd alarm", "Mill fire: 4th alarm"),
        ("First day of the flood", "Second day of the flood"),
        ("Photo 3", "Photo 7"),
        ("Plan of the festival, v1", "Plan of the festival, v2"),
        ("Manual, version 1", "Manual, version 2"),
        ("Flood hits North Keldland", "Flood spares South Keldland"),
    ],
)
def test_no_series(one: str, other: str) -> None:
    assert not serials.of_series(head(one), head(other))
    assert not serials.titled_apart(head(one), head(other))


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("GREYWALL HUT (2,341 m)", "LAKESIDE HUT (1,987 m)", True),
        ("Tariff sheet BASIC (edition 01/24)", "Tariff sheet COMFORT (edition 01/24)", True),
        ("SUMMER TIMETABLE", "WINTER TIMETABLE", True),
        ("Orvane Herald", "Orvane Courier", False),  # names of newspapers
        ("Flood hits Orvane", "Storm hits Orvane", False),  # headlines
        ("GREYWALL HUT", "GREYWALL HUT", False),
        ("GREYWALL HUT", "LAKESIDE MOUNTAIN HUT", False),
        ("Price list\nBranch: Mill Street", "Price list\nBranch: North Quay", True),
        ("Location: Mill Street", "Location: The old harbour", False),  # of one event
        ("The hut leaflet", "The hut website", False),  # two papers on one thing
    ],
)
def test_titles_that_differ_in_a_word(one: str, other: str, apart: bool) -> None:
    assert serials.titled_apart(head(one), head(other)) is apart


def test_only_the_first_lines_are_the_head() -> None:
    lines = "\n\n".join(["A sentence of the head."] * serials.LINES)
    assert head(f"{lines}\n\nBulletin 5") == ()


def test_a_line_of_blanks_costs_nothing() -> None:
    image = "![logo](data:image/png;base64," + "A" * 200_000 + ")"
    document = read.read_text(f"{image}\n\nThe flood killed 12 people.\n", "a.md", ".md")
    assert len(list(serials.lines(document.plain))) <= serials.LINES
