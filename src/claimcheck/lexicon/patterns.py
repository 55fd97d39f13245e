"""Patterns made of the words and phrases of a table."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache


def alternatives(phrases: Iterable[str]) -> str:
    """A group of a pattern that matches any of the phrases, longest first."""
    return "(?:" + "|".join(sorted(map(re.escape, phrases), key=lambda each: (-len(each), each))) + ")"


def whole(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of the phrases as whole words."""
    return re.compile(rf"\b{alternatives(phrases)}\b")


@cache
def humps() -> re.Pattern[str]:
    """Between two words that are written as one: "mainContent"."""
    return re.compile(r"(?<=[a-z])(?=[A-Z])")
