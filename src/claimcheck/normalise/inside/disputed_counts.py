"""A magnitude, a crowd or any other count that two speakers of one text put differently."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from claimcheck.lexicon import grammar, lemmas
from claimcheck.lexicon.patterns import alternatives
from claimcheck.model import Claim
from claimcheck.normalise.inside import incidents
from claimcheck.normalise.inside.contrasts import (
    NEXT,
    OPENING,
    fits,
    is_of_other_time,
    opposed,
    says_in_turn,
    says_no_more,
)
from claimcheck.normalise.inside.incidents import gap
from claimcheck.normalise.matching.facts import Facts
from claimcheck.normalise.matching.voices import NAMED, OPPOSED, Reason, peers


def reason(earlier: Facts, later: Facts, between: Sequence[Facts]) -> Reason | None:
    """A magnitude or a count that two speakers put differently: "but the Survey said it was 6.1"."""
    one, other = earlier.claim, later.claim
    if between or not one.speaker or gap(earlier, later) >= NEXT or other.places:
        return None
    if is_of_other_time(earlier, later) or not fits(
        earlier, later, {"other-actor", "other-frame", "other-window"}
    ):
        return None
    magnitude = one.mention.kind == "magnitude" and (other.mention.kind == "magnitude" or _is_bare(later))
    counted = one.mention.kind == "count" and one.noun is not None and _is_bare(later)
    crowd = counted and one.noun == "person"
    if counted and _retells(later):
        return f"set against {one.speaker}: {other.speaker}", OPPOSED
    same = _is_same(one, other)
    if (magnitude or crowd or (same and says_no_more(later))) and opposed(earlier, later):
        return f"set against {one.speaker}: {other.speaker}", OPPOSED
    if same and one.status == "done":
        bare = other.mention.context.voice == "passive" and says_no_more(later) and says_no_more(earlier)
        in_turn = bare and says_in_turn(earlier, later)
        if (in_turn or incidents.points_back(earlier, later)) and not peers(earlier, later):
            return f"two speakers on one thing: {one.speaker}, {other.speaker}", NAMED
    return None


def _is_same(one: Claim, other: Claim) -> bool:
    """True for two counts of one thing to which the same is done; what "they" do is the speaker's own."""
    if other.mention.context.subject in grammar.words("subject_pronoun"):
        return False
    counts = one.mention.kind == other.mention.kind == "count" and one.noun is not None
    return counts and one.noun == other.noun and one.action is not None and one.action == other.action


def _retells(fact: Facts) -> bool:
    """True for "put the number at 40", which counts what has just been told."""
    start = fact.claim.mention.start
    return _tally().search(fact.document.plain[max(0, start - OPENING) : start].lower()) is not None


def _is_bare(fact: Facts) -> bool:
    """True for a number that only says what something is: "it was 6.1", "there were more than 50,000"."""
    claim, plain = fact.claim, fact.document.plain
    bare = claim.mention.kind == "count" and claim.noun is None and claim.action is None
    return bare and _told_of().match(plain, claim.mention.end) is None


@cache
def _told_of() -> re.Pattern[str]:
    """What is said of the counted behind their number: "between 200 and 300 were still underground"."""
    return re.compile(rf"\s{grammar.pattern('finite_be')}\s")


@cache
def _tally() -> re.Pattern[str]:
    """ "The number at", which counts what has just been told; none of "the number of children at"."""
    return re.compile(rf"\b{alternatives(lemmas.verb_class('tallies'))}\s+(?:at|as)\s+$")
