"""Why two claims are held for one fact, or are not: the same questions as in matching, with all answers kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from claimcheck.config import Options
from claimcheck.model import Claim, Document, Link, Pair
from claimcheck.normalise.fields.unite import Ready, prepare
from claimcheck.normalise.matching import compare, features, vetoes
from claimcheck.normalise.matching.facts import Facts
from claimcheck.normalise.ways import blocks, meaning


def pairs(
    documents: Sequence[Document],
    claims: Sequence[Claim],
    options: Options,
    wanted: Sequence[str],
    links: Sequence[Link],
) -> tuple[Pair, ...]:
    """Every pair of the claims with the ids `wanted`, copies left out; those that `links` join first."""
    ready = prepare(documents, claims, options)
    linked = {frozenset((link.first, link.second)): link for link in links}
    by_id = {fact.claim.id: fact for fact in (*ready.facts, *ready.references) if fact.claim.copy_of is None}
    found = [by_id[each] for each in dict.fromkeys(wanted) if each in by_id]
    made = [
        _pair(one, other, ready, linked.get(frozenset((one.claim.id, other.claim.id))))
        for one, other in combinations(found, 2)
    ]
    return tuple(
        sorted(made, key=lambda pair: (pair.link is None, -pair.link.confidence if pair.link else 0))
    )


def apart(documents: Sequence[Document], claims: Sequence[Claim], options: Options) -> tuple[Pair, ...]:
    """Pairs of different figures that everything but one veto holds for one fact."""
    ready = prepare(documents, claims, options)
    origins = [fact for fact in ready.facts if fact.claim.copy_of is None]
    return tuple(_kept(origins, ready))


def _kept(facts: Sequence[Facts], ready: Ready) -> Iterator[Pair]:
    for one, other in blocks.candidates(facts):
        acts = one.claim.action is not None and one.claim.action == other.claim.action
        if acts and compare.agreement(one.claim, other.claim) is None:
            pair = _pair(one, other, ready, None)
            if len(pair.against) == 1 and pair.points >= pair.needed:
                yield pair


def _pair(one: Facts, other: Facts, ready: Ready, link: Link | None) -> Pair:
    return Pair(
        first=one.claim,
        second=other.claim,
        features=features.named(one, other, ready.lexis),
        needed=meaning.needed(one, other, ready.lexis.texts),
        against=vetoes.every(one, other),
        explained=(link and link.explained) or compare.agreement(one.claim, other.claim),
        link=link,
    )
