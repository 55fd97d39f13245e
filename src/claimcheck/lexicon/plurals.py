"""The table of plurals that no ending gives away."""

from __future__ import annotations

from functools import cache

from claimcheck.lexicon import load


@cache
def table() -> dict[str, str]:
    """Plural -> singular, lower case."""
    return load("plurals", dict[str, str])
