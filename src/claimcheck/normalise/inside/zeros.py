"""Nobody came to harm in one statement, and somebody did in another: no casualties, 12 people killed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice

from claimcheck.lexicon import nouns
from claimcheck.lexicon.numbers import numbers
from claimcheck.lexicon.patterns import alternatives, whole
from claimcheck.model import Link
from claimcheck.normalise.inside.disputed_tolls import same_incident
from claimcheck.normalise.inside.incidents import sentence
from claimcheck.normalise.matching import sections, times, updates, vetoes
from claimcheck.normalise.matching.facts import HEADLINE, Facts
from claimcheck.normalise.matching.partners import Partners
from claimcheck.normalise.matching.topics import HERE
from claimcheck.normalise.matching.voices import same_speaker
from claimcheck.normalise.text import cues
from claimcheck.normalise.text.places import skeleton

CROWD = 200  # tolls of other texts that a zero is held against
BEFORE = 400  # characters before a zero in which its place is told
NEAR = 30  # claims on each side among which one text is searched for tolls
HARMED = {"harm": ("dead", "hurt", "harm"), "dead": ("dead",), "hurt": ("hurt",)}
ACROSS, WITHIN = 0.55, 0.7  # confidence
REASON = "one says that nobody came to harm"


def across(facts: Sequence[Facts], partners: Partners) -> Iterator[Link]:
    """Links between a zero of one text and tolls of others that name its place or its day."""
    zeros = [fact for fact in facts if _is_zero(fact)]
    tolls = _by_place(fact for fact in facts if zeros and _is_toll(fact))
    for zero in zeros:
        near = (islice(tolls.get(place, ()), CROWD) for place in sorted(_told(zero)))
        others = {toll.claim.id: toll for found in near for toll in found}
        for toll in others.values():
            link = None if toll.source == zero.source else _apart(zero, toll, partners)
            if link is not None:
                yield link


def within(facts: Sequence[Facts]) -> Iterator[Link]:
    """Links between a zero and the tolls around it in one text, of two speakers or of the headline and the text."""
    for index, zero in enumerate(facts):
        if _is_zero(zero):
            around = facts[max(0, index - NEAR) : index + NEAR]
            fitting = [
                toll
                for toll in around
                if _is_toll(toll) and _denies(zero, toll) and _of_one_incident(zero, toll)
            ]
            for toll in _nearest(zero, fitting):
                yield Link(zero.claim.id, toll.claim.id, WITHIN, (REASON,))


def _nearest(zero: Facts, tolls: Sequence[Facts]) -> list[Facts]:
    """The tolls of the sentence next to that of a zero: others may be of other days."""
    spans = [toll.claim.mention.context.sentence for toll in tolls]
    start = zero.claim.mention.context.sentence[0]
    near = min(spans, key=lambda span: abs(span[0] - start), default=None)
    return [toll for toll, span in zip(tolls, spans, strict=True) if span == near]


def _by_place(tolls: Iterable[Facts]) -> dict[str, list[Facts]]:
    found: dict[str, list[Facts]] = {}
    for toll in tolls:
        for place in sorted(_where(toll)):
            found.setdefault(place, []).append(toll)
    return found


def _is_zero(fact: Facts) -> bool:
    mention = fact.claim.mention
    if mention.value != 0 or mention.hedge != "exact" or fact.claim.action not in HARMED:
        return False
    said = sentence(fact)
    return _is_whole(fact) and not (_seeming().search(said) or _beyond().search(said))


def _is_toll(fact: Facts) -> bool:
    value = fact.claim.mention.value
    return value is not None and value > 0 and fact.claim.action in HARMED["harm"] and _is_whole(fact)


def _is_whole(fact: Facts) -> bool:
    """True for a count that is no plan, no fear, no example and no earlier figure."""
    old = fact.scopes.old or fact.scopes.example or fact.scopes.increment
    return fact.claim.status == "done" and fact.claim.mention.kind == "count" and not old


def _denies(zero: Facts, toll: Facts) -> bool:
    """True where those who came to harm are among those of whom nobody did."""
    if toll.claim.action not in HARMED[zero.claim.action or ""]:
        return False
    spared = zero.modifiers or {zero.claim.noun}  # "no civilian casualties"
    return any(nouns.is_of(toll.claim.noun, each) for each in spared)


def _of_one_incident(zero: Facts, toll: Facts) -> bool:
    """True where two speakers, or the headline and the text, speak of one incident of a text."""
    if set(vetoes.every(zero, toll)) - {"other-actor"} or zero.topic.id != toll.topic.id:
        return False
    titles = (HEADLINE in zero.claim.scopes) + (HEADLINE in toll.claim.scopes)
    if titles == 1:
        return True
    one, other = zero.claim.speaker, toll.claim.speaker
    if titles or not one or not other or same_speaker(one, other):
        return False
    earlier, later = sorted((zero, toll), key=lambda fact: fact.claim.mention.start)
    known = zero.causes & toll.causes or same_incident(earlier, later)
    return bool(known) and not cues.new().search(sentence(later))


def _apart(zero: Facts, toll: Facts, partners: Partners) -> Link | None:
    """A link between two texts that speak of one place, one day and one cause."""
    if not _denies(zero, toll) or set(vetoes.every(zero, toll)) - {"other-actor"}:
        return None
    if not (_told(zero) & _where(toll) and zero.causes & toll.causes and times.same_time(zero, toll)):
        return None
    if sections.siblings(zero.source, toll.source) or partners.settle(zero, toll):
        return None
    explained = updates.explanation(zero, toll, partners)
    return Link(zero.claim.id, toll.claim.id, ACROSS, (REASON,), explained)


def _where(fact: Facts) -> frozenset[str]:
    return fact.places or fact.topic.places


def _told(fact: Facts) -> frozenset[str]:
    """The places of a claim, else those of its topic and the names right before it that stand as places do."""
    if fact.places:
        return fact.places
    start, end = fact.claim.mention.context.sentence
    names = _name().findall(fact.document.plain, max(0, start - BEFORE), min(end, start + BEFORE))
    return fact.topic.places | frozenset(map(skeleton, names))


@cache
def _beyond() -> re.Pattern[str]:
    """What leaves out where or whom the tolls are of: "no deaths outside these three towns"."""
    return whole(numbers().zero.beyond)


@cache
def _seeming() -> re.Pattern[str]:
    return whole(numbers().zero.seeming)


@cache
def _name() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(HERE)}\s+(?:the\s+)?([A-Z][\w'’-]+)")
