"""What stands beside a figure and near it: its clause, its labels, its heading."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from claimcheck.model import Block, Document
from claimcheck.normalise import sentences
from claimcheck.normalise.facts import Facts

BEFORE = 200  # characters of the sentence before that of a figure
SHORT = 40  # characters of a heading in plain text
ROW = 12  # cells of a row on each side


def clause(fact: Facts, sentence: Sequence[Facts]) -> str:
    """What a sentence says of a figure: from the one of its kind before to the next one, up to a joint if there is one.

    `sentence` holds the figures of its sentence; "|" stands for the figure itself.
    """
    mention, text = fact.claim.mention, fact.document.text
    others = [each.claim.mention for each in sentence if each is not fact]
    alike = [each.end for each in others if each.end <= mention.start and each.kind == mention.kind]
    first, last = mention.context.sentence
    start = max(alike, default=first)
    stop = min((each.start for each in others if each.start >= mention.end), default=last)
    before, behind = text[start : mention.number_start], text[mention.number_end : stop]
    if alike:
        before = _joint().split(before)[-1]
    if others:
        behind = _joint().split(behind)[0]
    return f"{before} | {behind}"


def label(fact: Facts) -> str:
    """The labels of a cell with what else its row says, or what a paragraph begins with: "3. Probation."."""
    block, text = fact.claim.mention.context.block, fact.document.text
    if block.kind == "cell":
        return _row(fact.document, block)
    lead = _lead().match(text, block.start, max(block.start, fact.claim.mention.start))
    return lead["words"] if lead else ""


def around(fact: Facts) -> str:
    """The sentence of a figure and the one before it, with the heading."""
    mention = fact.claim.mention
    block, (first, last) = mention.context.block, mention.context.sentence
    start, _ = sentences.before(fact.document.plain, first, min(BEFORE, first - block.start))
    return f"{_heading(fact.document, block)} | {fact.document.text[start:last]}"


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
def _joint() -> re.Pattern[str]:
    """Where what is said of a figure begins or ends in a sentence with several."""
    return re.compile(r"[,;:]|\s(?:and|but|or|while)\s")


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(r"[\s*_\d.)+-]*(?P<words>[^\W\d_][^.,;:?!\n]{1,60})[.:?!]")
