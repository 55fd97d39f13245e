"""What speaks for two claims being about one fact: small features with the weights of one table."""

from __future__ import annotations

from math import log2

from claimcheck.lexicon.nouns import is_people
from claimcheck.normalise.claim import actions, nouns
from claimcheck.normalise.matching import compare
from claimcheck.normalise.matching.facts import Facts
from claimcheck.normalise.text import stories
from claimcheck.normalise.text.lexis import Lexis
from claimcheck.normalise.weights import WEIGHTS as W


def score(one: Facts, other: Facts, lexis: Lexis) -> tuple[float, tuple[str, ...]]:
    """The sum of all features of a pair, and the reasons that a reader can follow."""
    found = [feature(one, other) for feature in FEATURES]
    found.append(_likeness(one, other, lexis))
    return sum(points for points, _ in found), tuple(reason for _, reason in found if reason)


def named(one: Facts, other: Facts, lexis: Lexis) -> dict[str, float]:
    """The points of each feature of a pair, by its name."""
    found = {feature.__name__.strip("_"): feature(one, other)[0] for feature in FEATURES}
    return found | {"likeness": _likeness(one, other, lexis)[0]}


def _noun(one: Facts, other: Facts) -> tuple[float, str]:
    noun = one.claim.noun
    if noun is None or noun != other.claim.noun:
        return 0.0, ""
    same_head = W.same_head if one.claim.mention.noun == other.claim.mention.noun else 0.0
    telling = 0.0 if nouns.is_soft(noun) else W.telling_noun
    narrowed = W.same_modifiers if one.modifiers and one.modifiers == other.modifiers else 0.0
    return W.same_noun + telling + same_head + narrowed, f"same noun: {noun}"


def _measure(one: Facts, other: Facts) -> tuple[float, str]:
    if one.claim.mention.kind == "count":
        return 0.0, ""
    return W.measure_bonus, f"same measure: {one.claim.unit or one.claim.mention.kind}"


def _action(one: Facts, other: Facts) -> tuple[float, str]:
    if one.claim.action is None and other.claim.action is None:
        return 0.0, ""
    if one.claim.action == other.claim.action:
        shown = actions.shown(one.claim.action)
        return W.same_action, f"same action: {shown}" if shown else ""
    return W.one_action, ""


def alone(one: Facts, other: Facts) -> bool:
    """True for near figures of a thing in the same words, each the only one of a text of one story; not of people."""
    noun = one.claim.noun
    both = one.alone and other.alone and noun is not None and noun == other.claim.noun
    if not both or one.modifiers != other.modifiers or (is_people(noun) and not nouns.is_whole(noun)):
        return False
    near = compare.near(one.claim, other.claim) or _backed(one, other)
    return near and stories.one_story(one.story, other.story)


def _backed(one: Facts, other: Facts) -> bool:
    """True for two counts, of which a third text gives one as its only one: what all of them count is one thing."""
    counted = one.claim.mention.kind == "count" and max(one.others, other.others) > 0
    return counted and compare.ratio(one.claim, other.claim) < W.backed_ratio


def _alone(one: Facts, other: Facts) -> tuple[float, str]:
    if not alone(one, other):
        return 0.0, ""
    return W.alone + (W.backed if _backed(one, other) else 0.0), "each text gives but one such figure"


def _figures(one: Facts, other: Facts) -> tuple[float, str]:
    shared = sorted(one.figures & other.figures)[: W.figures]
    return W.figure * len(shared), f"same figures beside it: {', '.join(shared)}" if shared else ""


def _names(one: Facts, other: Facts) -> tuple[float, str]:
    if not one.names or not other.names:
        return 0.0, ""
    shared = sorted(one.names & other.names)
    return (W.names, f"same names: {', '.join(shared[:3])}") if shared else (W.no_names, "")


def _gap(one: Facts, other: Facts) -> tuple[float, str]:
    times = compare.ratio(one.claim, other.claim)
    return (W.far * (log2(times) - 1), "") if times > 2 else (0.0, "")


def _likeness(one: Facts, other: Facts, lexis: Lexis) -> tuple[float, str]:
    sentence = lexis.likeness(one.sentence, other.sentence)
    near = lexis.likeness(one.near, other.near)
    return W.sentence * sentence + W.near * near, "like wording" if near > 0.5 else ""


FEATURES = (_noun, _measure, _action, _alone, _figures, _names, _gap)
