"""Which one of many things a particular is said of: "access logs are kept", "we keep access logs"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import dropwhile, takewhile
from typing import NamedTuple

from claimcheck.lexicon import function_words, particulars
from claimcheck.lexicon.particulars import phrases
from claimcheck.lexicon.patterns import alternatives
from claimcheck.normalise.documentation.stated import Stated
from claimcheck.normalise.text import telling

FIGURE = "\N{OBJECT REPLACEMENT CHARACTER}"  # stands for the figure
HEADING = " | "  # ends the heading in what stands near a figure


class Thing(NamedTuple):
    """What a particular is said of, and the stems before it that tell it from others of its sort."""

    stem: str
    narrowed: frozenset[str]


def named(stated: Stated) -> dict[str, Thing]:
    """The things next to the words of the first group; where none stands there, those of the heading."""
    found = list(_beside(stated))
    if not found:
        heading = telling.within(stated.near.partition(HEADING)[0])
        found = [Thing(word, heading - {word}) for word in heading - _said(stated)]
    return {thing.stem: thing for thing in found}


def apart(name: str, one: Stated, other: Stated) -> bool:
    """True where one text tells its thing from others of its sort, and the other says nothing of that."""
    here, there = telling.within(one.near), telling.within(other.near)
    first, second = named(one)[name], named(other)[name]
    if first.narrowed - there or second.narrowed - here:
        return True
    return bool(_held(one) - there or _held(other) - here)


def _held(stated: Stated) -> frozenset[str]:
    """Telling stems of when or where it holds: "in a storm", "during the night"."""
    parts = stated.beside.rpartition("|")
    clause = _stop().split(parts[0].rpartition("|")[2])[-1] + FIGURE + _stop().split(parts[2])[0]
    return telling.within(" ".join(each["thing"] for each in _holding().finditer(clause))) - _said(stated)


def _said(stated: Stated) -> frozenset[str]:
    return telling.within(" ".join(phrase for group in stated.row.said for phrase in group))


def _beside(stated: Stated) -> Iterator[Thing]:
    said = _said(stated)
    for each in phrases(stated.row.said[0]).finditer(stated.beside):
        before = _pause().split(stated.beside[: each.start()])[-1]
        behind = _pause().split(stated.beside[each.end() :])[0]
        for words in (_run(reversed(_word().findall(before))), _run(_word().findall(behind))[::-1]):
            stems = [stem for word in words for stem in telling.within(word)]
            if stems and stems[0] not in said:
                yield Thing(stems[0], frozenset(stems[1:]) - said)


def _run(words: Iterator[str] | list[str]) -> list[str]:
    """The words up to the next small one, without the small ones in front: "are", "the"."""
    small = function_words.words()
    own = dropwhile(small.__contains__, words)
    return list(takewhile(lambda word: word not in small, own))


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+")


@cache
def _pause() -> re.Pattern[str]:
    """Where something else begins to be said: at a sign, at a number and at the figure itself."""
    return re.compile(r"[|,;:.?!()\d]|\s(?:and|but|or|while)\s")


@cache
def _stop() -> re.Pattern[str]:
    return re.compile(r"[,;:.?!()]")


@cache
def _holding() -> re.Pattern[str]:
    """ "in a storm", up to the next small word."""
    small = alternatives(function_words.words())
    words = alternatives(particulars.table().holding)
    return re.compile(rf"\b{words}(?:\s+{small}\b){{0,3}}(?P<thing>(?:\s+(?!{small}\b)[^\W\d_]+){{1,4}})")
