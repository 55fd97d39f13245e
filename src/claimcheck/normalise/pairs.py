"""Whether two claims of different sources speak of one fact, and whether they agree on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcheck.model import FAR_APART, Link
from claimcheck.normalise import actions, compare, features, nouns, twins, updates, vetoes
from claimcheck.normalise.facts import Facts, Lexis
from claimcheck.normalise.measured import AMOUNT
from claimcheck.normalise.partners import AGREE, Partners
from claimcheck.normalise.weights import WEIGHTS as W

SOFT = 0.4  # confidence of a difference that is worth a note
# What speaks against twins only where few words are the same: it comes from the text at large.
WEAK = frozenset(
    {
        "change",
        "other-actor",
        "other-cause",
        "other-date",
        "other-day",
        "other-frame",
        "other-topic",
        "planned",
    }
)
# What does not even count where a whole sentence is the same: "earlier this week" in a text of the next week.
RELATIVE = frozenset({"other-part", "other-period", "other-place"})


def by_wording(found: Iterable[tuple[Facts, Facts]], partners: Partners) -> Iterator[Link]:
    """Links between numbers in like words; an equal twin in the other text outweighs a different one."""
    pairs = [(one, other) for one, other in found if twins.is_twin(one, other)]
    equal = {met for one, other in pairs if _agree(one, other) for met in _met(one, other)}
    for one, other in pairs:
        if not _agree(one, other) and equal.intersection(_met(one, other)):
            continue
        against = vetoes.veto(one, other)
        if _other_people(one, other):
            continue
        if _allows(against, one, other):
            yield _twin_link(one, other, partners)


def _allows(against: str | None, one: Facts, other: Facts) -> bool:
    if against in (None, "other-actor") or (against in WEAK and _many_words(one, other)):
        return True
    return against in RELATIVE and _one_sentence(one, other)


def _other_people(one: Facts, other: Facts) -> bool:
    """True where both sentences name somebody, nobody in common, and the wording is not all but the same."""
    apart = bool(one.names and other.names) and not one.names & other.names
    scored = nouns.is_never(one.claim.noun) and one.claim.action != other.claim.action
    return (apart or scored) and not _one_sentence(one, other)


def _agree(one: Facts, other: Facts) -> bool:
    return _twin_agreement(one, other) in AGREE


def _twin_agreement(one: Facts, other: Facts) -> str | None:
    """What lets two figures agree; in one wording even "about 40" and "about 44" do not."""
    if _one_sentence(one, other) and compare.apart_as_written(one.claim, other.claim):
        return None
    return compare.agreement(one.claim, other.claim)


def _one_sentence(one: Facts, other: Facts) -> bool:
    telling, words, _, _ = twins.likeness(one, other)
    return (telling >= 5 and words >= 12) or twins.is_full(one, other)


def _met(one: Facts, other: Facts) -> tuple[tuple[str, str], tuple[str, str]]:
    """Each of two claims with the source of the other."""
    return (one.claim.id, other.source), (other.claim.id, one.source)


def _twin_link(one: Facts, other: Facts, partners: Partners) -> Link:
    explained = _twin_agreement(one, other)
    if explained is None and updates.is_update(one, other, partners):
        explained = "update"
    return Link(one.claim.id, other.claim.id, 0.85, ("same words around the number",), explained)


def _many_words(one: Facts, other: Facts) -> bool:
    telling, words, _, _ = twins.likeness(one, other)
    return telling >= 5 and words >= 9


def by_name(one: Facts, other: Facts, partners: Partners) -> Link | None:
    """A link between two ages of one person."""
    explained = compare.agreement(one.claim, other.claim)
    if _other_name(one, other) or (explained is None and partners.settle(one, other)):
        return None
    soft = ("the texts may be a birthday apart",) if _a_birthday_apart(one, other) else ()
    return Link(one.claim.id, other.claim.id, 0.8, (f"age of one person: {one.claim.noun}",), explained, soft)


def _a_birthday_apart(one: Facts, other: Facts) -> bool:
    """True for ages a year apart in texts that are not of the same days."""
    a, b = one.document.date, other.document.date
    near = a is not None and b is not None and abs((a - b).days) <= W.days_apart
    first, second = one.claim.mention.value, other.claim.mention.value
    return not near and first is not None and second is not None and abs(first - second) <= 1


def by_meaning(one: Facts, other: Facts, lexis: Lexis, partners: Partners) -> Link | None:
    """A link between two claims of one kind, noun and action whose topics allow it."""
    if one.claim.mention.kind == "age":
        return by_name(one, other, partners)
    if not _actions_fit(one, other):
        return by_figure(one, other)
    if vetoes.veto(one, other) is not None:
        return None
    points, why = features.score(one, other, lexis)
    if points < (W.enough if _both_act(one, other) or _insists(one, other) else W.enough_without_action):
        return None
    explained = compare.agreement(one.claim, other.claim)
    if explained is None and updates.is_update(one, other, partners):
        explained = "update"
    if explained is None and not _insists(one, other) and partners.settle(one, other):
        return None
    if explained in ("equal", "unit") and _other_name(one, other):
        explained = "designation"
    soft = _soft(one, other) if explained is None else ()
    confidence = SOFT if soft else _confidence(one, other)
    return Link(one.claim.id, other.claim.id, confidence, why, explained, soft)


def by_figure(one: Facts, other: Facts) -> Link | None:
    """A link between one number of things with different names, in texts that share other figures there."""
    same = one.claim.value == other.claim.value and _other_name(one, other)
    if not same or nouns.is_soft(one.claim.noun) or not one.figures & other.figures:
        return None
    if vetoes.veto(one, other) not in (None, "other-actor"):
        return None
    why = (f"same figure of one kind of thing: {one.claim.noun}", "same figures beside it")
    return Link(one.claim.id, other.claim.id, 0.5, why, "designation")


def _actions_fit(one: Facts, other: Facts) -> bool:
    """True unless two different things happen; a verb outside the table may mean the same as any other."""
    a, b = one.claim.action, other.claim.action
    return a == b or not (actions.is_known(a) and actions.is_known(b))


def _both_act(one: Facts, other: Facts) -> bool:
    return one.claim.action is not None and one.claim.action == other.claim.action


def _insists(one: Facts, other: Facts) -> bool:
    return one.claim.mention.precise or other.claim.mention.precise


def _other_name(one: Facts, other: Facts) -> bool:
    """True where both nouns are narrowed, by different words: guard posts, command posts."""
    return bool(one.modifiers and other.modifiers and not one.modifiers & other.modifiers)


def _soft(one: Facts, other: Facts) -> tuple[str, ...]:
    """Why a difference is no more than a note."""
    asked = (
        (FAR_APART, compare.ratio(one.claim, other.claim) > W.loud_ratio),
        (
            "only one side says what happens",
            not (_both_act(one, other) or _insists(one, other) or _one_name(one, other)),
        ),
        ("counted over an unknown time", _unknown_window(one, other) and not _insists(one, other)),
        ("the later text gives the lower figure", updates.shrinks(one, other)),
        ("the things have different names", _other_name(one, other)),
        ("only one side narrows what is measured", _half_named(one, other)),
    )
    return tuple(reason for reason, holds in asked if holds)


def _tied(one: Facts, other: Facts) -> bool:
    """True where an action, a precise figure or a narrowed noun ties two claims together."""
    return _both_act(one, other) or _insists(one, other) or _one_name(one, other)


def _one_name(one: Facts, other: Facts) -> bool:
    """True where the same words narrow both nouns: built-in connectors."""
    return bool(one.modifiers) and one.modifiers == other.modifiers


def _half_named(one: Facts, other: Facts) -> bool:
    return one.claim.action == AMOUNT and bool(one.modifiers) != bool(other.modifiers)


def _unknown_window(one: Facts, other: Facts) -> bool:
    return actions.is_flow(one.claim.action) and not (one.days and one.days == other.days)


def _confidence(one: Facts, other: Facts) -> float:
    background = one.topic.kind == other.topic.kind == "background"
    return 0.7 if background else 0.65 if one.days & other.days else 0.55
