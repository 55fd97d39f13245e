"""Title, day and publisher of a document, and which documents are histories."""

from __future__ import annotations

from datetime import date

import pytest

from claimcheck import read
from claimcheck.lexicon import dates, documents, furniture
from claimcheck.model import Document
from claimcheck.moment import Day, Hour
from claimcheck.read.dateline import is_date_line

BODY = "The ferries took over 400 people from the harbour of Sandmouth to the islands.\n"


def text(content: str, source: str = "report.txt") -> Document:
    return read.read_text(content, source, "." + source.rpartition(".")[2])


# --- full dates -------------------------------------------------------------------------------------------

DATES = [
    ("2019-03-04", date(2019, 3, 4)),
    ("2019/3/4", date(2019, 3, 4)),
    ("2019-03-04T10:20:00Z", date(2019, 3, 4)),
    ("4 March 2019", date(2019, 3, 4)),
    ("4th of March 2019", date(2019, 3, 4)),
    ("the 4th of March, 2019", date(2019, 3, 4)),
    ("04-Mar-2019", date(2019, 3, 4)),
    ("March 4, 2019", date(2019, 3, 4)),
    ("MARCH 4TH 2019", date(2019, 3, 4)),
    ("Mar. 4 , 2019", date(2019, 3, 4)),
    ("Sept. 30 2019", date(2019, 9, 30)),
    ("Mar 042019", date(2019, 3, 4)),
    ("04.03.2019", date(2019, 3, 4)),
    ("4-3-2019", date(2019, 3, 4)),
    ("24/3/2019", date(2019, 3, 24)),
    ("3/24/2019", date(2019, 3, 24)),
    ("4/4/2019", date(2019, 4, 4)),
]
NO_DATES = [
    "March 2019",
    "4 March",
    "4/3/2019",  # the day or the month: it depends on the country
    "31 February 2019",
    "14 Marches 2019",
    "328 March 2017",
    "1.4.3.2019",
    "4 March 20190",
    "2019-13-04",
    "",
]


@pytest.mark.parametrize(("written", "day"), DATES)
def test_full_dates(written: str, day: date) -> None:
    content = f"Here {written} there"
    (found,) = dates.find(content)
    assert found.date == day
    assert content[found.start : found.end] in written


@pytest.mark.parametrize("written", NO_DATES)
def test_what_is_no_full_date(written: str) -> None:
    assert list(dates.find(f"Here {written} there")) == []


def test_dates_far_apart_are_all_found() -> None:
    content = "x " * 300 + "4 March 2019" + " y" * 300 + " 2019-03-05 and 6 March 2019"
    assert [found.date.day for found in dates.find(content)] == [4, 5, 6]


def test_names_of_months_and_weekdays() -> None:
    assert [dates.month(word) for word in ("March", "mar.", "SEPT", "May", "Mars")] == [3, 3, 9, 5, None]
    assert [dates.weekday(word) for word in ("Monday", "sun.", "THURS", "day")] == [0, 6, 3, None]


# --- the day of a text ------------------------------------------------------------------------------------

