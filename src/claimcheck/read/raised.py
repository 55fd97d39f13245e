"""Raised digits: the end of a unit, or the mark of a note."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.lexicon import units

POWERS = {"2": "²", "3": "³"}


def raised(before: str, digits: str) -> str:
    """What raised digits say behind `before`: km² behind the name of a length, nothing where they point to a note."""
    power = POWERS.get(digits, "")
    name = _name().search(before)
    return power if name and name[0] + power in units.by_symbol() else ""


@cache
def _name() -> re.Pattern[str]:
    return re.compile(r"(?<![^\W\d_])[^\W\d_]{1,3}\Z")
