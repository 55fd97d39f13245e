"""Links inside one text: only what it sets side by side, different numbers mostly mean different things."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from claimcheck.lexicon import disputes as lexicon_disputes
from claimcheck.lexicon.patterns import whole
from claimcheck.model import Link
from claimcheck.normalise.claim import actions, nouns
from claimcheck.normalise.inside import contrasts, disputes, exceeded, repeats, rivals, zeros
from claimcheck.normalise.matching import compare, vetoes, voices
from claimcheck.normalise.matching.facts import Facts
from claimcheck.normalise.text import cues
from claimcheck.normalise.text.lexis import Lexis

BEHIND = 6  # how many claims back a figure is compared with
LIFE = "life"  # "had claimed 13 lives" says nothing against anybody
LIKE = 0.25  # likeness of a paraphrase and its quotation


def links(facts: Sequence[Facts], lexis: Lexis) -> Iterator[Link]:
    """Links between the claims of one document, given in the order of the text; history contradicts itself."""
    if facts and facts[0].document.history:
        return
    yield from zeros.within(facts)
    yield from disputes.links(facts)
    yield from exceeded.links(facts)
    yield from rivals.links(facts)
    for index, later in enumerate(facts):
        for earlier in facts[max(0, index - BEHIND) : index]:
            link = _link(earlier, later, lexis)
            if link is not None:
                yield link
    yield from repeats.links(facts)


def _link(earlier: Facts, later: Facts, lexis: Lexis) -> Link | None:
    if earlier.claim.mention.kind != later.claim.mention.kind or earlier.claim.unit != later.claim.unit:
        return None
    for way in WAYS:
        found = way(earlier, later, lexis)
        if found is not None:
            why, confidence = found
            explained = compare.agreement(earlier.claim, later.claim)
            soft = ("one text mostly means different things",) if way is _speakers else ()
            return Link(earlier.claim.id, later.claim.id, confidence, (why,), explained, soft)
    return None


def _same_sentence(earlier: Facts, later: Facts) -> bool:
    return earlier.claim.mention.context.sentence == later.claim.mention.context.sentence


def _adjacent(earlier: Facts, later: Facts) -> bool:
    """True where at most a short sentence stands between those of the two claims."""
    return later.claim.mention.context.sentence[0] - earlier.claim.mention.context.sentence[1] < 160


def _same_noun(earlier: Facts, later: Facts) -> bool:
    return earlier.claim.noun is not None and earlier.claim.noun == later.claim.noun


def _precisely(earlier: Facts, later: Facts, lexis: Lexis) -> tuple[str, float] | None:
    """One figure and the same "to be exact", in either order; "exactly zero or one row" gives two that may be."""
    precise = earlier.claim.mention.precise != later.claim.mention.precise
    if not (precise and _same_noun(earlier, later) and _same_sentence(earlier, later)):
        return None
    if _are_choices(earlier, later) or _is_another(earlier, later):
        return None
    if later.claim.mention.noun is None and later.scopes.part - earlier.scopes.part:
        return None  # "1,050 patients, exactly 700 of them"
    return "one sentence gives the figure and then the exact one", 0.9


def _is_another(earlier: Facts, later: Facts) -> bool:
    """True for "one of two, while the other has exactly four", not for "about 300, while she counted exactly 312"."""
    between = later.document.plain[
        earlier.claim.mention.number_end : later.claim.mention.number_start
    ].lower()
    rough = earlier if later.claim.mention.precise else later
    told = rough.claim.mention.hedge == "exact" or "other" in between
    return told and contrasts.opposed(earlier, later)


def _are_choices(earlier: Facts, later: Facts) -> bool:
    """True for an exact figure with "or" between it and the other one."""
    between = later.document.plain[earlier.claim.mention.number_end : later.claim.mention.number_start]
    return earlier.claim.mention.precise and _choice().search(between.lower()) is not None


@cache
def _choice() -> re.Pattern[str]:
    return whole(lexicon_disputes.table().choice)


def _disputed(earlier: Facts, later: Facts, lexis: Lexis) -> tuple[str, float] | None:
    """Two figures with words of contrast right before the second: "the figure of", "for years the town had"."""
    if nouns.is_never(earlier.claim.noun) or {earlier.claim.role, later.claim.role} & {"old", "change"}:
        return None
    if _same_sentence(earlier, later):
        same = later.claim.noun is None or _same_noun(earlier, later)
    else:
        same = _same_noun(earlier, later) and _adjacent(earlier, later) and bool(later.claim.speaker)
    first, second = earlier.claim.action, later.claim.action
    if first != second and actions.is_known(first) and actions.is_known(second):
        return None
    lead = _lead(earlier, later)
    if not same or later.claim.mention.noun == LIFE or not cues.contrast().search(lead):
        return None
    if later.claim.speaker is None and not lexicon_disputes.words("other").isdisjoint(lead.split()):
        return None  # "as opposed to the other questions, which had 164"
    return "the text sets the figures against each other", 0.8


def _lead(earlier: Facts, later: Facts) -> str:
    """The words before the later figure, back to the earlier one or to the start of the sentence."""
    start = max(earlier.claim.mention.end, later.claim.mention.context.sentence[0])
    return later.document.plain[start : later.claim.mention.start].lower()


def _quoted(earlier: Facts, later: Facts, lexis: Lexis) -> tuple[str, float] | None:
    """A paraphrase and the quotation that it sums up."""
    first, second = earlier.claim.mention.context, later.claim.mention.context
    if first.quoted == second.quoted or not _adjacent(earlier, later):
        return None
    if _same_sentence(earlier, later) or not _same_noun(earlier, later):
        return None
    if earlier.claim.action is None and later.claim.mention.kind != "percent":
        return None  # what somebody says of one thing may be of another one of its kind
    if earlier.claim.action != later.claim.action or vetoes.veto(earlier, later) not in (None, "other-actor"):
        return None
    if lexis.likeness(earlier.sentence, later.sentence) < LIKE:
        return None
    return "a sentence and the quotation that it sums up", 0.75


def _speakers(earlier: Facts, later: Facts, lexis: Lexis) -> tuple[str, float] | None:
    """Two named speakers on the toll of one incident."""
    first, second = earlier.claim.speaker, later.claim.speaker
    if not first or not second or first == second or earlier.topic.id != later.topic.id:
        return None
    if not _same_noun(earlier, later) or earlier.claim.action is None:
        return None
    if earlier.claim.action != later.claim.action or vetoes.veto(earlier, later) is not None:
        return None
    if actions.counts(earlier.claim.action) is None and voices.peers(earlier, later):
        return None
    return f"two speakers on one thing: {first}, {second}", 0.6


WAYS = (_precisely, _disputed, _quoted, _speakers)
