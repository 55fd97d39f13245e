"""Currencies and their sub-units: signs, codes and names, from `en/money.toml`."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

import msgspec

from claimcheck.lexicon import load

_ONE = Decimal(1)


class Sub(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A smaller unit of a currency; `factor` is one of it in the currency."""

    symbol: str
    factor: Decimal
    words: tuple[str, ...] = ()
    glyphs: tuple[str, ...] = ()
    tight: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()


class Currency(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One currency and the forms in which texts name it."""

    code: str
    code_ambiguous: bool = False
    words: tuple[str, ...] = ()
    glyphs: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    tight: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    sub: tuple[Sub, ...] = ()


class Money(msgspec.Struct, frozen=True):
    """What a form names: a currency (`symbol` is its code, factor 1) or one of its sub-units."""

    symbol: str
    code: str
    factor: Decimal = _ONE


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    currency: tuple[Currency, ...]


@cache
def currencies() -> tuple[Currency, ...]:
    """Every currency of the table, in its order."""
    table: _Table = load("money", _Table)
    return table.currency


def _forms(field: str) -> dict[str, Money]:
    rows = [(row, Money(row.code, row.code)) for row in currencies()]
    return {form: money for row, money in rows for form in getattr(row, field)}


def _sub_forms(field: str) -> dict[str, Money]:
    subs = [(sub, Money(sub.symbol, row.code, sub.factor)) for row in currencies() for sub in row.sub]
    return {form: money for sub, money in subs for form in getattr(sub, field)}


@cache
def by_code() -> dict[str, Money]:
    """Codes of three capitals, valid on either side of the number."""
    return {row.code: Money(row.code, row.code) for row in currencies()}


@cache
def by_word() -> dict[str, Money]:
    """Spelled forms as `units.fold` writes them, sub-units included."""
    return _forms("words") | _sub_forms("words")


@cache
def by_glyph() -> dict[str, Money]:
    """Signs on either side of the number, sub-units included; try the longest first."""
    return _forms("glyphs") | _sub_forms("glyphs")


@cache
def by_prefix() -> dict[str, Money]:
    """Case-sensitive letters before the number, with or without a space."""
    return _forms("prefixes")


@cache
def by_tight_prefix() -> dict[str, Money]:
    """Case-sensitive letters that are money only directly before a digit."""
    return _forms("tight")


@cache
def by_suffix() -> dict[str, Money]:
    """Case-sensitive letters after the number, with or without a space."""
    return _forms("suffixes")


@cache
def by_tight() -> dict[str, Money]:
    """Case-sensitive letters of sub-units, valid only directly after a digit."""
    return _sub_forms("tight")


@cache
def ambiguous() -> frozenset[str]:
    """Spelled forms that are also plain nouns, verbs or units of mass."""
    main = {form for row in currencies() for form in row.ambiguous}
    return frozenset(main.union(*(sub.ambiguous for row in currencies() for sub in row.sub)))


@cache
def ambiguous_codes() -> frozenset[str]:
    """Codes that are also words or abbreviations in capitals."""
    return frozenset(row.code for row in currencies() if row.code_ambiguous)


def unit(symbol: str) -> Money:
    """The currency or sub-unit with this code or symbol; raises KeyError if there is none."""
    return _by_symbol()[symbol]


@cache
def _by_symbol() -> dict[str, Money]:
    every = (*by_code().values(), *by_word().values())
    return {money.symbol: money for money in every}


def to_base(symbol: str, value: Decimal) -> Decimal:
    """`value` in a currency or sub-unit expressed in the currency."""
    return value * unit(symbol).factor
