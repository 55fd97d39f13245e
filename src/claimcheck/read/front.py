"""Front matter: the fields between two fences at the top of a file, in YAML or TOML spelling."""

from __future__ import annotations

import re
from functools import cache

MOST_LINES = 200  # a rule of dashes far below the first is no end of front matter


def front_matter(text: str) -> tuple[dict[str, str], int]:
    """The top-level fields, keys in lower case, and the offset behind the closing fence; ({}, 0) without."""
    opening = _fence().match(text)
    if opening is None:
        return {}, 0
    fields: dict[str, str] = {}
    offset = opening.end()
    for _ in range(MOST_LINES):
        line = _line().match(text, offset)
        if line is None or line.end() == offset:
            return {}, 0
        if line["words"].rstrip() == opening["fence"]:
            return fields, line.end()
        if not _field_or_more().match(line["words"]):
            return {}, 0
        _add(fields, line["words"])
        offset = line.end()
    return {}, 0


def _add(fields: dict[str, str], line: str) -> None:
    found = _field().match(line)
    if found is not None:
        fields.setdefault(found["key"].lower(), found["value"].strip().strip("\"'").strip())


@cache
def _fence() -> re.Pattern[str]:
    return re.compile(r"(?P<fence>---|\+\+\+)[ \t]*(?:\r\n?|\n)")


@cache
def _line() -> re.Pattern[str]:
    return re.compile(r"(?P<words>[^\r\n]*)(?:\r\n?|\n|\Z)")


@cache
def _field() -> re.Pattern[str]:
    return re.compile(r"(?P<key>[A-Za-z][\w .-]{0,40}?)\s*[:=]\s*(?P<value>.*)")


@cache
def _field_or_more() -> re.Pattern[str]:
    # A field, an item or a nested line of its value, a table of TOML, a comment, or nothing.
    return re.compile(r"(?:[A-Za-z][\w .-]{0,40}?\s*[:=].*|\s.*|-.*|\[.*|[\]}].*|\#.*)?\Z")
