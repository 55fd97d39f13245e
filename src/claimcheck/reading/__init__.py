"""One document on its own: everything that can be said of a text before others are compared with it."""

from __future__ import annotations

from collections import Counter

import msgspec

from claimcheck.model import Claim, Document, Skipped, Told


class Reading(msgspec.Struct, frozen=True):
    """What one document comes to: its claims, references last, and how many numbers are mentions or masked."""

    document: Document
    claims: tuple[Claim, ...]
    mentions: int
    masked: dict[str, int]
    key: bytes = b""  # hash of all that it was made from


def of(data: bytes, source: str, key: bytes = b"", told: Told | None = None) -> Reading | Skipped:
    """What the bytes of a file come to, or why they are no text; nothing but its arguments matters."""
    from claimcheck import normalise, read
    from claimcheck.extract import extract

    document = read.parse(data, source, told)
    if isinstance(document, Skipped):
        return document
    found = extract(document)
    return Reading(
        document=document,
        claims=(*normalise.claims(document, found.mentions), *normalise.naming(document, found.masked)),
        mentions=len(found.mentions),
        masked=dict(Counter(item.reason for item in found.masked)),
        key=key,
    )
