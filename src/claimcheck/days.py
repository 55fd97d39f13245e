"""On which day each text of a run was told."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from claimcheck.lexicon.dates import LEAP
from claimcheck.model import Document


def told_on(documents: Collection[Document]) -> dict[str, date]:
    """The day of each text by source; where no text of a run has a year, the days of one year of their own."""
    known = {each.source: each.date for each in documents if each.date is not None}
    bare = ((each.source, each.day) for each in documents if each.day is not None)
    return known or {source: date(LEAP, day.month, day.day) for source, day in bare}
