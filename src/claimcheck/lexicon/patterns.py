"""Patterns made of the words and phrases of a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache


def alternatives(phrases: Iterable[str]) -> str:
    """A group of a pattern that matches any of the phrases, longest first."""
    return "(?:" + "|".join(sorted(map(re.escape, phrases), key=lambda each: (-len(each), each))) + ")"


def of_rows(rows: Mapping[str, Iterable[str]]) -> str:
    """A group that matches the phrases of several rows, of which the named group that matched is the row."""
    told = [(name, tuple(phrases)) for name, phrases in rows.items()]
    return (
        "(?:" + ("|".join(f"(?P<{name}>{alternatives(each)})" for name, each in told if each) or "(?!)") + ")"
    )


def whole(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of the phrases as whole words."""
    return re.compile(rf"\b{alternatives(phrases)}\b")


@cache
def humps() -> re.Pattern[str]:
    """Between two words that are written as one: "mainContent"."""
    return re.compile(r"(?<=[a-z])(?=[A-Z])")
