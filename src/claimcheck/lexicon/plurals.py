"""The table of plurals that no ending gives away."""

from __future__ import annotations

from functools import cache

from claimcheck.lexicon import load

_SHORTEST = 3  # letters of what stands before the ending of a compound


@cache
def table() -> dict[str, str]:
    """Plural -> singular, lower case; "-men" -> "man" for compounds."""
    return load("plurals", dict[str, str])


@cache
def _endings() -> tuple[tuple[str, str], ...]:
    return tuple((plural[1:], one) for plural, one in table().items() if plural.startswith("-"))


def of_compound(word: str) -> str | None:
    """The singular of a lower-case compound of man, wife and the like: "midwives"; None for others."""
    if word in table():
        return None
    for plural, one in _endings():
        if word.endswith(plural) and len(word) >= len(plural) + _SHORTEST:
            return word[: -len(plural)] + one
    return None
