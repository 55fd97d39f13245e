"""Units of measurement: names, dimensions and conversion, from `en/units.toml`."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import get_args

import msgspec

from claimcheck.lexicon import load
from claimcheck.model import Kind

_MICRO_SIGN, _GREEK_MU = "\u00b5", "\u03bc"  # texts use either
_ZERO = Decimal(0)


class Unit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One unit; `factor` and `offset` lead to the base unit of its dimension."""

    symbol: str
    dimension: str
    factor: Decimal
    offset: Decimal = _ZERO
    also: Decimal = _ZERO  # factor of another unit that many writers mean by the word; 0 where nobody does
    base: bool = False
    special_kind: Kind | None = msgspec.field(name="kind", default=None)
    pint: str | None = None
    why: str | None = None
    words: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    tight: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()

    @property
    def kind(self) -> Kind:
        """The kind of a claim in this unit."""
        return self.special_kind or _kinds().get(self.dimension, "other")


class Spelling(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part of a spelled form that texts write in another way as well."""

    written: str
    also: str


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    spelling: tuple[Spelling, ...]
    unit: tuple[Unit, ...]


@cache
def _kinds() -> dict[str, Kind]:
    return {kind: kind for kind in get_args(Kind)}


@cache
def _table() -> _Table:
    table: _Table = load("units", _Table)
    return table


def units() -> tuple[Unit, ...]:
    """Every unit of the table, in its order."""
    return _table().unit


def fold(surface: str) -> str:
    """A spelled form as `by_word` has it: lower case, single spaces, hyphens as spaces."""
    return " ".join(surface.lower().replace("-", " ").split())


def _spellings(word: str) -> list[str]:
    forms = [word]
    for row in _table().spelling:
        if row.written in word:
            forms += [form.replace(row.written, row.also) for form in forms if row.written in form]
    return forms


@cache
def by_word() -> dict[str, Unit]:
    """Folded spelled forms, British and American."""
    return {form: unit for unit in units() for word in unit.words for form in _spellings(word)}


@cache
def by_symbol() -> dict[str, Unit]:
    """Case-sensitive short forms that stand for the unit with or without a space before them."""
    return {
        form: unit
        for unit in units()
        for symbol in unit.symbols
        for form in (symbol, symbol.replace(_MICRO_SIGN, _GREEK_MU))
    }


@cache
def by_tight() -> dict[str, Unit]:
    """Case-sensitive short forms that stand for the unit only directly after a digit."""
    return {form: unit for unit in units() for form in unit.tight}


@cache
def ambiguous() -> frozenset[str]:
    """Folded spelled forms that are also plain nouns, money or parts of a whole."""
    return frozenset(form for unit in units() for form in unit.ambiguous)


@cache
def times() -> frozenset[str]:
    """Every short or spelled form of a unit of time: what stands behind the slash of "requests/s"."""
    forms = {**by_word(), **by_symbol(), **by_tight()}
    return frozenset(form for form, row in forms.items() if row.dimension == "duration")


@cache
def _by_name() -> dict[str, Unit]:
    return {unit.symbol: unit for unit in units()}


@cache
def _bases() -> dict[str, Unit]:
    return {unit.dimension: unit for unit in units() if unit.base}


def unit(symbol: str) -> Unit:
    """The unit with this canonical symbol; raises KeyError if there is none."""
    return _by_name()[symbol]


def base_of(symbol: str) -> str:
    """The canonical symbol of the base unit in the dimension of `symbol`."""
    return _bases()[unit(symbol).dimension].symbol


def to_base(symbol: str, value: Decimal) -> Decimal:
    """`value` in `symbol` expressed in the base unit of its dimension."""
    row = unit(symbol)
    return value * row.factor + row.offset
