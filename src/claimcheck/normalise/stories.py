"""What a text tells of, by the words it uses most: texts that share too few of them tell of different things."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator

import msgspec

from claimcheck.model import Document
from claimcheck.normalise.words import Words, content, stem

MOST = 40  # words of a text that tell its story
AGAIN = 3  # times that a text names its subject at least
RARE = 0.1  # of its part in the one text: so seldom does the other name a subject that is not its own


class Story(msgspec.Struct, frozen=True):
    """What one text tells of."""

    weight: dict[str, float]  # the commonest content stems, each with its part in a vector of length 1
    names: dict[str, float]  # stems of names, each with its part in all of them
    subject: frozenset[str]  # names of the title that the text goes on to speak of


def story(document: Document, words: Words, known: frozenset[str]) -> Story:
    """The story of one document, in which the stems `known` are names."""
    found = sorted(Counter(content(words.stems)).items(), key=lambda entry: (-entry[1], entry[0]))[:MOST]
    weight = {word: 1 + math.log(times) for word, times in found}
    length = math.sqrt(sum(each * each for each in weight.values()))
    counts = Counter(_named(document, words, known))
    title = {stem(word.lower()) for word in (document.title or "").split()}
    return Story(
        {word: each / length for word, each in weight.items()},
        {word: times / counts.total() for word, times in counts.items()},
        frozenset(word for word in title if counts[word] >= AGAIN),
    )


def likeness(one: Story, other: Story) -> float:
    """Cosine of the commonest words of two texts (0-1)."""
    return sum(weight * other.weight.get(word, 0.0) for word, weight in one.weight.items())


def other_subject(one: Story, other: Story) -> bool:
    """True where each text has a subject that the other hardly names: two towns, two animals, two companies."""
    return _lacks(one, other) and _lacks(other, one)


def _lacks(one: Story, other: Story) -> bool:
    part, there = (sum(each.names.get(word, 0.0) for word in one.subject) for each in (one, other))
    return there < RARE * part


def _named(document: Document, words: Words, known: frozenset[str]) -> Iterator[str]:
    """The stems of the names of a text, as often as they stand there."""
    for start, word in zip(words.starts, words.stems, strict=True):
        if word in known and document.plain[start].isupper():
            yield word
