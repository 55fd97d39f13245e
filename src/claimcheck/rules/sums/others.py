"""What others have of a whole: "won 46 of the 90 seats, the Greens 22", "won 12 of the 20 games and lost nine"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from claimcheck.lexicon import sums
from claimcheck.lexicon.patterns import alternatives
from claimcheck.model import Claim
from claimcheck.rules.lines import Line
from claimcheck.rules.sums import lists, partial
from claimcheck.rules.sums.lists import Listed
from claimcheck.rules.sums.part import Sum, claims, part
from claimcheck.rules.sums.related import relation


def find(line: Line) -> Iterator[Sum]:
    """Wholes whose part is named by them, with what others have of it; together that is no more."""
    for index in range(len(line.marks) - 2):
        if line.marks[index].letter == "c" and partial.pair(line, index):
            first, whole = line.marks[index].claim, line.marks[index + 1].claim
            listed = _list(line, index)
            if listed is not None and _of(listed, whole):
                parts = (part(first), *listed.parts)
                yield Sum(whole, parts, "open", "of the", 0.8, apart=True, soft=True)


def _list(line: Line, index: int) -> Listed | None:
    """The items behind a pair that say who else got something, or how else it ended; None for others."""
    behind = line.after(index + 1)
    opening = _next_end().fullmatch(behind)
    if opening is not None:
        return _other_end(line, index, opening["end"])
    comma = _comma().search(behind)
    if comma is None:
        return None
    start = line.marks[index + 1].end + comma.end()
    listed = lists.read(line, start, "c", "any", labels=True)
    if partial.shares(line, start, len(line.words)) or _doing().search(line.words, start):
        return None
    labels = bool(_got().search(line.before(index))) and _labelled(listed)
    voted = bool(sums.any_of("votes").search(behind))
    sides = voted and bool(listed.rests) and all(_vote().fullmatch(rest) for rest in listed.rests)
    return listed if listed.whole and (sides or (labels and not listed.timed)) else None


def _other_end(line: Line, index: int, end: str) -> Listed | None:
    """The one figure behind another end than that of the pair: "and acquitted on nine"."""
    first = _outcome().search(line.before(index))
    bare = line.marks[index + 2].claim.mention.noun is None and line.marks[index + 2].letter == "c"
    if first is None or first["end"] == end or not bare or not _last().match(line.after(index + 2)):
        return None
    return Listed(parts=(part(line.marks[index + 2].claim),))


def _labelled(listed: Listed) -> bool:
    """True for names with a figure behind each: "the Greens 22, the Farmers 15"."""
    return all(each.claim is None or not rest for each, rest in zip(listed.parts, listed.rests, strict=True))


def _of(listed: Listed, whole: Claim) -> bool:
    return all(relation(each, whole) in ("same", "narrower") for each in claims(listed.parts))


# --- patterns --------------------------------------------------------------------------------------------


@cache
def _outcome() -> re.Pattern[str]:
    """An end right before its figure: "acquitted on ", "won "."""
    return re.compile(rf"\b(?P<end>{alternatives(sums.table().outcomes)})\s(?:(?:on|in|by|all)\s)?$")


@cache
def _next_end() -> re.Pattern[str]:
    """Between a pair and the next end: " counts and acquitted on "."""
    words = r"(?:\s(?!and\b|but\b)[a-z'-]+){1,4}?,?"
    end = rf"(?P<end>{alternatives(sums.table().outcomes)})"
    return re.compile(rf"{words}\s(?:and|but)\s(?:(?:was|were)\s)?{end}\s(?:(?:on|in|by)\s)?")


@cache
def _comma() -> re.Pattern[str]:
    return re.compile(r"^(?:\s[a-z'-]+){1,8}?,\s")


@cache
def _got() -> re.Pattern[str]:
    """A verb of winning or having right before a figure."""
    return re.compile(rf"\b{alternatives(sums.table().gained)}\s$")


@cache
def _doing() -> re.Pattern[str]:
    """ "scoring 31"."""
    return re.compile(r"\b[a-z]+ing\s[⟨\d]")


@cache
def _vote() -> re.Pattern[str]:
    return re.compile(rf"(?:were\s|voted\s)?{alternatives(sums.table().votes)}")


@cache
def _last() -> re.Pattern[str]:
    """Behind a figure that ends its clause."""
    return re.compile(r"\s?(?:of\sthem)?(?:[.,;:]|$)")
