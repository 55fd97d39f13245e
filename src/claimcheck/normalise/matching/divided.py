"""A whole and a part of it: voters and young voters, a company and its cloud unit, adults and children."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from claimcheck.lexicon import circumstances, divisions, function_words, grammar, lemmas, measured
from claimcheck.lexicon.patterns import alternatives
from claimcheck.normalise.claim.measured import AMOUNT
from claimcheck.normalise.matching.facts import Facts
from claimcheck.normalise.text.words import stem

RATIOS = frozenset({"percent", "share"})
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
    phrases.append(mention.noun_phrase or "")
    return frozenset(word for phrase in phrases for word in _words(phrase)) - _neutral()


def _of_units(one: Facts, other: Facts) -> bool:
    """True where one figure is of a part of a company that the other sentence does not know."""
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
    return frozenset(_sorts_of().get(word, "") for word in _words_of(behind[0] if behind else "")) - {""}


def _of_limits(one: Facts, other: Facts) -> bool:
    """True for what two sorts of people are allowed at most: "Up to 20 books may be lent", "Children may borrow 10"."""
    if one.claim.mention.hedge not in UPPER and not one.claim.mention.context.negated:
        return False
    a, b = _allowed(one), _allowed(other)
    return a != b and bool(a - _known(other) or b - _known(one))


def _allowed(fact: Facts) -> frozenset[str]:
    """Those whom a limit is for, who open its sentence or its paragraph: "Guests can upload", "Adults: take one"."""
    start, end = fact.claim.mention.context.sentence
    plain, block = fact.document.plain, fact.claim.mention.context.block
    heads = (_opening().match(plain, at, end) for at in (start, block.start))
    words = {lemmas.noun(word) for head in heads if head for word in _words_of(head["who"])}
    return frozenset(words & divisions.table().whoever)


def _known(fact: Facts) -> frozenset[str]:
    return frozenset(lemmas.noun(word) for word in _words_of(fact.document.plain))


def _of_states(one: Facts, other: Facts) -> bool:
    """True for sizes of a thing in two states: "2,100 kg empty", "3,500 kg fully laden", "with its mast"."""
    if one.claim.mention.kind not in SIZES or one.claim.action != AMOUNT:
        return False
    a, b = _state(one), _state(other)
    return bool(a and b) and a != b


def _state(fact: Facts) -> frozenset[str]:
    """The stems of the state that a size is said to be that of, right behind it."""
    mention = fact.claim.mention
    found = _in_state().match(fact.document.plain, mention.end, mention.context.sentence[1])
    return _words(found["state"]) if found else frozenset()


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
def _sorts_of() -> dict[str, str]:
    return {word: name for name, words in circumstances.table().sorts["people"].items() for word in words}


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
    states = alternatives(divisions.table().states)
    dimension = alternatives(measured.table().dimensions)
    return re.compile(rf"(?:\s{dimension})?\s(?P<state>{states}\b[^,.;:()\n]{{0,30}})")


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(r"[^\d;\n]*")
