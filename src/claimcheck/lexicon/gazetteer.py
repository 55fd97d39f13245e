"""The gazetteer: countries with area and population, cities of 100,000 people or more, from `data/*.csv`.

Both files are made by `scripts/build_gazetteer.py`. The one of the cities is never parsed as a whole: a name is
searched in its text, and only the rows that hold it are read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from importlib.resources import files

import msgspec

# Letters that do not decompose into a plain one and a mark.
_PLAIN = str.maketrans(
    {"ł": "l", "đ": "d", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ə": "a"}
)
_NO_LETTER = re.compile(r"[^\w]+|_")
_ARTICLE = "the "


class City(msgspec.Struct, frozen=True):
    """A city: the code of its country, its people."""

    country: str
    population: int


class Country(msgspec.Struct, frozen=True):
    """A country: its code and name, its area in square kilometres, its people."""

    code: str
    name: str
    area_km2: Decimal
    population: int


def fold(name: str) -> str:
    """A name as the files have it: lower case, without marks and punctuation, single spaces, no article."""
    bare = unicodedata.normalize("NFKD", name.casefold()).translate(_PLAIN)
    letters = "".join(char for char in bare if not unicodedata.combining(char))
    return _NO_LETTER.sub(" ", re.sub(r"['’‘`ʿʾ]", "", letters)).strip().removeprefix(_ARTICLE)


@cache
def cities(name: str) -> tuple[City, ...]:
    """The cities of that name in any spelling, the largest first; empty where there is none."""
    folded = fold(name)
    found = {city for spelling in _spellings(folded) for city in _rows(spelling)} if folded else set()
    return tuple(sorted(found, key=lambda city: (-city.population, city.country)))


def country(name: str) -> Country | None:
    """The country of that name, None where there is none."""
    return _countries().get(fold(name))


def country_of(code: str) -> Country | None:
    """The country with that code of two capital letters, None where there is none."""
    return _countries().get(code)


def _spellings(folded: str) -> tuple[str, ...]:
    """A folded name with the first word shortened, in full, and without the word "city"."""
    first, _, rest = folded.partition(" ")
    same = {"st": "saint", "saint": "st"}.get(first)
    return tuple(filter(None, (folded, f"{same} {rest}" if same else "", folded.removesuffix(" city"))))


def _rows(folded: str) -> Iterator[City]:
    text, key = _text("cities"), f"|{folded}|"
    at = text.find(key)
    while at >= 0:
        start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        yield _city(text[start:end])
        at = text.find(key, end)


@cache
def _text(table: str) -> str:
    return files(__package__).joinpath("data", f"{table}.csv").read_bytes().decode()


def _city(row: str) -> City:
    _, code, population = row.split(",")
    return City(code, int(population))


@cache
def _countries() -> dict[str, Country]:
    found: dict[str, Country] = {}
    for row in _text("countries").splitlines():
        if row.startswith("#"):
            continue
        names, code, name, area, population = row.split(",")
        read = Country(code, name, Decimal(area), int(population))
        found.update(dict.fromkeys([code, *names.strip("|").split("|")], read))
    return found
