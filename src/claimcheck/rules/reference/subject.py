"""Whether a claim is about the thing that a fact is about, by its name: how near, and whether another is nearer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claimcheck.lexicon import properties
from claimcheck.lexicon.gazetteer import fold
from claimcheck.model import Claim, Document, Fact
from claimcheck.rules.plausible import setting

BOUND, PLACED, NAMED, ABOVE, BEFORE = 0.9, 0.88, 0.85, 0.7, 0.6  # how sure a way of naming is
AWAY = 0.5  # named, but the figure is of another place: "Acme has 300 employees in Lisbon"
BACK = 240  # characters before a sentence in which its subject may be named
HERE = frozenset({"in", "of"})
_FIRST = re.compile(r"\W*(\w+)(?:\s+(\w+))?")


class Named(NamedTuple):
    """A name in a text, folded, and where it stands."""

    name: str
    start: int
    end: int

    def far(self, at: int) -> int:
        """Characters between the name and an offset."""
        return min(abs(self.start - at), abs(self.end - at))


def finder(names: Iterable[str]) -> re.Pattern[str]:
    """Any of the names as whole words, capitals or not."""
    ordered = sorted({" ".join(name.split()) for name in names}, key=lambda name: (-len(name), name))
    parts = "|".join(r"\s+".join(map(re.escape, name.split(" "))) for name in ordered)
    return re.compile(rf"(?<!\w)(?:{parts})(?!\w)", re.IGNORECASE)


def certainty(document: Document, claim: Claim, fact: Fact, known: re.Pattern[str]) -> float:
    """How sure it is that a claim is about the thing of a fact (0-1); `known` finds the names of all facts."""
    context = claim.mention.context
    own = {fold(name) for name in fact.about}
    if fold(context.block.row or "") in own or fold(context.block.column or "") in own:
        return BOUND
    if any(fold(place.name) in own for place in claim.places):
        return PLACED
    start, end = context.sentence
    at = claim.mention.start - start
    elsewhere = any(place.role in HERE for place in claim.places)
    if context.subject is not None and context.subject in own:
        return AWAY if elsewhere else BOUND
    here = list(_named(document.plain[start:end], known))
    if any(each.name in own for each in here):
        sure = AWAY if elsewhere else NAMED
        return sure if _nearest(here, at, own, fact) else 0.0
    if elsewhere or any(_is_other(each, own, fact) for each in here):
        return 0.0
    above = (*context.block.headings, document.title or "")
    if any(each.name in own for text in above for each in _named(text, known)):
        return ABOVE
    return BEFORE if _is_carried_on(document, claim, fact, known, own) else 0.0


def _named(text: str, known: re.Pattern[str]) -> Iterator[Named]:
    """The names of things in a text: those of facts, and cities and countries."""
    for match in known.finditer(text):
        yield Named(fold(match[0]), match.start(), match.end())
    for place in setting.places(text):
        start = text.find(place.name)
        yield Named(fold(place.name), start, start + len(place.name))


def _nearest(named: Iterable[Named], at: int, own: set[str], fact: Fact) -> bool:
    """True where the nearest name to an offset is one of the fact's own."""
    rivals = [each for each in named if each.name in own or _is_other(each, own, fact)]
    return bool(rivals) and min(rivals, key=lambda each: (each.far(at), each.name not in own)).name in own


def _is_other(named: Named, own: set[str], fact: Fact) -> bool:
    """True for the name of another thing, not for a part of the fact's own name or its place."""
    return not any(named.name in name for name in (*own, fold(fact.place or "")))


def _is_carried_on(
    document: Document, claim: Claim, fact: Fact, known: re.Pattern[str], own: set[str]
) -> bool:
    """True where the sentences right before a claim are about the thing, and its own goes on with it."""
    start, _ = claim.mention.context.sentence
    if not _goes_on(document.plain, start):
        return False
    first = max(claim.mention.context.block.start, start - BACK)
    before = document.plain[first:start]
    return _nearest(_named(before, known), len(before), own, fact)


def _goes_on(text: str, start: int) -> bool:
    words = _FIRST.match(text, start)
    if words is None:
        return False
    table = properties.table().going_on
    first, second = (word.lower() if word else "" for word in words.groups())
    return first in table.words or (first == "the" and second in table.nouns)