DAYS = [
    ("front matter", f"---\ndate: 2019-03-04\n---\n{BODY}", date(2019, 3, 4)),
    ("toml", f'+++\ntitle = "A"\ndate = 2019-03-04T10:00:00Z\n+++\n{BODY}', date(2019, 3, 4)),
    ("header lines", f"Title: Storm\nDate: 4 March 2019\n\n{BODY}", date(2019, 3, 4)),
    ("a line of its own", f"Storm closes the port\n4 March 2019\n{BODY}", date(2019, 3, 4)),
    ("with weekday and time", f"Storm\nMonday, March 4, 2019, 10:20 a.m. GMT\n{BODY}", date(2019, 3, 4)),
    ("published", f"Storm\nPublished on March 4, 2019 at 10:20 by A. Writer\n{BODY}", date(2019, 3, 4)),
    ("published below", f"{BODY * 20}\nPublication date: March 4, 2019, 11:40\n", date(2019, 3, 4)),
    ("last updated alone", f"Storm\nLast updated: 4 March 2019\n{BODY}", date(2019, 3, 4)),
    ("published before updated", f"Updated: 6 March 2019\nPosted: 4 March 2019\n{BODY}", date(2019, 3, 4)),
    ("a city", f"Storm\n\nSANDMOUTH, March 4, 2019 (Agency) - {BODY}", date(2019, 3, 4)),
    ("a city and a dash", f"SANDMOUTH, 4 March 2019 — {BODY}", date(2019, 3, 4)),
    ("a city and a full stop", f"SANDMOUTH, March 4, 2019. {BODY}", date(2019, 3, 4)),
    ("a city in capitals or not", f"Storm\n\nSandmouth, 4 March 2019. {BODY}", date(2019, 3, 4)),
    ("a day in brackets", f"Storm\n\nSANDMOUTH (4 March 2019) - {BODY}", date(2019, 3, 4)),
    (
        "a clock before the dash",
        f"Storm\n\nSANDMOUTH, Mar 4 2019, 11.50 a.m. local - {BODY}",
        date(2019, 3, 4),
    ),
    ("between slashes", f"Storm\n\nSandmouth / 4 March 2019 / {BODY}", date(2019, 3, 4)),
    ("an agency and a colon", f"Storm\n\nSANDMOUTH, Mar 4, 2019, SPA: {BODY}", date(2019, 3, 4)),
    (
        "two clocks",
        f"SPA Sport | Rowing | Monday, 4 March 2019, 22:20 GMT 23:20 UK\nStorm\n{BODY}",
        date(2019, 3, 4),
    ),
    ("a line of the sender", f"Council statement for the press, 4 March 2019\n\n{BODY}", date(2019, 3, 4)),
    ("a title", f"Siege of Sandmouth, 4 March 1957\n\n{BODY}", date(2018, 1, 2)),
    ("an agency", f"Storm\nAgency, Monday 4 Mar 2019\n{BODY}", date(2019, 3, 4)),
    ("run on", f"Storm closes the port\n\nMonday 4 Mar 2019 {BODY}", date(2019, 3, 4)),
    ("run on, lost comma", f"Storm\n\nLast updated at Mar 042019 SANDMOUTH {BODY}", date(2019, 3, 4)),
    ("dotted, updated behind", f"04.03.2019(updated 1457 05.03.2019) {BODY}", date(2019, 3, 4)),
    ("American", f"Storm\n3 / 4 / 19 05:40 PM ET\n{BODY}", date(2019, 3, 4)),
    ("American, time first", f"Posted at 5:40 PM ET, 3 / 4 / 2019\n{BODY}", date(2019, 3, 4)),
    ("a city, no year", f"Storm\n\nSANDMOUTH, March 4 (Agency) - {BODY}", date(2018, 3, 4)),
    (
        "a city, no year, a weekday in brackets",
        f"SANDMOUTH, N.C. (Sunday, March 4) -- {BODY}",
        date(2018, 3, 4),
    ),
    ("a city, no year, brackets", f"Storm\n\nSANDMOUTH (March 4) - {BODY}", date(2018, 3, 4)),
    ("a city, no year, a full stop", f"Storm\n\nSANDMOUTH, March 4. {BODY}", date(2018, 3, 4)),
    ("two cities, no year", f"Storm\n\nSANDMOUTH / BELMAR, March 4. {BODY}", date(2018, 3, 4)),
    ("a city, a dash, no year", f"Storm\n\nSANDMOUTH, North Coast — March 4. {BODY}", date(2018, 3, 4)),
    (
        "a city, no year, an agency and a colon",
        f"Storm\n\nSANDMOUTH, Mar 4 (Agency): {BODY}",
        date(2018, 3, 4),
    ),
    ("a city, no year, the year before", f"NORTH SANDMOUTH, 30 Dec. — {BODY}", date(2017, 12, 30)),
    ("a day without a city", f"Port, 30 Dec. - {BODY}", date(2018, 1, 2)),
    ("only a file name", BODY, date(2018, 1, 2)),
    ("in a sentence", f"The storm of 4 March 2019 closed the port. {BODY}", date(2018, 1, 2)),
    ("at the head of a sentence", f"On 4 March 2019 The Herald wrote of it. {BODY}", date(2018, 1, 2)),
    ("the clock of the page", f"20:50 GMT +3 14 March 2019\n{BODY}", date(2018, 1, 2)),
    ("the clock of the page, garbled", f"20:50 GMT +314 March 2019\n{BODY}", date(2018, 1, 2)),
    ("far below", f"{BODY * 30}\nSANDMOUTH, 4 March 2019 - More.\n{BODY * 30}", date(2018, 1, 2)),
]


