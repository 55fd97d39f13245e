"""Statements of when something happened: a time, the event that it belongs to, and the words beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from itertools import chain, pairwise
from typing import NamedTuple

import msgspec

from claimcheck.lexicon import dates, grammar, happenings
from claimcheck.lexicon.patterns import alternatives
from claimcheck.model import Block, Document, Span
from claimcheck.normalise.dates import (
    attributive,
    clauses,
    forms,
    main_event,
    offices,
    people,
    reckoned,
    things,
    wording,
    works,
)
from claimcheck.normalise.dates.clauses import Event, Word
from claimcheck.normalise.dates.when import When
from claimcheck.normalise.dates.wording import Wording
from claimcheck.normalise.text import people as text_people

PROSE = frozenset({"paragraph", "quote", "heading", "item", "caption"})
LEAD = 40  # characters before a time that hold its preposition
BESIDE = 16  # characters on each side of a time that say what part of the day it is
MANY = 12  # times in a stretch that make a list
BY = 60  # characters on each side of an event in which "another" is said of it
NAMED = works.find, attributive.find, offices.find  # what a time says by the words beside it
NEAR = 5  # words before a relative clause that say what it is about


class Sighting(NamedTuple):
    """A time in a text, with those around it."""

    document: Document
    block: Block
    near: Sequence[When]
    when: When
    hedged: bool


class Statement(msgspec.Struct, frozen=True):
    """Something that happened, and when, as one sentence says it; words are stems."""

    document: Document
    block: Block
    sentence: Span
    when: When
    times: tuple[When, ...]  # of the whole sentence
    events: frozenset[str]  # what happened
    said: str  # the nearest event as written
    main: str  # what a text about one incident tells of, where it is that, by the clock
    thing: str  # what was built, founded or opened in a year
    clause: Wording  # what the clause is about, but for the event and its time
    whole: Wording  # and the whole sentence, but for its times
    full: frozenset[str]  # names of two words of the sentence
    subject: str  # the first full name before the event, or behind it where the event opens the sentence
    taken_up: frozenset[str]  # names before the clause that "he" and "it" can mean
    person: str  # of them, whom "he" or "she" means to whom alone it happened
    kin: frozenset[str]  # words before the event for a relative: "his wife"
    another: frozenset[str]  # words that tell one of several events apart
    hedged: bool
    planned: bool  # it is still to come
    alone: bool  # it is the only time of the sentence, but for that of speaking
    vague: bool  # the day may be the one before or behind: night hours, another zone

    @property
    def today(self) -> date | None:
        """The day of the text."""
        return self.document.date


def find(document: Document) -> Iterator[Statement]:
    """The statements of a document in order; what changelogs date is the page itself."""
    if document.history:
        return
    times = reckoned.with_years(document.plain, forms.find(document.plain, document.date))
    for place, when in enumerate(times):
        block = document.block_at(when.start)
        if block is None or when.end > block.end or block.kind not in PROSE or _is_listed(times, place):
            continue
        hedged = _hedged(document.plain, block, when)
        near = times[max(0, place - MANY) : place + MANY]
        seen = Sighting(document, block, near, when, bool(hedged))
        ways = (way(document.plain, block, when) for way in NAMED)
        named = next(filter(None, ways), None)
        if named is not None:
            span = clauses.sentence(document.plain, block, when)
            yield _made(seen, span, named.inside, [named.event])
        elif hedged is not None and not _several().match(document.plain, when.end):
            yield from _statements(seen)


def _is_listed(times: Sequence[When], place: int) -> bool:
    """True for one of many times in a row, as lists and tables have them."""
    return any(
        0 <= first < last < len(times) and times[last].start - times[first].start < clauses.FAR
        for first, last in ((place, place + MANY), (place - MANY, place))
    )


def _hedged(plain: str, block: Block, when: When) -> bool | None:
    """Whether a time is about so; None where it is not the time of what happens in its clause."""
    table = happenings.table()
    soon = table.through["after"]
    start = max(block.start, when.start - LEAD)
    written = plain[start : when.start].split()
    before = [word.lower() for word in written]
    if when.minute is not None and _is_soon(before):
        written, before = written[:-1], before[:-1]
    if before[-1:] == ["the"] and when.day and " of " in plain[when.start : when.end]:
        written, before = written[:-1], before[:-1]  # "on the ninth of May"
    hedged = 0
    while hedged < len(before) and before[-1 - hedged] in table.hedges | soon:
        hedged += 1
    lead = before[-1 - hedged] if hedged < len(before) else ""
    bare = when.day is None and when.weekday is None and when.minute is None
    known = plain.endswith("year", 0, when.end) or (when.month and before[-1:] == ["last"])
    within = known or lead in table.within or _year_named().search(plain, start, when.start)
    if bare and not within:
        return None
    told = any(map(clauses.is_telling, filter(str.islower, written[-2 - hedged :])))
    if told or lead in table.leads or lead in table.articles:
        return None  # "said on Monday", "since Monday", "the Monday prayers"
    return None if _range_before().search(plain, start, when.start) else hedged > 0


def _is_soon(before: Sequence[str]) -> bool:
    """True for "shortly after" and its like."""
    through = happenings.table().through
    return len(before) > 1 and before[-1] in ("after", "before") and before[-2] in through[before[-1]]


def _statements(seen: Sighting) -> Iterator[Statement]:
    plain = seen.document.plain
    span = clauses.sentence(plain, seen.block, seen.when)
    own = (clauses.words(plain, part) for part in clauses.parts(plain, span, seen.when))
    for inside in chain(own, clauses.with_the_one_before(plain, span)):
        events = clauses.events(plain, inside, seen.when)
        if events:
            behind = clauses.cut_in(plain, span, inside, events)
            if behind and (then := clauses.happened_first(behind)):
                inside, events = [*inside, *behind], then
            said = set(_said(_own(plain, seen.when, inside, events), seen.near))
            if (happenings.table().undone & said) <= happenings.table().planned:
                yield _made(seen, span, [*_antecedent(plain, span, inside), *inside], events)
            return
        if clauses.is_aside(inside) or clauses.holds_nothing(inside, seen.when):
            return


def _said(inside: Sequence[Word], near: Sequence[When]) -> Iterator[str]:
    """The words that are of no name and no time: no "will" of Will, no "may" of 5 May."""
    for place, word in enumerate(inside):
        named = word.capital and (place or (len(inside) > 1 and inside[1].capital))
        if not named and not _is_of_time(word, near):
            yield word.low


def _is_of_time(word: Word, near: Sequence[When]) -> bool:
    return any(each.start <= word.start < each.end for each in near)


def _antecedent(plain: str, span: Span, inside: Sequence[Word]) -> Sequence[Word]:
    """The words that a relative clause goes on from: "the bishop" of "the bishop who was ousted"."""
    if inside[0].low not in happenings.table().relative:
        return ()
    return clauses.words(plain, (span[0], inside[0].start))[-NEAR:]


def _made(seen: Sighting, span: Span, inside: Sequence[Word], events: Sequence[Event]) -> Statement:
    plain, when = seen.document.plain, seen.when
    own = _own(plain, when, inside, events)
    beside = _beside(own, when, events)
    low = {word.low for word in inside}
    near = plain[max(0, when.start - BESIDE) : when.end + BESIDE].lower()
    times = tuple(each for each in seen.near if span[0] <= each.start < span[1])
    whole = [word for word in clauses.words(plain, span) if not _is_of_time(word, times)]
    return Statement(
        document=seen.document,
        block=seen.block,
        sentence=span,
        when=when,
        times=times,
        events=frozenset(kind for kind, _ in events),
        said=events[0][1].low,
        main="" if when.minute is None else main_event.find(whole, inside, events),
        thing="" if when.year is None else _thing(plain, span, inside, events, when),
        clause=wording.of(plain, span[0], beside),
        whole=wording.of(plain, span[0], whole),
        full=frozenset(text_people.full_names(plain, span)),
        subject=people.subject(plain, span, events[0][1]),
        taken_up=text_people.named_before(plain, inside[0].start)
        if low & happenings.table().pronouns
        else frozenset(),
        person=people.person(plain, [word for word in inside if word.start < events[0][1].start]),
        kin=people.kin(whole, events[0][1]),
        another=_another(beside, events[0][1]),
        hedged=seen.hedged,
        planned=_is_planned(list(_said(own, seen.near))),
        alone=_is_alone(seen, span, times) and happenings.table().days.isdisjoint(word.low for word in whole),
        vague=when.zone is not None or not happenings.table().night.isdisjoint(re.findall(r"[a-z-]+", near)),
    )


def _thing(plain: str, span: Span, inside: Sequence[Word], events: Sequence[Event], when: When) -> str:
    """What was made in a year: a work by its title, or what things of other kinds are called."""
    if events[0][0] == offices.HELD:
        return offices.title(plain, events[0][1], when)
    work = works.title(plain, span) if events[0][0] == works.LAUNCHED else ""
    return work or things.find(plain, inside, events, when)


def _is_planned(said: Sequence[str]) -> bool:
    """True for words of a plan: "will be held", "is to be held"."""
    going_to = any(to == "to" and be in grammar.words("finite_be") for be, to in pairwise(said))
    return going_to or not happenings.table().planned.isdisjoint(said)


def _another(beside: Sequence[Word], event: Word) -> frozenset[str]:
    """The words near an event that tell it from others of its kind: "another", "again"."""
    near = (word.low for word in beside if abs(word.start - event.start) < BY)
    return happenings.table().another.intersection(near)


def _is_alone(seen: Sighting, span: Span, times: Sequence[When]) -> bool:
    """True where a sentence gives no other time but that of speaking."""
    others = (each for each in times if each is not seen.when)
    return all(clauses.is_of_speech(seen.document.plain, span, each) for each in others)


def _beside(own: Sequence[Word], when: When, events: Sequence[Event]) -> list[Word]:
    """The `own` words of a clause without its time and events."""
    verbs = {word for _, word in events}
    return [word for word in own if word not in verbs and not when.start <= word.start < when.end]


def _own(plain: str, when: When, inside: Sequence[Word], events: Sequence[Event]) -> Sequence[Word]:
    """The words of a clause up to its time where a mark follows that: "opened in 1957, will close"."""
    fronted = events[0][1] == inside[0]  # "Born on 4 May 1931, Ada Brook ..."
    closed = plain[when.end : when.end + 1] == "," and events[0][1].start < when.start and not fronted
    return [word for word in inside if word.start < when.end] if closed else inside


# --- patterns --------------------------------------------------------------------------------------------


@cache
def _several() -> re.Pattern[str]:
    """Behind a time that is one end of a range, one of two, or whose: "to Friday", "or 1967", "'s"."""
    table, joints = dates.table(), _joints()
    day = "|".join((*map(str.title, table.weekdays), *table.clock.named))
    return re.compile(rf"['’]s\b|,\s\d\d?\s{joints}\s\d|\s?(?:-|–|{joints})\s?(?:the\s)?(?:\d|(?:{day})\b)")


@cache
def _year_named() -> re.Pattern[str]:
    return re.compile(r"\bthe\syear\s[^.,;:]+,\s$")  # "in the year it was built, 1957"


@cache
def _range_before() -> re.Pattern[str]:
    return re.compile(rf"\d,?\s?(?:-|–|{_joints()})\s?$")


@cache
def _joints() -> str:
    return alternatives(happenings.table().joints)
