"""Place names that writers spell in several ways: Kefraya, Kafraya."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from claimcheck.lexicon import topics
from claimcheck.lexicon.patterns import alternatives

SHORT = 3  # skeletons below this many consonants say too little by themselves


@lru_cache(maxsize=50_000)
def skeleton(name: str) -> str:
    """The consonants of a name without article and doubled letters; short ones keep their first letter."""
    word = _article().sub("", name.lower())
    letters = re.sub(r"[^a-z]", "", word)
    bare = re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouyh]", "", letters))
    return bare if len(bare) >= SHORT else f"{letters[:1]}.{bare}"


@cache
def _article() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(topics.table().articles)}[-\s]+")
