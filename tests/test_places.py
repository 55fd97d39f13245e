"""Places in files that have no lines: every format shows the page, paragraph or time code that a person finds."""

from __future__ import annotations

import csv
import io
import json

import pytest
from msgspec.structs import replace

import reports
from claimcheck.model import Document, Report
from claimcheck.report import CHECK_FORMATS, EXTRACT_FORMATS
from claimcheck.report.look import Look

PAGES = ((0, "page 1"), (8, "page 2"))


def paged() -> Report:
    """The conflict made by hand, with b.txt as a file of pages; its figure stands on page 2."""
    report = reports.conflict()
    documents = (report.documents[0], replace(report.documents[1], places=PAGES))
    return replace(report, documents=documents)


def shown(name: str) -> str:
    return CHECK_FORMATS[name](paged(), Look())


def test_a_place_reaches_to_the_next_one() -> None:
    document = Document("a.pdf", "x" * 20, "x" * 20, (), places=PAGES)
    assert [document.place(offset) for offset in (0, 7, 8, 19)] == ["page 1", "page 1", "page 2", "page 2"]


def test_what_stands_before_the_first_place_has_none() -> None:
    document = Document("a.srt", "x" * 20, "x" * 20, (), places=((5, "00:00:01"),))
    assert (document.place(4), document.place(5)) == (None, "00:00:01")


def test_a_file_with_lines_has_no_places() -> None:
    assert Document("a.txt", "ab\ncd", "ab\ncd", ()).place(4) is None


@pytest.mark.parametrize("name", ["text", "markdown", "sarif", "github", "junit"])
def test_people_read_the_place(name: str) -> None:
    assert "b.txt, page 2" in shown(name)
    assert "b.txt:1" not in shown(name)


def test_a_line_of_the_concise_format_begins_with_the_place() -> None:
    report = paged()
    (finding,) = report.findings
    turned = replace(report, findings=(replace(finding, claims=finding.claims[::-1]),))
    assert CHECK_FORMATS["concise"](turned, Look()).startswith("b.txt, page 2: warning value-conflict")


def test_records_hold_the_place() -> None:
    (finding,) = json.loads(shown("json"))["findings"]
    assert [claim["located"] for claim in finding["claims"]] == [None, "page 2"]
    rows = csv.DictReader(io.StringIO(shown("csv")))
    assert [row["located"] for row in rows] == ["", "page 2"]


def test_programs_get_no_line_that_the_file_has_not() -> None:
    (result,) = json.loads(shown("sarif"))["runs"][0]["results"]
    assert [set(each["physicalLocation"]) for each in result["relatedLocations"]] == [{"artifactLocation"}]
    (diagnostic,) = json.loads(shown("rdjson"))["diagnostics"]
    assert diagnostic["relatedLocations"][0]["location"] == {"path": "b.txt"}
    entries = json.loads(shown("gitlab"))
    assert entries[1]["location"] == {"path": "b.txt", "lines": {"begin": 1, "end": 1}}


def test_the_list_of_claims_names_the_place() -> None:
    assert "page 2  “We counted [380 ambulances].”" in EXTRACT_FORMATS["text"](paged(), Look())
