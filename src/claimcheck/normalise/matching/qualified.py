"""What narrows the thing that a figure is of: support for whom, a ticket to where, which shift, turnout by when."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from claimcheck.lexicon import circumstances as table
from claimcheck.lexicon import grammar, lemmas
from claimcheck.lexicon.nouns import classes, is_people
from claimcheck.lexicon.patterns import alternatives
from claimcheck.normalise.claim.measured import AMOUNT
from claimcheck.normalise.matching import compare
from claimcheck.normalise.matching.facts import Facts
from claimcheck.normalise.text import telling

FOR = "for "
DEAR = 1000  # what costs less has another price for some
REACH = 120  # characters before a figure in which the thing stands that it is of
PLAIN = frozenset({None, AMOUNT, "own"})  # actions of what has or is so much


class Qualified(msgspec.Struct, frozen=True):
    """The thing that a figure is of, and what narrows it."""

    head: str
    sorts: frozenset[
        tuple[str, str]
    ]  # rows and names of words that exclude others: "morning" of "the morning shift"
    narrowed: frozenset[str]  # telling stems of what it is for, to, in or among
    people: bool  # whom it is for: "for pupils"
    hours: frozenset[str]  # by which hour: "at 4 p.m."
    words: frozenset[str]  # telling stems of all of its sentence


def narrowing(one: Facts, other: Facts) -> str | None:
    """ "other-measure" or "other-period" for two things of one name that something different narrows."""
    a, b = _qualified(one), _qualified(other)
    if a is None or b is None or a.head != b.head:
        return None
    if a.hours != b.hours:
        return "other-period"
    own = a.narrowed - b.words and b.narrowed - a.words
    priced = _is_price(one) and _is_price(other) and a.people != b.people
    sorted_out = a.sorts.isdisjoint(b.sorts) and {sort for sort, _ in a.sorts} & {sort for sort, _ in b.sorts}
    return "other-measure" if own or priced or sorted_out else None


def _qualified(fact: Facts) -> Qualified | None:
    """What a sentence says of the thing that has or is so much; None where its head does not stand before it."""
    mention = fact.claim.mention
    if fact.claim.action not in PLAIN or mention.context.block.kind == "cell":
        return None
    start, end = mention.context.sentence
    lead = fact.document.plain[max(start, mention.start - REACH) : mention.start]
    head = (fact.claim.action == AMOUNT and fact.claim.noun) or mention.context.subject
    found = _last(lead, head) if head else None
    if head is None or found is None:
        return None
    behind = _up_to_verb(lead[found.end() :], mention.context.verb)
    tail = fact.document.plain[mention.end : end] if _is_price(fact) else ""
    narrowed = [each[0].lstrip() for text in (behind, tail) if (each := _behind().match(text)) is not None]
    return Qualified(
        head=head,
        sorts=_sorts(found["before"] or "", *narrowed),
        narrowed=frozenset().union(*map(telling.of, narrowed)),
        people=any(_are_people(words) for words in narrowed if words.startswith(FOR)),
        hours=frozenset(hour.lower() for words in narrowed for hour in _hour().findall(words)),
        words=telling.of(fact.document.plain[start:end]),
    )


def _is_price(fact: Facts) -> bool:
    value = compare.middle(fact.claim)
    return fact.claim.mention.kind == "money" and value is not None and value < DEAR


def _sorts(*texts: str) -> frozenset[tuple[str, str]]:
    words = (word for text in texts for word in re.findall(r"[^\W\d_]+", text.lower()))
    return frozenset(sort for word in words if (sort := table.sort_of().get(word)) is not None)


def _last(lead: str, head: str) -> re.Match[str] | None:
    pattern = re.compile(rf"(?i)(?:\b(?P<before>[^\W\d_]+)\s)?\b{re.escape(head)}(?:e?s)?\b")
    return max(pattern.finditer(lead), key=lambda found: found.start(), default=None)


def _up_to_verb(text: str, verb: str | None) -> str:
    """The words in front of the verb of a sentence."""
    for word in re.finditer(r"[a-z]+", text):
        helps = word[0] in grammar.together("be", "have")
        if helps or lemmas.is_finite(word[0]) or (verb and lemmas.verb(word[0]) == verb):
            return text[: word.start()]
    return text


def _are_people(words: str) -> bool:
    return any(is_people(classes().get(lemmas.noun(word))) for word in re.findall(r"[a-z]+", words))


@cache
def _behind() -> re.Pattern[str]:
    """A phrase right behind the thing or its price, up to the next part of the sentence."""
    return re.compile(rf"(?i)\s(?:{alternatives(table.table().narrowing)})\s[^,;:()\n]+")


@cache
def _hour() -> re.Pattern[str]:
    return re.compile(
        r"(?i)\b\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\b|\b\d{1,2}[:.]\d\d\b|\b(?:noon|midnight|midday)\b"
    )
