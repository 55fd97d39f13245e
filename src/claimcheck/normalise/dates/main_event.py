"""The event that a text about one incident tells of: a fire that broke out, an airliner that landed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from claimcheck.lexicon import function_words, happenings
from claimcheck.lexicon.patterns import alternatives
from claimcheck.model import Span
from claimcheck.normalise.dates.clauses import Event, Word
from claimcheck.normalise.text.people import of_time


def find(whole: Sequence[Word], inside: Sequence[Word], events: Sequence[Event]) -> str:
    """The row of the table that a clause of a sentence speaks of; empty for any other event."""
    said = events[0][1]
    kinds = {kind for kind, word in events if word == said}
    relative = not happenings.table().relative.isdisjoint(word.low for word in inside)
    before = [word for word in (whole if relative else inside) if word.start < said.start]
    for name, row in happenings.table().mains.items():
        if kinds & row.kinds and (said.low in row.subjects or _is_of(before, row)):
            return name
    return ""


def _is_of(before: Sequence[Word], row: happenings.Main) -> bool:
    """True where the words before a verb name what it happens to, or nothing at all."""
    subject = max((place for place, word in enumerate(before) if word.low in row.subjects), default=None)
    if subject is None:
        return row.silent and all(word.low in function_words.words() for word in before)
    # No "fire brigade", but "referee Tom Brook", "the dam, built in".
    after = before[subject + 1 : subject + 2]
    return all(
        word.start - before[subject].end > 1
        or word.capital
        or word.low in function_words.words()
        or word.low.endswith("ly")
        for word in after
    )


def elsewhere(one: tuple[str, Span], other: tuple[str, Span]) -> bool:
    """True for sentences of two texts that name other places: two towns that one storm hit, two fires."""
    here, there = _places(*one), _places(*other)
    return bool(here and there) and here.isdisjoint(there)


def _places(plain: str, span: Span) -> frozenset[str]:
    """The names of a sentence behind "in" and its like, or behind what hits them."""
    names = (word for match in _place().finditer(plain, *span) for word in match["name"].lower().split())
    return frozenset(names) - of_time()


@cache
def _place() -> re.Pattern[str]:
    where = alternatives(happenings.table().where)
    return re.compile(rf"\b{where}\s(?:the\s)?(?P<name>[A-Z][^\W\d_]+(?:\s[A-Z][^\W\d_]+)*)")