@pytest.mark.parametrize(("name", "content", "day"), DAYS)
def test_the_day_of_a_text(name: str, content: str, day: date) -> None:
    assert text(content, "2018-01-02_report.txt").date == day, name


# The second line of a text, below its title.
HEADERS = [
    ("Clean Quays Campaign - briefing, 4 March 2019", date(2019, 3, 4)),
    ("The Sandmouth Sentinel / Monday, March 4, 2019 · Page B2", date(2019, 3, 4)),
    ("The Islander, Long Reads, Monday 4 March 2019. From our correspondent Wilma Tarn", date(2019, 3, 4)),
    ("Ferrymen for Fair Fares / 4 March 2019, 18:00 local / Covering the days 3-4 March", date(2019, 3, 4)),
    ("Monday, 4 March 2019, 10:00 hours", date(2019, 3, 4)),
    ("The Evening Gull, Monday March 4, 2019, back page -- by T. Ferrow", date(2019, 3, 4)),
    ("Radio Sandmouth – 4 March 2019, 06:30 – Tides & traffic", date(2019, 3, 4)),
    ("University of Sandmouth – Press Office – EMBARGOED until 4 March 2019, 00:01", date(2019, 3, 4)),
    ("The Coast Observer, home desk - Monday 4 March 2019 19.05 GMT", date(2019, 3, 4)),
    ("[slipway.example] 4 Mar 2019 -- posted by Tam -- 12 photos", date(2019, 3, 4)),
    ("Document FQ2-EN, rev. 1.2 (2019-03-04). Subject to change without notice.", date(2019, 3, 4)),
    ("Harbour Studies 2019; 12(3). Published online 4 March 2019. Open access.", date(2019, 3, 4)),
    ("Data as of 1 March 2019 | Published 4 March 2019", date(2019, 3, 4)),
    ("Sandmouth Daily, Monday 4 March 2019 (print edition, closed 11.30 p.m.)", date(2019, 3, 4)),
    ("By Sunday reporters - 4 March 2019 /", date(2019, 3, 4)),
    ("Sandmouth, 4 March 2019, 07:00 – NOT FOR RELEASE WHERE THAT WOULD BE UNLAWFUL", date(2019, 3, 4)),
    ("Tidewire.example | Monday 4 March 2019, 19:40 | by Ada Lorne | 7 min read", date(2019, 3, 4)),
    ("The Quay Ledger | Companies | By Ines Mallory and Bert Ashe | Monday March 4 2019", date(2019, 3, 4)),
    ("Announcement on the results of the harbour vote held on 4 March 2019", None),
    ("*Written for version 2.4, security fixes until 31 December 2019.*", None),
    ("On 4 March 2019 The Herald wrote of it", None),
    ("born 8 March 1941 in Sandmouth", None),
    ("Born: 8 March 1941", None),
    ("Wilma Tarn (8 March 1941 – 17 October 2018), singer", None),
    ("Exhibition in the old mill, 4 March – 8 April 2019", None),
    ("Open days: 4-8 March 2019", None),
    ("The ferry sank off the point, 4 March 2019, with all hands", None),
    ("In the night, 4 March 2019, the ferry sank", None),
    ("The storm that came in the night, 4 March 2019, was the worst in years.", None),
    ("The board met Monday, 4 March 2019, and raised the fees.", None),
    ("Relay 2.4.0 (2019-03-04)", None),
    ("- 2.4.1, 4 March 2019: fewer locks", None),
    ("Deadline for bids: 4 March 2019, 12:00", None),
    ("The law of 4 March 2019, as amended", None),
    ("The Battle of the Long Meadow (4 March 1641)", None),
    ("North pier | 4 March 2019 | 40\nSouth pier | 5 March 2019 | 60", None),
    ("Since 4 March 2019 | closed", None),
    ("From 4 March 2019, visitors pay more, says the board.", None),
    ("Ferries after 4 March 2019 - a guide", None),
    ("Rain fell on Monday, 4 March 2019, and again on Friday", None),
]


@pytest.mark.parametrize("suffix", [".txt", ".md"])
@pytest.mark.parametrize(("line", "day"), HEADERS)
def test_a_day_that_stands_apart_in_a_line_at_the_head(line: str, day: date | None, suffix: str) -> None:
    assert text(f"Storm closes the port\n{line}\n\n{BODY}", f"report{suffix}").date == day


