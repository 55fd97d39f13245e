"""The way in by meaning: whether two claims of different sources that count the same speak of one fact."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from math import log2

from claimcheck.lexicon import figures, grammar, measured
from claimcheck.lexicon.measures import measures
from claimcheck.lexicon.nouns import is_people
from claimcheck.model import FAR_APART, Link
from claimcheck.normalise.claim import actions, distances, names, nouns
from claimcheck.normalise.claim.figures import ASKED
from claimcheck.normalise.claim.measured import AMOUNT, TRAVEL
from claimcheck.normalise.matching import (
    compare,
    features,
    persons,
    sections,
    times,
    updates,
    vetoes,
    windows,
)
from claimcheck.normalise.matching.facts import Facts
from claimcheck.normalise.matching.partners import Partners
from claimcheck.normalise.text import stories
from claimcheck.normalise.text.lexis import Lexis
from claimcheck.normalise.ways import blocks
from claimcheck.normalise.weights import WEIGHTS as W

YEAR = 365.25  # days
DEAD = "dead"
LARGE = 100  # two digits change places by chance in smaller counts
ONE_EVENT = 0.8  # confidence of two magnitudes of one quake
BYGONE = 10  # years, by which hardly anybody errs
SIZES = frozenset({"length", "mass"})
SOFT = 0.4  # confidence of a difference that is worth a note


def links(
    facts: Sequence[Facts], lexis: Lexis, partners: Partners, done: Container[frozenset[str]] = frozenset()
) -> Iterator[Link]:
    """Links between claims of one kind, noun and action whose topics allow it; pairs in `done` are left out."""
    for one, other in blocks.candidates(facts):
        if frozenset((one.claim.id, other.claim.id)) in done:
            continue
        link = by_meaning(one, other, lexis, partners)
        if link is not None:
            yield link


def by_name(one: Facts, other: Facts, partners: Partners) -> Link | None:
    """A link between two ages of one person."""
    if _grown_older(one, other):
        return None
    explained = compare.agreement(one.claim, other.claim)
    if explained == "rounding" and one.claim.mention.hedge == other.claim.mention.hedge == "exact":
        explained = None  # nobody rounds "Ada Brook, 60"
    if not (one.modifiers and other.modifiers) and vetoes.other_story(one, other) is not None:
        return None  # surnames alone
    if not names.fit(one.modifiers, other.modifiers) or (explained is None and partners.settle(one, other)):
        return None
    asked = (
        ("the texts may be a birthday apart", _a_birthday_apart(one, other)),
        (FAR_APART, _bygone(one, other)),
    )
    soft = tuple(reason for reason, holds in asked if holds)
    return Link(one.claim.id, other.claim.id, 0.8, (f"age of one person: {one.claim.noun}",), explained, soft)


def _has_name(fact: Facts) -> bool:
    return fact.claim.noun not in measures().age.persons


def _grown_older(one: Facts, other: Facts) -> bool:
    """True for two ages as far apart as the texts that give them, by years: 52, and 54 two years later."""
    first, second = one.claim.mention.value, other.claim.mention.value
    if one.day is None or other.day is None or first is None or second is None:
        return False
    years = (other.day - one.day).days / YEAR
    return abs(years) > 1 and abs(float(second - first) - years) <= 1


def _a_birthday_apart(one: Facts, other: Facts) -> bool:
    """True for ages a year apart in texts that are not of the same days, but for that of somebody who has died."""
    if DEAD in (one.claim.action, other.claim.action):
        return False
    a, b = one.day, other.day
    near = a is not None and b is not None and abs((a - b).days) <= W.days_apart
    first, second = one.claim.mention.value, other.claim.mention.value
    return not near and first is not None and second is not None and abs(first - second) <= 1


def _bygone(one: Facts, other: Facts) -> bool:
    """True for two far-apart ages of which the lower is told of the past, unless their digits have changed places."""
    first, second = one.claim.mention.value, other.claim.mention.value
    if first is None or second is None or abs(first - second) <= BYGONE:
        return False
    lower = one if first < second else other
    once = names.was_once(lower.document, lower.claim.mention)
    return once and sorted(str(first)) != sorted(str(second))


def by_meaning(one: Facts, other: Facts, lexis: Lexis, partners: Partners) -> Link | None:
    """A link between two claims of one kind, noun and action whose topics allow it."""
    if one.claim.mention.kind == "age" and _has_name(one) and _has_name(other):
        return by_name(one, other, partners)
    if one.claim.action == AMOUNT and one.claim.noun != other.claim.noun:
        return by_kin(one, other, partners)
    if not _actions_fit(one, other):
        return by_figure(one, other)
    if vetoes.veto(one, other) is not None or sections.templates(one, other):
        return None
    if _told_apart(one, other, partners):
        return None
    points, why = features.score(one, other, lexis)
    if points < needed(one, other, lexis.texts):
        return None
    explained = compare.agreement(one.claim, other.claim)
    if explained is None:
        explained = updates.explanation(one, other, partners)
    if explained is None and (
        _further(one, other) or _other_name(one, other) or _settled(one, other, partners)
    ):
        return None
    if explained in ("equal", "unit") and _other_name(one, other):
        explained = "designation"
    soft = _soft(one, other, points) if explained is None else ()
    confidence = SOFT if soft else _confidence(one, other)
    return Link(one.claim.id, other.claim.id, confidence, why, explained, soft)


def _told_apart(one: Facts, other: Facts, partners: Partners) -> bool:
    """True for figures of two games, drivers or convicts, and for a part of a whole that its sentence gives."""
    noun = one.claim.noun
    if noun is not None and one.claim.mention.kind in SIZES and is_people(nouns.class_named((noun,))):
        return True  # "a 75 kg rider" is any of them
    if nouns.is_never(noun) and not _of_one_game(one, other):
        return True
    if any(a.scopes.part > b.scopes.part and partners.is_within(a) for a, b in ((one, other), (other, one))):
        return True  # it is the wholes that are compared
    if distances.is_open(noun) and not (features.alone(one, other) and _have_subjects(one, other)):
        return True
    if (one.claim.action == TRAVEL or distances.is_open(noun)) and _other_things(one, other):
        return True
    row = figures.table().get(noun or "")
    if noun == ASKED or (row is not None and row.alone):
        strangers = one.names and other.names and one.names.isdisjoint(other.names)
        return bool(strangers) or not features.alone(one, other)
    return row is not None and row.personal and not persons.one_person(one, other)


def _have_subjects(one: Facts, other: Facts) -> bool:
    """True where both sentences say what is so far away."""
    return None not in (one.claim.mention.context.subject, other.claim.mention.context.subject)


def _other_things(one: Facts, other: Facts) -> bool:
    """True for two subjects of which neither is a name or a pronoun: a train and its rescuers."""
    a, b = one.claim.mention.context.subject, other.claim.mention.context.subject
    unsaid = measured.table().pronouns | one.names | other.names | {None}
    return a != b and a not in unsaid and b not in unsaid


def _of_one_game(one: Facts, other: Facts) -> bool:
    """True for near figures of one player, unless other figures stand beside each, as those of another game do."""
    others = one.figures and other.figures and one.figures.isdisjoint(other.figures)
    a, b = (each.claim.period.text.lower() if each.claim.period else "" for each in (one, other))
    return compare.near(one.claim, other.claim) and not others and a == b


def by_kin(one: Facts, other: Facts, partners: Partners) -> Link | None:
    """A link between near measures with two names at one place: gusts and winds."""
    places = one.places & other.places
    against = set(vetoes.every(one, other)) - {"other-cause"}  # what blew needs no cause
    if not places or against or one.modifiers or other.modifiers or not compare.near(one.claim, other.claim):
        return None
    explained = compare.agreement(one.claim, other.claim)
    if explained is None and partners.settle(one, other):
        return None
    why = f"measured at one place: {one.claim.noun}, {other.claim.noun}"
    return Link(one.claim.id, other.claim.id, _confidence(one, other), (why,), explained)


def _further(one: Facts, other: Facts) -> bool:
    """True for "two more people" and "four other guests": only like words tie such lots together."""
    return one.scopes.increment and other.scopes.increment


def _settled(one: Facts, other: Facts, partners: Partners) -> bool:
    return not _insists(one, other) and partners.settle(one, other)


def needed(one: Facts, other: Facts, texts: int) -> float:
    """The points that a pair must reach; more where no action or precise figure ties it together."""
    if one.claim.mention.kind == "age":
        return W.enough_unnamed
    if one.claim.noun is None and one.claim.mention.kind in blocks.DONE:
        own = one.claim.action in times.STATES | {TRAVEL} or not _of_one_doer(one, other)
        return W.enough_owned if own else W.enough_done
    if _of_one_event(one, other):
        return 0.0
    if _swapped(one, other):
        return W.enough
    if not (_both_act(one, other) or _insists(one, other) or _of_one_crew(one, other)):
        return W.enough_without_action
    if times.same_time(one, other):
        return W.enough
    return min(W.enough + W.undated * log2(texts), W.enough_undated)


def _of_one_crew(one: Facts, other: Facts) -> bool:
    return nouns.is_whole(one.claim.noun) and features.alone(one, other)


def _of_one_doer(one: Facts, other: Facts) -> bool:
    """True where one word, "he" or nothing says who does it; sums may be paid for one thing and another."""
    a, b = (fact.claim.mention.context.subject for fact in (one, other))
    told = a == b or not grammar.words("one_person").isdisjoint({a, b}) or None in (a, b)
    return told and one.claim.mention.kind != "money"


def _of_one_event(one: Facts, other: Facts) -> bool:
    """True for two near magnitudes in texts of one story, whatever else is said of the quake."""
    if one.claim.mention.kind not in blocks.UNNAMED:
        return False
    a, b = one.claim.mention.value, other.claim.mention.value
    near = a is not None and b is not None and abs(a - b) <= W.magnitudes
    return near and one.claim.status == other.claim.status and stories.one_story(one.story, other.story)


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


def _soft(one: Facts, other: Facts, points: float) -> tuple[str, ...]:
    """Why a difference is no more than a note."""
    far = W.loud_ratio if points < W.strong else W.strong_ratio
    slip = compare.shifted(one.claim, other.claim) or compare.sound_alike(one.claim, other.claim)
    slip = slip or (_both_act(one, other) and compare.transposed(one.claim, other.claim))
    apart = 1.0 if slip else compare.ratio(one.claim, other.claim)
    asked = (
        (FAR_APART, apart > far or _of_two(one, other)),
        (
            "only one side says what happens",
            not _tied(one, other),
        ),
        ("one is often no number", _one_of(one, other)),
        ("counted over an unknown time", _unknown_window(one, other) and not _insists(one, other)),
        ("the later text gives the lower figure", not slip and updates.shrinks(one, other)),
        ("the figure falls from hour to hour", actions.is_passing(one.claim.action)),
        ("their number changes from day to day", _at_work(one) and _at_work(other) and one.day != other.day),
        ("only one side narrows what is measured", _half_named(one, other)),
        ("labels alone say what is given", one.labelled and other.labelled),
    )
    return tuple(reason for reason, holds in asked if holds)


def _at_work(fact: Facts) -> bool:
    return actions.is_daily(fact.claim.action, fact.claim.noun)


def _of_two(one: Facts, other: Facts) -> bool:
    """True for those aboard who are too many or too few for one boat."""
    return actions.of_several(one.claim.action) and not compare.near(one.claim, other.claim)


def _tied(one: Facts, other: Facts) -> bool:
    """True where an action, a precise figure or a narrowed noun ties two claims together."""
    return (
        _both_act(one, other)
        or _insists(one, other)
        or _one_name(one, other)
        or features.alone(one, other)
        or _swapped(one, other)
        or _of_one_event(one, other)
    )


def _swapped(one: Facts, other: Facts) -> bool:
    """True for 126 and 162 patients, each the only figure of them in its text of one story."""
    alone = one.alone and other.alone and one.claim.noun is not None
    large = alone and (one.claim.mention.value or 0) >= LARGE
    return large and compare.transposed(one.claim, other.claim) and stories.one_story(one.story, other.story)


def _one_name(one: Facts, other: Facts) -> bool:
    """True where the same words narrow both nouns: built-in connectors."""
    return bool(one.modifiers) and one.modifiers == other.modifiers


def _one_of(one: Facts, other: Facts) -> bool:
    values = (one.claim.mention.value, other.claim.mention.value)
    return one.claim.mention.kind == "count" and 1 in values


def _half_named(one: Facts, other: Facts) -> bool:
    return one.claim.action == AMOUNT and bool(one.modifiers) != bool(other.modifiers)


def _unknown_window(one: Facts, other: Facts) -> bool:
    if one.claim.mention.kind == "money" and one.claim.action == AMOUNT:
        return (one.claim.period is None) != (other.claim.period is None)
    if actions.counts(one.claim.action) is not None:
        return windows.only_one_lasts(one, other)
    return actions.is_flow(one.claim.action) and not (one.days and one.days == other.days)


def _confidence(one: Facts, other: Facts) -> float:
    if _of_one_event(one, other):
        return ONE_EVENT
    background = one.topic.kind == other.topic.kind == "background"
    return 0.7 if background else 0.65 if one.days & other.days else 0.55
