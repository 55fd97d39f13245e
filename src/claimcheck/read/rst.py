"""reStructuredText, read line by line."""

from __future__ import annotations

from claimcheck.read import text as plain_text
from claimcheck.read.structure import Parsed


def read(text: str) -> Parsed:
    """Blocks and plain text of a reStructuredText document."""
    return plain_text.read(text)
