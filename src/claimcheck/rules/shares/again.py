"""A part told first as a figure, then as a share: "150 of them are miners. A third are miners."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from claimcheck.lexicon import sums
from claimcheck.lexicon.nouns import is_people
from claimcheck.lexicon.patterns import alternatives
from claimcheck.model import Claim
from claimcheck.rules.lines import Line, follows
from claimcheck.rules.shares.part import Share

BACK = 2  # the sentence of the whole, and that of the part


def find(line: Line, earlier: Sequence[Line]) -> Iterator[Share]:
    """Shares of the line that speak of the part whose figure the sentence before gives, in the whole before that."""
    if len(earlier) < BACK or not follows(earlier[-1], line) or not follows(earlier[-2], earlier[-1]):
        return
    told = _part().fullmatch(earlier[-1].words)
    wholes = [mark.claim for mark in earlier[-2].marks if mark.letter == "c" and is_people(mark.claim.noun)]
    if told is None or len(wholes) != 1:
        return
    for index, mark in enumerate(line.marks):
        said = _said(told["noun"]).match(line.after(index)) if mark.letter in "ps" else None
        if said is not None and _of_people(mark.claim):
            part = earlier[-1].marks[int(told["part"])].claim
            yield Share(mark.claim, part, wholes[0], 0.7 if said["end"] else 0.5, doubtful=not said["end"])


def _of_people(claim: Claim) -> bool:
    """True for a share of the people, or of nothing that is named."""
    return claim.noun is None or is_people(claim.noun)


@cache
def _part() -> re.Pattern[str]:
    them = alternatives(sums.table().of_them)
    return re.compile(rf"\W*⟨c(?P<part>\d+)⟩\s{them}\s(?:are|were)\s(?P<noun>[a-z-]{{4,}})\W*")


def _said(noun: str) -> re.Pattern[str]:
    """The noun of the part behind the verb, at the end of the sentence or with more people beside it."""
    return re.compile(rf"[^⟨⟩]*?\b(?:are|were)\s(?:either\s)?{re.escape(noun)}\b(?P<end>\W*$)?")
