"""The table of what a figure can be: bounds of measures, of areas by counted unit, of cities and countries."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

import msgspec

from claimcheck.lexicon import load
from claimcheck.model import Kind

Words = tuple[str, ...]


class Bound(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a measure of one kind of thing can be, in `unit`, and the words that name the thing."""

    name: str
    kind: Kind
    record: str
    source: str
    unit: str | None = None
    per: str | None = None
    least: Decimal | None = None
    most: Decimal | None = None
    beyond: Decimal | None = None
    beside: Words = ()
    names: bool = False
    about: Words = ()
    things: Words = ()
    unless: Words = ()
    near: bool = False
    told: Words = ()
    usual: tuple[Decimal, Decimal] | None = None


class Each(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many square kilometres one of several counted things can have on average."""

    name: str
    words: Words
    least: Decimal
    most: Decimal
    usual: tuple[Decimal, Decimal]
    record: str
    source: str
    in_city: bool = False


class Place(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How much ground a city covers, how many people a place holds, and the words that tell what is meant."""

    city_density: int
    least_density: int
    city_margin: int
    city_floor_km2: int
    density_source: str
    wide_cities: Words
    country_margin: int
    city_people_margin: int
    country_people_margin: int
    unsure_cities: Words
    largest_city: int
    unsure_countries: Words
    people_actions: Words
    people_verbs: Words
    people_heads: Words
    people_words: Words
    area_verbs: Words
    area_heads: Words
    city: Words
    city_of: Words
    named: Words
    inside_names: Words
    links: str
    wider_than_city: str
    wider_than_country: str
    before_names: str


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`bounds.toml` as it stands."""

    doubted: Words
    kind: tuple[Bound, ...]
    each: tuple[Each, ...]
    place: Place


@cache
def table() -> Table:
    """The table, loaded on first use."""
    return load("bounds", Table)


@cache
def by_kind() -> dict[Kind, tuple[Bound, ...]]:
    """The bounds of measures by the kind of claim that they are asked of."""
    found: dict[Kind, tuple[Bound, ...]] = {}
    for bound in table().kind:
        found[bound.kind] = (*found.get(bound.kind, ()), bound)
    return found


@cache
def each_of() -> dict[str, Each]:
    """The bounds of an area by the word for what it holds."""
    return {word: row for row in table().each for word in row.words}


@cache
def listed(name: str) -> frozenset[str]:
    """One of the blocks of words of `place`."""
    return frozenset(str(getattr(table().place, name)).split())


@cache
def pattern(words: Words) -> re.Pattern[str]:
    """Any of the words, in the singular or with an "s", as a pattern for lower-case text."""
    parts = (r"[\s-]+".join(map(re.escape, word.split())) for word in words)
    return re.compile(rf"\b(?:{'|'.join(parts)})(?:s|es)?\b")
