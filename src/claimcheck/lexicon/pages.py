"""What the names inside a saved web page tell of its parts, from `en/pages.toml`."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from claimcheck.lexicon import load
from claimcheck.lexicon.patterns import humps


class Meta(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Names of meta tags, the best first."""

    published: tuple[str, ...]
    updated: tuple[str, ...]
    publisher: tuple[str, ...]
    title: tuple[str, ...]


class Pages(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table `pages`."""

    beside: frozenset[str]
    roles: frozenset[str]
    meta: Meta


@cache
def table() -> Pages:
    """The table as loaded; raises msgspec.ValidationError where a row does not fit."""
    table: Pages = load("pages", Pages)
    return table


def is_beside(names: str) -> bool:
    """True for the class and id of an element that is no part of the text."""
    return not table().beside.isdisjoint(_word().findall(humps().sub(" ", names).lower()))


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[a-z]+")
