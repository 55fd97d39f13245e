"""Whether a claim gives the property that a fact gives: its kind, and the words around its figure."""

from __future__ import annotations

import re

from claimcheck.lexicon import bounds, function_words, lemmas, properties, units
from claimcheck.lexicon.properties import Property
from claimcheck.model import Claim, Document, Fact

BEFORE, BEHIND = 40, 30  # characters within which a word stands beside a figure
_WORD = re.compile(r"[^\W\d_]+")
_PART = frozenset({"part", "change", "limit", "old"})


def speaks(document: Document, claim: Claim, fact: Fact) -> bool:
    """True where a claim gives the figure of the property, as a whole and as a fact."""
    if claim.role in _PART or claim.status != "done" or claim.mention.context.negated or claim.mention.vague:
        return False
    if not _same_measure(claim, fact):
        return False
    if fact.noun is not None:
        return claim.noun == fact.noun and _narrowed(claim, fact)
    row = properties.find(fact.what)
    if row is None:
        return _by_words(document, claim, fact)
    return _by_label(claim, row) or _by_row(document, claim, row)


def _by_label(claim: Claim, row: Property) -> bool:
    """True for the cell of a table whose row or column bears the name of the property."""
    block = claim.mention.context.block
    names = (properties.find(label) for label in (block.row, block.column) if label is not None)
    return any(found == row for found in names)


def is_only_there(claim: Claim) -> bool:
    """True unless something happens to the counted thing: those who strike are a part of all employees."""
    holding, context = properties.table().holding, claim.mention.context
    return context.verb is None or context.verb in holding.verbs or claim.action in holding.actions


def _same_measure(claim: Claim, fact: Fact) -> bool:
    mention = claim.mention
    if mention.per is not None or mention.kind not in (
        fact.kind,
        "share" if fact.kind == "percent" else fact.kind,
    ):
        return False
    return claim.unit == _base(fact.unit)


def _base(symbol: str | None) -> str | None:
    try:
        return None if symbol is None else units.base_of(symbol)
    except KeyError:  # money
        return symbol


def _narrowed(claim: Claim, fact: Fact) -> bool:
    """True unless the noun of the fact is narrowed by a word that the claim lacks: guard posts."""
    words = _words(fact.what)[:-1]
    return not words or set(words) <= {*_words(claim.mention.noun_phrase or "")}


def _by_row(document: Document, claim: Claim, row: Property) -> bool:
    """True where the noun, verb or neighbouring words are those of the property."""
    context = claim.mention.context
    if row.actions:
        return claim.action in row.actions and (claim.noun is None or claim.noun in row.nouns)
    if not (row.heads or row.verbs or row.beside or row.nouns):
        return True
    if context.head in row.heads or (claim.mention.noun or "") in row.heads or context.verb in row.verbs:
        return not row.nouns or claim.noun in (*row.nouns, None)
    if row.beside:
        return _beside(document, claim, row.beside)
    return bool(row.nouns) and claim.noun in row.nouns and not row.verbs


def _beside(document: Document, claim: Claim, words: tuple[str, ...]) -> bool:
    start, end = claim.mention.context.sentence
    mention = claim.mention
    before = document.plain[max(start, mention.start - BEFORE) : mention.start].lower()
    behind = document.plain[mention.number_end : min(end, mention.end + BEHIND)].lower()
    pattern = bounds.pattern(words)
    return pattern.search(before) is not None or pattern.search(behind) is not None


def _by_words(document: Document, claim: Claim, fact: Fact) -> bool:
    """True where all telling words of a property stand in the sentence, its headings or its table labels."""
    context = claim.mention.context
    block = context.block
    text = " ".join(
        [document.plain[slice(*context.sentence)], *block.headings, block.row or "", block.column or ""]
    )
    return set(_words(fact.what)) <= {*_words(text)}


def _words(text: str) -> list[str]:
    """The telling words of a text, nouns in the singular and verbs in their base form."""
    silent = function_words.words()
    return [lemmas.noun(word) for word in _WORD.findall(text.lower()) if word not in silent]
