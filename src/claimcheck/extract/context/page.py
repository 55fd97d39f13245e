"""A document while its mentions are read: what is carried from sentence to sentence is looked up here."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from operator import itemgetter

import msgspec

from claimcheck.extract.context import periods, speaker_names, speakers, tellers
from claimcheck.extract.context.people import names
from claimcheck.extract.context.quotations import quotation_at
from claimcheck.extract.context.sentence import Sentence, interpret
from claimcheck.extract.context.sentences import LONG, spans_in
from claimcheck.extract.context.tokens import tokens
from claimcheck.model import Block, Document, Period, Span

BACK = 2  # sentences looked at before a mention for a period that still holds
ABOVE = 4  # paragraphs looked at above a quotation or a "he said"
ASIDE = 1200  # characters before a sentence in which "the" stands before a name that is no person's
NEAR = 5  # sentences looked at on each side of a quotation for its speaker


class Page(msgspec.Struct, frozen=True, gc=False):
    """A document, the names of its persons, the speakers of a transcript by block, and what was looked for so far."""

    document: Document
    people: frozenset[str]
    labels: dict[int, str]
    named: dict[Span, str | None]  # the speakers of sentences looked at so far
    openings: dict[Span, Period | None]  # of sentences looked at so far
    near: dict[Span, str | None]  # who speaks the quotations of sentences looked at so far
    above: dict[int, str | None]  # who speaks above blocks looked at so far, by the start of the block
    spans: dict[int, Sequence[Span]]  # sentences of blocks looked at so far, by the start of the block


class Stretch(msgspec.Struct, frozen=True, gc=False):
    """One block with its sentences and quotations."""

    block: Block
    spans: Sequence[Span]
    quotations: Sequence[Span]


def page(document: Document) -> Page:
    """A document ready for its mentions."""
    return Page(document, names(document.plain), _labels(document), {}, {}, {}, {}, {})


def _labels(document: Document) -> dict[int, str]:
    """The speaker of each block of a transcript by the start of the block; a heading ends a speech.

    Where nobody speaks twice, a label of one word is a topic: "Health: two clinics", "Water: none".
    """
    if ":" not in document.plain:
        return {}
    named = {block.start: _label(document, block) for block in document.blocks if block.kind == "paragraph"}
    counts = Counter(name for name in named.values() if name)
    if max(counts.values(), default=0) < 2:
        named = {start: name for start, name in named.items() if name and " " in name}
        if len(named) < 2:
            return {}
    found: dict[int, str] = {}
    current: str | None = None
    for block in document.blocks:
        name = named.get(block.start)
        if block.kind == "heading":
            current = None
        elif name:
            current = name
        if current:
            found[block.start] = current
    return found


def _label(document: Document, block: Block) -> str | None:
    """The speaker that a paragraph begins with; a word that the text also writes small is no name."""
    name = speakers.label(document.plain, block)
    if name is None or any(f" {word.lower()} " in document.plain for word in name.split()):
        return None
    return name


def opening_period(page: Page, stretch: Stretch, span: Span) -> Period | None:
    """The period that opens the nearest sentence before `span` in the block; a quotation keeps its own."""
    plain, today = page.document.plain, page.document.date
    for before in _before(stretch, span, BACK):
        quote = quotation_at(stretch.quotations, before[0], before[0] + 2)
        if quote is not None and quote[1] < span[0]:
            continue
        if before not in page.openings:
            page.openings[before] = periods.opening(plain, before, today)
        if page.openings[before] is not None:
            return page.openings[before]
    return None


def speaker_near(page: Page, stretch: Stretch, span: Span) -> str | None:
    """Who speaks the quotation that a sentence lies in: named before it or behind it; looked for once."""
    if span not in page.near:
        page.near[span] = _near(page, stretch, span)
    return page.near[span]


def _near(page: Page, stretch: Stretch, span: Span) -> str | None:
    quote = quotation_at(stretch.quotations, *span)
    for other in _outwards(stretch, span):
        if quote is None or _touches(other, quote):
            name = _speaker(page, other)
            if name is not None and (name == "" or speaker_names.is_office(name)):
                return speaker_before(page, stretch, other) or name or None
            if name:
                return name
    return _speaker_above(page, stretch.block)


def speaker_before(page: Page, stretch: Stretch, span: Span) -> str | None:
    """The last speaker named before a sentence: who "he" is in "he said"."""
    for other in _before(stretch, span, NEAR):
        name = _speaker(page, other)
        if name and not speaker_names.is_office(name):
            return name
    return _speaker_above(page, stretch.block)


def holder(page: Page, stretch: Stretch, span: Span) -> str | None:
    """The person named last before a sentence, who may hold the office that speaks in it; not "the Watch"."""
    name = speaker_before(page, stretch, span)
    start = max(0, span[0] - ASIDE)
    body = (
        name is None
        or speaker_names.is_body(name)
        or f"the {name}".lower() in page.document.plain[start : span[0]].lower()
    )
    return None if body else name


def _speaker_above(page: Page, block: Block) -> str | None:
    """The last speaker named in the paragraphs right above a block; looked for once."""
    if block.start not in page.above:
        page.above[block.start] = _above(page, block)
    return page.above[block.start]


def _above(page: Page, block: Block) -> str | None:
    blocks = page.document.blocks
    index = bisect_left(blocks, block.start, key=lambda other: other.start)
    for above in reversed(blocks[max(0, index - ABOVE) : index]):
        if above.kind == "heading":
            return None
        for span in reversed(_spans(page, above)[-NEAR:]):
            name = _speaker(page, span)
            if name and not speaker_names.is_office(name):
                return name
    return None


def _spans(page: Page, block: Block) -> Sequence[Span]:
    """The sentences of a block without mentions, cut once; none of a very long one."""
    if block.start not in page.spans:
        short = block.end - block.start <= LONG
        page.spans[block.start] = spans_in(page.document.plain, (block.start, block.end), ()) if short else ()
    return page.spans[block.start]


def _speaker(page: Page, span: Span) -> str | None:
    """The speaker named in a sentence, its mentions left out of account; looked for once."""
    if span not in page.named:
        plain, today = page.document.plain, page.document.date
        words = tokens(plain, *span, ())
        told = interpret(plain, [(span, ())], [words], today, page.people) if speakers.can_tell(words) else ()
        page.named[span] = speaker_in(page, told[0], 0) if told else None
    return page.named[span]


def speaker_in(page: Page, sentence: Sentence, at: int) -> str | None:
    """The speaker named in a sentence for what stands at chunk `at`; looked for once in each part of it."""
    if not speakers.can_name(sentence.row):
        return None
    plain = page.document.plain
    if speakers.can_tell(sentence.tokens):
        part = speakers.part(sentence.row, at)
        if part not in sentence.speakers:
            sentence.speakers[part] = speakers.in_sentence(plain, sentence.tokens, sentence.row, at)
        if sentence.speakers[part] is not None:
            return sentence.speakers[part]
    return tellers.teller(plain, sentence.tokens, sentence.row, at)


def _before(stretch: Stretch, span: Span, count: int) -> Iterator[Span]:
    """Up to `count` sentences before `span`, nearest first."""
    index = bisect_left(stretch.spans, span)
    return reversed(stretch.spans[max(0, index - count) : index])


def _outwards(stretch: Stretch, span: Span) -> Iterator[Span]:
    """Sentences around `span`, nearest first, the one behind before the one in front."""
    behind = bisect_left(stretch.spans, span[1], key=itemgetter(0))
    here = bisect_left(stretch.spans, span[0], key=itemgetter(0))
    after = stretch.spans[behind : behind + NEAR]
    before = stretch.spans[max(0, here - NEAR) : here][::-1]
    for step in range(NEAR):
        yield from after[step : step + 1]
        yield from before[step : step + 1]


def _touches(span: Span, quote: Span) -> bool:
    """True where a sentence overlaps or adjoins a quotation."""
    return span[0] <= quote[1] + 3 and span[1] >= quote[0] - 3
