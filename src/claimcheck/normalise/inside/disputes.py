"""Disputes inside one text: two speakers on the toll of one incident, or on one figure that the text sets apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from claimcheck.lexicon import disputes
from claimcheck.lexicon.patterns import whole
from claimcheck.model import Claim, Link
from claimcheck.normalise.claim import actions, units, values
from claimcheck.normalise.inside import disputed_counts, disputed_tolls
from claimcheck.normalise.inside.incidents import sentence
from claimcheck.normalise.matching import compare
from claimcheck.normalise.matching.facts import HEADLINE, Facts
from claimcheck.normalise.matching.voices import Reason, one_voice, same_speaker

BEHIND = 8  # claims back in which the other figure stands


def links(facts: Sequence[Facts]) -> Iterator[Link]:
    """Links between figures that two speakers of one document give differently, the facts in the order of the text."""
    for index, later in enumerate(facts):
        if not later.claim.speaker or not stands(later) or moves_on(later):
            continue
        near = facts[max(0, index - BEHIND) : index]
        told = [fact for fact in near if stands(fact)]
        for place, earlier in enumerate(told):
            reason = _reason(earlier, later, told[:place], told[place + 1 :])
            if reason is None or compare.agreement(earlier.claim, as_measured(earlier, later)) is not None:
                continue
            if not one_voice(earlier, later) and not _is_told_as_part(later, earlier, near):
                yield Link(earlier.claim.id, later.claim.id, reason[1], (reason[0],), None)


def as_measured(earlier: Facts, later: Facts) -> Claim:
    """A later claim that gives no unit, in that of the earlier one: "magnitude 5.9, but the Survey said it was 6.1"."""
    if later.claim.unit is not None:
        return later.claim
    mention = msgspec.structs.replace(later.claim.mention, unit=earlier.claim.mention.unit)
    value = units.convert(values.committed(mention), mention)
    plausible = units.convert(values.stretched(mention), mention)
    return msgspec.structs.replace(
        later.claim, mention=mention, unit=earlier.claim.unit, value=value, plausible=plausible
    )


def stands(fact: Facts) -> bool:
    """True for a figure that somebody gives for good and for the whole: no part, no fear, no earlier figure."""
    return is_for_good(fact) and not _is_size(fact)


def is_for_good(fact: Facts) -> bool:
    """The same, also for a figure behind "of", as in "spoke of 700"."""
    claim = fact.claim
    scopes = fact.scopes
    if (
        scopes.part - {"local"}
        or scopes.increment
        or scopes.old
        or scopes.revised
        or HEADLINE in claim.scopes
    ):
        return False
    if claim.mention.vague or claim.mention.context.negated or claim.role not in ("value", "total"):
        return False
    return claim.status in ("done", "planned")


def _is_size(fact: Facts) -> bool:
    """True for the size of something: "a family of four", "of the 30"; not for "a toll of 30"."""
    mention = fact.claim.mention
    if mention.noun is not None or disputed_tolls.counts_harm(mention.context.head):
        return False
    before = fact.document.plain[max(0, mention.start - len("out of the ")) : mention.start].lower().split()
    return before[-1:] == ["of"] or before[-2:] == ["of", "the"]


def _is_told_as_part(later: Facts, earlier: Facts, near: Sequence[Facts]) -> bool:
    """True where the sentence of the earlier figure has the later one, too: "31 dead, ten of them on a bus"."""
    span = earlier.claim.mention.context.sentence
    beside = [fact.claim for fact in near if fact.claim.mention.context.sentence == span]
    return any(
        claim.action == later.claim.action and claim.mention.value == later.claim.mention.value
        for claim in beside
    )


def _reason(earlier: Facts, later: Facts, before: Sequence[Facts], between: Sequence[Facts]) -> Reason | None:
    """Why two figures are held for a dispute, and how surely; others stand before and between them."""
    one, other = earlier.claim.speaker, later.claim.speaker
    if not other or (one and same_speaker(one, other)) or earlier.claim.status != later.claim.status:
        return None
    if actions.counts(later.claim.action) is None:
        return disputed_counts.reason(earlier, later, between)
    return disputed_tolls.reason(earlier, later, before, between)


def moves_on(later: Facts) -> bool:
    """True where the sentence of a figure tells that time has passed."""
    return _later().search(sentence(later)) is not None


@cache
def _later() -> re.Pattern[str]:
    return whole(disputes.table().later)
