"""The table of options: how a table or a sentence gives the default, the most or the least of a setting."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from claimcheck.lexicon import load
from claimcheck.lexicon.patterns import alternatives, whole


class Columns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Headings of columns, lower case."""

    default: frozenset[str]
    maximum: frozenset[str]
    minimum: frozenset[str]


class Cues(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of a sentence that say what its figure is of an option."""

    default: tuple[str, ...]
    maximum: tuple[str, ...]
    minimum: tuple[str, ...]
    refusing: tuple[str, ...]
    other: tuple[str, ...]
    advised: tuple[str, ...]
    instead: tuple[str, ...]


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table as it is written; the comments in it say what each list is for."""

    columns: Columns
    cues: Cues
    suffixes: dict[str, str]
    written: dict[str, str]
    versions: frozenset[str]
    joints: tuple[str, ...]
    saying: tuple[str, ...]
    tried: tuple[str, ...]
    ports: tuple[str, ...]
    leaving: tuple[str, ...]
    changing: tuple[str, ...]
    stopping: tuple[str, ...]


@cache
def table() -> Options:
    """The table as loaded."""
    return load("options", Options)


@cache
def default() -> re.Pattern[str]:
    """Finds that a sentence speaks of a default."""
    return whole(table().cues.default)


@cache
def maximum() -> re.Pattern[str]:
    """Finds that a sentence speaks of the most."""
    return whole(table().cues.maximum)


@cache
def minimum() -> re.Pattern[str]:
    """Finds that a sentence speaks of the least."""
    return whole(table().cues.minimum)


@cache
def refusing() -> re.Pattern[str]:
    """Finds that something is turned away."""
    return whole(table().cues.refusing)


@cache
def other() -> re.Pattern[str]:
    """Finds that a figure is of another time, or only tried."""
    return whole(table().cues.other)


@cache
def advised() -> re.Pattern[str]:
    """Finds that a figure is what somebody advises or asks for."""
    return whole(table().cues.advised)


@cache
def instead() -> re.Pattern[str]:
    """Finds that a figure is not the default that is spoken of."""
    return whole(table().cues.instead)


@cache
def tried() -> re.Pattern[str]:
    """Finds that an option is set to the figure behind: "raise the limit to"."""
    return re.compile(rf"\b{alternatives(table().tried)}\s+(?!to\b).*\bto\W*$", re.DOTALL)


@cache
def left_out(name: str) -> re.Pattern[str]:
    """Finds that an option is left out: "leave `limit` out", "if `limit` is missing"."""
    marks = r"[`\"'*]*"
    called = rf"{marks}_*(?:\w+\.)*{re.escape(name)}{marks}"
    forms = (re.escape(phrase).replace(r"\ ", r"\s+").replace("NAME", called) for phrase in table().leaving)
    return re.compile(rf"\b(?:{'|'.join(forms)})(?!\w)")


@cache
def changing() -> re.Pattern[str]:
    """Finds that an option behind is to be changed."""
    return re.compile(rf"\b{alternatives(table().changing)}(?:\s+\w+){{0,3}}\W*$")


@cache
def stopping() -> re.Pattern[str]:
    """Finds that something ends or is given up after the time behind: "closes a connection after"."""
    return re.compile(rf"\b{alternatives(table().stopping)}(?:\s+\w+){{0,4}}\s+(?:after|for)\W+$")


@cache
def joint() -> re.Pattern[str]:
    """Finds where a clause ends within a sentence."""
    return re.compile(rf"[;\u2013\u2014]|\s--?\s|\b{alternatives(table().joints)}\b")
