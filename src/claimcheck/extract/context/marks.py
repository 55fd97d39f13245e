"""What a word can begin, as one sign a token: each pass looks only at tokens where there can be something."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from claimcheck.lexicon import lemmas, periods, places, scopes, speakers

LONG, CAPITAL, ROLE, TIME, CUE, FIRST, SECOND, SPEECH = (1 << bit for bit in range(8))
_LONG = 4  # letters of a word that counts in a title
_NO_WORDS = "1'0,;()"  # letters of numbers and marks


@lru_cache(maxsize=100_000)
def mark(word: str, letter: str, capital: bool) -> str:
    """The sign of a token: the sum of what holds for its lower-case word."""
    found = {
        LONG: len(word) >= _LONG and letter not in _NO_WORDS,
        CAPITAL: capital,
        ROLE: word in places.table().roles,  # leads to a place
        TIME: letter == "0" or not periods.triggers().isdisjoint(word.split()),
        CUE: word in scopes.alone() or "-" in word,  # can be a scope by itself, or with its neighbour
        FIRST: word in scopes.second_words(),  # the first two words of a longer one
        SECOND: word.partition(" ")[0] in _seconds(),
        SPEECH: word == "according" or lemmas.verb(word) in _speech(),
    }
    return chr(sum(bit for bit, holds in found.items() if holds))


@cache
def _seconds() -> frozenset[str]:
    return frozenset().union(*scopes.second_words().values())


@cache
def _speech() -> frozenset[str]:
    verbs = speakers.words("verbs") | speakers.words("giving")
    return frozenset(verb.partition("-")[0] for verb in verbs)


@cache
def bearing(bits: int) -> str:
    """A pattern for one sign in which all of `bits` are set."""
    return "[" + "".join(rf"\x{value:02x}" for value in range(SPEECH * 2) if value & bits == bits) + "]"


@cache
def any_of(bits: int) -> re.Pattern[str]:
    """A sign in which all of `bits` are set."""
    return re.compile(bearing(bits))
