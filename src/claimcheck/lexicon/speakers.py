"""The table of words that tell who says a thing."""

from __future__ import annotations

from functools import cache

import msgspec

from claimcheck.lexicon import load


class SpeakerTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs of speech, titles before names, and words that look like a speaker and are none."""

    verbs: str
    giving: str
    tallies: str
    mentioning: str
    counting: str
    opposing: str
    pronouns: str
    titles: str
    labels: str
    media: str
    origins: str
    sources: str
    weak: str
    taken: str
    said: str
    bodies: str
    open: str
    inverting: str
    quoting: str


@cache
def words(name: str) -> frozenset[str]:
    """One list of the table."""
    return frozenset(str(getattr(load("speakers", SpeakerTable), name)).split())
