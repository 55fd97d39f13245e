"""What each stretch of a document is about: incidents with days, places and causes, and the background."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

import msgspec

from claimcheck.model import Claim, Document, Period, Topic
from claimcheck.normalise.claim import actions
from claimcheck.normalise.text import cues
from claimcheck.normalise.text.places import skeleton

LONG = 45  # days; a longer period is a background of its own
HERE = frozenset({"in", "at", "near", "on", "of"})  # roles of places where something happens
LEAD = 3  # sentences that always belong to the head


class Sentence(msgspec.Struct, frozen=True):
    """One sentence that holds claims, with what it says of time, place and cause."""

    claims: tuple[Claim, ...]
    text: str  # lower case
    days: frozenset[date]
    places: frozenset[str]
    causes: frozenset[str]
    actors: frozenset[str]
    background: bool
    toll: bool


def topics(document: Document, claims: Sequence[Claim]) -> dict[str, Topic]:
    """The topic of each claim of one document, by the id of the claim."""
    sentences = [_sentence(document, group) for group in _by_sentence(claims)]
    numbers = _segment(sentences)
    members: dict[tuple[str, int], list[Sentence]] = {}
    for sentence, number in zip(sentences, numbers, strict=True):
        members.setdefault((number[0], number[1]), []).append(sentence)
    made = {key: _topic(document, key, found) for key, found in members.items()}
    return {
        claim.id: made[number]
        for sentence, number in zip(sentences, numbers, strict=True)
        for claim in sentence.claims
    }


def _by_sentence(claims: Sequence[Claim]) -> Iterator[tuple[Claim, ...]]:
    for _, group in groupby(claims, key=lambda claim: claim.mention.context.sentence):
        yield tuple(group)


def _sentence(document: Document, claims: tuple[Claim, ...]) -> Sentence:
    start, end = claims[0].mention.context.sentence
    text = document.plain[start:end].lower()
    return Sentence(
        claims,
        text,
        days=frozenset().union(*(days_of(claim.period) for claim in claims)),
        places=frozenset(skeleton(p.name) for claim in claims for p in claim.places if p.role in HERE),
        causes=cues.causes(text),
        actors=frozenset(c.mention.context.subject for c in claims if c.mention.context.subject),
        background=_is_background(document, text, claims),
        toll=any(actions.counts(claim.action) for claim in claims),
    )


def days_of(period: Period | None) -> frozenset[date]:
    """The days of a period; none where it is unresolved, open ("since 1985") or long."""
    if period is None or period.start is None or period.end is None:
        return frozenset()
    if (period.end - period.start).days > LONG:
        return frozenset()
    return frozenset(period.start + timedelta(days=n) for n in range((period.end - period.start).days + 1))


def is_long(period: Period | None, today: date | None) -> bool:
    """True for a period of many weeks, or one that ended many weeks before the document."""
    if period is None or period.start is None:
        return False
    end = period.end or period.start
    return (end - period.start).days > LONG or (today is not None and (today - end).days > LONG)


def _is_background(document: Document, text: str, claims: tuple[Claim, ...]) -> bool:
    told = [claim for claim in claims if claim.mention.context.block.kind != "cell"]  # years head columns
    far = sum(is_long(claim.period, document.date) for claim in told)
    return far * 2 >= len(claims) or bool(cues.background().search(text))


def _segment(sentences: list[Sentence]) -> list[tuple[str, int]]:
    """Kind and number of the topic of each sentence, in order."""
    found: list[tuple[str, int]] = []
    current: tuple[str, int] = ("head", 0)
    opened = 0
    days: frozenset[date] = frozenset()
    places: frozenset[str] = frozenset()
    told: set[str] = set()
    for index, sentence in enumerate(sentences):
        told.add(sentence.text)  # a title that stands there twice is one sentence of the lead
        if sentence.background and index > 0:
            found.append(("background", index))
            continue
        if found and found[-1][0] == "background" and cues.goes_on(sentence.text):
            found.append(found[-1])
            continue
        if len(told) > LEAD and sentence.toll and _opens(sentence, days, places):
            opened += 1
            current, days, places = ("other", opened), sentence.days, sentence.places
        elif current[0] == "other" and cues.back().search(sentence.text) and not sentence.places - places:
            current, days, places = ("head", 0), frozenset(), frozenset()
        found.append(current)
        days, places = days | sentence.days, places | sentence.places
    return found


def _opens(sentence: Sentence, days: frozenset[date], places: frozenset[str]) -> bool:
    """True where a sentence with a toll begins another incident."""
    if cues.new().search(sentence.text[:80]):
        return bool(sentence.days - days or sentence.places - places)
    if sentence.days and days and not sentence.days & days:
        return True
    return bool(sentence.places and places and not sentence.places & places)


def _topic(document: Document, key: tuple[str, int], sentences: list[Sentence]) -> Topic:
    kind, number = key
    days = frozenset().union(*(s.days for s in sentences))
    return Topic(
        id=f"{document.source}#{kind}{number or ''}",
        source=document.source,
        kind=kind,  # type: ignore[arg-type]
        days=days if kind == "background" else _of_now(days, document.date),
        places=frozenset().union(*(s.places for s in sentences)),
        causes=frozenset().union(*(s.causes for s in sentences)),
        actors=frozenset().union(*(s.actors for s in sentences)),
        headings=sentences[0].claims[0].mention.context.block.headings,
    )


def _of_now(days: frozenset[date], today: date | None) -> frozenset[date]:
    """The days that an incident can be of: none long before its text or after it; undated texts have one time."""
    if today is None:
        return days if not days or (max(days) - min(days)).days <= LONG else frozenset()
    return frozenset(day for day in days if -1 <= (today - day).days <= LONG)
