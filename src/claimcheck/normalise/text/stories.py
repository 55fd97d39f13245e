"""What a text tells of, by the words it uses most: texts that share too few of them tell of different things."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterator
from functools import cache
from string import ascii_lowercase

import msgspec

from claimcheck.lexicon import dates, lemmas, speakers, topics
from claimcheck.lexicon.patterns import alternatives
from claimcheck.model import Document
from claimcheck.normalise.text import cues
from claimcheck.normalise.text.lexis import Lexis
from claimcheck.normalise.text.weekdays import Week, week
from claimcheck.normalise.text.words import Words, content, stem
from claimcheck.normalise.weights import WEIGHTS as W

OPENING = 400  # characters in which a report says where it is from, and behind that what happened where
MOST = 40  # words of a text that tell its story
RUN = 6  # texts that say whether a run tells of many things
AGAIN = 3  # times that a text names its subject at least
ONE = 0.6  # of the texts of a run about one thing share its names
NEARLY_ALL = 0.8  # of them share a name that makes them one by itself
CORE, CORE_OF_FEW = 2, 3  # names that they must share, and where a run has few texts
FEW = 3
MANY = 12  # texts; more of them about one sort of event at one place tell of several
SMALL, SEVERAL = 8, 3  # texts of a mixed run, and names that two of them share, which tell of one thing then
NAMED = 3  # names of a text that lacks those of another for a reason
RARE = 0.1  # of its part in the one text: so seldom does the other name a subject that is not its own


class Story(msgspec.Struct, frozen=True):
    """What one text tells of."""

    weight: dict[str, float]  # the commonest content stems, each with its part in a vector of length 1
    names: dict[str, float]  # stems of names, each with its part in all of them
    subject: frozenset[str]  # names of the title that the text goes on to speak of
    week: Week = Week()  # what it says of weekdays
    called: frozenset[str] = frozenset()  # its names, those as well that only other texts show to be names
    # In a mixed run the same words by how seldom its texts use them: what all of them say is nobody's story.
    rare: dict[str, float] = {}
    core: frozenset[str] = frozenset()  # its names among those that most texts of a run about one thing share
    few: bool = False  # it is one of few texts, which somebody put together because they are about one thing
    small: bool = False  # it is one of a mixed run of not many texts, of which some may be about one thing
    causes: frozenset[str] = frozenset()  # of what its title and opening tell
    seat: str | None = None  # the place of its dateline, in lower case, where what it tells of happened there


def story(
    document: Document, words: Words, known: frozenset[str], elsewhere: frozenset[str] = frozenset()
) -> Story:
    """The story of one document, in which the stems `known` are names, and those that are names `elsewhere`."""
    used = Counter(content(words.stems))
    found = sorted(used.items(), key=lambda entry: (-entry[1], entry[0]))[:MOST]
    counts = Counter(_named(document, words, known))
    title = {stem(word.lower()) for word in (document.title or "").split()}
    return Story(
        _vector({word: 1 + math.log(times) for word, times in found}),
        {word: times / counts.total() for word, times in counts.items()},
        frozenset(word for word in title if counts[word] >= AGAIN),
        week(document.plain, used, document.date),
        frozenset(_named(document, words, known | elsewhere)),
        causes=cues.causes(f"{document.title or ''} {document.plain[:OPENING]}".lower()),
        seat=_seat(document),
    )


def _seat(document: Document) -> str | None:
    """The place of a dateline that the title or the opening also speaks of: "TARN, Feb 8 - ... in the port of Tarn"."""
    found = _dateline().search(document.plain, 0, OPENING)
    if found is None:
        return None
    place = found["place"].strip()
    told = f"{document.title or ''} {document.plain[found.end() : found.end() + OPENING]}"
    where = rf"(?:at|in|near|outside|through)\s+(?:[a-z-]+\s+){{0,5}}?{re.escape(place)}"
    there = re.search(rf"(?i)\b{where}\b(?!,?\s{_saying()}\b)", told)  # not "officials in Tarn said"
    return place.lower() if there else None


@cache
def _saying() -> str:
    return alternatives(word for word, (base, _) in lemmas.forms().items() if base in speakers.words("verbs"))


@cache
def _dateline() -> re.Pattern[str]:
    """The place at the head of a report: "SANDMOUTH, March 4 (Agency) -", "TARN (Agency) -", "TARN, 4 March. "."""
    return re.compile(
        r"(?m)^\s*(?P<place>[A-Z][A-Z'’. -]+?)(?:,\s[^\n()–—]{0,40}?\d[^\n()–—]{0,12}?)?"
        r"(?:\s?\([^()\n]{2,40}\))?\s?(?:--?|[–—])\s"
    )


def elsewhere(one: Story, other: Story) -> bool:
    """True for reports from two places of what happened there, of which one does not name that of the other."""
    if one.seat is None or other.seat is None or one.seat == other.seat:
        return False
    return not all(
        stem(word) in there.called
        for here, there in ((one, other), (other, one))
        for word in (here.seat or "").split()
    )


def core(told: Collection[Story]) -> frozenset[str]:
    """The names that most texts of a run share, which then is about one thing; empty otherwise."""
    times = Counter(name for each in told for name in each.called if name not in untelling())
    shared = frozenset(name for name, count in times.items() if count >= ONE * len(told))
    if len(shared) >= (CORE if len(told) > FEW else CORE_OF_FEW):
        return shared
    if len(told) <= MANY and _share_cause(told):
        return shared
    if len(told) < RUN or mixed(told):
        return frozenset()
    return frozenset(name for name in shared if times[name] >= NEARLY_ALL * len(told))


def _share_cause(told: Collection[Story]) -> bool:
    """True where most texts open with one sort of event: a fire, a quake."""
    causes = Counter(cause for each in told for cause in each.causes)
    return any(count >= ONE * len(told) for count in causes.values())


@cache
def untelling() -> frozenset[str]:
    """The stems of names that say nothing of what a text tells: of days, agencies and legal forms, and letters."""
    table = topics.table()
    return calendar().union(map(stem, (*table.agencies, *table.legal_forms, *ascii_lowercase)))


@cache
def calendar() -> frozenset[str]:
    """The stems of the names of days and months."""
    return frozenset(map(stem, (*dates.months(), *dates.weekdays())))


def mixed(told: Collection[Story]) -> bool:
    """True for a run whose texts are so little alike on average that they tell of many things."""
    total: Counter[str] = Counter()
    for each in told:
        total.update(each.weight)
    # the square of the sum of all vectors, each with itself left out, is twice the sum of all likenesses
    likenesses = sum(weight * weight for weight in total.values()) - len(told)
    return len(told) >= RUN and likenesses < W.mixed * len(told) * (len(told) - 1)


def sorted_out(told: Story, lexis: Lexis, texts: int) -> Story:
    """A story of a mixed run of so many texts, with its words by how seldom they use them."""
    rare = {word: weight * math.sqrt(lexis.weight.get(word, 1.0)) for word, weight in told.weight.items()}
    return msgspec.structs.replace(told, rare=_vector(rare), small=texts < SMALL)


def told_with(told: Story, core: frozenset[str], texts: int) -> Story:
    """A story of a run about one thing, or of few texts, with its names of those that most texts share."""
    return msgspec.structs.replace(told, core=core & told.called, few=texts < RUN)


def one_story(one: Story, other: Story) -> bool:
    """True for two texts of a run about one thing, or of a small run that share a name."""
    return bool(one.core & other.core) or (one.few and other.few and shared_names(one, other) > 0)


def together(one: Story, other: Story) -> bool:
    """True for two texts of a run about one thing, or of few texts, or that share several names in a small run."""
    return bool(one.core & other.core) or (one.few and other.few) or _share_several(one, other)


def _share_several(one: Story, other: Story) -> bool:
    return one.small and other.small and len((one.called & other.called) - untelling()) >= SEVERAL


def likeness(one: Story, other: Story) -> float:
    """Cosine of the commonest words of two texts (0-1)."""
    return _cosine(one.weight, other.weight)


def other_story(one: Story, other: Story) -> bool:
    """True for two texts that share too few of their commonest words, in a mixed run of those of their own."""
    if one.core & other.core:
        return False
    least = W.story_named if _call_one_name(one, other) else W.story
    return likeness(one, other) < least or strange(one, other, W.story_mixed)


def _call_one_name(one: Story, other: Story) -> bool:
    return bool((one.called & other.called) - untelling())


def shared_names(one: Story, other: Story) -> int:
    """How many names both texts know, those of days and months left out."""
    return len((one.names.keys() & other.names.keys()) - untelling())


def strangers(one: Story, other: Story) -> bool:
    """True for two texts with several names that each know hardly any name of the other."""
    several = min(len(one.names), len(other.names)) >= NAMED
    return several and max(_known(one, other), _known(other, one)) < W.strangers


def _known(one: Story, other: Story) -> float:
    return sum(part for name, part in one.names.items() if name in other.names)


def strange(one: Story, other: Story, least: float) -> bool:
    """True for two texts of a mixed run that are less alike than `least` by the words that few of its texts use."""
    apart = bool(one.rare and other.rare) and not _share_several(one, other)
    return apart and _cosine(one.rare, other.rare) < least


def _vector(weight: dict[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(each * each for each in weight.values()))
    return {word: each / length for word, each in weight.items()}


def _cosine(one: dict[str, float], other: dict[str, float]) -> float:
    return sum(weight * other.get(word, 0.0) for word, weight in one.items())


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
