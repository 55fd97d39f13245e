"""A part of the dead in one text that is more than all the dead in another: 49 civilians killed, 19 people killed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimcheck.lexicon import nouns
from claimcheck.model import Link
from claimcheck.normalise.claim import actions
from claimcheck.normalise.matching import compare, features, updates, vetoes
from claimcheck.normalise.matching.facts import Facts
from claimcheck.normalise.matching.partners import Partners
from claimcheck.normalise.text.lexis import Lexis
from claimcheck.normalise.ways import blocks, meaning
from claimcheck.normalise.weights import WEIGHTS as W

CONFIDENCE = 0.55
LEAST = 3  # a smaller toll is hardly all the dead: "two died, he said"
MOST = 20  # tolls of a text that are looked at
BESIDE = 250  # characters between a part and its whole
# Who kills them hardly speaks of all the dead: "23 terrorists killed", "the bomb killed 17".
FIGHTERS = "fighter"


def links(facts: Sequence[Facts], lexis: Lexis, partners: Partners) -> Iterator[Link]:
    """Links between a toll and a larger toll of a narrower class of people in another text."""
    tolls: dict[str, list[Facts]] = {}
    for fact in facts:
        if fact.claim.action is not None and actions.counts(fact.claim.action) is not None:
            tolls.setdefault(fact.claim.action, []).append(fact)
    for block in tolls.values():
        held, wholes = _held(block), _unnarrowed(block)
        for one, other in blocks.pairs(block):
            if one.source == other.source:
                continue
            for part, whole in ((one, other), (other, one)):
                link = None if part.claim.id in held else _link(part, whole, lexis, partners)
                if link is not None and not any(_fits(part, each) for each in wholes[whole.source]):
                    yield link


def _held(tolls: Sequence[Facts]) -> frozenset[str]:
    """The parts whose text gives the whole near them: "Nine people died. Four of them were children"."""
    ordered = sorted(tolls, key=lambda fact: (fact.source, fact.claim.mention.start))
    near = (
        pair
        for one, other in pairwise(ordered)
        if one.source == other.source and other.claim.mention.start - one.claim.mention.start < BESIDE
        for pair in ((one, other), (other, one))
    )
    return frozenset(part.claim.id for part, whole in near if _is_all(whole) and not exceeds(part, whole))


def _unnarrowed(tolls: Sequence[Facts]) -> dict[str, list[Facts]]:
    """The tolls of each text that nothing narrows, up to MOST of them."""
    wholes: dict[str, list[Facts]] = {}
    for fact in tolls:
        known = wholes.setdefault(fact.source, [])
        if _is_all(fact) and len(known) < MOST:
            known.append(fact)
    return wholes


def _fits(part: Facts, whole: Facts) -> bool:
    """True for a toll of the other text that a part may well be of."""
    return not whole.claim.plausible.lies_below(part.claim.plausible) and vetoes.veto(part, whole) is None


def _link(part: Facts, whole: Facts, lexis: Lexis, partners: Partners) -> Link | None:
    if (
        (whole.claim.mention.value or 0) < LEAST
        or not (_is_all(whole) and exceeds(part, whole))
        or vetoes.veto(part, whole) is not None
    ):
        return None
    here, there = whole.places, part.places | part.topic.places
    if here and there and here.isdisjoint(there):
        return None
    points, why = features.score(part, whole, lexis)
    far = compare.ratio(part.claim, whole.claim) > W.loud_ratio
    if (
        far
        or points + W.same_noun < meaning.needed(part, whole, lexis.texts)
        or compare.agreement(part.claim, whole.claim) is not None
    ):
        return None
    if updates.is_update(part, whole, partners) or partners.settle(part, whole):
        return None
    reason = f"more {part.claim.noun} than {whole.claim.noun}"
    return Link(part.claim.id, whole.claim.id, CONFIDENCE, (reason, *why))


def exceeds(part: Facts, whole: Facts) -> bool:
    """True where those who are a part of the others are more: 15 civilians of 6 people."""
    inside = nouns.within(part.claim.noun, whole.claim.noun) and part.claim.noun != FIGHTERS
    return inside and whole.claim.plausible.lies_below(part.claim.plausible)


def _is_all(fact: Facts) -> bool:
    """True for a toll that nothing narrows, and that is not one more on top of others."""
    narrowed = fact.modifiers or fact.scopes.part or fact.scopes.increment
    return fact.claim.noun == actions.counts(fact.claim.action) and not narrowed
