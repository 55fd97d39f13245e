"""The texts with their claims marked, whole or folded to the sentences that matter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from claimcheck.model import Claim, Document, Report
from claimcheck.report import safe
from claimcheck.report.html.anchors import Anchors
from claimcheck.report.html.size import Cut
from claimcheck.report.look import Look

GAP = " … "
BLANK = re.compile(r"\n\s*\n")


class Piece(NamedTuple):
    """A stretch of text, or a claim in it with its links."""

    text: str
    anchor: str | None = None
    field: str | None = None
    severity: str | None = None


class View(NamedTuple):
    """A text and what stands above it."""

    name: str
    title: str | None
    day: str | None
    publisher: str | None
    claims: int
    found: int
    pieces: tuple[Piece, ...]


def views(report: Report, names: Anchors, cut: Cut, look: Look) -> Iterator[View]:
    """The texts in order; those that have nothing to show are left to the list of sources."""
    claims = {source: list(found) for source, found in groupby(report.claims, key=lambda each: each.source)}
    for document in report.documents:
        found = claims.get(document.source, [])
        shown = [claim for claim in found if claim.id in names.claims]
        pieces = tuple(_pieces(document, shown, names, whole=not cut.sentences))
        yield View(
            name=look.path(document.source),
            title=document.title,
            day=document.date.isoformat() if document.date else None,
            publisher=document.publisher,
            claims=len(found),
            found=sum(claim.id in names.findings for claim in found),
            pieces=pieces if shown or not cut.sentences else (),
        )


def _pieces(document: Document, claims: Sequence[Claim], names: Anchors, whole: bool) -> Iterator[Piece]:
    """The text in order, cut at the ends of its claims."""
    stretches = [(0, len(document.text))] if whole else list(_sentences(claims))
    ordered = iter(sorted(claims, key=lambda claim: (claim.mention.start, claim.mention.end)))
    claim = next(ordered, None)
    for number, (start, end) in enumerate(stretches):
        if number:
            yield Piece(GAP)
        here = start
        while claim is not None and claim.mention.start < end:
            if claim.mention.start >= here:  # a figure inside another is not marked again
                yield Piece(_text(document, here, claim.mention.start))
                yield _marked(document, claim, names)
                here = claim.mention.end
            else:
                yield Piece("", names.claims[claim.id])
            claim = next(ordered, None)
        yield Piece(_text(document, here, max(here, end)))


def _sentences(claims: Sequence[Claim]) -> Iterator[tuple[int, int]]:
    """The sentences of claims in order, those that touch as one."""
    last: tuple[int, int] | None = None
    for start, end in sorted(map(_sentence, claims)):
        if last is None:
            last = (start, end)
        elif start <= last[1]:
            last = (last[0], max(last[1], end))
        else:
            yield last
            last = (start, end)
    if last is not None:
        yield last


def _sentence(claim: Claim) -> tuple[int, int]:
    start, end = claim.mention.context.sentence
    return min(start, claim.mention.start), max(end, claim.mention.end)


def _marked(document: Document, claim: Claim, names: Anchors) -> Piece:
    found = names.findings.get(claim.id)
    return Piece(
        text=_text(document, claim.mention.start, claim.mention.end),
        anchor=names.claims[claim.id],
        field=names.fields.get(claim.id),
        severity=found.severity if found else None,
    )


def _text(document: Document, start: int, end: int) -> str:
    """A stretch with one sort of line end, and no more than one empty line at a time."""
    text = document.text[start:end].replace("\r\n", "\n").replace("\r", "\n")
    return safe.clean(BLANK.sub("\n\n", text))
