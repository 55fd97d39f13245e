"""A total behind its parts: "seven in Orvane and two in Belmar, nine in all"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from claimcheck.lexicon import dates, sums
from claimcheck.lexicon.nouns import is_people
from claimcheck.lexicon.patterns import alternatives, whole
from claimcheck.model import Claim
from claimcheck.rules import amounts
from claimcheck.rules.amounts import Amount
from claimcheck.rules.lines import Line
from claimcheck.rules.sums.part import Reach, Sum, part
from claimcheck.rules.sums.related import addable, relation

MANY = 8  # figures that are taken for parts


def find(line: Line, before: Line | None) -> Iterator[Sum]:
    """Totals whose parts stand before them, in this line or in the line before."""
    for index in range(len(line.marks)):
        if addable(line, index):
            found = _inside(line, index) or _summing(line, index, before)
            if found is not None:
                yield found


def _inside(line: Line, index: int) -> Sum | None:
    cue = _before().search(line.before(index)) or _after().match(line.after(index))
    if cue is None or index < 2:
        return None
    total = line.marks[index].claim
    if cue.re is _after() and total.mention.hedge == "at_most":
        return None  # "a maximum of 1,000 comments, with a maximum of 100 replies total"
    parts = _parts(line, index, total)
    if len(parts) < index and cue.re is _before():
        parts = _listed(line, index) or parts
    until = line.until(index)
    if len(parts) < 2 or _set_against(line, index) or sums.any_of("each").search(until):
        return None
    first = next(mark.start for mark in line.marks if mark.claim is parts[0])
    if _unread().search(until, first):
        return None
    if _explained(parts, total, line, until):
        return None
    listed = all(_and().search(line.after(i)) for i in range(index) if line.marks[i].claim in parts[:-1])
    known = all(relation(each, total) != "unknown" for each in parts)
    same = known and len({each.mention.noun for each in parts if each.mention.noun}) <= 1
    said = cue.re is _before()
    reach: Reach = "closed" if same and (listed or said) else "likely"
    people = listed and known and is_people(total.noun)  # teachers and pupils, altogether
    sure = 0.85 if listed else 0.7
    return Sum(
        total,
        tuple(map(part, parts)),
        reach,
        " ".join(cue["cue"].split()),
        sure,
        soft=not listed,
        ended=people,
    )


def _parts(line: Line, index: int, total: Claim) -> list[Claim]:
    """The figures before a total that count the same thing."""
    letter = line.marks[index].letter
    marks = [mark.claim for mark in line.marks[:index] if mark.letter == letter]
    return [each for each in marks[-MANY:] if relation(each, total) in ("same", "narrower")]


def _set_against(line: Line, index: int) -> bool:
    """True for figures that are compared ("25 mln vs 22 mln, making 90 mln"), or stand for one another ("5 or 10")."""
    between = [line.after(i) for i in range(index)]
    return any(_against().search(each) or _or().fullmatch(each) for each in between)


def _listed(line: Line, index: int) -> list[Claim]:
    """All figures before "a total of", where a list joins them: "9 consuls and 4 envoys, a total of 13 members"."""
    marks = line.marks[:index]
    joined = all(_and().search(line.after(i)) for i in range(index - 1))
    alike = all(relation(mark.claim, line.marks[index].claim) != "other" for mark in marks)
    return [mark.claim for mark in marks] if joined and alike else []


def _explained(parts: Sequence[Claim], total: Claim, line: Line, before: str) -> bool:
    """True where the last of the parts make the total, or a product of figures of the sentence."""
    whole = amounts.of(total)
    if _with_singles(parts, whole, before):
        return True
    if any(amounts.total(map(amounts.of, parts[first:])).meets(whole) for first in range(len(parts) - 1)):
        return True
    made = amounts.total(map(amounts.of, parts))
    rates = (mark.claim.mention.value for mark in line.marks if mark.claim.mention.per is not None)
    if any(amounts.total([made, amounts.exactly(rate)]).meets(whole) for rate in rates if rate is not None):
        return True  # "28,000 a year from Orl, 24,000 from Halden"
    values = [mark.claim.mention.value for mark in line.marks if mark.claim.mention.value is not None]
    products = (a * b for i, a in enumerate(values) for b in values[i + 1 :])
    return any(amounts.exactly(product).meets(whole) for product in products)


def _with_singles(parts: Sequence[Claim], whole: Amount, words: str) -> bool:
    """True where things without a number of their own ("and one in Belmar", "a nurse") fill the gap."""
    singles = len(_single().findall(words))
    made = amounts.total(map(amounts.of, parts))
    return any(amounts.total([made, amounts.exactly(more)]).meets(whole) for more in range(1, singles + 1))


def _summing(line: Line, index: int, before: Line | None) -> Sum | None:
    """ "Seven died in Orvane. Two died in Belmar. In all, ten people died."."""
    if index or before is None or len(before.marks) < 2:
        return None
    cue = _opening().match(line.before(0))
    if cue is None:
        return None
    total = line.marks[0].claim
    parts = [mark.claim for mark in before.marks if mark.letter == line.marks[0].letter]
    parts = [
        each for each in parts if relation(each, total) in ("same", "narrower") and _same_action(each, total)
    ]
    if len(parts) < 2 or _explained(parts, total, line, before.words):
        return None
    reach: Reach = "open" if _leaves_open(before, parts) else "closed"
    return Sum(total, tuple(map(part, parts)), reach, cue["cue"], 0.7, across=True, soft=True)


def _leaves_open(line: Line, parts: Sequence[Claim]) -> bool:
    """True where a list ends with what it gives no figure for: "9,000 in Kelm, and marches in 35 more towns"."""
    others = [index for index, mark in enumerate(line.marks) if mark.claim not in parts]
    return bool(sums.any_of("and_more").search(line.words)) or any(
        _more().match(line.after(index)) for index in others
    )


def _same_action(one: Claim, other: Claim) -> bool:
    return one.action is None or other.action is None or one.action == other.action


@cache
def _before() -> re.Pattern[str]:
    made = alternatives(sums.table().made)
    return re.compile(
        rf"(?:[,;(–]\s*(?:or\s+)?|{made}\s)(?P<cue>{alternatives(sums.table().total_before)}),?\s*$"
    )


@cache
def _after() -> re.Pattern[str]:
    return re.compile(
        rf"\s+(?:(?!and\b|in\b)[a-z-]+\s+){{0,2}}(?P<cue>{alternatives(sums.table().total_after)})\b(?!\sof\b)"
        + "".join(
            rf"(?<!ed\s{cue})" for cue in sums.table().of_verbs
        )  # "28 people roped together" are no sum
    )  # "for a total of 28" names another figure


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"\s*(?P<cue>{alternatives(sums.table().summing)})\b,?(?:\s+[a-z]+){{0,3}}\s*$")


@cache
def _more() -> re.Pattern[str]:
    return re.compile(rf"\s{alternatives(sums.table().new_count)}\b")


@cache
def _single() -> re.Pattern[str]:
    return re.compile(r"(?:\band|,|\bplus)\s(?:one|an?|another)\b(?! (?:total|combined|grand)\b)")


@cache
def _against() -> re.Pattern[str]:
    return whole((*sums.table().versus, *sums.table().compared))


@cache
def _or() -> re.Pattern[str]:
    return re.compile(r"[^,;]*\bor\s")


@cache
def _unread() -> re.Pattern[str]:
    """A number that is no claim, nor a year: "11 in May, 9 in June and 14 in July" has what looks like a date."""
    return re.compile(rf"(?<![⟨\w.,])(?!{dates.BARE_YEAR}\b)\d")


@cache
def _and() -> re.Pattern[str]:
    """Between two parts of a list: a comma or an "and", no new clause."""
    table = sums.table()
    return re.compile(
        rf"(?:[,;]|\b{alternatives(table.bare_joints)}\b)(?:\s+{alternatives(table.adding)})?\s*$"
    )
