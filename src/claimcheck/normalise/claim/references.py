"""Numbers that name something: telephone numbers, resolutions, models, scores; compared in like wording only."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from operator import attrgetter
from typing import Final

from claimcheck.interval import Interval
from claimcheck.lexicon import function_words, masks
from claimcheck.model import Block, Claim, Context, Document, Masked, Mention
from claimcheck.normalise.text import sentences, serials

KIND: Final = "reference"
JOINTS = {"id": " ", "score": "-–/"}  # between the parts of one number: 0845 125 2222, 2-1
REASONS = frozenset({"id", "name", "phone", "reference", "score"})  # masks whose numbers name something
NEAR = 40  # characters on each side that hold few other numbers in prose
CROWD = 3
AROUND = 300  # characters on each side in which the sentence begins and ends


def naming(document: Document, masked: Sequence[Masked]) -> tuple[Claim, ...]:
    """The masked numbers of a document that name something, as claims, in the order of the text.

    Those of its head name the text itself: "Bulletin 5".
    """
    heads = list(serials.lines(document.plain))
    wanted = sorted((item for item in masked if item.reason in REASONS), key=attrgetter("start"))
    return tuple(
        _claim(document, item)
        for item in _joined(document.plain, wanted)
        if _digits(document, item)
        and not any(start <= item.start < end for start, end in heads)
        and not _is_version(document.plain, item)
        and not _is_local(document.plain, item)
        and _in_prose(document.plain, item)
    )


def _joined(plain: str, items: Sequence[Masked]) -> Iterator[Masked]:
    """The groups of digits of one number as one: 0845 125 2222."""
    last: Masked | None = None
    for item in items:
        between = JOINTS.get(item.reason, "") if last is not None and item.reason == last.reason else ""
        if last is not None and plain[last.end : item.start] in {*between}:
            last = Masked(last.start, item.end, item.reason)
            continue
        if last is not None:
            yield last
        last = item
    if last is not None:
        yield last


def _is_version(plain: str, item: Masked) -> bool:
    """True for "Python 3.13" and "v2": each text names the versions of its own time."""
    if re.search(r"(?<![^\W\d_])[vV]$", plain[max(0, item.start - 2) : item.start]):
        return True
    return item.reason == "name" and "." in plain[item.start : item.end]


def _is_local(plain: str, item: Masked) -> bool:
    """True for what is numbered in a text or in a list alone ("Step 8", "#412"), and for names in code: "node_1"."""
    before = plain[max(0, item.start - NEAR) : item.start]
    word = re.search(r"(?P<word>[^\W\d_]+)\s*$", before)
    local = word is not None and word["word"].lower() in masks.masks().cues["local"]
    return local or re.search(r"#$|_\w*$", before) is not None


def _in_prose(plain: str, item: Masked) -> bool:
    """False in the rows of a table or list of numbers."""
    before, after = plain[max(0, item.start - NEAR) : item.start], plain[item.end : item.end + NEAR]
    spaced = before.endswith("  ") or after.startswith("  ")
    return not spaced and len(re.findall(r"\d+(?:[.,]\d+)*", before + "|" + after)) <= CROWD


def _digits(document: Document, item: Masked) -> str:
    return re.sub(r"\D", "", document.plain[item.start : item.end])


def _value(document: Document, item: Masked) -> str:
    """The digits of a number; those of the two sides of a score stay apart."""
    return re.sub(
        r"\D+", "000" if item.reason == "score" else "", document.plain[item.start : item.end].strip()
    )


def _claim(document: Document, item: Masked) -> Claim:
    block = document.block_at(item.start) or Block(0, len(document.plain))
    mention = Mention.passage(
        document,
        (item.start, item.end),
        KIND,
        noun_phrase=_named(document.plain[max(block.start, item.start - AROUND) : item.start], item.reason),
        context=Context(sentence=_sentence(document.plain, item, block), block=block),
    )
    value = Interval.point(Decimal(_value(document, item)))
    identity = hashlib.sha1(f"{KIND}:{document.source}:{item.start}".encode()).hexdigest()[:12]
    return Claim(identity, mention, value, value, None, None, None)


def _named(before: str, reason: str) -> str:
    """The word before a number, which says what it names: resolutions, Interstate."""
    found = re.search(r"([^\W\d_]+)[\s.]*$", before)
    if found is None or found[1].lower() in function_words.words():
        return "score" if reason == "score" else "number"
    return found[1]


def _sentence(plain: str, item: Masked, block: Block) -> tuple[int, int]:
    low, high = max(block.start, item.start - AROUND), min(block.end or len(plain), item.end + AROUND)
    return sentences.around(plain, (item.start, item.end), (low, high))
