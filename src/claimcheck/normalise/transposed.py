"""Two neighbouring digits swapped: 1,840 lanterns in one text, 1,480 lamps in another, about one thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from claimcheck.model import Link
from claimcheck.normalise import compare, sections, updates, vetoes
from claimcheck.normalise.facts import Facts
from claimcheck.normalise.partners import Partners
from claimcheck.normalise.telling import telling

CONFIDENCE = 0.7
WHY = ("two digits swapped",)
SHARED = {
    2: 3,
    3: 2,
}  # significant digits -> words that must be the same around them; one where there are more digits
ROUND = frozenset({"money"})  # kinds of which two significant digits are enough
MOVED = Decimal("0.05")  # what a figure may have moved by from one day to another
SLIPS = 2  # of this sort between two texts; more are chance in long lists of figures
CROWD = 12  # figures of the same digits: more are codes
# What a text says of its figure outright; the rest comes from the text at large, and weighs less than the digits.
HEEDED = frozenset(
    {
        "change",
        "example",
        "history",
        "other-cause",
        "other-measure",
        "other-part",
        "other-period",
        "other-place",
    }
)

Key = tuple[str, str | None, int, tuple[int, ...]]


def links(facts: Sequence[Facts], partners: Partners) -> Iterator[Link]:
    """Links between figures of two texts that a swap of digits turns into each other, and that share a word."""
    groups: dict[Key, list[Facts]] = {}
    given: dict[str, set[tuple[str, object]]] = {}
    for fact in facts:
        mention = fact.claim.mention
        given.setdefault(fact.source, set()).add((mention.kind, mention.value))
        key = _key(fact)
        if key is not None:
            groups.setdefault(key, []).append(fact)
    found = [
        (one, other)
        for group in groups.values()
        if len(group) <= CROWD
        for one, other in combinations(group, 2)
        if _apart(one, other, given) and _of_one_thing(one, other)
    ]
    slips: dict[frozenset[str], set[object]] = {}
    for one, other in found:
        slips.setdefault(_texts(one, other), set()).add(one.claim.mention.value)
    for one, other in found:
        if len(slips[_texts(one, other)]) <= SLIPS:
            explained = updates.explanation(one, other, partners)
            yield Link(one.claim.id, other.claim.id, CONFIDENCE, WHY, explained)


def _texts(one: Facts, other: Facts) -> frozenset[str]:
    return frozenset((one.source, other.source))


def _key(fact: Facts) -> Key | None:
    """What two figures have in common of which one is the other with digits swapped."""
    mention = fact.claim.mention
    if mention.value is None or not mention.surface[mention.number_start - mention.start :][:1].isdigit():
        return None
    digits = mention.value.normalize().as_tuple().digits
    if len(digits) < (2 if mention.kind in ROUND else 3):
        return None
    return mention.kind, fact.claim.unit, mention.value.adjusted(), tuple(sorted(digits))


def _apart(one: Facts, other: Facts, given: dict[str, set[tuple[str, object]]]) -> bool:
    """True for a swap between two texts of which neither gives the figure of the other."""
    a, b = one.claim.mention, other.claim.mention
    if one.source == other.source or a.value is None or b.value is None:
        return False
    known = (a.kind, a.value) in given[other.source] or (b.kind, b.value) in given[one.source]
    return not known and _swapped(
        a.value.normalize().as_tuple().digits, b.value.normalize().as_tuple().digits
    )


def _swapped(one: Sequence[int], other: Sequence[int]) -> bool:
    """True where two neighbours are exchanged and nothing else."""
    differ = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(differ) != 2 or differ[1] != differ[0] + 1:
        return False
    first, second = differ
    return one[first] == other[second] and one[second] == other[first]


def _of_one_thing(one: Facts, other: Facts) -> bool:
    """True where the words around have something in common, or the counted thing, and nothing tells them apart."""
    alike = _same_noun(one, other) and one.claim.mention.kind == "count"
    if not alike and len(telling(one.window & other.window)) < _words(one):
        return False
    if sections.siblings(one.source, other.source) or sections.lessons(one, other):
        return False
    return _heeded(one, other).isdisjoint(vetoes.every(one, other))


def _words(fact: Facts) -> int:
    """How many words two sentences must share: the fewer digits, the more."""
    value = fact.claim.mention.value
    return 1 if value is None else SHARED.get(len(value.normalize().as_tuple().digits), 1)


def _heeded(one: Facts, other: Facts) -> frozenset[str]:
    """The vetoes that weigh more than the digits."""
    heeded = HEEDED if sections.together(one, other) else HEEDED | vetoes.STORIES
    a, b = one.claim.mention.value, other.claim.mention.value
    near = a is not None and b is not None and compare.gap(a, b) <= MOVED
    return heeded | {"other-date", "other-day"} if near else heeded


def _same_noun(one: Facts, other: Facts) -> bool:
    return one.claim.noun is not None and one.claim.noun == other.claim.noun
