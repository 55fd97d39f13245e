"""A length beside its two dates: "four years, from 2008 to 2012", "from 3 May to 5 May, lasted three days"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from string import capwords

from claimcheck.lexicon import durations, grammar
from claimcheck.lexicon.patterns import alternatives
from claimcheck.rules import amounts, wording
from claimcheck.rules.durations import days, slip
from claimcheck.rules.durations.found import Found
from claimcheck.rules.lines import Line

AGAIN = "each"  # the scope of a length behind "every"


def find(line: Line) -> Iterator[Found]:
    """Lengths of a line that its own dates contradict."""
    if not any(mark.letter == "d" for mark in line.marks) or not _has_ends().search(line.words):
        return
    seen: set[str] = set()
    for pattern in _forms():
        for match in pattern.finditer(line.words):
            if match["length"] not in seen and days.parse(match["first"]) and days.parse(match["last"]):
                seen.add(match["length"])
                yield from _checked(line, match)


def _checked(line: Line, match: re.Match[str]) -> Iterator[Found]:
    claim = line.marks[int(match["length"])].claim
    unit = claim.mention.unit or ""
    if AGAIN in claim.scopes or claim.mention.per is not None:
        return  # "every two weeks from March to November", "three months a year from 2027 to 2034"
    if unit not in days.PER or _is_apart(line.words[match.end("length") + 1 :]):
        return
    if line.words[: match.start("length") - len("⟨d")].endswith(" on "):
        return  # "on 36 days between 3 May and 9 October"
    if match.groupdict().get("thing") and "-" not in claim.mention.surface:
        return
    first, last = days.parse(match["first"]), days.parse(match["last"])
    length = days.between(first, last) if first and last else None
    amount = amounts.of(claim)
    if length is None or length.fits(amount.low, amount.high, unit):
        return
    ends = f"{capwords(match['first'])} to {capwords(match['last'])}"
    fault = f"A length does not fit its dates: {wording.figure(claim)} against {ends}"
    yield Found(
        (claim,),
        f"{fault} ({length.text})",
        line.words,
        "warning",
        0.75,
        ("a length and two dates side by side",),
        slip.of_length(claim, length),
        days.given(length.text, length.low, length.high, "day"),
    )


def _is_apart(behind: str) -> bool:
    """True for a length counted from another day: "two years behind the rest", but not "from 2008 to 2012"."""
    match = _apart().match(behind)
    return match is not None and (match["day"] is None or days.parse(match["day"]) is None)


@cache
def _has_ends() -> re.Pattern[str]:
    till, ends = alternatives(durations.table().till), alternatives(durations.table().ends)
    return re.compile(rf"{days.when()}(?:\s{till}\s|\s?[-–]\s?)|\b{ends}\s(?:on|in)\s")


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    table = durations.table()
    ends = (
        rf"(?P<first>{days.when()})(?:\s{alternatives(table.till)}\s|\s?[-–]\s?)"
        rf"(?:{grammar.pattern('possessive')}\s[a-z]+\s(?:in|on)\s)?(?P<last>{days.when()})(?![\d,]*\d)"
    )
    length = r"⟨d(?P<length>\d+)⟩"
    begun = (
        rf"{alternatives(table.starts)}\s(?:on|in)\s{days.when('first')}"
        rf"(?:\s[a-z'-]+){{0,3}}?,?\s(?:and\s)?{alternatives(table.ends)}\s(?:on|in)\s{days.when('last')}"
    )
    opening = r"\s?(?:,\s|\(|–\s)?(?:from\s|between\s|in\s|on\s)?"
    return tuple(
        re.compile(form)
        for form in (
            rf"{length}(?:\s{alternatives(table.spells)})?,?\s(?:from|between)\s{ends}",
            rf"{length}\s\((?:from\s)?{ends}\)",
            rf"{length}\s(?:as|at|in|on)(?:\s[a-z'-]+){{1,4}},\sfrom\s{ends}",
            rf"{length}(?P<thing>(?:\s[a-z'-]+){{1,3}}?){opening}{ends}",
            rf"\b(?:from|between)\s{ends},?\s(?:{alternatives(table.lasted)}\s){{0,2}}{length}",
            rf"{begun},?\s(?:{alternatives(table.lasted)}\s){{0,2}}{length}",
            rf"{length}(?P<thing>(?:\s[a-z'-]+){{1,3}}?)\s{begun}",
        )
    )


@cache
def _apart() -> re.Pattern[str]:
    return re.compile(rf"\s?{alternatives(durations.table().apart)}\b(?:\s{days.when('day')})?")
