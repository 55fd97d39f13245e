"""How many children somebody has, told twice: "Ana Brook, a mother of 12", "the mother of 13"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product

from claimcheck.lexicon.measures import measures
from claimcheck.model import Claim, Link
from claimcheck.normalise.claim import children
from claimcheck.normalise.matching import compare, vetoes
from claimcheck.normalise.matching.facts import HEADLINE, Facts

LEAD = 500  # characters at the start of a text, in which it says whom it is about
CROWD = 40  # texts before it that a text is compared with
Named = tuple[Facts, str | None]  # a claim and the name of the parent
NAMED, MEANT, LEADING = 0.8, 0.8, 0.6  # confidence


def links(facts: Sequence[Facts]) -> Iterator[Link]:
    """Links between different numbers of children of one person, told by name or by "the mother of".

    Where nobody is named, the person is the one of the text, or the one with whom texts of one story begin.
    """
    told: dict[tuple[str, str], dict[object, Claim]] = {}  # the first claim of each number
    named: dict[tuple[str, str], Claim] = {}
    begun: dict[tuple[str, str], list[Named]] = {}  # the claims with which a text begins
    for fact in facts:
        claim = fact.claim
        found = children.read(fact.document, claim.mention) if claim.action == children.PARENT else None
        if found is None:
            continue
        parent = measures().parent.same.get(found["parent"].lower(), found["parent"].lower())
        before = told.setdefault((parent, fact.source), {})
        if found["known"] and len(before) == 1:
            yield from _link(next(iter(before.values())), claim, MEANT, parent)
        before.setdefault(claim.value, claim)
        name = found["name"] or _behind(fact)
        first = named.setdefault((parent, name), claim) if name else claim
        yield from _link(first, claim, NAMED, parent)
        if HEADLINE in claim.scopes or claim.mention.start < LEAD:
            begun.setdefault((parent, fact.source), []).append((fact, name))
    yield from _leading([(parent, facts) for (parent, _), facts in begun.items() if _is_one(facts)])


def _is_one(begun: Sequence[Named]) -> bool:
    """True for one parent in the first sentences of a text, whatever its headline says."""
    return len({fact.claim.value for fact, _ in begun if HEADLINE not in fact.claim.scopes}) < 2


def _leading(begun: Sequence[tuple[str, Sequence[Named]]]) -> Iterator[Link]:
    """Links between texts of one story that each begin with one parent."""
    for place, (parent, facts) in enumerate(begun):
        for other_parent, others in begun[max(0, place - CROWD) : place]:
            if parent == other_parent and _apart_by_deed_at_most(others[0][0], facts[0][0]):
                for (other, called), (fact, name) in product(others, facts):
                    if called is None or name is None:
                        yield from _link(other.claim, fact.claim, LEADING, parent)


def _apart_by_deed_at_most(one: Facts, other: Facts) -> bool:
    """True where nothing but who does something, and when, tells two texts apart: children stay as many."""
    return set(vetoes.every(one, other)) <= {"other-actor", "other-day", "other-period"}


def _link(one: Claim, other: Claim, confidence: float, parent: str) -> Iterator[Link]:
    if compare.agreement(one, other) is None:
        yield Link(one.id, other.id, confidence, (f"how many children one {parent} has",))


def _behind(fact: Facts) -> str | None:
    """The name of "mother of 13 Ana Brook"."""
    found = _full_name().match(fact.document.plain, fact.claim.mention.end)
    return found["name"] if found else None


@cache
def _full_name() -> re.Pattern[str]:
    return re.compile(r",? (?P<name>[A-Z][\w'’-]+ [A-Z][\w'’-]+)")
