"""Front matter: the fields above a text, between two fences or as lines with known names."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.lexicon import documents
from claimcheck.read.blank import blank

MOST_LINES = 200  # a rule of dashes far below the first is no end of front matter
FEWEST_HEADERS = 2  # one line "Source: ..." is a line of the text


def taken(text: str) -> tuple[dict[str, str], str]:
    """The fields above a plain text, and the text without them; the words of a title stay."""
    fields, start = front_matter(text)
    if start:
        return fields, blank(text, [(0, start)])
    spans = []
    offset = 0
    while (line := _header().match(text, offset)) and line["key"].lower() in _header_names():
        fields.setdefault(line["key"].lower(), line["value"].strip())
        is_title = line["key"].lower() in documents.table().title_fields
        spans.append((line.start(), line.start("value") if is_title else line.end()))
        offset = line.end()
    return (fields, blank(text, spans)) if len(spans) >= FEWEST_HEADERS else ({}, text)


def front_matter(text: str) -> tuple[dict[str, str], int]:
    """The fields between two fences, in YAML or TOML spelling, and the offset behind them; ({}, 0) without.

    Only fields of the top level count; their names are in lower case.
    """
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
def _header_names() -> frozenset[str]:
    table = documents.table()
    return frozenset(
        (*table.title_fields, *table.published_fields, *table.updated_fields, *table.header_fields)
    )


@cache
def _header() -> re.Pattern[str]:
    return re.compile(r"(?P<key>[A-Za-z][A-Za-z -]{0,30}?)[ \t]*:[ \t]*(?P<value>[^\r\n]*)(?:\r\n?|\n|\Z)")


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
