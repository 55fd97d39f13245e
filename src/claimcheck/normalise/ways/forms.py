"""Forms in a mixed run: texts whose figures in like words mostly differ, by their wording alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from claimcheck.normalise.matching.facts import Facts
from claimcheck.normalise.matching.partners import AGREE
from claimcheck.normalise.ways import parallels
from claimcheck.normalise.ways.parallels import Pair
from claimcheck.normalise.ways.wording import Compared

MANY = 5  # claims in like words with other figures in two texts that fill one form
FEW = 3  # such claims in texts of two days that have no figure in common


def filled(found: Sequence[Compared], facts: Sequence[Facts]) -> frozenset[Pair]:
    """The pairs of sources whose figures in like words mostly differ; those of copied passages are the same."""
    same = _ids(found, AGREE)
    other = _ids(found, (None,))
    said = _said(facts)
    days = {fact.source: fact.day for fact in facts}
    return frozenset(
        pair
        for pair, ids in other.items()
        if _is_form(ids, same.get(pair, set()), [said[each] for each in pair], {days[each] for each in pair})
    )


def _ids(found: Sequence[Compared], wanted: Iterable[str | None]) -> dict[Pair, set[str]]:
    """The claims of each pair of sources that have a twin with one of the `wanted` explanations."""
    ids: dict[Pair, set[str]] = {}
    for twin, explained in found:
        if explained in wanted:
            pair = parallels.of(twin.one.source, twin.other.source)
            ids.setdefault(pair, set()).update((twin.one.claim.id, twin.other.claim.id))
    return ids


def _said(facts: Sequence[Facts]) -> dict[str, set[str]]:
    """The claims of each source, a copied one by its origin."""
    said: dict[str, set[str]] = {}
    for fact in facts:
        said.setdefault(fact.source, set()).add(fact.claim.copy_of or fact.claim.id)
    return said


def _is_form(other: set[str], same: set[str], said: Sequence[set[str]], days: set[date | None]) -> bool:
    differing = len(other - same)
    agreeing = len(same) + 2 * len(set.intersection(*said))
    if len(days) > 1 and None not in days and not agreeing:
        return differing >= FEW
    return differing >= MANY and differing > agreeing
