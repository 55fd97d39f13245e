"""Entries of structured documents, such as rows, items and answers, and the words that say what they are about."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

import msgspec

from claimcheck.lexicon import entries, units
from claimcheck.model import Block, Document, Mention
from claimcheck.normalise import telling
from claimcheck.normalise.facts import Facts

REACH = 600  # characters on each side of a figure, above which an entry is cut off
STRUCTURE = frozenset({"heading", "item", "cell"})
LEAST = 3  # blocks of that sort that make a document of entries


class Entry(msgspec.Struct, frozen=True):
    """What stands around one figure."""

    start: int  # of the entry in its document
    label: frozenset[str]  # telling stems of its row and column, or of the words before ":" or "?"
    said: frozenset[str]  # of the label and the sentence
    all: frozenset[str]  # of the whole entry, and of the heading above it
    aside: bool  # the figure stands in brackets
    ones: frozenset[Decimal]  # what "a week" and "an hour" are in the base unit
    narrowed: frozenset[str]  # words of the label and the sentence that make another figure of it
    words: frozenset[str]  # all of the entry, its label and its heading


def is_structured(document: Document) -> bool:
    """True for a document with headings, items or cells."""
    found = 0
    for block in document.blocks:
        found += block.kind in STRUCTURE
        if found >= LEAST:
            return True
    return False


def entry(fact: Facts) -> Entry:
    """The entry that a figure belongs to; words of the figure itself are left out."""
    mention, plain = fact.claim.mention, fact.document.plain
    block = mention.context.block
    start, end = _bounds(plain, block, mention)
    first, last = mention.context.sentence
    label = _label(plain, block, start, mention)
    said = label | _words(plain, max(first, start), min(last, end), mention)
    heading = telling.of(block.headings[-1]) if block.headings else frozenset[str]()
    whole = said | heading | _words(plain, start, end, mention)
    entire = plain[start:end].lower()
    ones = (units.to_base(units.by_word()[found[1]].symbol, Decimal(1)) for found in _one().finditer(entire))
    around = f"{block.row or ''} {block.column or ''}".lower()
    narrowed = _narrowing(f"{around} {plain[max(first, start) : min(last, end)].lower()}", mention)
    words = _all(f"{around} {' '.join(block.headings[-1:]).lower()} {entire}")
    return Entry(start, label, said, whole, _aside(plain, start, mention), frozenset(ones), narrowed, words)


def _all(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]+", text))


def _narrowing(text: str, mention: Mention) -> frozenset[str]:
    """The words of a text that say of what part, state or charge a figure is."""
    table = entries.table()
    return _all(text) & (table.narrowing | table.charges if mention.kind == "money" else table.narrowing)


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
def _one() -> re.Pattern[str]:
    """ "a week", "an hour": a length of time that is no figure."""
    times = (word for word, unit in units.by_word().items() if unit.dimension == "duration")
    return re.compile(rf"\ban?\s({'|'.join(sorted(times, key=len, reverse=True))})\b")


@cache
def _lead() -> re.Pattern[str]:
    """ "4.2 Pool, repairs: ", "How long does it last? " """
    return re.compile(r"[\s*•\d.)+!-]*(?P<label>[^\W\d_][^.:!?\n]{1,60})[:?](?=\s)")
