"""The way in by meaning: claims of one kind, noun and action; near-linear, however many share a block."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from claimcheck.lexicon import measured
from claimcheck.normalise.claim import nouns
from claimcheck.normalise.claim.measured import AMOUNT
from claimcheck.normalise.matching import compare
from claimcheck.normalise.matching.facts import Facts
from claimcheck.normalise.text.places import skeleton

CROWD = 120  # in larger blocks each claim meets only its neighbours in time and value
NEIGHBOURS = 12
UNNAMED = frozenset({"magnitude"})  # says enough without what is measured
DONE = frozenset(
    {"duration", "length", "money", "speed", "mass", "volume", "area"}
)  # enough with what is done

WIN = "win"  # by how much somebody won is of each race: "won by 41 seconds"

Key = tuple[str | None, ...]


def candidates(facts: Sequence[Facts]) -> Iterator[tuple[Facts, Facts]]:
    """Pairs of claims from different sources that count the same thing."""
    blocks: dict[Key, list[Facts]] = {}
    for fact in facts:
        key = _key(fact)
        if key is not None:
            blocks.setdefault(key, []).append(fact)
    for block in blocks.values():
        for one, other in pairs(block):
            if one.source != other.source:
                yield one, other


def _key(fact: Facts) -> Key | None:
    claim = fact.claim
    kind = claim.mention.kind
    if nouns.is_never(claim.noun):
        return _of_player(fact)
    if claim.noun is not None:
        noun = measured.table().kin.get(claim.noun, claim.noun) if claim.action == AMOUNT else claim.noun
        return claim.unit, kind, skeleton(noun) if kind == "age" else noun
    if kind in UNNAMED:
        return claim.unit, kind, None
    done = kind in DONE and claim.action is not None and claim.action != WIN
    return (claim.unit, kind, f"({claim.action})") if done else None


def _of_player(fact: Facts) -> Key | None:
    """What somebody whom the sentence names did so often: "Brook missed nine games"; None where nobody did it."""
    claim = fact.claim
    subject, head = claim.mention.context.subject, claim.mention.noun
    known = nouns.is_scored(claim.noun) and claim.action is not None and subject in fact.names
    return (claim.noun, head, claim.action, subject) if known else None


def pairs(block: Sequence[Facts]) -> Iterator[tuple[Facts, Facts]]:
    """All pairs of a block, of a large one those of neighbours in time and value."""
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
        fact.day or date.min,
        float(value) if value is not None else 0.0,
        fact.claim.id,
    )
