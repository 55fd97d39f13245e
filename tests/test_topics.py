"""`claimcheck fields --topics`: what each text speaks of, and which claims are bound to it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from shell import run, write

TWO = """\
ORRIN, 4 March 2019 - A bomb killed 12 people in Orrin on Monday, officials said.

Doctors treated 30 people there. The blast broke 40 windows.

In a separate attack, gunmen killed 7 soldiers in Tavel on Sunday.

In 2004 a war killed 900 people in Orrin.
"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    return write(tmp_path / "story", {"a.txt": TWO, "b.md": "# Pump\n\n## Limits\n\nIt moves 40 litres.\n"})


def test_every_claim_is_bound_to_the_topic_of_its_sentence(story: Path) -> None:
    found = json.loads(run("fields", story, "--topics", "-f", "json").stdout)["topics"]
    figures = {item["kind"]: item["figures"] for item in found if item["source"] == "a.txt"}
    assert figures == {"head": ["12", "30", "40"], "other": ["7"], "background": ["900"]}
    by_kind = {item["kind"]: item for item in found if item["source"] == "a.txt"}
    assert by_kind["other"]["places"] == ["Tavel"] and by_kind["other"]["days"] == ["2019-03-03"]
    assert by_kind["head"]["causes"] and by_kind["head"]["days"] == ["2019-03-04"]
    assert [claim["value"] for claim in by_kind["head"]["claims"]] == ["12", "30", "40"]
    (page,) = (item for item in found if item["source"] == "b.md")
    assert page["headings"][-1] == "Limits"


def test_people_and_spreadsheets_read_the_same(story: Path) -> None:
    shown = run("fields", story, "--topics").stdout.decode()
    assert "background" in shown and "places: Tavel" in shown and "a.txt:5:37" in shown
    rows = list(csv.DictReader(io.StringIO(run("fields", story, "--topics", "-f", "csv").stdout.decode())))
    assert [(row["topic_kind"], row["value"]) for row in rows if row["source"] == "a.txt"] == [
        ("head", "12"),
        ("head", "30"),
        ("head", "40"),
        ("other", "7"),
        ("background", "900"),
    ]


def test_an_unknown_format_is_named(story: Path) -> None:
    done = run("fields", story, "--topics", "-f", "markdown")
    assert done.returncode == 2 and b"text, json, csv" in done.stderr
