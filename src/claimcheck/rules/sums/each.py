"""A number of things with the same figure each: "$3 million each to four hospitals, a total of $12 million"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from claimcheck.lexicon import grammar, sums
from claimcheck.lexicon.nouns import is_people
from claimcheck.lexicon.patterns import alternatives
from claimcheck.rules import amounts
from claimcheck.rules.lines import Line, Mark
from claimcheck.rules.sums.part import Part, Sum
from claimcheck.rules.sums.related import addable

RATES = frozenset({"daily", "weekly", "monthly", "yearly"})
EVERY = RATES | {"each"}
NONE = Decimal(0)
NEAR = Decimal("0.2")  # a count in another sentence whose product misses the total by more is of other things
PARTIES = 200  # "each" is said of a number of things that one can see


def find(line: Line, before: Line | None) -> Iterator[Sum]:
    """A total, a figure for each, and how many there are: side by side, alone in a line, or in two lines."""
    yield from _side_by_side(line)
    yield from _across(line, before)
    marks = [mark for mark in line.marks if mark.letter in "cmud"]
    if len(marks) != 3 or len(marks) != len(line.marks) or _number().search(line.words):
        return
    for index, mark in enumerate(marks):
        if addable(line, index) and _each(line, index):
            yield from _product(line, mark, [other for other in marks if other is not mark])


def _side_by_side(line: Line) -> Iterator[Sum]:
    """ "six turbines of 215 MW each, a total of 1,350 MW", whatever else the line holds."""
    for found in _run().finditer(line.words):
        count, one, total = line.marks[int(found["count"])], *_one_of(line, found)
        said = _said_of_each(found, one) or _group_of(count, one)
        first = line.marks.index(count)
        alone = not any(
            _same(one, mark) for mark in line.marks[:first]
        )  # "eight rows of 24 seats, 12 boxes ..."
        if said and alone and _same(one, total):
            yield from _times(total, one, count)


def _one_of(line: Line, found: re.Match[str]) -> tuple[Mark, Mark]:
    """The figure for each and the total."""
    return line.marks[int(found["one"])], line.marks[int(found["total"] or found["summed"])]


def _said_of_each(found: re.Match[str], one: Mark) -> bool:
    return bool(
        found["each"]
        or found.groupdict().get("every")
        or one.claim.mention.per
        or EVERY & {*one.claim.scopes}
    )


def _group_of(count: Mark, one: Mark) -> bool:
    """True for things that hold others: "eighteen teams of seven riders", but not "two men of 40"."""
    return count.claim.mention.noun in sums.table().holders and one.claim.mention.noun is not None


def _across(line: Line, before: Line | None) -> Iterator[Sum]:
    """ "It has three turbines. The flow is 58 m³/s per unit, or 164 m³/s in total.": by the count that fits best."""
    found = _per().search(line.words)
    if found is None or before is None:
        return
    one, total = _one_of(line, found)
    first = line.marks.index(one)
    beside = (*before.marks, *line.marks[:first])
    counts = [mark for mark in beside if mark.letter == "c" and _parties(mark) and _may_be_per(mark, one)]
    made = [(amounts.times(amounts.of(one.claim), mark.claim.mention.value or NONE), mark) for mark in counts]
    whole = amounts.of(total.claim)
    if one.claim.mention.per in sums.table().spans or not _said_of_each(found, one) or not _same(one, total):
        return
    if any(amount.meets(whole) for amount, _ in made):
        return
    near = [mark for amount, mark in made if abs(amount.value - whole.value) <= NEAR * whole.value]
    if len(near) == 1:
        yield from _times(total, one, near[0], across=True)


def _may_be_per(count: Mark, one: Mark) -> bool:
    """False for rows where a figure is per person, and for guests where it is per room."""
    per = one.claim.mention.per
    return per is None or is_people(per) == is_people(count.claim.noun)


def _parties(mark: Mark) -> bool:
    number = mark.claim.mention.value
    exact = mark.claim.mention.hedge == "exact"  # "families of four or more"
    return exact and number is not None and number % 1 == 0 and 1 < number <= PARTIES


def _times(total: Mark, one: Mark, count: Mark, *, across: bool = False) -> Iterator[Sum]:
    if not _parties(count):
        return
    product = amounts.times(amounts.of(one.claim), count.claim.mention.value or NONE)
    parts = (Part(product, one.claim), Part(amounts.exactly(0), count.claim))
    yield Sum(total.claim, parts, "closed", "each", 0.75, soft=True, product=True, across=across)


def _product(line: Line, one: Mark, others: list[Mark]) -> Iterator[Sum]:
    total = [mark for mark in others if _same(mark, one) and _total(line, mark)]
    if len(total) != 1 or RATES & {*total[0].claim.scopes}:
        return  # "45 million barrels a day over two months, or two million barrels a day less"
    count = next(mark for mark in others if mark is not total[0])
    value, least = total[0].claim.mention.value, one.claim.mention.value
    if value is not None and least is not None and value < least:
        return  # "turns 25, in front of 14,000 people in three sets"
    if count.letter in "cd":
        yield from _times(total[0], one, count)


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
def _run() -> re.Pattern[str]:
    """A count, the figure for each, and the total right behind it."""
    its = grammar.pattern("impersonal_possessive")
    every = rf"(?P<every>\beach\sof\s(?:(?:the|our|{its})\s)?)?"
    count = rf"{every}⟨c(?P<count>\d+)⟩(?:\s(?!and\b|or\b)[a-z-]+){{1,3}}?\s"
    given = alternatives((*sums.table().holding, *sums.table().gained))
    return re.compile(rf"{count}{given}\s{_one_and_total()}")


@cache
def _per() -> re.Pattern[str]:
    """ "58 m³/s per unit, or 164 m³/s in total"."""
    return re.compile(_one_and_total())


@cache
def _one_and_total() -> str:
    """The figure for each, and behind it the total with its cue on either side."""
    table = sums.table()
    before = alternatives((*table.total_before, "total", "total of"))
    behind, each = alternatives(table.total_after), alternatives(table.each)
    one = rf"⟨[cmu](?P<one>\d+)⟩(?:\s(?!and\b|or\b)[a-z-]+){{0,2}}?(?P<each>\s{each}|\sper\s[a-z]+)?"
    total = r"⟨[cmu](?P<{}>\d+)⟩"
    cued = rf"{before}\s{total.format('total')}|(?:or\s)?{total.format('summed')}(?:\s[a-z-]+){{0,2}}?\s{behind}\b"
    return rf"{one}\s?[,(–]\s?(?:{cued})"


@cache
def _number() -> re.Pattern[str]:
    """A number that is no claim."""
    return re.compile(r"(?<![⟨\w])\d")


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:[a-z-]+\s+){{0,2}}{alternatives(sums.table().each)}\b|\s+per\s+[a-z]+\b")


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(sums.table().total_before)}\s*$")


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:[a-z-]+\s+){{0,2}}{alternatives(sums.table().total_after)}\b")


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
