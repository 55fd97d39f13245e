"""Drafts become mentions: final values, spans, nouns."""

from __future__ import annotations

from claimcheck.extract.draft import Draft
from claimcheck.model import Document, Mention

_SHARE_DIGITS = 4  # "a third" is 0.3333


def to_mentions(document: Document, drafts: list[Draft]) -> tuple[Mention, ...]:
    """Mentions in the order of the text; what repeats an earlier figure ("a similar number") takes its value."""
    mentions: list[Mention] = []
    for draft in drafts:
        mention = _mention(document, draft, mentions[-1] if mentions else None)
        if mention is not None:
            mentions.append(mention)
    return tuple(mentions)


def _mention(document: Document, draft: Draft, before: Mention | None) -> Mention | None:
    number = draft.number
    value, step, hedge = draft.value, number.step, draft.hedge
    if number.form == "again":
        if before is None or before.value is None or before.kind != "count":
            return None
        value, step, hedge = before.value, before.step, "about"
    if draft.kind == "share" and value is not None:
        value = round(value, _SHARE_DIGITS)
    noun = draft.noun
    phrase = document.plain[noun.start : noun.end] if noun and noun.noun else None
    return Mention(
        source=document.source,
        start=draft.start,
        end=draft.end,
        number_start=number.start,
        number_end=draft.number_end,
        surface=document.text[draft.start : draft.end],
        value=value,
        low=draft.low,
        high=draft.high,
        step=step,
        hedge=hedge,
        precise=draft.precise,
        vague=number.form == "vague" or (number.form == "share" and value is None),
        kind=draft.kind,
        unit=draft.unit or _rate_unit(draft),
        per=draft.per,
        noun=noun.noun if noun else None,
        noun_phrase=" ".join(phrase.split()) if phrase else None,
        trend=draft.trend,
        conversion_of=draft.conversion_of,
    )


def _rate_unit(draft: Draft) -> str | None:
    """ "requests per second" -> request/second."""
    if draft.kind != "rate" or draft.per is None or draft.noun is None:
        return None
    return f"{draft.noun.noun}/{draft.per}"
