"""Two things of one sort: "the lake path takes three hours", "the ridge path takes six"."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from claimcheck.lexicon import divisions, function_words, grammar, lemmas
from claimcheck.normalise.claim.measured import AMOUNT
from claimcheck.normalise.matching.facts import Facts
from claimcheck.normalise.text import sentences, telling
from claimcheck.normalise.text.words import stem

BEFORE = 400  # characters in front of a sentence, in which that before it stands
PLAIN = frozenset({None, AMOUNT, "employ", "own", "reside"})  # actions of what has or is so much
LONGEST = 6  # words of a subject


class Subject(NamedTuple):
    """What a sentence is about: its noun, and the stems that tell it from others of its sort."""

    head: str
    told: frozenset[str]


def contrast(one: Facts, other: Facts) -> str | None:
    """The veto of figures of two things of one sort, each told by a word that the other text has nowhere."""
    if one.claim.mention.kind == "magnitude" or one.names & other.names or _is_news(one) or _is_news(other):
        return None
    if one.claim.mention.kind == "count" and not {one.claim.action, other.claim.action} <= PLAIN:
        return None
    a, b = _subject(one), _subject(other)
    if a is None or b is None or a.head != b.head or not (a.told and b.told) or a.told & b.told:
        return None
    known = telling.throughout(other.document.plain), telling.throughout(one.document.plain)
    return "other-thing" if a.told - known[0] and b.told - known[1] else None


def _is_news(fact: Facts) -> bool:
    """True for what somebody said or a text of a day told, which call one thing by many words: "the deadly quake"."""
    return fact.day is not None or fact.claim.speaker is not None


def _subject(fact: Facts) -> Subject | None:
    """The subject of the sentence of a figure; for "it" and "its" that of the sentence before."""
    plain, (start, end) = fact.document.plain, fact.claim.mention.context.sentence
    if fact.claim.mention.context.block.kind == "cell":
        return None
    said = plain[start : min(end, fact.claim.mention.start)]
    if _again().match(said):
        low, high = sentences.before(plain, start, BEFORE)
        said = plain[low:high]
    return _read(said)


@lru_cache(maxsize=10_000)
def _read(sentence: str) -> Subject | None:
    """The subject with which a sentence begins, up to its verb: "The department of history has", "For a blood test"."""
    words: list[str] = []
    for word in _word().findall(sentence):
        low = word.lower()
        opens = not words or words[-1] in grammar.words("known_determiner")  # "the advanced course"
        if low in grammar.together("be", "have", "do") or (lemmas.is_finite(low) and not opens):
            break
        words.append(low)
        if len(words) > LONGEST:
            return None
    parts = _parts(words)
    if not parts or not parts[0]:
        return None
    head, *narrowing = reversed(parts[0])
    if not re.search(rf"\b{re.escape(head)}\b", sentence):
        return None  # "Mayor Okker", "Piet Okker"
    if lemmas.noun(head) in divisions.table().properties:
        return None  # "gross weight", "total weight"
    behind = (word for part in parts[1:] for word in part)
    return Subject(lemmas.noun(head), telling.telling(map(stem, (*narrowing, *behind))))


def _parts(words: list[str]) -> list[list[str]]:
    """The words of a phrase and those of the phrases behind its prepositions, small words left out."""
    parts: list[list[str]] = [[]]
    for place, word in enumerate(words):
        if word in grammar.words("preposition") or word in grammar.words("of"):
            if place:
                parts.append([])
        elif word not in function_words.words():
            parts[-1].append(word)
    return parts


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+(?:['’][a-z]+)?|[,;:()]")


@cache
def _again() -> re.Pattern[str]:
    return re.compile(r"\W*(?:It|Its|They|Their)\b")
