"""Whether a different figure is a later one: by words such as "previous", or by the days of the texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from claimcheck.lexicon import nouns
from claimcheck.model import Link
from claimcheck.normalise.claim import actions
from claimcheck.normalise.matching import compare, times
from claimcheck.normalise.matching.facts import Facts
from claimcheck.normalise.matching.partners import Partners
from claimcheck.normalise.matching.voices import same_speaker
from claimcheck.normalise.text import weekdays

BY_NOW = frozenset({"now", "so-far"})  # scopes of what goes on
MOMENTS = 30  # minutes between two texts that were sent at one time


def is_update(one: Facts, other: Facts, partners: Partners) -> bool:
    """True where one of two different figures replaces the other."""
    if _is_old(one, partners) != _is_old(other, partners):
        return True
    if partners.old(one, other.source) or partners.old(other, one.source):
        return True
    return (
        _replaces(one, other, partners)
        or _replaces(other, one, partners)
        or _grows(one, other, partners)
        or _of_other_days(one, other)
        or _has_moved(one, other)
    )


def explanation(one: Facts, other: Facts, partners: Partners) -> str | None:
    """ "update" where one figure replaces the other, "moving" for tolls of which nobody can say which is the older.

    These are one that moves and a higher one that stands still, and two that move in texts of unknown days.
    """
    if is_update(one, other, partners):
        return "update"
    moving = _moves(one, other, partners) or _moves(other, one, partners) or _both_move(one, other, partners)
    return "moving" if moving or _by_now(one, other) or _by_now(other, one) else None


def _by_now(high: Facts, low: Facts) -> bool:
    """True for what has happened by now, and a lower figure of a text of an unknown day: "14 have now retired"."""
    if (high.day and low.day) or high.claim.action in times.STATES or _is_by_now(low):
        return False
    a, b = compare.middle(low.claim), compare.middle(high.claim)
    return _is_by_now(high) and a is not None and b is not None and a < b


def _is_by_now(fact: Facts) -> bool:
    return not BY_NOW.isdisjoint(fact.claim.scopes)


def _both_move(one: Facts, other: Facts, partners: Partners) -> bool:
    undated = not (one.day and other.day)
    return undated and all(_is_toll(each) and partners.revised(each, each.source) for each in (one, other))


def _moves(new: Facts, still: Facts, partners: Partners) -> bool:
    """True for a toll that its text gives as one that has moved, against one that stands still in its own."""
    return _is_toll(new) and partners.revised(new, new.source) and not partners.revised(still, still.source)


def _is_old(fact: Facts, partners: Partners) -> bool:
    return fact.scopes.old or partners.old(fact, fact.source)


def _replaces(new: Facts, former: Facts, partners: Partners) -> bool:
    """True for a toll that has moved to its figure, against a lower one that stands still in its text."""
    if not _moves(new, former, partners):
        return False
    a, b = compare.middle(former.claim), compare.middle(new.claim)
    return a is not None and b is not None and a < b


def _grows(one: Facts, other: Facts, partners: Partners) -> bool:
    """True for what mounts up and is higher in the later text; one that names the earlier figure too disputes it."""
    if not (_is_toll(one) or (actions.grows(one.claim.action) and actions.grows(other.claim.action))):
        return False
    if _estimate(one, other):
        return False
    ordered = _in_order(one, other)
    return ordered is not None and _rises(*ordered) and not partners.named(ordered[0], ordered[1].source)


def _estimate(one: Facts, other: Facts) -> bool:
    """True for a crowd as two speakers put it."""
    first, second = one.claim.speaker, other.claim.speaker
    if not first or not second:
        return False
    return not same_speaker(first, second) and actions.is_estimated(one.claim.action)


def _of_other_days(one: Facts, other: Facts) -> bool:
    """True for those who were at work when two texts of other days told of them: firefighters, helicopters."""
    at_work = all(
        fact.alone and actions.is_daily(fact.claim.action, fact.claim.noun) for fact in (one, other)
    )
    return at_work and not one.days & other.days and _in_order(one, other) is not None


def _has_moved(one: Facts, other: Facts) -> bool:
    """True where the text of a much later day says that the figure has moved to its own: "has grown to 455"."""
    ordered = _in_order(one, other) if times.long_apart(one, other) else None
    return ordered is not None and ordered[1].scopes.revised and not ordered[0].scopes.revised


def _is_toll(fact: Facts) -> bool:
    counted = actions.counts(fact.claim.action)
    return counted is not None and nouns.is_of(fact.claim.noun, counted)


def shrinks(one: Facts, other: Facts) -> bool:
    """True where the later of two texts gives the lower toll."""
    ordered = _in_order(one, other) if _is_toll(one) else None
    return ordered is not None and _rises(*reversed(ordered))


def _rises(low: Facts, high: Facts) -> bool:
    """True where the second of two claims about what happened gives the higher figure."""
    a, b = compare.middle(low.claim), compare.middle(high.claim)
    return "background" not in (low.topic.kind, high.topic.kind) and a is not None and b is not None and a < b


def _in_order(one: Facts, other: Facts) -> tuple[Facts, Facts] | None:
    """Two claims by the days and hours of their texts, else by their weekdays; None where nobody knows."""
    if one.day and other.day and one.day == other.day:
        later = _in_hours(one, other), _in_hours(other, one)
    elif one.day and other.day:
        later = one.day > other.day, other.day > one.day
    else:
        a, b = one.story.week, other.story.week
        later = weekdays.follows(a, b), weekdays.follows(b, a)
    if later[0] == later[1]:
        return None
    return (other, one) if later[0] else (one, other)


def _in_hours(late: Facts, early: Facts) -> bool:
    """True where the first of two texts of one day is the later one by clock times of one kind."""
    a, b = late.document.hour, early.document.hour
    return a is not None and b is not None and a.universal == b.universal and a.minute - b.minute >= MOMENTS


def carried(links: Iterable[Link], facts: Iterable[Facts]) -> Iterator[Link]:
    """The links, with two figures of which a text has no day explained where texts with days tell that they moved."""
    by_id = {fact.claim.id: fact for fact in facts}
    found = [(link, by_id[link.first], by_id[link.second]) for link in links]
    moved = {_step(one, other) for link, one, other in found if link.explained == "update"}
    for link, one, other in found:
        undated = link.explained is None and one.source != other.source and not (one.day and other.day)
        again = undated and _step(one, other) in moved
        yield msgspec.structs.replace(link, explained="update", soft=()) if again else link


def _step(one: Facts, other: Facts) -> frozenset[tuple[object, ...]]:
    """Two figures of one thing, of whatever texts."""
    return frozenset(
        (fact.claim.noun, fact.claim.action, compare.middle(fact.claim)) for fact in (one, other)
    )
