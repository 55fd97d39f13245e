"""What a finding is known by: other events never answer for it, and it outlives what happens elsewhere."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from claimcheck.baseline.entry import Entry, fold
from claimcheck.baseline.load import load
from claimcheck.config import Options
from claimcheck.pipeline import run as run_line
from shell import run, write

NAME = "claimcheck-baseline.toml"
FLOOD = {
    "a.txt": "The flood in Orvane killed 58 people.\n",
    "b.txt": "The flood in Orvane killed 85 people.\n",
}
QUAKE = {
    "a.txt": "The quake in Tessin killed 58 people.\n",
    "b.txt": "The quake in Tessin killed 85 people.\n",
}
BARE = {"a.txt": "In all, 58 people were killed there.\n", "b.txt": "In all, 85 people were killed there.\n"}
RETENTION = {"a.txt": "The bin keeps a file for 30 days.\n", "b.txt": "The bin keeps a file for 45 days.\n"}
SESSION = {"a.txt": "A visit ends after 20 days.\n", "b.txt": "A visit ends after 25 days.\n"}


def ids(folder: Path) -> set[str]:
    return {item.id for item in run_line([folder], Options()).findings if item.rule == "value-conflict"}


def entry_of(folder: Path) -> Entry:
    (entry,) = load(folder / NAME)
    return entry


def known(folder: Path) -> dict[str, str]:
    """The status of each finding by the folder of its first claim."""
    report = run_line([folder], Options(baseline=str(folder / NAME)))
    return {item.claims[0].source.split("/")[0]: item.status for item in report.findings}


@pytest.mark.parametrize(("one", "other"), [(FLOOD, QUAKE), (RETENTION, SESSION)], ids=["tolls", "lengths"])
def test_an_id_is_that_of_its_own_claims(tmp_path: Path, one: dict[str, str], other: dict[str, str]) -> None:
    write(tmp_path / "one", one)
    write(tmp_path / "other", other)
    both = ids(tmp_path)
    alone = [ids(tmp_path / name) for name in ("one", "other")]
    assert both == alone[0] | alone[1] and len(both) == 2
    (tmp_path / "one" / "b.txt").unlink()
    assert ids(tmp_path) == alone[1]


def test_an_id_holds_no_figure(tmp_path: Path) -> None:
    before = ids(write(tmp_path, FLOOD))
    for name in FLOOD:
        write(tmp_path, {**FLOOD, name: "The flood in Orvane killed 66 people.\n"})
        assert ids(tmp_path) == before


@pytest.mark.parametrize("event", [QUAKE, BARE], ids=["another place", "the very same words"])
def test_an_entry_does_not_answer_for_another_event(tmp_path: Path, event: dict[str, str]) -> None:
    """Even where the same is said in the same words, as long as the texts of the entry are there."""
    write(tmp_path / "flood", FLOOD if event is QUAKE else BARE)
    run("baseline", "create", tmp_path, "--baseline", tmp_path / NAME, "--reason", "two counts")
    write(tmp_path / "quake", event)
    done = run("check", tmp_path / "quake", "--baseline", tmp_path / NAME)
    assert done.returncode == 1 and b"1 error" in done.stdout
    if event is QUAKE:
        assert known(tmp_path) == {"flood": "known", "quake": "new"}
        shutil.rmtree(tmp_path / "flood")
        assert known(tmp_path) == {"quake": "new"}
        run("baseline", "update", tmp_path, "--baseline", tmp_path / NAME)
        assert (entry_of(tmp_path).verdict, entry_of(tmp_path).reason) == (None, "")


def test_another_name_for_the_texts_changes_nothing(tmp_path: Path) -> None:
    write(tmp_path / "flood", FLOOD)
    run("baseline", "create", tmp_path, "--baseline", tmp_path / NAME)
    (tmp_path / "flood").rename(tmp_path / "water")
    assert known(tmp_path) == {"water": "known"}


def test_an_id_needs_a_figure_that_still_stands_there(tmp_path: Path) -> None:
    write(tmp_path, FLOOD)
    run("baseline", "create", tmp_path)
    write(tmp_path, {"a.txt": "The flood in Orvane killed 58 people, they say.\n"})
    assert known(tmp_path) == {"a.txt": "known"}
    write(tmp_path, {"b.txt": "The flood in Orvane killed 66 people, they say.\n"})
    assert known(tmp_path) == {"a.txt": "widened"}
    write(tmp_path, {"a.txt": "The flood in Orvane killed 44 people, they say.\n"})
    assert known(tmp_path) == {"a.txt": "new"}


@pytest.mark.parametrize("reason", ["", "counted anew"])
def test_a_verdict_is_for_the_figures_that_somebody_saw(tmp_path: Path, reason: str) -> None:
    write(tmp_path, FLOOD)
    run("baseline", "create", tmp_path, "--reason", "two counts", "--expires", "2999-01-01")
    text = (tmp_path / NAME).read_text()
    (tmp_path / NAME).write_text(text.replace('"accepted"', '"false-positive"'))
    write(tmp_path, {"b.txt": "The flood in Orvane killed 900 people.\n"})
    done = run("baseline", "update", tmp_path, *(["--reason", reason] if reason else []))
    assert done.stdout.startswith(b"widened ")
    assert (b"(not judged yet with all of these figures)" in done.stdout) == (not reason)
    found = entry_of(tmp_path)
    assert found.values == ("58", "900")
    assert (found.verdict, found.reason) == ("accepted" if reason else None, reason)
    assert str(found.expires) == "2999-01-01"
    stats = run("review", "--stats", tmp_path).stdout
    assert (b"1 held back, but not judged" in stats) == (not reason)


def test_a_merge_does_not_extend_a_verdict_either() -> None:
    one = Entry(id="a", values=("12", "14"), verdict="accepted", reason="two counts")
    (both,) = fold([one, Entry(id="a", values=("12", "90"))])
    assert (both.values, both.verdict, both.reason) == (("12", "14", "90"), None, "")
    (both,) = fold([one, Entry(id="a", values=("12",))])
    assert (both.verdict, both.reason) == ("accepted", "two counts")


def test_an_update_of_one_folder_leaves_what_is_known_of_another(tmp_path: Path) -> None:
    """The very same words with other figures: what one folder accepts the other does not."""
    baseline = ("--baseline", tmp_path / NAME)
    write(tmp_path / "one", BARE)
    run("baseline", "create", tmp_path / "one", *baseline, "--reason", "two counts")
    write(tmp_path / "other", {name: text.replace("85", "91") for name, text in BARE.items()})
    run("baseline", "update", tmp_path / "other", *baseline)
    one, other = load(tmp_path / NAME)
    assert (one.values, one.reason, one.sources) == (("58", "85"), "two counts", ("one/a.txt", "one/b.txt"))
    assert (other.values, other.reason) == (("58", "91"), "") and other.finding == one.id != other.id
    for folder in ("one", "other"):
        assert run("check", tmp_path / folder, *baseline, "--locked").returncode == 0
    before = (tmp_path / NAME).read_bytes()
    for folder in ("one", "other"):
        run("baseline", "update", tmp_path / folder, *baseline)
    assert (tmp_path / NAME).read_bytes() == before
    done = run("baseline", "update", tmp_path / "other", *baseline, "--only", other.id, "--reason", "so")
    assert done.returncode == 0 and [each.reason for each in load(tmp_path / NAME)] == ["two counts", "so"]
    write(tmp_path / "one", {"b.txt": BARE["b.txt"].replace("85", "91")})
    assert run("check", tmp_path / "one", *baseline).returncode == 1


def test_an_entry_that_nothing_bears_out_gives_way_to_a_new_one(tmp_path: Path) -> None:
    write(tmp_path, FLOOD)
    run("baseline", "create", tmp_path, "--reason", "two counts", "--expires", "2999-01-01")
    write(tmp_path, {name: text.replace("8", "9") for name, text in FLOOD.items()})
    (id_,) = ids(tmp_path)
    done = run("baseline", "update", tmp_path, "--only", id_, "--reason", "counted anew")
    assert [line.split()[0] for line in done.stdout.splitlines()] == [b"added", b"removed"]
    found = entry_of(tmp_path)
    assert (found.values, found.reason, found.expires) == (("59", "95"), "counted anew", None)


def test_what_a_merge_brings_together_of_other_files_stays_apart() -> None:
    one = Entry(id="a", values=("12",), sources=("x",), reason="so")
    found = fold([one, Entry(id="a", values=("90",), sources=("y",)), Entry(id="a", sources=("x", "z"))])
    assert {(each.finding, each.values, each.sources) for each in found} == {
        ("a", ("12",), ("x", "z")),
        ("a", ("90",), ("y",)),
    }
    assert len({each.id for each in found}) == 2 and fold(found) == found


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize("names", [["../link"], ["../link/a.txt", "b.txt"]], ids=["folder", "files"])
def test_a_link_to_the_folder_changes_nothing(tmp_path: Path, names: list[str]) -> None:
    write(tmp_path / "flood", FLOOD)
    run("baseline", "create", tmp_path / "flood")
    (tmp_path / "link").symlink_to("flood")
    done = run("check", *names, "--baseline", NAME, "--locked", cwd=tmp_path / "flood")
    assert done.returncode == 0 and b"1 known finding" in done.stderr
    beside = run("check", ".", "--baseline", f"../link/{NAME}", "--locked", cwd=tmp_path / "flood")
    assert beside.returncode == 0 and b"1 known finding" in beside.stderr