def test_a_headline_names_the_day_of_what_it_tells_of() -> None:
    assert text(f"Ferry sinks off the point – 4 March 2019\n\n{BODY}").date is None
    assert text(f"Siege of Sandmouth - 4 March 1957\n\n{BODY}").date is None
    assert text(f"The siege began, 4 March 1957\n\n{BODY}").date is None
    assert text(f"Ferry news | 4 March 2019\n\n{BODY}").date == date(2019, 3, 4)
    assert text(f"Ferry news of the week – Monday 4 March 2019\n\n{BODY}").date == date(2019, 3, 4)


def test_far_below_no_day_stands_apart() -> None:
    line = "The Sandmouth Sentinel, home desk - Monday 4 March 2019 19.05 GMT"
    assert text(f"{BODY * 6}{line}\n{BODY}").date is None


# Of a text without any year at its head: month, day and the weekday beside them.
YEARLESS = [
    ("SANDMOUTH, March 4 (Agency) - The storm closed the port.", Day(3, 4)),
    ("PORT ELLEN BAY, North Coast, Aug 10 (Harbour Agency) - The storm closed the port.", Day(8, 10)),
    ("SANDMOUTH, North Coast (Quay Wire) Sept 3 – The storm closed the port.", Day(9, 3)),
    ("Sept 5 (Harbour Agency) - The storm closed the port.", Day(9, 5)),
    ("Sandmouth Courier -- Updated 6:42 PM, Thu Mar 14", Day(3, 14, 3)),
    ("The Quay Investor, 8 Sept", Day(9, 8)),
    ("Monday, 18 July, 19:40", Day(7, 18, 0)),
    ("sandmouthherald.example – live page – 19 Jan", Day(1, 19)),
    ("PRESS RELEASE – for immediate use – 21 May", Day(5, 21)),
    ("Sandmouth, the evening of 19 January", Day(1, 19)),
    ("Radio Sandmouth online, Thursday, 02.05., 12:15", Day(5, 2, 3)),
    ("Tides & Tar blog // 16 March", Day(3, 16)),
    ("The Harbour Daily, 28 February. By our reporter in Sandmouth", Day(2, 28)),
    (
        "Pilots At Sea, 27 February - The true cost of the storm is higher than the board has said.",
        Day(2, 27),
    ),
    (
        "Sandmouth, 3 December (Quay Wire) - Police have found two of the three boats that were lost.",
        Day(12, 3),
    ),
    ("Sandmouth, 29 November, 4 p.m. - The board met for three hours and closed the port.", Day(11, 29)),
    ("Figures as of 26 February", Day(2, 26)),
    ("Storm report no. 3 (as of 20 February)", Day(2, 20)),
    ("Date of publication 13 October Two ferries have left the port, the board said.", Day(10, 13)),
    ("13 Oct Two ferries have left the port, the board said.", Day(10, 13)),
    ("Storm closes the port Quay Wire Monday 17 Oct Two ferries have left the port.", Day(10, 17, 0)),
    ("On Monday 17 October Parliament will vote on the port.", None),
    ("Next Monday 17 October Parliament will vote on the port.", None),
    ("13 October Two ferries left.\n15 October Two more ferries left.", None),
    ("13 October brings two ferries to the port.", None),
    ("Rules as of 1 March 2019", None),
    ("Ships lost as of 4 March: 20", None),
    ("Smith the pilot, 4 March - the day he left", None),
    ("Port, 30 Dec. - The ferries took over 400 people from the harbour to the islands.", None),
    ("On the evening of 19 January", None),
    ("Version 2.5. Released", None),
    ("Section 4.5., page 3", None),
    ("Open: 3-4 March", None),
    ("Concerts, 4 March - 8 April", None),
    ("From 1 May", None),
    ("born 8 March in Sandmouth", None),
    ("1941 - born 8 March in Sandmouth", None),
    ("The March 4 movement", None),
    ("The harbour, which closed on 4 March, is open", None),
    ("March 2019, page 3", None),
    ("SANDMOUTH OBSERVER, week of 30 October", None),
    ("Ferry sinks, March 14 crossing cancelled", None),
    ("Monday, 30 February", None),
]


@pytest.mark.parametrize("suffix", [".txt", ".md"])
@pytest.mark.parametrize(("line", "day"), YEARLESS)
def test_a_day_without_a_year(line: str, day: Day | None, suffix: str) -> None:
    document = text(f"Storm closes the port\n{line}\n\n{BODY}", f"report{suffix}")
    assert (document.day, document.date) == (day, None)


