"""Sentences of one form that name two things in one place: "10 tonnes were sold to Orl", "9 tonnes went to Tarn"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache

from claimcheck.normalise.matching.facts import Facts
from claimcheck.normalise.text import stories
from claimcheck.normalise.text.places import skeleton
from claimcheck.normalise.text.words import stem

FAR = 300  # characters from a figure; a sentence that goes on is a list
LONGEST = 4  # words of a name
ALIKE = 0.75  # part of their letters that two spellings of a name share: "Defence", "Defense"


def apart(one: Facts, other: Facts) -> bool:
    """True where the sentences of two claims name two things between the same words."""
    a, b = _words(one), _words(other)
    if _is_headline(a) or _is_headline(b) or not (_has_own_name(a, b) and _has_own_name(b, a)):
        return False  # as most pairs are, without a look at the order of their words
    found = SequenceMatcher(None, [word.lower() for word in a], [word.lower() for word in b], autojunk=False)
    return any(
        tag == "replace" and _are_two(a[low:high], b[first:last], a, b)
        for tag, low, high, first, last in found.get_opcodes()
    )


def _words(fact: Facts) -> list[str]:
    """The words of a sentence around a figure, the first one of the sentence without its capital."""
    mention = fact.claim.mention
    start, end = mention.context.sentence
    low, high = max(start, mention.start - FAR), min(end, mention.end + FAR)
    found = _word().findall(fact.document.plain, low, high)
    return [found[0].lower(), *found[1:]] if found and low == start else found


def _is_headline(words: Sequence[str]) -> bool:
    """True where most words begin with a capital, which then tells no name."""
    return 2 * sum(word[0].isupper() for word in words) > len(words)


def _has_own_name(one: Sequence[str], other: Sequence[str]) -> bool:
    """True where the first sentence has a word with a capital that the other has not."""
    known = {*other}
    return any(word[0].isupper() and word not in known for word in one)


def _are_two(one: Sequence[str], other: Sequence[str], here: Sequence[str], there: Sequence[str]) -> bool:
    """True for two names of which neither sentence has that of the other."""
    if not (_is_name(one) and _is_name(other)) or _spelled_alike(
        "".join(one).lower(), "".join(other).lower()
    ):
        return False
    return {*one}.isdisjoint(there) and {*other}.isdisjoint(here)


def _spelled_alike(one: str, other: str) -> bool:
    return skeleton(one) == skeleton(other) or SequenceMatcher(None, one, other).ratio() >= ALIKE


def _is_name(words: Sequence[str]) -> bool:
    telling = (word for word in words if stem(word.lower()) not in stories.untelling())
    return 0 < len(words) <= LONGEST and all(word[0].isupper() for word in words) and any(telling)


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
