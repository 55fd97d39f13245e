"""The way in by meaning: claims of one kind, noun and action; near-linear, however many share a block."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from claimcheck.normalise import actions, compare, nouns
from claimcheck.normalise.facts import Facts
from claimcheck.normalise.places import skeleton

CROWD = 300  # in larger blocks each claim meets only its neighbours in time and value
NEIGHBOURS = 40
KINDS = frozenset({"age", "count", "magnitude", "percent", "share"})
NAMED = frozenset({"age", "count"})  # these say nothing without what is counted, or whose age it is

Key = tuple[str | None, ...]


def candidates(facts: Sequence[Facts]) -> Iterator[tuple[Facts, Facts]]:
    """Pairs of claims from different sources that count the same thing, in actions that fit."""
    blocks: dict[Key, list[Facts]] = {}
    for fact in facts:
        key = _key(fact)
        if key is not None:
            blocks.setdefault(key, []).append(fact)
    for block in blocks.values():
        for one, other in _pairs(block):
            if one.source != other.source and _actions_fit(one, other):
                yield one, other


def _key(fact: Facts) -> Key | None:
    claim = fact.claim
    if claim.mention.kind not in KINDS or nouns.is_never(claim.noun):
        return None
    if claim.mention.kind in NAMED and claim.noun is None:
        return None
    thing = skeleton(claim.noun) if claim.mention.kind == "age" and claim.noun else claim.noun
    return claim.unit, claim.mention.kind, thing


def _actions_fit(one: Facts, other: Facts) -> bool:
    a, b = one.claim.action, other.claim.action
    return a == b or not (actions.is_known(a) and actions.is_known(b)) or one.claim.mention.kind == "age"


def _pairs(block: list[Facts]) -> Iterator[tuple[Facts, Facts]]:
    reach = len(block) if len(block) <= CROWD else NEIGHBOURS
    ordered = block if reach == len(block) else sorted(block, key=_order)
    for index, one in enumerate(ordered):
        for other in ordered[index + 1 : index + 1 + reach]:
            yield one, other


def _order(fact: Facts) -> tuple[str, date, float, str]:
    """Like actions together, then by day, then by value."""
    value = compare.middle(fact.claim)
    return (
        fact.claim.action or "",
        fact.document.date or date.min,
        float(value) if value is not None else 0.0,
        fact.claim.id,
    )
