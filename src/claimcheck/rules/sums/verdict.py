"""Do the parts make the total?"""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from claimcheck.lexicon import sums
from claimcheck.model import Claim, Severity
from claimcheck.rules import amounts
from claimcheck.rules.amounts import Amount
from claimcheck.rules.lines import Line
from claimcheck.rules.sums.part import Part, Sum, added, claims
from claimcheck.rules.sums.related import is_bare, relation

NEAR = Decimal("0.05")  # a sum that misses by less was meant to be the total
WIDE = Decimal("0.15")  # the same of a list that ends with "and"
MANY = 50  # times that a total is larger than the sum of parts that are not its own
LEAST = 2  # nothing and one have no parts
FEW = 4  # other figures tried as parts that the list left out


class Verdict(NamedTuple):
    """What is wrong with a sum: a part larger than the whole, or parts that make another total."""

    severity: Severity
    part: Part | None
    confidence: float


def judge(sum_: Sum, line: Line) -> Verdict | None:
    """None where the figures agree, or where something else explains the difference."""
    if sum_.target.value < LEAST or _of_versions(sum_) or sum_.total.noun in sums.table().balances:
        return None
    if sum_.overlap:
        return Verdict("note", None, sum_.confidence)
    larger = next((part for part in sum_.parts if _exceeds(part, sum_)), None)
    if larger is not None:
        return Verdict(_severity(sum_), larger, sum_.confidence)
    if (
        len(sum_.parts) == 1
        or added(sum_.parts).meets(sum_.target)
        or (not sum_.across and (_left_out(sum_, line) or _makes_another(sum_, line)))
    ):
        return None
    return _missed(sum_)


def _of_versions(sum_: Sum) -> bool:
    """True for "two objects: this one in 1.2 and that one in 1.1": a count of things has no parts with decimals."""
    if (
        sum_.total.mention.kind != "count"
        or sum_.total.mention.noun is None
        or (sum_.total.mention.value or 0) % 1
    ):
        return False
    return all(is_bare(claim.mention) and (claim.mention.value or 0) % 1 for claim in claims(sum_.parts))


def comes_out(sum_: Sum) -> bool:
    """True where several parts make their total."""
    return len(sum_.parts) > 1 and added(sum_.parts).meets(sum_.target)


def _missed(sum_: Sum) -> Verdict | None:
    made, target = added(sum_.parts).value, sum_.target.value
    over, apart = made > target, abs(made - target)
    if sum_.same_size and not target / 2 < made < target * 2:
        return None
    if made and target / made > MANY and not _is_power(target / made):
        return None  # so small parts are of something else
    if sum_.reach == "closed" or (over and sum_.apart):
        return Verdict(_severity(sum_), None, sum_.confidence)
    if sum_.reach == "open" and over and _disjoint(sum_):
        return Verdict("warning", None, sum_.confidence - 0.15)
    if sum_.ended and apart <= WIDE * target:
        return Verdict("warning", None, sum_.confidence - 0.15)
    if apart <= NEAR * target and (sum_.reach == "likely" or sum_.near):
        return Verdict("warning" if over else "note", None, sum_.confidence - 0.3)
    return None


def _is_power(times: Decimal) -> bool:
    """True for about 100, 1,000 and so on: a slip in the unit."""
    lead = times.scaleb(-times.adjusted())
    return any(abs(lead - power) <= NEAR for power in (1, 10))


def _severity(sum_: Sum) -> Severity:
    return "note" if sum_.doubtful else "warning" if sum_.soft else "error"


def _exceeds(part: Part, sum_: Sum) -> bool:
    """True for a part that is larger than the total and all that may be meant instead of it."""
    if (
        sum_.product
        or sum_.same_size
        or sum_.whole is not None
        or (sum_.reach == "likely" and len(sum_.parts) > 1)
    ):
        return False
    wholes = [sum_.target, *(amounts.of(claim) for claim in sum_.rivals)]
    least = part.amount.value - part.amount.bound_below - part.amount.below
    return all(least > whole.high for whole in wholes)


def _disjoint(sum_: Sum) -> bool:
    """True for parts of one known kind, so that nothing is counted twice."""
    counted = claims(sum_.parts)
    nouns = [claim.mention.noun for claim in counted if claim.mention.noun]
    known = sum_.whole is not None or all(
        relation(claim, sum_.total) in ("same", "narrower") for claim in counted
    )
    return known and len(set(nouns)) == len(nouns) and not sum_.rivals


def _left_out(sum_: Sum, line: Line) -> bool:
    """True where the parts and other figures of the sentence make the total together."""
    own = {claim.id for claim in sum_.claims}
    letter = next((mark.letter for mark in line.marks if mark.claim.id in own), "c")
    others = [mark.claim for mark in line.marks if mark.letter == letter and mark.claim.id not in own]
    made = added(sum_.parts)
    return any(
        amounts.total([made, *map(amounts.of, some)]).meets(sum_.target)
        for size in range(1, min(len(others), FEW) + 1)
        for some in combinations(others[:FEW], size)
    )


def _makes_another(sum_: Sum, line: Line) -> bool:
    """True where the parts make another figure of the sentence: "26 goals in 43 games: 21 in the league and ..."."""
    own = {claim.id for claim in sum_.claims}
    letters = {mark.letter for mark in line.marks if mark.claim.id in own}
    others = (mark.claim for mark in line.marks if mark.letter in letters and mark.claim.id not in own)
    made = added(sum_.parts)
    return sum_.whole is None and any(made.meets(amounts.of(claim)) for claim in others)


def needed(sum_: Sum, claim: Claim) -> Decimal:
    """What a figure of the sum would have to be for the sum to hold."""
    made, target = added(sum_.parts).value, sum_.target.value
    if claim is sum_.total:
        return made
    return amounts.of(claim).value + target - made


def room(amount: Amount) -> bool:
    """True for an amount that is not exact."""
    return amount.low != amount.high
