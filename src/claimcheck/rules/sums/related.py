"""Can one counted thing be a part of another?"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal

from claimcheck.lexicon import nouns, sums
from claimcheck.lexicon.nouns import is_people
from claimcheck.model import Claim, Mention
from claimcheck.rules.lines import ADDABLE, Line
from claimcheck.rules.sums.part import Part, claims

Relation = Literal["same", "narrower", "unknown", "other"]
DEAR = 1000  # what costs less may have other prices for some
DWARF = 10  # times
KIN = "family"  # relatives and family members are people, families hold them


def relation(part: Claim, total: Claim) -> Relation:
    """How the things of a part stand to those of the total, as far as their nouns tell."""
    one, whole = part.mention, total.mention
    if whole.kind == "duration" and one.kind == "count" and one.noun is None:
        return "same"  # "14 days: five at sea, nine on land"
    if one.kind != whole.kind or one.unit != whole.unit or one.per != whole.per:
        return "other"
    if one.kind != "count" or one.noun is None or whole.noun is None:
        return "same"
    if part.noun == total.noun:
        return "same"
    if is_people(part.noun) and _is_people(total):
        return "narrower"
    return _by_class(part.noun, one.noun, total.noun, whole.noun)


def _by_class(part: str | None, part_word: str, total: str | None, word: str) -> Relation:
    if is_people(total):
        if is_people(part) or part_word in sorts() or (part == KIN and part_word not in holders()):
            return "narrower"
        return "other" if part in nouns.table() else "unknown"
    if is_people(part) or word in holders():
        return "other"
    return "narrower" if nouns.within(part, total) else "unknown"


def _is_people(claim: Claim) -> bool:
    """True for a name in the plural that no table has: "600 Belmarians"."""
    word = (claim.mention.noun_phrase or "").split()[-1:]
    return bool(word) and word[0][:1].isupper() and word[0].endswith("ns") and claim.noun not in nouns.table()


def is_general(claim: Claim) -> bool:
    """True for totals that any people can be parts of: people, dead, victims."""
    return claim.mention.noun in general()


def exhaustive(parts: Sequence[Part]) -> bool:
    """True for parts that leave no others of their kind: men, women and children."""
    named = {_noun(part) for part in parts}
    return len(named) > 1 and any(named == set(group) for group in sums.table().exhaustive.values())


def are_sorts(parts: Sequence[Part], total: Claim) -> bool:
    """True for men, women, children where the total is another word: sorts of it, not people beside it."""
    named = {_noun(part) for part in parts}
    groups = [group for group in sums.table().exhaustive.values() if named.intersection(group)]
    return all(any(noun in group for group in groups) for noun in named) and not any(
        total.mention.noun in group for group in groups
    )


def _noun(part: Part) -> str | None:
    if part.claim is not None:
        return part.claim.mention.noun
    singular = (sums.table().plurals.get(word, word) for word in part.words.split())
    return next((word for word in singular if word in sorts()), None)


def names_thing(claim: Claim) -> bool:
    """True where a figure says what it counts or measures."""
    return bool(claim.mention.noun or claim.mention.unit)


def names_anything(total: Claim, parts: Sequence[Part]) -> bool:
    """True where anything is named that is counted: "2 (1, 1)" is no sum of prose."""
    return any(map(names_thing, [total, *claims(parts)])) or any(each.words for each in parts)


def measures_alike(one: Claim, other: Claim) -> bool:
    """True for two figures of one kind and unit."""
    return one.mention.kind == other.mention.kind and one.mention.unit == other.mention.unit


def is_bare(mention: Mention) -> bool:
    """True for a number that leaves its unit to another figure: "180,000 euros: 90,000 on pumps and ..."."""
    return mention.kind == "count" and mention.unit is None and mention.noun is None


def is_dear(claim: Claim) -> bool:
    """True for an amount of money that is no price of which some pay another."""
    return claim.mention.kind == "money" and is_large(claim)


def is_large(claim: Claim) -> bool:
    """True for what lends its unit to bare numbers behind it, and for numbers that take it."""
    return (claim.mention.value or 0) >= DEAR


def fits(part: Claim, total: Claim) -> bool:
    """True where a part can be one of the total and its noun does not speak of another event: "20 injured"."""
    related = relation(part, total)
    if related == "other" or (related == "unknown" and dwarfs(part, total)):
        return False  # "the work of 37 authors, including 1,500 patches"
    return part.mention.noun not in states() or part.action == total.action


def dwarfs(part: Claim, total: Claim) -> bool:
    """True for a part so many times its total that it is hardly one of it."""
    one, whole = part.mention.value, total.mention.value
    return one is not None and whole is not None and one > DWARF * whole


def addable(line: Line, index: int) -> bool:
    """True for a mark of a kind that adds up."""
    return line.marks[index].letter in ADDABLE


@cache
def holders() -> frozenset[str]:
    """Nouns that hold more of other things than they count themselves."""
    return frozenset(sums.table().holders)


@cache
def sorts() -> frozenset[str]:
    """Nouns that tell people apart by sex or age."""
    return frozenset(word for group in sums.table().exhaustive.values() for word in group)


@cache
def general() -> frozenset[str]:
    """Nouns that other nouns of people add up to."""
    return frozenset(sums.table().general)


@cache
def states() -> frozenset[str]:
    """Nouns that say what happened to the people counted."""
    return frozenset(sums.table().states)
