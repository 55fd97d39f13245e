"""Names of persons in a document, so that "from Lund" is no place where Lund has spoken."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.lexicon import speakers

_NAME = r"[^\W\d_a-z][^\W\d_]+(?:[-'’][^\W\d_]+)*"
_LONGEST = 50  # characters of a name


def names(plain: str) -> frozenset[str]:
    """Lower-case words of names that stand before a verb of speech, longer forms of it included."""
    found: set[str] = set()
    for verb in speakers.words("said"):
        at = plain.find(f" {verb}")
        while at >= 0:
            found.update(_name(plain, at))
            at = plain.find(f" {verb}", at + 1)
    return frozenset(found)


def _name(plain: str, end: int) -> list[str]:
    """The lower-case words of the name that ends at `end`."""
    first = max(0, end - _LONGEST)
    space = plain.rfind(" ", first, end)
    word = plain[space + 1 if space >= 0 else first : end]
    if word.islower() and word.isascii():
        return []
    two_words = plain.rfind(" ", first, max(first, space))
    match = _before().search(plain, max(first, two_words), end)
    return match["name"].lower().split() if match is not None else []


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?P<name>{_NAME}(?: {_NAME})?)\Z")
