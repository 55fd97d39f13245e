"""Values of claims as plain numbers in one unit, so that they can be drawn beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claimcheck.model import Claim
from claimcheck.report import written

SHARES = ("percent", "share")


def alike(claims: Sequence[Claim]) -> list[Claim]:
    """The claims that can stand on one line with the first: same measure, and a value."""
    first = claims[0]
    return [claim for claim in claims if claim.unit == first.unit and _sort(claim) == _sort(first)]


def _sort(claim: Claim) -> str:
    return "share" if claim.mention.kind in SHARES else claim.mention.kind


def unit(claims: Sequence[Claim]) -> str:
    """The unit to draw in: the written one if all agree on it, else the canonical one."""
    found = {claim.mention.unit for claim in claims}
    return (found.pop() if len(found) == 1 else claims[0].unit) or claims[0].unit or ""


def place(value: Decimal | None, claims: Sequence[Claim]) -> float | None:
    """A canonical value in the unit to draw in."""
    if value is None:
        return None
    same = len({claim.mention.unit for claim in claims}) == 1 and claims[0].mention.unit is not None
    return float(written.as_written(value, claims[0]) if same else value)
