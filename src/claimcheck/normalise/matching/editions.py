"""Which of a series a text is, by the words it opens with: "Minutes of the council, 9 April. Present: seven"."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from claimcheck.lexicon import dates, documents, function_words, grammar, lemmas
from claimcheck.lexicon.numbers import numbers
from claimcheck.normalise.matching.facts import Facts

LASTING = frozenset(
    {"area", "data_size", "length", "mass", "other", "volume"}
)  # kinds of what stays as it is
LONGEST = 90  # characters of an opening
HEAD = 200  # characters of a text in which it stands


class Edition(NamedTuple):
    """What the texts of a series are called, and what tells one from the next."""

    name: frozenset[str]
    number: frozenset[str]  # days, months, years, ordinals and other numbers


def edition(one: Facts, other: Facts) -> str | None:
    """The veto of two texts of one series."""
    if one.claim.mention.kind in LASTING:
        return None
    a, b = opening(one.document.plain[:HEAD]), opening(other.document.plain[:HEAD])
    if a is None or b is None or a.name != b.name or a.number <= b.number or b.number <= a.number:
        return None
    return "other-edition"


@lru_cache(maxsize=1000)
def opening(head: str) -> Edition | None:
    """The edition that the first words of a text name, before a full stop, a colon or a line's end."""
    found = _opening().match(head)
    if found is None:
        return None
    words = [word.lower() for word in _word().findall(found["words"])]
    number = {word for word in words if _numbers(word)}
    verbs = grammar.together("be", "have", "do", "modal")
    if any((lemmas.is_finite(word) or word in verbs) and word not in number for word in words[1:]):
        return None
    name = set(words) - number - function_words.words() - dates.weekdays().keys()
    called = {word for before, word in pairwise(["", *words]) if not before[:1].isdigit()}  # no "20 minutes"
    if not number or called.isdisjoint(documents.table().editions):
        return None
    return Edition(frozenset(name), frozenset(number))


def _numbers(word: str) -> bool:
    nth = word in numbers().ordinals or word in numbers().denominators
    return word[0].isdigit() or word in dates.months() or (nth and word not in documents.table().editions)


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"\W*(?P<words>\w[^.:\n]{{2,{LONGEST}}})(?:[.:]\s|\n)")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"\d+(?:/\d+)?|[^\W\d_]+")
