"""Every rule on the texts of its table, from text to finding; a rule without table or page fails."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from claimcheck import extract, facts, normalise, read, rules
from claimcheck.config import Options
from claimcheck.model import SEVERITIES, Document, Finding

ROOT = Path(__file__).parent.parent
REFERENCE = "facts.toml"  # a text of this name holds facts that the user vouches for
TABLES = ROOT / "tests" / "rules"
IDS = [rule.id for rule in rules.RULES]


def table(rule: str) -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads((TABLES / f"{rule}.toml").read_text(encoding="utf-8"))


def cases(verdict: str) -> list[Any]:
    return [
        pytest.param(rule, case, id=f"{rule}: {case['name']}")
        for rule in IDS
        if (TABLES / f"{rule}.toml").is_file()
        for case in table(rule).get(verdict, [])
    ]


def findings(texts: dict[str, str]) -> tuple[Finding, ...]:
    known = facts.parse(texts.get(REFERENCE, ""), Path(REFERENCE), Options().tolerance)
    texts = {name: text for name, text in texts.items() if name != REFERENCE}
    documents = [read.read_text(text.strip() + "\n", name, Path(name).suffix) for name, text in texts.items()]
    claims = [claim for document in documents for claim in _claims(document)]
    fields = normalise.unite(documents, claims)
    return rules.check(documents, claims, fields, Options(), known, normalise.dated(documents))


def _claims(document: Document) -> tuple[Any, ...]:
    return normalise.claims(document, extract.extract(document).mentions)


def of_rule(rule: str, found: tuple[Finding, ...]) -> list[Finding]:
    return [finding for finding in found if finding.rule == rule]


IN_WORDS = (
    "copied-source",
    "parallel-texts",
    "reference-conflict",
)  # whose examples tell of texts, or give facts without their file


def example(text: str) -> dict[str, str]:
    """The texts of an example that `claimcheck explain` prints, by name where it gives names."""
    lines = [line.partition(": ") for line in text.split("\n")]
    named = all(name.endswith(".txt") for name, _, _ in lines)
    return {name: rest for name, _, rest in lines} if named else {"a.txt": text}


@pytest.mark.parametrize(
    "rule", [rule for rule in rules.RULES if rule.id not in IN_WORDS], ids=lambda rule: rule.id
)
def test_the_examples_of_a_rule_hold(rule: rules.Rule) -> None:
    assert len(of_rule(rule.id, findings(example(rule.fires)))) == 1
    assert findings(example(rule.passes)) == ()


@pytest.mark.parametrize("rule", IDS)
def test_a_rule_has_a_table_with_both_verdicts(rule: str) -> None:
    assert table(rule)["flag"]
    assert table(rule)["pass"]


@pytest.mark.parametrize("rule", IDS)
def test_a_rule_has_a_heading_in_the_page(rule: str) -> None:
    page = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert re.search(rf"^## {rule}$", page, re.MULTILINE)


@pytest.mark.parametrize(("rule", "case"), cases("flag"))
def test_a_rule_speaks_up(rule: str, case: dict[str, Any]) -> None:
    found = of_rule(rule, findings(case["texts"]))
    assert found, "silent"
    wanted = SEVERITIES.index(case.get("severity", "note"))
    assert min(SEVERITIES.index(finding.severity) for finding in found) <= wanted


@pytest.mark.parametrize(("rule", "case"), cases("pass"))
def test_a_rule_is_silent(rule: str, case: dict[str, Any]) -> None:
    found = of_rule(rule, findings(case["texts"]))
    loud = [
        finding
        for finding in found
        if finding.severity != "note" or rule in ("update", "copied-source", "parallel-texts")
    ]
    assert [finding.message for finding in loud] == []


def test_a_figure_that_somebody_else_gives_is_no_error() -> None:
    found = findings({"a.txt": "About 6,000 people gathered on the quay. Police spoke of 3,500."})
    assert [(finding.rule, finding.severity) for finding in found] == [("self-conflict", "warning")]


@pytest.mark.parametrize(("rule", "case"), cases("flag"))
def test_findings_do_not_depend_on_the_order_of_texts(rule: str, case: dict[str, Any]) -> None:
    turned = dict(reversed(case["texts"].items()))
    assert findings(case["texts"]) == findings(turned)


def test_the_fingerprint_ignores_text_before_the_claim() -> None:
    case = table("value-conflict")["flag"][0]
    moved = {name: "Another paragraph comes first.\n\n" + text for name, text in case["texts"].items()}
    before, after = findings(case["texts"]), findings(moved)
    assert [finding.id for finding in before] == [finding.id for finding in after]
