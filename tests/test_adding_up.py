"""Texts that add up are left alone; the same texts with one figure changed are not."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from num2words import num2words  # type: ignore[import-untyped]

from claimcheck import check, extract, normalise, read
from claimcheck.model import Finding
from claimcheck.rules import duration_mismatch, share_mismatch, total_mismatch
from claimcheck.rules.rule import View

RULES = (total_mismatch.RULE, share_mismatch.RULE, duration_mismatch.RULE)
TABLE = Path(__file__).parent / "adding_up.toml"
TEXTS: list[dict[str, Any]] = tomllib.loads(TABLE.read_text(encoding="utf-8"))["text"]
FIGURE = re.compile(r"\[([^\]]+)\]")
DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
YEAR = re.compile(r"(?:19|20)\d\d")
WORDS = {num2words(number): number for number in range(100)}
# What a share word is changed to.
SHARES = {
    "most": ("a tenth",),
    "half": ("a tenth", "nine tenths"),
    "a third": ("a tenth", "two thirds"),
    "two thirds": ("a third", "nine tenths"),
    "a quarter": ("a tenth", "half"),
    "one in four": ("one in ten", "one in two"),
}
SCALES = {"million": 10**6, "billion": 10**9}
ENOUGH_TEXTS = 60
ENOUGH = 0.9


@cache
def findings(text: str, name: str) -> tuple[Finding, ...]:
    """What the three rules say of one text."""
    document = read.read_text(text.strip() + "\n", name, Path(name).suffix)
    claims = normalise.claims(document, extract.extract(document).mentions)
    view = View({document.source: document}, claims, ())
    return tuple(finding for rule in RULES for finding in rule.check(view))


def plain(text: str) -> str:
    return FIGURE.sub(r"\1", text)


# --- another figure in place of one ----------------------------------------------------------------------


def changed(case: dict[str, Any]) -> Iterator[str]:
    """The text with one figure after the other changed, up and down; within a whole, beyond it."""
    text = case["text"]
    found = list(FIGURE.finditer(text))
    for match in found:
        for figure in others(match.group(1), [each.group(1) for each in found], case.get("whole")):
            yield plain(text[: match.start()] + figure + text[match.end() :])


def others(figure: str, all_: list[str], whole: int | None) -> tuple[str, ...]:
    if figure.lower() in SHARES:
        return SHARES[figure.lower()]
    if whole is None:
        return moved(figure)
    if figure == all_[whole - 1]:
        largest = max(value(other) for other in all_ if other != figure and other.lower() not in SHARES)
        return (written(figure, largest * Decimal("0.7")),)
    return (written(figure, value(all_[whole - 1]) * Decimal("1.3") + 1),)


def moved(figure: str) -> tuple[str, ...]:
    """A third more and less, years by three; in the digits of the figure, so that rounding explains nothing."""
    if YEAR.fullmatch(figure):
        return str(int(figure) + 3), str(int(figure) - 3)
    number = value(figure)
    step = min(last_digit(figure), number / 2)
    by = max(step, (number * Decimal("0.3") / step).to_integral_value() * step)
    return tuple(written(figure, other) for other in (number + by, number - by) if other > 0)


def last_digit(figure: str) -> Decimal:
    """What the last digit of a figure that counts is worth, at least 1 for a whole number."""
    digits = DIGITS.search(figure)
    if digits is None:
        return Decimal(1)
    number = digits.group().replace(",", "")
    _, point, decimals = number.partition(".")
    places = -len(decimals) if point else len(number) - len(number.rstrip("0"))
    return Decimal(1).scaleb(places) * scale(figure)


def value(figure: str) -> Decimal:
    digits = DIGITS.search(figure)
    if digits is None:
        return Decimal(WORDS[figure.lower()])
    return Decimal(digits.group().replace(",", "")) * scale(figure)


def scale(figure: str) -> int:
    return SCALES.get(figure.split()[-1], 1)


def written(figure: str, number: Decimal) -> str:
    """A number in the manner of `figure`: words, thousands with commas, millions."""
    digits = DIGITS.search(figure)
    if digits is None:
        word = num2words(round(number))
        return str(word.capitalize() if figure[0].isupper() else word)
    own = number / scale(figure)
    shape = f"{own:,.1f}" if "." in digits.group() else f"{round(own):,}"
    return figure.replace(digits.group(), shape)


# --- the tests -------------------------------------------------------------------------------------------


def test_there_are_enough_texts() -> None:
    assert len(TEXTS) >= ENOUGH_TEXTS


@pytest.mark.parametrize("case", TEXTS, ids=lambda case: plain(case["text"]).strip()[:60])
def test_what_adds_up_is_left_alone(case: dict[str, Any]) -> None:
    assert [finding.message for finding in findings(plain(case["text"]), case.get("name", "a.txt"))] == []


def test_a_changed_figure_is_noticed() -> None:
    tried = {(text, case.get("name", "a.txt")) for case in TEXTS for text in changed(case)}
    silent = sorted(text for text, name in tried if not findings(text, name))
    assert len(silent) <= (1 - ENOUGH) * len(tried), silent


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        ("40", ("50", "30")),
        ("four", ("five", "three")),
        ("2,079", ("2,703", "1,455")),
        ("$90 million", ("$120 million", "$60 million")),
        ("3.2", ("4.2", "2.2")),
        ("2008", ("2011", "2005")),
    ],
)
def test_figures_are_changed_by_more_than_their_rounding(figure: str, expected: tuple[str, ...]) -> None:
    assert moved(figure) == expected


def test_one_cause_is_told_once() -> None:
    """Copies of a text repeat no finding, and a sum that fails refers to the conflict about its total."""
    text = "The storm killed 12 people in Orvane on Monday, seven men and four women, the police said.\n"
    other = "The storm killed 11 people in Orvane on Monday, the ministry said.\n"
    findings = check({"a.txt": text, "b.txt": text, "c.txt": other}).findings
    [total] = [finding for finding in findings if finding.rule == "total-mismatch"]
    assert {claim.source for claim in total.claims} == {"a.txt", "b.txt"}
    assert "figures differ on people · killed · Orvane as well" in total.why
