"""The sentence of a claim, with the place of its quantity, ready to be shown."""

from __future__ import annotations

import re

import msgspec

from claimcheck.model import Claim, Document, Finding
from claimcheck.report import safe

LIMIT = 600  # code points; without a limit a file of one line would be quoted whole, once a claim
CUT = "…"
IN_QUOTES = re.compile(r": “[^”]*”")


class Quote(msgspec.Struct, frozen=True):
    """A clean sentence on one line: before the quantity, the quantity, after it."""

    before: str
    quantity: str
    after: str

    def __str__(self) -> str:
        """The whole sentence."""
        return self.before + self.quantity + self.after


def quote(document: Document, claim: Claim, limit: int = LIMIT) -> Quote:
    """The sentence of `claim`, white space folded, cut to about `limit` code points around the quantity.

    Before that of a table cell stands what its row and its column are called.
    """
    mention = claim.mention
    start, end = mention.context.sentence
    start, end = min(start, mention.start), max(end, mention.end)
    if end - start <= limit:
        first, last = start, end
    else:
        room = max(0, limit - (mention.end - mention.start)) // 2
        first, last = max(start, mention.start - room), min(end, mention.end + room)
    before = safe.fold(document.text[first : mention.start]).lstrip()
    after = safe.fold(document.text[mention.end : last]).rstrip()
    labels = safe.fold(f"{mention.labels}: ") if mention.labels else ""
    return Quote(
        labels + (before if first == start else CUT + before),
        safe.fold(document.text[mention.start : mention.end]),
        after if last == end else after + CUT,
    )


def whole(finding: Finding) -> str:
    """The whole message on one clean line, with the diagnosis, for formats that have no other place for it."""
    slip = f" Diagnosis: {safe.line(finding.diagnosis)}." if finding.diagnosis else ""
    return safe.line(finding.message) + slip


def bare(message: str) -> str:
    """A message on one clean line without the quotations in it, for formats that quote every claim."""
    return IN_QUOTES.sub("", safe.line(message))
