"""What slip two different figures look like; always a "may be", never a fact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

import msgspec

from claimcheck.lexicon import nouns, slips, units
from claimcheck.model import Claim, Fact, Finding

NEAR = Decimal("0.005")  # of a ratio of units: conversions are rounded
DIGITS = 3  # shorter numbers differ in a digit by chance
SWAPPED = 2  # of two of them, one in ninety is the other backwards
HUNDRED, THOUSAND = 100, 1000
CHANCE = 12  # numbers up to this stand in many sentences
CONFLICTS = frozenset({"value-conflict", "self-conflict", "reference-conflict"})
Sentence = tuple[str, tuple[int, int]]


class Figure(NamedTuple):
    """A number as written, and its unit."""

    value: Decimal
    unit: str | None


def diagnosis(claims: Iterable[Claim]) -> str | None:
    """The slip that some two of the claims look like, None where they look like none."""
    figures = [figure for claim in claims if (figure := _figure(claim)) is not None]
    return next((found for one, other in combinations(figures, 2) if (found := slip(one, other))), None)


def against(fact: Fact, claims: Iterable[Claim]) -> str | None:
    """The slip by which one of the claims came from the figure of a fact, None where it looks like none."""
    if fact.figure is None:
        return None
    known = Figure(fact.figure, fact.unit)
    figures = (figure for claim in claims if (figure := _figure(claim)) is not None)
    return next((found for figure in figures if (found := slip(known, figure))), None)


def completed(findings: Sequence[Finding], claims: Sequence[Claim]) -> list[Finding]:
    """The findings; a conflict without a diagnosis gets one where a figure stands for another of its sentence."""
    open_ = {f.id for f in findings if f.rule in CONFLICTS and f.diagnosis is None and len(f.claims) > 1}
    if not open_:
        return list(findings)
    beside: dict[Sentence, list[Claim]] = {}
    for claim in claims:
        beside.setdefault(_sentence(claim), []).append(claim)
    return [_completed(finding, beside) if finding.id in open_ else finding for finding in findings]


def _figure(claim: Claim) -> Figure | None:
    mention = claim.mention
    return None if mention.value is None else Figure(mention.value, mention.unit)


# --- two figures -----------------------------------------------------------------------------------------


def slip(one: Figure, other: Figure) -> str | None:
    """What two figures of one fact look like: a power of ten, digits, units; None where they look like nothing."""
    if one.unit != other.unit:
        return _two_units(one, other)
    small, large = sorted((one.value, other.value))
    if small == large or small <= 0:
        return None
    return (
        _power(small, large)
        or _digits(*_telling(small, large), swapped=SWAPPED if small > CHANCE else DIGITS)
        or (_converted(small, large, one.unit) if one.unit is not None else None)
    )


def _power(small: Decimal, large: Decimal) -> str | None:
    """A power of ten between two figures; 5 and 50 may as well be two round numbers."""
    ratio = large / small
    if ratio < THOUSAND and small < HUNDRED and len(small.normalize().as_tuple().digits) == 1:
        return None
    return next((f"may be a slip by a factor of {n:,}" for n in slips.table().factors if ratio == n), None)


def _telling(one: Decimal, other: Decimal) -> tuple[str, str]:
    """Two numbers as digits, without the zeros that both end in: those say how round they are, no more."""
    texts = [f"{number:f}" for number in (one, other)]
    if all("." not in text for text in texts):
        while all(text.endswith("0") for text in texts):
            texts = [text[:-1] for text in texts]
    return texts[0], texts[1]


def _digits(one: str, other: str, swapped: int) -> str | None:
    """One digit changed, two swapped of at least `swapped`, or one too many."""
    if len(one) >= DIGITS and len(one) + 1 == len(other):
        left_out = any(other[:at] + other[at + 1 :] == one for at in range(len(other)))
        return "may be one digit too many or too few" if left_out else None
    if len(one) != len(other) or len(one) < swapped:
        return None
    apart = [index for index, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(apart) == 1 and len(one) > DIGITS:
        return "may be one digit changed"
    if len(apart) == 2 and one[apart[0]] == other[apart[1]] and one[apart[1]] == other[apart[0]]:
        return "may be two digits swapped"
    return None


def _two_units(one: Figure, other: Figure) -> str | None:
    if one.value != other.value or one.unit is None or other.unit is None:
        return None
    names = dict(slips.confusions().get(one.unit, ())).get(other.unit)
    return f"may be {names} confused" if names else "may be one number with two units"


def _converted(small: Decimal, large: Decimal, unit: str) -> str | None:
    """The unit that one of two figures was converted from or to, although both bear the same."""
    if large < 10 * DIGITS:
        return None  # small numbers stand in any ratio
    for other, names in slips.confusions().get(unit, ()):
        if _is_conversion(small, large, unit, other) or _is_conversion(small, large, other, unit):
            return f"may be {names} confused"
    return None


def _is_conversion(small: Decimal, large: Decimal, one: str, other: str) -> bool:
    """True where `large` of one unit is `small` of the other."""
    try:
        first, second = units.unit(one), units.unit(other)
    except KeyError:
        return False
    converted = (units.to_base(one, large) - second.offset) / second.factor
    return first.dimension == second.dimension and abs(converted / small - 1) < NEAR


# --- a figure of another field ---------------------------------------------------------------------------


def _completed(finding: Finding, beside: dict[Sentence, list[Claim]]) -> Finding:
    found = next(_neighbours(finding.claims, beside), None)
    return finding if found is None else msgspec.structs.replace(finding, diagnosis=found)


def _neighbours(claims: Sequence[Claim], beside: dict[Sentence, list[Claim]]) -> Iterator[str]:
    """For each two claims: whether the value of one is that of another figure in the sentence of either."""
    own = {claim.id for claim in claims}
    for one, other in combinations(claims, 2):
        if one.value == other.value:
            continue
        for claim, against_ in ((one, other), (other, one)):
            for near in beside.get(_sentence(claim), ()):
                if near.id not in own and _is_same_number(near, claim, against_):
                    yield _taken_for(near, claim)


def _is_same_number(near: Claim, claim: Claim, other: Claim) -> bool:
    """True where a neighbour of `claim` counts something else by the number of one of the two."""
    value = near.mention.value
    if value is None or value <= CHANCE or near.mention.kind != claim.mention.kind:
        return False
    acts = near.action is not None and claim.action is not None and near.action != claim.action
    named = near.noun is not None and claim.noun is not None and near.noun != claim.noun
    differs = named or acts or (near.role == "part" and claim.role != "part")
    return differs and value in (claim.mention.value, other.mention.value)


def _taken_for(near: Claim, claim: Claim) -> str:
    figure = " ".join(near.mention.surface.split())
    if near.role == "part" or nouns.within(near.noun, claim.noun):
        return f"may be a part taken for the whole: {figure}"
    return f"may be another figure of the same sentence: {figure}"


def _sentence(claim: Claim) -> Sentence:
    return claim.source, claim.mention.context.sentence
