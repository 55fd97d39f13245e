"""The table of words that tell what a stretch of text is about, and where another subject begins."""

from __future__ import annotations

from functools import cache

import msgspec

from claimcheck.lexicon import load


class Topics(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Cues as lower-case phrases; `kin` names the causes that a reader may use for each other."""

    articles: tuple[str, ...]
    new: tuple[str, ...]
    back: tuple[str, ...]
    onward: frozenset[str]
    background: tuple[str, ...]
    contrast: tuple[str, ...]
    then: tuple[str, ...]
    general: frozenset[str]
    trades: tuple[str, ...]
    seldom: frozenset[str]
    agencies: frozenset[str]
    legal_forms: frozenset[str]
    causes: dict[str, tuple[str, ...]]
    kin: dict[str, tuple[str, ...]]


@cache
def table() -> Topics:
    """The table as loaded."""
    return load("topics", Topics)
