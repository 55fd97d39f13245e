"""What slip two figures look like, and when they look like none."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from claimcheck import extract, facts, normalise, read, rules
from claimcheck.config import Options
from claimcheck.rules.diagnosis import Figure, slip
from claimcheck.rules.slips import into


def figure(text: str, unit: str | None) -> Figure:
    return Figure(Decimal(text), unit)


@pytest.mark.parametrize(
    ("one", "other", "unit", "says"),
    [
        ("5200", "52000", None, "factor of 10"),
        ("1000", "10000", None, "factor of 10"),
        ("1.2", "1200", None, "factor of 1,000"),
        ("3000000", "3", None, "factor of 1,000,000"),
        ("8568", "8586", None, "two digits swapped"),
        ("48", "84", None, "two digits swapped"),
        ("380", "830", None, "two digits swapped"),
        ("65535", "65536", None, "one digit changed"),
        ("1096", "10960", None, "factor of 10"),
        ("4963", "49063", None, "one digit too many"),
        ("62", "100", "km", "miles and kilometres"),
        ("100", "62", "mile", "miles and kilometres"),
        ("1000", "3281", "foot", "feet and metres"),
        ("494", "200", "acre", "acres and hectares"),
        ("220", "100", "pound", "pounds and kilograms"),
        ("500", "551", "tonne", "tons and tonnes"),
        ("39", "102.2", "°C", "Fahrenheit and Celsius"),
    ],
)
def test_two_figures_of_one_unit(one: str, other: str, unit: str | None, says: str) -> None:
    for first, second in ((one, other), (other, one)):
        found = slip(figure(first, unit), figure(second, unit))
        assert found is not None
        assert found.startswith("may be ")
        assert says in found


@pytest.mark.parametrize(
    ("one", "other", "unit"),
    [
        ("34000", "54000", None),
        ("12", "21", None),
        ("5", "50", None),
        ("100", "62", None),
        ("40", "41", None),
        ("300", "450", "km"),
        ("6.2", "10", "km"),
        ("58", "58", None),
        ("0", "10", None),
        ("100", "137", "USD"),
    ],
)
def test_figures_that_look_like_no_slip(one: str, other: str, unit: str | None) -> None:
    assert slip(figure(one, unit), figure(other, unit)) is None


@pytest.mark.parametrize(
    ("one", "other", "says"),
    [
        ("mile", "km", "miles and kilometres"),
        ("°F", "°C", "Fahrenheit and Celsius"),
        ("%", "percentage point", "percent and percentage points"),
        ("km", "hectare", "one number with two units"),
    ],
)
def test_one_number_with_two_units(one: str, other: str, says: str) -> None:
    assert says in (slip(figure("17", one), figure("17", other)) or "")
    assert slip(figure("17", one), figure("18", other)) is None


def diagnoses(*texts: str, known: str = "") -> list[str | None]:
    documents = [read.read_text(text + "\n", f"{n}.txt", ".txt") for n, text in enumerate(texts)]
    claims = [c for each in documents for c in normalise.claims(each, extract.extract(each).mentions)]
    reference = facts.parse(known, Path("facts.toml"), Decimal("0.02"))
    found = rules.check(documents, claims, normalise.unite(documents, claims), Options(), reference)
    return [each.diagnosis for each in found if each.severity != "note"]


def test_another_figure_of_the_sentence() -> None:
    (found,) = diagnoses(
        "The storm in Orvane destroyed 446 houses and damaged 512 houses on Tuesday, the mayor said.",
        "On Tuesday the storm destroyed 512 houses in Orvane, firefighters reported.",
    )
    assert found == "may be another figure of the same sentence: 512 houses"


def test_a_part_taken_for_the_whole() -> None:
    (found,) = diagnoses(
        "The flood in Orvane on Tuesday killed 72 people, including 39 children.",
        "The flood in Orvane on Tuesday killed 39 people, the mayor said.",
    )
    assert found == "may be a part taken for the whole: 39 children"


def test_against_a_fact() -> None:
    known = '[[fact]]\nabout = "Orvane"\nproperty = "population"\nvalue = 232_000\n'
    assert diagnoses("Orvane has 223,000 inhabitants.", known=known) == ["may be two digits swapped"]
    assert diagnoses("Orvane has 2.32 million inhabitants.", known=known) == [
        "may be a slip by a factor of 10"
    ]


def suggestion(text: str, low: str, high: str, unit: str | None) -> str | None:
    document = read.read_text(text + "\n", "a.txt", ".txt")
    (claim,) = normalise.claims(document, extract.extract(document).mentions)
    return into(claim, (Decimal(low), Decimal(high)), unit)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "says"),
    [
        ("It covers close to 31,000 square kilometres.", "1", "300", "km²", "may be 31 square kilometres"),
        ("It was 104 degrees Celsius.", "30", "44", "°C", "may be 104 °F"),
        ("It weighs 3,000 tonnes.", "1", "20", "tonne", "may be 3 tonnes or 3,000 kg"),
        ("It is 29,035 metres high.", "100", "8850", "m", "may be 29,035 feet"),
        ("It has 230 million inhabitants.", "1", "500000", None, "may be 230,000 inhabitants"),
        ("It has 7 inhabitants.", "1000", "2000", None, None),
        ("It has 21 inhabitants.", "1", "10", None, None),
    ],
)
def test_what_a_figure_may_have_been(
    text: str, low: str, high: str, unit: str | None, says: str | None
) -> None:
    assert suggestion(text, low, high, unit) == says


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("A quarter of the 600 seats, 450, are empty.", "may be said of the others: 150 of 600 seats"),
        ("About 40 percent of the town's 30,000 inhabitants, or 1,200 people, fled.", "may be 12,000 people"),
        ("Twelve of the 84 ships, or 25 percent, sank.", "may be 48 ships: two digits swapped"),
        ("Sales rose 108 percent, from 250 to 270 units.", "may be the new level in percent of the old one"),
        ("Sales rose 8 percent, from 270 to 250 units.", "may be the two ends swapped"),
        ("Sales rose 80 percent, from 250 to 270 units.", "may be 8 percent"),
        (
            "A third of the 90 deputies, 80, voted yes and 30 were ill.",
            "may be another figure of the same sentence",
        ),
        (
            "The fire burned 9,000 hectares, three times the 300 hectares lost last year.",
            "may be 900 hectares",
        ),
        ("She ruled for 12 years, from 1985 until her death in 2006.", "may be 21 years: two digits swapped"),
        ("She ruled for 31 years, from 1985 until her death in 2006.", "ten years apart"),
        ("The siege lasted 35 weeks, from 3 March to 7 April 2014.", "may be 35 days"),
        ("She was born in 1931 and died in 2011, aged 97.", "may be 79: two digits swapped"),
        ("The law was signed on Friday, January 6, 2016.", "may be of 2017"),
        (
            "A total of 42 were saved: 31 men, 42 women and 27 children.",
            "may be a part taken for the total: 42 women",
        ),
        (
            "Of the 4,963 people, 2,120 returned, 1,840 were captured and 913 killed.",
            "may be two digits swapped",
        ),
        ("Fourteen of the nine hostages have been freed.", "may be part and whole swapped"),
        ("At least 34 people, 120 of them children, drowned.", "may be 12"),
        (
            "Spending of $90 million was split into $60 million for roads, $30 million for schools and $20 million "
            "for gyms.",
            "may be counted twice: $20 million",
        ),
    ],
)
def test_the_slip_behind_a_sum_a_share_or_a_length(text: str, says: str) -> None:
    assert [says in (found or "") for found in diagnoses(text)] == [True]
