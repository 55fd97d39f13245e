"""Votes against those who were there: "71 votes to 14, with six abstentions; 87 members were present"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from claimcheck.lexicon import nouns, sums
from claimcheck.lexicon.nouns import is_people
from claimcheck.lexicon.patterns import alternatives, whole
from claimcheck.model import Claim
from claimcheck.rules import amounts
from claimcheck.rules.lines import Line
from claimcheck.rules.sums.part import Sum, added, part

MOST = Decimal("1.25")
BACK = 3  # sentences between those present and their votes


def find(line: Line, earlier: Sequence[Line]) -> Iterator[Sum]:
    """The nearest number of those present, where the votes of a line make more; who is there need not vote."""
    found = _votes().search(line.words)
    if found is None:
        return
    votes = [line.marks[int(index)].claim for index in found.groupdict().values() if index is not None]
    near = (line, *reversed(earlier[-BACK:]))
    there = next((each for each in map(_present, near) if each), None)
    if there is None or there in votes or any(vote.mention.value is None for vote in votes):
        return
    if any(_more().search(each.words) for each in near):
        return
    parts, all_there = tuple(map(part, votes)), amounts.of(there).value
    days = {claim.period.text for claim in (there, *votes) if claim.period is not None}
    if (
        len(days) < 2 and all_there < added(parts).value <= all_there * MOST
    ):  # by proxy, or by shares, there are more
        across = there.mention.context.sentence != line.span
        yield Sum(there, parts, "closed", "votes", 0.8, across=across, soft=True)


def _present(line: Line) -> Claim | None:
    """The one number of people that a line says were there."""
    found = [
        mark.claim
        for index, mark in enumerate(line.marks)
        if mark.letter == "c"
        and mark.claim.mention.hedge == "exact"
        and (is_people(mark.claim.noun) or mark.claim.noun not in nouns.table())
        and (_there().match(line.after(index)) or _attended().search(line.before(index)))
    ]
    return found[0] if len(found) == 1 else None


@cache
def _votes() -> re.Pattern[str]:
    """ "71 votes to 14, with six abstentions", "71 votes in favour, 14 against and six abstentions"."""
    table = sums.table().ballots
    what, joint = rf"(?:\s{alternatives(table.cast)})*", r"(?:and\s|with\s|while\s)?"
    abstained = rf"(?:,?\s{joint}⟨c(?P<{{}}>\d+)⟩{what}\s{alternatives(table.abstained)})?"
    against = rf"\s{alternatives(table.votes)}\s{alternatives(table.to)}\s"
    to = rf"\b(?:by|with)\s⟨c(?P<ayes>\d+)⟩{against}⟨c(?P<noes>\d+)⟩{abstained.format('neither')}"
    aye, no = rf"{what}\s{alternatives(table.ayes)}", rf"{what}\s{alternatives(table.noes)}"
    between = rf"(?:\sof\s[a-z\s]{{1,30}}?)?,?\s{joint}"
    named = rf"⟨c(?P<for>\d+)⟩{aye}{between}⟨c(?P<against>\d+)⟩{no}{abstained.format('none')}"
    voted = (
        rf"\bvoted\s⟨c(?P<these>\d+)⟩\sto\s⟨c(?P<those>\d+)⟩(?:\s[a-z]+){{0,4}}{abstained.format('nobody')}"
    )
    return re.compile(f"(?:{to}|{named}|{voted})")


@cache
def _there() -> re.Pattern[str]:
    there = alternatives(sums.table().ballots.present)
    return re.compile(rf"(?:\s(?!who\b|of\b|and\b)[a-z'-]+){{0,3}}?\s(?:were\s|are\s)?{there}\b")


@cache
def _attended() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(sums.table().ballots.attended)}\s$")


@cache
def _more() -> re.Pattern[str]:
    return whole(sums.table().ballots.more)
