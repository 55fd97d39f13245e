"""A share of a sum of money that is needed: "It needs 24 million. It has had 9.1 million, that is 38 percent"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from claimcheck.lexicon import grammar, shares
from claimcheck.lexicon.patterns import alternatives, whole
from claimcheck.model import Claim
from claimcheck.rules.lines import Line
from claimcheck.rules.shares.part import Share
from claimcheck.rules.sums.related import is_bare, relation

THOUSAND = 1000  # a bare number below it is hardly an amount of money


def find(line: Line, before: Line | None) -> Iterator[Share]:
    """Shares of the one amount that is needed, by the sentence before or by the words before the part."""
    for found in _part().finditer(line.words):
        share, part = line.marks[int(found["share"])].claim, line.marks[int(found["part"])].claim
        if _moves().search(line.before(int(found["part"]))):
            continue  # "sales fell to 9.1 million, or 48 percent"
        whole = _needed(line, int(found["part"]))
        if whole is None and before is not None and _met().search(line.before(int(found["part"]))):
            whole = _needed(before, len(before.marks))
        if whole is not None and (relation(part, whole) == "same" or borrows(part, whole)):
            yield Share(share, part, whole, 0.8)


def _needed(line: Line, end: int) -> Claim | None:
    """The one amount of money before the mark `end`, where a word of need or cost stands beside it."""
    amounts = [mark.claim for mark in line.marks[:end] if mark.letter == "m" or _is_large(mark.claim)]
    until = line.until(end) if end < len(line.marks) else line.words
    money = len(amounts) == 1 and amounts[0].mention.kind == "money" and amounts[0].mention.hedge == "exact"
    return amounts[0] if money and _need().search(until) else None


def borrows(part: Claim, whole: Claim) -> bool:
    """True for a bare number that leaves its currency to the whole: "9.1 million of the 24 million dollars"."""
    return is_bare(part.mention) and whole.mention.kind == "money" and _is_large(part)


def _is_large(claim: Claim) -> bool:
    return claim.mention.kind == "count" and (claim.mention.value or 0) >= THOUSAND


@cache
def _part() -> re.Pattern[str]:
    same, needs = alternatives(shares.table().same), alternatives(shares.table().needs)
    its = grammar.pattern("impersonal_possessive")
    words = r"(?:\s(?!and\b|but\b|or\b|of\b)[a-z'-]+){0,4}?"
    ends = rf"(?=\s?[,);:.–]|\s?$|\sof\s(?:the|our|this|{its})\s(?:[a-z]+\s){{0,3}}?{needs}\b)"
    return re.compile(
        rf"⟨[cm](?P<part>\d+)⟩{words}\s?(?:,\s(?:{same}\s)?|\((?:{same}\s)?)⟨p(?P<share>\d+)⟩{ends}"
    )


@cache
def _need() -> re.Pattern[str]:
    return whole(shares.table().needs)


@cache
def _met() -> re.Pattern[str]:
    return whole(shares.table().met)


@cache
def _moves() -> re.Pattern[str]:
    return whole((*shares.table().up, *shares.table().down))
