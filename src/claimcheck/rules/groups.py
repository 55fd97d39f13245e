"""Claims of one field grouped by value, as findings show them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import partial

from claimcheck.model import NAMING, Claim, ValueGroup

Weights = Mapping[str, float]  # by source; 1 where nothing is said


def by_value(claims: Iterable[Claim], weights: Weights | None = None) -> tuple[tuple[Claim, ...], ...]:
    """Groups of claims that commit to the same value, the one whose sources weigh most first."""
    found: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        interval = claim.value
        key = (interval.low, interval.high, interval.low_closed, interval.high_closed)
        found.setdefault(key, []).append(claim)
    said = (sorted(group, key=_is_cell) for group in found.values())  # a sentence tells more than a cell
    return tuple(map(tuple, sorted(said, key=partial(_order, weights or {}))))


def _is_cell(claim: Claim) -> bool:
    return claim.mention.context.block.kind == "cell"


def _order(weights: Weights, group: Sequence[Claim]) -> tuple[float, str, int]:
    return -weight(group, weights), group[0].source, group[0].mention.start


def weight(group: Iterable[Claim], weights: Weights) -> float:
    """What the sources of a value weigh together; copies weigh nothing."""
    origins = {claim.source for claim in group if claim.copy_of is None}
    return sum(weights.get(source, 1.0) for source in sorted(origins))


def shown(groups: Sequence[Sequence[Claim]]) -> tuple[ValueGroup, ...]:
    """Groups as a finding carries them."""
    return tuple(_shown(group) for group in groups)


def _shown(group: Sequence[Claim]) -> ValueGroup:
    first = group[0]
    dated = first.mention.kind == "date"  # a day is no amount
    return ValueGroup(
        value=written(first),
        low=None if dated else first.value.low,
        high=None if dated else first.value.high,
        sources=tuple(dict.fromkeys(claim.source for claim in group)),
    )


def written(claim: Claim) -> str:
    """The number of a claim in the unit as written, without hedge: 400, 250000-300000; a date or name as it stands."""
    mention = claim.mention
    if mention.kind in NAMING:
        return " ".join(mention.surface.split())
    if mention.value is not None:
        return plain(mention.value)
    ends = [plain(end) if end is not None else "" for end in (mention.low, mention.high)]
    return "-".join(ends)


def plain(number: Decimal) -> str:
    """A decimal without exponent or trailing zeros."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
