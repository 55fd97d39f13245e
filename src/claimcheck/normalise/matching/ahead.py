"""Texts that tell of what is to come, by name or title: appraisals, proposals and previews."""

from __future__ import annotations

from functools import lru_cache
from pathlib import PurePosixPath

from claimcheck.lexicon import documents
from claimcheck.model import Document


def is_ahead(document: Document) -> bool:
    """True for "Project appraisal" and "appraisal-2017.txt", not for "Forecast failed"."""
    return _by_name(document.source, document.title or "")


@lru_cache(maxsize=10_000)
def _by_name(source: str, title: str) -> bool:
    names = (documents.name_words(name) for name in (PurePosixPath(source).stem, title))
    return any(f" {name}".endswith(f" {phrase}") for name in names for phrase in documents.table().ahead)
