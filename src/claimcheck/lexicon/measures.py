"""The table of words that decide what a number measures."""

from __future__ import annotations

from functools import cache

import msgspec

from claimcheck.lexicon import load


class Words(msgspec.Struct, frozen=True):
    """A bare list of phrases."""

    words: tuple[str, ...]


class Rate(msgspec.Struct, frozen=True):
    """Bases of a rate behind "a", behind "every", behind a round number, and as adverbs; `dated` words make it none."""

    dated: tuple[str, ...]
    articled: tuple[str, ...]
    every: tuple[str, ...]
    counted: tuple[str, ...]
    adverbs: dict[str, str]


class Pound(msgspec.Struct, frozen=True):
    """Words that make a pound money."""

    money: tuple[str, ...]


class Age(msgspec.Struct, frozen=True):
    """Words in front of an age, persons who have one, the young ("kids under 12"), words of dying ("died at 75").

    `pair` stands between two people and their one age ("two conscripts, both 20"), `some` behind "of" with "were" and
    `beyond` ("900 of them were under 18"), `speaking` and `being` behind the age of a person ("Brook, 49, said"),
    `old` between an age and a person, `suffixes` behind a surname, `titles` before a name. `copulas` stand
    before an age, `living` behind "and" tells of the person ("was 76 and had"), `back_then` puts it long ago,
    `past` are those of the copulas that tell of any time of a life, `now` stands in "At 41 she is", `still` in
    "Brook, now 26,", `days` behind "turned 26", `others` open an apposition for somebody else ("Ana Brook, her
    son, 12,"), `ranks` stand behind an age ("at 57 the oldest"), `bounds` between "aged" and it; `national` are
    the endings of "a Ukrainian of 31".
    """

    plain: frozenset[str]
    copulas: tuple[str, ...]
    living: tuple[str, ...]
    back_then: tuple[str, ...]
    now: tuple[str, ...]
    past: frozenset[str]
    still: tuple[str, ...]
    days: tuple[str, ...]
    bounds: tuple[str, ...]
    national: tuple[str, ...]
    others: frozenset[str]
    ranks: tuple[str, ...]

    titles: frozenset[str]
    suffixes: tuple[str, ...]
    deaths: tuple[str, ...]
    done_by: frozenset[str]
    persons: frozenset[str]
    being: tuple[str, ...]
    speaking: tuple[str, ...]
    old: tuple[str, ...]
    words: tuple[str, ...]
    pair: frozenset[str]
    young: frozenset[str]
    some: tuple[str, ...]
    beyond: tuple[str, ...]
    compared: frozenset[str]


class Magnitude(msgspec.Struct, frozen=True):
    """Words in front of a magnitude, those between them and it, and what has one ("the 7.8 quake").

    `measuring` stands between a quake and its magnitude: "the quake measured 7.8", `put` does with "at" behind it.
    """

    between: tuple[str, ...]
    words: tuple[str, ...]
    quakes: frozenset[str]
    measuring: frozenset[str]
    put: frozenset[str]


class Parent(msgspec.Struct, frozen=True):
    """Words before "of" and a number of children; `same` names words that say what another one says."""

    words: frozenset[str]
    same: dict[str, str]


class MeasureTable(msgspec.Struct, frozen=True):
    """`measures.toml` as it stands."""

    pound: Pound
    rate: Rate
    magnitude: Magnitude
    age: Age
    parent: Parent


@cache
def measures() -> MeasureTable:
    """The table, loaded on first use."""
    return load("measures", MeasureTable)


@cache
def money_cues() -> frozenset[str]:
    """Words near "pounds" that make them money."""
    return frozenset(measures().pound.money)


@cache
def years_old() -> str:
    """A regex for the words between an age and its person: "-year-old", " years old"."""
    part = r"(?:\s|-)"
    return part + "(?:" + "|".join(phrase.replace(" ", part) for phrase in measures().age.old) + ")"
