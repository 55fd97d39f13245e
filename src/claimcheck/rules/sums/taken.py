"""Parts that take up a count of an earlier sentence: "Of these, 142 died in Orvane", "eight men and five women"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from claimcheck.lexicon import grammar, nouns, sums
from claimcheck.lexicon.nouns import is_people
from claimcheck.lexicon.patterns import alternatives, whole
from claimcheck.model import Claim
from claimcheck.rules import amounts
from claimcheck.rules.lines import Line, follows
from claimcheck.rules.sums import lists, partial
from claimcheck.rules.sums.lists import Listed
from claimcheck.rules.sums.part import Part, Reach, Sum, added, claims
from claimcheck.rules.sums.related import exhaustive, relation

NEAR = Decimal("0.2")  # what makes more than the count of the sentence before by more is of something else
FAR = Decimal("0.1")  # the same of a count further off
LESS = Decimal("0.06")  # of what makes less, others may have been left out
SEVERAL = 3  # places that name all of them; of two, there may be others
BACK = 2  # sentences between a count and what becomes of it


def find(line: Line, earlier: Sequence[Line]) -> Iterator[Sum]:
    """A count of an earlier sentence, where a list takes it up that is told apart by sex, state, side or place."""
    opening = _opening().match(line.words)
    if opening is None or not line.marks or not earlier or sums.any_of("new_count").search(line.words):
        return
    listed = lists.read(line, opening.end(), "c", "any")
    reach = _reach(listed, them=bool(opening["them"]))
    if reach is None or len(listed.parts) < 2 or any(each.claim is None for each in listed.parts):
        return
    who, made = opening["who"], added(listed.parts)
    if not {*sums.table().shared}.isdisjoint(line.words[listed.end :].split()):
        return  # "70 in Tellin, some of them in both"
    if not (who or opening["them"] or _tail().match(line.words[listed.end :])):
        return  # "Six women and eight men, wounded as well, were ..."
    found = _of_fate(earlier, who) if who else _counted(earlier, line, listed.parts)
    if found is not None and _misses(made.value, found, FAR if who else NEAR):
        cue = " ".join((opening["cue"] or "the sentence before").split())
        yield Sum(found, listed.parts, reach, cue, 0.8, across=True, soft=True)


def _misses(made: Decimal, total: Claim, share: Decimal) -> bool:
    """True where parts make a little more than a count, or so little less that nobody else is meant."""
    whole = amounts.of(total).value
    return -LESS * whole <= made - whole <= share * whole


def _reach(listed: Listed, *, them: bool) -> Reach | None:
    """How far the items are all there are; None where nothing says that none is counted twice."""
    if listed.timed:
        return None
    if _are_sexes(listed):
        return "closed" if exhaustive(listed.parts) else "open"
    if _are_states(listed):
        return "open"
    several = listed.whole and len(listed.parts) >= SEVERAL
    overlap = any("with" in rest.split() for rest in listed.rests)  # "400 with a car and 250 with a bike"
    placed = several and not overlap and partial.same_thing(listed)
    return "closed" if them and placed else None


def _are_sexes(listed: Listed) -> bool:
    """ "eight men and five women", "48 were women and eight were men"."""
    nouns = {str(each.claim.mention.noun) for each in listed.parts if each.claim is not None}
    known = len(nouns) == len(listed.parts) > 1 and any(
        nouns <= {*group} for group in sums.table().exhaustive.values()
    )
    return known and all(_sex().fullmatch(rest) for rest in listed.rests)


def _are_states(listed: Listed) -> bool:
    """ "ten are married, five single": states of which everybody is in one."""
    found = [_state().findall(rest) for rest in listed.rests]
    named = {words[0] for words in found if len(words) == 1}
    return len(named) == len(found) > 1 and any(named <= {*group} for group in sums.table().exclusive)


# --- the count that is taken up --------------------------------------------------------------------------


def _counted(earlier: Sequence[Line], line: Line, parts: Sequence[Part]) -> Claim | None:
    """The one count of the sentence before, or of the one that this one goes on from as well."""
    behind = line
    for before in reversed(earlier[-BACK:]):
        if not follows(before, behind) or (behind is not line and before.block.start != line.block.start):
            return None
        counts = [mark.claim for mark in before.marks if mark.letter == "c" and _can_hold(mark.claim, parts)]
        if not _goes_on().match(before.words):
            return counts[0] if len(counts) == 1 else None
        behind = before
    return None


def _can_hold(total: Claim, parts: Sequence[Part]) -> bool:
    largest = max(each.amount.value for each in parts)
    known = all(relation(claim, total) in ("same", "narrower") for claim in claims(parts))
    return known and amounts.of(total).value >= largest


def _of_fate(earlier: Sequence[Line], who: str) -> Claim | None:
    """The largest figure of those to whom this happened; None where nobody says how many."""
    action = next(action for action, words in sums.table().fates.items() if who in words)
    figures = [
        mark.claim
        for line in earlier
        for mark in line.marks
        if mark.letter == "c" and mark.claim.action == action and _may_be_people(mark.claim)
    ]
    return max(figures, key=lambda claim: amounts.of(claim).value, default=None)


def _may_be_people(claim: Claim) -> bool:
    return is_people(claim.noun) or claim.noun not in nouns.table()


# --- patterns --------------------------------------------------------------------------------------------


@cache
def _opening() -> re.Pattern[str]:
    """ "Of these, ", "Of the victims ", "Among them were ", "There are ", or nothing before the first figure."""
    them = alternatives((*sums.table().of_them, *sums.table().among_them))
    who = alternatives(word for words in sums.table().fates.values() for word in words)
    are = r"(?:there|they|these)?\s?(?:are|were|include|included)"
    return re.compile(
        rf"\W*(?P<cue>(?P<them>{them})|(?:of|among)\sthe\s(?P<who>{who})|(?=there|they|these|⟨))?,?\s?(?:{are}\s)?(?=⟨c)"
    )


@cache
def _tail() -> re.Pattern[str]:
    """Behind a list that is all that its sentence says."""
    return re.compile(rf"\W*$|[,;]\s{alternatives(sums.table().tails)}\b")


@cache
def _sex() -> re.Pattern[str]:
    """A word for one sex or age, alone or as what they are said to be."""
    table = sums.table()
    named = alternatives({*table.plurals, *(word for group in table.exhaustive.values() for word in group)})
    return re.compile(rf"(?:{grammar.pattern('finite_be')}\s)?{named}")


@cache
def _state() -> re.Pattern[str]:
    return whole(word for group in sums.table().exclusive for word in group)


@cache
def _goes_on() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:⟨c0⟩\s)?{alternatives(sums.table().of_them)}\b")
