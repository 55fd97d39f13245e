"""One sentence read once for all its mentions: tokens, chunks, bindings, places and periods."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date

import msgspec

from claimcheck.extract.context import clauses, periods, places, scopes
from claimcheck.extract.context.binding import attribute, bind
from claimcheck.extract.context.chunks import MENTION as NUMBER
from claimcheck.extract.context.chunks import chunks
from claimcheck.extract.context.row import Binding, Row, row
from claimcheck.extract.context.tokens import MENTION, TIME, Tokens, tokens
from claimcheck.extract.context.words import is_title, letters
from claimcheck.model import Mention, Span

Written = tuple[Span, Sequence[Mention]]  # a sentence and its mentions


class Sentence(msgspec.Struct, frozen=True, gc=False):
    """What is read once; `at`, `bindings`, `stretches` and `clauses` run parallel to the mentions of the sentence."""

    span: Span
    tokens: Tokens
    row: Row
    periods: list[periods.Found]
    places: list[places.Found]
    cues: list[tuple[int, str]]  # scopes by the token that they begin at
    at: list[int]  # chunk of each mention
    bindings: list[Binding]
    stretches: list[Span]  # tokens (half open) that speak of each mention
    clauses: list[Span]  # the part of them without other clauses
    speakers: dict[Span, str | None] = {}  # by the part of the row that names one, looked for on demand


def analyse(
    plain: str, given: Sequence[Written], today: date | None, people: frozenset[str]
) -> list[Sentence]:
    """Read sentences step by step, each step for all of them: code that stays at hand runs faster."""
    return interpret(plain, given, [tokens(plain, *span, inside) for span, inside in given], today, people)


def interpret(
    plain: str, given: Sequence[Written], words: Sequence[Tokens], today: date | None, people: frozenset[str]
) -> list[Sentence]:
    """The same for sentences whose tokens are known."""
    spans = [span for span, _ in given]
    mentions = [inside for _, inside in given]
    titles = [is_title(line) for line in words]
    times = [periods.find(plain, line, today) for line in words]
    codes = [letters(line, title=title) for line, title in zip(words, titles, strict=True)]
    codes = [_mark_times(*line) for line in zip(words, codes, times, strict=True)]
    rows = [row(chunks(*line)) for line in zip(words, codes, mentions, strict=True)]
    named = [_places(plain, people, *line) for line in zip(words, codes, titles, strict=True)]
    cues = [scopes.cues(line, title=title) for line, title in zip(words, titles, strict=True)]
    bound = [_bindings(*line) for line in zip(rows, mentions, strict=True)]
    parts = [_stretches(line, *each, len(code)) for line, each, code in zip(rows, bound, codes, strict=True)]
    return [
        Sentence(*line, *each, *part)
        for *line, each, part in zip(spans, words, rows, times, named, cues, bound, parts, strict=True)
    ]


def _places(plain: str, people: frozenset[str], words: Tokens, code: str, title: bool) -> list[places.Found]:
    """The places of the sentence; what is part of a time expression is none."""
    if MENTION not in code:
        return []
    found = places.find(plain, words, people, title=title)
    return [place for place in found if code[place.at] != TIME]


def _mark_times(words: Tokens, code: str, times: Sequence[periods.Found]) -> str:
    """The code with words of time expressions marked, so that they are no part of the grammar."""
    if not times:
        return code
    marked = list(code)
    for time in times:
        first, last = bisect_left(words.starts, time.start), bisect_right(words.ends, time.end)
        for index in range(first, last):
            if words.letters[index] != MENTION:
                marked[index] = TIME
    return "".join(marked)


def _bindings(line: Row, mentions: Sequence[Mention]) -> tuple[list[int], list[Binding]]:
    """The chunk and the binding of each mention, in order."""
    done: dict[int, Binding] = {}
    at = line.code.find(NUMBER)
    while at >= 0:
        mention = mentions[line.chunks[at].mention]
        done[at] = attribute(line, at, mention) or bind(line, at, mention.noun, done)
        at = line.code.find(NUMBER, at + 1)
    return list(done), list(done.values())


def _stretches(
    line: Row, at: Sequence[int], bindings: Sequence[Binding], count: int
) -> tuple[list[Span], list[Span]]:
    """The tokens that speak of each mention, and those of its own clause."""
    segments = clauses.segments(line, at, bindings)
    owned = [clauses.own(line, segment, chunk) for segment, chunk in zip(segments, at, strict=True)]
    spans, own = ([clauses.tokens_of(line, each, count) for each in parts] for parts in (segments, owned))
    return spans, own
