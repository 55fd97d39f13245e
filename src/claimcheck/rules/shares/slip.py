"""What slip a share, a change or a multiple looks like that its figures do not give; always a "may be"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.rules import amounts, own, slips
from claimcheck.rules.lines import Line
from claimcheck.rules.shares.part import Change, Multiple, Share
from claimcheck.rules.shares.reading import HUNDRED, Reading, change, of_share

Range = tuple[Decimal, Decimal]


def of_triple(found: Share, line: Line) -> str | None:
    """The figure of a share that another reading of its digits, or another figure of the line, would mend."""
    if found.whole is None:
        return None
    said = of_share(found.share.mention)
    part, whole = amounts.of(found.part), amounts.of(found.whole)
    of_part = (said.low * whole.low / HUNDRED, said.high * whole.high / HUNDRED)
    others = whole.value - part.value
    if not found.share.mention.vague and _lies(others, of_part):
        return f"may be said of the others: {slips.grouped(others)} of {own.figure(found.whole)}"
    of_whole = (part.low * HUNDRED / said.high, part.high * HUNDRED / said.low) if said.low > 0 else None
    fits = slips.meant(found.part, of_part) or (slips.meant(found.whole, of_whole) if of_whole else None)
    return fits or next(_beside(line, found, of_part), None)


def _beside(line: Line, found: Share, usual: Range) -> Iterator[str]:
    """Other figures of the line that would be the part."""
    own_ids = {claim.id for claim in found.claims}
    for mark in line.marks:
        value = mark.claim.mention.value
        alike = (
            mark.claim.mention.kind == found.part.mention.kind
            and mark.claim.mention.unit == found.part.mention.unit
        )
        if mark.claim.id not in own_ids and alike and value is not None and _lies(value, usual):
            yield slips.beside(mark.claim)


def of_change(found: Change) -> str | None:
    """Ends in the wrong order, the new level taken for the change, or a figure with a slip in its digits."""
    before, after = amounts.of(found.before), amounts.of(found.after)
    if found.direction and (after.value - before.value) * found.direction < 0:
        return "may be the two ends swapped"
    real = change(before, after)
    if found.by is None or found.by.mention.kind != "percent" or real is None:
        return None
    said = of_share(found.by.mention)
    level = Reading(said.low - HUNDRED, said.high - HUNDRED)
    if found.direction > 0 and level.low > 0 and level.meets(real):
        return "may be the new level in percent of the old one, not the change"
    return slips.meant(found.by, (real.low, real.high))


def of_multiple(found: Multiple) -> str | None:
    """A slip in the digits of the larger figure."""
    times, fewer = found.times.mention.value or Decimal(1), amounts.of(found.fewer)
    return slips.meant(found.more, (times * fewer.low, times * fewer.high))


def _lies(value: Decimal, usual: Range) -> bool:
    return usual[0] <= value <= usual[1]
