"""Numbers that name something: compared in like wording, and never shown as quantities."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from claimcheck import check, extract
from claimcheck.model import Report

CASES = tomllib.loads(
    (Path(__file__).parent / "corpus" / "matching" / "references.toml").read_text(encoding="utf-8")
)["case"]


def checked(tmp_path: Path, *texts: str) -> Report:
    for name, text in zip("abc", texts, strict=False):
        (tmp_path / f"{name}.txt").write_text(f"{text}\n", encoding="utf-8")
    return check(tmp_path)


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES])
def test_references_differ_in_like_wording_only(case: dict[str, Any], tmp_path: Path) -> None:
    report = checked(tmp_path, case["a"], case["b"])
    found = {
        claim.mention.surface
        for finding in report.findings
        for claim in finding.claims
        if claim.mention.kind == "reference" and finding.rule == "value-conflict"
    }
    assert sorted(found) == case["apart"]


def test_a_reference_is_no_quantity(tmp_path: Path) -> None:
    report = checked(tmp_path, CASES[1]["a"], CASES[1]["b"])
    assert report.claims == ()
    assert report.coverage.claims == 0
    assert extract(tmp_path) == ()


def test_a_reference_that_nothing_contradicts_makes_no_field(tmp_path: Path) -> None:
    assert checked(tmp_path, CASES[3]["a"], CASES[3]["b"]).fields == ()


def test_a_field_is_named_by_the_word_before_the_number(tmp_path: Path) -> None:
    (field,) = checked(tmp_path, CASES[1]["a"], CASES[1]["b"]).fields
    assert field.label == "resolution"
    (number,) = checked(tmp_path, CASES[0]["a"], CASES[0]["b"]).fields
    assert number.label == "number"


def test_a_known_reference_is_found_again_from_the_cache(tmp_path: Path) -> None:
    one, other = (checked(tmp_path, CASES[1]["a"], CASES[1]["b"]).findings for _ in range(2))
    assert one == other
    assert [finding.values[0].value for finding in one] == ["2118"]
