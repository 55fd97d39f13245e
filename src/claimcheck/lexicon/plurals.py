"""The table of plurals that no ending gives away."""

from __future__ import annotations

from functools import cache

from claimcheck.lexicon import load

SINGULAR_IN_S = ("ss", "us", "is")  # endings of words that are no plural: glass, bonus, basis
_SHORTEST = 3  # letters of what stands before the ending of a compound


@cache
def table() -> dict[str, str]:
    """Plural -> singular, lower case; "-men" -> "man" for compounds."""
    return load("plurals", dict[str, str])


@cache
def _endings() -> tuple[tuple[str, str], ...]:
    return tuple((plural[1:], one) for plural, one in table().items() if plural.startswith("-"))


def singular(word: str) -> str | None:
    """The singular of a lower-case plural of the table, or of a compound of one: "midwives"; None for others."""
    if word in table():
        return table()[word]
    for plural, one in _endings():
        if word.endswith(plural) and len(word) >= len(plural) + _SHORTEST:
            return word[: -len(plural)] + one
    return None
