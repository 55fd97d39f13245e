"""A total and its parts as a text gives them, and how far the text commits to them being all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Literal

import msgspec

from claimcheck.model import Claim
from claimcheck.rules import amounts
from claimcheck.rules.amounts import Amount

Reach = Literal["closed", "likely", "open"]
"""closed: words say that the parts are all of it; likely: they are, if the sum is near; open: there may be others."""


class Part(msgspec.Struct, frozen=True):
    """One addend: a claim, or a thing without a number ("a woman") or with one that is no claim."""

    amount: Amount
    claim: Claim | None = None
    words: str = ""  # the noun as written, for one without a claim


class Sum(msgspec.Struct, frozen=True):
    """A total, its parts, and why they are held for parts of it."""

    total: Claim
    parts: tuple[Part, ...]
    reach: Reach
    cue: str
    confidence: float = 0.9
    across: bool = False  # the total stands in another sentence
    whole: Amount | None = None  # what the parts should make, where that is not the total itself
    soft: bool = False  # the way of writing leaves a doubt: no more than a warning
    same_size: bool = False  # parts that make less than half or more than twice the total are none of it
    product: bool = False  # the first part stands for a figure taken as often as the second says
    apart: bool = False  # nothing is in two of the parts: together they are no more than the total
    ended: bool = False  # a list that ends with "and": what misses the total by little is a slip
    near: bool = False  # parts that nearly make the total are worth a note, even if there may be others
    doubtful: bool = False  # whole and part may be of different places: no more than a note
    overlap: bool = False  # the parts make the total, but one of them may hold another: worth a note
    rivals: tuple[Claim, ...] = ()  # other figures that the parts may belong to

    @property
    def target(self) -> Amount:
        """What the parts should make."""
        return self.whole or amounts.of(self.total)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The total and all parts that are claims."""
        return (self.total, *(claim for claim in claims(self.parts) if claim.id != self.total.id))


def part(claim: Claim) -> Part:
    """A claim as an addend."""
    return Part(amounts.of(claim), claim)


def single(words: str) -> Part:
    """One thing that has no number: "a woman"."""
    return Part(amounts.exactly(1), words=words)


def literal(value: Decimal, words: str) -> Part:
    """A number that is no claim: "Greens 15"."""
    return Part(amounts.exactly(value), words=words)


def claims(parts: Iterable[Part]) -> list[Claim]:
    """Those of the parts that are claims."""
    return [each.claim for each in parts if each.claim is not None]


def added(parts: Sequence[Part]) -> Amount:
    """The sum of the parts."""
    return amounts.total(each.amount for each in parts)
