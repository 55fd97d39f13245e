"""One figure as a multiple of another: "900 people, three times as many as the 300 it had"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from claimcheck.lexicon import shares
from claimcheck.lexicon.patterns import alternatives
from claimcheck.rules.lines import Line
from claimcheck.rules.shares.part import Multiple


def find(line: Line) -> Iterator[Multiple]:
    """Every multiple of a line that has both its figures."""
    if not any(mark.letter == "t" for mark in line.marks):
        return
    for pattern in _forms():
        for found in pattern.finditer(line.words):
            times, more, fewer = (line.marks[int(found[name])] for name in ("times", "more", "fewer"))
            one, other = more.claim.mention, fewer.claim.mention
            if more.letter == fewer.letter and one.unit == other.unit and one.value and other.value:
                yield Multiple(times.claim, more.claim, fewer.claim)


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    figure = r"⟨[cmu](?P<{}>\d+)⟩"
    times = r"⟨t(?P<times>\d+)⟩(?:\stimes)?"
    much = rf"(?:\sas\s{alternatives(shares.table().as_much)})"
    words = r"(?:\s(?!and\b|but\b|as\b)[a-z'-]+){0,4}"
    parts = {
        "more": figure.format("more"),
        "fewer": figure.format("fewer"),
        "times": times,
        "much": much,
        "w": words,
    }
    return tuple(
        re.compile(form.format(**parts))
        for form in (
            r"{times}{much}{w}\s\({more}\)\sas{w}\s\({fewer}\)",  # twice as many women (40) as men (20)
            r"{more}{w},\s(?:or\s|which\sis\s|some\s)?{times}(?:{much}{w}\sas{w})?(?:\sthe)?\s{fewer}",
        )
    )
