"""Figures beyond what is on record for things of their kind: ages, depths, speeds, temperatures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.lexicon import bounds
from claimcheck.lexicon.bounds import Bound
from claimcheck.model import Claim, Document
from claimcheck.rules import slips, wording
from claimcheck.rules.plausible import oddity
from claimcheck.rules.plausible.oddity import Oddity

BEFORE, BEHIND = 30, 20  # characters within which a word stands beside a figure
TOLD = 250  # characters before the sentence that may say what it is about
_NAME = re.compile(r"[^\W\d_a-z]\w+ [^\W\d_a-z][\w'’-]+,? *\(?$")


def odd(document: Document, claims: Sequence[Claim]) -> Iterator[Oddity]:
    """The figures of a document that lie beyond the bounds of their kind."""
    for claim in claims:
        rows = bounds.by_kind().get(claim.mention.kind)
        if rows and oddity.asserted(claim):
            found = next((row for row in rows if _beyond(claim, row) and _means(document, claim, row)), None)
            if found is not None:
                yield _oddity(claim, found)


def _beyond(claim: Claim, row: Bound) -> bool:
    """True where even a generous reading lies outside; asked before any word is looked at."""
    if claim.mention.per != row.per or not oddity.fits(claim, row.unit):
        return False
    if row.beyond is not None and oddity.value_in(claim, row.unit) > row.beyond:
        return False
    low, high = oddity.at_least(claim, row.unit), oddity.at_most(claim, row.unit)
    above = row.most is not None and low is not None and low > row.most
    below = row.least is not None and high is not None and high < row.least
    return above or below


def _means(document: Document, claim: Claim, row: Bound) -> bool:
    """True where the words around a figure name the thing of the row, and no other."""
    if row.things and claim.noun not in row.things:
        return False
    start, end = claim.mention.context.sentence
    sentence, told = document.plain[start:end], document.plain[max(0, start - TOLD) : start]
    before, behind = _beside(document, claim)
    return (
        _holds(row.about, sentence)
        and (_holds(row.beside, before, behind) or (row.names and _NAME.search(before) is not None))
        and not (row.unless and _holds(row.unless, *((before, behind) if row.near else (sentence,))))
        and not (row.told and _holds(row.told, told))
        and not _holds(bounds.table().doubted, sentence)
    )


def _holds(words: bounds.Words, *texts: str) -> bool:
    """True where one of the words stands in one of the texts, or none is asked for."""
    return not words or any(bounds.pattern(words).search(text.lower()) for text in texts)


def _beside(document: Document, claim: Claim) -> tuple[str, str]:
    """The text right before and right behind a figure, inside its sentence."""
    start, end = claim.mention.context.sentence
    mention = claim.mention
    before = document.plain[max(start, mention.start - BEFORE) : mention.start]
    return before, document.plain[mention.number_end : min(end, mention.end + BEHIND)]


def _oddity(claim: Claim, row: Bound) -> Oddity:
    value = oddity.value_in(claim, row.unit)
    limit = row.most if row.most is not None and value > row.most else row.least
    return Oddity(
        bound=row.name,
        claims=(claim,),
        message=f"“{wording.figure(claim)}” can hardly be {row.name}; {row.record}",
        why=(f"bound for {row.name}: {row.source}",),
        severity="error" if limit is None else oddity.severity(value, limit),
        confidence=0.85,
        diagnosis=slips.into(claim, row.usual, row.unit) if row.usual else None,
        held=oddity.allowed(row.least, row.most, row.unit),
    )
