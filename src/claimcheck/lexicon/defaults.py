"""The table of defaults: words that say nothing of which setting a figure is of."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from claimcheck.lexicon import load
from claimcheck.lexicon.patterns import alternatives


class Defaults(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table as it is written; the comments in it say what each list is for."""

    doers: tuple[str, ...]
    doing: tuple[str, ...]
    measures: tuple[str, ...]
    pages: tuple[str, ...]
    lasting: frozenset[str]
    anything: tuple[str, ...]
    comparing: tuple[str, ...]


@cache
def table() -> Defaults:
    """The table as loaded."""
    return load("defaults", Defaults)


@cache
def doer() -> re.Pattern[str]:
    """Finds who does it at the head of a sentence: "The server listens", "Quill starts", "Quill's"."""
    verb = r"(?=(?P<verb>[a-z]+s)\s+(?!(?:is|are|was|may|can|must|should|will|has|have|defaults?)\b))"
    doer = rf"(?i:the|each|every|our|a|an)\s+(?P<doer>(?i:{alternatives(table().doers)}))"
    return re.compile(rf"[\s*_>•-]*(?:{doer}|(?P<name>[A-Z][\w.-]*))(?:(?P<genitive>['’]s\s)|\s+{verb})")
