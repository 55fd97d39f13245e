"""What words right behind people say of them: "the six people killed in", "the 20 who have died"."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.lexicon import actions, grammar, lemmas, nouns, periods
from claimcheck.lexicon.patterns import alternatives


def told(before: str, behind: str) -> str | None:
    """The toll that known people are counted in, by the lower-case text on both sides of "six people".

    Of "police met six people who were injured" the main verb tells, of "the six people injured" hardly.
    """
    if _known().search(before) is None:
        return None
    found = _clause().match(behind)
    if found is None:
        return None
    if found["phrase"]:
        return actions.of_told()[" ".join(found["phrase"].split())]
    base, _ = lemmas.forms().get(found["verb"], ("", "base"))
    if found["who"] and not found["passive"]:
        return _toll(base) if base in lemmas.verb_class("intransitive") else None  # not "who killed"
    return _toll(base) if lemmas.is_participle(found["verb"]) else None


def sort(behind: str) -> str | None:
    """The class of people that words behind a number say it counts: "nine of the dead were children"."""
    found = _sort().match(behind)
    noun = nouns.classes().get(lemmas.noun(found["noun"])) if found else None
    return noun if nouns.within(noun, nouns.PEOPLE) else None


def _toll(verb: str) -> str | None:
    action = actions.of_verb().get(verb)
    row = actions.table().get(action or "")
    return action if row is not None and row.counts is not None and not row.flow else None


@cache
def _known() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(grammar.words('known_determiner'))}\s+$")


@cache
def _sort() -> re.Pattern[str]:
    """ " of the dead were children", " of those killed in the raid were children", " of them children" """
    whole = r"(?:them|whom|(?:the|those)\s[a-z]+)(?:\s(?:at|in)\s[^,.;:]{2,40}?)?"
    being = alternatives(grammar.words("be"))
    return re.compile(rf"\sof\s{whole}(?:,|\s(?:{being}))?\s(?P<noun>[a-z]+)(?=[.,;:)]|$|\sand\b)")


@cache
def _clause() -> re.Pattern[str]:
    """A participle, or "who" and a verb, with no object behind it."""
    phrases = alternatives(actions.of_told()).replace(r"\ ", r"\s")
    times = periods.table().words
    closing = alternatives(
        {*times.back, *times.relative, *times.turns}.union(
            *map(grammar.words, ("preposition", "to", "of", "by", "be", "have", "subordinator"))
        )
    )
    openers = ("determiner", "preposition", "to", "of", "by")
    next_phrase = alternatives(frozenset[str]().union(*map(grammar.words, openers)))
    passive, having = alternatives(grammar.words("be")), alternatives(grammar.words("have"))
    return re.compile(
        rf"""
        \s(?P<who>(?:who|that)\s(?:(?:{having})\s)?(?P<passive>(?:{passive})\s)?(?:[a-z]+ly\s)?)?
        (?:(?P<phrase>{phrases})|(?P<verb>[a-z]+))
        (?=[.,;:)!?]|$|\s(?:{closing}|and\s{next_phrase})\b)
        """,
        re.VERBOSE,
    )
