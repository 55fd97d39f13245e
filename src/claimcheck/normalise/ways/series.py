"""A series: texts of several days that fill one place of a pattern, such as daily reports, each with its own figure."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.normalise.matching import compare
from claimcheck.normalise.matching.facts import Facts
from claimcheck.normalise.ways.twins import Twin

DAYS = 2  # other days, each with another figure, that make a series


def claims(same: Sequence[Twin], other: Sequence[Twin]) -> frozenset[str]:
    """Ids of claims that texts of several days give in like words, each with another figure and none with the same.

    `same` are the twins that agree, `other` those that differ.
    """
    known = {claim.id for twin in same for claim in (twin.one.claim, twin.other.claim)}
    partners: dict[str, dict[str, Facts]] = {}
    for twin in other:
        for one, partner in ((twin.one, twin.other), (twin.other, twin.one)):
            if one.claim.id not in known:
                partners.setdefault(one.claim.id, {})[partner.source] = partner
    return frozenset(each for each, found in partners.items() if _is_series([*found.values()]))


def _is_series(found: Sequence[Facts]) -> bool:
    values = {compare.middle(fact.claim) for fact in found}
    days = {fact.day for fact in found if fact.day is not None}
    return len(days) >= DAYS and len(values) == len(found)
