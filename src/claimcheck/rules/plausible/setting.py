"""Where a figure is set: the city and the country that are named nearest to it, looked up in the gazetteer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from claimcheck.lexicon import bounds, gazetteer
from claimcheck.lexicon.gazetteer import City, Country
from claimcheck.lexicon.patterns import alternatives
from claimcheck.model import Claim, Document

BACK = 500  # characters before the sentence of a figure in which its place may be named
LONGEST = 4  # words of a name


class Setting(msgspec.Struct, frozen=True):
    """A city with all that bear its name, the largest first, and the country; `name` is as written."""

    name: str
    cities: tuple[City, ...] = ()
    country: Country | None = None

    @property
    def city(self) -> City | None:
        """The largest city of the name, the one that bounds least."""
        return self.cities[0] if self.cities else None


def of(document: Document, claim: Claim) -> Setting | None:
    """The city named in the sentence of a claim, or nearest before it; None where a wider area is spoken of."""
    start, end = claim.mention.context.sentence
    if is_wide(document.plain[start:end]):
        return None
    for low, high in ((start, end), (max(0, start - BACK), start)):
        text = document.plain[low:high]
        found = [place for place in places(text) if place.cities and _is_place(document, text, place.name)]
        if found:
            nearest = found if low == start else found[-1:]
            return max(nearest, key=lambda place: place.cities[0].population)
        if is_wide(text):
            return None
    return None


def is_wide(text: str) -> bool:
    """True where words say that the ground is larger than a city, or none at all: province, sea, forest."""
    return is_wider_than_country(text) or _names_any("wider_than_city", text)


def is_wider_than_country(text: str) -> bool:
    """True where words say that the ground is no part of a country: sea, continent, airspace."""
    return _names_any("wider_than_country", text)


def _names_any(words: str, text: str) -> bool:
    return not bounds.listed(words).isdisjoint(re.findall(r"[^\W\d_]+", text.lower()))


def names_the_city(text: str) -> bool:
    """True for a text that speaks of "the city"."""
    return _the_city().search(text) is not None


def places(text: str) -> Iterator[Setting]:
    """The names of a text that are cities or countries, in order; of each run of capitals the longest names."""
    for match in _names().finditer(text):
        words = _possessive().sub("", match[0]).split(" ")
        while words:
            for count in range(min(LONGEST, len(words)), 0, -1):
                found = lookup(" ".join(words[:count]))
                if found is not None:
                    yield found
                    break
            words = words[count:]


@cache
def lookup(name: str) -> Setting | None:
    """The city or country of that name, None where there is neither."""
    cities, country = gazetteer.cities(name), gazetteer.country(name)
    if country is not None and gazetteer.fold(name) not in bounds.table().place.unsure_countries:
        return Setting(name, (), country)
    if not cities or country is not None:
        return None
    codes = {city.country for city in cities}
    return Setting(name, cities, gazetteer.country_of(codes.pop()) if len(codes) == 1 else None)


def _is_place(document: Document, text: str, name: str) -> bool:
    """True where a name stands as a place: behind a preposition or near "the city", or beside "city" anywhere."""
    here, plain = _starts(name, text), document.plain
    if names_the_city(text) or any(_behind_preposition(text, at) for at in here):
        return True
    return any(
        _city_before().search(plain[max(0, at - 12) : at])
        or _city_behind().match(plain[at + len(name) : at + len(name) + 8])
        for at in _starts(name, plain)
    )


def _starts(name: str, text: str) -> list[int]:
    return [match.start() for match in re.finditer(re.escape(name), text)]


def _behind_preposition(text: str, at: int) -> bool:
    before = re.findall(r"[^\W\d_]+", text[max(0, at - 15) : at].lower())
    return bool(before) and before[-1] in bounds.listed("before_names")


def without_names(text: str) -> str:
    """A text without the cities and countries that it names."""
    for place in sorted(places(text), key=lambda each: -len(each.name)):
        text = re.sub(rf"{re.escape(place.name)}(?:['’]s)?", "", text)
    return text


# --- patterns --------------------------------------------------------------------------------------------


@cache
def _names() -> re.Pattern[str]:
    """A run of words with capitals, and what may stand inside a name without one."""
    word, inside = r"[^\W\d_a-z][\w'’-]*", alternatives(bounds.table().place.inside_names)
    return re.compile(rf"{word}(?:[ -](?:{word}|{inside}))*")


@cache
def _possessive() -> re.Pattern[str]:
    return re.compile(r"['’]s?$")


@cache
def _the_city() -> re.Pattern[str]:
    return re.compile(rf"\b(?:[Tt]he|[Tt]his) {alternatives(bounds.table().place.city)}\b")


@cache
def _city_before() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(bounds.table().place.city_of)}\W*$")


@cache
def _city_behind() -> re.Pattern[str]:
    return re.compile(rf"\W*{alternatives(bounds.table().place.city)}\b")
