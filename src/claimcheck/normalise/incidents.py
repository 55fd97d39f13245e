"""Whether two sentences of one text speak of one event, by the words that name it."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.lexicon import disputes, function_words
from claimcheck.normalise import cues
from claimcheck.normalise.facts import Facts

LONG = 1200  # characters between two sentences that name one event
FAR = 400  # characters between two sentences of which the second speaks of the incident of the first
_OTHER = "another|other|second|separate|similar|third"
BETWEEN = 3  # words between "the" and the event that it points back to


def sentence(fact: Facts) -> str:
    """The sentence of a figure in lower case, of a very long one what stands near."""
    mention = fact.claim.mention
    start, end = mention.context.sentence
    return fact.document.plain[max(start, mention.start - FAR) : min(end, mention.end + FAR)].lower()


def gap(earlier: Facts, later: Facts) -> int:
    """Characters between the sentences of two claims; less than none within one sentence."""
    return later.claim.mention.context.sentence[0] - earlier.claim.mention.context.sentence[1]


def points_back(earlier: Facts, later: Facts) -> bool:
    """True where the second sentence names the event of the first one: "the attack"."""
    return gap(earlier, later) < LONG and not _events(earlier).isdisjoint(_pointed_at(sentence(later)))


def tells_of_new(earlier: Facts, later: Facts) -> bool:
    """True where the second sentence names an event or a cause that the first one does not, or adds to it."""
    text = sentence(later)
    if cues.new().search(text) or _besides().search(text):
        return True
    known = earlier.topic.causes | cues.causes(sentence(earlier))
    return not (_named(text) <= _events(earlier) and cues.causes(text) <= known)


def _events(fact: Facts) -> set[str]:
    return _named(sentence(fact))


def _named(text: str) -> set[str]:
    """The events that a text names; none of "another attack", to which "the attack" may point back as well."""
    return {match["event"] for match in _event().finditer(text) if not match["other"]}


def _pointed_at(text: str) -> set[str]:
    """The events of "the attack", "this deadly attack"; none of "an attack", "another attack", "the second attack"."""
    return {match["event"] for match in _definite().finditer(text)}


@cache
def _besides() -> re.Pattern[str]:
    return cues.pattern(disputes.table().besides)


@cache
def _event() -> re.Pattern[str]:
    words = "|".join(sorted(disputes.words("event")))
    return re.compile(rf"\b(?P<other>(?:{_OTHER})\s)?(?:air[ -]?)?(?P<event>{words})(?:e?s)?\b")


@cache
def _definite() -> re.Pattern[str]:
    """A few words that describe may stand between, none that begin another phrase."""
    apart = "|".join(sorted(function_words.words()))
    described = rf"(?:(?!(?:{apart}|{_OTHER})\b|\w+ed\b(?!-))[\w'’-]+\s+)"
    return re.compile(rf"\b(?:the|this|that|these|those)\s+{described}{{0,{BETWEEN}}}?{_event().pattern[2:]}")
