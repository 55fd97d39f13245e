"""Parts whose total stands in the sentence before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from claimcheck.lexicon import sums
from claimcheck.lexicon.nouns import is_people
from claimcheck.lexicon.patterns import alternatives, whole
from claimcheck.model import Claim
from claimcheck.rules import amounts
from claimcheck.rules.amounts import Amount
from claimcheck.rules.lines import ADDABLE, Line
from claimcheck.rules.sums.part import Part, Reach, Sum, part
from claimcheck.rules.sums.related import exhaustive, is_general, relation, sorts

EVERYONE = 3  # men, women and children
OPENING = 60  # characters in which a sentence takes up the one before: "Most of them"


def find(line: Line, before: Line | None) -> Iterator[Sum]:
    """Parts of a total: a complete set of people, or what happened to some here and to others there."""
    parts = [mark.claim for mark in line.marks if mark.letter == "c"]
    if len(parts) < 2:
        return
    yield from _everyone(line, parts, before)
    if before is not None:
        yield from _women_and_men(line, parts, before)
        yield from _sides(line, parts, before)
        yield from _elsewhere(line, parts, before)
        yield from _by_noun(line, parts, before)


def _everyone(line: Line, claims: Sequence[Claim], before: Line | None) -> Iterator[Sum]:
    """Men, women and children leave nobody out, whatever stands between them."""
    named = [claim for claim in claims if claim.mention.noun in sorts()]
    parts = (*map(part, named), *_as_many(line))
    if not exhaustive(parts) or len(parts) != EVERYONE or _single().search(line.words):
        return
    own = [claim for claim in claims if claim not in named and is_people(claim.noun)]
    if len(own) == 1:
        yield Sum(own[0], parts, "closed", "men, women and children", 0.8)
    elif not own and before is not None and _takes_up(line):
        for total in _only_people(before):
            yield Sum(total, parts, "closed", "men, women and children", 0.85, across=True)


def _women_and_men(line: Line, claims: Sequence[Claim], before: Line) -> Iterator[Sum]:
    """ "Twenty workers died. Eleven were women and nine were men."; of "people", children may be left unsaid."""
    sexes = sorted(str(claim.mention.noun) for claim in claims)
    totals = _only_people(before)
    if sexes != ["man", "woman"] or not totals or len(before.marks) > 1 or not _were().match(line.words):
        return
    reach: Reach = "open" if is_general(totals[0]) or totals[0].mention.noun in sorts() else "closed"
    yield Sum(totals[0], tuple(map(part, claims)), reach, "women and men", 0.75, across=True, soft=True)


def _sides(line: Line, claims: Sequence[Claim], before: Line) -> Iterator[Sum]:
    """ "Some 12,400 people voted. A total of 7,300 backed the plan and 5,100 rejected it."."""
    totals = _only_people(before)
    votes = [frozenset(sums.any_of("votes").findall(line.after(index))) for index in range(len(line.marks))]
    apart = all(len(vote) == 1 for vote in votes) and len(set(votes)) == len(claims) == len(line.marks)
    if (
        not totals
        or not apart
        or any(claim.mention.noun for claim in claims)
        or sums.any_of("new_count").search(line.words)
    ):
        return
    yield Sum(
        totals[0], tuple(map(part, claims)), "open", "how each voted", 0.75, across=True, soft=True, near=True
    )


def _as_many(line: Line) -> Iterator[Part]:
    """ "7,000 children and about as many men": the figure before it, said again of others."""
    for found in _again().finditer(line.words):
        amount = amounts.of(line.marks[int(found["index"])].claim)
        room = max(amount.above, amount.value * amounts.TENTH)
        yield Part(Amount(amount.value, room, room), words=found["noun"])


def _takes_up(line: Line) -> bool:
    """True for a sentence that speaks of those of the sentence before: "Most of them, 14,000, are men"."""
    return bool(_them().search(line.words[:OPENING]))


def _only_people(before: Line) -> list[Claim]:
    """The one count of people in a sentence; none where "them" could be two."""
    people = [mark.claim for mark in before.marks if mark.letter in ADDABLE and is_people(mark.claim.noun)]
    return people if len(people) == 1 else []


def _elsewhere(line: Line, claims: Sequence[Claim], before: Line) -> Iterator[Sum]:
    """ "Nine people were killed. Five died in Orvane and four in Belmar."."""
    total = [
        mark.claim for mark in before.marks if mark.letter == "c" and mark.claim.action == claims[0].action
    ]
    if (
        len(total) != 1
        or total[0].action is None
        or total[0].role == "part"
        or sums.any_of("new_count").search(line.words)
    ):
        return
    if not all(_of(claim, total[0]) for claim in claims) or _apart(claims, total[0]):
        return
    yield Sum(
        total[0],
        tuple(map(part, claims)),
        "open",
        "the sentence before",
        0.65,
        across=True,
        soft=True,
        near=True,
    )


def _by_noun(line: Line, claims: Sequence[Claim], before: Line) -> Iterator[Sum]:
    """ "647 miners came. While 630 miners were let in, 17 miners wait.": the same noun, and nearly the same sum."""
    noun = claims[0].mention.noun
    total = [mark.claim for mark in before.marks if mark.letter == "c"]
    if (
        noun is None
        or len(total) != 1
        or sums.any_of("new_count").search(line.words)
        or total[0].mention.noun != noun
    ):
        return
    if all(claim.mention.noun == noun and claim.role == "value" for claim in claims):
        yield Sum(
            total[0], tuple(map(part, claims)), "likely", "the sentence before", 0.75, across=True, soft=True
        )


def _of(claim: Claim, total: Claim) -> bool:
    """True for a figure of the same action whose things can be part of the total's."""
    if claim.action != total.action or claim.status != total.status:
        return False
    return claim.mention.noun is None or (is_general(total) and relation(claim, total) == "narrower")


def _apart(claims: Sequence[Claim], total: Claim) -> bool:
    """True where day or place of the total is another one than that of the parts."""
    days = {claim.period.text for claim in (*claims, total) if claim.period is not None}
    placed = bool(total.places) and any(claim.places for claim in claims)
    told_apart = all(claim.places or claim.mention.noun for claim in claims)
    return len(days) > 1 or placed or not told_apart


# --- patterns --------------------------------------------------------------------------------------------


@cache
def _again() -> re.Pattern[str]:
    named = alternatives(sorts() | set(sums.table().plurals))
    again = alternatives(sums.table().as_many)
    return re.compile(rf"⟨c(?P<index>\d+)⟩[^⟨.;]{{1,40}}\b{again}\s(?P<noun>{named})\b")


@cache
def _single() -> re.Pattern[str]:
    return re.compile(rf"\b(?:a|an|another) {alternatives(sorts())}\b")


@cache
def _them() -> re.Pattern[str]:
    table = sums.table()
    return whole((*table.of_them, *table.among_them, *table.they))


@cache
def _were() -> re.Pattern[str]:
    """ "Eleven were women" at the beginning of a sentence."""
    return re.compile(r"⟨c0⟩ (?:were|are)\b")
