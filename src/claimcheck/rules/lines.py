"""Sentences with their figures as marks, so that patterns read the words between figures: "⟨c0⟩ of the ⟨c1⟩ houses"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

import msgspec

from claimcheck.lexicon import dates, grammar, sums
from claimcheck.model import Block, Claim, Document, Mention
from claimcheck.rules.rule import View

LETTERS = {
    "count": "c",
    "money": "m",
    "percent": "p",
    "share": "s",
    "ratio": "t",
    "duration": "d",
    "age": "a",
}
OTHER = "u"  # any other measure
PROSE = frozenset({"paragraph", "quote"})
MANY = 60  # figures of one sentence; what holds more is a list of numbers
VAGUE = "v"  # dozens, hundreds
ADDABLE = "cmu"  # kinds whose figures add up
Wanted = Callable[[Sequence[Claim]], bool]
_SAME = str.maketrans({"’": "'", "—": "–", "[": "(", "]": ")", "“": '"', "”": '"'})


class Mark(msgspec.Struct, frozen=True):
    """A figure in the words of a line: its kind as a letter, its claim, and its place in the words."""

    letter: str
    claim: Claim
    start: int
    end: int


class Line(msgspec.Struct, frozen=True):
    """One sentence: lower-case words with marks for figures, those of other years left out, white space folded."""

    document: Document
    span: tuple[int, int]
    block: Block
    words: str
    marks: tuple[Mark, ...]

    def before(self, index: int) -> str:
        """The words between the mark before and this one."""
        start = self.marks[index - 1].end if index else 0
        return self.words[start : self.marks[index].start]

    def until(self, index: int) -> str:
        """All words before this mark."""
        return self.words[: self.marks[index].start]

    def after(self, index: int) -> str:
        """The words between this mark and the next one, or the end."""
        end = self.marks[index + 1].start if index + 1 < len(self.marks) else len(self.words)
        return self.words[self.marks[index].end : end]


def documents(view: View) -> Iterator[tuple[Document, list[Claim]]]:
    """Every document with its claims in the order of the text."""
    by_source: dict[str, list[Claim]] = {}
    for claim in view.claims:
        by_source.setdefault(claim.source, []).append(claim)
    for source, claims in sorted(by_source.items()):
        yield view.documents[source], claims


def follows(before: Line, line: Line) -> bool:
    """True for two sentences of prose with nothing between them, in one paragraph or in two that are neighbours."""
    if before.block.start != line.block.start and not (
        before.block.kind in PROSE and line.block.kind in PROSE
    ):
        return False
    return not line.document.plain[before.span[1] : line.span[0]].strip(" \n\t\"'”’)")


def lines(
    document: Document, claims: Iterable[Claim], wanted: Wanted = bool, *, repeated: bool = False
) -> Iterator[Line]:
    """One line for each sentence that holds claims which are `wanted`; `repeated` marks conversions as well."""
    by_sentence: dict[tuple[int, int], list[Claim]] = {}
    for claim in claims:
        by_sentence.setdefault(claim.mention.context.sentence, []).append(claim)
    for span, inside in by_sentence.items():
        if len(inside) <= MANY and wanted(inside):
            yield _line(document, span, inside, repeated=repeated)


def _line(document: Document, span: tuple[int, int], claims: list[Claim], *, repeated: bool) -> Line:
    claims.sort(key=_number_start)
    plain = document.plain
    pieces: list[str] = []
    marked: list[tuple[str, Claim]] = []
    aside = [found.span() for found in _of_other_year().finditer(plain, *span)]
    position = span[0]
    for claim in claims:
        start, end = _extent(document, claim.mention)
        if start < position or any(low < start < high for low, high in aside):
            continue
        pieces.append(_unmarked(plain[position:start]))
        position = end
        if repeated or claim.mention.conversion_of is None:
            letter = _letter(claim.mention)
            pieces.append(f"⟨{letter}{len(marked)}⟩")
            marked.append((letter, claim))
    pieces.append(_unmarked(plain[position : span[1]]))
    words = _folded("".join(pieces))
    places = _mark().finditer(words)
    marks = (
        Mark(letter, claim, *found.span()) for (letter, claim), found in zip(marked, places, strict=False)
    )
    return Line(document, span, claims[0].mention.context.block, words, tuple(marks))


def _extent(document: Document, mention: Mention) -> tuple[int, int]:
    """From the hedge to the end of the unit; the counted noun stays among the words."""
    start = min(mention.start, mention.number_start)
    while document.plain[start].isspace():
        start += 1
    if mention.unit is None and mention.kind != "money":
        return start, mention.number_end
    tail = document.plain[mention.number_end : mention.end]
    noun = tail.rfind(mention.noun_phrase) if mention.noun_phrase else -1
    unit = tail[:noun] if noun >= 0 else tail
    return start, mention.number_end + len(_of().sub("", unit))


def _letter(mention: Mention) -> str:
    if mention.vague and mention.kind == "count":
        return VAGUE
    if mention.noun is None and mention.surface.lower() in _multiples():
        return LETTERS["ratio"]
    return LETTERS.get(mention.kind, OTHER)


def _unmarked(text: str) -> str:
    """Words of a text that may write marks itself."""
    return text.replace("⟨", "<") if "⟨" in text else text


def _folded(text: str) -> str:
    """Lower case, white space as single spaces, one shape of dash, quote and bracket."""
    words = " ".join(text.translate(_SAME).lower().split())
    return words.replace(" -- ", " – ").replace(" - ", " – ") if " -" in words else words


@cache
def _of_other_year() -> re.Pattern[str]:
    """What is set beside a figure for comparison: "(2018: 52 million, with 12 million of leases)"."""
    return re.compile(rf"\((?:FY\s?)?{dates.RECENT_YEAR}(?:[/-]\d\d)?\s?[:=]\s[^()\n]*\)")


@cache
def _multiples() -> frozenset[str]:
    return frozenset(sums.table().twice)


def _number_start(claim: Claim) -> int:
    return claim.mention.number_start


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(r"⟨[a-z]\d+⟩")


@cache
def _of() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:of(?:\s+(?:the|an?|our|all|those|{grammar.pattern('possessive')}))?\s*)?$")
