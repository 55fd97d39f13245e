"""A total that a text concludes from its own figures, some of which may hold others: counted twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

from claimcheck.lexicon import sums
from claimcheck.lexicon.nouns import is_people
from claimcheck.lexicon.patterns import alternatives
from claimcheck.model import Claim
from claimcheck.rules.lines import Line
from claimcheck.rules.sums.part import Sum, added, part
from claimcheck.rules.sums.related import relation

MANY = 8  # figures before the total that it may be made of
LEAST, MOST = 2, 3  # of them
DIGITS = 3  # a rounder total is the sum of others by chance
SMALL = 20  # what is less than this share of the total is a detail


def find(line: Line, earlier: Sequence[Line]) -> Iterator[Sum]:
    """The total of a line that begins with a conclusion, where earlier figures make it but may overlap."""
    opening = _opening().match(line.words)
    if opening is None:
        return
    totals = [mark.claim for mark in line.marks if mark.letter == "c" and is_people(mark.claim.noun)]
    if len(totals) != 1 or not _telling(totals[0]):
        return
    for some in _making(totals[0], _figures(earlier, totals[0])):
        if _overlap(some):
            cue = f"{opening['cue']}: one may be counted within another"
            yield Sum(totals[0], tuple(map(part, some)), "closed", cue, 0.5, across=True, overlap=True)
        return


def _telling(claim: Claim) -> bool:
    value = claim.mention.value
    return value is not None and len(str(int(value)).rstrip("0")) >= DIGITS


def _figures(earlier: Sequence[Line], total: Claim) -> list[Claim]:
    """The last figures of people before the total, each value once; none where one of them is the total."""
    found: dict[object, Claim] = {}
    for line in reversed(earlier):
        for mark in line.marks:
            value = mark.claim.mention.value
            if (
                mark.letter != "c"
                or value is None
                or mark.claim.role == "part"
                or not is_people(mark.claim.noun)
            ):
                continue
            if value == total.mention.value:
                return []
            if value * SMALL >= (total.mention.value or 0):
                found.setdefault(value, mark.claim)
    return list(found.values())[:MANY]


def _making(total: Claim, figures: Sequence[Claim]) -> Iterator[tuple[Claim, ...]]:
    """Figures whose values make the total to the digit."""
    for size in range(LEAST, MOST + 1):
        for some in combinations(figures, size):
            if added([part(each) for each in some]).value == total.mention.value:
                yield some


def _overlap(some: Sequence[Claim]) -> bool:
    """True where one of the figures can be a part of another: fighters of people."""
    return any(
        one.noun != other.noun and relation(one, other) == "narrower"
        for one in some
        for other in some
        if one is not other
    )


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"\W*(?P<cue>{alternatives(sums.table().concluding)})\b")
