"""Names of persons in a document, so that "from Lund" is no place where Lund has spoken."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.lexicon import lemmas, speakers

_NAME = r"[^\W\d_a-z][^\W\d_]+(?:[-'’][^\W\d_]+)*"


def names(plain: str) -> frozenset[str]:
    """Lower-case words of names that stand beside a verb of speech or behind a title."""
    found: set[str] = set()
    for match in _beside_speech().finditer(plain):
        found.update(word.lower() for word in match["name"].split())
    for match in _behind_title().finditer(plain):
        found.update(word.lower() for word in match["name"].split())
    return frozenset(found)


@cache
def _beside_speech() -> re.Pattern[str]:
    said = "|".join(
        sorted(f for f, (base, form) in lemmas.forms().items() if base in _CERTAIN and form != "base")
    )
    return re.compile(rf"(?P<name>{_NAME}(?:\s+{_NAME})?)\s+(?:{said})\b")


_CERTAIN = ("say", "tell", "add")


@cache
def _behind_title() -> re.Pattern[str]:
    titles = "|".join(
        t.capitalize() for t in sorted(speakers.words("titles")) if len(t) > 1 and t not in _ARTICLES
    )
    return re.compile(rf"\b(?:{titles})\.?\s+(?P<name>{_NAME}(?:\s+{_NAME})?)")


_ARTICLES = (
    "the",
    "an",
    "his",
    "her",
    "its",
    "our",
    "their",
    "then",
    "former",
    "chief",
    "foreign",
    "defence",
    "defense",
    "interior",
    "health",
    "finance",
    "executive",
    "acting",
    "deputy",
    "prime",
    "head",
)
