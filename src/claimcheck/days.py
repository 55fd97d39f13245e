"""On which day each text of a run was told."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, timedelta

from claimcheck.lexicon.dates import LEAP
from claimcheck.model import Day, Document

YEAR = timedelta(days=366)


def told_on(documents: Collection[Document]) -> dict[str, date]:
    """The day of each text by source; where no text of a run has a year, days that only order them."""
    known = {each.source: each.date for each in documents if each.date is not None}
    bare = {each.source: each.day for each in documents if each.day is not None}
    return known or _in_order(bare)


def _in_order(days: Mapping[str, Day]) -> dict[str, date]:
    """The days of one leap year, but where the longest time without a text lies within it, the next one is entered."""
    found = {source: date(LEAP, day.month, day.day) for source, day in days.items()}
    each = sorted(set(found.values()))
    before = [each[-1] - YEAR, *each[:-1]] if each else []
    first = max(zip(each, before, strict=True), key=lambda pair: pair[0] - pair[1], default=(date.min, None))[
        0
    ]
    return {source: day if day >= first else day + YEAR for source, day in found.items()}
