"""Disputes inside one text: two speakers on the toll of one incident, or on one figure that the text sets apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from claimcheck.lexicon import disputes, lemmas, nouns
from claimcheck.model import Claim, Link
from claimcheck.normalise import actions, compare, cues, incidents, vetoes
from claimcheck.normalise.exceeding import exceeds
from claimcheck.normalise.facts import HEADLINE, Facts
from claimcheck.normalise.incidents import FAR, gap, sentence
from claimcheck.normalise.voices import anybody, one_voice, same_speaker

BEHIND = 8  # claims back in which the other figure stands
NEXT = 3  # characters between one sentence and the next
OPENING = 40  # characters of a sentence in which a word sets it against the one before
OPPOSED, RETOLD, NAMED = 0.8, 0.7, 0.65  # confidence

Reason = tuple[str, float]


def links(facts: Sequence[Facts]) -> Iterator[Link]:
    """Links between figures that two speakers of one document give differently, the facts in the order of the text."""
    for index, later in enumerate(facts):
        if not later.claim.speaker or not _stands(later) or _moves_on(later):
            continue
        near = facts[max(0, index - BEHIND) : index]
        told = [fact for fact in near if _stands(fact)]
        for place, earlier in enumerate(told):
            reason = _reason(earlier, later, told[:place], told[place + 1 :])
            if reason is None or compare.agreement(earlier.claim, _as(earlier, later)) is not None:
                continue
            if not one_voice(earlier, later) and not _is_told_as_part(later, earlier, near):
                yield Link(earlier.claim.id, later.claim.id, reason[1], (reason[0],), None)


def _as(earlier: Facts, later: Facts) -> Claim:
    """A later claim that gives no unit, in that of the earlier one: "magnitude 5.9, but the Survey said it was 6.1"."""
    if later.claim.unit is not None:
        return later.claim
    mention = msgspec.structs.replace(later.claim.mention, unit=earlier.claim.mention.unit)
    return msgspec.structs.replace(later.claim, mention=mention, unit=earlier.claim.unit)


def _stands(fact: Facts) -> bool:
    """True for a figure that somebody gives for good and for the whole: no part, no fear, no earlier figure."""
    claim = fact.claim
    scopes = fact.scopes
    if (
        scopes.part - {"local"}
        or scopes.increment
        or scopes.old
        or scopes.revised
        or HEADLINE in claim.scopes
        or _is_size(fact)
    ):
        return False
    if claim.mention.vague or claim.mention.context.negated or claim.role not in ("value", "total"):
        return False
    return claim.status in ("done", "planned")


def _is_size(fact: Facts) -> bool:
    """True for the size of something: "a family of four", "of the 30"; not for "a toll of 30"."""
    mention = fact.claim.mention
    if mention.noun is not None or _is_counted_by(mention.context.head):
        return False
    return (
        _of().search(fact.document.plain, max(0, mention.start - len("of the ")), mention.start) is not None
    )


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
        return _measured(earlier, later, between)
    if earlier.claim.action != later.claim.action or earlier.claim.mention.kind != "count":
        return None
    if later.claim.status != "done" or _is_of_other_time(earlier, later):
        return None
    like = [fact for fact in between if _is_like(later, fact)]
    if like:
        beyond = all(_is_part_beyond(fact, later) for fact in like)
        return (_restated(earlier, later) if beyond else None) or _named(earlier, later, far=True)
    alone = not any(_is_like(later, fact) and gap(fact, earlier) < 0 for fact in before)
    in_turn = _restated(earlier, later) if alone else None
    return _retold(earlier, later, alone=alone) or in_turn or _named(earlier, later)


def _is_like(toll: Facts, fact: Facts) -> bool:
    """True for another toll of what a toll counts, "three soldiers" as well as "12 people"; not of "two villages"."""
    counted = actions.counts(toll.claim.action)
    return fact.claim.action == toll.claim.action and (
        fact.claim.noun == counted or nouns.within(fact.claim.noun, counted)
    )


# --- tolls -----------------------------------------------------------------------------------------------


def _retold(earlier: Facts, later: Facts, *, alone: bool) -> Reason | None:
    """ "Rescue workers put the toll at 23": the toll of what the text has just told of, and there told `alone`."""
    if not _is_tally(later) or gap(earlier, later) >= FAR or not _says_no_other_time(earlier, later):
        return None
    if _is_own(later) or not _fits(earlier, later, {"other-actor", "part-of-whole", "other-topic"}):
        return None
    a, b, named = earlier.claim.noun, later.claim.noun, earlier.claim.speaker is not None
    opposed = _is_rival(earlier, later) or (named and _opposed(earlier, later))
    if opposed and (a == b or nouns.within(a, b) or nouns.within(b, a)):
        return f"set against what stands before: {later.claim.speaker}", OPPOSED
    same = a == b or (alone and a in disputes.words("anyone") and later.claim.mention.noun is None)
    if not same or not named or earlier.claim.mention.context.quoted:
        return None
    return f"another toll of what stands before: {later.claim.speaker}", RETOLD


def _is_own(fact: Facts) -> bool:
    """True for "put the toll in his region at 12"."""
    start = fact.claim.mention.start
    return _own().search(fact.document.plain[max(0, start - OPENING) : start].lower()) is not None


def _named(earlier: Facts, later: Facts, *, far: bool = False) -> Reason | None:
    """Two speakers who name the same incident; from `far` where other tolls stand between."""
    one, other = earlier.claim, later.claim
    if (other.speaker or "").lower() in disputes.words("again") or not _fits(earlier, later, {"other-actor"}):
        return None
    if one.noun != other.noun and not exceeds(earlier, later) and not exceeds(later, earlier):
        return None
    if not same_incident(earlier, later, far=far):
        return None
    return f"two speakers on one thing: {one.speaker}, {other.speaker}", NAMED


def same_incident(earlier: Facts, later: Facts, *, far: bool = False) -> bool:
    """True where the second sentence names the event of the first one, or is set against it right behind it."""
    opposed = gap(earlier, later) < NEXT and _opposed(earlier, later) and _says_no_place(later)
    return opposed or incidents.points_back(earlier, later, far=far)


def _restated(earlier: Facts, later: Facts) -> Reason | None:
    """Two speakers who say in turn how many there were, the second without a word of another event or place."""
    one, other = earlier.claim, later.claim
    if one.noun != other.noun or gap(earlier, later) >= FAR or not _fits(earlier, later, {"other-actor"}):
        return None
    if not _says_in_turn(earlier, later) or not (_says_no_place(later) or _is_part_beyond(earlier, later)):
        return None
    return f"two speakers on one thing: {one.speaker}, {other.speaker}", NAMED


def _says_in_turn(earlier: Facts, later: Facts) -> bool:
    """True for two speakers with names of their own of whom the second tells of nothing new."""
    one, other = earlier.claim.speaker, later.claim.speaker
    if not one or not other or anybody(one) or anybody(other):
        return False
    return not _is_own(later) and not incidents.tells_of_new(earlier, later)


def _is_part_beyond(earlier: Facts, later: Facts) -> bool:
    """True for more in one place of a text than in all of them: "160 died in the village alone" of 56."""
    local = later.scopes.one_place or "local" in later.scopes.part
    return local and earlier.claim.plausible.lies_below(later.claim.plausible)


def _says_no_place(fact: Facts) -> bool:
    """True where a claim names no time and no place; whoever speaks is none: "at the mill, Ada Lund, said"."""
    claim = fact.claim
    return claim.period is None and all(place.name == claim.speaker for place in claim.places)


def _says_no_other_time(earlier: Facts, later: Facts) -> bool:
    return later.claim.period is None or bool(later.days & earlier.days)


def _is_of_other_time(earlier: Facts, later: Facts) -> bool:
    """True for times that are told in other words and that no day is known of: "on Monday", "on Sunday"."""
    one, other = earlier.claim.period, later.claim.period
    told = one is not None and other is not None and one.text.lower() != other.text.lower()
    return told and not (earlier.days and later.days)


def _is_tally(fact: Facts) -> bool:
    """True for a figure that is said to be the toll: "put the toll at 30", "a toll of 30", "spoke of 30 dead"."""
    head = fact.claim.mention.context.head
    counted = fact.claim.mention.noun
    return _is_counted_by(head) or (counted is None and head is None) or counted in lemmas.table().predicates


def _is_counted_by(head: str | None) -> bool:
    return head in lemmas.verb_class("tolls") or head in lemmas.verb_class("tallies")


# --- measures and crowds ---------------------------------------------------------------------------------


def _measured(earlier: Facts, later: Facts, between: Sequence[Facts]) -> Reason | None:
    """A magnitude or a count that two speakers put differently: "but the Survey said it was 6.1"."""
    one, other = earlier.claim, later.claim
    if between or not one.speaker or gap(earlier, later) >= NEXT or other.places:
        return None
    if not _fits(earlier, later, {"other-actor", "other-frame", "other-window"}):
        return None
    magnitude = one.mention.kind == "magnitude" and (other.mention.kind == "magnitude" or _is_bare(later))
    counted = one.mention.kind == "count" and one.noun is not None and _is_bare(later)
    crowd = counted and one.noun == "person"
    if (counted and _retells(later)) or _is_crowd(earlier, later):
        return f"set against {one.speaker}: {other.speaker}", OPPOSED
    if (magnitude or crowd or _is_same(one, other)) and _opposed(earlier, later):
        return f"set against {one.speaker}: {other.speaker}", OPPOSED
    if _is_same(one, other) and one.status == "done":
        in_turn = other.mention.context.voice == "passive" and _says_in_turn(earlier, later)
        if in_turn or incidents.points_back(earlier, later):
            return f"two speakers on one thing: {one.speaker}, {other.speaker}", NAMED
    return None


def _is_same(one: Claim, other: Claim) -> bool:
    """True for two counts of one thing to which the same is done: "40 houses were destroyed"."""
    counts = one.mention.kind == other.mention.kind == "count" and one.noun is not None
    return counts and one.noun == other.noun and one.action is not None and one.action == other.action


def _is_crowd(earlier: Facts, later: Facts) -> bool:
    """True for two counts of those who came: "30,000 people marched", "90,000 people took part"."""
    came = disputes.words("crowding")
    one, other = earlier.claim, later.claim
    both = one.mention.kind == other.mention.kind == "count" and one.noun == other.noun == "person"
    said = one.mention.context.verb in came or one.mention.context.head in disputes.words("crowd")
    return both and said and other.mention.context.verb in came


def _retells(fact: Facts) -> bool:
    """True for "put the number at 40", which counts what has just been told."""
    start = fact.claim.mention.start
    return _tally().search(fact.document.plain[max(0, start - OPENING) : start].lower()) is not None


def _is_bare(fact: Facts) -> bool:
    """True for a number that only says what something is: "it was 6.1", "there were more than 50,000"."""
    claim = fact.claim
    return claim.mention.kind == "count" and claim.noun is None and claim.action is None


# --- what both ask ---------------------------------------------------------------------------------------


def _fits(earlier: Facts, later: Facts, allowed: set[str]) -> bool:
    return allowed.issuperset(vetoes.every(earlier, later))


def _opposed(earlier: Facts, later: Facts) -> bool:
    """True where words between two figures set the second against the first."""
    end = later.claim.mention.start
    start = later.claim.mention.context.sentence[0]
    between = _between(earlier, later)
    inside = start < earlier.claim.mention.end
    lead = between if inside else between[-(end - start) :][:OPENING]
    return (inside and ";" in lead) or _is_rival(earlier, later) or _opposing().search(lead) is not None


def _is_rival(earlier: Facts, later: Facts) -> bool:
    """True for "a higher toll", "different tolls": the second figure is said to be another one."""
    return _rival().search(_between(earlier, later)) is not None


def _between(earlier: Facts, later: Facts) -> str:
    end = later.claim.mention.start
    return later.document.plain[max(earlier.claim.mention.end, end - FAR) : end].lower()


def _moves_on(later: Facts) -> bool:
    """True where the sentence of a figure tells that time has passed."""
    return _later().search(sentence(later)) is not None


@cache
def _of() -> re.Pattern[str]:
    return re.compile(r"\bof (?:the )?$")


@cache
def _opposing() -> re.Pattern[str]:
    return cues.pattern(disputes.table().opposing)


@cache
def _own() -> re.Pattern[str]:
    return cues.pattern(disputes.table().own)


@cache
def _rival() -> re.Pattern[str]:
    return cues.pattern(disputes.table().rival)


@cache
def _tally() -> re.Pattern[str]:
    """ "The number at", which counts what has just been told; none of "the number of children at"."""
    return re.compile(rf"\b(?:{'|'.join(sorted(lemmas.verb_class('tallies')))})\s+(?:at|as)\s+$")


@cache
def _later() -> re.Pattern[str]:
    return cues.pattern(disputes.table().later)
