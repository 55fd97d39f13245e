"""One sentence read once for all its mentions: tokens, chunks, bindings, places and periods."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec

from claimcheck.extract.context import clauses, periods, places
from claimcheck.extract.context.binding import bind
from claimcheck.extract.context.chunks import MENTION, chunks
from claimcheck.extract.context.row import Binding, Row, row
from claimcheck.extract.context.tokens import TIME, Token, tokens
from claimcheck.extract.context.words import is_title, letters
from claimcheck.model import Mention

Span = tuple[int, int]


class Sentence(msgspec.Struct, frozen=True):
    """What is read once; `at`, `bindings` and `segments` run parallel to the mentions of the sentence."""

    span: Span
    tokens: list[Token]
    row: Row
    title: bool
    periods: list[periods.Found]
    places: list[places.Found]
    at: list[int]  # chunk of each mention
    bindings: list[Binding]
    segments: list[Span]  # chunks that speak of each mention

    def border(self, chunk: int) -> int:
        """The token right behind the chunk before `chunk`: where a stretch that begins there starts."""
        return self.row.chunks[chunk - 1].last + 1 if chunk else 0

    def close(self, chunk: int) -> int:
        """The token (half open) where a stretch ends before `chunk`; times behind a joint belong to the next."""
        if chunk >= len(self.row.chunks):
            return len(self.tokens)
        joint = self.row.code[chunk - 1 : chunk] in tuple("c,;(")
        return self.border(chunk) if joint else self.row.chunks[chunk].first


def analyse(
    plain: str, span: Span, mentions: Sequence[Mention], today: date | None, people: frozenset[str]
) -> Sentence:
    """Read the sentence at `span`."""
    words = tokens(plain, span[0], span[1], mentions)
    title = is_title(words)
    times = periods.find(plain, words, today)
    code = _mark_times(words, letters(words, title=title), times)
    line = row(chunks(words, code, [mention.noun for mention in mentions]))
    at, bindings = _bindings(line, mentions)
    return Sentence(
        span=span,
        tokens=words,
        row=line,
        title=title,
        periods=times,
        places=[place for place in places.find(plain, words, people, title=title) if code[place.at] != TIME],
        at=at,
        bindings=bindings,
        segments=clauses.segments(line, at, bindings),
    )


def _mark_times(words: Sequence[Token], code: str, times: Sequence[periods.Found]) -> str:
    """The code with words of time expressions marked, so that they are no part of the grammar."""
    if not times:
        return code
    marked = list(code)
    for time in times:
        for index, word in enumerate(words):
            if time.start <= word.start and word.end <= time.end and word.mention < 0:
                marked[index] = TIME
    return "".join(marked)


def _bindings(line: Row, mentions: Sequence[Mention]) -> tuple[list[int], list[Binding]]:
    """The chunk and the binding of each mention, in order."""
    done: dict[int, Binding] = {}
    for at, kind in enumerate(line.code):
        if kind == MENTION:
            done[at] = bind(line, at, mentions[line.chunks[at].mention].noun, done)
    return list(done), list(done.values())
