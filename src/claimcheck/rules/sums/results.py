"""Matches by how they ended: "played 38 matches, winning 21, drawing nine and losing eight"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from claimcheck.lexicon import sums
from claimcheck.lexicon.patterns import alternatives
from claimcheck.model import Claim
from claimcheck.rules.lines import Line
from claimcheck.rules.sums.part import Reach, Sum, part


def find(line: Line) -> Iterator[Sum]:
    """The number of matches of a line and its victories, draws and defeats; without draws they need not be all."""
    ended: dict[str, Claim] = {}
    for index, mark in enumerate(line.marks):
        found = _result().search(line.before(index)) if mark.letter == "c" else None
        if found is not None:
            ended.setdefault(str(found.lastgroup), mark.claim)
    own = {claim.id for claim in ended.values()}
    played = [mark.claim for mark in line.marks if mark.claim.id not in own and _is_match(mark.claim)]
    if len(played) == 1 and {"won", "lost"} <= ended.keys():
        reach: Reach = "closed" if "drawn" in ended else "open"
        parts = tuple(map(part, ended.values()))
        yield Sum(played[0], parts, reach, "won and lost", 0.8)


def _is_match(claim: Claim) -> bool:
    return claim.mention.noun in sums.table().matches


@cache
def _result() -> re.Pattern[str]:
    """A verb of result right before a figure."""
    groups = (f"(?P<{name}>{alternatives(words)})" for name, words in sums.table().results.items())
    return re.compile(rf"\b(?:{'|'.join(groups)})\s$")
