"""The way in by wording: numbers whose neighbouring words are the same, whatever they count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from claimcheck.normalise.facts import Facts
from claimcheck.normalise.words import EDGE, content

ENOUGH = ((4, 7), (3, 9))  # aligned content words and aligned words that make a twin
RIGHT = 2  # aligned words behind the number, the edge of the paragraph counted as two
LEFT = 1  # aligned words before it
FEW = 2  # content words, where every word in sight is the same
MANY = 9  # words in sight then
ONE_SIDE = 7  # aligned words on one side that make up for the other
CROWD = 40  # a key that more claims share says nothing


def candidates(facts: Sequence[Facts]) -> Iterator[tuple[Facts, Facts]]:
    """Pairs of claims from different sources that share two of the next three content words on a side."""
    index: dict[tuple[str, ...], list[Facts]] = {}
    seen: set[tuple[str, str]] = set()
    for fact in facts:
        for key in _keys(fact):
            crowd = index.setdefault(key, [])
            for other in crowd[-CROWD:]:
                pair = (other.claim.id, fact.claim.id)
                if other.source != fact.source and pair not in seen:
                    seen.add(pair)
                    yield other, fact
            crowd.append(fact)


def _keys(fact: Facts) -> Iterator[tuple[str, ...]]:
    group = fact.claim.mention.kind
    right, left = content(list(fact.right))[:3], content(list(fact.left))[:3]
    for pair in combinations(right, 2):
        yield (group, "right", *pair)
    for pair in combinations(left, 2):
        yield (group, "left", *pair)
    for word in right[:2]:
        for before in left[:2]:
            yield (group, "both", before, word)


def likeness(one: Facts, other: Facts) -> tuple[int, int, int, int]:
    """Aligned words around two numbers: content words, all words, those on the right, those on the left."""
    right, left = aligned(one.right, other.right), aligned(one.left, other.left)
    telling = len(content(right)) + len(content(left))
    unit = int(one.claim.mention.kind != "count")  # both have the same; facts leave it out of the words
    behind = len(right) + right.count(EDGE) + unit
    return telling, len(right) + len(left) + unit, behind, len(left)


def is_twin(one: Facts, other: Facts) -> bool:
    """True where so many words around two numbers are the same that they state one fact."""
    telling, words, right, left = likeness(one, other)
    if telling >= FEW and words >= MANY and is_full(one, other):
        return True
    enough = any(telling >= some and words >= all_ for some, all_ in ENOUGH)
    return enough and ((right >= RIGHT and left >= LEFT) or (right >= 1 and max(right, left) >= ONE_SIDE))


def is_full(one: Facts, other: Facts) -> bool:
    """True where every word in sight around two numbers is the same."""
    return one.right == other.right and one.left == other.left


def aligned(one: Sequence[str], other: Sequence[str]) -> list[str]:
    """Words that two sequences share in order from their start, one word skipped at each mismatch."""
    found: list[str] = []
    i = j = 0
    while i < len(one) and j < len(other):
        if one[i] == other[j]:
            found.append(one[i])
            i, j = i + 1, j + 1
            continue
        step = _resume(one, other, i, j)
        if step is None:
            break
        i, j = i + step[0], j + step[1]
    return found


def _resume(one: Sequence[str], other: Sequence[str], i: int, j: int) -> tuple[int, int] | None:
    """How many words to skip on each side to meet again: one here, one there, or one on both."""
    for a, b in ((1, 0), (0, 1), (1, 1)):
        if i + a < len(one) and j + b < len(other) and one[i + a] == other[j + b]:
            return a, b
    return None
