"""How rare words are over the texts of a run, and how alike two sets of words are by that."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

import msgspec

from claimcheck.normalise.text.words import Words


class Bag(msgspec.Struct, frozen=True):
    """A set of stems with the length of its vector."""

    stems: frozenset[str]
    length: float


class Lexis(msgspec.Struct, frozen=True):
    """The weight of each stem, squared."""

    weight: dict[str, float]
    texts: int  # of the run

    def bag(self, stems: frozenset[str]) -> Bag:
        """A set of stems, ready for comparison."""
        return Bag(stems, math.sqrt(self._sum(stems)))

    def likeness(self, one: Bag, other: Bag) -> float:
        """Cosine of two bags, rare stems counted more (0-1)."""
        shared = one.stems & other.stems
        return self._sum(shared) / (one.length * other.length) if shared else 0.0

    def _sum(self, stems: frozenset[str]) -> float:
        return sum(self.weight.get(stem, 1.0) for stem in stems)


def lexis(found: Iterable[Words]) -> Lexis:
    """Weights from the number of documents that hold a stem."""
    counts: Counter[str] = Counter()
    total = 0
    for words in found:
        counts.update(set(words.stems))
        total += 1
    weight = {stem: (math.log((1 + total) / (0.5 + n)) + 0.1) ** 2 for stem, n in counts.items()}
    return Lexis(weight, total)
