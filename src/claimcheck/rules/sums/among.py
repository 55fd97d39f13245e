"""Parts before their whole: "two women and two children were among the eight people killed"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from claimcheck.lexicon import grammar
from claimcheck.rules.lines import Line, Mark
from claimcheck.rules.sums.part import Sum, part
from claimcheck.rules.sums.related import addable, relation


def find(line: Line) -> Iterator[Sum]:
    """Wholes of a line that its parts are said to be among."""
    for index in range(1, len(line.marks)):
        if addable(line, index) and _among().search(line.before(index)):
            total, named = line.marks[index], _named(line, index - 1)
            parts = [mark.claim for mark in named if mark.letter == total.letter]
            if parts and all(relation(each, total.claim) != "other" for each in parts):
                yield Sum(total.claim, tuple(map(part, parts)), "open", "were among", 0.85)


def _named(line: Line, last: int) -> list[Mark]:
    """The figures up to `last` that "and" and commas join."""
    first = last
    while first and _joined().fullmatch(line.after(first - 1)):
        first -= 1
    return list(line.marks[first : last + 1])


@cache
def _among() -> re.Pattern[str]:
    return re.compile(
        rf"^(?:\s[a-z'-]+){{1,6}}?\s{grammar.pattern('finite_be')}\s(?:also\s)?among\s(?:the\s|some\s|a\stotal\sof\s)?$"
    )


@cache
def _joined() -> re.Pattern[str]:
    return re.compile(r"(?:\s[a-z'-]+){1,3}?(?:,|,?\sand)\s")
