"""The years of texts that give their day without one, from the other texts of the run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from claimcheck.lexicon import dates
from claimcheck.model import Document
from claimcheck.moment import Day

NEAR = timedelta(days=14)  # between the day of a text and a full date in it that tells the year
SURE = 2  # full dates that must agree where no text of the run has a date of its own


def settled(documents: Sequence[Document]) -> dict[str, date]:
    """The date of every text that gives a day without a year, by source, where the others tell the year."""
    days = {each.source: each.day for each in documents if each.date is None and each.day is not None}
    if not days:
        return {}
    known = Counter(each.date for each in documents if each.date is not None)
    known = known or Counter(_inside([each for each in documents if each.source in days]))
    found = {day: _nearest(day, known) for day in set(days.values())}  # many texts have few days between them
    return {source: date for source, day in days.items() if (date := found[day]) is not None}


def _nearest(day: Day, known: Counter[date]) -> date | None:
    """The day that is nearest to most of the known ones."""
    votes: Counter[date] = Counter()
    for each, times in known.items():
        nearest = dates.nearest(day, each)
        if nearest is not None:
            votes[nearest] += times
    best, count = next(iter(votes.most_common(1)), (None, 0))
    return best if 2 * count > known.total() else None


def _inside(documents: Sequence[Document]) -> list[date]:
    """Full dates in texts that are near the day of their own, if no text of theirs names a much later one."""
    told = [(each.day, {found.date for found in dates.find(each.plain)}) for each in documents]
    near = [day for own, inside in told for day in inside if own is not None and _is_near(own, day)]
    latest = max((day for _, inside in told for day in inside), default=date.min)
    return near if len(near) >= SURE and latest - max(near) <= NEAR else []


def _is_near(own: Day, day: date) -> bool:
    found = dates.nearest(own, day)
    return found is not None and abs(found - day) <= NEAR
