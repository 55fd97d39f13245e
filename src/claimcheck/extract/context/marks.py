"""What a word can begin, as one sign a token: each pass looks only at tokens where there can be something."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from claimcheck.lexicon import lemmas, periods, places, scopes, speakers

LONG = 1  # counts in a title
CAPITAL = 2
ROLE = 4  # leads to a place
TIME = 8  # gives a time expression away
CUE = 16  # can be a scope by itself, or with its neighbour
FIRST, SECOND = 32, 64  # the first two words of a scope of several
SPEECH = 128  # can tell who speaks; the one sign beyond ASCII
_LONG = 4  # letters of a word that counts
_NO_WORDS = "1'0,;()"  # letters of numbers and marks


@lru_cache(maxsize=100_000)
def mark(word: str, letter: str, capital: bool) -> str:
    """The sign of a token: the sum of what holds for its lower-case word."""
    bits = _of_any(word)
    if letter == "0":
        bits |= TIME
    elif len(word) >= _LONG and letter not in _NO_WORDS:
        bits |= LONG
    if capital:
        bits |= CAPITAL
    if word in places.table().roles:
        bits |= ROLE
    if word == "according" or lemmas.verb(word) in _speech():
        bits |= SPEECH
    return chr(bits)


def mark_of_mention(words: str) -> str:
    """The sign of a mention, which can be several words."""
    return chr(_of_any(words))


def _of_any(words: str) -> int:
    """What holds for words as well as mentions: parts of time expressions and of scopes."""
    bits = 0 if periods.triggers().isdisjoint(words.split()) else TIME
    if words in scopes.alone() or "-" in words:
        bits |= CUE
    if words in scopes.second_words():
        bits |= FIRST
    return bits | SECOND if words.partition(" ")[0] in _seconds() else bits


@cache
def _seconds() -> frozenset[str]:
    return frozenset().union(*scopes.second_words().values())


@cache
def _speech() -> frozenset[str]:
    verbs = (speakers.words(name) for name in ("verbs", "giving", "mentioning", "counting"))
    return frozenset(verb.partition("-")[0] for verb in frozenset().union(*verbs))


@cache
def bearing(bits: int) -> str:
    """A pattern for one sign in which all of `bits` are set."""
    return "[" + "".join(rf"\x{value:02x}" for value in range(SPEECH * 2) if value & bits == bits) + "]"


@cache
def any_of(bits: int) -> re.Pattern[str]:
    """A sign in which all of `bits` are set."""
    return re.compile(bearing(bits))
