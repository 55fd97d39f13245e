"""The sentence around a time, the part of it that the time belongs to, and what happens there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice, takewhile
from typing import NamedTuple

from claimcheck.lexicon import function_words, grammar, happenings, lemmas
from claimcheck.lexicon.patterns import alternatives
from claimcheck.model import Block, Span
from claimcheck.normalise.dates.when import When
from claimcheck.normalise.text import sentences

FAR = 700  # characters of a sentence on each side of a time that are looked at
NEAREST = 2  # events before a time that it may belong to
SUBJECT = 6  # words before a time that may be the subject of the verb behind it: "Voters in 2009 approved"
AUXILIARIES = ("be", "have", "do")  # classes of words that are no event
PAST = frozenset({"past", "participle", "both", "same"})
# Verbs of speech, verbs that hold no event, so that a time near them is not looked at, and those of any event at all.
TOLD, EMPTY, HAPPENED = "told", "empty", "happened"
SHORT = 5  # letters of a word in -ed that is hardly a verb: "need", "breed"
AS = "as"  # begins a clause, or says what somebody was
WHILE = "while"
FAR_WORD = 20  # characters that hold a word


class Word(NamedTuple):
    """A word with its offsets, in lower case, and whether it is written with a capital."""

    start: int
    end: int
    low: str
    capital: bool


Event = tuple[str, Word]
"""A kind of event, or the base form of a verb that the table does not hold, and the word that says it."""


def words(plain: str, span: Span) -> list[Word]:
    """The words and numbers of a stretch of text."""
    return [
        Word(match.start(), match.end(), match[0].lower(), match[0][0].isupper())
        for match in _word().finditer(plain, *span)
    ]


def sentence(plain: str, block: Block, when: When) -> Span:
    """The sentence of a time, as far as it is near."""
    within = max(block.start, when.start - FAR), min(block.end, when.end + FAR)
    return sentences.around(plain, (when.start, when.end), within)


def parts(plain: str, span: Span, when: When) -> Iterator[Span]:
    """The part of a sentence that holds a time, then with the part before it, then with that behind it as well."""
    borders = [span[0], *_borders(plain, span, when), span[1]]
    index = max(i for i, border in enumerate(borders[:-1]) if border <= when.start)
    yield borders[index], borders[index + 1]
    if index:
        yield borders[index - 1], borders[index + 1]
    if index + 2 < len(borders):
        yield borders[max(0, index - 1)], borders[index + 2]


def with_the_one_before(plain: str, span: Span) -> Iterator[list[Word]]:
    """The words of a sentence that says only when "it took place", with those of the one before but for who said so."""
    if span[0] and _carried().match(plain, *span):
        start, end = sentences.before(plain, span[0], FAR)
        comma = plain.rfind(",", start, end)
        if comma > 0 and any(is_telling(word.low) for word in words(plain, (comma, end))):
            end = comma
        yield [*words(plain, (start, end)), *words(plain, span)]


def _borders(plain: str, span: Span, when: When) -> Iterator[int]:
    """Where a part of a sentence begins: with its first word."""
    for match in _cut().finditer(plain, *span):
        outside = match.end() <= when.start or match.start() >= when.end
        if outside and not _goes_through(plain, match):
            yield match.start("word") if match["word"] else match.end()


def _goes_through(plain: str, cut: re.Match[str]) -> bool:
    """True for what begins no clause: "shot and killed", "more than 20", "shortly after 7 p.m."."""
    before = plain[max(0, cut.start() - FAR_WORD) : cut.start()].split()
    after = plain[cut.end() : cut.end() + FAR_WORD].split()
    if not before or not after:
        return False
    if cut["word"] == "and":
        return _is_past(before[-1]) and _is_past(after[0])
    return before[-1] in happenings.table().through.get(cut["word"] or "", ())


def is_aside(inside: Sequence[Word]) -> bool:
    """True for words that only say when something else was: "after the launch in May".

    "As mayor in May" and "while crossing a road at 7 p.m." go on with what stands before them.
    """
    first = inside[0].low if inside else ""
    if first == AS and not nearest(inside):
        return False
    if first == WHILE and inside[1:] and inside[1].low.endswith("ing"):
        return False
    return first in grammar.words("subordinator") or first in happenings.table().leads


def events(plain: str, inside: Sequence[Word], when: When) -> list[Event]:
    """What happens at a time, nearest first: up to NEAREST events before it, else the first one behind it."""
    left = [word for word in inside if word.end <= when.start]
    found = nearest(left)
    if not found and len(left) <= SUBJECT and not (left and "," in plain[left[0].start : when.start]):
        right = [word for word in inside if word.start >= when.end]
        found = first(right)
    if not found or found[0][0] in (TOLD, EMPTY):
        return []
    return [event for event in takewhile(_is_not_told, found) if event[0] != EMPTY]


def holds_nothing(inside: Sequence[Word], when: When) -> bool:
    """True for a clause that opens with its time and has a verb without an event: "in May it took 28 pirates"."""
    left = [word for word in inside if word.end <= when.start]
    behind = first([word for word in inside if word.start >= when.end])
    return not nearest(left) and bool(behind) and behind[0][0] == EMPTY


def cut_in(plain: str, span: Span, inside: Sequence[Word], found: Sequence[Event]) -> Sequence[Word]:
    """The words of a clause that says what cut in: "when police stopped him" of "he was driving when ..."."""
    place = inside.index(found[0][1])
    going = (
        place and inside[place].low.endswith("ing") and inside[place - 1].low in grammar.words("finite_be")
    )
    match = _when().match(plain, inside[-1].end, span[1]) if going else None
    if match is None:
        return ()
    end = next((cut.start() for cut in _cut().finditer(plain, match.end(), span[1])), span[1])
    return words(plain, (match.end(), end))


def first(behind: Sequence[Word]) -> list[Event]:
    """The first event of the words behind a time."""
    return list(islice(_events(behind, range(len(behind))), 1))


def happened_first(behind: Sequence[Word]) -> list[Event]:
    """The first event of the words; none where it only tells or says nothing: "when she said"."""
    found = first(behind)
    return [] if found and found[0][0] in (TOLD, EMPTY) else found


def nearest(left: Sequence[Word]) -> list[Event]:
    """Up to NEAREST events of the words before a time, nearest first; none of "the shooting was a shock on"."""
    found = list(islice(_events(left, range(len(left) - 1, -1, -1)), NEAREST))
    if found and _is_state([word.low for word in left if word.start > found[0][1].start]):
        return []
    return found


def _is_state(behind: Sequence[str]) -> bool:
    """True for words with a form of "be" that is followed by more than a preposition, but by no other verb."""
    being = next((place for place, low in enumerate(behind) if low in grammar.words("finite_be")), None)
    after = set() if being is None else set(behind[being + 1 :]) - function_words.words()
    return bool(after) and not any(_is_past(low) for low in after)


def _is_past(word: str) -> bool:
    form = lemmas.forms().get(word)
    return form is not None and form[1] in PAST


def is_of_speech(plain: str, span: Span, when: When) -> bool:
    """True for the time of speaking: "he said on Monday", "said at a meeting on Monday"."""
    return not all(map(_is_not_told, nearest(words(plain, (span[0], when.start)))))


def is_telling(word: str) -> bool:
    """True for a verb of speech in the past."""
    return _meanings(word)[1] == TOLD


def _is_not_told(event: Event) -> bool:
    return event[0] != TOLD


def _events(inside: Sequence[Word], places: Iterable[int]) -> Iterator[Event]:
    """What words say to happen, at `places` in that order; "Rose" among words without capitals is a name."""
    heading = 2 * sum(word.capital for word in inside) > len(inside)
    for place in places:
        if place and inside[place].capital and not heading:
            continue
        after = inside[place + 1].low if place + 1 < len(inside) else ""
        named, kind, going = _meanings(inside[place].low, _tail(inside, place))
        before = inside[place - 1].low if place else ""
        if _is_to_come(inside, place):
            kind = _to_come(inside[place].low, _tail(inside, place)) or kind
        elif kind is not None and before in happenings.table().before_noun:
            kind = named  # "a found object", "to hit"
        elif before in happenings.table().stretches:
            kind = EMPTY if kind else None  # "the week ended 3 May"
        elif going is not None and before in happenings.table().going:
            kind = going
        elif kind == HAPPENED or (kind == EMPTY and after == "place"):
            kind = None  # "occurred", "took place": what did stands before it
        if kind or named:
            yield kind or named or "", inside[place]


def _is_to_come(inside: Sequence[Word], place: int) -> bool:
    """True for a verb of a plan: "will open", "is scheduled to open"."""
    before = [word.low for word in inside[max(0, place - 2) : place]]
    planned = happenings.table().planned
    return before[-1:] == ["will"] or (before[-1:] == ["to"] and not planned.isdisjoint(before[:-1]))


def _tail(inside: Sequence[Word], place: int) -> str:
    """The words behind a verb that can make another one of it, "out" or "into custody"; empty without them."""
    if place + 1 == len(inside) or inside[place + 1].low not in happenings.tail_words():
        return ""
    behind = [word.low for word in inside[place + 1 : place + 3]]
    known = happenings.tails()
    return next((tail for tail in (" ".join(behind), behind[0]) if tail in known), "")


@lru_cache(maxsize=20_000)
def _meanings(word: str, tail: str = "") -> tuple[str | None, str | None, str | None]:
    """The kinds of event that a word names as a noun, that it says as a verb in the past, and as one in -ing."""
    form = lemmas.forms().get(word)
    if form is None and word.endswith("ed") and len(word) > SHORT:
        form = (lemmas.guess_verb(word), "both")
    kind = _kind(form[0], tail) if form else None
    past = kind if form and form[1] in PAST else happenings.of_form().get(word)
    going = kind if form and form[1] == "ing" else None
    return happenings.of_noun().get(word), past, going


@lru_cache(maxsize=20_000)
def _to_come(word: str, tail: str = "") -> str | None:
    """The kind of event of a verb in its base form."""
    form = lemmas.forms().get(word)
    return _kind(form[0], tail) if form and form[1] in ("base", "same") else None


def _kind(base: str, tail: str) -> str | None:
    """The kind of event of a verb, or the verb itself; None for a form of "be" and its like."""
    known = happenings.of_verb()
    kind = known.get(f"{base} {tail}") or known.get(base)
    if kind is not None:
        return kind
    if any(base in grammar.words(each) for each in AUXILIARIES):
        return None
    if base in lemmas.verb_class("telling"):
        return TOLD
    if base in happenings.table().happen:
        return HAPPENED
    moving = base in lemmas.verb_class("level") or base in happenings.table().moving
    return EMPTY if moving or base in lemmas.verb_class("light") else base


# --- patterns --------------------------------------------------------------------------------------------


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:-[^\W\d_]+)*(?:['’][a-z]+)?")


@cache
def _when() -> re.Pattern[str]:
    return re.compile(r"\.?,?\s+when\s")  # "at 1 a.m. when"


@cache
def _carried() -> re.Pattern[str]:
    return re.compile(rf"\W*{alternatives(happenings.table().carried)}\b", re.IGNORECASE)


@cache
def _cut() -> re.Pattern[str]:
    """Punctuation and the words that begin a clause."""
    table = happenings.table()
    opening = alternatives(table.openers | table.relative)
    return re.compile(rf'[;:](?=\s)|\s[-–—]+\s|["“”]|,?\s(?P<word>{opening})(?=\s)')
