"""Whether what two texts say of somebody is said of one person."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from claimcheck.lexicon import grammar, happenings, measured, speakers
from claimcheck.lexicon.measures import measures
from claimcheck.lexicon.patterns import alternatives
from claimcheck.normalise.claim import names
from claimcheck.normalise.matching import features
from claimcheck.normalise.matching.facts import Facts, past_dateline
from claimcheck.normalise.text import people
from claimcheck.normalise.text.words import stem

MARKS = (",", ";", ":", "(", ")", "\n")  # between the clauses of a sentence
Person = tuple[str, frozenset[str]]  # the stem of a surname, and first names as far as they are known


def one_person(one: Facts, other: Facts) -> bool:
    """True where each text gives but one such figure, of now, and whom one of them names the other knows."""
    if not features.alone(one, other) or _is_of_before(one) or _is_of_before(other):
        return False
    here, there = _whom(one), _whom(other)
    if here and there:
        return any(a[0] == b[0] and names.fit(a[1], b[1]) for a in here for b in there)
    return _knows(other, here) or _knows(one, there)


def _whom(fact: Facts) -> frozenset[Person]:
    """Whom the sentence of a claim names, be it by surname; whom its "he" or "she" means, or its "a banker"."""
    plain, (start, end) = fact.document.plain, fact.claim.mention.context.sentence
    start = past_dateline(plain, (start, end))
    known = _all(plain)
    full = frozenset(_persons(plain, (start, end))).union(each for each in known if each[0] in fact.names)
    if full:
        return full
    words = set(re.findall(r"[a-z]+", plain[start : fact.claim.mention.start].lower()))
    if grammar.words("one_person") & words:
        meant = people.thing(plain, start).split()
        return frozenset({_person(meant)} if meant else ())
    return _told_of(plain, known) if _someone().match(plain, start) else frozenset()


@lru_cache(maxsize=64)
def _all(plain: str) -> tuple[Person, ...]:
    """Whom a text names in full, read once for all of its figures that meet others."""
    return tuple(_persons(plain, (0, len(plain))))


def _told_of(plain: str, known: Sequence[Person]) -> frozenset[Person]:
    """Whom a text tells of that opens with "A banker who": the one whom it names most often."""
    counts = Counter(stem(word.lower()) for word in re.findall(r"[A-Z][^\W\d_]+", plain))
    return frozenset(sorted(known, key=lambda each: -counts[each[0]])[:1])


@cache
def _someone() -> re.Pattern[str]:
    return re.compile(r"\W{0,3}An?\s")


def _persons(plain: str, span: tuple[int, int]) -> Iterator[Person]:
    return (_person(words) for words in people.names(plain, span))


def _person(words: list[str]) -> Person:
    """The surname and the first names of a full name; a title or a trade is none: "Mayor Okker"."""
    return stem(words[-1]), frozenset(words[:-1]) - speakers.words("titles") - measures().age.persons


def _knows(fact: Facts, whom: frozenset[Person]) -> bool:
    """True where the text of a claim has one of the surnames."""
    words = map(stem, re.findall(r"[^\W\d_]+", fact.document.plain.lower())) if whom else ()
    return not {surname for surname, _ in whom}.isdisjoint(words)


def _is_of_before(fact: Facts) -> bool:
    """True for what somebody was given at another time: "had been jailed for seven years", "in an earlier case"."""
    plain, mention, (start, end) = (
        fact.document.plain,
        fact.claim.mention,
        fact.claim.mention.context.sentence,
    )
    first = max(plain.rfind(mark, start, mention.start) for mark in MARKS) + 1 or start
    last = min((at for mark in MARKS if (at := plain.find(mark, mention.end, end)) >= 0), default=end)
    words = re.findall(r"[a-z]+(?:-[a-z]+)*", plain[first:last].lower())
    told = not happenings.table().another.isdisjoint(words)
    return told or _had().search(plain[first : mention.start].lower()) is not None


@cache
def _had() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(measured.table().before)}\b(?:\s[\w'’-]+){{1,5}}\s*$")
