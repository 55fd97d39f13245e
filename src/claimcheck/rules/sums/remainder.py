"""What is left of a total: "three of the twelve buses burned; the rest, nine, got through"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import combinations

from claimcheck.lexicon import sums
from claimcheck.lexicon.patterns import alternatives
from claimcheck.model import Claim
from claimcheck.rules import amounts
from claimcheck.rules.amounts import Amount
from claimcheck.rules.lines import Line
from claimcheck.rules.sums import partial
from claimcheck.rules.sums.part import Part, Sum, part
from claimcheck.rules.sums.related import addable, relation

MANY = 5  # parts before a rest


def find(line: Line, before: Line | None) -> Iterator[Sum]:
    """The rest of a total that stands in this line, or in the line before."""
    for index in range(len(line.marks)):
        if not addable(line, index):
            continue
        cue = _cue(line, index)
        if cue is None:
            continue
        found = _position(line, index, cue) or _within(line, index, cue)
        if found is None and before is not None:
            found = (
                _across(line, index, before, cue)
                if _opens(line, index)
                else _taken_up(line, index, before, cue)
            )
        if found is not None:
            yield found


def _cue(line: Line, index: int) -> str | None:
    """The words that make a figure the rest: before it, or behind its noun."""
    found = _rest().search(line.before(index)) or _left().match(line.after(index)) or _leaving(line, index)
    return " ".join(found["cue"].split()) if found else None


def _leaving(line: Line, index: int) -> re.Match[str] | None:
    """ "45 of the 120 boxes were lost, leaving 75", but not "leaving 75 dead"."""
    found = _leaving_before().search(line.before(index))
    same = line.marks[index].claim.mention.noun is None
    state = _state().match(line.after(index)) and not _still().match(line.after(index))
    return found if same and not state else None


def _opens(line: Line, index: int) -> bool:
    return index == 0 and len(line.before(0).split()) <= 4


def _within(line: Line, index: int, cue: str) -> Sum | None:
    for first in range(index):
        whole = _whole(line, first)
        if whole == index:
            return None  # "one of the seven is to go"
        if whole is not None:
            taken = [i for i in range(index) if i not in (whole, index)]
            return _sum(line, whole, taken, line.marks[index].claim, cue)
    return None


def _across(line: Line, index: int, before: Line, cue: str) -> Sum | None:
    for first in range(len(before.marks)):
        whole = _whole(before, first)
        if whole is not None:
            taken = [i for i in range(len(before.marks)) if i != whole]
            rest = line.marks[index].claim
            if relation(rest, before.marks[whole].claim) == "unknown":
                return None  # "171 of the 210 posts are filled. Six offers are outstanding."
            found = _sum(before, whole, taken, rest, cue)
            return (
                None
                if found is None
                else Sum(found.total, found.parts, found.reach, found.cue, 0.7, across=True, soft=True)
            )
    return None


def _taken_up(line: Line, index: int, before: Line, cue: str) -> Sum | None:
    """ "It wounded 37 people. Twenty-two of them are in hospital; the other 15 went home."."""
    wholes = [mark.claim for mark in before.marks if addable(before, before.marks.index(mark))]
    if index != 1 or len(wholes) != 1 or not _of_them().match(line.after(0)) or line.before(0).strip():
        return None
    parts = (line.marks[0].claim, line.marks[1].claim)
    if any(relation(each, wholes[0]) == "other" for each in parts):
        return None
    return Sum(wholes[0], tuple(map(part, parts)), "closed", cue, 0.7, across=True, soft=True)


def _position(line: Line, index: int, cue: str) -> Sum | None:
    """ "on lap 44 of 53, with nine laps remaining": the lap begun counts as one to go, or as done."""
    rest = line.marks[index].claim
    noun = rest.mention.noun
    if index != 2 or noun is None or line.after(0) != " of " or line.marks[1].letter != "c":
        return None
    if not re.search(rf"\b{re.escape(noun)}\s$", line.before(0)):
        return None
    done, whole = line.marks[0].claim, line.marks[1].claim
    begun = Amount(amounts.of(done).value, bound_below=Decimal(1))
    return Sum(whole, (Part(begun, done), part(rest)), "closed", cue, 0.85)


def _whole(line: Line, index: int) -> int | None:
    """The index of the whole where this mark is one of its parts, or is the whole of the parts behind it."""
    if not addable(line, index):
        return None
    if partial.pair(line, index) and not sums.any_of("rest_again").search(line.after(index)):
        return index + 1
    if _bare_of().fullmatch(line.after(index)) and line.marks[index + 1].letter == line.marks[index].letter:
        return index + 1
    return index if partial.opens(line, index) else None


def _sum(line: Line, whole: int, taken: Sequence[int], rest: Claim, cue: str) -> Sum | None:
    """The parts and the rest against the whole; None where some of the parts and the rest make it."""
    total = line.marks[whole]
    parts = [line.marks[i].claim for i in taken if line.marks[i].letter == total.letter]
    parts = [each for each in parts if relation(each, total.claim) != "other"]
    if relation(rest, total.claim) == "other" or not 0 < len(parts) <= MANY:
        return None
    if any(amounts.of(each).low > amounts.of(total.claim).high for each in parts):
        return None  # "two of the 11 players are 17, three 18 and the others over 20"
    if _some_make(parts, rest, total.claim):
        return None
    return Sum(total.claim, tuple(map(part, (*parts, rest))), "closed", cue, 0.85)


def _some_make(parts: Sequence[Claim], rest: Claim, total: Claim) -> bool:
    return any(
        amounts.total(map(amounts.of, (*some, rest))).meets(amounts.of(total))
        for size in range(1, len(parts) + 1)
        for some in combinations(parts, size)
    )


# --- patterns --------------------------------------------------------------------------------------------


@cache
def _rest() -> re.Pattern[str]:
    """ "the other ", "the rest, ", "the rest – "."""
    return re.compile(rf"(?<!\bof )\b(?P<cue>{alternatives(sums.table().rest)})[\s,–(:]*$")


@cache
def _bare_of() -> re.Pattern[str]:
    """ "31 of 40 teachers"."""
    return re.compile(r"\s(?:out\s)?of\s")


@cache
def _leaving_before() -> re.Pattern[str]:
    leaving, just = alternatives(sums.table().leaving), alternatives(sums.table().just)
    return re.compile(rf",\s(?P<cue>{leaving})\s(?:{just}\s)?$")


@cache
def _state() -> re.Pattern[str]:
    return re.compile(rf"\s(?:[a-z]+\s)?{alternatives(sums.table().states)}\b")


@cache
def _still() -> re.Pattern[str]:
    """What is "still missing" was so before."""
    return re.compile(r"\s(?:[a-z]+\s)?still\b")


@cache
def _of_them() -> re.Pattern[str]:
    return re.compile(rf"\s{alternatives(sums.table().of_them)}\b")


@cache
def _left() -> re.Pattern[str]:
    """ " laps remaining.", " to go,"."""
    left = alternatives(sums.table().left)
    return re.compile(rf"\s+(?:(?!and\b)[a-z-]+\s+){{0,2}}(?P<cue>{left})(?=\s*(?:[,.;:)–]|$))")
