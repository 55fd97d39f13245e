"""The toll of one incident as two speakers of one text give it."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.lexicon import disputes, lemmas, nouns, rivals
from claimcheck.normalise.claim import actions
from claimcheck.normalise.inside import incidents
from claimcheck.normalise.inside.contrasts import (
    NEXT,
    fits,
    is_of_other_time,
    is_own,
    is_rival,
    opposed,
    says_in_turn,
    says_no_more,
    says_no_place,
)
from claimcheck.normalise.inside.incidents import FAR, gap
from claimcheck.normalise.matching.facts import Facts
from claimcheck.normalise.matching.voices import NAMED, OPPOSED, RETOLD, Reason
from claimcheck.normalise.ways.exceeding import exceeds


def reason(earlier: Facts, later: Facts, before: Sequence[Facts], between: Sequence[Facts]) -> Reason | None:
    """Why two tolls are held for a dispute, and how surely; others stand before and between them."""
    if earlier.claim.action != later.claim.action or earlier.claim.mention.kind != "count":
        return None
    if later.claim.status != "done" or is_of_other_time(earlier, later) or _is_former(earlier, later):
        return None
    like = [fact for fact in between if _is_like(later, fact)]
    if like:
        beyond = all(_is_part_beyond(fact, later) for fact in like)
        return (_restated(earlier, later) if beyond else None) or _named(earlier, later, far=True)
    alone = not any(_is_like(later, fact) and gap(fact, earlier) < 0 for fact in before)
    in_turn = _restated(earlier, later) if alone else None
    return _retold(earlier, later, alone=alone) or in_turn or _named(earlier, later)


def _is_former(earlier: Facts, later: Facts) -> bool:
    """True for a lower toll that somebody gave before: "the police earlier put the number of dead at 51"."""
    if not later.claim.plausible.lies_below(earlier.claim.plausible):
        return False
    start = later.claim.mention.context.sentence[0]
    return rivals.former().search(later.document.plain[start : later.claim.mention.start].lower()) is not None


def _is_like(toll: Facts, fact: Facts) -> bool:
    """True for another toll of what a toll counts, "three soldiers" as well as "12 people"; not of "two villages"."""
    counted = actions.counts(toll.claim.action)
    return fact.claim.action == toll.claim.action and nouns.is_of(fact.claim.noun, counted)


def _retold(earlier: Facts, later: Facts, *, alone: bool) -> Reason | None:
    """ "Rescue workers put the toll at 23": the toll of what the text has just told of, and there told `alone`."""
    if not _is_tally(later) or gap(earlier, later) >= FAR or not _says_no_other_time(earlier, later):
        return None
    if is_own(later) or not fits(earlier, later, {"other-actor", "part-of-whole", "other-topic"}):
        return None
    a, b, named = earlier.claim.noun, later.claim.noun, earlier.claim.speaker is not None
    against = is_rival(earlier, later) or (named and opposed(earlier, later))
    if against and (nouns.is_of(a, b) or nouns.is_of(b, a)):
        return f"set against what stands before: {later.claim.speaker}", OPPOSED
    same = a == b or (alone and a in disputes.words("anyone") and later.claim.mention.noun is None)
    if not same or not named or earlier.claim.mention.context.quoted:
        return None
    return f"another toll of what stands before: {later.claim.speaker}", RETOLD


def _named(earlier: Facts, later: Facts, *, far: bool = False) -> Reason | None:
    """Two speakers who name the same incident; from `far` where other tolls stand between."""
    one, other = earlier.claim, later.claim
    if (other.speaker or "").lower() in disputes.words("again") or not fits(earlier, later, {"other-actor"}):
        return None
    if one.noun != other.noun and not exceeds(earlier, later) and not exceeds(later, earlier):
        return None
    if not same_incident(earlier, later, far=far):
        return None
    return f"two speakers on one thing: {one.speaker}, {other.speaker}", NAMED


def same_incident(earlier: Facts, later: Facts, *, far: bool = False) -> bool:
    """True where the second sentence names the event of the first one, or is set against it right behind it."""
    against = gap(earlier, later) < NEXT and opposed(earlier, later) and says_no_place(later)
    return against or incidents.points_back(earlier, later, far=far)


def _restated(earlier: Facts, later: Facts) -> Reason | None:
    """Two speakers who say in turn how many there were, the second without a word of another event or place."""
    one, other = earlier.claim, later.claim
    if one.noun != other.noun or gap(earlier, later) >= FAR or not fits(earlier, later, {"other-actor"}):
        return None
    bare = says_no_place(later) and says_no_more(later)
    if not says_in_turn(earlier, later) or not (bare or _is_part_beyond(earlier, later)):
        return None
    return f"two speakers on one thing: {one.speaker}, {other.speaker}", NAMED


def _is_part_beyond(earlier: Facts, later: Facts) -> bool:
    """True for more in one place of a text than in all of them: "160 died in the village alone" of 56."""
    local = later.scopes.one_place or "local" in later.scopes.part
    return local and earlier.claim.plausible.lies_below(later.claim.plausible)


def _says_no_other_time(earlier: Facts, later: Facts) -> bool:
    return later.claim.period is None or bool(later.days & earlier.days)


def _is_tally(fact: Facts) -> bool:
    """True for a figure that is said to be the toll: "put the toll at 30", "a toll of 30", "spoke of 30 dead"."""
    head = fact.claim.mention.context.head
    counted = fact.claim.mention.noun
    return counts_harm(head) or (counted is None and head is None) or counted in lemmas.table().predicates


def counts_harm(head: str | None) -> bool:
    """True for a noun that a number is said to be of: "a toll of 30", "the number of dead"."""
    return head in lemmas.verb_class("tolls") or head in lemmas.verb_class("tallies")
