"""What a sum, a length or a length of time is by the words right beside it: "a $5,000 fine", "was fined $5,000"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

from claimcheck.lexicon import figures, function_words, grammar, lemmas, measured
from claimcheck.lexicon.patterns import alternatives, of_rows
from claimcheck.model import Document, Mention

SENTENCE, ASKED = "sentence", "sentence asked for"  # what somebody was given, and what was asked for
REACH = 60  # characters before and behind a figure in which a phrase stands
_PURPOSE = ("for", "to")  # between a verb and its figure: "bought Velt for", "sentenced Okker to"


def named(document: Document, mention: Mention) -> str | None:
    """The row of the table that a figure is; None where nothing beside it says so."""
    if mention.kind not in _kinds():
        return None
    context = mention.context
    before = document.plain[max(context.sentence[0], mention.start - REACH) : mention.start].lower()
    if mention.kind == "duration" and _asking().search(before):
        return ASKED
    row = _told(document, mention, before)
    has_happened = context.status == "done" and not context.negated
    return row if row is not None and (has_happened or not figures.table()[row].done) else None


def _told(document: Document, mention: Mention, before: str) -> str | None:
    headline = "headline" in mention.context.scopes
    if headline and mention.unit == "year" and _handed().search(before):
        return SENTENCE  # "Banker gets 12 years"
    found = _before(mention.kind).search(before) or _behind(document, mention)
    if found is None and _handed().search(before):
        found = _given(mention.kind).match(document.plain, mention.end)
    return _by_verb(mention, before) if found is None else found.lastgroup


def _behind(document: Document, mention: Mention) -> re.Match[str] | None:
    """A noun or a phrase behind a figure; a length of time says with a hyphen that it belongs to it."""
    timed = mention.kind == "duration"
    hyphened = document.plain[mention.number_end : mention.number_end + 1] == "-"
    end = mention.end + REACH
    noun = _noun(mention.kind).match(document.plain, mention.end, end) if hyphened or not timed else None
    return noun or _close(mention.kind).match(document.plain, mention.end, end)


def _by_verb(mention: Mention, before: str) -> str | None:
    """ "bought Velt for", "sentenced Okker to": the row of the verb that governs the figure."""
    *words, last = before.split() or [""]
    verb = mention.context.verb
    if last not in _PURPOSE or verb is None or verb not in map(lemmas.verb, words):
        return None  # "who had stolen for five years was jailed"
    return next((name for name, row in _rows(mention.kind) if verb in row.verbs), None)


@cache
def _kinds() -> frozenset[str]:
    return frozenset().union(*(row.kinds for row in figures.table().values()))


@cache
def _rows(kind: str) -> tuple[tuple[str, figures.Figure], ...]:
    return tuple((name, row) for name, row in figures.table().items() if kind in row.kinds)


def _ways(kind: str, phrases: Callable[[figures.Figure], Iterable[str]]) -> str:
    return of_rows({name: phrases(row) for name, row in _rows(kind)})


@cache
def _before(kind: str) -> re.Pattern[str]:
    return re.compile(rf"\b{_ways(kind, lambda row: row.before)}\s+(?:an?\s+total\s+of\s+)?$")


@cache
def _noun(kind: str) -> re.Pattern[str]:
    """ " civil fine", "-year, $40 million contract" """
    small = alternatives(function_words.words())
    between = rf"(?:,\s\S{{1,12}}(?:\s(?:m|million|billion))?)?(?:[\s-](?!{small}(?![\w-]))[a-z-]+){{0,2}}?"
    return re.compile(rf"{between}[\s-]{_ways(kind, lambda row: row.behind)}\b")


@cache
def _close(kind: str) -> re.Pattern[str]:
    return re.compile(rf"(?:\s\([^()]{{1,40}}\))?\s{_ways(kind, lambda row: row.close)}\b")


@cache
def _given(kind: str) -> re.Pattern[str]:
    return re.compile(rf"\s{_ways(kind, lambda row: row.given)}\b")


@cache
def _handed() -> re.Pattern[str]:
    """ "She got nine years", which only what stands behind them makes a sentence."""
    return re.compile(rf"\b{alternatives(measured.table().handed)}\s(?:him\s|her\s|them\s)?$")


@cache
def _asking() -> re.Pattern[str]:
    """ "prosecutors had asked for", "the prosecution wanted a sentence of" """
    table, have = measured.table(), grammar.pattern("finite_have")
    return re.compile(
        rf"\b{alternatives(table.prosecution)}\s(?:{have}\s)?{alternatives(table.asking)}\s"
        r"(?:an?\s(?:[a-z]+\s){0,2}(?:sentence|term)\sof\s)?$"
    )
