"""Words of a document with their offsets, stemmed as far as matching needs it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache, lru_cache

import msgspec

from claimcheck.lexicon import function_words, plurals
from claimcheck.model import Document

NUMBER = "#"  # stands for every number written in digits
EDGE = "^"  # stands for the end of the paragraph
_SUFFIXES = (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""))


class Words(msgspec.Struct, frozen=True):
    """The words of one document: parallel lists of starts, ends and stems."""

    starts: list[int]
    ends: list[int]
    stems: list[str]

    def between(self, start: int, end: int) -> list[str]:
        """Stems of the words that lie inside `start` to `end`."""
        return self.stems[bisect_left(self.starts, start) : bisect_right(self.ends, end)]

    def before(self, offset: int, count: int, limit: int = 0) -> list[str]:
        """Up to `count` stems that end before `offset`, nearest first; EDGE where `limit` cuts them off."""
        last = bisect_right(self.ends, offset)
        edge = bisect_left(self.starts, limit)
        first = max(last - count, edge, 0)
        found = self.stems[first:last][::-1]
        return [*found, EDGE] if last - count < edge else found

    def after(self, offset: int, count: int, limit: int) -> list[str]:
        """Up to `count` stems that start at or after `offset`; EDGE where `limit` cuts them off."""
        first = bisect_left(self.starts, offset)
        edge = bisect_right(self.ends, limit)
        found = self.stems[first : min(first + count, edge)]
        return [*found, EDGE] if first + count > edge else found


def words(document: Document) -> Words:
    """The words of the prose of a document."""
    found = list(_word().finditer(document.plain))
    return Words(
        [match.start() for match in found],
        [match.end() for match in found],
        [NUMBER if match.group()[0].isdigit() else stem(match.group().lower()) for match in found],
    )


@cache
def _word() -> re.Pattern[str]:
    return re.compile(
        r"""
        \d+(?:[.,]\d+)*             # a number: 1,096
        | [^\W\d_]+(?:['’][a-z]+)?  # a word, a genitive included
        """,
        re.VERBOSE,
    )


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A lower-case word without genitive and the commonest endings."""
    word = re.split("['’]", word)[0]
    irregular = plurals.singular(word)
    if irregular is not None:
        return irregular
    for suffix, instead in _SUFFIXES:
        if len(word) > len(suffix) + 2 and word.endswith(suffix) and not word.endswith(plurals.SINGULAR_IN_S):
            return word[: -len(suffix)] + instead
    return word


def content(stems: list[str]) -> list[str]:
    """The stems that say something of the subject: no function words, no digits, no single letters."""
    silent = _silent()
    return [word for word in stems if word not in silent and len(word) > 1]


@cache
def _silent() -> frozenset[str]:
    return frozenset(stem(word) for word in function_words.words()) | function_words.words() | {NUMBER}
