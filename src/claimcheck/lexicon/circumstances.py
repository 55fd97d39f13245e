"""The table of circumstances: platforms, versions, conditions and instructions that a figure holds for."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from claimcheck.lexicon import dates, load
from claimcheck.lexicon.patterns import alternatives


class Circumstances(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table as it is written; the comments in it say what each list is for."""

    holding: tuple[str, ...]
    conditions: tuple[str, ...]
    times: tuple[str, ...]
    asking: tuple[str, ...]
    subjects: tuple[str, ...]
    empty: tuple[str, ...]
    versions: tuple[str, ...]
    since: tuple[str, ...]
    instructing: tuple[str, ...]
    objects: tuple[str, ...]
    narrowing: tuple[str, ...]
    sorts: dict[str, dict[str, tuple[str, ...]]]
    platforms: dict[str, dict[str, tuple[str, ...]]]


@cache
def table() -> Circumstances:
    """The table as loaded."""
    return load("circumstances", Circumstances)


@cache
def platform_of() -> dict[str, tuple[str, str]]:
    """What each platform is called -> its sort and its name."""
    return {
        form: (sort, name)
        for sort, rows in table().platforms.items()
        for name, forms in rows.items()
        for form in forms
    }


@cache
def sort_of() -> dict[str, tuple[str, str]]:
    """Each word before a thing that excludes others of its row -> the row and its name."""
    return {
        word: (sort, name)
        for sort, rows in table().sorts.items()
        for name, words in rows.items()
        for word in words
    }


@cache
def platform() -> re.Pattern[str]:
    """Finds a platform, and whether a word stands before it that says that something holds for it."""
    lead = rf"(?:\b(?P<lead>(?i:{alternatives(table().holding)}))\s(?:an?\s|the\s)?)?"
    return re.compile(rf"{lead}(?<![\w-])(?P<name>{alternatives(platform_of())})(?![\w-])")


@cache
def version() -> re.Pattern[str]:
    """Finds "version 2", "v1.4", "since 2.4, ..."."""
    words, since = alternatives(table().versions), alternatives(table().since)
    number = r"\d+(?:\.\d+)*"
    return re.compile(
        rf"(?i)\b(?:{words}[\s.]?(?P<number>{number})|{since}\s(?P<bare>{number[:-1]}+)(?=,|\s(?:the|an?)\s))"
    )


@cache
def model() -> re.Pattern[str]:
    """Finds a name with a number at the head of a sentence, or behind "on" or "in": "Heron 2 listens"."""
    months = alternatives(month.capitalize() for month in dates.months())
    lead = rf"(?:^[\s*_>•-]*(?:The\s)?|\b(?:{alternatives(table().holding)})\s)"
    return re.compile(
        rf"{lead}(?!{months}\b)(?P<name>[A-Z][a-z]+)\s(?P<number>\d{{1,2}})(?![\d.,%]*\d)(?=\s[a-z]|,\s)"
    )


@cache
def condition() -> re.Pattern[str]:
    """Finds a condition in lower-case text up to a pause or the subject behind it: "if tls is on we use"."""
    behind = "".join(rf"(?<!\b{word}\s)" for word in table().asking)
    said = rf"\s+[^\s,;:–—()]+(?:(?!\s{alternatives(table().subjects)}\b)[^,;:–—()])*"
    return re.compile(rf"{behind}\b{alternatives(table().conditions)}\b(?P<said>{said})")


@cache
def instruction() -> re.Pattern[str]:
    """Finds that a sentence in lower case tells somebody to do something: "put a bowl", "2. pour 200 ml"."""
    behind = rf"\s+(?:{alternatives(table().objects)}\b|\d)"
    return re.compile(rf"[\s*_>•\d.)-]*{alternatives(table().instructing)}{behind}")


@cache
def holding() -> re.Pattern[str]:
    """Finds what a sentence in lower case says first of when or for what it holds: "for small sites"."""
    words = alternatives((*table().holding, *table().times, *table().conditions))
    return re.compile(rf"[\s*_>•-]*(?P<word>{words})\b(?P<said>[^,;:–—()]*)")
