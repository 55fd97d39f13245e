"""Figures of which two digits have changed places, in texts that hardly share a word."""

from __future__ import annotations

import pytest

from claimcheck import check
from claimcheck.extract import extract
from claimcheck.read import read_text

ONE = "Orlow Council. The Velm Bridge is to be built by Tarn & Sons."
OTHER = "Orlow gets the Velm Bridge after ten years of talk."


def loud(one: str, other: str) -> list[str]:
    texts = {"report.txt": f"{ONE}\n\n{one}\n", "leaflet.txt": f"{OTHER}\n\n{other}\n"}
    return [finding.rule for finding in check(texts).findings if finding.severity != "note"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The steel deck is 247 metres long.",
            "Last week the firm won the contract for the 274-metre crossing.",
        ),
        ("Annual upkeep is put at £163,000.", "Running it is expected to cost £136,000 a year."),
        ("The yearly grant is 527,000 euros.", "The land gives 572,000 euros per year."),
    ],
)
def test_sizes_of_which_texts_give_but_one_need_little_in_common(one: str, other: str) -> None:
    assert loud(one, other) == ["value-conflict"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The steel deck is 247 metres long.", "The tower beside it is 274 metres high."),
        ("Annual upkeep is put at £163,000.", "A month of closed roads cost shops £136,000."),
        ("The deck is 24 metres long.", "They ordered a 42-metre span."),
        (
            "The deck is 247 metres long.",
            "The first plan was a 274-metre crossing, and a 247-metre one was built.",
        ),
        (
            "The deck is 247 metres long. Its parts are 113, 125, 131 and 142 metres long.",
            "A 274-metre path, a 316-metre wall and a 229-metre pier are next to it.",
        ),
    ],
)
def test_such_sizes_of_two_things_stay_apart(one: str, other: str) -> None:
    assert loud(one, other) == []


def units_of(text: str) -> list[str | None]:
    return [mention.unit for mention in extract(read_text(text, "a.txt", ".txt")).mentions]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Do not exceed 400 W in total.", ["W"]),
        ("Input: 48 V, 500 W maximum.", ["V", "W"]),
        ("She lives at 400 W Grant Street.", []),
        ("See v 5 of the form.", []),
    ],
)
def test_letters_are_units_where_no_name_follows(text: str, units: list[str]) -> None:
    assert units_of(text) == units
