"""Numbers whose neighbouring words are the same, whatever they count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from claimcheck.normalise.matching.facts import Facts, Met, met
from claimcheck.normalise.text.words import EDGE, content

ENOUGH = ((4, 7), (3, 9))  # aligned content words and aligned words that make a twin
SENTENCE = ((5, 12), (7, 10))  # of each that make all but a whole sentence
RIGHT = 2  # aligned words behind the number, the edge of the paragraph counted as two
LEFT = 1  # aligned words before it
ONE_SIDE = 7  # aligned words on one side that make up for the other
FEW = 2  # content words, where every word in sight is the same
MANY = 9  # words in sight then
TELLING = 4  # content words beside a number that only names something
CROWD = 10  # a key that more claims share says little: only the nearest in order are tried


class Twin(msgspec.Struct, frozen=True):
    """Two claims with the words that are the same around their numbers."""

    one: Facts
    other: Facts
    telling: int  # aligned content words
    words: int  # aligned words
    full: bool  # every word in sight is the same

    @property
    def met(self) -> tuple[Met, Met]:
        """Each of the two claims with the source of the other."""
        return met(self.one, self.other)

    @property
    def many(self) -> bool:
        """True where so much is the same that the text at large counts less."""
        return self.telling >= 5 and self.words >= 9

    @property
    def names(self) -> bool:
        """True where enough is the same for numbers that only name something."""
        return self.many or (self.sentence and self.telling >= TELLING)

    @property
    def sentence(self) -> bool:
        """True where all but a whole sentence is the same."""
        return self.full or any(self.telling >= some and self.words >= all_ for some, all_ in SENTENCE)


def find(facts: Sequence[Facts]) -> Iterator[Twin]:
    """The twins among claims of different sources."""
    for one, other in _candidates(facts):
        found = twin(one, other)
        if found is not None:
            yield found


def _candidates(facts: Sequence[Facts]) -> Iterator[tuple[Facts, Facts]]:
    """Pairs of claims from different sources that share two of the next content words."""
    index: dict[tuple[str, ...], list[Facts]] = {}
    for fact in facts:
        seen: set[str] = set()
        for key in _keys(fact):
            crowd = index.setdefault(key, [])
            for other in crowd[-CROWD:]:
                if other.source != fact.source and other.claim.id not in seen:
                    seen.add(other.claim.id)
                    yield other, fact
            crowd.append(fact)


def _keys(fact: Facts) -> Iterator[tuple[str, ...]]:
    group = fact.claim.mention.kind
    right, left = content(list(fact.right))[:3], content(list(fact.left))[:3]
    for side, words in (("right", right), ("left", left)):
        for a, b in ((0, 1), (1, 2), (0, 2)):
            if b < len(words):
                yield (group, side, words[a], words[b])
    if right and left:
        yield (group, "both", left[0], right[0])


def twin(one: Facts, other: Facts) -> Twin | None:
    """Two claims as a twin, where so many words around their numbers are the same that they state one fact."""
    full = one.right == other.right and one.left == other.left
    shared = len(one.window & other.window)
    if shared < FEW or (shared == FEW and not full):
        return None
    right, left = aligned(one.right, other.right), aligned(one.left, other.left)
    unit = int(one.claim.mention.kind != "count")  # both have the same; facts leave it out of the words
    words = len(right) + len(left) + unit
    telling = len(content(right)) + len(content(left))
    behind = len(right) + right.count(EDGE) + unit
    if not (full and words >= MANY) and not _suffice(telling, words, behind, len(left)):
        return None
    return Twin(one, other, telling, words, full)


def _suffice(telling: int, words: int, right: int, left: int) -> bool:
    enough = any(telling >= some and words >= all_ for some, all_ in ENOUGH)
    return enough and ((right >= RIGHT and left >= LEFT) or (right >= 1 and max(right, left) >= ONE_SIDE))


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
