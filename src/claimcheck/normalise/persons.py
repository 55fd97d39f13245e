"""Whether what two texts say of somebody is said of one person."""

from __future__ import annotations

import re

from claimcheck.lexicon import happenings
from claimcheck.normalise import features
from claimcheck.normalise.dates import people
from claimcheck.normalise.facts import Facts, past_dateline
from claimcheck.normalise.words import stem


def one_person(one: Facts, other: Facts) -> bool:
    """True where each text gives but one such figure, and whom one of them names the other knows."""
    if not features.alone(one, other):
        return False
    here, there = _surnames(one), _surnames(other)
    if here and there:
        return bool(here & there)
    return _knows(other, here) or _knows(one, there)


def _surnames(fact: Facts) -> frozenset[str]:
    """Whom the sentence of a claim names, by the last word; whom its "he" or "she" means, or the text in full."""
    plain, (start, end) = fact.document.plain, fact.claim.mention.context.sentence
    full = {name.split()[-1] for name in people.full_names(plain, (past_dateline(plain, (start, end)), end))}
    if full:
        return frozenset(full)
    words = set(re.findall(r"[a-z]+", plain[start : fact.claim.mention.start].lower()))
    if happenings.table().persons & words:
        return frozenset(people.thing(plain, start).split()[-1:])
    people_of_text = {stem(name.split()[-1]) for name in people.full_names(plain, (0, len(plain)))}
    return fact.names & people_of_text


def _knows(fact: Facts, names: frozenset[str]) -> bool:
    """True where the text of a claim has one of the names."""
    words = set(re.findall(r"[^\W\d_]+", fact.document.plain.lower())) if names else set()
    return not names.isdisjoint(words)
