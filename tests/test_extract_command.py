"""`claimcheck extract` narrowed to some claims, and its account of the grammar."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from shell import run, write

TEXT = "On 4 May 2019 about 400 ambulances drove 12 km. They met nine doctors.\n"


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    return write(tmp_path, {"notes.txt": TEXT})


def test_a_kind_and_a_noun_narrow_the_claims(notes: Path) -> None:
    lengths = run("extract", notes, "--kind", "length", "-f", "csv").stdout.decode().splitlines()
    assert len(lengths) == 2 and "12 km" in lengths[1]
    doctors = run("extract", notes, "--noun", "doctor", "-f", "csv").stdout.decode().splitlines()
    assert len(doctors) == 2 and "nine doctors" in doctors[1]


@pytest.mark.parametrize(
    ("noun", "figures"),
    [
        ("homes", ["46 homes"]),
        ("home", ["46 homes"]),
        ("Women", ["seven women"]),
        ("woman", ["seven women"]),
        ("people", ["23 people"]),
        ("person", ["23 people"]),
        ("fire  engines", ["12 fire engines"]),
        ("engine", ["12 fire engines"]),
        ("boats", []),
    ],
)
def test_a_noun_may_be_said_as_it_stands_in_the_text(tmp_path: Path, noun: str, figures: list[str]) -> None:
    text = (
        "Fire destroyed 46 homes. 12 fire engines came. They saved seven women. In all 23 people were hurt.\n"
    )
    done = run("extract", write(tmp_path, {"a.txt": text}), "--noun", noun, "-f", "jsonl")
    found = [json.loads(line)["text"] for line in done.stdout.decode().splitlines()]
    assert found == figures
    assert f"{len(figures)} claim".encode() in done.stderr  # counts what is shown
    assert (b"--noun: no figure here counts 'boats'" in done.stderr) == (not figures)


def test_an_unknown_kind_is_bad_usage(notes: Path) -> None:
    done = run("extract", notes, "--kind", "lenght")
    assert done.returncode == 2 and b"length" in done.stderr


def test_explain_shows_the_parts_and_the_masks(notes: Path) -> None:
    shown = run("extract", notes, "--explain").stdout.decode()
    assert "hedge: “about” says about" in shown
    assert "number: “400” is 400; its last digit that counts is worth 100" in shown
    assert "noun: “ambulances”, its head is ambulance" in shown
    assert "unit: km, of kind length" in shown
    assert "masked: it is no quantity: date" in shown
