"""What a figure may have been meant to be: the slip that leads to where such figures usually lie."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.lexicon import slips, units
from claimcheck.model import Claim, Mention
from claimcheck.rules.groups import plain

_WHOLE = frozenset({"count", "age"})
THOUSAND = 1000
NARROW = Decimal("0.25")  # of a range: in wider ones swapped digits come to lie by chance
Range = tuple[Decimal, Decimal]


def into(claim: Claim, usual: Range, unit: str | None = None) -> str | None:
    """ "may be ..." with the power of ten and the unit that bring a figure into `usual` (in `unit`), or None."""
    mention = claim.mention
    if mention.value is None or mention.value <= 0:
        return None
    found = [next(by_factor(mention, usual, unit), None), next(by_unit(mention, usual, unit), None)]
    words = [word for word in found if word is not None]
    return f"may be {' or '.join(words)}" if words else None


def meant(claim: Claim, usual: Range) -> str | None:
    """The slip that leads into `usual`, which is in the unit as written: a power of ten, a unit, two digits swapped."""
    mention = claim.mention
    found = into(claim, usual, mention.unit)
    wide = usual[1] - usual[0] > usual[1] * NARROW
    if found is not None or mention.value is None or wide or not _in_digits(mention):
        return found
    lies = (each for each in _swapped(mention.value) if usual[0] <= each <= usual[1])
    return next((f"may be {_written(mention, each)}: two digits swapped" for each in lies), None)


def _in_digits(mention: Mention) -> bool:
    return any(letter.isdigit() for letter in mention.surface)


def _swapped(value: Decimal) -> Iterator[Decimal]:
    """A number with each two neighbouring digits swapped."""
    text = plain(value)
    for at in range(len(text) - 1):
        if text[at : at + 2].isdigit() and text[at] != text[at + 1] and not (at == 0 and text[1] == "0"):
            yield Decimal(text[:at] + text[at + 1] + text[at] + text[at + 2 :])


def beside(claim: Claim) -> str:
    """A figure of the same sentence that may have been meant."""
    return f"may be another figure of the same sentence: {' '.join(claim.mention.surface.split())}"


def by_factor(mention: Mention, usual: Range, unit: str | None) -> Iterator[str]:
    """The figure with a power of ten too much or too little, where it lies in `usual`."""
    value = mention.value or Decimal(0)
    if _is_scale(mention.unit):
        return
    for factor in slips.factors(value):
        for meant in (value / factor, value * factor):
            if _natural(mention, meant, factor) and _lies(meant, mention.unit, usual, unit):
                yield _written(mention, meant)


def _natural(mention: Mention, meant: Decimal, factor: int) -> bool:
    """False where a slip would need a fraction that nobody writes: half a person, 2,903.5 for 29,035."""
    whole = meant == meant.to_integral_value()
    small = (mention.value or 0) < THOUSAND
    return whole or (mention.kind not in _WHOLE and (factor == THOUSAND or small))


def by_unit(mention: Mention, usual: Range, unit: str | None) -> Iterator[str]:
    """The same number in a unit that is taken for the one written, where it lies in `usual`."""
    value = mention.value or Decimal(0)
    for other, _ in slips.confusions().get(mention.unit or "", ()):
        if _lies(value, other, usual, unit):
            yield f"{grouped(value)} {slips.written(other)}"


def _lies(value: Decimal, written: str | None, usual: Range, unit: str | None) -> bool:
    """True where `value` in the unit `written` lies between the ends of `usual`, which are in `unit`."""
    if written != unit and written is not None and unit is not None:
        row = units.unit(unit)
        value = (units.to_base(written, value) - row.offset) / row.factor
    return usual[0] <= value <= usual[1]


def _is_scale(unit: str | None) -> bool:
    """True for units whose zero is not nothing: nobody writes a temperature ten times too high."""
    return unit is not None and unit.startswith("°")


def _written(mention: Mention, meant: Decimal) -> str:
    """The figure as the text writes it, with another number."""
    tail = mention.surface[mention.number_end - mention.start :]
    return f"{grouped(meant)}{tail}".strip()


def grouped(number: Decimal) -> str:
    """A number as texts write it: 31,000, 4.5 million."""
    for scale, word in ((10**12, " trillion"), (10**9, " billion"), (10**6, " million")):
        if number >= scale and number * 100 % scale == 0:
            return plain(number / scale) + word
    whole, point, rest = plain(number).partition(".")
    return f"{int(whole):,}{point}{rest}"
