"""People who come or go against those who live there: "home to 900 people ... 1,200 people returned there"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from claimcheck.lexicon import sums
from claimcheck.lexicon.nouns import is_people
from claimcheck.lexicon.patterns import alternatives
from claimcheck.rules.lines import Line
from claimcheck.rules.sums.part import Sum, part


def find(line: Line, before: Line | None) -> Iterator[Sum]:
    """Those of a line that moved "there", with the people who live there by the sentence before."""
    if before is None or " there" not in line.words:
        return
    homes = [mark.claim for index, mark in enumerate(before.marks) if _lives().search(before.before(index))]
    moved = [mark.claim for index, mark in enumerate(line.marks) if _moved().match(line.after(index))]
    if len(homes) == 1 and all(is_people(claim.noun) for claim in (*homes, *moved)):
        for claim in moved:
            yield Sum(homes[0], (part(claim),), "open", "there", 0.5, across=True, doubtful=True)


@cache
def _lives() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(sums.table().dwelling)}\s$")


@cache
def _moved() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\s[a-z-]+){{1,4}}?\s{alternatives(sums.table().moved)}\s(?:back\s)?(?:from\s)?there\b"
    )
