"""People of a place that hardly can be so many: against the population of the city or country named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.lexicon import bounds
from claimcheck.lexicon.gazetteer import fold
from claimcheck.model import Claim, Document
from claimcheck.rules import slips, wording
from claimcheck.rules.plausible import named, oddity
from claimcheck.rules.plausible.oddity import Oddity
from claimcheck.rules.plausible.setting import Setting

PERSON = "person"
LEAST = 250_000  # people; no place of the gazetteer has fewer than that by far


def odd(document: Document, claims: Sequence[Claim]) -> Iterator[Oddity]:
    """The counts of people of a document that the place named cannot hold."""
    for claim in claims:
        if _counts_people(document, claim):
            place = named.people_of(document, claim)
            if place is not None and _beyond(claim, place):
                yield _oddity(claim, place)


def _counts_people(document: Document, claim: Claim) -> bool:
    """True for people who live, or lived, in a place: inhabitants, the displaced, the dead."""
    mention, table = claim.mention, bounds.table().place
    if mention.kind != "count" or mention.per is not None or (mention.value or 0) < LEAST:
        return False
    if not oddity.asserted(claim) or (claim.noun != PERSON and mention.context.head != "population"):
        return False
    return (
        claim.action in table.people_actions
        or mention.context.verb in table.people_verbs
        or _next_word(document, mention.end) in table.people_verbs
        or mention.noun in table.people_words
        or mention.context.head in table.people_heads
    )


def _next_word(document: Document, at: int) -> str:
    return document.plain[at : at + 20].strip().lower().partition(" ")[0]


def _beyond(claim: Claim, place: Setting) -> bool:
    low, most = oddity.at_least(claim, None), _population(place) * _margin(place)
    if fold(place.name) in bounds.table().place.unsure_cities:
        most = bounds.table().place.largest_city
    return low is not None and low > most


def _margin(place: Setting) -> int:
    table = bounds.table().place
    return table.city_people_margin if place.city else table.country_people_margin


def _population(place: Setting) -> int:
    if place.city is not None:
        return place.city.population
    return place.country.population if place.country else 0


def _oddity(claim: Claim, place: Setting) -> Oddity:
    population = max(_population(place), 1)
    times = oddity.rounded((claim.mention.value or Decimal(0)) / population)
    return Oddity(
        bound="the people of a city" if place.city else "the people of a country",
        claims=(claim,),
        message=(
            f"“{wording.figure(claim)}” can hardly be people of {place.name}: about {times} times its population "
            f"({oddity.people(population)})"
        ),
        why=("people: GeoNames",),
        confidence=0.8,
        diagnosis=slips.into(claim, (Decimal(1), Decimal(population) * 2)),
        held=oddity.allowed(None, Decimal(population), None),
    )
