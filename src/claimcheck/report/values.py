"""The claims of a finding by what they say."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.model import Claim


def by_value(claims: Sequence[Claim]) -> list[list[Claim]]:
    """The claims in groups that say the same in other words at most, in the order of their first member."""
    groups: dict[object, list[Claim]] = {}
    for claim in claims:
        same = (claim.value, claim.unit, claim.mention.hedge, claim.noun)
        groups.setdefault(same, []).append(claim)
    return list(groups.values())
