"""Names of persons in a document, so that "from Lund" is no place where Lund has spoken."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.extract.trie import trie
from claimcheck.lexicon import speakers

_NAME = r"[^\W\d_a-z][^\W\d_]+(?:[-'’][^\W\d_]+)*"
_LONGEST = 50  # characters of a name


def names(plain: str) -> frozenset[str]:
    """Lower-case words of names that stand before a verb of speech."""
    found: set[str] = set()
    for verb in _said().finditer(plain):
        at = verb.start()
        word = plain[max(0, at - _LONGEST) : at].rpartition(" ")[2]
        small = word.islower() and word.isascii()
        match = None if small else _before().search(plain, max(0, at - _LONGEST), at)
        if match is not None:
            found.update(match["name"].lower().split())
    return frozenset(found)


@cache
def _said() -> re.Pattern[str]:
    """A verb of speech behind a space, longer forms of it included."""
    return re.compile(f" (?={trie(tuple(speakers.words('said')))})")


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?P<name>{_NAME}(?: {_NAME})?)\Z")
