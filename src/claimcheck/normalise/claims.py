"""Mentions of one document read as claims: canonical value, unit, noun and action, elided nouns filled in."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from claimcheck.model import Claim, Document, Mention, Role
from claimcheck.normalise import actions, nouns, units, values

_ROLE_SCOPES: tuple[tuple[str, Role], ...] = (
    ("previous", "old"),
    ("part", "part"),
    ("total", "total"),
    ("limit", "limit"),
)
_CORRECTING = ("(", "[", "-", "–", "—", ", or", ", or rather")  # between a figure and its correction


def claims(document: Document, mentions: Sequence[Mention]) -> tuple[Claim, ...]:
    """Every mention of a document as a claim, in the order of the text."""
    found: list[Claim] = []
    for mention in sorted(mentions, key=lambda each: (each.start, each.end)):
        found.append(_claim(document, mention, found[-1] if found else None))
    return tuple(found)


def _claim(document: Document, mention: Mention, before: Claim | None) -> Claim:
    noun, action = _statement(document, mention, before)
    context = mention.context
    return Claim(
        id=_identity(mention),
        mention=mention,
        value=units.convert(values.committed(mention), mention),
        plausible=units.convert(values.stretched(mention), mention),
        unit=units.canonical(mention),
        noun=noun,
        action=action,
        places=context.places,
        period=context.period,
        scopes=context.scopes,
        speaker=context.speaker,
        status=context.status,
        role=_role(mention),
    )


def _identity(mention: Mention) -> str:
    return hashlib.sha1(f"{mention.source}:{mention.number_start}".encode()).hexdigest()[:12]


def _role(mention: Mention) -> Role:
    if mention.trend is not None:
        return "change"
    return next((role for scope, role in _ROLE_SCOPES if scope in mention.context.scopes), "value")


def _statement(document: Document, mention: Mention, before: Claim | None) -> tuple[str | None, str | None]:
    """Noun and action of a mention; what is elided comes from the count before it in the same sentence."""
    counted = nouns.counted(mention)
    action = actions.action_of(mention.context, counted.action)
    if mention.kind != "count":
        return counted.noun, action
    same = before is not None and before.mention.context.sentence == mention.context.sentence
    noun = counted.noun
    if noun is None and actions.counts(action):
        noun = actions.counts(action)
    if noun is None and same and before is not None and before.mention.kind == "count":
        noun = before.noun
    if action is None and same and before is not None and _corrects(document, before, mention, noun):
        action = before.action
    return noun, action


def _corrects(document: Document, before: Claim, mention: Mention, noun: str | None) -> bool:
    """True for a figure right behind another of the same noun: "400 ambulances (380, to be exact)"."""
    between = document.plain[before.mention.end : mention.start]
    return before.noun == noun and between.strip() in _CORRECTING
