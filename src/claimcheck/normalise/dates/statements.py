"""Statements of when something happened: a time, the event that it belongs to, and the words beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

import msgspec

from claimcheck.lexicon import dates, function_words, happenings
from claimcheck.model import Block, Document
from claimcheck.normalise.dates import clauses, forms
from claimcheck.normalise.dates.clauses import Event, Span, Word
from claimcheck.normalise.dates.forms import When
from claimcheck.normalise.words import content, stem

PROSE = frozenset({"paragraph", "quote", "heading", "item", "caption"})
LEAD = 40  # characters before a time that hold its preposition
BESIDE = 16  # characters on each side of a time that say what part of the day it is
MANY = 12  # times in a stretch that make a list
AROUND = 3_000  # characters in which a name is looked for in lower case
BEFORE = 400  # characters before a sentence in which "he" and "it" are named
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
    words: dict[str, str]  # what the clause is about: stems, and the words as written
    names: frozenset[str]  # of them, the names
    numbers: frozenset[str]
    taken_up: frozenset[str]  # names before the sentence that "he" and "it" can mean
    another: frozenset[str]  # words that tell one of several events apart
    hedged: bool
    vague: bool  # the day may be the one before or behind: night hours, another zone

    @property
    def today(self) -> date | None:
        """The day of the text."""
        return self.document.date


def find(document: Document) -> Iterator[Statement]:
    """The statements of a document in order; what changelogs date is the page itself."""
    if document.history:
        return
    times = forms.find(document.plain, document.date)
    for place, when in enumerate(times):
        block = document.block_at(when.start)
        if block is None or when.end > block.end or block.kind not in PROSE or _is_listed(times, place):
            continue
        hedged = _hedged(document.plain, block, when)
        if hedged is not None and not _several().match(document.plain, when.end):
            near = times[max(0, place - MANY) : place + MANY]
            yield from _statements(Sighting(document, block, near, when, hedged))


def _is_listed(times: Sequence[When], place: int) -> bool:
    """True for one of many times in a row, as lists and tables have them."""
    return any(
        0 <= first < last < len(times) and times[last].start - times[first].start < clauses.FAR
        for first, last in ((place, place + MANY), (place - MANY, place))
    )


def _hedged(plain: str, block: Block, when: When) -> bool | None:
    """Whether a time is about so; None where it is not the time of what happens in its clause."""
    table = happenings.table()
    start = max(block.start, when.start - LEAD)
    before = plain[start : when.start].lower().split()
    hedged = 0
    while hedged < len(before) and before[-1 - hedged] in table.hedges:
        hedged += 1
    lead = before[-1 - hedged] if hedged < len(before) else ""
    bare = when.day is None and when.weekday is None and when.minute is None
    if bare and lead not in ("in", "during") and not plain.endswith("year", 0, when.end):
        return None
    if lead in table.leads or lead in table.articles or any(map(clauses.is_telling, before[-2 - hedged :])):
        return None  # "since Monday", "the Monday prayers", "said on Monday"
    return None if _range_before().search(plain, start, when.start) else hedged > 0


def _statements(seen: Sighting) -> Iterator[Statement]:
    plain = seen.document.plain
    span = clauses.sentence(plain, seen.block, seen.when)
    for part in [*clauses.parts(plain, span, seen.when), *clauses.with_the_one_before(plain, span)]:
        inside = clauses.words(plain, part)
        events = clauses.events(plain, inside, seen.when)
        if events:
            if happenings.table().undone.isdisjoint(word.low for word in _without_times(inside, seen.near)):
                yield _made(seen, span, [*_antecedent(plain, span, inside), *inside], events)
            return
        if clauses.is_aside(inside):
            return


def _without_times(inside: Sequence[Word], near: Sequence[When]) -> Iterator[Word]:
    """The words that belong to no time: "may" is none of 5 May."""
    return (word for word in inside if not any(each.start <= word.start < each.end for each in near))


def _antecedent(plain: str, span: Span, inside: Sequence[Word]) -> Sequence[Word]:
    """The words that a relative clause goes on from: "the bishop" of "the bishop who was ousted"."""
    if inside[0].low not in happenings.table().relative:
        return ()
    return clauses.words(plain, (span[0], inside[0].start))[-NEAR:]


def _made(seen: Sighting, span: Span, inside: Sequence[Word], events: Sequence[Event]) -> Statement:
    plain, when = seen.document.plain, seen.when
    beside = _beside(plain, when, inside, events)
    low = {word.low for word in inside}
    near = plain[max(0, when.start - BESIDE) : when.end + BESIDE].lower()
    return Statement(
        document=seen.document,
        block=seen.block,
        sentence=span,
        when=when,
        times=tuple(each for each in seen.near if span[0] <= each.start < span[1]),
        events=frozenset(kind for kind, _ in events),
        said=events[0][1].low,
        words=_content(beside),
        names=frozenset(_content([word for word in beside if _is_name(plain, word, span[0])])),
        numbers=frozenset(word.low for word in beside if word.low[0].isdigit()),
        taken_up=_named_before(plain, span[0]) if low & happenings.table().pronouns else frozenset(),
        another=happenings.table().another & low,
        hedged=seen.hedged,
        vague=when.zone is not None or not happenings.table().night.isdisjoint(re.findall(r"[a-z-]+", near)),
    )


def _beside(plain: str, when: When, inside: Sequence[Word], events: Sequence[Event]) -> list[Word]:
    """The words of a clause without its time and events; behind "in 1957," something else begins."""
    verbs = {word for _, word in events}
    closed = plain[when.end : when.end + 1] == "," and events[0][1].start < when.start
    last = when.start if closed else inside[-1].end
    return [
        word
        for word in inside
        if word.start < last and word not in verbs and not when.start <= word.start < when.end
    ]


def _content(found: Sequence[Word]) -> dict[str, str]:
    """The words that say something, by their stems."""
    written = {stem(word.low): word.low for word in found}
    return {each: written[each] for each in content(list(written)) if each not in _of_time()}


def _is_name(plain: str, word: Word, first: int) -> bool:
    """True for a capital; at the start of a sentence where the text around has the word nowhere in lower case."""
    if not plain[word.start].isupper() or word.low in function_words.words():
        return False
    inside = bool(plain[first : word.start].strip(" \n\"'“‘`(-"))
    return inside or plain.find(f" {word.low}", max(0, first - AROUND), first + AROUND) < 0


def _named_before(plain: str, end: int) -> frozenset[str]:
    """The names of the sentences before."""
    found = (match.group().lower() for match in _capital().finditer(plain, max(0, end - BEFORE), end))
    return frozenset(content([stem(word) for word in found])) - _of_time()


# --- patterns --------------------------------------------------------------------------------------------


@cache
def _capital() -> re.Pattern[str]:
    return re.compile(r"\b[A-Z][^\W\d_]+")


@cache
def _several() -> re.Pattern[str]:
    """Behind a time that is one end of a range, one of two, or whose: "to Friday", "or 1967", "'s"."""
    return re.compile(
        r"['’]s\b|,\s\d\d?\s(?:and|or)\s\d|\s?(?:-|–|to|and|or|until|till|through)\s?(?:the\s)?(?:\d|[A-Z][a-z]+day\b|noon)"
    )


@cache
def _range_before() -> re.Pattern[str]:
    return re.compile(r"\d,?\s?(?:-|–|to|and|or)\s?$")


@cache
def _of_time() -> frozenset[str]:
    names = {*dates.months(), *dates.table().weekdays, *dates.table().zones, *happenings.table().silent}
    return frozenset({*names, *map(stem, names)})
