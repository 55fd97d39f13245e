"""Percentages that leave nothing out should make 100."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from claimcheck.lexicon import grammar, sums
from claimcheck.lexicon.patterns import alternatives
from claimcheck.model import Claim
from claimcheck.rules import amounts
from claimcheck.rules.amounts import Amount
from claimcheck.rules.lines import Line, Mark
from claimcheck.rules.sums.part import Reach, Sum, part

HUNDRED = Decimal(100)
MOST = 12  # percentages of one list


def find(line: Line, before: Line | None) -> Iterator[Sum]:
    """Percentages of one whole: told apart by ends that exclude each other, or closed by "the rest"."""
    found = [index for index, mark in enumerate(line.marks) if mark.letter == "p"]
    if not 0 < len(found) <= MOST or any(_is_change(line, index) for index in found):
        return
    if len({_whole(line, index) for index in found} - {None}) > 1 or any(map(_is_bare, line.marks)):
        return
    claims = [line.marks[index].claim for index in found]
    rest = next((index for index in found if _rest(line, index)), None)
    if rest is not None and len(found) > 1 and rest == found[-1]:
        if not _closes_another(claims):
            yield _sum(claims, "the rest")
    elif rest == 0 and before is not None:
        yield from _across(line, before)
    elif len(found) > 1:
        yield from _sides(line, found, claims)
        yield from _sorts(line, found, claims)


def _is_bare(mark: Mark) -> bool:
    """True for a number that may be one more of them: "48 percent said yes and 42 no, with 10 percent undecided"."""
    mention = mark.claim.mention
    return mention.kind == "count" and mention.noun is None and 0 < (mention.value or 0) < HUNDRED


def _whole(line: Line, index: int) -> str | None:
    """What a percentage is said to be of: "90% of the task", "of its time"; None where that is not said."""
    found = _whole_behind().match(line.after(index))
    return found["noun"].rstrip("s") if found else None


def _closes_another(claims: list[Claim]) -> bool:
    """True where the rest is what is left of another percentage: "takes 8%, keeps 3% and gives the remaining 5%"."""
    made = [amounts.of(claim) for claim in claims]
    return any(amounts.total([*made[:i], *made[i + 1 :]]).meets(whole) for i, whole in enumerate(made[:-1]))


def _sides(line: Line, found: list[int], claims: list[Claim]) -> Iterator[Sum]:
    """Percentages that are each said of another side of one question."""
    ends = [_end().findall(line.after(index)) for index in found]
    named = {words[0] for words in ends if len(words) == 1}
    if len(named) != len(found):
        return
    for group in sums.table().halves:
        if set(group[:2]) <= named <= set(group):
            full = len(group) == 2 or len(named) > 2
            yield _sum(claims, "sides of one question", reach="closed" if full else "open")
            return


def _sorts(line: Line, found: list[int], claims: list[Claim]) -> Iterator[Sum]:
    """Two percentages that say two sorts of one whole; "90% of men and 80% of women" have a whole each."""
    first, second = _says_sort().match(line.after(found[0])), _also_sort().match(line.after(found[1]))
    said = {first["sort"], second["sort"]} if len(found) == 2 and first and second else set()
    if any(said == set(pair) for pair in sums.table().sorts):
        yield _sum(claims, "two sorts of one whole")


def _across(line: Line, before: Line) -> Iterator[Sum]:
    """ "Sixty percent went to Orvane. The remaining 40 percent stayed."."""
    found = [index for index, mark in enumerate(before.marks) if mark.letter == "p"]
    if found and len(before.marks) == len(found) and not any(_is_change(before, index) for index in found):
        yield _sum(
            [*(before.marks[index].claim for index in found), line.marks[0].claim], "the rest", across=True
        )


def _sum(claims: list[Claim], cue: str, *, across: bool = False, reach: Reach = "closed") -> Sum:
    parts = tuple(map(part, claims))
    room = sum((max(each.amount.above, each.amount.below) for each in parts), Decimal(0))
    whole = Amount(HUNDRED, below=room, above=room)
    sure = 0.7 if across else 0.8
    return Sum(claims[0], parts, reach, cue, sure, across=across, whole=whole, soft=True)


def _rest(line: Line, index: int) -> bool:
    return bool(_rest_before().search(line.before(index)) or _rest_after().match(line.after(index)))


def _is_change(line: Line, index: int) -> bool:
    claim = line.marks[index].claim
    changed = (
        claim.mention.trend is not None or claim.role in ("change", "old") or claim.mention.per is not None
    )
    return changed or bool(_changed().search(line.before(index)))


@cache
def _rest_before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\bof )\b{alternatives(sums.table().rest)}[\s,–(:]*$")


@cache
def _rest_after() -> re.Pattern[str]:
    table = sums.table()
    answering, undecided = alternatives(table.answering), alternatives(table.undecided)
    return re.compile(rf"\s+(?:{answering}\s+)?{undecided}\b")


@cache
def _end() -> re.Pattern[str]:
    words = {word for group in sums.table().halves for word in group}
    return re.compile(rf"(?<!\bof )(?<!\bof the )\b{alternatives(words)}\b")


@cache
def _whole_behind() -> re.Pattern[str]:
    return re.compile(
        rf"\sof\s(?:the|an?|all|{grammar.pattern('impersonal_possessive')})\s(?P<noun>[a-z'-]+)"
    )


@cache
def _says_sort() -> re.Pattern[str]:
    """ " men and ", " of the staff are men, ", " live in urban areas, while "."""
    verb = alternatives(sums.table().sorting)
    whole = r"(?:\sof(?:\s(?!(?:that|who|which)\b)[a-z'-]+){1,6}?)?"
    return re.compile(
        rf"(?:{whole}\s{verb})?\s(?:the\s)?(?P<sort>{_sort()})\b(?:\s[a-z]+)?,?\s(?:and\s|while\s|with\s|but\s)?$"
    )


@cache
def _also_sort() -> re.Pattern[str]:
    """ " women.", " were women,", " in rural areas."."""
    verb = alternatives(sums.table().sorting)
    return re.compile(rf"(?:\s{verb})?\s(?:in\s)?(?:the\s)?(?P<sort>{_sort()})\b")


@cache
def _sort() -> str:
    return alternatives(word for pair in sums.table().sorts for word in pair)


@cache
def _changed() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(sums.table().compared)}\s*(?:the\s+)?$")
