"""`check --explain` and what `-v` says was explained away."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from claimcheck import asked, check
from shell import CONFLICT, is_one_line, run, write

STORY = {
    "a.txt": "In Orrin 58 people were killed on Monday. Over 600 people left the town of Orrin by bus.",
    "b.txt": "In Orrin 58 people were killed on Monday, and 647 people left the town of Orrin by bus.",
    "c.txt": "In Tavel 32 people were killed on Monday.",
    "d.txt": "They plan to buy 9 boats in Tavel.",
}


@pytest.fixture
def conflict(tmp_path: Path) -> Path:
    return write(tmp_path / "conflict", CONFLICT)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    return write(tmp_path / "story", STORY)


def test_the_pairs_of_a_finding_show_features_vetoes_and_confidence(conflict: Path) -> None:
    (finding,) = json.loads(run("check", conflict, "-f", "json").stdout)["findings"]
    done = run("check", conflict, "--explain", finding["id"][:6])
    shown = done.stdout.decode()
    assert done.returncode == 0
    assert "a.txt:1:19" in shown and "b.txt:1:19" in shown
    assert "noun +" in shown and "likeness +" in shown and "vetoes: none" in shown
    assert f"linked with confidence {finding['confidence']:.2f}" in shown


def test_a_field_that_was_kept_quiet_names_its_explanation(story: Path) -> None:
    fields = json.loads(run("fields", story, "-f", "json").stdout)["fields"]
    (field,) = (item for item in fields if {c["value"] for c in item["claims"]} == {"600", "647"})
    shown = run("check", story, "--explain", field["id"]).stdout.decode()
    assert "figures: the bounds fit" in shown and "linked with confidence" in shown


def test_verbose_lists_what_was_explained_away(story: Path) -> None:
    shown = run("check", story, "-v").stdout.decode()
    away = shown.split("Explained away:")[1].split("\n\n")[0]
    assert "Over 600 / 647 (the bounds fit)" in away
    assert "58 / 32 (other place)" in away
    assert "Explained away" not in run("check", story).stdout.decode()


@pytest.mark.parametrize(("prefix", "words"), [("zz", "no finding and no field"), ("", "an empty id")])
def test_an_id_that_names_nothing_is_2(story: Path, prefix: str, words: str) -> None:
    done = run("check", story, "--explain", prefix)
    assert done.returncode == 2 and is_one_line(done.stderr) and words in done.stderr.decode()


def test_what_rests_on_one_text_has_no_pairs(tmp_path: Path) -> None:
    text = "The fleet has 100 boats: 30 ferries, 20 yachts and 10 barges."
    folder = write(
        tmp_path / "sum", {"a.txt": text + " Of 50 boats, 30 boats are old, and 80% of the 50 boats."}
    )
    findings = json.loads(run("check", folder, "-f", "json").stdout)["findings"]
    assert findings, "the sample must be wrong in itself"
    assert b"No pair of claims: " in run("check", folder, "--explain", findings[0]["id"]).stdout


def test_an_id_that_begins_several_is_2(conflict: Path) -> None:
    report = check(conflict)
    alike = tuple(replace(report.findings[0], id=name) for name in ("3f2a01", "3f2b02"))
    with pytest.raises(asked.UnknownFindingError, match="'3f2' begins several ids: 3f2a01, 3f2b02"):
        asked.find(replace(report, findings=alike), "3f2")
