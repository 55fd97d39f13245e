"""Raised digits: the end of a unit, or the mark of a note."""

from __future__ import annotations

import re
from functools import cache

POWERS = {"2": "²", "3": "³"}


def raised(before: str, digits: str) -> str:
    """What raised digits say behind `before`: km² behind a short name, nothing where they only point to a note."""
    return POWERS[digits] if digits in POWERS and _unit().search(before) else ""


@cache
def _unit() -> re.Pattern[str]:
    return re.compile(r"(?:\A|[\W\d_])[^\W\d_]{1,3}\Z")
