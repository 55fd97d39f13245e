"""The bounds of a claim in the unit that its text uses."""

from __future__ import annotations

from decimal import Context, Decimal

from claimcheck.lexicon import units
from claimcheck.model import Claim

# conversions there and back leave a tail of digits that no text has
DIGITS = Context(prec=12)
PERCENT = Decimal(100)
Bounds = tuple[Decimal | None, Decimal | None]


def bounds(claim: Claim) -> Bounds:
    """What the text commits to, from low to high; None is open."""
    mention = claim.mention
    if mention.value is None:
        return mention.low, mention.high
    if mention.hedge == "exact":
        return mention.value, mention.value
    factor, offset = _conversion(claim)
    return _back(claim.value.low, factor, offset), _back(claim.value.high, factor, offset)


def as_written(value: Decimal, claim: Claim) -> Decimal:
    """A value of the canonical unit in the unit that the text of a claim uses."""
    return _back(value, *_conversion(claim)) or Decimal(0)


def _conversion(claim: Claim) -> tuple[Decimal, Decimal]:
    """Factor and offset that led from the written unit to the canonical one."""
    if claim.mention.kind == "share":
        return PERCENT, Decimal(0)
    written = claim.mention.unit
    if written is None or written == claim.unit:
        return Decimal(1), Decimal(0)
    try:
        unit = units.unit(written)
    except KeyError:  # money and other units that convert into nothing
        return Decimal(1), Decimal(0)
    return unit.factor, unit.offset


def _back(bound: Decimal | None, factor: Decimal, offset: Decimal) -> Decimal | None:
    if bound is None or (factor == 1 and not offset):
        return bound
    return DIGITS.divide(bound - offset, factor)
