"""A figure that hardly can be, as found, and the arithmetic that its finders share."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, Decimal

import msgspec

from claimcheck.lexicon import units
from claimcheck.model import Claim, Severity, ValueGroup

_TWO_DIGITS = Context(prec=2, rounding=ROUND_HALF_EVEN)
_CLEAR = Decimal("1.1")  # a record may be broken, hardly by more than a tenth
KM2 = "km²"
SPELLED = ("year", "day", "hour")  # units that are words


class Oddity(msgspec.Struct, frozen=True):
    """A figure beyond a bound; the first claim is the figure, others are what it was held against."""

    bound: str
    claims: tuple[Claim, ...]
    message: str
    why: tuple[str, ...]
    severity: Severity = "error"
    confidence: float = 0.9
    diagnosis: str | None = None
    held: ValueGroup | None = None  # what the bound allows


def asserted(claim: Claim) -> bool:
    """True for a single figure that the text states as a fact of its own: no plan, no change, no conversion."""
    mention = claim.mention
    if mention.vague or mention.conversion_of is not None or mention.trend is not None:
        return False
    return claim.status == "done" and not mention.context.negated and mention.value is not None


def fits(claim: Claim, unit: str | None) -> bool:
    """True where a claim is in a unit of the dimension of `unit`; None is that of counts."""
    written = claim.mention.unit
    if written is None or unit is None:
        return written is unit
    try:
        return units.base_of(written) == units.base_of(unit)
    except KeyError:  # money
        return False


def value_in(claim: Claim, unit: str | None) -> Decimal:
    """The number of a claim in `unit`; the claim is asserted and fits."""
    value = claim.mention.value or Decimal(0)
    written = claim.mention.unit
    return _in(units.to_base(written, value), unit) if unit is not None and written is not None else value


def at_least(claim: Claim, unit: str | None) -> Decimal | None:
    """The least that a claim says, read generously, in `unit`; None where it is open."""
    if claim.mention.hedge == "at_most" and claim.plausible.low is not None:
        return _in(claim.plausible.low, unit)  # "gusts of up to" says that some came near
    if claim.value.low is None or claim.plausible.low is None:
        return None
    return _in(min(claim.value.low, claim.plausible.low), unit)


def at_most(claim: Claim, unit: str | None) -> Decimal | None:
    """The most that a claim says, read generously, in `unit`; None where it is open."""
    if claim.value.high is None or claim.plausible.high is None:
        return None
    return _in(max(claim.value.high, claim.plausible.high), unit)


def allowed(least: Decimal | None, most: Decimal | None, unit: str | None) -> ValueGroup:
    """What lies between two bounds in `unit`; without a lower one it begins at zero, but for temperatures."""
    words = [rounded(end) for end in (least, most) if end is not None]
    ahead = "up to " if least is None else "from " if most is None else ""
    named = f"{unit}s" if unit in SPELLED else unit or ""
    if least is None and (unit is None or not units.unit(unit).offset):
        least = Decimal(0)
    low, high = (end if end is None or unit is None else units.to_base(unit, end) for end in (least, most))
    return ValueGroup(f"{ahead}{' to '.join(words)} {named}".strip(), low, high, ())


def _in(canonical: Decimal, unit: str | None) -> Decimal:
    if unit is None:
        return canonical
    row = units.unit(unit)
    return (canonical - row.offset) / row.factor


def severity(value: Decimal, bound: Decimal) -> Severity:
    """error for what lies clearly beyond a bound, warning for what might be a new record."""
    return "error" if abs(value) > abs(bound) * _CLEAR else "warning"


def rounded(number: Decimal) -> str:
    """A number for a comparison: in full from 100 on, with two digits below."""
    if number >= 100:
        return f"{int(number.to_integral_value()):,}"
    return f"{_TWO_DIGITS.create_decimal(number).normalize():f}"


def people(number: int) -> str:
    """A number of people in words: 2.1 million, 450,000."""
    if number >= 1_000_000:
        return f"{_TWO_DIGITS.create_decimal(Decimal(number) / 1_000_000).normalize():f} million"
    return f"{round(number, -3):,}"
