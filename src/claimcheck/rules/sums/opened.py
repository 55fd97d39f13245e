"""A total before its parts: "nine people, including four children", "nine people: two men and seven women"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from claimcheck.lexicon import sums
from claimcheck.rules.lines import ADDABLE, Line, Mark
from claimcheck.rules.sums import apposed, included, lists, marked
from claimcheck.rules.sums.opening import Opening, openings
from claimcheck.rules.sums.part import Sum
from claimcheck.rules.sums.related import is_dear, is_large


def find(line: Line) -> Iterator[Sum]:
    """All totals of a line with the parts that follow them."""
    for index in range(len(line.marks)):
        if _may_be_total(line, index):
            found = (_sum(line, opening) for opening in openings(line, index))
            yield from islice((each for each in found if each is not None), 1)


def _may_be_total(line: Line, index: int) -> bool:
    mark = line.marks[index]
    return mark.letter in ADDABLE + "d" and not _glued(line, index) and _counts(mark)


def _glued(line: Line, index: int) -> bool:
    """True for a number that is joined to what stands before it: "optparse.py:77:1:"."""
    return line.until(index)[-1:] not in ("", " ", "(", '"')


def _counts(mark: Mark) -> bool:
    """False for a count with decimals: an average, or a version ("release 2.2 includes 55 modules")."""
    value = mark.claim.mention.value
    return mark.letter != "c" or value is None or value % 1 == 0


def _sum(line: Line, opening: Opening) -> Sum | None:
    """The parts behind a cue, read as it asks for, with their total."""
    total = line.marks[opening.total]
    if (opening.complete or opening.cue == ",") and _is_tariff(line, opening):
        return None
    if opening.complete:
        letters = total.letter if total.letter == "c" else total.letter + "c"
        listed = lists.read(line, opening.start, letters, "any", labels=True)
        return marked.read(line, opening, listed)
    verb = bool(sums.any_of("finite").search(line.words[: opening.start]))
    bare = opening.cue == "," and total.letter in "mu" and is_large(total.claim)
    listed = lists.read(line, opening.start, total.letter + "c" * bare, "stop" if verb else "last")
    if opening.cue == ",":
        return apposed.read(line, opening, listed)
    listed = listed if listed.parts else lists.first(line, opening.start, total.letter)
    return included.read(line, opening, listed)


def _is_tariff(line: Line, opening: Opening) -> bool:
    """True for a price that some do not pay: "12 euros (8 for pupils, 6 for members)"."""
    total = line.marks[opening.total].claim
    cheap = total.mention.kind == "money" and not is_dear(total)
    return cheap and bool(sums.any_of("payers").search(line.words, opening.start))
