"""Passages that one document repeats word for word from another: one origin, however many places."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from claimcheck.model import Claim, Document

MANY = 12  # words of a passage around a number that only a copy repeats
WINDOW = 90  # characters that hold so many words
FEW = 8  # words of a whole sentence that only a copy repeats


def copies(documents: Sequence[Document], claims: Sequence[Claim]) -> dict[str, str]:
    """Id of each claim that repeats an earlier one of another source word for word -> id of that one."""
    plain = {document.source: document.plain for document in documents}
    first: dict[str, Claim] = {}
    copied: dict[str, str] = {}
    for claim in claims:
        for key in _keys(plain[claim.source], claim):
            origin = first.setdefault(key, claim)
            if origin.source != claim.source:
                copied.setdefault(claim.id, origin.id)
    return copied


def _keys(text: str, claim: Claim) -> list[str]:
    """What the passage around a claim reads like: its sentence, and the words on both sides of the number."""
    start, end = claim.mention.context.sentence
    inside = _letters(text[start:end])
    at = len(_letters(text[start : claim.mention.number_start]).split())
    keys = []
    if len(inside.split()) >= FEW:
        keys.append(f"{at}|{inside}")
    number_start, number_end = claim.mention.number_start, claim.mention.number_end
    left = _letters(text[max(0, number_start - WINDOW) : number_start]).split()[-MANY // 2 :]
    right = _letters(text[number_start : number_end + WINDOW]).split()[: MANY // 2 + 1]
    if len(left) + len(right) > MANY:
        keys.append(" ".join([*left, "|", *right]))
    return keys


def _letters(text: str) -> str:
    """Words and digits alone, lower case, one space apart."""
    return " ".join(re.findall(r"[^\W_]+", text.lower()))


def origin(claim_id: str, copied: Mapping[str, str]) -> str:
    """The first claim in a chain of copies."""
    while claim_id in copied:
        claim_id = copied[claim_id]
    return claim_id
