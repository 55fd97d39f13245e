"""The table of actions: which verbs say that the same happens to a counted thing."""

from __future__ import annotations

from functools import cache

import msgspec

from claimcheck.lexicon import load

SILENT = "none"  # the row of verbs that say nothing of what happens


class Action(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs and nouns of one action; `flow` where it is counted over a window of time."""

    verbs: tuple[str, ...]
    nouns: tuple[str, ...] = ()
    label: str | None = None  # how people read it; empty where it goes without saying
    counts: str | None = None  # the class that is counted where no noun stands: "83 were killed"
    classes: frozenset[str] = frozenset()  # classes that are counted as that too: demonstrators as people
    of_people: tuple[str, ...] = ()  # verbs that mean it of what it counts alone
    of_whom: frozenset[str] = frozenset()  # classes and nouns of which they mean it too: jobs are axed
    measured: tuple[str, ...] = ()  # words whose figure it is: "put the turnout at 60,000"
    measured_far: tuple[str, ...] = ()  # the same of a number without a noun, whatever stands between
    measured_right: tuple[str, ...] = ()  # the same of a number without a noun right behind
    measured_behind: tuple[str, ...] = ()  # the same right behind: "brought to 12 the number of dead"
    heads: frozenset[str] = frozenset()  # nouns before "of" and people that say it: "a town of 800 people"
    beside: tuple[str, ...] = ()  # words right before or behind people that say it: "aboard"
    behind: tuple[str, ...] = ()  # phrases behind people or a bare number: "27 were taken to hospital"
    ahead: tuple[str, ...] = ()  # words right before people that say it: "carrying"
    filled: tuple[str, ...] = ()  # words that say it between one of `within` and people: "packed with"
    within: tuple[str, ...] = ()  # what people are in who do it: "34 people in the downhill car"
    told: tuple[str, ...] = ()  # phrases behind "who" that say it: "lost their lives"
    several: bool = False  # of more than one thing in a story: two buses with people aboard
    passing: bool = False  # the figure falls from hour to hour: the missing are found
    things: frozenset[str] = frozenset()  # classes that do it in other numbers from day to day: firefighters
    grows: bool = False  # the figure mounts up from day to day, as a toll does: burned, destroyed
    estimated: bool = False  # nobody counts them, and two speakers differ: "police put the crowd at 60,000"
    flow: bool = False
    covers: frozenset[str] = frozenset()  # what it says where both are said of one number


@cache
def table() -> dict[str, Action]:
    """All actions by name."""
    return load("actions", dict[str, Action])


@cache
def of_verb() -> dict[str, str]:
    """The action of each verb."""
    return {verb: name for name, row in table().items() for verb in row.verbs}


@cache
def of_noun() -> dict[str, str]:
    """The action that a noun says by itself: "fatalities"."""
    return {noun: name for name, row in table().items() for noun in row.nouns}


@cache
def of_people() -> dict[str, tuple[str, ...]]:
    """The actions of each verb that means them of what they count alone."""
    verbs = {verb for row in table().values() for verb in row.of_people}
    return {verb: tuple(name for name, row in table().items() if verb in row.of_people) for verb in verbs}


@cache
def of_head() -> dict[str, str]:
    """The action of people by the noun that "of" leads on from to them: "a town of 800 people"."""
    return {head: name for name, row in table().items() for head in row.heads}


@cache
def of_beside() -> dict[str, str]:
    """The action of each word that says it right before or behind people: "aboard"."""
    return {word: name for name, row in table().items() for word in row.beside}


@cache
def of_behind() -> dict[str, str]:
    """The action of each phrase behind people or a bare number: "taken to hospital"."""
    return {phrase: name for name, row in table().items() for phrase in row.behind}


@cache
def of_ahead() -> dict[str, str]:
    """The action of each word that says it right before people: "carrying"."""
    return {word: name for name, row in table().items() for word in row.ahead}


@cache
def of_filled() -> dict[str, str]:
    """The action of each word that says it between a thing and the people in it: "packed with"."""
    return {word: name for name, row in table().items() for word in row.filled}


@cache
def of_told() -> dict[str, str]:
    """The action of each phrase behind "who": "lost their lives"."""
    return {phrase: name for name, row in table().items() for phrase in row.told}


@cache
def of_within() -> dict[str, str]:
    """The action of those who are in something: "car"."""
    return {word: name for name, row in table().items() for word in row.within}


@cache
def of_measured() -> dict[str, str]:
    """The action of each word whose figure it is: "turnout"."""
    return {word: name for name, row in table().items() for word in row.measured}


@cache
def of_measured_far() -> dict[str, str]:
    """The action of each word whose figure a number without a noun is from afar: "toll"."""
    return {word: name for name, row in table().items() for word in row.measured_far}


@cache
def of_measured_right() -> dict[str, str]:
    """The action of each phrase whose figure a number without a noun right behind it is: "the wounded to"."""
    return {phrase: name for name, row in table().items() for phrase in row.measured_right}


@cache
def of_measured_behind() -> dict[str, str]:
    """The action of each phrase behind a number without a noun: "the number of dead"."""
    return {phrase: name for name, row in table().items() for phrase in row.measured_behind}


@cache
def daily() -> frozenset[str]:
    """The classes that do something in other numbers from day to day."""
    return frozenset().union(*(row.things for row in table().values()))
