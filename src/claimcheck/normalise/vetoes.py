"""What speaks against two claims being about one fact, in the order in which it is asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from claimcheck.lexicon import scope_groups
from claimcheck.model import Claim
from claimcheck.normalise import actions, cues
from claimcheck.normalise.facts import Facts
from claimcheck.normalise.places import skeleton
from claimcheck.normalise.weights import WEIGHTS as W

Veto = Callable[[Facts, Facts], str | None]


def veto(one: Facts, other: Facts) -> str | None:
    """The name of the first veto against a pair, None where there is none."""
    return next((name for check in VETOES if (name := check(one, other)) is not None), None)


def _example(one: Facts, other: Facts) -> str | None:
    example = scope_groups.table().example
    return "example" if example & {*one.claim.scopes, *other.claim.scopes} else None


def _history(one: Facts, other: Facts) -> str | None:
    return "history" if one.document.history or other.document.history else None


def _planned(one: Facts, other: Facts) -> str | None:
    done = {"done", "possible"}
    a, b = one.claim.status, other.claim.status
    return "planned" if a != b and not {a, b} <= done else None


def _negated(one: Facts, other: Facts) -> str | None:
    a, b = one.claim.mention, other.claim.mention
    return "negated" if a.context.negated != b.context.negated and a.value and b.value else None


def _change(one: Facts, other: Facts) -> str | None:
    return "change" if one.claim.mention.trend != other.claim.mention.trend else None


def _exact_scopes(one: Facts, other: Facts) -> str | None:
    return "other-scope" if _exact(one.claim) != _exact(other.claim) else None


def _exact(claim: Claim) -> frozenset[str]:
    """The scopes that both sides must share; stages such as "first-stage" among them."""
    table = scope_groups.table()
    named = {table.same.get(scope, scope) for scope in claim.scopes}
    return frozenset(name for name in named if name in table.exact or _is_stage(name))


def _is_stage(scope: str) -> bool:
    return scope.partition("-")[0] in scope_groups.table().ordinals


def _part(one: Facts, other: Facts) -> str | None:
    part = scope_groups.table().part
    return "part-of-whole" if part & {*one.claim.scopes} != part & {*other.claim.scopes} else None


def _increment(one: Facts, other: Facts) -> str | None:
    increment = scope_groups.table().increment
    more = [bool(increment & {*fact.claim.scopes}) for fact in (one, other)]
    return "increment" if more[0] != more[1] else None


def _frame(one: Facts, other: Facts) -> str | None:
    """One speaks of the background, a war or another year, the other of the incident."""
    a, b = one.topic.kind == "background", other.topic.kind == "background"
    return "other-frame" if a != b else None


def _days(one: Facts, other: Facts) -> str | None:
    """Days that the two claims name themselves."""
    return "other-period" if one.days and other.days and not one.days & other.days else None


def _topic_days(one: Facts, other: Facts) -> str | None:
    """Days of the topics, or of the texts where no day is named."""
    a, b = _days_of(one), _days_of(other)
    if a and b:
        return None if a & b else "other-day"
    return _dates(one, other)


def _days_of(fact: Facts) -> frozenset[date]:
    """The days that the claim names, else those of its topic; the head of a text may also speak of its own day."""
    if fact.days:
        return fact.days
    own = {fact.document.date} if fact.document.date and fact.topic.kind == "head" else set()
    return fact.topic.days | own if fact.topic.days else frozenset()


def _dates(one: Facts, other: Facts) -> str | None:
    """Texts many days apart, where no day is named."""
    if one.topic.kind == "background" or one.document.date is None or other.document.date is None:
        return None
    return "other-date" if abs((one.document.date - other.document.date).days) > W.days_apart else None


def _places(one: Facts, other: Facts) -> str | None:
    return "other-place" if one.places and other.places and not one.places & other.places else None


def _causes(one: Facts, other: Facts) -> str | None:
    return "other-cause" if cues.causes_apart(one.topic.causes, other.topic.causes) else None


def _topics(one: Facts, other: Facts) -> str | None:
    """An incident that another one is set apart from, without a place or a day in common."""
    if {one.topic.kind, other.topic.kind} != {"head", "other"}:
        return None
    shared = one.topic.places & other.topic.places or one.figures & other.figures
    return None if shared else "other-topic"


def _actors(one: Facts, other: Facts) -> str | None:
    """Two doers of one thing; those named with a toll are mostly whoever speaks of it."""
    a, b = one.claim.mention.context.subject, other.claim.mention.context.subject
    toll = actions.counts(one.claim.action) is not None
    return "other-actor" if a and b and a != b and not toll else None


def _origins(one: Facts, other: Facts) -> str | None:
    """Where something leaves from or goes to must not contradict."""
    for role in ("from", "to"):
        a, b = _at(one.claim, role), _at(other.claim, role)
        if a and b and not a & b:
            return "other-place"
    return None


def _at(claim: Claim, role: str) -> frozenset[str]:
    return frozenset(skeleton(place.name) for place in claim.places if place.role == role)


VETOES: tuple[Veto, ...] = (
    _history,
    _example,
    _planned,
    _negated,
    _change,
    _exact_scopes,
    _part,
    _increment,
    _frame,
    _days,
    _places,
    _origins,
    _topic_days,
    _causes,
    _actors,
    _topics,
)
