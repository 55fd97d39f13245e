"""What names of files, titles and marks tell of a document, from `en/documents.toml`."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from claimcheck.lexicon import load
from claimcheck.lexicon.patterns import humps


class Directives(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Names of reStructuredText directives by what their body is; all others hold no prose."""

    prose: frozenset[str]
    versions: frozenset[str]
    quotes: frozenset[str]
    objects: frozenset[str]


class Documents(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table `documents`."""

    history: frozenset[str]
    history_phrases: tuple[str, ...]
    history_folders: frozenset[str]
    ahead: tuple[str, ...]
    lessons: frozenset[str]
    published_fields: tuple[str, ...]
    updated_fields: tuple[str, ...]
    title_fields: tuple[str, ...]
    publisher_fields: tuple[str, ...]
    header_fields: tuple[str, ...]
    publisher_labels: tuple[str, ...]
    naming_labels: frozenset[str]
    numbered: frozenset[str]
    editions: frozenset[str]
    unnumbered: frozenset[str]
    subjects: frozenset[str]
    opposites: tuple[frozenset[str], ...]
    papers: frozenset[str]
    rst: Directives


@cache
def table() -> Documents:
    """The table as loaded; raises msgspec.ValidationError where a row does not fit."""
    table: Documents = load("documents", Documents)
    return table


def name_words(name: str) -> str:
    """A file name or title as the table would spell it: words without versions and years."""
    parted = _separator().sub(" ", humps().sub(" ", name)).lower().replace("\u2019", "'")
    return " ".join(word for word in parted.split() if not _version().fullmatch(word))


@cache
def _separator() -> re.Pattern[str]:
    return re.compile(r"[-_:,/()]+")


@cache
def _version() -> re.Pattern[str]:
    return re.compile(r"v?\d[\w.]*|[x.]+")
