"""The table of words that say nothing of what a text is about."""

from __future__ import annotations

from functools import cache

import msgspec

from claimcheck.lexicon import load


class FunctionWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The one list of the table."""

    words: tuple[str, ...]


@cache
def words() -> frozenset[str]:
    """All function words, lower case."""
    return frozenset(load("function_words", FunctionWords).words)
