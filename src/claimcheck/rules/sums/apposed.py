"""Parts behind no more than a comma: "nine people, four nurses and five boys", "nine died, four in Orvane and ..."."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.lexicon import grammar, nouns, sums
from claimcheck.lexicon.nouns import is_people
from claimcheck.lexicon.patterns import alternatives
from claimcheck.model import Claim
from claimcheck.rules import amounts
from claimcheck.rules.lines import Line
from claimcheck.rules.sums import partial
from claimcheck.rules.sums.lists import Listed
from claimcheck.rules.sums.opening import Opening, rivals
from claimcheck.rules.sums.part import Reach, Sum, claims
from claimcheck.rules.sums.related import (
    are_sorts,
    exhaustive,
    fits,
    is_bare,
    is_general,
    is_large,
    names_thing,
    relation,
    states,
)

APPOSED, PLACES = "an apposition", "a list of places"
CUES = (APPOSED, PLACES)


def read(line: Line, opening: Opening, listed: Listed) -> Sum | None:
    """ "nine people, four nurses and five boys, were hurt"; "nine were hurt, four in Orvane and five in Belmar"."""
    total = line.marks[opening.total].claim
    if not listed.whole or listed.timed or _open_end().match(line.words[listed.end :]):
        return None
    if "part" in total.scopes:
        return None  # "27 of the victims were women, eleven men and six children"
    if set("():;–") & set(opening.behind):
        return None  # "21 in the league (34 games), three in the cup and two abroad"
    if partial.shares(line, opening.start, listed.end):
        return None  # "61 on homes, 33 on shops, 22 on both"
    stuff = total.mention.kind == "count" and _of_stuff_only(opening, listed)
    if not stuff and not all(each.claim is None or _fits(each.claim, total) for each in listed.parts):
        return None
    if stuff or _placed(listed):
        return _in_places(line, opening, listed)
    short = opening.close and not (
        sums.any_of("finite").search(opening.behind) or sums.any_of("places").search(opening.behind)
    )
    known = is_people(total.noun) or (total.noun not in nouns.table() and exhaustive(listed.parts))
    sorts = known and are_sorts(listed.parts, total)
    people = sorts or _of_people(total, listed)
    kinds = people or _of_kinds(total, listed) or _described(total, listed)
    if (short and kinds) or (people and _bare(listed)):
        reach: Reach = "closed" if listed.joined else "likely"
        return Sum(total, listed.parts, reach, APPOSED, 0.8, soft=True, apart=True)
    return None


def _fits(part: Claim, total: Claim) -> bool:
    """True also for bare numbers of a large measure: "12,000 tonnes, 7,000 for export and 5,000 for the town"."""
    return fits(part, total) or _borrows(part, total)


def _borrows(part: Claim, total: Claim) -> bool:
    bare = is_bare(part.mention) and total.mention.unit is not None
    return bare and is_large(part) and is_large(total)


def _in_places(line: Line, opening: Opening, listed: Listed) -> Sum | None:
    """ "nine were hurt, four in Orvane and five in Belmar"; None where an earlier figure is what they are of."""
    total = line.marks[opening.total].claim
    if _another_of_them().search(listed.rests[0]):
        return None  # "by 10 points on one card, 8 on another and 6 on the third"
    largest = max(each.amount.value for each in listed.parts)
    if any(amounts.of(each).value >= largest > amounts.of(total).value for each in rivals(line, opening)):
        return None  # "the 96 were taken to three hospitals, 42 to the university, ..."
    borrowed = any(_borrows(each, total) for each in claims(listed.parts))
    apart = not _is_placed(opening.behind, listed) or _names(total, listed)
    if borrowed and not apart:
        return None  # "1.2 million tonnes in Orvane, 499,000 in Belmar, ..."
    return Sum(
        total,
        listed.parts,
        "likely",
        PLACES,
        0.8,
        apart=apart,
        ended=apart and listed.joined,
        soft=borrowed,
        same_size=borrowed,
    )


def _bare(listed: Listed) -> bool:
    """True for nouns and nothing else: "3,690 people came, 2,079 miners and 1,611 relatives"."""
    return all(len(rest.split()) == 1 for rest in listed.rests)


def _described(total: Claim, listed: Listed) -> bool:
    """True for sorts of the counted thing: "20 hospitals, 14 public and six private"."""
    named = any(each.claim is None or names_thing(each.claim) for each in listed.parts)
    return (
        total.mention.noun is not None
        and not named
        and all(_sort().fullmatch(rest) and rest not in states() for rest in listed.rests)
    )


def _placed(listed: Listed) -> bool:
    """True where the items have no noun of their own and say where: "four in Orvane and five in Belmar"."""
    return all(sums.any_of("places").match(_of_things().sub("", rest)) for rest in listed.rests)


def _of_stuff_only(opening: Opening, listed: Listed) -> bool:
    """True for "240 sacks, 140 of rice and 100 of beans", not for "two tonnes of rice, five of beans"."""
    own = opening.behind.split()[:1] == ["of"]
    return not own and all(_of_stuff().fullmatch(rest) for rest in listed.rests)


def _names(total: Claim, listed: Listed) -> bool:
    """True where the first item names the total again: "with 37 of the candidates registered in the capital"."""
    return bool(re.match(rf"of the {re.escape(total.mention.noun_phrase or '?')}\b", listed.rests[0]))


def _is_placed(words: str, listed: Listed) -> bool:
    """True where the total has a place of its own, or a day as its parts have: those may be of the same level."""
    if any(partial.day().search(rest) for rest in listed.rests):
        return bool(sums.any_of("places").search(words) or _this_time().search(words))
    return bool(sums.any_of("places").search(partial.day().sub("", _split().sub("", words))))


def _of_people(total: Claim, listed: Listed) -> bool:
    found = claims(listed.parts)
    return is_general(total) and bool(found) and all(_is_kind(claim, total) for claim in found)


def _is_kind(claim: Claim, total: Claim) -> bool:
    """True for people of a kind: soldiers, relatives."""
    named = claim.mention.noun is not None and not is_general(claim)
    return named and (is_people(claim.noun) or relation(claim, total) == "narrower")


def _of_kinds(total: Claim, listed: Listed) -> bool:
    """ "twelve schools, five primary schools and seven secondary schools"."""
    found = claims(listed.parts)
    narrower = (each.mention.noun == total.mention.noun and _words(each) > 1 for each in found)
    return len(found) == len(listed.parts) and _words(total) == 1 and all(narrower)


def _words(claim: Claim) -> int:
    return len((claim.mention.noun_phrase or "").split())


# --- patterns --------------------------------------------------------------------------------------------


@cache
def _another_of_them() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(sums.table().another_of_them)}\b")


@cache
def _this_time() -> re.Pattern[str]:
    """ "this month", "last friday"."""
    return re.compile(r"\b(?:this|last|next)\s[a-z]+")


@cache
def _sort() -> re.Pattern[str]:
    """One word that is no adverb."""
    return re.compile(r"(?!\w+ly\b)[a-z-]{3,}")


@cache
def _of_things() -> re.Pattern[str]:
    """What may stand between a figure and its place: "one", "of the candidates registered"."""
    its = grammar.pattern("impersonal_possessive")
    return re.compile(
        rf"^(?:one\s|of\s(?:the|them|{its})\s(?:[a-z-]+\s){{1,2}}?(?:[a-z]+ed\s)?(?=in\b|at\b))"
    )


@cache
def _of_stuff() -> re.Pattern[str]:
    """ "of rice", "of dried fish"."""
    return re.compile(rf"(?!{alternatives(sums.table().of_them)}\b)of\s(?!the\b)[a-z-]+(?:\s[a-z-]+)?")


@cache
def _split() -> re.Pattern[str]:
    """What the items tell apart: "14 rooms on three floors, six on the first ..."."""
    return re.compile(rf"\b{alternatives(sums.table().places)}\s(?:the\s)?⟨c\d+⟩")


@cache
def _open_end() -> re.Pattern[str]:
    return re.compile(rf"\W*{alternatives((*sums.table().including, *sums.table().among))}\b")
