"""The table of happenings: verbs and nouns of what happens at one time, and the words around its date."""

from __future__ import annotations

from functools import cache

import msgspec

from claimcheck.lexicon import load


class Happening(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs and nouns of one kind of event; `once`: to one thing but once, `ever`: and in one way.
    `seldom`: so seldom in like words that two years of it are of one event; `thing`: to a thing, with one year of it.
    `often`: whoever does it does it to many things, as a firm launches products.

    A verb may have words behind it ("take into custody"); `forms` are past forms that stand by themselves ("born").
    """

    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    once: bool = False
    ever: bool = False
    seldom: bool = False
    thing: bool = False
    often: bool = False


class Main(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a text about one incident tells of; `silent`: its verbs say so with nothing named before them."""

    subjects: frozenset[str]
    kinds: frozenset[str]
    silent: bool = False


class Happenings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table as it stands: lists of words, and the kinds of events by name."""

    leads: frozenset[str]
    articles: frozenset[str]
    relative: frozenset[str]
    openers: frozenset[str]
    pronouns: frozenset[str]
    carried: frozenset[str]
    happen: frozenset[str]
    stretches: frozenset[str]
    before_noun: frozenset[str]
    hedges: frozenset[str]
    undone: frozenset[str]
    planned: frozenset[str]
    another: frozenset[str]
    ordinals: frozenset[str]
    night: frozenset[str]
    days: frozenset[str]
    in_titles: tuple[str, ...]
    it: frozenset[str]
    done: frozenset[str]
    behind: frozenset[str]
    where: frozenset[str]
    offices: frozenset[str]
    within: frozenset[str]
    joints: frozenset[str]
    going: frozenset[str]
    silent: frozenset[str]
    moving: frozenset[str]
    works: dict[str, frozenset[str]]
    deeds: dict[str, frozenset[str]]
    through: dict[str, frozenset[str]]
    kinds: dict[str, Happening]
    mains: dict[str, Main]


@cache
def table() -> Happenings:
    """The table as loaded; raises msgspec.ValidationError where a row does not fit."""
    return load("happenings", Happenings)


@cache
def of_verb() -> dict[str, str]:
    """The kind of event of each verb."""
    return {verb: name for name, row in table().kinds.items() for verb in row.verbs}


@cache
def of_form() -> dict[str, str]:
    """The kind of event of each past form that is of no verb of the table."""
    return {form: name for name, row in table().kinds.items() for form in row.forms}


@cache
def tails() -> frozenset[str]:
    """The words that make another verb of the one before them: "out", "into custody"."""
    return frozenset(verb.partition(" ")[2] for verb in of_verb() if " " in verb)


@cache
def tail_words() -> frozenset[str]:
    """The first words of such tails."""
    return frozenset(tail.partition(" ")[0] for tail in tails())


@cache
def of_noun() -> dict[str, str]:
    """The kind of event of each noun."""
    return {noun: name for name, row in table().kinds.items() for noun in row.nouns}


@cache
def of_work() -> dict[str, str]:
    """The kind of work of each noun: "film" of "movie"."""
    return {noun: kind for kind, nouns in table().works.items() for noun in nouns}


def ever(name: str) -> bool:
    """True for a kind of event of which a person has but one, such as birth and death."""
    row = table().kinds.get(name)
    return row is not None and row.ever


def once(name: str) -> bool:
    """True for a kind of event that happens to one thing but once."""
    row = table().kinds.get(name)
    return row is not None and row.once


def often(name: str) -> bool:
    """True for a kind of event that somebody brings about for many things, so that his name is not that of one."""
    row = table().kinds.get(name)
    return row is not None and row.often


def seldom(name: str) -> bool:
    """True for a kind of event that hardly happens in the same words in two years."""
    row = table().kinds.get(name)
    return row is not None and row.seldom


def of_thing(name: str) -> bool:
    """True for how a thing came to be, of which there is one year."""
    row = table().kinds.get(name)
    return row is not None and row.thing
