"""The tables of particulars: what documentation and reports state of a thing, in whatever words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import msgspec

from claimcheck.lexicon import load
from claimcheck.model import Kind

# The tables of rows, in order.
_TABLES = (
    "particulars/programs",
    "particulars/goods",
    "particulars/work",
    "particulars/visits",
    "particulars/medicine",
    "particulars/services",
    "particulars/things",
)
_OPENING = 3  # letters by which a row is found


class Particular(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One row; the comments in `particulars.toml` say what each list is for."""

    name: str
    kinds: tuple[Kind, ...]
    said: tuple[tuple[str, ...], ...]
    other: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    measured: bool = False
    slack: int = 0
    of_thing: bool = False


class Section(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The rows of one table."""

    particular: tuple[Particular, ...]


class Particulars(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What holds for all rows."""

    other: tuple[str, ...]
    cases: tuple[str, ...]
    holders: tuple[str, ...]
    behind: tuple[str, ...]
    leading: tuple[str, ...]
    holding: tuple[str, ...]
    articles: tuple[str, ...]
    also: tuple[str, ...]


@cache
def table() -> Particulars:
    """`particulars.toml` as it stands."""
    return load("particulars", Particulars)


@cache
def every() -> tuple[Particular, ...]:
    """The rows of all tables in order."""
    sections: list[Section] = [load(name, Section) for name in _TABLES]
    return tuple(row for section in sections for row in section.particular)


@cache
def kinds() -> frozenset[Kind]:
    """The kinds of which there are rows."""
    return frozenset(kind for row in every() for kind in row.kinds)


def rows(kind: str, words: Iterable[str]) -> list[Particular]:
    """The rows of a kind of which the first group may be among some words, in the order of the tables."""
    found = {at for word in words for at in _by_opening().get((kind, word[:_OPENING]), ())}
    return [every()[at] for at in sorted(found)]


@cache
def _by_opening() -> dict[tuple[str, str], tuple[int, ...]]:
    """Places of rows by kind and by the first letters of a phrase of their first group."""
    found: dict[tuple[str, str], tuple[int, ...]] = {}
    for at, row in enumerate(every()):
        openings = {re.split(r"[ *-]", phrase)[0][:_OPENING] for phrase in row.said[0]}
        for key in ((kind, opening) for kind in row.kinds for opening in openings):
            found[key] = (*found.get(key, ()), at)
    return found


@cache
def phrases(group: tuple[str, ...]) -> re.Pattern[str]:
    """Finds any of some phrases in lower-case text; a star stands for any ending."""
    longest = sorted(group, key=lambda each: (-len(each), each))
    forms = (re.escape(each).replace(r"\*", r"[^\W\d_]*").replace(r"\ ", r"\s+") for each in longest)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(forms)})(?![^\W_])")
