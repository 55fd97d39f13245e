"""A number of things with the same figure each: "$3 million each to four hospitals, a total of $12 million"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from claimcheck.lexicon import sums
from claimcheck.rules import amounts
from claimcheck.rules.lines import Line, Mark
from claimcheck.rules.sums.part import Part, Sum
from claimcheck.rules.sums.related import addable

EVERY = frozenset({"each", "daily", "weekly", "monthly", "yearly"})
PARTIES = 200  # "each" is said of a number of things that one can see


def find(line: Line) -> Iterator[Sum]:
    """A total, a figure for each, and how many there are, where a line holds just these three."""
    marks = [mark for mark in line.marks if mark.letter in "cmud"]
    if len(marks) != 3 or len(marks) != len(line.marks) or _number().search(line.words):
        return
    for index, mark in enumerate(marks):
        if addable(line, index) and _each(line, index):
            yield from _product(line, mark, [other for other in marks if other is not mark])


def _product(line: Line, one: Mark, others: list[Mark]) -> Iterator[Sum]:
    total = [mark for mark in others if _same(mark, one) and _total(line, mark)]
    if len(total) != 1:
        return
    count = next(mark for mark in others if mark is not total[0])
    number = count.claim.mention.value
    if number is None or not 1 < number <= PARTIES or count.letter not in "cd":
        return
    product = amounts.times(amounts.of(one.claim), number)
    parts = (Part(product, one.claim), Part(amounts.exactly(0), count.claim))
    yield Sum(total[0].claim, parts, "closed", "each", 0.75, soft=True, product=True)


def _same(one: Mark, other: Mark) -> bool:
    """True for two figures of one unit, or counts of one thing."""
    first, second = one.claim.mention, other.claim.mention
    nouns = {one.claim.noun, other.claim.noun} if first.noun and second.noun else set()
    return one.letter == other.letter and first.unit == second.unit and len(nouns) <= 1


def _total(line: Line, mark: Mark) -> bool:
    """True for a figure with a cue of a total, or in front of ", or 3 million each"."""
    index = line.marks.index(mark)
    return bool(
        _before().search(line.before(index))
        or _after().match(line.after(index))
        or _or().search(line.after(index))
        or _split().search(line.after(index))
        or "total" in mark.claim.scopes
    )


def _each(line: Line, index: int) -> bool:
    if index and line.marks[index - 1].letter == "c" and _rates().fullmatch(line.after(index - 1)):
        return True
    return bool(_behind().match(line.after(index))) or bool(EVERY & {*line.marks[index].claim.scopes})


@cache
def _number() -> re.Pattern[str]:
    """A number that is no claim."""
    return re.compile(r"(?<![⟨\w])\d")


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:[a-z-]+\s+){{0,2}}{sums.alternatives(sums.table().each)}\b|\s+per\s+[a-z]+\b")


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"\b{sums.alternatives(sums.table().total_before)}\s*$")


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:[a-z-]+\s+){{0,2}}{sums.alternatives(sums.table().total_after)}\b")


@cache
def _rates() -> re.Pattern[str]:
    """ "24 monthly payments of 20 dollars"."""
    return re.compile(r"\s(?:[a-z-]+\s){1,3}of\s(?:at\s)?")


@cache
def _split() -> re.Pattern[str]:
    """Between a whole and the number of equal parts: "to be paid in three tranches of 150 million each"."""
    return re.compile(r"\b(?:in|into|over)\s(?:equal\s)?$")


@cache
def _or() -> re.Pattern[str]:
    return re.compile(r",\s*or\s*$")
