"""A change in a sentence of its own, behind those that give its ends: "Revenue therefore grew by 12 percent."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from claimcheck.lexicon import shares
from claimcheck.lexicon.patterns import alternatives
from claimcheck.model import Claim
from claimcheck.rules.lines import Line, follows
from claimcheck.rules.shares.part import Change

BACK = 2  # sentences in which the ends stand


def find(line: Line, earlier: Sequence[Line]) -> Change | None:
    """The change of a line that says nothing else, with its two ends in the one or two lines before it."""
    if len(line.marks) != 1 or line.marks[0].letter not in "ps":
        return None
    said = _said().fullmatch(line.words)
    near = _near(line, earlier)
    if said is None or not near:
        return None
    noun = said["noun"]
    ends = [mark.claim for each in near for mark in each.marks if mark.letter in "cmpu"]
    if len(ends) != 2 or len(ends) != sum(len(each.marks) for each in near) or not _alike(*ends):
        return None
    if noun is not None and not all(re.search(rf"\b{re.escape(noun)}\b", each.words) for each in near):
        return None
    return _change(line, said["move"], ends)


def _near(line: Line, earlier: Sequence[Line]) -> list[Line]:
    """The sentences right before this one that hold its ends: the last, or the last two."""
    if not earlier or not follows(earlier[-1], line):
        return []
    if len(earlier[-1].marks) > 1 or len(earlier) < BACK:
        return [earlier[-1]]
    last = list(earlier[-BACK:])
    return last if all(follows(one, other) for one, other in pairwise(last)) else []


def _alike(one: Claim, other: Claim) -> bool:
    first, second = one.mention, other.mention
    return first.kind == second.kind and first.unit == second.unit and None not in (first.value, second.value)


def _change(line: Line, move: str, ends: Sequence[Claim]) -> Change:
    up = move in shares.table().up
    small, large = sorted(ends, key=lambda claim: claim.mention.value or 0)
    before, after = (small, large) if up else (large, small)
    return Change(before, after, line.marks[0].claim, move, 0, confidence=0.7)


@cache
def _said() -> re.Pattern[str]:
    """All of a sentence: a noun or "that" with the change."""
    moves = alternatives((*shares.table().up, *shares.table().down))
    noun = rf"(?:the\s)?(?P<noun>[a-z]{{4,}})\s(?:{alternatives(shares.table().concluding)}\s)*"
    that = r"(?:that|this)\s(?:is|was|means)\san?\s(?:[a-z]+\s)?"
    return re.compile(rf"\W*(?:{noun}|{that})(?P<move>{moves})\s(?:by\s|of\s)?⟨[ps]\d+⟩\W*")