def test_a_full_date_leaves_no_day_open() -> None:
    assert text(f"Storm\nMonday, 4 March 2019\nSANDMOUTH, March 5 (Agency) - {BODY}").day is None


FILE_NAMES = [
    ("2019-03-04.txt", date(2019, 3, 4)),
    ("herald_2019_03_04_17.txt", date(2019, 3, 4)),
    ("20190304-report.txt", date(2019, 3, 4)),
    ("2019-03-04/report.txt", None),
    ("report-12019-03-04.txt", None),
    ("2019-02-31.txt", None),
    ("report-7.txt", None),
]


HOURS = [
    ("SANDMOUTH, March 4 (Agency), 21:30 -- Two ferries collided.", Hour(1290)),
    ("SANDMOUTH, March 4 (Agency) 06:40 GMT - Two ferries collided.", Hour(400, universal=True)),
    ("SANDMOUTH, March 4 (Agency) 2040 GMT - Two ferries collided.", Hour(1240, universal=True)),
    ("Published: 4 March 2019, 10:20 EST", Hour(920, universal=True)),
    ("Updated 9:15 p.m., March 4, 2019", Hour(1275)),
    ("10.20, Monday 4 March 2019", Hour(620)),
    ("**Harbour Board - bulletin no. 5 - Saturday 4 March, 09:00**", Hour(540)),
    ("The Herald | Monday 4 March 2019 | 9am", Hour(540)),
    ("Published: 4 March 2019, 10:20 ET", None),  # a zone of two offsets
    ("Published: 4 March 2019", None),
    ("March 4, 2019 - Two ferries collided.", None),
    ("4 March 2019, page 12", None),
    ("Two ferries collided on Monday, 21:30 - it was dark.", None),
    ("On Monday, 21:30 - that was when two ferries collided.", None),
    ("Two ferries collided at 21:30 on 4 March 2019.", None),
]


@pytest.mark.parametrize(("line", "hour"), HOURS)
def test_the_hour_of_a_text(line: str, hour: Hour | None) -> None:
    assert text(f"Two ferries collide\n\n{line}\n\n{BODY}").hour == hour


@pytest.mark.parametrize(("zone", "minute"), [("Z", 620), ("+02:00", 500), ("-0530", 950)])
def test_the_hour_in_the_front_matter(zone: str, minute: int) -> None:
    found = text(f"---\ntitle: Ferries\ndate: 2019-03-04T10:20:00{zone}\n---\n\n{BODY}", "report.md")
    assert found.hour == Hour(minute, universal=True)


@pytest.mark.parametrize(("source", "day"), FILE_NAMES)
def test_the_day_in_a_file_name(source: str, day: date | None) -> None:
    assert text(BODY, source).date == day


def test_a_dateline_makes_no_claims_but_its_city_stays() -> None:
    document = text(f"Storm\nPublished: 4 March 2019, 10:20\n\nSANDMOUTH, March 4, 2019 (Agency) - {BODY}")
    assert "2019" not in document.plain
    assert "SANDMOUTH" in document.plain


LINES = [
    ("Updated: Tuesday, 4 March 2019, 10:20 GMT", True),
    ("Mon Mar 4 2019 | 5: 40pm", True),
    ("First posted: 3 / 4 / 19 05:40 PM ET", True),
    ("Posted: 1052 GMT (1852 HKT), April 10, 2007", True),
    ("Updated Wednesday, Jan 5 at 5:53 PM", True),
    ("4 March 2019", True),
    ("11:40", True),
    ("2019", False),
    ("12", False),
    ("40 2019-03-04 7", False),
    ("4 March 2019: 40 boats", False),
    ("On 4 March 2019 nothing", False),
    ("12.50", False),
]


@pytest.mark.parametrize(("line", "is_date"), LINES)
def test_lines_that_are_no_more_than_a_date(line: str, is_date: bool) -> None:
    assert is_date_line(line) is is_date
    left = text(f"Storm closes the port\n{line}\n{BODY}").plain.split("\n")[1]
    assert bool(left.strip()) is not is_date


def test_a_dateline_takes_no_figure_with_it() -> None:
    assert "40" in text(f"Storm\n40 2019-03-04 7\n{BODY}").plain


# --- publishers -------------------------------------------------------------------------------------------

