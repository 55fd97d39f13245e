"""Whose figure it is: that of a rival, of what came before, or of something with a name that only one text has."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from claimcheck.lexicon import entries, function_words
from claimcheck.lexicon.patterns import alternatives, whole
from claimcheck.normalise.matching.facts import Facts
from claimcheck.normalise.text import telling
from claimcheck.normalise.text.words import stem

SIZES = frozenset({"area", "data_size", "length", "mass", "other", "speed", "volume"})
NEAR = 2  # words before, one of which compares


def rival(one: Facts, other: Facts) -> str | None:
    """The veto where one size is of what something is only compared with."""
    if one.claim.mention.kind not in SIZES:
        return None
    return "other-thing" if _is_of_another(one) != _is_of_another(other) else None


def named_alone(one: Facts, other: Facts) -> bool:
    """True where the subject of one is a name that the other text has nowhere: "Petrel was 17 metres long"."""
    return _is_named_alone(one, other) or _is_named_alone(other, one)


def _is_of_another(fact: Facts) -> bool:
    """True behind "the rival has four, but it" and "its predecessor"; not behind "unlike its predecessor, it"."""
    first, _ = fact.claim.mention.context.sentence
    before = fact.document.plain[first : fact.claim.mention.start].lower()
    found = (before[: each.start()].split()[-NEAR:] for each in _another().finditer(before))
    return any(entries.table().comparing.isdisjoint(words) for words in found)


def _is_named_alone(here: Facts, there: Facts) -> bool:
    subject = here.claim.mention.context.subject
    if subject is None or not _is_name(subject, here.document.plain):
        return False
    return stem(subject) not in telling.throughout(there.document.plain)


@lru_cache(maxsize=1000)
def _is_name(word: str, plain: str) -> bool:
    """True for a word that stands behind a small one with a capital ("the Petrel"), and nowhere without."""
    called = re.escape(word.capitalize())
    inside = re.search(rf"\b{_small()}[ *_]+(?:\n[ *_]*)?{called}\b", plain)
    return inside is not None and re.search(rf"\b{re.escape(word)}\b", plain) is None


@cache
def _small() -> str:
    return alternatives(function_words.words())


@cache
def _another() -> re.Pattern[str]:
    return whole(entries.table().rivals)
