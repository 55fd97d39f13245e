"""Whether a claim is about the thing that a fact is about, by its name: how near, and whether another is nearer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from claimcheck.lexicon.gazetteer import fold
from claimcheck.model import Claim, Document, Fact
from claimcheck.rules.plausible import setting

BOUND, NAMED, ABOVE, BEFORE = 0.9, 0.85, 0.7, 0.6  # how sure a way of naming is
AWAY = 0.5  # named, but the figure is of another place: "Acme has 300 employees in Lisbon"
HERE = frozenset({"in", "of"})
BACK = 240  # characters before a sentence in which its subject may be named
PRONOUNS = frozenset({"it", "they", "this", "that", "which", "who", "he", "she"})


def certainty(document: Document, claim: Claim, fact: Fact, others: Iterable[str]) -> float:
    """How sure it is that a claim is about the thing of a fact (0-1); `others` are names of other things."""
    context = claim.mention.context
    if _is_placed(claim, fact):
        return BOUND
    start, end = context.sentence
    sentence, at = document.plain[start:end], claim.mention.start - start
    elsewhere = any(place.role in HERE for place in claim.places)
    if context.subject is not None and context.subject in map(fold, fact.about):
        return AWAY if elsewhere else BOUND
    if _distance(sentence, fact.about, at) is not None:
        sure = AWAY if elsewhere else NAMED
        return sure if _is_nearest(sentence, at, fact, others) else 0.0
    if elsewhere or _names_another(sentence, fact, others):
        return 0.0
    above = (*context.block.headings, document.title or "")
    if any(_holds(text, fact.about) for text in above):
        return ABOVE
    return BEFORE if _is_carried_on(document, claim, fact, others) else 0.0


def _is_carried_on(document: Document, claim: Claim, fact: Fact, others: Iterable[str]) -> bool:
    """True where the sentences right before a claim are about the thing, and its own goes on with it."""
    context = claim.mention.context
    start, end = context.sentence
    subject = context.subject
    if (
        subject is not None
        and subject not in PRONOUNS
        and f"the {subject}" not in document.plain[start:end].lower()
    ):
        return False
    before = document.plain[max(context.block.start, start - BACK) : start]
    return _distance(before, fact.about, len(before)) is not None and _is_nearest(
        before, len(before), fact, others
    )


def _is_placed(claim: Claim, fact: Fact) -> bool:
    """True where the name is a place of the claim, or the label of its table cell."""
    names, block = {fold(name) for name in fact.about}, claim.mention.context.block
    said = [*(place.name for place in claim.places), block.row or "", block.column or ""]
    return any(fold(name) in names for name in said)


def _is_nearest(text: str, at: int, fact: Fact, others: Iterable[str]) -> bool:
    own = _distance(text, fact.about, at)
    other = _distance(text, _foreign(text, fact, others), at)
    return own is not None and (other is None or own <= other)


def _names_another(text: str, fact: Fact, others: Iterable[str]) -> bool:
    return _holds(text, _foreign(text, fact, others))


def _foreign(text: str, fact: Fact, others: Iterable[str]) -> tuple[str, ...]:
    """Names of other things in a text: those of other facts, and cities and countries."""
    own = {fold(name) for name in (*fact.about, fact.place or "")}
    named = {place.name for place in setting.places(text)}
    return tuple(name for name in {*others, *named} if fold(name) not in own and not _within(name, fact))


def _within(name: str, fact: Fact) -> bool:
    return any(fold(name) in fold(own) for own in fact.about)


def _distance(text: str, names: tuple[str, ...], at: int) -> int | None:
    """Characters between an offset and the nearest of the names, None where there is none."""
    found = [min(abs(match.start() - at), abs(match.end() - at)) for match in _finder(names).finditer(text)]
    return min(found, default=None)


def _holds(text: str, names: tuple[str, ...]) -> bool:
    return _finder(names).search(text) is not None


@lru_cache(maxsize=1000)
def _finder(names: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the names as whole words, capitals or not; nothing where there are none."""
    parts = (r"\s+".join(map(re.escape, name.split())) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)" if names else r"(?!)", re.IGNORECASE)
