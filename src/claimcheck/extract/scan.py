"""Finds every number of a text: one pass over lower-case text, then the grammar at the hits alone."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from claimcheck.extract.compose import compose
from claimcheck.extract.digits import read_digits
from claimcheck.extract.number import Number
from claimcheck.extract.words import parse_run, run_pattern, trie
from claimcheck.lexicon.money import by_code, by_glyph
from claimcheck.lexicon.numbers import numbers

_HUNDREDTH = Decimal("0.01")  # shares are read to a percent
_DIGIT_RUN = re.compile(r"[\d.,]+")
_LONGEST_DIGITS = 60  # more digits than that are an identifier, whatever stands around them


@cache
def _hits() -> re.Pattern[str]:
    """Where a number can begin, prefix-factored; tried once per word, not per character."""
    table = numbers()
    shares = trie(tuple(table.shares))
    vague = trie(tuple(table.vague))
    factors = trie(tuple(table.vague_factors))
    some = trie(table.some.words)
    scales = trie(tuple(table.scales))
    again = trie(table.again.words)
    times = trie(tuple(table.times))
    return re.compile(
        rf"(?P<digits>\.?\d|[¼-¾⅐-⅞])"
        rf"|\b(?:(?P<share>(?:{shares}))(?=\s+of\b)"
        rf"|(?P<again>{again})\b"
        rf"|(?P<vague>(?:{some})\s+(?P<some>{scales})s?\b"
        rf"|(?P<factor>{factors})\s+of\s+(?P<scale>{vague})\b"
        rf"|(?P<plural>{vague})\b)"
        rf"|(?P<times>{times})\b"
        rf"|(?P<words>{run_pattern()}))"
    )


def lower(text: str) -> str:
    """Lower case of the same length, so that offsets hold."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def numbers_in(low: str) -> list[Number]:
    """All numbers of a lower-case text in order; nothing is judged yet."""
    found: list[Number] = []
    hits, at = _hits(), 0
    while match := hits.search(low, at):
        kind = match.lastgroup
        at = match.end()
        if match["digits"]:
            at = _digits(low, match.start(), found)
        elif match["words"]:
            found.extend(parse_run(match["words"], match.start()))
        elif kind is not None:
            found.append(_phrase(match))
    return compose(low, found)


def _digits(low: str, start: int, found: list[Number]) -> int:
    """Reads the number at a digit and returns where the search goes on."""
    number = read_digits(low, start, _money_before(low, start))
    if number is None or number.end - number.start > _LONGEST_DIGITS:
        run = _DIGIT_RUN.match(low, start)
        return run.end() if run else start + 1
    found.append(number)
    return number.end


def _money_before(low: str, start: int) -> bool:
    """True where a currency sign or code stands right before the number."""
    before = low[max(0, start - 5) : start].rstrip()
    if not before:
        return False
    if before[-1] in by_glyph() or before[-1] in "$£€":
        return True
    word = re.split(r"[^a-z]", before)[-1]
    return word.upper() in by_code() or word in ("rs", "rm", "ps")


def _phrase(match: re.Match[str]) -> Number:
    """A share, a vague plural or "a similar number"."""
    table = numbers()
    start, end = match.span()
    if phrase := match["share"]:
        low, high = table.shares[phrase]
        value = low if low == high else None
        return Number(start, end, "share", value, _HUNDREDTH, low, high)
    if match["again"]:
        return Number(start, end, "again", None, _HUNDREDTH, about=True)
    if word := match["times"]:
        return Number(start, end, "words", Decimal(table.times[word]), Decimal(1))
    if word := match["some"]:
        low, high = table.vague[word if word in table.vague else word + "s"]
    elif word := match["factor"]:
        scale = table.scales[match["scale"][:-1]]
        low, high = (end * scale for end in table.vague_factors[word])
        high += scale - 1 if scale > 1 else 0
    else:
        low, high = table.vague[match["plural"]]
    return Number(start, end, "vague", None, low, low, high)
