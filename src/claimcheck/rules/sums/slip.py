"""What slip a sum looks like that does not come out; always a "may be"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.rules import own, slips
from claimcheck.rules.diagnosis import Figure, slip
from claimcheck.rules.lines import Line
from claimcheck.rules.sums.part import Part, Sum, added
from claimcheck.rules.sums.verdict import needed

SEVERAL = 3  # parts of which one may stand for others


def of_sum(sum_: Sum, line: Line) -> str | None:
    """The first of the slips that would mend a sum, None where it looks like none."""
    for found in (_taken_for_total, _digits, _beside, _twice):
        said = next(found(sum_, line), None)
        if said is not None:
            return said
    return None


def of_part(larger: Part, sum_: Sum) -> str | None:
    """What a part larger than its whole looks like: the two the wrong way round, or a slip in its digits."""
    if larger.claim is None:
        return None
    if sum_.cue == "of the" and len(sum_.parts) == 1:
        return "may be part and whole swapped"
    whole = sum_.target
    return slips.meant(larger.claim, (whole.value / 100, whole.high))


def _taken_for_total(sum_: Sum, line: Line) -> Iterator[str]:
    """The total is one of its own parts."""
    for part in sum_.parts:
        if part.claim is not None and sum_.whole is None and part.amount.value == sum_.target.value:
            yield f"may be a part taken for the total: {own.figure(part.claim)}"


def _digits(sum_: Sum, line: Line) -> Iterator[str]:
    for claim in sum_.claims:
        mention, right = claim.mention, needed(sum_, claim)
        if right > 0 and mention.value is not None and not sum_.product:
            as_written = Figure(mention.value, mention.unit)
            said = slip(as_written, as_written._replace(value=right))
            if said is not None:
                yield f"{said}: {own.figure(claim)} for {slips.grouped(right)}"


def _beside(sum_: Sum, line: Line) -> Iterator[str]:
    """Another figure of the line is what one of the sum should be."""
    taken = {claim.id for claim in sum_.claims}
    kind, unit = sum_.total.mention.kind, sum_.total.mention.unit
    others = [mark.claim for mark in line.marks if mark.claim.id not in taken]
    alike = [claim for claim in others if claim.mention.kind == kind and claim.mention.unit == unit]
    for claim in sum_.claims if not sum_.product else ():
        right = needed(sum_, claim)
        yield from (slips.beside(other) for other in alike if other.mention.value == right)


def _twice(sum_: Sum, line: Line) -> Iterator[str]:
    """Without one of the parts it comes out: that one may be held in another."""
    if len(sum_.parts) < SEVERAL:
        return
    for left_out in sum_.parts:
        rest = added([part for part in sum_.parts if part is not left_out])
        if left_out.claim is not None and rest.value > Decimal(0) and rest.meets(sum_.target):
            yield f"may be counted twice: {own.figure(left_out.claim)}"
