"""What the words around two figures of one text say of them: set against each other, told in turn, one's own."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.lexicon import disputes, grammar
from claimcheck.lexicon.patterns import whole
from claimcheck.normalise.inside import incidents
from claimcheck.normalise.inside.incidents import FAR
from claimcheck.normalise.matching import vetoes
from claimcheck.normalise.matching.facts import Facts
from claimcheck.normalise.matching.voices import unsure

NEXT = 3  # characters between one sentence and the next
OPENING = 40  # characters of a sentence in which a word sets it against the one before


def fits(earlier: Facts, later: Facts, allowed: set[str]) -> bool:
    """True where nothing but what is allowed speaks against one fact."""
    return allowed.issuperset(vetoes.every(earlier, later))


def opposed(earlier: Facts, later: Facts) -> bool:
    """True where words between two figures set the second against the first."""
    end = later.claim.mention.start
    start = later.claim.mention.context.sentence[0]
    between = _between(earlier, later)
    inside = start < earlier.claim.mention.end
    lead = between if inside else between[-(end - start) :][:OPENING]
    return (inside and ";" in lead) or is_rival(earlier, later) or _opposing().search(lead) is not None


def is_rival(earlier: Facts, later: Facts) -> bool:
    """True for "a higher toll", "different tolls": the second figure is said to be another one."""
    return _rival().search(_between(earlier, later)) is not None


def _between(earlier: Facts, later: Facts) -> str:
    end = later.claim.mention.start
    return later.document.plain[max(earlier.claim.mention.end, end - FAR) : end].lower()


def is_own(fact: Facts) -> bool:
    """True for "put the toll in his region at 12"."""
    start = fact.claim.mention.start
    return _own().search(fact.document.plain[max(0, start - OPENING) : start].lower()) is not None


def says_in_turn(earlier: Facts, later: Facts) -> bool:
    """True for two speakers with names of their own of whom the second tells of nothing new."""
    one, other = earlier.claim.speaker, later.claim.speaker
    if not one or not other or unsure(one, other):
        return False
    return not is_own(later) and not incidents.tells_of_new(earlier, later)


def says_no_more(fact: Facts) -> bool:
    """True where nothing but its verb stands behind a figure: no "in training", no "under his plan"."""
    end = fact.claim.mention.context.sentence[1]
    behind = fact.document.plain[fact.claim.mention.end : end].lower().split()
    return (grammar.words("preposition") | grammar.words("by")).isdisjoint(behind)


def is_of_other_time(earlier: Facts, later: Facts) -> bool:
    """True for times that are told in other words and that no day is known of: "on Monday", "on Sunday"."""
    one, other = earlier.claim.period, later.claim.period
    told = one is not None and other is not None and one.text.lower() != other.text.lower()
    return told and not (earlier.days and later.days)


def says_no_place(fact: Facts) -> bool:
    """True where a claim names no time and no place; whoever speaks is none: "at the mill, Ada Lund, said"."""
    claim = fact.claim
    return claim.period is None and all(place.name == claim.speaker for place in claim.places)


@cache
def _opposing() -> re.Pattern[str]:
    return whole(disputes.table().opposing)


@cache
def _own() -> re.Pattern[str]:
    return whole(disputes.table().own)


@cache
def _rival() -> re.Pattern[str]:
    return whole(disputes.table().rival)
