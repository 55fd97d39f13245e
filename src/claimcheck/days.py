"""On which day each text of a run was told."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from itertools import pairwise

from claimcheck.lexicon.dates import LEAP
from claimcheck.model import Document
from claimcheck.moment import Day

YEAR = timedelta(days=366)


def told_on(documents: Collection[Document]) -> dict[str, date]:
    """The day of each text by source; where no text of a run has a year, days that only order them."""
    known = {each.source: each.date for each in documents if each.date is not None}
    bare = {each.source: each.day for each in documents if each.day is not None}
    return known or _in_order(bare)


def _in_order(days: Mapping[str, Day]) -> dict[str, date]:
    """The days of one leap year; what lies before the longest time without a text is of the next one."""
    found = {source: date(LEAP, day.month, day.day) for source, day in days.items()}
    each = sorted(set(found.values()))
    if not each:
        return {}
    gaps = ((day - before, day) for before, day in pairwise([each[-1] - YEAR, *each]))
    first = max(gaps)[1]
    return {source: day if day >= first else day + YEAR for source, day in found.items()}
