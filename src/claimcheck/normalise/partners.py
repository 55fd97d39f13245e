"""Which figures the other text gives for the same thing: an equal one there outweighs every different one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claimcheck.normalise import actions, compare, vetoes
from claimcheck.normalise.facts import TELLING, Facts

Key = tuple[str, str, str | None, str | None]
UPPER = frozenset({"at_most", "less_than"})
AGREE = frozenset({"equal", "unit", "bounds", "rounding"})


class Partners:
    """The claims of a run by source, kind, unit and noun."""

    def __init__(self, facts: Iterable[Facts]) -> None:
        """Index `facts`; the index is read-only afterwards."""
        self._by_key: dict[Key, list[Facts]] = {}
        for fact in facts:
            self._by_key.setdefault(_key(fact, fact.source), []).append(fact)

    def equal(self, fact: Facts, source: str) -> Sequence[Facts]:
        """Claims of `source` that agree with `fact` in thing, action and value."""
        return [
            other for other in self._of(fact, source) if _same_action(fact, other) and _agree(fact, other)
        ]

    def _timely(self, fact: Facts, source: str) -> list[Facts]:
        """The equal claims of `source` that speak of the same time."""
        return [other for other in self.equal(fact, source) if not vetoes.other_time(fact, other)]

    def _of(self, fact: Facts, source: str) -> Iterator[Facts]:
        """Claims of `source` about the same thing, and those that leave the thing out ("15 in the north")."""
        named = _key(fact, source)
        yield from self._by_key.get(named, ())
        if named[-1] is not None and _telling(fact):
            yield from self._by_key.get((*named[:-1], None), ())

    def old(self, fact: Facts, source: str) -> bool:
        """True where `source` gives the figure of `fact` as an old one."""
        return any(other.claim.role == "old" for other in self.equal(fact, source))

    def revised(self, fact: Facts, source: str) -> bool:
        """True where `source` gives the figure of `fact` as one that has risen."""
        return any(other.scopes.revised for other in self.equal(fact, source))

    def settle(self, one: Facts, other: Facts) -> bool:
        """True where a pair is set aside, since one of them has an equal partner in the other text."""
        first, second = self._timely(one, other.source), self._timely(other, one.source)
        if actions.counts(one.claim.action):
            return bool(first and second)
        return bool(first or second)


def _telling(fact: Facts) -> bool:
    value = fact.claim.mention.value
    return value is not None and value > TELLING


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
