"""Whether two sentences of one text speak of one event, by the words that name it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from claimcheck.lexicon import dates, disputes, function_words
from claimcheck.lexicon.patterns import alternatives, whole
from claimcheck.normalise.matching.facts import Facts
from claimcheck.normalise.text import cues

Names = frozenset[str]  # of one event: its word, and the class of its cause
LONG = 1200  # characters between two sentences that name one event
FAR = 400  # characters between two sentences of which the second speaks of the incident of the first
BETWEEN = 3  # words between "the" and the event that it points back to


def sentence(fact: Facts) -> str:
    """The sentence of a figure in lower case, of a very long one what stands near."""
    mention = fact.claim.mention
    start, end = mention.context.sentence
    return fact.document.plain[max(start, mention.start - FAR) : min(end, mention.end + FAR)].lower()


def gap(earlier: Facts, later: Facts) -> int:
    """Characters between the sentences of two claims; less than none within one sentence."""
    return later.claim.mention.context.sentence[0] - earlier.claim.mention.context.sentence[1]


def points_back(earlier: Facts, later: Facts, *, far: bool = False) -> bool:
    """True where the second sentence names the event of the first one: "the attack"; by its very word from `far`."""
    if gap(earlier, later) >= LONG or _tells_of_other_between(earlier, later):
        return False
    before, text = sentence(earlier), sentence(later)
    if far:
        return not _words(before, _event()).isdisjoint(_words(text, _definite()))
    known = [*_events(before, _event()), cues.causes(before)]
    return any(_is_one_of(event, known) for event in _events(text, _definite()))


def _tells_of_other_between(earlier: Facts, later: Facts) -> bool:
    """True where another event stands between two sentences: "the Wednesday raid", "another raid"."""
    start, end = earlier.claim.mention.context.sentence[1], later.claim.mention.context.sentence[0]
    between = later.document.plain[start:end].lower() if start < end else ""
    pointed = {match["event"] for match in _definite().finditer(sentence(later))}
    others = (match["event"] for match in _event().finditer(between) if match["other"])
    dated = (match["event"] for match in _dated().finditer(between))
    return not pointed.isdisjoint((*others, *dated))


def tells_of_new(earlier: Facts, later: Facts) -> bool:
    """True where the second sentence names an event or a cause that the first one does not, or adds to it."""
    text, before = sentence(later), sentence(earlier)
    if cues.new().search(text) or _besides().search(text):
        return True
    known = _events(before, _event())
    if any(match["other"] for match in _event().finditer(text)):
        return True
    causes = earlier.topic.causes | cues.causes(before)
    return not cues.causes(text) <= causes or not all(
        _is_one_of(event, known) for event in _events(text, _event())
    )


def _words(text: str, pattern: re.Pattern[str]) -> set[str]:
    """The single events that a text names; none of "another attack", to which "the attack" may point as well."""
    found = pattern.finditer(text)
    return {match["event"] for match in found if not match["other"] and not match["many"]}


def _events(text: str, pattern: re.Pattern[str]) -> list[Names]:
    """The same and several at once, with the causes that they are named by."""
    found = (match for match in pattern.finditer(text) if not match["other"])
    return [cues.causes(match["name"]) | {match["event"]} for match in found]


def _is_one_of(event: Names, known: Sequence[Names]) -> bool:
    """True for one of the known events by its word, its cause or a word for all of them: "the attack"."""
    general = disputes.words("general")
    return any(other and (event & other or event & general) for other in known)


@cache
def _besides() -> re.Pattern[str]:
    return whole(disputes.table().besides)


@cache
def _event() -> re.Pattern[str]:
    named = rf"(?:air[ -]?)?(?P<event>{alternatives(disputes.words('event'))})(?P<many>e?s)?"
    return re.compile(rf"\b(?P<other>{alternatives(disputes.words('other'))}\s)?(?P<name>{named})\b")


@cache
def _dated() -> re.Pattern[str]:
    return re.compile(rf"\b{dates.weekday_pattern()}(?:['’]?s)?\s+(?:[\w'’-]+\s+)?{_event().pattern[2:]}")


@cache
def _definite() -> re.Pattern[str]:
    """A few words that describe may stand between, none that begin another phrase."""
    apart = alternatives(function_words.words() | disputes.words("other"))
    described = rf"(?:(?!{apart}\b|\w+ed\b(?!-))[\w'’-]+\s+)"
    return re.compile(rf"\b(?:the|this|that|these|those)\s+{described}{{0,{BETWEEN}}}?{_event().pattern[2:]}")
