"""Which stretch of a sentence belongs to which number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from claimcheck.extract.context.row import Binding, Row
from claimcheck.model import Span

STRONG = ";swhk"
_JOINTS = "c,"


def segments(row: Row, mentions: Sequence[int], bindings: Sequence[Binding]) -> list[Span]:
    """For each mention chunk the chunks (half open) that speak of it: up to the joint before the next mention."""
    if len(mentions) < 2:
        return [(0, len(row.code))] * len(mentions)
    borders = [0]
    for (before, after), binding in zip(pairwise(mentions), bindings[1:], strict=True):
        start = after
        bound = binding.shared is None and binding.relation != "oblique"
        if bound and binding.chunk is not None and before < binding.chunk < after:
            start = binding.chunk
        borders.append(_joint(row.code, before, start))
    borders.append(len(row.code))
    return list(pairwise(borders))


def _joint(code: str, before: int, start: int) -> int:
    """Where the stretch of the next mention begins: behind the last joint before it, an opening phrase included."""
    fronted = _fronted().search(code, before + 1, start)
    if fronted is not None:
        return fronted.start("phrase")
    bracket = code.rfind("(", before + 1, start)
    if bracket >= 0 and ")" not in code[bracket:start]:
        return bracket + 1  # "4.3 billion (2017: 3.9 billion)"
    for at in range(start - 1, before, -1):
        if code[at] in "c,(" + STRONG:
            twice = code[at] == "," and at - 1 > before and code[at - 1] in "c;,"
            return at if twice else at + 1
    return start


@cache
def _fronted() -> re.Pattern[str]:
    """A phrase that opens the clause of the next number: "and in the north, 12"."""
    return re.compile(r"[c;](?P<phrase>p(?:S?N)+,?)$")


def own(row: Row, segment: Span, at: int) -> Span:
    """The part of a segment around the mention at `at` without other clauses."""
    code = row.code
    low, high = at, at + 1
    while low > segment[0] and code[low - 1] not in STRONG:
        if code[low - 1] in _JOINTS and _begins_clause(code, low, segment[0]):
            break
        low -= 1
    while high < segment[1] and code[high] not in STRONG:
        if high > at + 1 and code[high - 1] in _JOINTS and _begins_clause(code, high, low):
            break
        high += 1
    return low, high


def _begins_clause(code: str, at: int, low: int) -> bool:
    """True where the comma or "and" before `at` parts two clauses that have a subject and a verb each."""
    return _subject_and_verb().match(code, at) is not None and _verb().search(code, low, at - 1) is not None


@cache
def _verb() -> re.Pattern[str]:
    return re.compile("[VPBR]")


@cache
def _subject_and_verb() -> re.Pattern[str]:
    return re.compile(r"c?(?:S?N|M)(?:[pob]S?[NM])*[VPB]")


def tokens_of(row: Row, chunks: Span, count: int) -> Span:
    """The tokens (half open) of a stretch of chunks in a sentence of `count` tokens."""
    return _border(row, chunks[0]), _close(row, chunks[1], count)


def _border(row: Row, chunk: int) -> int:
    """The token right behind the chunk before `chunk`: where a stretch that begins there starts."""
    return row.chunks[chunk - 1].last + 1 if chunk else 0


def _close(row: Row, chunk: int, count: int) -> int:
    """The token (half open) where a stretch ends before `chunk`; times behind a joint belong to the next."""
    if chunk >= len(row.chunks):
        return count
    return _border(row, chunk) if row.code[chunk - 1] in "c,;(" else row.chunks[chunk].first
