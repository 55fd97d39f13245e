"""Whether two names are one speaker: a long and a short form, a body and whoever speaks for it."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.lexicon import disputes
from claimcheck.lexicon.patterns import alternatives
from claimcheck.lexicon.places import is_demonym
from claimcheck.normalise.matching.facts import Facts

OPPOSED, RETOLD, NAMED = 0.8, 0.7, 0.65  # confidence in a dispute of two speakers
Reason = tuple[str, float]  # why two figures are held for a dispute, and how surely
APPOSED = 32  # characters between a name and the body that it speaks for
AROUND = 800  # characters on each side of two claims in which that is told


def same_speaker(one: str, other: str) -> bool:
    """True for names of which one may be a form of the other: "Lund", "Ada Lund"; "Trade Union", "TU"."""
    a, b = set(one.lower().split()), set(other.lower().split())
    shared = [word for word in one.split() if word in other.split() and word[0].isupper()]
    if a <= b or b <= a or not all(map(is_demonym, (word.lower() for word in shared))):
        return True
    short, long = sorted((one, other), key=len)
    initials = "".join(word[0] for word in long.split() if word[0].isupper()).lower()
    return short.isupper() and len(initials) > 1 and (initials in short.lower() or short.lower() in initials)


def unsure(one: str, other: str) -> bool:
    """True where one speaker without a name of its own may be the other: "a monitoring group", "the company"."""
    return _is_anybody(one, other) or _is_anybody(other, one)


def _is_anybody(speaker: str, other: str) -> bool:
    if not speaker.islower():
        return False
    kind = speaker.split()[-1]
    return kind in disputes.words("anybody") or (kind in disputes.words("firms") and not other.islower())


def peers(earlier: Facts, later: Facts) -> bool:
    """True for two who hold one office, each of a body or town of its own: "the mayor of Orl", "the mayor of Sul"."""
    one, other = _offices(earlier), _offices(later)
    shared = one.keys() & other.keys()
    return bool(shared) and all(one[office].isdisjoint(other[office]) for office in shared)


def _offices(fact: Facts) -> dict[str, frozenset[str]]:
    """The bodies that those who speak hold an office of, by the office, as the words before a figure say."""
    start = fact.claim.mention.context.sentence[0]
    said = fact.document.plain[start : fact.claim.mention.start]
    found: dict[str, frozenset[str]] = {}
    for match in _office().finditer(said):
        body = match["before"] or match["behind"]
        if body is not None:
            office = disputes.offices()[match["office"].lower()]
            found[office] = found.get(office, frozenset()) | frozenset(body.lower().split())
    return found


@cache
def _office() -> re.Pattern[str]:
    """ "Velt spokesman", "a spokeswoman for Velt Air", "the mayor of Orl" """
    name = r"(?!(?:An?|The)\b)[a-z]{0,4}[A-Z]\w+(?:\s[A-Z]\w+)*"
    office = rf"(?P<office>(?i:{alternatives(disputes.offices())}))"
    return re.compile(
        rf"(?:(?P<before>{name})(?:['’]s)?\s)?\b{office}\b(?:\s(?:at|for|of)\s(?:the\s)?(?P<behind>{name}))?"
    )


def one_voice(earlier: Facts, later: Facts) -> bool:
    """True where the text around two claims makes one speaker speak for the other: "Ada Lund of the Watch"."""
    one, other = earlier.claim.speaker, later.claim.speaker
    if not one or not other:
        return False
    a, b = rf"\b{re.escape(one)}\b", rf"\b{re.escape(other)}\b"
    parting = "|".join(sorted(disputes.words("parting")))
    joined = rf"(?:(?!\b(?:{parting})\b)[^.;:()]){{0,{APPOSED}}}?"
    low, high = earlier.claim.mention.start - AROUND, later.claim.mention.end + AROUND
    around = later.document.plain[max(0, low) : high]
    return re.search(rf"{a}{joined}{b}|{b}{joined}{a}", around) is not None
