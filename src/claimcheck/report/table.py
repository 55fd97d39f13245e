"""The unified table: what each source says of each field."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.model import Field
from claimcheck.report import safe, words


def columns(items: Sequence[Field]) -> list[str]:
    """The sources that speak of any field, in order."""
    return sorted({claim.source for item in items for claim in item.claims})


def cells(item: Field, sources: Sequence[str]) -> list[str]:
    """What each source says of a field, hedges kept; a source that is silent has an empty cell."""
    said: dict[str, dict[str, None]] = {source: {} for source in sources}
    for claim in item.claims:
        said[claim.source][safe.line(words.amount(claim.mention))] = None
    return ["; ".join(said[source]) for source in sources]
