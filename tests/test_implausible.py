"""implausible: what its messages compare with and suggest, and that every bound has a case and a source."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from claimcheck import extract, normalise, read, rules
from claimcheck.config import Options
from claimcheck.lexicon import bounds, units
from claimcheck.model import Finding

CASES = tomllib.loads((Path(__file__).parent / "rules" / "implausible.toml").read_text(encoding="utf-8"))
FLAGS = CASES["flag"]


@cache
def messages() -> list[str]:
    """What is said of all texts that are to be flagged."""
    return [found.message for case in FLAGS for found in findings(case["texts"])]


def findings(texts: dict[str, str]) -> list[Finding]:
    documents = [read.read_text(text.strip() + "\n", name, Path(name).suffix) for name, text in texts.items()]
    claims = [c for each in documents for c in normalise.claims(each, extract.extract(each).mentions)]
    options = Options(select=("implausible",))
    return list(rules.check(documents, claims, normalise.unite(documents, claims), options))


@pytest.mark.parametrize("case", [case for case in FLAGS if "says" in case], ids=lambda case: case["name"])
def test_a_finding_compares_and_suggests(case: dict[str, Any]) -> None:
    (found,) = findings(case["texts"])
    assert case["says"] in f"{found.message} {found.diagnosis}"


def test_copies_are_one_finding() -> None:
    (case,) = (case for case in FLAGS if case["name"].startswith("a copy"))
    (found,) = findings(case["texts"])
    assert {claim.source for claim in found.claims} == {"a.txt", "b.txt"}
    assert found.independent_sources == 1


def test_the_fingerprint_ignores_where_the_figure_stands() -> None:
    one = findings({"a.txt": "Porto has 230 million inhabitants."})
    other = findings({"b.txt": "Rain fell.\n\nPorto has 230 million inhabitants."})
    assert len(one) == 1
    assert [found.id for found in one] == [found.id for found in other]


@pytest.mark.parametrize("row", bounds.table().kind, ids=lambda row: row.name)
def test_a_bound_has_a_source_and_leads_inside_itself(row: bounds.Bound) -> None:
    assert row.source
    assert row.record
    assert row.least is not None or row.most is not None
    assert row.unit is None or units.unit(row.unit)
    if row.usual is not None:
        low, high = row.usual
        assert low < high
        assert row.most is None or high <= row.most
        assert row.least is None or low >= row.least


@pytest.mark.parametrize("row", bounds.table().kind, ids=lambda row: row.name)
def test_every_bound_has_a_text_on_which_it_speaks(row: bounds.Bound) -> None:
    assert any(f"can hardly be {row.name};" in message for message in messages())


def test_the_examples_of_the_rule_do_what_they_say() -> None:
    (rule,) = (rule for rule in rules.RULES if rule.id == "implausible")
    assert len(findings({"a.txt": rule.fires})) == 1
    assert findings({"a.txt": rule.passes}) == []
