"""Which one of many things a particular is said of: "access logs are kept", "we keep access logs"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import dropwhile, takewhile
from typing import NamedTuple

from claimcheck.lexicon import function_words
from claimcheck.lexicon.particulars import phrases
from claimcheck.normalise.documentation.stated import Stated
from claimcheck.normalise.text import telling

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
    first, second = named(one)[name], named(other)[name]
    return bool(first.narrowed - telling.within(other.near) or second.narrowed - telling.within(one.near))


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
