"""Title, date and publisher of a document, and whether it is a history."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from claimcheck.lexicon import dates
from claimcheck.read.structure import Parsed

HEAD = 420  # characters: where a dateline stands


def day(parsed: Parsed, text: str, source: str) -> date | None:
    """The day of the text: front matter, then its own dateline, then its file name."""
    for key in ("date", "published", "updated"):
        found = next(dates.find(parsed.fields.get(key, "")), None)
        if found:
            return found.date
    found = next(dates.find(text, 0, HEAD), None)
    if found:
        return found.date
    return next((span.date for span in dates.find(source.rpartition("/")[2])), None)


def publisher(parsed: Parsed, text: str) -> str | None:
    """Who published the text, where it says so."""
    for key in ("publisher", "source", "site_name"):
        if parsed.fields.get(key):
            return parsed.fields[key]
    found = _agency().search(text, 0, HEAD)
    return found["name"] if found else None


def history(source: str, title: str | None) -> bool:
    """True for changelogs, release notes and migration guides."""
    name = source.rpartition("/")[2].rpartition(".")[0]
    return bool(_history().search(name) or (title and _history().search(title)))


@cache
def _agency() -> re.Pattern[str]:
    return re.compile(r"\((?P<name>[A-Z][\w.& -]{1,30})\)\s*[-–—]")


@cache
def _history() -> re.Pattern[str]:
    return re.compile(
        r"(?i)^(?:change[-_ ]?log|changes|history|news|releases?|release[-_ ]notes|upgrad.*|migrat.*)$"
    )
