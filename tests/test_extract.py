"""The extractor against its tables of wordings in corpus/extract; a row marked `open` is known to fail yet."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from claimcheck.extract import drafts_of, extract
from claimcheck.extract.mentions import to_mentions
from claimcheck.lexicon import masks
from claimcheck.model import Block, Document, Masked, Mention
from claimcheck.read import read_text

CORPUS = Path(__file__).parent / "corpus" / "extract"
CLOSE = Decimal("1e-9")  # for fractions that no decimal ends
SIGN = re.compile(r"^(?:minus|negative|[-−])\s?")
Row = dict[str, Any]


@cache
def table(name: str) -> Row:
    return tomllib.loads((CORPUS / f"{name}.toml").read_text(encoding="utf-8"))


def rows(name: str, *keys: str) -> list[Any]:
    """The wordings of a table as parameters: row, the text of the wording in its frame, and the wording."""
    found = [
        param for key in keys for row in table(name)[key] for param in wordings(row, table(name).get("frame"))
    ]
    assert found
    return found


def wordings(row: Row, frame: str | None) -> Iterator[Any]:
    open_ = row.get("open", ())
    frame = row.get("frame", frame)
    for wording in row.get("texts") or [row["text"]]:
        text = frame.replace("{}", wording) if frame and "texts" in row else wording
        fails = open_ is True or (open_ and wording in open_)
        marks = [pytest.mark.xfail(strict=True, reason="open")] if fails else []
        yield pytest.param(row, text, wording, id=wording, marks=marks)


@cache
def read(text: str) -> tuple[tuple[Mention, ...], tuple[Masked, ...]]:
    document = Document("a.txt", text, text, (Block(0, len(text)),))
    drafts, masked = drafts_of(document)
    return to_mentions(document, drafts), tuple(masked)


def only(text: str) -> Mention:
    mentions, masked = read(text)
    assert len(mentions) == 1, f"{[m.surface for m in mentions]}, masked {masked}"
    return mentions[0]


def number(mention: Mention, text: str) -> str:
    return text[mention.number_start : mention.number_end]


def close(one: Decimal | None, other: str) -> bool:
    return one is not None and abs(one - Decimal(other)) <= CLOSE * max(1, abs(Decimal(other)))


def agrees(mention: Mention, row: Row) -> None:
    """Every field that the row names; money and sizes in the unit as written."""
    for name in ("value", "low", "high"):
        if name in row:
            assert close(getattr(mention, name), row[name]), f"{name} {getattr(mention, name)}"
    for name in ("hedge", "kind", "unit", "per", "noun", "trend", "precise"):
        if name in row:
            assert getattr(mention, name) == (row[name] or None), f"{name} {getattr(mention, name)!r}"
    if "phrase" in row:
        assert mention.noun_phrase == (row["phrase"] or None)


@pytest.mark.parametrize(("row", "text", "wording"), rows("numbers", "number"))
def test_a_number_is_read_whole(row: Row, text: str, wording: str) -> None:
    mention = only(text)
    assert number(mention, text) == (
        re.sub(r"^(?:minus|negative|[-−])\s?", "", wording) if row.get("signed") else wording
    )
    assert (mention.hedge == "about") == row.get("about", False)
    agrees(mention, row)
    assert mention.kind != "share"


@pytest.mark.parametrize(("row", "text", "wording"), rows("numbers", "share"))
def test_a_share_is_read_whole(row: Row, text: str, wording: str) -> None:
    mention = only(text)
    assert (number(mention, text), mention.kind) == (wording, "share")
    agrees(mention, row)


@pytest.mark.parametrize(("row", "text", "wording"), rows("numbers", "vague"))
def test_a_plural_without_a_figure_has_ends(row: Row, text: str, wording: str) -> None:
    mention = only(text)
    assert mention.vague and mention.hedge == "range" and mention.value is None
    assert wording.removesuffix(" of").endswith(number(mention, text))
    agrees(mention, row)


@pytest.mark.parametrize(("row", "text", "wording"), rows("numbers", "apart"))
def test_neighbours_stay_apart(row: Row, text: str, wording: str) -> None:
    singles = [str(m.value) for m in read(text)[0] if m.value is not None]
    ends = [[str(m.low), str(m.high)] for m in read(text)[0] if m.value is None]
    assert (singles, ends) == (row["values"], [row["range"]] if "range" in row else [])


@pytest.mark.parametrize(("row", "text", "wording"), rows("numbers", "none"))
def test_what_is_no_quantity_is_not_taken(row: Row, text: str, wording: str) -> None:
    assert [m.surface for m in read(text)[0]] == []


@pytest.mark.parametrize(("row", "text", "wording"), rows("hedges", "hedge"))
def test_a_hedge_is_read_with_its_words(row: Row, text: str, wording: str) -> None:
    agrees(only(text), row)


@pytest.mark.parametrize(("row", "text", "wording"), [*rows("units", "unit"), *rows("money", "money")])
def test_a_unit_is_read_in_every_form(row: Row, text: str, wording: str) -> None:
    agrees(only(text), row)
    assert only(text).kind == row.get("kind", "money")


@pytest.mark.parametrize(("row", "text", "wording"), rows("ranges", "range"))
def test_a_range_has_both_ends(row: Row, text: str, wording: str) -> None:
    mention = only(text)
    assert (mention.hedge, mention.value) == ("range", None)
    agrees(mention, row)


@pytest.mark.parametrize(("row", "text", "wording"), rows("ranges", "list"))
def test_a_list_keeps_its_numbers_and_shares_its_unit(row: Row, text: str, wording: str) -> None:
    mentions = read(text)[0]
    assert [m.value for m in mentions] == [Decimal(value) for value in row["values"]]
    if "units" in row:
        assert [m.unit or "" for m in mentions] == row["units"]
    if "nouns" in row:
        assert [m.noun or "" for m in mentions] == row["nouns"]


def that(text: str, surface: str) -> Mention:
    """The mention whose number is written so."""
    found = [m for m in read(text)[0] if number(m, text) == surface]
    assert len(found) == 1, [m.surface for m in read(text)[0]]
    return found[0]


@pytest.mark.parametrize(("row", "text", "wording"), rows("nouns", "noun"))
def test_the_counted_noun_is_found(row: Row, text: str, wording: str) -> None:
    agrees(that(text, row["number"]), row)


@pytest.mark.parametrize(("row", "text", "wording"), rows("masks", "mask"))
def test_a_mask_takes_what_is_no_quantity(row: Row, text: str, wording: str) -> None:
    at = text.index(row["number"])
    mentions, masked = read(text)
    assert [
        m.surface for m in mentions if m.number_start < at + len(row["number"]) and at < m.number_end
    ] == []
    assert row["reason"] in [m.reason for m in masked if m.start < at + len(row["number"]) and at < m.end]


@pytest.mark.parametrize(("row", "text", "wording"), rows("masks", "kept"))
def test_a_quantity_that_looks_like_a_masked_number_is_kept(row: Row, text: str, wording: str) -> None:
    agrees(only(text), row)


@pytest.mark.parametrize(
    ("shape", "example"),
    [
        pytest.param(shape, example, id=f"{shape.reason} {example}")
        for shape in (*masks.masks().whole, *masks.masks().after)
        for example in shape.examples
    ],
)
def test_an_example_of_a_mask_fits_its_pattern(shape: masks.Shape, example: str) -> None:
    """Patterns of `after` begin where the number ends, so that an example is left out up to there."""
    whole = shape in masks.masks().whole
    number = re.match(r"(?:[a-z]+ )*\d*(?:[.:]\d+)?", example)
    starts = [0] if whole or number is None else [number.end(), 0, 1, 2, 4]
    assert any(re.compile(shape.pattern).match(example, start) for start in starts)


@pytest.mark.parametrize(("row", "text", "wording"), rows("trends", "trend"))
def test_a_trend_is_the_amount_of_a_change(row: Row, text: str, wording: str) -> None:
    agrees(only(text), row)


@pytest.mark.parametrize(("row", "text", "wording"), rows("conversions", "conversion"))
def test_a_conversion_repeats_the_figure_before_it(row: Row, text: str, wording: str) -> None:
    mentions = read(text)[0]
    assert [[str(m.value), m.unit] for m in mentions] == row["figures"]
    assert [m.conversion_of for m in mentions] == [None, mentions[0].number_start]


@pytest.mark.parametrize(("row", "text", "wording"), rows("conversions", "apart"))
def test_another_fact_in_brackets_is_no_conversion(row: Row, text: str, wording: str) -> None:
    assert len(read(text)[0]) > 1
    assert [m.conversion_of for m in read(text)[0] if m.conversion_of is not None] == []


@pytest.mark.parametrize(("row", "text", "wording"), rows("ages", "age"))
def test_an_age_is_told_from_a_duration(row: Row, text: str, wording: str) -> None:
    agrees(only(text), {"unit": "year", "kind": "age", **row})


@pytest.mark.parametrize(("row", "text", "wording"), rows("ages", "duration"))
def test_a_duration_is_no_age(row: Row, text: str, wording: str) -> None:
    agrees(only(text), {"unit": "year", "kind": "duration", **row})


@pytest.mark.parametrize(("row", "text", "wording"), rows("rates", "rate"))
def test_a_rate_knows_what_it_is_counted_by(row: Row, text: str, wording: str) -> None:
    agrees(only(text), row)


@pytest.mark.parametrize(("row", "text", "wording"), rows("compounds", "compound"))
def test_two_units_make_one_quantity(row: Row, text: str, wording: str) -> None:
    agrees(only(text), row)


@pytest.mark.parametrize(("row", "text", "wording"), rows("compounds", "apart"))
def test_two_quantities_stay_two(row: Row, text: str, wording: str) -> None:
    assert [str(m.value) for m in read(text)[0]] == row["values"]


def test_a_grid_of_bare_numbers_is_masked_as_one() -> None:
    mentions, masked = read(" ".join(f"{number}.5" for number in range(60)))
    assert mentions == ()
    assert [mask.reason for mask in masked] == ["grid"] * 60


def test_a_row_of_bare_numbers_is_masked() -> None:
    mentions, masked = read("Harvested 40.2 40.2 41.8 41.8 in two counties")
    assert [mention.value for mention in mentions] == [2]
    assert [mask.reason for mask in masked] == ["grid"] * 4


def test_a_row_of_columns_with_units_is_masked() -> None:
    _, masked = read("30-89 days  5.92 pct  5.83 pct   90-100 days")
    assert {mask.reason for mask in masked} == {"grid"}


def test_a_list_of_things_is_no_row() -> None:
    mentions, _ = read("2 eggs\n3 apples\n4 pears\n5 plums\n6 figs")
    assert [mention.value for mention in mentions] == [2, 3, 4, 5, 6]


def test_a_sign_in_front_of_a_number_is_no_word_of_a_sentence() -> None:
    text = "~280 D-30 122 freighters left in 1998"
    found = extract(Document("a.txt", text, text, (Block(0, len(text)),))).mentions
    assert [mention.value for mention in found] == [280, 122]


def test_a_hedge_in_front_of_another_number_is_not_taken() -> None:
    mentions, _ = read("Some of the 400 workers, roughly one in five, left.")
    assert [(mention.value, mention.hedge) for mention in mentions] == [
        (400, "exact"),
        (Decimal("0.2"), "about"),
    ]


def test_the_parts_of_a_section_are_no_quantities() -> None:
    assert [mask.reason for mask in read("It falls under section 4(2) of the act.")[1]] == ["reference"] * 2


def test_a_long_list_of_counts_is_no_grid() -> None:
    assert len(read(", ".join(f"{number} lamps" for number in range(2, 62)))[0]) == 60


@pytest.mark.parametrize(("head", "units"), [("Wait", ["second"]), ("Age", []), ("Decade of birth", [])])
def test_seconds_in_a_cell_are_no_age(head: str, units: list[str]) -> None:
    table = f"| Call | {head} |\n|---|---|\n| first | 40s |\n| second | none |\n"
    mentions = extract(read_text(table, "calls.md", ".md")).mentions
    assert [mention.unit for mention in mentions] == units
