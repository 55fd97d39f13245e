"""Which of the places and periods of a sentence belong to one of its mentions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from claimcheck.extract.context.periods import Found as FoundPeriod
from claimcheck.extract.context.places import Found as FoundPlace
from claimcheck.extract.context.sentence import Sentence
from claimcheck.lexicon import grammar, lemmas, periods, speakers
from claimcheck.model import Period, Span

_BRACKET = 2  # characters before a figure in brackets, which is of the time before it: "than in 2022 (284)"
_TOLD = 4  # words between the end of a verb of speech and a time: "told the state agency on Monday"
_AWAY = 5  # words between "than" and the time of what a figure is set beside: "than in the rain of 2009"
_APART = 3  # words and marks between a time and the "when" that takes it up


def places_of(sentence: Sentence, number: int) -> list[FoundPlace]:
    """The places of mention `number`: of its own clause, else of its stretch, else shared by the sentence."""
    if not sentence.places:
        return []
    for stretch in (sentence.clauses[number], sentence.stretches[number]):
        inside = _within(sentence.places, stretch)
        if inside:
            return inside
    return _opening(sentence) or _shared(sentence, number) or _before(sentence, number)


def _within(places: Sequence[FoundPlace], stretch: Span) -> list[FoundPlace]:
    return [place for place in places if stretch[0] <= place.at < stretch[1]]


def _opening(sentence: Sentence) -> list[FoundPlace]:
    """Places named before the first mention hold for the whole sentence."""
    first = sentence.row.chunks[sentence.at[0]].first
    return _within(sentence.places, (0, first))


def _shared(sentence: Sentence, number: int) -> list[FoundPlace]:
    """Places behind a later number of the same list: "killed 12 and wounded 30 in X"."""
    for later in range(number + 1, len(sentence.at)):
        joint = sentence.row.code[sentence.at[later - 1] : sentence.at[later]]
        if any(letter in ";kwsh" for letter in joint) or _alone(sentence, later):
            return []
        inside = _within(sentence.places, sentence.stretches[later])
        if inside:
            return inside
    return []


def _alone(sentence: Sentence, number: int) -> bool:
    """True for a number of a list with a place of its own: "five in X, three in Y"."""
    row, at = sentence.row, sentence.at[number]
    return not row.chunks[at].head and row.code[at - 1] in ",c" and row.code[at + 1 : at + 2] == "p"


def _before(sentence: Sentence, number: int) -> list[FoundPlace]:
    """Places of the number before, where only a verb without a subject of its own parts the two."""
    if number == 0:
        return []
    between = sentence.row.code[sentence.at[number - 1] + 1 : sentence.at[number]]
    verb = between[max(between.rfind(","), between.rfind("c")) + 1 :]
    if any(letter in ";swhk" for letter in between) or verb not in ("V", "R", "G", "I"):
        return []
    return [place for place in places_of(sentence, number - 1) if place.role in ("in", "near", "of")]


def period_of(sentence: Sentence, number: int, today: date | None) -> Period | None:
    """The time expression of mention `number`: the nearest of its stretch, else what opens the sentence."""
    if not sentence.periods:
        return None
    token = sentence.row.chunks[sentence.at[number]].first
    start, end = sentence.tokens.starts[token], sentence.tokens.ends[token]
    stretch = sentence.stretches[number]
    low, high = _offset(sentence, stretch[0]), _offset(sentence, stretch[1])
    times = [time for time in sentence.periods if not _is_compared(sentence, time, start)]
    inside = [time for time in times if low <= time.start < high]
    inside = [
        time
        for time in inside
        if not (
            time.start <= start < time.end or (_is_of_text(time, today) and _of_speech(sentence, token, time))
        )
    ]
    if inside:
        nearest = min(inside, key=lambda time: min(abs(time.start - end), abs(start - time.end)))
        return _since(sentence, end, nearest, today)
    told = _told_before(sentence, stretch[0])
    if told is not None:
        return told.period
    opening = [time for time in times if time.opens and time.start <= start]
    if opening:
        return opening[-1].period
    rest = [time for time in times if not time.start <= start < time.end]
    shared = (
        len(rest) == 1
        and len(sentence.at) > 1
        and (_one_list(sentence) or _leads_to(sentence, number, rest[0]))
    )
    return _since(sentence, end, rest[-1], today) if shared else None


def _is_compared(sentence: Sentence, time: FoundPeriod, start: int) -> bool:
    """True for the time of what a figure is set beside, not that of its own: "60 percent, more than in 2020"."""
    words, table = sentence.tokens.words, periods.table().words
    before = bisect_left(sentence.tokens.starts, time.start) - 1
    if before > 0 and words[before] in grammar.words("of"):  # "more than in the rain of 2009"
        before = next(
            (at for at in range(before, max(-1, before - _AWAY), -1) if words[at] in table.beside), before
        )
    if before < 0 or words[before] not in table.beside or 0 <= start - time.end <= _BRACKET:
        return False
    behind = bisect_left(sentence.tokens.starts, time.end)
    goes_on = table.takes_up.isdisjoint(words[behind : behind + 2])  # "than in 2019, when it employed 300"
    return goes_on and table.dating.isdisjoint(words[max(0, before - _APART) : before])


def _is_of_text(time: FoundPeriod, today: date | None) -> bool:
    """True for the day of the text or the one before it: that of another day may be the day of a figure."""
    start = time.period.start
    return today is not None and start is not None and 0 <= (today - start).days <= 1


def _of_speech(sentence: Sentence, token: int, time: FoundPeriod) -> bool:
    """True for when somebody said what stands before the verb or behind "that": "40 men fled, he said on Monday"."""
    tokens = sentence.tokens
    at = bisect_left(tokens.starts, time.start)
    said = next((i for i in range(at - 1, max(-1, at - 1 - _TOLD), -1) if _says(tokens.words[i])), None)
    if said is None or not all(word.isalpha() for word in tokens.words[said:at]):
        return False
    if said and tokens.words[said - 1] in grammar.words("be"):
        return False  # "Twelve deaths were confirmed on Monday"
    behind = bisect_left(tokens.starts, time.end)
    return token < said or (token > at and tokens.words[behind : behind + 1] == ("that",))


def _says(word: str) -> bool:
    """True for a past form of a verb of speech, which is no noun as "report" is."""
    told = lemmas.is_past(word) and lemmas.verb(word) in speakers.words("verbs")
    return told or word in speakers.words("said")


def _told_before(sentence: Sentence, start: int) -> FoundPeriod | None:
    """The time right before a clause with "when", from token `start` on: "the 1967 final, when 40 people died"."""
    tokens = sentence.tokens
    around = range(max(0, start - 1), min(start + 1, len(tokens.words)))
    taken_up = periods.table().words.takes_up
    when = next((index for index in around if tokens.words[index] in taken_up), 0)
    before = [time for time in sentence.periods if time.end <= tokens.starts[when]]
    if not before or not when:
        return None
    between = bisect_left(tokens.starts, before[-1].end)
    return before[-1] if when - between <= _APART else None


def _since(sentence: Sentence, end: int, time: FoundPeriod, today: date | None) -> Period:
    """The period; one that dates a clause with "since" lasts from there on ("since the truce broke on May 3")."""
    tokens = sentence.tokens
    for index, word in enumerate(tokens.words) if "since" in tokens.words else ():
        if word == "since" and end <= tokens.starts[index] and tokens.ends[index] <= time.start:
            start = time.period.start
            return Period(f"since {time.period.text}", start, today if start else None)
    return time.period


def _leads_to(sentence: Sentence, number: int, time: FoundPeriod) -> bool:
    """True for a time behind a "since" that no other mention stands before: "left 320 dead since erupting in 2011"."""
    chunks, at = sentence.row.chunks, sentence.at
    before = chunks[at[number + 1]].first if number + 1 < len(at) else len(sentence.tokens.words)
    behind = sentence.tokens.words[chunks[at[number]].last : before]
    return "since" in behind and time.start < _offset(sentence, before)


def _offset(sentence: Sentence, token: int) -> int:
    return sentence.tokens.starts[token] if token < len(sentence.tokens.starts) else sentence.span[1]


def _one_list(sentence: Sentence) -> bool:
    """True where nothing but commas and "and" part the mentions of a sentence."""
    stretch = sentence.row.code[sentence.at[0] : sentence.at[-1]]
    return not stretch.endswith("p") and not any(letter in ";kwsh" for letter in stretch)