PUBLISHERS = [
    ("---\nsource: Sandmouth Herald\n---\n", "Sandmouth Herald"),
    ("Source: Sandmouth Herald\n", "Sandmouth Herald"),
    ("Published by Sandmouth Herald.\n", "Sandmouth Herald"),
    ("SANDMOUTH, March 4 (Harbour Agency) - ", "Harbour Agency"),
    ("The source of the river is dry.\n", None),
    ("The ferry (Harbour Star) left.\n", None),
    ("", None),
]


@pytest.mark.parametrize(("head", "name"), PUBLISHERS)
def test_publishers(head: str, name: str | None) -> None:
    assert text(head + BODY).publisher == name


# --- histories --------------------------------------------------------------------------------------------

HISTORIES = [
    "CHANGELOG.md", "changelog.rst", "docs/CHANGES.txt", "HISTORY.md", "NEWS", "NEWS.rst", "news.md", "RELEASES.md",
    "release-notes.md", "ReleaseNotes.md", "release_notes_4.2.md", "docs/releases/4.2.md", "docs/release-notes/v3.md",
    "docs/migration-guide.md", "whats-new-3.1.rst", "upgrading-from-2.md", "CHANGELOG-2019.md", "v2_to_v3.md",
    "from-4.1-to-5.md", "NEWS3.md",
    "guides/migrating/from-karst.md", "doc/prev_whats_new/stats.md",
]  # fmt: skip
NO_HISTORIES = [
    "README.md",
    "news.txt",
    "news/2019-03-04.txt",
    "release.md",
    "history-of-the-port.md",
    "limits.md",
    "1998-to-2004.md",
    "9-to-noon.md",
]


@pytest.mark.parametrize("source", HISTORIES)
def test_histories_by_name(source: str) -> None:
    assert read.read_text(BODY, source, ".md").history


@pytest.mark.parametrize("source", NO_HISTORIES)
def test_what_is_no_history(source: str) -> None:
    assert not read.read_text(BODY, source, ".md").history


@pytest.mark.parametrize(
    ("title", "history"),
    [
        ("Release notes", True),
        ("What’s new in Relay 3.1", True),
        ("Changelog", True),
        ("Upgrading from 2 to 3", True),
        ("Changes in the weather", False),
        ("The history of the port", False),
        ("News of the week", False),
    ],
)
def test_histories_by_title(title: str, history: bool) -> None:
    assert read.read_text(f"# {title}\n\n{BODY}", "page.md", ".md").history is history


# --- tables -----------------------------------------------------------------------------------------------


def test_the_tables_hold_what_code_relies_on() -> None:
    assert len(dates.table().months) == 12
    assert len(dates.table().weekdays) == 7
    assert not set(dates.table().labels.published) & set(dates.table().labels.updated)
    assert set(documents.table().rst.versions) <= documents.table().rst.prose


@pytest.mark.parametrize("name", furniture.Furniture.__struct_fields__)
def test_cues_are_spelt_as_lines_are_looked_up(name: str) -> None:
    cues = getattr(furniture.table(), name)
    assert cues
    if name in ("lines", "comments", "links"):
        assert [cue for cue in cues if furniture.key(cue.replace("#", "12")) != cue] == []
    assert [cue for cue in cues if cue != cue.lower()] == []


LATER = [
    ("published: 2019-03-04T08:00:00Z\nupdated: 2019-03-04T20:00:00Z", 1200),
    (
        "published: 2019-03-04T08:00:00Z\nupdated: 2019-03-06T20:00:00Z",
        480,
    ),  # the day is that of the first version
]


@pytest.mark.parametrize(("front", "minute"), LATER)
def test_the_hour_of_a_text_that_was_updated_on_its_day(front: str, minute: int) -> None:
    found = text(f"---\ntitle: Ferries\n{front}\n---\n\n{BODY}", "report.md")
    assert found.hour == Hour(minute, universal=True)


UPDATED = [
    ("Published: 4 March 2019, 08:00\nUpdated: 4 March 2019, 20:15", Hour(1215)),
    ("Published: 4 March 2019, 08:00 | Last updated: Monday, 4 March 2019, 20:15", Hour(1215)),
    ("Published: 4 March 2019, 08:00\nUpdated: 6 March 2019, 20:15", Hour(480)),
]


@pytest.mark.parametrize(("lines", "hour"), UPDATED)
def test_the_hour_of_a_head_with_an_update(lines: str, hour: Hour) -> None:
    assert text(f"Two ferries collide\n\n{lines}\n\n{BODY}").hour == hour
