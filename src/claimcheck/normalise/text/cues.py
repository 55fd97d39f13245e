"""Finding the phrases of a table in a text."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.lexicon import topics
from claimcheck.lexicon.patterns import whole


@cache
def new() -> re.Pattern[str]:
    """Another event begins."""
    return whole(topics.table().new)


@cache
def back() -> re.Pattern[str]:
    """The subject of the head again."""
    return whole(topics.table().back)


def goes_on(text: str) -> bool:
    """True for a lower-case sentence that opens with a pronoun: "It killed 612 people." """
    return text.partition(" ")[0] in topics.table().onward


@cache
def background() -> re.Pattern[str]:
    """Figures of a longer time than one event."""
    return whole(topics.table().background)


@cache
def contrast() -> re.Pattern[str]:
    """Two figures are set against each other."""
    return whole(topics.table().contrast)


@cache
def then() -> re.Pattern[str]:
    """Words right before a figure that belongs to another time."""
    return re.compile(rf"{whole(topics.table().then).pattern}[\s-]*$")


@cache
def _causes() -> tuple[re.Pattern[str], dict[str, str]]:
    names = {word: name for name, words in topics.table().causes.items() for word in words}
    return whole((*names, *topics.table().trades)), names


def causes(text: str) -> frozenset[str]:
    """The causes that a lower-case text names."""
    found, names = _causes()
    return frozenset(names[word] for match in found.finditer(text) if (word := match.group()) in names)


def _telling(found: frozenset[str]) -> frozenset[str]:
    """Causes without those that every explosion is called by, where another one is named."""
    return found - topics.table().general or found


def causes_apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """True where two sets of causes cannot be meant for one event."""
    one, other = _telling(one), _telling(other)
    if not one or not other or one & other:
        return False
    kin = topics.table().kin
    return not any(a in kin.get(b, ()) or b in kin.get(a, ()) for a in one for b in other)


def is_one_event(one: frozenset[str], other: frozenset[str]) -> bool:
    """True where two sets share a cause that hardly comes twice in a year: two floods, two quakes."""
    return not topics.table().seldom.isdisjoint(one & other)
