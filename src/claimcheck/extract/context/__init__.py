"""The context of mentions: what the words around each number say of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, islice

import msgspec

from claimcheck.extract.context import arguments, quotations, scopes, speaker_names, status, where
from claimcheck.extract.context.page import (
    Page,
    Stretch,
    holder,
    opening_period,
    page,
    speaker_before,
    speaker_in,
    speaker_near,
)
from claimcheck.extract.context.row import Binding
from claimcheck.extract.context.sentence import Sentence, Written, analyse
from claimcheck.extract.context.sentences import block_of, group
from claimcheck.lexicon import grammar, nouns
from claimcheck.model import Context, Document, Mention

_TOGETHER = 32  # sentences read at a time
_ON_TO = (
    ("from", "down", "to"),
    ("from", "up", "to"),
)  # around the first of two: "from 58 minutes down to 51"


def attach(document: Document, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The same mentions with their context; they must be in the order of the text."""
    if not mentions:
        return ()
    opened = page(document)
    found: list[Mention] = []
    written = _sentences(document, mentions)
    while together := list(islice(written, _TOGETHER)):
        read = analyse(document.plain, [given for _, given in together], document.date, opened.people)
        for (stretch, (_, inside)), sentence in zip(together, read, strict=True):
            for number, mention in enumerate(inside):
                context = _context(opened, stretch, sentence, number, mention)
                found.append(msgspec.structs.replace(mention, context=context))
    return tuple(found)


def _sentences(document: Document, mentions: Sequence[Mention]) -> Iterator[tuple[Stretch, Written]]:
    """The sentences that hold mentions, each with its block."""
    starts = [block.start for block in document.blocks]
    placed = [(block_of(document.blocks, starts, mention), mention) for mention in mentions]
    for _, pairs in groupby(placed, key=lambda pair: pair[0].start):
        together = list(pairs)
        block = together[0][0]
        quoted = quotations.find(document.plain, block)
        for span, inside, spans in group(document.plain, block, [mention for _, mention in together]):
            yield Stretch(block, spans, quoted), (span, inside)


def _context(opened: Page, stretch: Stretch, sentence: Sentence, number: int, mention: Mention) -> Context:
    at, bound, row = sentence.at[number], sentence.bindings[number], sentence.row
    clause = sentence.clauses[number]
    places = where.places_of(sentence, number)
    quoted = quotations.is_quoted(stretch.quotations, mention.start, mention.end)
    period = where.period_of(sentence, number, opened.document.date)
    names = scopes.found(sentence.tokens, row.chunks[at].first, mention)
    names += scopes.of_words(bound.verb, bound.head)
    names += _relations(sentence, number, mention)
    if sentence.cues:
        opened_at = _main(sentence, clause[0])
        names += [name for index, name in sentence.cues if opened_at <= index < clause[1]]
    names += scopes.of_places(places) if places else ()
    names += ("headline",) if stretch.block.kind == "heading" else ()
    return Context(
        sentence=sentence.span,
        block=stretch.block,
        verb=bound.verb,
        voice=bound.voice,
        negated=not status.bounds(mention) and status.negated(row, at, bound),
        status=status.status(row, at, bound, sentence.tokens.words[clause[0] : clause[1]]),
        subject=arguments.subject(row, at, bound),
        object=arguments.object_(row, bound),
        head=bound.head,
        places=tuple(dict.fromkeys([place.place() for place in places])) if places else (),
        period=period or opening_period(opened, stretch, sentence.span),
        scopes=tuple(sorted(set(names))) if names else (),
        speaker=_speaker(opened, stretch, sentence, at, quoted=quoted),
        quoted=quoted,
    )


def _main(sentence: Sentence, start: int) -> int:
    """The token at which the clause from `start` on begins; one with "where" goes on with what stands before it."""
    return 0 if "where" in sentence.tokens.words[max(0, start - 1) : start + 1] else start


def _relations(sentence: Sentence, number: int, mention: Mention) -> Iterator[str]:
    """Scopes by the structure of the sentence: parts in brackets or behind "including", the old value of a change."""
    row, at, bound = sentence.row, sentence.at[number], sentence.bindings[number]
    counted = mention.kind == "count" and mention.conversion_of is None
    if counted and bound.shared is not None and _is_part(sentence, bound.shared, at):
        yield "part"
    of = at - 1 - (row.code[at - 1 : at] == "S")  # "of the country's 44 hospitals"
    if _is_whole(row.code, of) and (of < 1 or row.code[of - 1] != "N" or row.chunks[of - 1].pronoun):
        yield "whole"
    if row.code[at + 1 : at + 3] == "oM" or _is_of_whole(row.code, at):
        yield "part"
    around = (row.chunks[at - 1].head if at else "", *(chunk.head for chunk in row.chunks[at + 1 : at + 3]))
    if at and (_is_old(around[0], bound, mention) or around in _ON_TO):
        yield "previous"
    if counted and row.code[max(0, at - 2) : at] == "Np" and _is_for_people(row.chunks[at - 1].head, mention):
        yield "capacity"


def _is_for_people(before: str, mention: Mention) -> bool:
    """True for those whom things are for: "beds for 120 guests", "life-jackets for 290 people"."""
    return before == "for" and nouns.is_people(nouns.classes().get(mention.noun or ""))


def _is_old(before: str, bound: Binding, mention: Mention) -> bool:
    """True for the figure that another one is set against: "fell from 70", "against 790 million"."""
    if bound.relation == "predicate":
        return before in ("from", "against")
    return before == "against" and bound.relation == "list" and mention.noun is None


def _is_whole(code: str, of: int) -> bool:
    """True for an "of" that follows another number, "most" and the like, or nothing: "of the 30 men, 12"."""
    return of >= 0 and code[of] == "o" and (of == 0 or code[of - 1] in "MN,;")


def _is_of_whole(code: str, at: int) -> bool:
    """ "Of the 640 injured, 212 were flown out": a part of what stands behind "of"."""
    before = code[: max(0, at - 1)].rstrip("R")  # "injured"
    opens = before == "oM" or before.endswith((",oM", ";oM"))
    return opens and code[at - 1] == ","


def _is_part(sentence: Sentence, whole: int, at: int) -> bool:
    """True where the number stands in a bracket behind `whole`, or in the list behind "including"."""
    between = sentence.row.chunks[whole + 1 : at]
    opened = sum(chunk.kind == "(" for chunk in between) > sum(chunk.kind == ")" for chunk in between)
    if opened or any(chunk.head in grammar.words("listing") for chunk in between):
        return True
    earlier = sentence.bindings[sentence.at.index(whole)].shared
    return (
        earlier is not None and all(c.kind in ",cN" for c in between) and _is_part(sentence, earlier, whole)
    )


def _speaker(opened: Page, stretch: Stretch, sentence: Sentence, at: int, *, quoted: bool) -> str | None:
    """Who says it: named in the sentence, "he" of a sentence before, beside the quotation, or by a transcript."""
    named = speaker_in(opened, sentence, at)
    if named and not speaker_names.is_office(named):
        return named
    if named:
        return holder(opened, stretch, sentence.span) or named
    if named == "":
        named = speaker_before(opened, stretch, sentence.span)
    elif quoted:
        named = speaker_near(opened, stretch, sentence.span)
    return named or opened.labels.get(stretch.block.start)
