"""Time expressions of a sentence, as written and with their days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from claimcheck.extract.context.days import resolve
from claimcheck.extract.context.timeforms import pattern
from claimcheck.extract.context.tokens import Token
from claimcheck.lexicon import periods
from claimcheck.model import Period


class Found(NamedTuple):
    """A time expression with its offsets in the document; `opens` where it begins its sentence."""

    start: int
    end: int
    period: Period
    opens: bool


def likely(tokens: Sequence[Token]) -> bool:
    """True where a word of the sentence can be part of a time expression."""
    triggers = _triggers()
    return any(token.word in triggers or (token.letter == "0" and len(token.word) >= 4) for token in tokens)


@cache
def _triggers() -> frozenset[str]:
    table = periods.table()
    units = [name for unit in table.units for name in (unit, unit + "s")]
    spans = [f"{n}-{s}" for n in table.words.ordinals for s in table.words.spans]
    days = [*table.weekdays, *table.months, *table.short, *table.words.relative, *table.words.parts]
    spans += [*table.words.seasons, *table.words.spans, "q1", "q2", "q3", "q4", "h1", "h2"]
    return frozenset([*days, *units, "centuries", *spans, "ago", "since"])


def find(plain: str, start: int, end: int, today: date | None) -> list[Found]:
    """The time expressions of `plain[start:end]`."""
    low = plain[start:end].lower()
    if len(low) != end - start:
        return []
    found = []
    for match in pattern().finditer(low):
        first, last = resolve(match, today)
        text = " ".join(plain[start + match.start() : start + match.end()].split())
        opens = not low[: match.start()].strip(" \t\n\"'“”‘’`-–—(")
        found.append(Found(start + match.start(), start + match.end(), Period(text, first, last), opens))
    return found


def opening(plain: str, span: tuple[int, int], today: date | None) -> Period | None:
    """The time expression that a sentence begins with."""
    start = span[0]
    while start < span[1] and not plain[start].isalnum():
        start += 1
    low = plain[start : min(span[1], start + LONGEST)].lower()
    first = low.split(None, 1)[0].rstrip(",") if low.strip() else ""
    if first not in _openers() and not first[:1].isdigit():
        return None
    match = pattern().match(low)
    if match is None:
        return None
    return Period(" ".join(plain[start : start + match.end()].split()), *resolve(match, today))


LONGEST = 80  # characters that a time expression may have


@cache
def _openers() -> frozenset[str]:
    words = periods.table().words
    leads = {part.split()[0] for part in (*words.leads, *words.relative, *words.back, *words.amounts)}
    return frozenset({*leads, *periods.table().weekdays, *periods.table().months, "the", "this"})
