"""What stands beside a figure and near it: its clause, its labels, its heading."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from claimcheck.lexicon import limits
from claimcheck.lexicon.patterns import alternatives
from claimcheck.model import Block, Document, Span
from claimcheck.normalise.matching.facts import Facts
from claimcheck.normalise.text import sentences

BEFORE = 200  # characters of the sentence before that of a figure
SHORT = 40  # characters of a heading in plain text
ROW = 12  # cells of a row on each side


class Spot(NamedTuple):
    """A figure at `start`:`end`, its number at `first`:`last`."""

    document: Document
    block: Block
    sentence: Span
    start: int
    first: int
    last: int
    end: int


def of(fact: Facts) -> Spot:
    """Where a figure stands."""
    mention = fact.claim.mention
    context = mention.context
    places = mention.start, mention.number_start, mention.number_end, mention.end
    return Spot(fact.document, context.block, context.sentence, *places)


def clause(spot: Spot, alike: Iterable[Span], others: Iterable[Span]) -> str:
    """What a sentence says of a figure: from the one of its kind before to the next one, up to a joint if there is one.

    `alike` are the other figures of its kind in the sentence, `others` all others; "|" stands for the figure itself.
    """
    text, (first, last) = spot.document.text, spot.sentence
    apart = [*others]
    start = max((end for _, end in alike if end <= spot.start), default=first)
    stop = min((begin for begin, _ in apart if begin >= spot.end), default=last)
    before, behind = text[start : spot.first], text[spot.last : stop]
    if start > first:
        before = joint().split(before)[-1]
    if apart:
        behind = joint().split(behind)[0]
    return f"{before} | {behind}"


def label(spot: Spot) -> str:
    """The labels of a cell with what else its row says, or what a paragraph begins with: "3. Probation."."""
    if spot.block.kind == "cell":
        return _row(spot.document, spot.block)
    lead = _lead().match(spot.document.text, spot.block.start, max(spot.block.start, spot.start))
    return lead["words"] if lead else ""


def asked(fact: Facts) -> str:
    """The question that the paragraph of a figure answers: at its start, as the paragraph before it, as its heading."""
    spot = of(fact)
    own = spot.document.plain[spot.block.start : spot.start]
    at = _place(spot.document, spot.block)
    above = spot.document.blocks[at - 1] if at else spot.block
    before = spot.document.plain[above.start : above.end].strip(" *_\n")
    heading = spot.block.headings[-1] if spot.block.headings else ""
    texts = (own[: own.rfind("?") + 1], before if "\n\n" not in before else "", heading.strip(" *_"))
    return next((text for text in texts if text.endswith("?")), "")


def counted(fact: Facts) -> str:
    """What a question asks the number of: "How many buckets can I have?"."""
    found = _how_many().search(asked(fact).lower())
    return found["thing"] if found else ""


def asks_for_most(fact: Facts) -> bool:
    """True for an answer to how many there may be, and not to how many there are."""
    found = _how_many().search(asked(fact).lower())
    return found is not None and found["may"] is not None


def around(spot: Spot) -> str:
    """The sentence of a figure and the one before it, with the heading."""
    first, last = spot.sentence
    start, _ = sentences.before(spot.document.plain, first, min(BEFORE, first - spot.block.start))
    return f"{_heading(spot.document, spot.block)} | {spot.document.text[start:last]}"


def _heading(document: Document, block: Block) -> str:
    """The heading above a block; in plain text a short line of its own that ends without a stop."""
    if block.headings:
        return block.headings[-1]
    at = _place(document, block)
    above = document.blocks[at - 1] if at else block
    line = document.plain[above.start : above.end].strip()
    return line if len(line) <= SHORT and line[-1:].isalpha() else ""


def _row(document: Document, block: Block) -> str:
    """The labels of a cell and the words of the other cells of its row."""
    at = _place(document, block)
    before, behind = document.blocks[max(0, at - ROW) : at], document.blocks[at + 1 : at + ROW]
    row = [
        *takewhile(lambda each: _is_of_row(each, block), reversed(before)),
        *takewhile(lambda each: _is_of_row(each, block), behind),
    ]
    said = (document.text[each.start : each.end] for each in row)
    return " | ".join((block.row or "", block.column or "", *said))


def _is_of_row(cell: Block, block: Block) -> bool:
    return (cell.kind, cell.row, cell.headings) == ("cell", block.row, block.headings)


def _place(document: Document, block: Block) -> int:
    return bisect_left(document.blocks, block.start, key=lambda each: each.start)


@cache
def _how_many() -> re.Pattern[str]:
    """ "how many buckets can I have" """
    words, may = alternatives(limits.table().asking), alternatives(limits.table().permitting)
    return re.compile(rf"\b{words}\s+(?P<thing>[^\W\d_]+)(?:.*\b(?P<may>{may})\b)?")


@cache
def joint() -> re.Pattern[str]:
    """Where what is said of a figure begins or ends in a sentence with several."""
    return re.compile(r"[,;:]|\s(?:and|but|or|while)\s")


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(r"[\s*_\d.)+-]*(?P<words>[^\W\d_][^.,;:?!\n]{1,60})[.:?!]")
