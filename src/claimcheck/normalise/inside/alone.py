"""How a text gives a figure that takes its noun from what stands before: "Police spoke of 700"."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from claimcheck.lexicon import grammar, lemmas, rivals, speakers
from claimcheck.lexicon.patterns import alternatives
from claimcheck.normalise.matching.facts import Facts

CROWD = "attend"  # the action of those who make one

# How: by its number alone in some way, as that of a measure, of a crowd, or in a clause that has no noun for it.
Sort = Literal["named", "held", "told", "counted", "corrected", "measured", "crowd", "clause"]


def sort(fact: Facts) -> Sort | None:
    """How a text gives a figure that may be one for what stands before: "spoke of 700", "put the load at 9 tonnes"."""
    mention, before = fact.claim.mention, lead(fact)
    end = rivals.behind().match(fact.document.plain, mention.end)
    if end is not None and mention.unit is not None and rivals.measured().search(before):
        return "measured"
    if mention.noun is None and end is not None:
        found = rivals.lead().search(before)
        if found is not None and end["corrected"]:
            return "corrected"
        for name in ("named", "held", "told", "counted"):
            if found is not None and found[name]:
                return name
    return _of_clause(fact)


def _of_clause(fact: Facts) -> Sort | None:
    """ "The organisers said 50,000 people took part", "the union says at least 210 went down"."""
    if is_crowd(fact):
        return "crowd"
    claim = fact.claim
    return (
        "clause"
        if claim.mention.kind == "count" and claim.mention.noun is None and claim.noun is None
        else None
    )


def is_alone(fact: Facts) -> bool:
    """True for a number that is all that somebody gives: "the police still say 700"."""
    return sort(fact) in ("named", "held", "told")


def is_crowd(fact: Facts) -> bool:
    """True for people who come together, so that whoever looks on may count them."""
    claim = fact.claim
    return claim.action == CROWD or (claim.noun in rivals.table().crowd and claim.action is None)


def lead(fact: Facts) -> str:
    """The words of its sentence that lead to a number, in lower case."""
    mention = fact.claim.mention
    low = max(mention.context.sentence[0], mention.start - rivals.LEAD)
    return fact.document.plain[low : mention.start].lower()


def is_set_apart(fact: Facts, how: Sort) -> bool:
    """True where a clause first says where or when it holds, or its speaker tells of what is his own."""
    first = _clause(fact).partition(" ")[0]
    if first in rivals.table().opening or first in grammar.words("time_noun"):
        return True
    own = first in rivals.table().own or not _is_party(fact.claim.speaker or "")
    return own and how not in ("named", "held", "corrected", "measured")


def _clause(fact: Facts) -> str:
    """What stands before a number in its clause, in lower case, behind what joins it to the one before."""
    mention = fact.claim.mention
    before = fact.document.plain[mention.context.sentence[0] : mention.start].lower()
    return _border().split(before)[-1].strip(" ,\"“'‘")


def has_border(text: str) -> bool:
    """True where another clause begins in a stretch of text in lower case."""
    return _border().search(f"x {text}") is not None


@cache
def _border() -> re.Pattern[str]:
    """A semicolon, or a word that sets a clause against the one before or joins it."""
    against = alternatives(speakers.words("opposing"))
    return re.compile(rf"[;:]|^(?:and|{against})\s|\s(?:and|{against})\s(?=the\s)|,\s{against}\s")


def _is_party(speaker: str) -> bool:
    """True for bodies and for all who speak in the plural: "organisers", "Velm Council"; not for "the butcher"."""
    last = speaker.rpartition(" ")[2].lower()
    several = last.endswith("s") and lemmas.noun(last) != last
    return several or last in rivals.parties() or last in speakers.words("bodies") | speakers.words("sources")
