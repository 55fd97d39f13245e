"""A share, its whole and its part side by side: "two thirds of the 90 deputies, 60, voted"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from claimcheck.lexicon import grammar, nouns, shares
from claimcheck.lexicon.nouns import is_people
from claimcheck.lexicon.patterns import alternatives
from claimcheck.model import Claim
from claimcheck.rules.lines import Line
from claimcheck.rules.shares.need import borrows
from claimcheck.rules.shares.part import Share
from claimcheck.rules.sums.related import holders, is_general, relation

NAMES = "share part whole"


def find(line: Line, before: Line | None) -> Iterator[Share]:
    """Every share of a line whose part and whole can be told."""
    letters = {mark.letter for mark in line.marks}
    if not letters & {"p", "s"}:
        return
    for pattern in _named():
        for found in pattern.finditer(line.words):
            yield from _triple(line, found)
    for pattern in _unnamed():
        for found in pattern.finditer(line.words):
            yield from _with_antecedent(line, found, before)
    for found in _twins().finditer(line.words):
        yield from _two_shares(line, found)


def _triple(line: Line, found: re.Match[str]) -> Iterator[Share]:
    share, part, whole = (line.marks[int(found[name])].claim for name in NAMES.split())
    noun = (found.groupdict().get("noun") or "").strip()
    if _only_places(line, found, int(found["part"])):
        return
    if _can_be(part, whole) and noun in ("", *(part.mention.noun_phrase or "").lower().split()):
        yield Share(share, part, whole, 0.85)


def _only_places(line: Line, found: re.Match[str], index: int) -> bool:
    """True for "they asked 612 households in seven of the nine towns, or one in eight": the share is of households."""
    return bool(_counts(line, index)) and line.words[: found.start()].endswith((" in ", " from ", " across "))


def _with_antecedent(line: Line, found: re.Match[str], before: Line | None) -> Iterator[Share]:
    """ "Most of them, 14,000, are men": the whole is the one count before it; two are one too many."""
    share, part = line.marks[int(found["share"])].claim, line.marks[int(found["part"])].claim
    first = min(int(found["share"]), int(found["part"]))
    wholes = [each for each in _counts(line, first) if _can_be(part, each)]
    near = 0.85
    if not wholes and before is not None and _opens(line, first):
        wholes, near = [each for each in _counts(before, len(before.marks)) if _can_be(part, each)], 0.8
    if len(wholes) == 1:
        yield Share(share, part, wholes[0], near)


def _opens(line: Line, index: int) -> bool:
    """True where nothing is counted in the line before this mark."""
    return index == 0 or not any(mark.letter in "cmu" for mark in line.marks[:index])


def _counts(line: Line, end: int) -> Sequence[Claim]:
    return [mark.claim for mark in line.marks[:end] if mark.letter in "cmu"]


def _can_be(part: Claim, whole: Claim) -> bool:
    related = relation(part, whole)
    if part.id == whole.id or (related == "other" and not _may_be_people(part, whole)):
        return part.id != whole.id and borrows(part, whole)
    return part.mention.noun is None or related != "unknown" or is_people(whole.noun)


def _may_be_people(part: Claim, whole: Claim) -> bool:
    """True for people in a whole that no table knows: "two in five of the 1,500 applicants, 600 people"."""
    known = whole.noun in nouns.table() or whole.mention.noun in holders()
    return is_general(part) and whole.mention.kind == "count" and not known


def _two_shares(line: Line, found: re.Match[str]) -> Iterator[Share]:
    """ "one in four, or 25 percent"."""
    one, other = line.marks[int(found["share"])].claim, line.marks[int(found["again"])].claim
    if {one.mention.kind, other.mention.kind} == {"share", "percent"}:
        yield Share(one, other, None, 0.7)


# --- patterns: one a way of writing ----------------------------------------------------------------------

COUNT = r"⟨[cmu](?P<{}>\d+)⟩"
SHARE = r"⟨[ps](?P<share>\d+)⟩"
WORDS = r"(?:\s(?!and\b|but\b|or\b)[a-z'-]+){{0,{}}}?"
CLOSE = r"(?=\s?[,);:.–]|\s?$)"


@cache
def _parts() -> dict[str, str]:
    links, same = alternatives(shares.table().links), alternatives(shares.table().same)
    its = grammar.pattern("impersonal_possessive")
    owners = rf"(?:\s(?!{alternatives(shares.table().before_whole)}\b)[a-z'-]+){{0,3}}?"
    return {
        "share": SHARE,
        "part": COUNT.format("part"),
        "whole": COUNT.format("whole"),
        "of": rf"{WORDS.format(1)}\s(?:out\s)?of(?:\s(?:the|all|those|{its}))?{owners}\s",
        "np": WORDS.format(5),
        "or": rf"\s?(?:,\s?(?:{same}\s)?|\((?:{same}\s)?|–\s?(?:{same}\s)?)",
        "link": rf"\s?(?:,\s?{links}\s|\((?:{links}\s)?|–\s?(?:{links}\s)?)",
        "noun": r"(?P<noun>\s[a-z-]+)?",
        "said": rf",?\s(?:{same})\s",
        "all": rf"(?:\sof\s(?:them|all|(?:the|{its})\s{alternatives(shares.table().wholes)}))?",
        "them": rf"\sof\s{alternatives(shares.table().pronouns)}\b",
        "close": CLOSE,
    }


@cache
def _named() -> tuple[re.Pattern[str], ...]:
    """Part, whole and share all have their figures."""
    return tuple(
        re.compile(form.format(**_parts()))
        for form in (
            r"{share}{of}{whole}{np}{or}{part}{noun}{close}",  # two thirds of the 90 deputies, 60, voted
            r"{part}{of}{whole}{np}{or}{share}{all}{close}",  # 12 of the 40 (30 %)
            r"{share}(?:\sof\b)?{np}(?:{or}|:\s){part}\s(?:out\s)?of\s(?:the\s|its\s)?{whole}",  # 58 %: 29 of 50
            r"{part}{np}{link}{share}{of}{whole}",  # 600 people, or 15 percent of the town's 4,000
            r"(?:^|[,;:.(]\s?)of{np}\s{whole}{np},?\s{part}{or}{share}{close}",  # of the 480, 120, or one in four,
            r"(?:^|[,;:.(]\s?)of{np}\s{whole}{np},?\s{part}{np}{said}{share}{all}{close}",  # of 480, 120 left, or 25 %
            r"(?:^|[,;:.(]\s?)of{np}\s{whole}{np},?\s{share}{or}{part}{close}",  # of the 480 pupils, a quarter (120)
        )
    )


@cache
def _unnamed() -> tuple[re.Pattern[str], ...]:
    """The whole stands further off."""
    return tuple(
        re.compile(form.format(**_parts()))
        for form in (
            r"{share}{them}{or}{part}(?=\s?[,);:.–])",  # most of them, 14,000, are men
            r"\bof\s(?:which|whom),?\s{share},\s{part}(?:{close}|(?=\s(?:are|were)\b))",  # of whom half, 45, were new
            r"{part}{them}{np}{or}{share}{close}",  # 72 of them, or 60 percent; 72 of them women (60 %)
        )
    )


@cache
def _twins() -> re.Pattern[str]:
    form = r"{share}{np}(?:,\sor\s|\s\(){again}{close}"
    return re.compile(form.format(**_parts(), again=r"(?:about\s)?⟨[ps](?P<again>\d+)⟩"))
