"""Who gives another figure by its number alone: "The bank, in a study of its own, arrived at 25 million"."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.extract.context.chunks import MENTION
from claimcheck.extract.context.row import Row
from claimcheck.extract.context.speaker_names import name
from claimcheck.extract.context.speakers import part
from claimcheck.extract.context.tokens import Tokens
from claimcheck.lexicon import rivals


def teller(text: str, tokens: Tokens, row: Row, at: int) -> str | None:
    """Who is said to give the number at chunk `at`; "" for a pronoun, None for nobody."""
    if row.code[at : at + 1] != MENTION or row.chunks[at].head:
        return None  # "the blast claimed 30 lives"
    first, start = tokens.starts[0], tokens.starts[row.chunks[at].first]
    low = max(first, start - rivals.LEAD)
    lead = text[low:start].lower()
    found = rivals.lead().search(lead) or rivals.measured().search(lead)
    return None if found is None else _subject(text, tokens, row, at, low + found.start())


def _subject(text: str, tokens: Tokens, row: Row, at: int, verb: int) -> str | None:
    """The name of the phrase that begins the clause, if nothing but what belongs to it stands before the verb."""
    low = part(row, at)[0]
    while low < at and row.code[low] in "csk,":
        low += 1
    high = next((i for i in range(low, at) if tokens.starts[row.chunks[i].first] >= verb), at)
    match = _phrase().fullmatch(row.code, low, high)
    found = None if match is None else name(text, tokens, row, match.start("noun"))
    first = text[verb : verb + rivals.LEAD].split(None, 1)[0]  # "airport staff talk of 200"
    return found and found.removesuffix(f" {first}")


@cache
def _phrase() -> re.Pattern[str]:
    """A noun with what is told of it: "the union in Velm, which has kept a list", "a clerk who was there"."""
    return re.compile(r"S?(?P<noun>N)(?:[pob]+S?[NM])*(?:,?w[^;]*|,[^;]*,)?")
