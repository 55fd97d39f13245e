"""Reference facts: what a row can say, and that a bad row is named with its cause."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from claimcheck import facts
from claimcheck.cli.init import CONFIG, FACTS
from claimcheck.config.load import settings
from claimcheck.config.settings import Settings
from claimcheck.model import Fact
from shell import run

FILE = Path("facts.toml")
AREA = 'about = "Orvane"\nproperty = "area"\nvalue = 190\nunit = "km²"\n'


def parse(row: str) -> Fact:
    (fact,) = facts.parse(f"[[fact]]\n{row}", FILE, Decimal("0.02"))
    return fact


def test_a_row() -> None:
    fact = parse(AREA + 'source = "Yearbook"\n')
    assert (fact.kind, fact.unit, fact.written, fact.source) == ("area", "km²", "190 km²", "Yearbook")
    assert fact.value.low == Decimal("190e6") * Decimal("0.98")


@pytest.mark.parametrize(
    ("rest", "kind", "unit"),
    [
        ('property = "deaths"\nvalue = 58', "count", None),
        ('noun = "ambulance vehicles"\nvalue = 58', "count", None),
        ('property = "magnitude"\nvalue = 7.6', "magnitude", "magnitude"),
        ('property = "share of women"\nvalue = 41.5\nunit = "percent"', "percent", "%"),
        ('property = "revenue"\nvalue = 5_200_000\nunit = "usd"', "money", "USD"),
        ('property = "length"\nvalue = 17.2\nunit = "miles"', "length", "mile"),
        ('property = "retention"\nvalue = 30\nunit = "days"', "duration", "day"),
        ('property = "elevation"\nvalue = -430\nunit = "m"', "length", "m"),
    ],
)
def test_kind_and_unit_come_from_the_property_and_the_unit(rest: str, kind: str, unit: str | None) -> None:
    fact = parse(f'about = "Orvane"\n{rest}')
    assert (fact.kind, fact.unit) == (kind, unit)
    assert fact.value.low is not None and fact.value.high is not None
    assert fact.value.low < fact.value.high


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ('"2016"', date(2016, 1, 1), date(2016, 12, 31)),
        ("2016", date(2016, 1, 1), date(2016, 12, 31)),
        ('"2016-02"', date(2016, 2, 1), date(2016, 2, 29)),
        ('"2016-12"', date(2016, 12, 1), date(2016, 12, 31)),
        ("2016-12-15", date(2016, 12, 15), date(2016, 12, 15)),
        ('"2016-12-15/2017-01"', date(2016, 12, 15), date(2017, 1, 31)),
    ],
)
def test_periods(written: str, start: date, end: date) -> None:
    period = parse(f"{AREA}period = {written}\n").period
    assert period is not None
    assert (period.start, period.end) == (start, end)


def test_a_range_has_no_tolerance_but_its_own() -> None:
    narrow = parse('about = "Orvane"\nnoun = "districts"\nrange = [20, 24]')
    wide = parse('about = "Orvane"\nnoun = "districts"\nrange = [20, 24]\ntolerance = 0.5')
    assert (narrow.value.low, narrow.value.high) == (20, 24)
    assert (wide.value.low, wide.value.high) == (8, 36)


@pytest.mark.parametrize(
    ("row", "cause"),
    [
        ('property = "area"\nvalue = 1\nunit = "km²"', "about: expected a name"),
        ('about = []\nproperty = "area"\nvalue = 1\nunit = "km²"', "about: expected a name"),
        ('about = [1]\nproperty = "area"\nvalue = 1\nunit = "km²"', "about: expected names"),
        ('about = "Orvane"\nvalue = 1', "needs either a property"),
        ('about = "Orvane"\nnoun = "x"\nproperty = "area"\nvalue = 1', "needs either a property"),
        ('about = "Orvane"\nnoun = "districts"', "needs either a value or a range"),
        (
            'about = "Orvane"\nnoun = "districts"\nvalue = 1\nrange = [1, 2]',
            "needs either a value or a range",
        ),
        ('about = "Orvane"\nnoun = "districts"\nvalue = "24"', "is no number"),
        ('about = "Orvane"\nnoun = "districts"\nvalue = true', "is no number"),
        ('about = "Orvane"\nnoun = "districts"\nvalue = nan', "is no number"),
        ('about = "Orvane"\nnoun = "districts"\nvalue = 1e999999999', "is no number"),
        ('about = "Orvane"\nnoun = "districts"\nrange = [1]', "range: expected two numbers"),
        ('about = "Orvane"\nnoun = "districts"\nrange = [3, 2]', "range: 3 is more than 2"),
        ('about = "Orvane"\nproperty = "area"\nvalue = 1', "unit: a fact on 'area' needs one"),
        ('about = "Orvane"\nproperty = "area"\nvalue = 1\nunit = "km"', "does not measure 'area'"),
        ('about = "Orvane"\nproperty = "area"\nvalue = 1\nunit = "hectarse"', "Did you mean 'hectare'?"),
        (AREA + "colour = 1", "unknown key 'colour'. Known:"),
        (AREA + 'tolerence = "2%"', "unknown key 'tolerence'. Did you mean 'tolerance'?"),
        (AREA + 'tolerance = "lots"', "tolerance: 'lots' is no share"),
        (AREA + 'period = "May"', "period: 'May' is none"),
        (AREA + 'period = "2016-13"', "period: '2016-13' is none"),
        (AREA + "source = 3", "source: expected a text"),
        (AREA + 'place = " "', "place: expected a text"),
    ],
)
def test_a_bad_row_is_named_with_its_cause(row: str, cause: str) -> None:
    with pytest.raises(facts.FactsError) as caught:
        facts.parse(f"[[fact]]\n{AREA}\n[[fact]]\n{row}", FILE, Decimal("0.02"))
    assert str(caught.value).startswith("facts.toml: fact 2")
    assert cause in str(caught.value)


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("[[fact", "facts.toml: "),
        ("[fact]\nabout = 1", "with two brackets"),
        ("[[facts]]\nabout = 1", "unknown key 'facts'"),
        ("[[fact]]\nvalue = 1e99999999999999999999", "a number is too large"),
        ("fact = [1]", "fact 1: expected a table"),
    ],
)
def test_a_bad_file_is_named(text: str, cause: str) -> None:
    with pytest.raises(facts.FactsError, match=r"facts\.toml") as caught:
        facts.parse(text, FILE, Decimal("0.02"))
    assert cause in str(caught.value)


# --- from the command line -------------------------------------------------------------------------------


def test_check_against_a_file(tmp_path: Path) -> None:
    (tmp_path / "facts.toml").write_text(f"[[fact]]\n{AREA}", encoding="utf-8")
    (tmp_path / "a.txt").write_text("Orvane covers 910 square kilometres.\n", encoding="utf-8")
    done = run("check", "a.txt", "--reference", "facts.toml", "-f", "concise", cwd=tmp_path)
    assert done.returncode == 1
    assert b"reference-conflict" in done.stdout
    assert b"190 km" in done.stdout


@pytest.mark.parametrize(
    ("name", "text"), [("missing.toml", None), ("bad.toml", '[[fact]]\nabout = "Orvane"\n')]
)
def test_a_file_that_cannot_be_used_is_an_error_in_one_line(
    tmp_path: Path, name: str, text: str | None
) -> None:
    (tmp_path / "a.txt").write_text("Orvane covers 910 square kilometres.\n", encoding="utf-8")
    if text is not None:
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = run("check", "a.txt", "--reference", name, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout == b""
    assert name.encode() in done.stderr
    assert done.stderr.count(b"\n") == 1


def test_init_writes_examples_and_overwrites_nothing(tmp_path: Path) -> None:
    assert run("init", cwd=tmp_path).returncode == 0
    assert {path.name for path in tmp_path.iterdir()} == {"claimcheck.toml", "facts.toml"}
    (tmp_path / "facts.toml").write_text("mine", encoding="utf-8")
    (tmp_path / "claimcheck.toml").unlink()
    again = run("init", cwd=tmp_path)
    assert again.returncode == 2
    assert b"facts.toml exists" in again.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["facts.toml"]
    assert (tmp_path / "facts.toml").read_text(encoding="utf-8") == "mine"


def uncommented(text: str) -> str:
    """The example with its commented lines in use."""
    lines = [line.removeprefix("# ") for line in text.splitlines()]
    return "\n".join(line for line in lines if line.startswith("[") or " = " in line.split("#")[0])


def test_the_example_of_facts_is_valid_when_it_is_used() -> None:
    assert facts.parse(FACTS, FILE, Decimal(0)) == ()
    rows = uncommented(FACTS).split("[[fact]]", 1)[1]
    assert len(facts.parse(f"[[fact]]{rows}", FILE, Decimal("0.02"))) == 3


def test_the_example_of_a_configuration_names_every_key() -> None:
    table = tomllib.loads(uncommented(CONFIG))
    known = {name.replace("_", "-") for name in Settings.__struct_fields__}
    assert set(table) == known
    assert settings(table, "claimcheck.toml") is not None
    assert tomllib.loads(CONFIG) == {}
