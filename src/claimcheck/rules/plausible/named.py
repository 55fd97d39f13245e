"""Of which city or country the text itself says that a figure is the area or the people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from claimcheck.lexicon import bounds
from claimcheck.lexicon.gazetteer import fold
from claimcheck.lexicon.patterns import alternatives
from claimcheck.model import Claim, Document
from claimcheck.rules.plausible import setting
from claimcheck.rules.plausible.setting import Setting

HERE = frozenset({"in", "of"})
BEHIND = 60  # characters behind a figure in which "of NAME" may follow


def extent_of(document: Document, claim: Claim) -> Setting | None:
    """The place whose ground a figure is said to be."""
    start, end = claim.mention.context.sentence
    sentence = document.plain[start:end]
    if setting.is_wider_than_country(sentence):
        return None
    table, context = bounds.table().place, claim.mention.context
    spans = context.head is None and (context.verb is None or context.verb in table.area_verbs)
    found = _subject(document, claim) if spans or context.head in table.area_heads else None
    found = found or next(_around(document, claim), None)
    if found is None or (found.cities and setting.is_wide(sentence)):
        return None
    return (
        found if len({place.country for place in setting.places(sentence) if not place.cities}) < 2 else None
    )


def people_of(document: Document, claim: Claim) -> Setting | None:
    """The place whose people a figure counts."""
    found = next(_around(document, claim), None)
    return found or _subject(document, claim)


def _around(document: Document, claim: Claim) -> Iterator[Setting]:
    """Places that stand in or behind the figure: "2 million km² of Portugal", "in Lisbon"."""
    mention = claim.mention
    names = [place.name for place in claim.places if place.role in HERE]
    behind = document.plain[mention.number_end : min(mention.context.sentence[1], mention.end + BEHIND)]
    link = _of().match(behind)
    if link is not None:
        yield from _first(behind[link.end() :])
    for name in names:
        found = setting.lookup(name)
        if found is not None:
            yield found


def _first(text: str) -> Iterator[Setting]:
    """The place with whose name a text begins."""
    found = next(setting.places(text), None)
    if found is not None and text.startswith(found.name):
        yield found


def _subject(document: Document, claim: Claim) -> Setting | None:
    """The place that is the subject of a figure, by its name, as "the city", or as what has the population."""
    context = claim.mention.context
    text = document.plain[context.sentence[0] : claim.mention.start]
    before, table = list(setting.places(text)), bounds.table().place
    if before and not {context.head, context.verb}.isdisjoint(table.people_heads):
        return before[-1]  # the place is or has what the figure counts
    if not {context.subject, context.head}.isdisjoint(table.city):
        place = setting.of(document, claim)
        return place if place is not None and place.cities else None
    found = [place for place in before if fold(place.name).split()[-1] == context.subject]
    return found[-1] if found else None


@cache
def _of() -> re.Pattern[str]:
    """Between a figure and the name of its place: " of ", " people in the city of "."""
    named = alternatives(bounds.table().place.named)
    return re.compile(rf"^[\w\s-]{{0,20}}?\b(?:of|in) (?:the {named}(?: of)? )?(?=[^\W\d_a-z])")
