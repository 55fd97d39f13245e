"""The way in by a slip: figures of two texts in which two neighbouring digits have changed places, 1,650 and 1,560."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from claimcheck.model import Link
from claimcheck.normalise import compare, stories, vetoes
from claimcheck.normalise.facts import Facts

CONFIDENCE = 0.7
WHY = "two digits have changed places"
DIGITS = 3  # that count in a figure whose like is rarely met by chance
FEW = 2  # those of a figure that needs more words beside it
COUNTED = frozenset({"age", "count", "share"})  # kinds of which small figures are many
CROWD = 12  # figures of the same digits in a run that say nothing
SHARED, NAMED_APART, OF_FEW = 1, 2, 3  # words beside both: of one thing, of two names, where few digits count
# What so rare a likeness outweighs: it comes from the words around one of the two, or from the texts at large.
WEAK = frozenset(
    {
        "increment",
        "negated",
        "other-actor",
        "other-cause",
        "other-date",
        "other-day",
        "other-frame",
        "other-scope",
        "part-of-whole",
        "planned",
    }
)

Key = tuple[str, str | None, tuple[int, ...], int]


def links(facts: Sequence[Facts], done: Container[frozenset[str]] = frozenset()) -> Iterator[Link]:
    """Links between figures of two texts of one story that each lack the other's, but for pairs in `done`."""
    blocks: dict[Key, list[Facts]] = {}
    given = {(fact.source, fact.claim.mention.value) for fact in facts}
    for fact in facts:
        key = _key(fact)
        if key is not None:
            blocks.setdefault(key, []).append(fact)
    for block in blocks.values():
        for one, other in combinations(block, 2) if len(block) <= CROWD else ():
            settled = {(one.source, _value(other)), (other.source, _value(one))} & given
            if not settled and frozenset((one.claim.id, other.claim.id)) not in done and _is_slip(one, other):
                yield Link(one.claim.id, other.claim.id, CONFIDENCE, _why(one, other))


def _value(fact: Facts) -> Decimal | None:
    return fact.claim.mention.value


def _key(fact: Facts) -> Key | None:
    """Kind, unit and digits, the latter in order; None for figures of one digit and for those without a value."""
    value = _value(fact)
    if value is None or fact.claim.mention.vague:
        return None
    digits, exponent = _digits(value)
    if len(digits) < (DIGITS if fact.claim.mention.kind in COUNTED else FEW):
        return None
    return fact.claim.mention.kind, fact.claim.mention.unit, tuple(sorted(digits)), exponent


def _digits(value: Decimal) -> tuple[tuple[int, ...], int]:
    read = value.normalize().as_tuple()
    return read.digits, int(read.exponent)


def _is_slip(one: Facts, other: Facts) -> bool:
    if one.source == other.source or not stories.together(one.story, other.story):
        return False
    a, b = _value(one), _value(other)
    if a is None or b is None or not _are_swapped(_digits(a)[0], _digits(b)[0]):
        return False
    against = set(vetoes.every(one, other))
    few = len(_digits(a)[0]) < DIGITS
    if not against <= (set() if few else WEAK) or compare.agreement(one.claim, other.claim) is not None:
        return False
    return len(_shared(one, other)) >= (OF_FEW if few else _needed(one, other))


def _are_swapped(one: Sequence[int], other: Sequence[int]) -> bool:
    apart = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return len(apart) == 2 and apart[1] - apart[0] == 1


def _needed(one: Facts, other: Facts) -> int:
    a, b = one.claim.noun, other.claim.noun
    return SHARED if a is None or b is None or a == b else NAMED_APART


def _shared(one: Facts, other: Facts) -> list[str]:
    """The words that both sentences have, or that stand near both figures."""
    return sorted((one.sentence.stems | one.window) & (other.sentence.stems | other.window))


def _why(one: Facts, other: Facts) -> tuple[str, ...]:
    return WHY, f"same words beside it: {', '.join(_shared(one, other)[:3])}"
