"""The tables of units and currencies: no form means two things, and every factor agrees with pint."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from functools import cache

import pint
import pytest

from claimcheck.lexicon import money, units
from claimcheck.lexicon.units import Unit

NEVER = {"in", "at", "a", "as"}


@cache
def registry() -> pint.UnitRegistry:
    return pint.UnitRegistry()


def forms(unit: Unit) -> set[str]:
    return {form for form, row in units.by_word().items() if row is unit}


def repeated(items: list[str]) -> list[str]:
    return [item for item, count in Counter(items).items() if count > 1]


@pytest.mark.parametrize("unit", [row for row in units.units() if row.pint], ids=lambda row: row.symbol)
def test_factor_and_offset_agree_with_pint(unit: Unit) -> None:
    ureg, base = registry(), units.unit(units.base_of(unit.symbol))
    for value in (1, 40):
        if unit.dimension == "temperature":
            wanted = ureg.Quantity(value, unit.pint).to(base.pint).magnitude
        else:
            wanted = (value * ureg.parse_expression(unit.pint)).to_base_units()
            wanted = (wanted / ureg.parse_expression(base.pint)).to_base_units().magnitude
        assert float(units.to_base(unit.symbol, Decimal(value))) == pytest.approx(float(wanted), rel=1e-8)


def test_table_is_sorted_by_dimension_and_symbol() -> None:
    keys = [(row.dimension, row.symbol) for row in units.units()]
    assert keys == sorted(keys)
    assert len(keys) >= 150


def test_no_symbol_or_written_form_stands_for_two_units() -> None:
    rows = units.units()
    assert repeated([row.symbol for row in rows]) == []
    assert repeated([word for row in rows for word in row.words]) == []
    assert repeated([form for row in rows for form in (*row.symbols, *row.tight)]) == []
    assert sum(len(forms(row)) for row in rows) == len(units.by_word())


def test_derived_spellings_keep_their_unit() -> None:
    for row in units.units():
        for word in row.words:
            for spelling in units._spellings(word):
                assert units.by_word()[spelling] is row


def test_words_are_folded() -> None:
    assert [word for word in units.by_word() if units.fold(word) != word] == []
    assert [word for word in money.by_word() if units.fold(word) != word] == []


def test_function_words_are_no_units() -> None:
    assert not NEVER & (units.by_word().keys() | units.by_symbol().keys() | units.by_tight().keys())


def test_each_dimension_has_one_base_of_factor_one() -> None:
    bases = [row for row in units.units() if row.base]
    assert {row.dimension for row in bases} == {row.dimension for row in units.units()}
    assert repeated([row.dimension for row in bases]) == []
    assert {(row.factor, row.offset) for row in bases} == {(Decimal(1), Decimal(0))}


def test_a_unit_without_pint_says_why() -> None:
    assert [row.symbol for row in units.units() if not row.pint and not row.why] == []


def test_every_unit_has_a_form_and_its_ambiguous_words_are_its_words() -> None:
    for row in units.units():
        assert row.words or row.symbols or row.tight
        assert set(row.ambiguous) <= forms(row)
        assert row.factor > 0


@pytest.mark.parametrize(
    ("value", "symbol", "base", "result"),
    [
        ("3", "mile", "m", "4828.032"),
        ("100", "°C", "K", "373.15"),
        ("212", "°F", "K", "373.15"),
        ("90", "km/h", "m/s", "25"),
        ("12", "month", "second", "31557600"),
        ("50", "basis point", "percentage point", "0.5"),
        ("8", "Mbit/s", "byte/s", "1000000"),
        ("2", "acre", "m²", "8093.7128448"),
    ],
)
def test_conversion(value: str, symbol: str, base: str, result: str) -> None:
    assert units.base_of(symbol) == base
    assert float(units.to_base(symbol, Decimal(value))) == pytest.approx(float(result), rel=1e-12)


@pytest.mark.parametrize(
    ("surface", "symbol"),
    [
        ("kilometers", "km"),
        ("Square  kilometres", "km²"),
        ("sq. km", "km²"),
        ("sq meters", "m²"),
        ("square-foot", "square foot"),
        ("kilometers an hour", "km/h"),
        ("miles per hour", "mph"),
        ("Per cent", "%"),
        ("percentage points", "percentage point"),
        ("barrels a day", "barrel/day"),
        ("light-years", "light year"),
        ("metric tons", "tonne"),
        ("degrees Celsius", "°C"),
        ("kilowatt-hours", "kWh"),
    ],
)
def test_spelled_forms(surface: str, symbol: str) -> None:
    assert units.by_word()[units.fold(surface)].symbol == symbol


@pytest.mark.parametrize(
    ("surface", "symbol"),
    [
        ("μg/m³", "µg/m³"),
        ("µg", "µg"),
        ("Mb", "Mbit"),
        ("MB", "MB"),
        ("mW", None),
        ("nm", "nm"),
        ("kt", "kiloton"),
    ],
)
def test_short_forms_respect_case(surface: str, symbol: str | None) -> None:
    row = units.by_symbol().get(surface)
    assert (row.symbol if row else None) == symbol


def test_single_letters_need_the_digit_before_them() -> None:
    assert {"m", "g", "h", "s", "d", "l", "t"} <= units.by_tight().keys()
    assert not {"M", "K", "p", "in"} & units.by_tight().keys()
    assert [s for s in units.by_symbol() if len(s) == 1 and s.isascii() and s.isalpha()] == ["L"]


@pytest.mark.parametrize(
    ("symbol", "kind"),
    [
        ("%", "percent"),
        ("basis point", "percent"),
        ("°", "temperature"),
        ("kWh", "other"),
        ("km", "length"),
        ("GB", "data_size"),
        ("barrel/day", "rate"),
        ("mm/year", "rate"),
        ("Mbit/s", "other"),
    ],
)
def test_kind(symbol: str, kind: str) -> None:
    assert units.unit(symbol).kind == kind


def test_unknown_symbol_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        units.unit("smoot")


def test_currencies_are_sorted_and_codes_are_three_capitals() -> None:
    codes = [row.code for row in money.currencies()]
    assert codes == sorted(set(codes))
    assert len(codes) >= 60
    assert [code for code in codes if not (len(code) == 3 and code.isascii() and code.isupper())] == []


@pytest.mark.parametrize("field", ["words", "glyphs", "tight"])
def test_no_form_stands_for_two_currencies(field: str) -> None:
    parts = [part for row in money.currencies() for part in (row, *row.sub)]
    if field == "tight":  # letters before the number and letters after it never meet
        parts = [sub for row in money.currencies() for sub in row.sub]
    assert repeated([form for part in parts for form in getattr(part, field)]) == []


@pytest.mark.parametrize("field", ["prefixes", "suffixes", "tight"])
def test_no_letters_stand_for_two_currencies(field: str) -> None:
    assert repeated([form for row in money.currencies() for form in getattr(row, field)]) == []


def test_letters_are_no_codes_or_glyphs_of_others() -> None:
    for letters in (money.by_prefix(), money.by_suffix(), money.by_tight_prefix()):
        assert not letters.keys() & (money.by_glyph().keys() | money.by_code().keys())


def test_words_shared_with_units_are_marked_on_both_sides() -> None:
    shared = money.by_word().keys() & units.by_word().keys()
    assert shared == {"pound", "pounds"}
    assert shared <= money.ambiguous() and shared <= units.ambiguous()


def test_short_forms_after_the_number_are_not_shared_with_units() -> None:
    after = (
        money.by_suffix().keys() | money.by_tight().keys() | money.by_code().keys() | money.by_glyph().keys()
    )
    assert not after & (units.by_symbol().keys() | units.by_tight().keys())


def test_sub_units_are_smaller_and_have_names_of_their_own() -> None:
    subs = [sub for row in money.currencies() for sub in row.sub]
    assert repeated([sub.symbol for sub in subs]) == []
    assert [sub.symbol for sub in subs if not 0 < sub.factor < 1] == []
    assert not {sub.symbol for sub in subs} & {row.symbol for row in units.units()}


@pytest.mark.parametrize(
    ("table", "form", "symbol", "code"),
    [
        (money.by_glyph, "$", "USD", "USD"),
        (money.by_glyph, "A$", "AUD", "AUD"),
        (money.by_glyph, "£", "GBP", "GBP"),
        (money.by_glyph, "¢", "cent", "USD"),
        (money.by_prefix, "Rs.", "INR", "INR"),
        (money.by_prefix, "RM", "MYR", "MYR"),
        (money.by_tight_prefix, "R", "ZAR", "ZAR"),
        (money.by_suffix, "zł", "PLN", "PLN"),
        (money.by_code, "CHF", "CHF", "CHF"),
        (money.by_word, "swiss francs", "CHF", "CHF"),
        (money.by_word, "rubles", "RUB", "RUB"),
        (money.by_word, "pence", "penny", "GBP"),
        (money.by_tight, "p", "penny", "GBP"),
    ],
)
def test_money_forms(table: Callable[[], dict[str, money.Money]], form: str, symbol: str, code: str) -> None:
    assert (table()[form].symbol, table()[form].code) == (symbol, code)


def test_money_conversion() -> None:
    assert money.to_base("penny", Decimal(250)) == Decimal("2.50")
    assert money.to_base("EUR", Decimal(7)) == 7
