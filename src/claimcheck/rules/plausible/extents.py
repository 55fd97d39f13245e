"""Areas that hardly can be: too much for each of the things counted beside them, for a city, for a country."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from claimcheck.lexicon import bounds
from claimcheck.lexicon.bounds import Each
from claimcheck.lexicon.gazetteer import City
from claimcheck.model import Claim, Document
from claimcheck.rules import slips, wording
from claimcheck.rules.plausible import named, oddity, setting
from claimcheck.rules.plausible.oddity import Oddity
from claimcheck.rules.plausible.setting import Setting

KM2 = "km²"
FAR = 80  # characters between a count and the area of what is counted
EACH = "each"
FEW = 2  # the average of fewer is no average
_WORDS = re.compile(r"[^\W\d_]+")
_STOP = re.compile(r"[.;:!?]\s")


def odd(document: Document, claims: Sequence[Claim]) -> Iterator[Oddity]:
    """The areas of a document that are too large, or too small, for what they are said of."""
    areas = [claim for claim in claims if claim.mention.kind == "area" and oddity.asserted(claim)]
    if not areas:
        return
    partner = _partners(document, claims)
    for claim in areas:
        found = _each(document, claim, partner.get(claim.id)) or _whole(document, claim)
        if found is not None:
            yield found


# --- an area divided by a count --------------------------------------------------------------------------


def _partners(document: Document, claims: Sequence[Claim]) -> dict[str, Claim]:
    """The count that each area is the extent of: its neighbour, its subject or joined by nothing but links."""
    found: dict[str, Claim] = {}
    for one, other in pairwise(claims):
        for count, area in ((one, other), (other, one)):
            counted = area.mention.kind == "area" and _word(count) in bounds.each_of()
            if counted and (_linked(document, one, other) or _acts(count, area)):
                found.setdefault(area.id, count)
    return found


def _acts(count: Claim, area: Claim) -> bool:
    """True where the counted things are the subject that covers the area."""
    context = area.mention.context
    same = context.sentence == count.mention.context.sentence and context.subject == count.mention.noun
    return same and context.verb in bounds.table().place.area_verbs


def _word(claim: Claim) -> str | None:
    counted = claim.mention.kind == "count" and oddity.asserted(claim)
    return claim.mention.noun if counted and (claim.mention.value or 0) >= FEW else None


def _linked(document: Document, one: Claim, other: Claim) -> bool:
    between = document.plain[one.mention.end : other.mention.start]
    if len(between) > FAR or (_STOP.search(between) and not _refers(between)):
        return False
    words = _WORDS.findall(setting.without_names(between).lower())
    return all(word in bounds.listed("links") for word in words)


def _refers(between: str) -> bool:
    """True where a new sentence begins with a word for what was counted: "They cover ..."."""
    return bool(re.search(r"[.;]\s+(?:together,? )?(?:they|these|the)\b", between.lower()))


def _each(document: Document, claim: Claim, count: Claim | None) -> Oddity | None:
    if count is None:
        return None
    row, place = bounds.each_of()[_word(count) or ""], setting.of(document, claim)
    if row.in_city and not _is_in_city(document, count, place):
        return None
    low, high = oddity.at_least(claim, KM2), oddity.at_most(claim, KM2)
    number = _shares(document, claim, count)
    over = low is not None and low / number > row.most
    if not over and not (high is not None and high / number < row.least):
        return None
    return _shared_out(claim, count, number, row, place if over and number > 1 else None)


def _is_in_city(document: Document, count: Claim, place: Setting | None) -> bool:
    """True where the place named is a city, or the sentence of the count speaks of "the city"."""
    if place is not None:
        return not _is_wide_city(place.city)
    start, end = count.mention.context.sentence
    sentence = document.plain[start:end]
    return setting.names_the_city(sentence) and not setting.is_wide(sentence)


def _shares(document: Document, claim: Claim, count: Claim) -> Decimal:
    """Among how many an area is shared out: one, where the text gives that of each."""
    ends = sorted([claim.mention.start, claim.mention.end, count.mention.start, count.mention.end])
    between = document.plain[ends[1] : ends[2]].lower()
    return Decimal(1) if EACH in _WORDS.findall(between) else count.mention.value or Decimal(1)


def _shared_out(claim: Claim, count: Claim, number: Decimal, row: Each, place: Setting | None) -> Oddity:
    value = oddity.value_in(claim, KM2)
    each = oddity.rounded(value / number)
    message = (
        f"“{wording.figure(claim)}” for “{wording.figure(count)}” is about {each} km² each, which can hardly be "
        f"{row.name}; {row.record}{_compared(value, place)}"
    )
    city = (Decimal(0), _most_of(place.city)) if place is not None and place.city else None
    return Oddity(
        bound=row.name,
        claims=(claim, count),
        message=message,
        why=(f"bound for {row.name}: {row.source}", *_sources(place)),
        diagnosis=slips.into(claim, _within(row, number, city), KM2),
        held=oddity.allowed(row.least * number, row.most * number, KM2),
    )


def _within(row: Each, number: Decimal, city: tuple[Decimal, Decimal] | None) -> tuple[Decimal, Decimal]:
    least, most = (number * end for end in row.usual)
    return least, most if city is None else max(least, min(most, city[1]))


# --- the area of a whole city or country -----------------------------------------------------------------


def _whole(document: Document, claim: Claim) -> Oddity | None:
    value, low = oddity.value_in(claim, KM2), oddity.at_least(claim, KM2)
    if low is None or low <= bounds.table().place.city_floor_km2:
        return None
    place = named.extent_of(document, claim)
    if place is None or not _beyond(low, place):
        return None
    usual = (Decimal(1), _most_of(place.city)) if place.city else (Decimal(1), _area(place))
    return Oddity(
        bound="the area of a city" if place.city else "the area of a country",
        claims=(claim,),
        message=f"“{wording.figure(claim)}” can hardly be the area of {place.name}{_compared(value, place)}",
        why=_sources(place),
        severity="error" if low > _area(place) else "warning",
        confidence=0.8,
        diagnosis=slips.into(claim, usual, KM2),
        held=oddity.allowed(None, usual[1], KM2),
    )


def _beyond(value: Decimal, place: Setting) -> bool:
    table = bounds.table().place
    if place.city is not None:
        if _is_wide_city(place.city):
            return False
        return value > Decimal(place.city.population * table.city_margin) / table.least_density
    return value > _area(place) * table.country_margin


def _is_wide_city(city: City | None) -> bool:
    return city is not None and city.country in bounds.table().place.wide_cities


def _most_of(city: City) -> Decimal:
    """Square kilometres that a city of so many people covers at the density of a city's core."""
    return Decimal(city.population) / bounds.table().place.city_density


def _area(place: Setting) -> Decimal:
    return place.country.area_km2 if place.country else Decimal(0)


def _compared(value: Decimal, place: Setting | None) -> str:
    """The figure beside the ground of the city and of the country: "about 59 times ..., 44 % of ..."."""
    parts = []
    if place is not None and place.city is not None:
        times = oddity.rounded(value / _most_of(place.city))
        people = oddity.people(place.city.population)
        parts.append(f"about {times} times the ground of a city with the {people} people of {place.name}")
    if place is not None and place.country is not None:
        share = value / place.country.area_km2
        name = place.country.name
        part = f"{oddity.rounded(share * 100)} % of" if share < 2 else f"{oddity.rounded(share)} times"
        parts.append(f"{part} the whole area of {name} ({int(place.country.area_km2):,} km²)")
    return f"; that would be {', '.join(parts)}" if parts else ""


def _sources(place: Setting | None) -> tuple[str, ...]:
    if place is None:
        return ()
    density = bounds.table().place.city_density
    city = f"a city has {density:,} people a km² at its core: {bounds.table().place.density_source}"
    return ((city,) if place.city else ()) + ("people and areas: GeoNames",)
