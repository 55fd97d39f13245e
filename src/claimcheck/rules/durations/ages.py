"""An age beside the years of birth and death: "born in 1950, died in 2016 at the age of 66"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from claimcheck.lexicon import dates, durations
from claimcheck.lexicon.patterns import alternatives, whole
from claimcheck.model import Claim
from claimcheck.rules import wording
from claimcheck.rules.durations import days, slip
from claimcheck.rules.durations.found import Found
from claimcheck.rules.lines import Line

OLDEST = 125


def find(line: Line) -> Iterator[Found]:
    """Ages of a line that its years contradict; a line with two ages may speak of two people."""
    years = [int(year) for year in _year().findall(line.words)]
    ages = [
        claim for index, claim in enumerate(mark.claim for mark in line.marks) if _is_age(line, index, claim)
    ]
    if len(ages) != 1 or ages[0].mention.value is None or not years or _others().search(line.words):
        return
    life = _life(line, years)
    if life is not None and ages[0].mention.hedge == "exact":
        yield from _checked(line, ages[0], *life)


def may_be(claim: Claim) -> bool:
    """True for a bare number that can be an age: "Brook (1950-2016) was 66"."""
    mention = claim.mention
    bare = mention.kind == "count" and mention.noun is None and mention.value is not None
    return bare and 0 < (mention.value or 0) < OLDEST


def _is_age(line: Line, index: int, claim: Claim) -> bool:
    if claim.mention.kind == "age":
        return True
    return may_be(claim) and bool(_aged().search(line.before(index)))


def _life(line: Line, years: list[int]) -> tuple[int, int, bool] | None:
    """Year of birth, and the year up to which the age counts; the flag says that it is the year of the text."""
    both = _lived().search(line.words)
    if both is not None and len(years) == 2:
        return int(both["first"]), int(both["last"]), False
    born = _born().search(line.words)
    if born is None:
        return None
    first = int(born["year"])
    later = [year for year in years if year != first]
    if len(later) == 1 and _died().search(line.words):
        return first, later[0], False
    today = line.document.date
    if not later and today is not None and (_is_born().search(line.words) or _turned().search(line.words)):
        return first, today.year, True
    return None


def _checked(line: Line, claim: Claim, first: int, last: int, dated: bool) -> Iterator[Found]:
    age, apart = int(claim.mention.value or 0), last - first
    if not 0 < apart < OLDEST or apart - 1 <= age <= apart:
        return
    until = f"and a text of {last}" if dated else f"to {last}"
    fault = f"An age does not fit its years: {wording.figure(claim)} against {first} {until} ({apart - 1} or {apart})"
    yield Found(
        (claim,),
        fault,
        line.words,
        "note" if dated else "warning",
        0.6 if dated else 0.75,
        ("an age beside its years",),
        slip.of_years(claim, apart - 1, apart),
        days.given(f"{apart - 1} or {apart} years", Decimal(apart - 1), Decimal(apart), "year"),
    )


# --- patterns --------------------------------------------------------------------------------------------


@cache
def _year() -> re.Pattern[str]:
    return re.compile(rf"\b{dates.BARE_YEAR}\b")


@cache
def _lived() -> re.Pattern[str]:
    born = alternatives(durations.table().born)
    return re.compile(rf"\((?:{born}\s)?(?P<first>{dates.BARE_YEAR})\s?[-–]\s?(?P<last>{dates.BARE_YEAR})\)")


@cache
def _born() -> re.Pattern[str]:
    born = alternatives(durations.table().born)
    return re.compile(rf"\b{born}(?=\W)[^⟨⟩;]{{0,50}}?\b(?P<year>{dates.BARE_YEAR})\b")


@cache
def _died() -> re.Pattern[str]:
    return whole(durations.table().died)


@cache
def _others() -> re.Pattern[str]:
    """A sentence that speaks of two people."""
    return re.compile(rf"\b(?:his|her|their|whose)\s(?:[a-z]+\s)?{alternatives(durations.table().kin)}\b")


@cache
def _is_born() -> re.Pattern[str]:
    """ "Brook, 66, was born in 1950": nothing between the age and the birth."""
    return re.compile(rf"⟩,?\s{alternatives(durations.table().births)}\s(?:on|in)\b")


@cache
def _turned() -> re.Pattern[str]:
    """ "who was born in 1950, turned 66 this year"."""
    table = durations.table()
    return re.compile(rf"\b{alternatives(table.turning)}\s⟨\w+⟩\s{alternatives(table.lately)}\b")


@cache
def _aged() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(durations.table().aged)}\s$")
