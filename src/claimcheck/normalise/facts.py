"""Everything the matching looks at, gathered once a claim."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec

from claimcheck.model import Claim, Document, Mention, Topic
from claimcheck.normalise import cues, measured, names, nouns
from claimcheck.normalise.places import skeleton
from claimcheck.normalise.topics import HERE, days_of
from claimcheck.normalise.words import Words, content

REACH = 8  # words on each side that wording twins look at
NEAR = 60  # characters on each side for the likeness of surroundings
TELLING = 12  # figures above this are worth sharing
HEADLINE = "headline"  # the scope of a number in a title


class Facts(msgspec.Struct, frozen=True):
    """One claim with its words, names, days, places and neighbours."""

    claim: Claim
    document: Document
    topic: Topic
    modifiers: frozenset[str]
    left: tuple[str, ...]  # stems before the number, nearest first
    right: tuple[str, ...]
    near: frozenset[str]
    sentence: frozenset[str]
    names: frozenset[str]
    days: frozenset[date]
    places: frozenset[str]
    causes: frozenset[str]  # of its sentence, else of its topic
    figures: frozenset[str]  # other telling figures of this and the neighbouring sentences

    @property
    def source(self) -> str:
        """The document of the claim."""
        return self.claim.source


class Lexis(msgspec.Struct, frozen=True):
    """How rare each stem is over the documents of a run."""

    weight: dict[str, float]

    def likeness(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Cosine of two sets of stems, rare ones counted more (0-1)."""
        shared = sum(self.weight.get(word, 1.0) ** 2 for word in one & other)
        if not shared:
            return 0.0
        return shared / math.sqrt(self._norm(one) * self._norm(other))

    def _norm(self, words: frozenset[str]) -> float:
        return sum(self.weight.get(word, 1.0) ** 2 for word in words)


def lexis(found: Iterable[Words]) -> Lexis:
    """Weights from the number of documents that hold a stem."""
    counts: Counter[str] = Counter()
    total = 0
    for words in found:
        counts.update(set(words.stems))
        total += 1
    return Lexis({word: math.log((1 + total) / (0.5 + n)) + 0.1 for word, n in counts.items()})


def facts(
    document: Document,
    words: Words,
    claims: Sequence[Claim],
    topics: dict[str, Topic],
    common: frozenset[str] = frozenset(),
) -> tuple[Facts, ...]:
    """The facts of each claim of one document, in order; places in `common` tell nothing apart."""
    starts = [claim.mention.context.sentence[0] for claim in claims]
    spans, known = _spans(claims), _known_names(document, words)
    found = [
        _facts(document, words, claims, starts, spans, known, claim, topics[claim.id]) for claim in claims
    ]
    placed = [msgspec.structs.replace(fact, places=fact.places - common) for fact in found]
    return tuple(_as_in_text(fact, placed) if HEADLINE in fact.claim.scopes else fact for fact in placed)


def _as_in_text(headline: Facts, found: Sequence[Facts]) -> Facts:
    """A headline with days, places and topic of the first claim of the text that says the same."""
    for fact in found:
        if HEADLINE not in fact.claim.scopes and _says_same(headline.claim, fact.claim):
            return msgspec.structs.replace(
                headline,
                days=headline.days or fact.days,
                places=headline.places or fact.places,
                topic=fact.topic,
            )
    return headline


def _says_same(one: Claim, other: Claim) -> bool:
    return one.action == other.action and one.noun == other.noun and one.mention.value == other.mention.value


def _facts(
    document: Document,
    words: Words,
    claims: Sequence[Claim],
    starts: list[int],
    spans: Mapping[int, tuple[int, int]],
    known: frozenset[str],
    claim: Claim,
    topic: Topic,
) -> Facts:
    mention = claim.mention
    start, end = mention.context.sentence
    top, bottom = mention.context.block.start, mention.context.block.end or len(document.plain)
    after = mention.number_end if mention.kind == "count" else mention.end
    span = spans.get(mention.number_start, (mention.number_start, after))
    return Facts(
        claim=claim,
        document=document,
        topic=topic,
        modifiers=_modifiers(document, claim),
        left=tuple(words.before(span[0], REACH, top)),
        right=tuple(words.after(span[1], REACH, bottom)),
        near=_near(words, max(mention.start - NEAR, top), min(mention.end + NEAR, bottom)),
        sentence=_near(words, start, end),
        names=_names(document, words, mention, known),
        days=days_of(claim.period),
        places=frozenset(skeleton(place.name) for place in claim.places if place.role in HERE),
        causes=cues.causes(document.plain[start:end].lower()) or topic.causes,
        figures=_figures(claims, starts, claim),
    )


def _spans(claims: Sequence[Claim]) -> dict[int, tuple[int, int]]:
    """Where the words around a figure and its conversion begin and end: "600 metres (2,000 feet)" is one figure."""
    ends = {claim.mention.number_start: claim.mention for claim in claims}
    found = {}
    for claim in claims:
        first = ends.get(claim.mention.conversion_of or -1)
        if first is not None:
            after = first.number_start, claim.mention.end
            found[claim.mention.number_start] = first.number_start, claim.mention.end
            found[first.number_start] = after
    return found


def _modifiers(document: Document, claim: Claim) -> frozenset[str]:
    """The words that narrow what is counted; of an age, the first names of its owner."""
    if claim.mention.kind == "age":
        owner = names.owner(document, claim.mention)
        return owner[1] if owner else frozenset()
    what = measured.thing(document, claim.mention) if claim.action == measured.AMOUNT else None
    return what[1] if what else nouns.counted(claim.mention).modifiers


def _near(words: Words, start: int, end: int) -> frozenset[str]:
    return frozenset(content(words.between(start, end)))


def _names(document: Document, words: Words, mention: Mention, known: frozenset[str]) -> frozenset[str]:
    """Stems of the capitalised words of a sentence; its first word only where the text knows it as a name."""
    start, end = mention.context.sentence
    first = bisect_left(words.starts, start)
    found = set()
    for i in range(first, bisect_right(words.ends, end)):
        unit = mention.start <= words.starts[i] < mention.end
        if document.plain[words.starts[i]].isupper() and not unit and (i > first or words.stems[i] in known):
            found.add(words.stems[i])
    return frozenset(found)


def _known_names(document: Document, words: Words) -> frozenset[str]:
    """Stems of words that are capitalised right behind a word in lower case."""
    plain = document.plain
    return frozenset(
        words.stems[i]
        for i in range(1, len(words.stems))
        if plain[words.starts[i]].isupper()
        and plain[words.starts[i - 1]].islower()
        and plain[words.ends[i - 1] : words.starts[i]] == " "
    )


def _figures(claims: Sequence[Claim], starts: list[int], claim: Claim) -> frozenset[str]:
    """Other figures over a dozen in the sentence of a claim and in those before and behind."""
    start = claim.mention.context.sentence[0]
    first = bisect_left(starts, starts[max(bisect_left(starts, start) - 1, 0)])
    last = bisect_right(starts, starts[min(bisect_right(starts, start), len(starts) - 1)])
    return frozenset(
        str(other.mention.value.normalize())
        for other in claims[first:last]
        if other.mention.value is not None and other.mention.value > TELLING and other.id != claim.id
    )
