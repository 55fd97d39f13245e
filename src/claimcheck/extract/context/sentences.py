"""Sentences around mentions: offsets into the document, cut where a block holds a mention and nowhere else."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

import sentencex  # type: ignore[import-untyped]

from claimcheck.lexicon import grammar
from claimcheck.model import Block, Mention, Span

_QUOTES = '"“”„«»'  # a quotation may hold several sentences
REACH = 2_000  # characters looked at on both sides of a mention in a block that is longer than LONG
LONG = 20_000
LONGEST = 1_500  # characters of a sentence; what is longer is a list or a table


def block_of(blocks: Sequence[Block], starts: Sequence[int], mention: Mention) -> Block:
    """The block that holds a mention; a block of the mention alone where there is none."""
    index = bisect_right(starts, mention.start) - 1
    if index >= 0 and mention.start < blocks[index].end:
        return blocks[index]
    return Block(mention.start, mention.end)


def group(
    plain: str, block: Block, mentions: Sequence[Mention]
) -> Iterator[tuple[Span, Sequence[Mention], Sequence[Span]]]:
    """The sentences of one block that hold mentions, each with its mentions and all sentences around it."""
    starts = [mention.start for mention in mentions]
    position = 0
    while position < len(mentions):
        first = position
        stretch = window(block, mentions[position])
        inner = mentions[position : bisect_right(starts, stretch[1])]
        spans = spans_in(plain, stretch, inner)
        for start, end in spans:
            last = bisect_left(starts, end, position)
            if last > position:
                inside = mentions[position:last]
                yield (min(start, inside[0].start), max(end, inside[-1].end)), inside, spans
                position = last
            if position == len(mentions):
                return
        if position == first:
            yield (mentions[first].start, mentions[first].end), mentions[first : first + 1], spans
            position += 1


def window(block: Block, mention: Mention) -> Span:
    """The stretch of a block that is cut into sentences: all of it unless it is very long."""
    if block.end - block.start <= LONG:
        return block.start, max(block.end, mention.end)
    return max(block.start, mention.start - REACH), min(max(block.end, mention.end), mention.end + LONG)


def spans_in(plain: str, stretch: Span, mentions: Sequence[Mention]) -> list[Span]:
    """Sentences of a stretch without the space around them; never cut inside a mention or behind an abbreviation."""
    offset = stretch[0]
    text = plain[offset : stretch[1]]
    for quote in _QUOTES:
        text = text.replace(quote, " ")
    if not text.isascii():
        text = _wide_space().sub(" ", text)
    starts = [mention.start for mention in mentions]
    found: list[Span] = []
    for raw in sentencex.get_sentence_boundaries("en", text):
        start, end = offset + raw["start_index"], offset + raw["end_index"]
        if found and _continues(plain, found[-1], start, mentions, starts):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return [
        _trim(plain, part)
        for span in found
        for part in ((span,) if span[1] - span[0] <= LONGEST else _parts(plain, span, mentions, starts))
    ]


@cache
def _wide_space() -> re.Pattern[str]:
    """A space that is no ASCII before a full stop: behind a single capital it makes sentencex panic."""
    return re.compile(r"[^\S\x00-\x7f](?=\.)")


def _parts(plain: str, span: Span, mentions: Sequence[Mention], starts: Sequence[int]) -> Iterator[Span]:
    """A sentence that is longer than any sentence is, cut at white space outside mentions."""
    start, end = span
    while end - start > LONGEST:
        cut = plain.rfind(" ", start + 1, start + LONGEST)
        index = bisect_right(starts, cut) - 1
        if cut > start and index >= 0 and mentions[index].start < cut < mentions[index].end:
            cut = mentions[index].start
        if cut <= start:
            break
        yield start, cut
        start = cut
    yield start, end


def _continues(
    plain: str, before: Span, border: int, mentions: Sequence[Mention], starts: Sequence[int]
) -> bool:
    """True where a cut at `border` falls inside a mention, or between an abbreviation and what belongs to it."""
    index = bisect_right(starts, border - 1) - 1
    if index >= 0 and mentions[index].start < border < mentions[index].end:
        return True
    left = plain[max(before[0], border - 20) : border].rsplit(None, 1)
    if not left or left[-1].lower().lstrip("(") not in grammar.words("abbreviations"):
        return False
    right = plain[border : border + 20].split(None, 1)
    if not right:
        return False
    first = right[0].lower().strip(".,")
    return not first[:1].isupper() and (right[0][0].islower() or right[0][0].isdigit() or _is_time(first))


def _is_time(word: str) -> bool:
    return word in grammar.words("time_noun") or (word.endswith("day") and word in grammar.words("adverb"))


def _trim(plain: str, span: Span) -> Span:
    start, end = span
    if start < end and not plain[start].isspace() and not plain[end - 1].isspace():
        return span
    text = plain[start:end]
    first = start + len(text) - len(text.lstrip())
    return first, max(first, start + len(text.rstrip()))
