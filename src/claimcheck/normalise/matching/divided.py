"""A whole and a part of it: voters and young voters, a company and its cloud unit, adults and children."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from claimcheck.lexicon import circumstances, divisions, function_words, grammar, lemmas, measured
from claimcheck.lexicon.patterns import alternatives
from claimcheck.normalise.claim.measured import AMOUNT
from claimcheck.normalise.matching.facts import Facts
from claimcheck.normalise.text.words import stem

SUMS = frozenset({"money", "percent", "share"})
RATIOS = frozenset({"percent", "share"})
YOUNG = "young"  # the sort of people who are rarely allowed as much as everybody
UPPER = frozenset({"at_most", "less_than"})
SIZES = frozenset({"area", "length", "mass", "volume"})
COUNTED = frozenset({"age", "count"})  # kinds that are of the people beside them


def division(one: Facts, other: Facts) -> str | None:
    """ "other-scope" for figures of a whole and of a part, or of two parts."""
    apart = (
        _of_groups(one, other)
        or _of_units(one, other)
        or _of_sorts(one, other)
        or _of_limits(one, other)
        or _of_states(one, other)
    )
    return "other-scope" if apart else None


def _of_groups(one: Facts, other: Facts) -> bool:
    """True for a share of all and a share of some of them: "of voters", "of younger voters", "among men"."""
    if one.claim.mention.kind not in RATIOS:
        return False
    return bool(_group(one) - _said(other) or _group(other) - _said(one))


def _group(fact: Facts) -> frozenset[str]:
    """The stems of what narrows those that a share is of."""
    mention = fact.claim.mention
    start, end = mention.context.sentence
    plain = fact.document.plain
    phrases = [found["group"] for found in _among().finditer(plain, start, end)]
    phrases += [found[0] for found in (_narrowed().match(plain, mention.end, end),) if found]
    phrases += [found["group"] for found in (_area().match(plain, start, end),) if found]
    phrases.append(" ".join((mention.noun_phrase or "").split()[:-1]))
    return frozenset(word for phrase in phrases for word in _words(phrase)) - _neutral()


def _of_units(one: Facts, other: Facts) -> bool:
    """True where one sum or share is of a part of a company that the other sentence does not know."""
    if one.claim.mention.kind not in SUMS:
        return False
    return bool(_unit(one) and _unit(one).isdisjoint(_said(other))) or bool(
        _unit(other) and _unit(other).isdisjoint(_said(one))
    )


def _unit(fact: Facts) -> frozenset[str]:
    """The stems of the part that the clause of a figure names: "at Orvex's retail division"."""
    start, end = fact.claim.mention.context.sentence
    found = list(_division().finditer(fact.document.plain, start, min(end, fact.claim.mention.start)))
    return (
        frozenset(map(stem, f"{found[-1]['what']} {found[-1]['part']}".lower().split()))
        if found
        else frozenset()
    )


def _of_sorts(one: Facts, other: Facts) -> bool:
    """True for measures of two sorts of people: "200 mg for adults", "100 mg for children"."""
    if {one.claim.mention.kind, other.claim.mention.kind} & COUNTED:
        return False
    a, b = _sort(one), _sort(other)
    return bool(a and b) and a.isdisjoint(b)


def _sort(fact: Facts) -> frozenset[str]:
    """The sorts of people that a measure is for, by the words behind it up to the next figure."""
    mention = fact.claim.mention
    behind = _behind().match(fact.document.plain, mention.end, mention.context.sentence[1])
    found = filter(None, map(circumstances.sort_of().get, _words_of(behind[0] if behind else "")))
    return frozenset(name for row, name in found if row == "people")


def _of_limits(one: Facts, other: Facts) -> bool:
    """True for what two sorts of people are allowed at most: "Users can upload up to 50", "Guests can upload up to 5".

    The young may do less than everybody: "Up to 20 books may be lent", "Children may borrow up to 10".
    """
    if not (_is_limit(one) and _is_limit(other)):
        return False
    a, b = _allowed(one), _allowed(other)
    if a and b:
        return a != b
    return YOUNG in a - _known(other) or YOUNG in b - _known(one)


def _is_limit(fact: Facts) -> bool:
    return fact.claim.mention.hedge in UPPER or fact.claim.mention.context.negated


def _allowed(fact: Facts) -> frozenset[str]:
    """The sorts of those whom a limit is for, who open its sentence or its paragraph: "Guests can", "Adults: take"."""
    start, end = fact.claim.mention.context.sentence
    plain, block = fact.document.plain, fact.claim.mention.context.block
    heads = (_opening().match(plain, at, end) for at in (start, block.start))
    return frozenset().union(*(_people(head["who"]) for head in heads if head))


def _known(fact: Facts) -> frozenset[str]:
    return _people(fact.document.plain)


@lru_cache(maxsize=1000)
def _people(text: str) -> frozenset[str]:
    """The sorts of people that a text names."""
    sorts = divisions.sort_of()
    return frozenset(sort for word in _words_of(text) if (sort := sorts.get(lemmas.noun(word))) is not None)


def _of_states(one: Facts, other: Facts) -> bool:
    """True for sizes of a thing in two states: "2,100 kg empty", "3,500 kg fully laden"."""
    if not all(each.claim.mention.kind in SIZES and each.claim.action == AMOUNT for each in (one, other)):
        return False
    a, b = _state(one), _state(other)
    if a is None or b is None:
        return False
    return a.without != b.without or bool(a.told and b.told and a.told.isdisjoint(b.told))


class State(NamedTuple):
    """What a size is said to be that of."""

    without: bool  # something that may belong to the thing: "without fuel", "empty"
    told: frozenset[str]  # stems of what is said behind "with" and "without"


def _state(fact: Facts) -> State | None:
    """The state that a size is said to be that of, right behind it."""
    mention = fact.claim.mention
    found = _in_state().match(fact.document.plain, mention.end, mention.context.sentence[1])
    if found is None:
        return None
    said = _words(found["told"]) - frozenset(map(stem, function_words.words()))
    return State(found["state"].lower() in divisions.table().lacking, said)


def _said(fact: Facts) -> frozenset[str]:
    """The stems of all words of the sentence of a figure."""
    return _words(fact.document.plain[slice(*fact.claim.mention.context.sentence)])


@lru_cache(maxsize=10_000)
def _words(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in _words_of(text))


def _words_of(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.lower())


@cache
def _neutral() -> frozenset[str]:
    """Stems of what narrows nobody: those who were asked, and small words."""
    table = divisions.table()
    everybody = frozenset(map(stem, table.everybody)) | frozenset(map(stem, function_words.words()))
    return everybody - frozenset(map(stem, table.narrowing))


@cache
def _among() -> re.Pattern[str]:
    return re.compile(r"(?i)\bamong(?:st)?\s+(?P<group>[^,.;:()\n]{3,60}?)(?=[,.;:()\n]|$)")


@cache
def _narrowed() -> re.Pattern[str]:
    """ "of voters under 30", "of adults living alone" """
    return re.compile(rf"\s+{alternatives(divisions.table().narrowing)}\b[^,.;:()\n]{{0,20}}")


@cache
def _area() -> re.Pattern[str]:
    """ "In rural counties, ..." """
    areas = alternatives(divisions.table().areas)
    return re.compile(rf"\W*(?:(?:But|And)\s)?[Ii]n\s(?P<group>(?:[a-z-]+\s){{1,3}}{areas}),?\s")


@cache
def _division() -> re.Pattern[str]:
    parts = alternatives(divisions.table().parts)
    return re.compile(
        rf"(?:['’]s?|\b[Ii]ts|\b[Tt]heir)\s(?P<what>(?:[\w&-]+\s){{0,3}})(?P<part>{parts})\b(?!['’])"
    )


@cache
def _opening() -> re.Pattern[str]:
    """Who opens a sentence, before a colon or what they may and must: "Children over 10 years:", "Guests can"."""
    may = alternatives((*grammar.words("modal"), "do not", "don't"))
    return re.compile(rf"\W*(?P<who>[A-Z][^.:,;\n]{{2,60}}?)(?::|\s{may}\b)")


@cache
def _in_state() -> re.Pattern[str]:
    states = alternatives((*divisions.table().states, *divisions.table().lacking))
    dimension = alternatives(measured.table().dimensions)
    return re.compile(rf"(?:\s{dimension})?\s(?P<state>{states})\b(?P<told>[^,.;:()\n]{{0,30}})")


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(r"[^\d;\n]*")
