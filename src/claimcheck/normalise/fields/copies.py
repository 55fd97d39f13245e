"""Passages that one document repeats word for word from another: one origin, however many places."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from claimcheck.model import Claim, Document

MANY = 12  # words of a passage around a number that only a copy repeats
WINDOW = 90  # characters that hold so many words
FEW = 8  # words of a whole sentence that only a copy repeats


def copies(documents: Sequence[Document], claims: Sequence[Claim]) -> dict[str, str]:
    """Id of each claim that repeats an earlier one word for word -> id of that one.

    In one source only a headline that stands there twice is a copy.
    """
    plain = {document.source: document.plain for document in documents}
    first: dict[str, Claim] = {}
    copied: dict[str, str] = {}
    for (source, span), inside in groupby(claims, key=_sentence):
        for key, claim in _keys(plain[source], span, list(inside)):
            origin = first.setdefault(key, claim)
            if origin.source != claim.source or (_is_headline(claim) and origin.id != claim.id):
                copied.setdefault(claim.id, origin.id)
    return copied


def _sentence(claim: Claim) -> tuple[str, tuple[int, int]]:
    return claim.source, claim.mention.context.sentence


def _is_headline(claim: Claim) -> bool:
    return claim.mention.context.block.kind == "heading"


def _keys(text: str, span: tuple[int, int], claims: Sequence[Claim]) -> Iterator[tuple[str, Claim]]:
    """What the sentence of each claim reads like, and the words on both sides of its number."""
    words = letters(text[slice(*span)])
    digest = hashlib.sha1(" ".join(words).encode()).hexdigest()
    for index, claim in enumerate(claims):
        if len(words) >= FEW or _is_headline(claim):
            yield f"{index}|{digest}", claim
        passage = _passage(text, claim)
        if passage is not None:
            yield passage, claim


def _passage(text: str, claim: Claim) -> str | None:
    """The words around a number, where there are enough of them."""
    start, end = claim.mention.number_start, claim.mention.number_end
    left = letters(text[max(0, start - WINDOW) : start])[-MANY // 2 :]
    right = letters(text[start : end + WINDOW])[: MANY // 2 + 1]
    return " ".join([*left, "|", *right]) if len(left) + len(right) > MANY else None


def letters(text: str) -> list[str]:
    """Words and numbers alone, lower case."""
    return re.findall(r"[^\W_]+", text.lower())


def origin(claim_id: str, copied: Mapping[str, str]) -> str:
    """The first claim in a chain of copies."""
    while claim_id in copied:
        claim_id = copied[claim_id]
    return claim_id
