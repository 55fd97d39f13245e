"""Which figures the other text gives for the same thing: an equal one there outweighs every different one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby, permutations
from typing import NamedTuple

from claimcheck.interval import Interval
from claimcheck.model import Claim, Span
from claimcheck.normalise.claim import actions
from claimcheck.normalise.matching import compare, vetoes
from claimcheck.normalise.matching.facts import HEADLINE, TELLING, Facts
from claimcheck.normalise.text import stories
from claimcheck.normalise.text.stories import Story

Key = tuple[str, str, str | None, str | None]
Given = tuple[str | None, Decimal | None]  # action and figure of a toll
Shelves = dict[Key, list[tuple[float, Facts]]]
UPPER = frozenset({"at_most", "less_than"})
AGREE = frozenset({"equal", "unit", "bounds", "rounding"})
MEASURED = frozenset({"area", "duration", "length", "mass", "speed", "volume"})
CROWD = 20  # sentences in which one figure is a part, and figures of a sentence, looked through for each pair
MOST = 8  # figures of a sentence that tells a toll and its parts
REACH = 2.1  # times; figures further apart never agree


class Parted(NamedTuple):
    """A toll of which a figure is a part: the toll, the rest of it, and the story of the text that says so."""

    total: Decimal
    rest: Decimal
    story: Story


class Partners:
    """The claims of a run by source, kind, unit and noun, each shelf in the order of its values."""

    def __init__(self, facts: Iterable[Facts]) -> None:
        """Index `facts`; the index is read-only afterwards."""
        found = list(facts)
        self._all = _shelves(found, lambda fact: True)
        self._old = _shelves(found, lambda fact: fact.claim.role == "old")
        self._named = {
            (fact.source, fact.claim.mention.value)
            for fact in found
            if _telling(fact) and not fact.scopes.part
        }
        self._measured = {(fact.source, fact.claim.unit, fact.claim.value) for fact in found}
        self._spoken = {_said(fact, fact) for fact in found if fact.claim.mention.kind in MEASURED}
        self._parts = _parts(found)
        self._unparted = _unparted(found)
        self._revised = _shelves(found, lambda fact: fact.scopes.revised)

    def old(self, fact: Facts, source: str) -> bool:
        """True where `source` gives the figure of `fact` as an old one."""
        return bool(self._old) and any(True for _ in _equal(self._old, fact, source))

    def named(self, fact: Facts, source: str) -> bool:
        """True where `source` gives the figure of `fact`, of whatever but a part."""
        return _telling(fact) and (source, fact.claim.mention.value) in self._named

    def revised(self, fact: Facts, source: str) -> bool:
        """True where `source` gives the figure of `fact` as one that has risen."""
        return bool(self._revised) and any(True for _ in _equal(self._revised, fact, source))

    def is_within(self, part: Facts) -> bool:
        """True for a part whose sentence gives the whole that it is of."""
        said = part.claim.mention.context.sentence
        return not part.claim.mention.precise and any(
            _key(each, each.source) == _key(part, part.source)
            and _place(each) > _place(part)
            and _same_action(part, each)
            for each in self._unparted.get((part.source, said), ())
        )

    def settle(self, one: Facts, other: Facts) -> bool:
        """True where a pair is set aside, since one of them has an equal partner in the other text."""
        if actions.counts(one.claim.action):
            if (
                self._stands_beside(one, other)
                or self._stands_beside(other, one)
                or self._adds_up(one, other)
                or self._is_part(one, other)
            ):
                return True
            if self._tells_apart(one, other) or self._tells_apart(other, one):
                return True
            return self._has_equal(one, other) and self._has_equal(other, one)
        return any(
            self._has_equal(fact, against)
            or self._is_measured(fact, against.source)
            or self._is_said_with(fact, against)
            for fact, against in ((one, other), (other, one))
        )

    def _is_measured(self, fact: Facts, source: str) -> bool:
        """True where `source` gives a measure or an amount without a noun, of whatever; round amounts say nothing."""
        kind = fact.claim.mention.kind
        value = fact.claim.mention.value if kind == "money" else None
        amount = value is not None and not compare.is_round(value)
        bare = fact.claim.noun is None and (kind in MEASURED or amount)
        return bare and (source, fact.claim.unit, fact.claim.value) in self._measured

    def _is_said_with(self, fact: Facts, against: Facts) -> bool:
        """True where the sentence of `against` gives the measure of `fact` as well: "seven years; if not, five"."""
        return _said(fact, against) in self._spoken

    def _stands_beside(self, one: Facts, other: Facts) -> bool:
        """True where the sentence of `other` gives the figure of `one` too, and so tells the two apart."""
        sentence = other.claim.mention.context.sentence
        return any(
            fact.claim.mention.context.sentence == sentence for fact in _equal(self._all, one, other.source)
        )

    def _adds_up(self, one: Facts, other: Facts) -> bool:
        """True where one of the texts gives what is missing of the larger toll as a toll of its own."""
        first, second = one.claim.mention.value, other.claim.mention.value
        rest = abs(first - second) if first is not None and second is not None else 0
        return (
            rest > TELLING
            and rest not in (first, second)
            and any(
                fact.claim.mention.value == rest and fact.claim.action == one.claim.action
                for source in (one.source, other.source)
                for fact in self._of(one, source, float(rest))
            )
        )

    def _is_part(self, one: Facts, other: Facts) -> bool:
        """True where a text of their story gives one of two tolls as a part of the other, or both as parts."""
        return any(
            stories.together(told.story, one.story)
            and stories.together(told.story, other.story)
            and (told.rest == whole.claim.mention.value or _fits(whole.claim, told.total))
            for part, whole in ((one, other), (other, one))
            for told in self._parts.get((part.claim.action, part.claim.mention.value), ())
        )

    def _of(self, fact: Facts, source: str, value: float) -> Iterator[Facts]:
        """The claims of `source` about the thing of `fact` that give a value."""
        shelf = self._all.get(_key(fact, source), [])
        first, last = (cut(shelf, value, key=_first) for cut in (bisect_left, bisect_right))
        return (each for _, each in shelf[first:last])

    def _tells_apart(self, one: Facts, other: Facts) -> bool:
        """True where the text of `other` gives the figure of `one` as well, of the same speaker and as good as that.

        A toll that somebody else gives is a dispute, and an earlier one an update.
        """
        said = other.claim.speaker
        return not _is_of_a_time(other) and any(
            fact.claim.speaker == said and not _is_of_a_time(fact) and not vetoes.other_scene(one, fact)
            for fact in self._equal_to(one, other)
        )

    def _has_equal(self, fact: Facts, against: Facts) -> bool:
        """True where the text of `against` gives the same figure for the same time."""
        return any(not vetoes.other_time(fact, each) for each in self._equal_to(fact, against))

    def _equal_to(self, fact: Facts, against: Facts) -> Iterator[Facts]:
        """Claims of the text of `against` that agree with `fact`, but for coarser words that fit both: "over 300"."""
        for each in _equal(self._all, fact, against.source):
            if each.claim.value == fact.claim.value or not _agree(each, against):
                yield each


def _said(fact: Facts, against: Facts) -> tuple[object, ...]:
    return against.source, against.claim.mention.context.sentence, fact.claim.unit, fact.claim.value


def _parts(facts: Sequence[Facts]) -> dict[Given, list[Parted]]:
    """Action and figure of each part of a toll, with the tolls that it is a part of.

    One voice gives both parts in a sentence, and there or in a headline the toll: "43 died, 32 civilians, 11 soldiers".
    """
    tolls: dict[tuple[str, str | None], list[Facts]] = {}
    for fact in facts:
        if actions.counts(fact.claim.action) and fact.claim.mention.kind == "count":
            tolls.setdefault((fact.source, fact.claim.action), []).append(fact)
    found: dict[Given, list[Parted]] = {}
    for (_, action), told in tolls.items():
        heads = {fact.claim.mention.value for fact in told if HEADLINE in fact.claim.scopes}
        for _, group in groupby(told, key=lambda fact: fact.claim.mention.context.sentence):
            said = list(group)
            values = {value for fact in said if (value := fact.claim.mention.value) is not None}
            voices = {fact.claim.speaker for fact in said}
            for part, rest in permutations(values, 2) if len(values) <= MOST and len(voices) == 1 else ():
                known = found.setdefault((action, part), [])
                if part + rest in heads | values and len(known) < CROWD:
                    known.append(Parted(part + rest, rest, said[0].story))
    return found


def _unparted(facts: Iterable[Facts]) -> dict[tuple[str, Span], list[Facts]]:
    """What each sentence gives that is no part, up to CROWD figures."""
    found: dict[tuple[str, Span], list[Facts]] = {}
    for fact in facts:
        known = found.setdefault((fact.source, fact.claim.mention.context.sentence), [])
        if not fact.scopes.part and len(known) < CROWD:
            known.append(fact)
    return found


def _fits(claim: Claim, value: Decimal) -> bool:
    return claim.plausible.meets(Interval.point(value))


def _is_of_a_time(fact: Facts) -> bool:
    """True for a toll of an earlier or of a later hour than another of its text, or in its headline."""
    return fact.scopes.revised or fact.claim.role == "old" or HEADLINE in fact.claim.scopes


def _shelves(facts: Sequence[Facts], wanted: Callable[[Facts], bool]) -> Shelves:
    found: Shelves = {}
    for fact in facts:
        if wanted(fact):
            found.setdefault(_key(fact, fact.source), []).append((_place(fact), fact))
    for shelf in found.values():
        shelf.sort(key=_first)
    return found


def _equal(shelves: Shelves, fact: Facts, source: str) -> Iterator[Facts]:
    """Claims of `source` that agree with `fact` in thing, action and value."""
    return (each for each in _near(shelves, fact, source) if _same_action(fact, each) and _agree(fact, each))


def _near(shelves: Shelves, fact: Facts, source: str) -> Iterator[Facts]:
    """Claims of `source` about the same thing with values in reach; also those that leave the thing out."""
    named = _key(fact, source)
    keys = [named, (*named[:-1], None)] if named[-1] is not None and _telling(fact) else [named]
    for shelf in filter(None, map(shelves.get, keys)):
        value = _place(fact)
        first = bisect_left(shelf, value / REACH if value > 0 else value * REACH, key=_first)
        last = bisect_right(shelf, value * REACH if value > 0 else value / REACH, key=_first)
        yield from (each for _, each in shelf[first:last])


def _place(fact: Facts) -> float:
    value = compare.middle(fact.claim)
    return float(value) if value is not None else 0.0


def _first(entry: tuple[float, Facts]) -> float:
    return entry[0]


def _telling(fact: Facts) -> bool:
    value = fact.claim.mention.value
    return fact.claim.mention.kind == "count" and value is not None and value > TELLING


def _agree(one: Facts, other: Facts) -> bool:
    """True for two figures that say the same; "at most 9" agrees with too much to count."""
    limit = {one.claim.mention.hedge, other.claim.mention.hedge} & UPPER
    found = compare.agreement(one.claim, other.claim)
    return found in AGREE and not (found == "bounds" and limit)


def _key(fact: Facts, source: str) -> Key:
    claim = fact.claim
    return source, claim.mention.kind, claim.unit, claim.noun


def _same_action(one: Facts, other: Facts) -> bool:
    """True for one action; where it is unknown, only the very same figure counts as the same."""
    a, b = one.claim.action, other.claim.action
    if None in (a, b) and one.claim.value != other.claim.value and a != b:
        return False
    return a == b or not (actions.is_known(a) and actions.is_known(b)) or one.claim.mention.kind == "age"
