"""What figures may add up to: each read generously, rounding of many parts taken as partly cancelling out."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import msgspec

from claimcheck.model import Claim, Mention

TENTH = Decimal("0.1")
TWENTIETH = Decimal("0.05")
SLACK = Decimal("0.4")  # "up to 100" is not said of fewer than 60
OVERSHOT = Decimal("0.01")  # "nearly 300" of 301 is no slip worth a word
ROUND_FROM = 200  # a count below it that ends in one zero is counted, not rounded


class Amount(msgspec.Struct, frozen=True):
    """A figure with the room around it: by rounding (may go either way) and by bounds ("more than")."""

    value: Decimal
    below: Decimal = Decimal(0)
    above: Decimal = Decimal(0)
    bound_below: Decimal = Decimal(0)
    bound_above: Decimal = Decimal(0)

    @property
    def low(self) -> Decimal:
        """The least that a generous reader would take it for."""
        return self.value - self.below - self.bound_below

    @property
    def high(self) -> Decimal:
        """The most that a generous reader would take it for."""
        return self.value + self.above + self.bound_above

    def meets(self, other: Amount) -> bool:
        """True where both can be the same figure, the rounding of both taken together."""
        gap = other.value - self.value
        near, far = (self, other) if gap >= 0 else (other, self)
        room = near.bound_above + far.bound_below + _together((near.above, far.below))
        return abs(gap) <= room


def of(claim: Claim) -> Amount:
    """The amount of a claim, in the unit as it is written."""
    return of_mention(claim.mention)


def of_mention(mention: Mention) -> Amount:
    """The amount of a mention; a range is its middle with half its width to each side."""
    if mention.value is None:
        low, high = mention.low or Decimal(0), mention.high or mention.low or Decimal(0)
        half = (high - low) / 2
        return Amount(low + half, bound_below=half, bound_above=half)
    return _HEDGED[mention.hedge](mention)


def exactly(value: Decimal | int) -> Amount:
    """A figure without any room."""
    return Amount(Decimal(value))


def total(amounts: Iterable[Amount]) -> Amount:
    """The sum; bounds add up, rounding cancels out in part."""
    parts = list(amounts)
    return Amount(
        value=sum((part.value for part in parts), Decimal(0)),
        below=_together(part.below for part in parts),
        above=_together(part.above for part in parts),
        bound_below=sum((part.bound_below for part in parts), Decimal(0)),
        bound_above=sum((part.bound_above for part in parts), Decimal(0)),
    )


def times(amount: Amount, factor: Decimal) -> Amount:
    """The amount taken `factor` (> 0) times."""
    return Amount(*(getattr(amount, name) * factor for name in Amount.__struct_fields__))


def _together(rooms: Iterable[Decimal]) -> Decimal:
    return sum((room * room for room in rooms), Decimal(0)).sqrt()


# --- room by hedge ---------------------------------------------------------------------------------------


def rounding(mention: Mention) -> Decimal:
    """Half of the last digit that counts; a count as small as 12, 40 or 150 is exact."""
    value, step = abs(mention.value or Decimal(0)), mention.step
    if mention.precise:
        return Decimal(0)
    if mention.kind == "percent":
        return min(step, Decimal(1)) / 2
    if step < 1 or (step == 1 and mention.kind != "count"):
        return min(step / 2, value * TENTH)
    if step == 1 or (step <= 10 and value < ROUND_FROM):
        return Decimal(0)
    return min(step / 2, value * TWENTIETH)


def _exact(mention: Mention) -> Amount:
    room = rounding(mention)
    return Amount(_value(mention), room, room)


def _about(mention: Mention) -> Amount:
    room = max(abs(_value(mention)) * TENTH, rounding(mention))
    return Amount(_value(mention), room, room)


def _nearly(mention: Mention) -> Amount:
    """ "nearly 34,000" is said of 33,000, hardly of 32,000: then "nearly 33,000" would be nearer."""
    value = abs(_value(mention))
    below = min(value * TENTH, max(mention.step, value * TWENTIETH))
    return Amount(_value(mention), bound_below=below, above=value * OVERSHOT)


def _above(mention: Mention) -> Amount:
    step = max(mention.step, abs(_value(mention)) * TENTH)
    return Amount(_value(mention), bound_above=step)


def _below(mention: Mention) -> Amount:
    return Amount(_value(mention), bound_below=abs(_value(mention)) * SLACK)


def _value(mention: Mention) -> Decimal:
    return mention.value if mention.value is not None else Decimal(0)


_HEDGED = {
    "exact": _exact,
    "range": _exact,
    "about": _about,
    "nearly": _nearly,
    "more_than": _above,
    "at_least": _above,
    "less_than": _below,
    "at_most": _below,
}
