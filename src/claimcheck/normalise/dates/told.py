"""The times that each text gives an event: one that gives both times tells of two events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claimcheck.lexicon import happenings
from claimcheck.normalise.dates import apart, clauses
from claimcheck.normalise.dates.kinship import Kinship
from claimcheck.normalise.dates.same import differ
from claimcheck.normalise.dates.statements import Statement
from claimcheck.normalise.dates.when import When

MANY = 40  # times that one text gives such an event; more are a list


class Told:
    """The times that each text gives each kind of event, each time with the statements that give it."""

    def __init__(self, stated: Iterable[Statement]) -> None:
        """Sorts the statements of all texts."""
        self._times: dict[tuple[str, str], dict[object, list[Statement]]] = {}
        self._mains: dict[tuple[str, str], list[Statement]] = {}
        for each in stated:
            if each.main:
                self._mains.setdefault((each.document.source, each.main), []).append(each)
            for event in each.events:
                times = self._times.setdefault((each.document.source, event), {})
                times.setdefault(each.when.parts, []).append(each)

    def settles(self, one: Statement, other: Statement, kin: Kinship) -> bool:
        """True where a text gives the time of the other for such an event as well: there were two of them."""
        if _knows(one, other) or _knows(other, one):
            return True
        if kin.main:
            return any(differ(each, given) for each in (one, other) for given in self._others(each))
        if kin.whole and (one.when.parts in _written(other) or other.when.parts in _written(one)):
            return True
        if kin.person and happenings.ever(kin.event):
            return False
        return self._tells(one, other) or self._tells(other, one)

    def _others(self, one: Statement) -> Sequence[Statement]:
        """All that the text of `one` tells of such a main event."""
        return self._mains[one.document.source, one.main]

    def _tells(self, one: Statement, other: Statement) -> bool:
        """True where the text of `one` gives such an event the time of `other`, in yet another statement."""
        for event in other.events:
            times = self._times.get((one.document.source, event), {})
            if len(times) > MANY:
                return True  # a list of such events: any of them may be meant
            for given in times.values():
                own = len(given) == 1 and given[0] is other
                if not own and _is_time_of(given[0].when, one, other):
                    return True
        return False


def _knows(one: Statement, other: Statement) -> bool:
    """True where the sentence of one gives the time of the other as well, other than as the time of speaking."""
    return any(
        _is_time_of(when, one, other) and not clauses.is_of_speech(one.document.plain, one.sentence, when)
        for when in one.times
    )


def _is_time_of(when: When, one: Statement, other: Statement) -> bool:
    """True for a time in the text of `one` that can be the time of the other."""
    if apart.days(when, other.when, one.today, other.today) != 0 and (when.dated or other.when.dated):
        return False
    both = when.minute is not None and other.when.minute is not None
    return not both or apart.minutes(when, other.when, one.hedged or other.hedged) == 0


def _written(one: Statement) -> Iterator[tuple[int | str | None, ...]]:
    """Every time of a sentence."""
    return (when.parts for when in one.times)
