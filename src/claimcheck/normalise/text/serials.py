"""Texts of one series, by their heads: "Advisory Number 5" and "Advisory Number 6", "Line 14" and "Line 14A"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import islice, pairwise
from typing import NamedTuple

from claimcheck.lexicon import dates, documents, function_words, lemmas
from claimcheck.lexicon.numbers import nth_pattern, numbers
from claimcheck.model import Document

LINES = 4  # lines at the top, blank ones not counted, of which one says which of a series a text is
LONGEST = 140  # characters of a line that is no paragraph
COMMON = 0.3  # of the words of two lines that say which of a series their texts are


class Line(NamedTuple):
    """The words of a line in lower case, figures left out."""

    words: tuple[str, ...]
    label: str | None  # with which it begins
    common: frozenset[str]  # words that the text uses in lower case as well; none of a headline with a verb
    day: str | None  # that it is for: "Notices for Sunday 13 October"


Head = tuple[Line, ...]


def head(document: Document, figures: Collection[tuple[int, int]]) -> Head:
    """The first lines of a text, without the spans of its `figures` and what belongs to a day."""
    return tuple(_read(document.plain, start, end, figures) for start, end in lines(document.plain))


def lines(plain: str) -> Iterator[tuple[int, int]]:
    """The spans of the first lines of a text that are no sentences."""
    found = islice(_line().finditer(plain), LINES)
    return (line.span() for line in found if len(line[0]) <= LONGEST and not _is_sentence(line[0]))


def of_series(one: Head, other: Head) -> bool:
    """True where two lines number what they call the same: "third quarter", "first quarter"."""
    return any(_numbered_apart(a, b) or _dated_apart(a, b) or _opposed(a, b) for a in one for b in other)


def titled_apart(one: Head, other: Head) -> bool:
    """True where two lines are the same but for one word or a label: "Tariff sheet BASIC", "Branch: North Quay"."""
    return any(_one_word_apart(a, b) or _labelled_apart(a, b) for a in one for b in other)


def _one_word_apart(one: Line, other: Line) -> bool:
    a, b = ([word for word in line.words if word.isalpha()] for line in (one, other))
    if len(a) != len(b):
        return False
    shared = {word for word, its in zip(a, b, strict=True) if word == its}
    apart = {(word, its) for word, its in zip(a, b, strict=True) if word != its}
    papers = documents.table().papers
    told = len(apart) == 1 and not any(word in papers or _nth(word) for pair in apart for word in pair)
    return told and any(_is_name(word) for word in shared & one.common & other.common)


def _labelled_apart(one: Line, other: Line) -> bool:
    told = min(len(one.words), len(other.words)) > 1
    apart = set(one.words) & set(other.words) <= {one.label}
    return one.label is not None and one.label == other.label and told and apart


def _opposed(one: Line, other: Line) -> bool:
    """True for "in the NORTH wage area" and "in the SOUTH wage area"."""
    told = one.common & other.common
    a, b = ({pair for pair in pairwise(line.words) if pair[1] in told} for line in (one, other))
    return any(
        x != y and before == after and any({x, y} <= group for group in documents.table().opposites)
        for x, before in a - b
        for y, after in b - a
    )


def _dated_apart(one: Line, other: Line) -> bool:
    """True for "Notices for Sunday 13 October" and "Notices for Sunday 20 October"."""
    days = one.day is not None and other.day is not None and one.day != other.day
    return days and one.words == other.words and any(map(_is_name, one.words))


def _numbered_apart(one: Line, other: Line) -> bool:
    """True for "Advisory Number 5" and "Advisory Number 6", but not for the numbers of two newspapers."""
    a, b = _designations(one.words), _designations(other.words)
    named, shared = min(len(set(one.words)), len(set(other.words))), len(set(one.words) & set(other.words))
    alike = shared > COMMON * named or shared == named - 1
    return alike and any(a[name].isdisjoint(b[name]) for name in a.keys() & b.keys())


def _designations(line: Sequence[str]) -> dict[tuple[str, str], frozenset[str]]:
    """What the words of a line are numbered with, by the word and the side on which the number stands."""
    found: dict[tuple[str, str], frozenset[str]] = {}
    for before, after in pairwise(line):
        for name, number, side in ((before, after, "behind"), (after, before, "before")):
            told = _number(number, side) if _is_name(name) else None
            if told is not None:
                found[name, side] = found.get((name, side), frozenset()) | {told}
    return found


def _is_name(word: str) -> bool:
    table = documents.table()
    plain = word in function_words.words() and word not in table.numbered
    return word.isalpha() and len(word) > 1 and not (plain or word in table.unnumbered or _nth(word))


def _number(word: str, side: str) -> str | None:
    """What tells one of a series from the next: "5", "14a", "q2" or "b" behind a name, "third" before it."""
    if side == "before":
        nth = _nth(word)
        return None if nth is None else str(nth)
    return word if _designator().fullmatch(word) else None


def _nth(word: str) -> int | None:
    table = numbers()
    digits = re.fullmatch(rf"(\d+){nth_pattern()}", word)
    return int(digits[1]) if digits else table.ordinals.get(word) or table.denominators.get(word)


def _is_sentence(line: str) -> bool:
    return line.rstrip().endswith((".", "!", "?", '"', "”"))


def _read(plain: str, start: int, end: int, figures: Collection[tuple[int, int]]) -> Line:
    words = _words(plain, start, end, figures)
    told = any(map(lemmas.is_finite, words[1:]))
    common = () if told else (word for word in words if _is_used(word, plain))
    day = _for_day().search(plain, start, end)
    return Line(words, _label(plain, start, end), frozenset(common), day["day"].lower() if day else None)


def _is_used(word: str, plain: str) -> bool:
    """True for a word that stands in a text in lower case: no name of a newspaper."""
    return word[0].isalpha() and bool(re.search(rf"\b{re.escape(word)}\b", plain))


def _label(plain: str, start: int, end: int) -> str | None:
    """The label of a line that names one of a kind: "branch" of "Branch: North Quay"."""
    found = _labelled().match(plain, start, end)
    return word if found and (word := found["label"].lower()) in documents.table().naming_labels else None


def _words(plain: str, start: int, end: int, figures: Collection[tuple[int, int]]) -> tuple[str, ...]:
    """The words of a line in lower case; numbers beside a month or a weekday are left out with it."""
    found = list(_word().finditer(plain, start, end))
    day = [_is_of_calendar(match[0].lower()) for match in found]
    return tuple(
        match[0].lower()
        for at, match in enumerate(found)
        if not day[at]
        and not (match[0][0].isdigit() and _is_of_day(found, day, at))
        and not _is_initial(plain, match, end)
        and not any(low < match.end() and match.start() < high for low, high in figures)
    )


def _is_initial(plain: str, found: re.Match[str], end: int) -> bool:
    """True for a letter or a Roman number with more words behind it: "John A. Reed", but not "Group A: results"."""
    return bool(_letters().fullmatch(found[0].lower())) and not _closed().match(plain, found.end(), end)


def _is_of_day(words: Sequence[re.Match[str]], day: Sequence[bool], at: int) -> bool:
    """True for the numbers of "Tuesday 9 January 2024" and "January 9, 2024", but not for that of "No 5 - Tuesday"."""
    month = at + 1 < len(words) and words[at + 1][0].lower() in dates.months()
    return month or any(day[max(at - 2, 0) : at])


def _is_of_calendar(word: str) -> bool:
    return word in dates.months() or word in dates.weekdays()


@cache
def _for_day() -> re.Pattern[str]:
    month, day = dates.month_pattern(), dates.day_pattern()
    return re.compile(
        rf"(?i)\b(?:for|of|held\son)\s(?:{dates.weekday_pattern()},?\s)?(?P<day>{day}\s{month}|{month}\s{day})\b"
    )


@cache
def _labelled() -> re.Pattern[str]:
    return re.compile(r"\W*(?P<label>[^\W\d_]+)\W*:\s")


@cache
def _line() -> re.Pattern[str]:
    return re.compile(r"\S[^\n]*")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"\d+(?:[.:]\d+)*[^\W\d_]*|[^\W_]+(?:['’][^\W\d_]+)*")


@cache
def _designator() -> re.Pattern[str]:
    """A number with a letter, a Roman one, or a letter; "v2" is another state of the same thing."""
    return re.compile(rf"(?!v\d)[^\W\d_]?\d+[^\W\d_]?|{_letters().pattern}")


@cache
def _letters() -> re.Pattern[str]:
    return re.compile(r"[ivx]+|[^\W\d_]")


@cache
def _closed() -> re.Pattern[str]:
    return re.compile(r"\s*(?:\Z|[:,;|)–—]|-\s)")
