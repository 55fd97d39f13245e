"""The table of counted things: which words count the same kind of thing."""

from __future__ import annotations

from functools import cache

import msgspec

from claimcheck.lexicon import load

PEOPLE = "person"  # the class that all classes of people are part of


class NounClass(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that count one kind of thing; `within` names the class that this one is a part of."""

    words: tuple[str, ...]
    within: str | None = None
    soft: bool = False  # says little by itself: "people"
    never: bool = False  # counts something else in every sentence: "games", "ways"
    scored: bool = False  # but is one figure where one doer gets or misses it: "games", "points"
    whole: bool = False  # people of whom a thing has one lot: a crew
    fixed: bool = False  # of which a thing has one number on any day: the storeys of a house
    carrier: bool = False  # the word before it says what is counted: ambulance vehicles, crew members


@cache
def table() -> dict[str, NounClass]:
    """All classes by name."""
    return load("nouns", dict[str, NounClass])


@cache
def classes() -> dict[str, str]:
    """The class of each word or hyphenated phrase."""
    return {word: name for name, row in table().items() for word in row.words}


def is_people(noun: str | None) -> bool:
    """True for people and all classes of them."""
    return is_of(noun, PEOPLE)


def is_of(part: str | None, whole: str | None) -> bool:
    """True where every `part` is also a `whole`, or both are one class."""
    return part == whole or within(part, whole)


def within(part: str | None, whole: str | None) -> bool:
    """True where every `part` is also a `whole`: children are people."""
    rows = table()
    while part is not None and part in rows:
        part = rows[part].within
        if part == whole:
            return part is not None
    return False
