"""The gazetteer: its files are small, attributed and in order; names are found in any spelling."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.lexicon import gazetteer

DATA = Path(gazetteer.__file__).parent / "data"
ROOT = Path(__file__).parent.parent
MOST = 500_000  # bytes of both files


def rows(table: str) -> list[str]:
    lines = (DATA / f"{table}.csv").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def test_the_files_are_small() -> None:
    assert sum(path.stat().st_size for path in DATA.glob("*.csv")) < MOST


@pytest.mark.parametrize("table", ["cities", "countries"])
def test_a_file_names_its_source_and_licence(table: str) -> None:
    head = (DATA / f"{table}.csv").read_text(encoding="utf-8")[:600]
    assert "GeoNames" in head
    assert "CC BY 4.0" in head
    assert "GeoNames" in (ROOT / "NOTICE").read_text(encoding="utf-8")


def test_every_city_lies_in_a_country_and_is_large() -> None:
    fields = [row.split(",") for row in rows("cities")]
    assert [row for row in fields if len(row) != 3 or int(row[2]) < 100_000] == []
    unknown = {code for _, code, _ in fields if gazetteer.country_of(code) is None}
    assert unknown <= {"XK", "VA"}


def test_no_country_shares_a_name() -> None:
    names = [name for row in rows("countries") for name in row.split(",")[0].strip("|").split("|")]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Łódź", "PL"),
        ("LODZ", "PL"),
        ("São Paulo", "BR"),
        ("Bombay", "IN"),
        ("Düsseldorf", "DE"),
        ("Sana’a", "YE"),
        ("New York City", "US"),
        ("New York", "US"),
        ("Kiev", "UA"),
    ],
)
def test_a_city_is_found_in_any_spelling(written: str, code: str) -> None:
    assert gazetteer.cities(written)[0].country == code


def test_cities_of_one_name_come_largest_first() -> None:
    found = gazetteer.cities("St. Petersburg")
    assert [city.country for city in found] == ["RU", "US"]
    assert found[0].population > found[1].population


@pytest.mark.parametrize("written", ["", "|", ",", "Nosuchplacetown", "a|b", "\n", "#"])
def test_no_city(written: str) -> None:
    assert gazetteer.cities(written) == ()


@pytest.mark.parametrize(
    ("written", "code"),
    [("the U.S.", "US"), ("The Netherlands", "NL"), ("Britain", "GB"), ("Côte d'Ivoire", "CI")],
)
def test_a_country_is_found_in_any_spelling(written: str, code: str) -> None:
    found = gazetteer.country(written)
    assert found is not None
    assert found.code == code
    assert gazetteer.country_of(code) == found


@pytest.mark.parametrize("written", ["England", "Congo", "IN", ""])
def test_a_name_that_is_no_one_country(written: str) -> None:
    assert gazetteer.country(written) is None
