"""Entries of structured documents, such as rows, items and answers, and the words that say what they are about."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

import msgspec

from claimcheck.lexicon import entries, function_words, units
from claimcheck.lexicon.patterns import alternatives
from claimcheck.model import Block, Document, Mention
from claimcheck.normalise.documentation import limits
from claimcheck.normalise.matching import sections
from claimcheck.normalise.matching.facts import Facts
from claimcheck.normalise.text import telling

REACH = 600  # characters on each side of a figure, above which an entry is cut off
STRUCTURE = frozenset({"heading", "item", "cell"})
FIGURE = "\N{OBJECT REPLACEMENT CHARACTER}"  # stands for the figure of an entry
LED = 4  # words between "with a" and "of" that name what a figure is the measure of
LEAST = 3  # blocks of that sort that make a document of entries


class Entry(msgspec.Struct, frozen=True):
    """What stands around one figure."""

    start: int  # of the entry in its document
    label: frozenset[str]  # telling stems of its row and column, or of the words before ":" or "?"
    said: frozenset[str]  # of the label and the sentence
    all: frozenset[str]  # of the whole entry, and of the heading above it
    aside: bool  # the figure stands in brackets
    ones: frozenset[Decimal]  # what "a week" and "an hour" are in the base unit
    # what of the label and the sentence makes another figure of it: words of which the other entry must have one
    narrowed: frozenset[frozenset[str]]
    words: frozenset[str]  # all of the entry, its label and its heading
    limit: limits.Side | None  # of which the figure is one
    held: frozenset[str]  # telling stems of what the sentence says that the figure holds for: "on the slide"


def is_structured(document: Document) -> bool:
    """True for a document with headings, items or cells."""
    found = 0
    for block in document.blocks:
        found += block.kind in STRUCTURE
        if found >= LEAST:
            return True
    return False


def is_documentation(document: Document) -> bool:
    """True for a page of documentation as it is written, however short, and for a structured document."""
    return document.source.endswith(sections.PAGES) or is_structured(document)


def entry(fact: Facts) -> Entry:
    """The entry that a figure belongs to; words of the figure itself are left out."""
    mention, plain = fact.claim.mention, fact.document.plain
    block = mention.context.block
    start, end = _bounds(plain, block, mention)
    first, last = mention.context.sentence
    label = _label(plain, block, start, mention)
    said = label | _words(plain, max(first, start), min(last, end), mention) | _counted(mention)
    heading = telling.of(block.headings[-1]) if block.headings else frozenset[str]()
    whole = said | heading | _words(plain, start, end, mention)
    entire = plain[start:end].lower()
    ones = (units.to_base(units.by_word()[found[1]].symbol, Decimal(1)) for found in _one().finditer(entire))
    around = f"{block.row or ''} {block.column or ''}".lower()
    beside = plain[max(first, start) : mention.start], plain[mention.end : min(last, end)]
    narrowed = _narrowing(f"{around} {beside[0].lower()}{FIGURE}{beside[1].lower()}", mention)
    words = _all(f"{around} {' '.join(block.headings[-1:]).lower()} {entire}")
    aside, limit = _aside(plain, start, mention), limits.side(fact)
    held = _held(" | ".join((around, *beside)).lower())
    return Entry(start, label, said, whole, aside, frozenset(ones), narrowed, words, limit, held)


def question(fact: Facts) -> frozenset[str]:
    """Telling stems of the words before ":" or "?" at the start of the entry of a figure in prose."""
    mention, plain = fact.claim.mention, fact.document.plain
    block = mention.context.block
    return _label(plain, block, _bounds(plain, block, mention)[0], mention)


def _all(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]+", text))


def _narrowing(text: str, mention: Mention) -> frozenset[frozenset[str]]:
    """What of a text says of what part, state or charge a figure is: the words that may say so elsewhere."""
    table = entries.table()
    words = table.narrowing | table.charges if mention.kind == "money" else table.narrowing
    found = {frozenset({word}) for word in _all(text) & (words - table.leading)}
    for each in _leading().finditer(text):
        if each["figure"] is None:  # "with a weight of 30 kg" narrows nothing
            named = _all(each["behind"]) if each["word"] in table.having else frozenset()
            found.add(frozenset({each["word"]}) | named - function_words.words())
    return frozenset(found)


def _bounds(plain: str, block: Block, mention: Mention) -> tuple[int, int]:
    """The block of a figure, of one that is a list in plain lines the line that begins with a number or a mark."""
    start, end = max(block.start, mention.start - REACH), min(block.end or len(plain), mention.end + REACH)
    for mark in _mark().finditer(plain, start, end):
        if mark.start() > mention.start:
            return start, mark.start()
        start = mark.start()
    return start, end


def _words(plain: str, start: int, end: int, mention: Mention) -> frozenset[str]:
    before, behind = plain[start : max(start, mention.start)], plain[mention.end : max(end, mention.end)]
    return telling.within(before) | telling.within(behind)


def _held(text: str) -> frozenset[str]:
    return telling.within(" ".join(each["thing"] for each in _holding().finditer(text)))


def _counted(mention: Mention) -> frozenset[str]:
    """Telling stems of what is counted, which a measure has not."""
    return telling.within(mention.noun_phrase or "") if mention.kind == "count" else frozenset()


def _label(plain: str, block: Block, start: int, mention: Mention) -> frozenset[str]:
    if block.kind == "cell":
        return telling.of(f"{block.row or ''} {block.column or ''}")
    found = _lead().match(plain, start, mention.start)
    return telling.of(found["label"]) if found else frozenset()


def _aside(plain: str, start: int, mention: Mention) -> bool:
    return plain.rfind("(", start, mention.start) > plain.rfind(")", start, mention.start)


@cache
def _mark() -> re.Pattern[str]:
    """The start of a line of a list: "4.2 Pool", "- Pool"."""
    return re.compile(r"(?m)^[ \t]*(?:\d+(?:\.\d+)*[.)]?|[-*•+!])[ \t]+(?=\S)")


@cache
def _leading() -> re.Pattern[str]:
    """ "with the blue plan", up to the next small word; "with a weight of 30 kg", "after the first 30 km"."""
    words, small = alternatives(entries.table().leading), alternatives(function_words.words())
    figure = rf"(?:\s+an?(?:\s+[^\W\d]+){{1,{LED}}}\s+of)?(?:\s+(?:an?|another|the(?:\s+first)?))?\s+{FIGURE}"
    return re.compile(
        rf"\b(?P<word>{words})\b(?:(?P<figure>{figure})|(?P<behind>(?:\s+{small}\b)?(?:\s+(?!{small}\b)[^\W\d]+)*))"
    )


@cache
def _holding() -> re.Pattern[str]:
    """ "for the slide", "on a Sunday", up to the next small word."""
    words, small = alternatives(entries.table().holding), alternatives(function_words.words())
    return re.compile(rf"\b{words}(?:\s+{small}\b)?(?P<thing>(?:\s+(?!{small}\b)[^\W\d_]+)+)")


@cache
def _one() -> re.Pattern[str]:
    """ "a week", "an hour": a length of time that is no figure."""
    times = (word for word, unit in units.by_word().items() if unit.dimension == "duration")
    return re.compile(rf"\ban?\s({'|'.join(sorted(times, key=len, reverse=True))})\b")


@cache
def _lead() -> re.Pattern[str]:
    """ "4.2 Pool, repairs: ", "How long does it last? " """
    return re.compile(r"[\s*•\d.)+!-]*(?P<label>[^\W\d_][^.:!?\n]{1,60})[:?](?=\s)")
