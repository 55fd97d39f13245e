"""Another figure that somebody gives for what stands before: "1,200 protesters came, it said. Police spoke of 700"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

from claimcheck.lexicon import grammar, rivals
from claimcheck.lexicon.patterns import whole
from claimcheck.model import DISPUTED, Link
from claimcheck.normalise.claim import nouns
from claimcheck.normalise.inside import alone, incidents
from claimcheck.normalise.inside.alone import Sort
from claimcheck.normalise.inside.contrasts import NEXT, is_of_other_time
from claimcheck.normalise.inside.disputes import as_measured, is_for_good, moves_on, stands
from claimcheck.normalise.inside.incidents import gap, sentence
from claimcheck.normalise.matching import compare
from claimcheck.normalise.matching.facts import Facts
from claimcheck.normalise.matching.voices import OPPOSED, one_voice, same_speaker

BACK = 8  # claims back in which the first figure stands
FAR = 160  # characters between two sentences of one paragraph, of which the second may speak of the first
LONG = 400  # the same where both give nothing but a number
ABOVE = 200  # characters before the first figure in which the text says that there is no one figure
RATIO = 10  # two figures further apart are of two things
LEAST = 3  # below it a number alone is hardly a count
MEASURES = frozenset({"area", "count", "length", "magnitude", "mass", "money", "power", "speed", "volume"})


def links(facts: Sequence[Facts]) -> Iterator[Link]:
    """Links from each figure that somebody gives so to the one that the text has just told of, facts in its order."""
    for index, later in enumerate(facts):
        how = alone.sort(later) if later.claim.speaker and is_for_good(later) else None
        if how is None or alone.is_set_apart(later, how) or moves_on(later):
            continue
        near = facts[max(0, index - BACK) : index]
        for earlier in (_told_before(near, later, how), _alone_before(near, later, how)):
            if earlier is not None and _are_rivals(earlier, later, how):
                if compare.agreement(earlier.claim, as_measured(earlier, later)) is None:
                    yield Link(earlier.claim.id, later.claim.id, OPPOSED, (DISPUTED,), None)
                break


def _told_before(near: Sequence[Facts], later: Facts, how: Sort) -> Facts | None:
    """The one figure of the last sentence with figures that may be of the same kind, if it stands near enough."""
    kinds = {later.claim.mention.kind} if later.claim.unit is not None else MEASURES
    kinds = kinds | {"rate"} if how == "corrected" else kinds
    for _, found in groupby(reversed(near), key=lambda fact: fact.claim.mention.context.sentence):
        like = [fact for fact in found if fact.claim.mention.kind in kinds and fact.claim.role != "part"]
        like = [fact for fact in like if not _is_of_subject(fact, later)]
        if like:
            fit = [fact for fact in like if alone.is_crowd(fact)] if how in ("counted", "crowd") else like
            return fit[0] if len(fit) == 1 and _is_near(fit[0], later, how) else None
    return None


def _is_of_subject(fact: Facts, later: Facts) -> bool:
    """True for "two banks" in "analysts at two banks came up with 130 million"."""
    between = fact.document.plain[fact.claim.mention.end : later.claim.mention.start].lower()
    return gap(fact, later) < 0 and not alone.has_border(between)


def _is_near(earlier: Facts, later: Facts, how: Sort) -> bool:
    """True within one paragraph, or where one sentence follows the other."""
    one, other = earlier.claim.mention.context.block, later.claim.mention.context.block
    return gap(earlier, later) <= (FAR if one.start == other.start and how != "crowd" else NEXT)


def _alone_before(near: Sequence[Facts], later: Facts, how: Sort) -> Facts | None:
    """The last number of the paragraph that is as much alone: "The police say 700. ... A study came up with 900"."""
    if how not in ("named", "held", "told"):
        return None
    block = later.claim.mention.context.block.start
    like = (
        fact
        for fact in reversed(near)
        if fact.claim.mention.context.block.start == block and alone.is_alone(fact)
    )
    found = next(like, None)
    return found if found is not None and gap(found, later) <= LONG else None


# --- both -----------------------------------------------------------------------------------------------------


def _are_rivals(earlier: Facts, later: Facts, how: Sort) -> bool:
    """True where nothing speaks against two speakers who give two figures for one fact."""
    return (
        _stands(earlier)
        and not nouns.is_never(earlier.claim.noun)
        and not _is_earlier_view(earlier)
        and not _is_bargain(earlier)
        and not is_of_other_time(earlier, later)
        and not _is_of_a_span(earlier, later)
        and _places_fit(earlier, later)
        and _are_near_in_size(earlier, later)
        and _are_two_voices(earlier, later)
        and _fits(earlier, later, how)
    )


def _stands(fact: Facts) -> bool:
    """True for a figure that somebody gives for good and for the whole, be it behind "spoke of"."""
    return stands(fact) or (is_for_good(fact) and rivals.lead().search(alone.lead(fact)) is not None)


def _are_two_voices(earlier: Facts, later: Facts) -> bool:
    """True for two speakers, or one whom the second half of a sentence sets against the text."""
    one, other = earlier.claim.speaker, later.claim.speaker or ""
    if one == other and gap(earlier, later) < 0:
        between = later.document.plain[earlier.claim.mention.end : later.claim.mention.start]
        return ";" in between and other.lower() in between.lower()
    return not one or not (same_speaker(one, other) or one_voice(earlier, later))


def _fits(earlier: Facts, later: Facts, how: Sort) -> bool:
    """True where the way in which a figure is given lets it speak of the first one."""
    one, said = earlier.claim, earlier.claim.speaker is not None
    if how == "measured":
        return one.mention.context.verb in rivals.table().measures.get(later.claim.noun or "", ())
    if how == "told":
        own = one.mention.context.subject in grammar.words("subject_pronoun")
        return said and not own and one.mention.kind != "percent"
    if how == "held":
        return said and one.status == "done"
    if how == "crowd":
        return said and _is_one_crowd(earlier, later)
    if how == "clause":
        return said and alone.is_alone(earlier) and _is_announced(earlier)
    return True


def _is_one_crowd(earlier: Facts, later: Facts) -> bool:
    """True where the second sentence tells of no other march, no other part and no wider reach."""
    a, b = earlier.scopes, later.scopes
    same = (a.exact, a.many_places, a.one_place) == (b.exact, b.many_places, b.one_place)
    what = {each.claim.mention.context.object for each in (earlier, later)} - {None}
    return (
        len(what) < 2
        and same
        and earlier.claim.noun == later.claim.noun
        and not incidents.tells_of_new(earlier, later)
    )


def _is_announced(fact: Facts) -> bool:
    """True behind "how many there were is disputed"."""
    start = fact.claim.mention.context.sentence[0]
    return _announcing().search(fact.document.plain[max(0, start - ABOVE) : start].lower()) is not None


def _is_earlier_view(fact: Facts) -> bool:
    return rivals.former().search(sentence(fact)) is not None


def _is_of_a_span(earlier: Facts, later: Facts) -> bool:
    """True for "in 2019", "last season" of a first figure alone, where the second may be of any time."""
    period = earlier.claim.period
    if (
        period is None
        or period.text.lower() not in sentence(earlier)
        or period.text.lower() in sentence(later)
    ):
        return False
    *before, last = period.text.lower().split()
    return (last.isdigit() and len(before) < 2) or last in rivals.table().spans


def _is_bargain(fact: Facts) -> bool:
    """True for what somebody asks or offers: "the union wants 6 euros more"."""
    return fact.claim.mention.context.verb in rivals.table().bargaining


def _places_fit(earlier: Facts, later: Facts) -> bool:
    """True where the second figure is of no other place; where its speaker sits is no place of his figure."""
    plain, first = later.document.plain, later.claim.mention.context.sentence[0]
    told = plain[earlier.claim.mention.context.block.start : first]
    speaking = plain[first : later.claim.mention.start]
    elsewhere = [place.name for place in later.claim.places if place.name not in told]
    return not elsewhere or (not earlier.claim.places and all(name in speaking for name in elsewhere))


def _are_near_in_size(earlier: Facts, later: Facts) -> bool:
    one, other = compare.point(earlier.claim), compare.point(as_measured(earlier, later))
    return min(one, other) >= LEAST and max(one, other) <= RATIO * min(one, other)


@cache
def _announcing() -> re.Pattern[str]:
    return whole(rivals.table().announcing)
