"""Years that a text counts from one it named before: "that same year", "the following year", "in May of that year"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import msgspec

from claimcheck.lexicon import dates
from claimcheck.lexicon.patterns import alternatives
from claimcheck.normalise.dates.when import When
from claimcheck.normalise.text import sentences

NEAR = 300  # characters before such a phrase that name the year it is counted from
YEAR = "year"
LONGEST = 26  # characters of such a phrase before its last word
OF = 4  # characters of " of " between a month and such a phrase


def with_years(text: str, times: Sequence[When]) -> list[When]:
    """The times of a text with those whose year is counted from the last one named before them."""
    found = {when.start: when for when in times}
    starts = sorted(found)
    for match in _phrases(text):
        last = bisect_left(starts, match.start())
        near = [found[start] for start in starts[bisect_left(starts, match.start() - NEAR) : last]]
        named = _last_year(text, near)
        if named is None:
            continue
        year = named + (match["next"] is not None)
        month = next((when for when in near if when.month and _joins(text, when, match)), None)
        start = month.start if month else match.start()
        found[start] = msgspec.structs.replace(month or When(start, start), end=match.end(), year=year)
    return sorted(found.values(), key=lambda when: when.start)


def _phrases(text: str) -> Iterator[re.Match[str]]:
    """Every such phrase, found by its last word, which is rarer than the first."""
    place = text.find(YEAR)
    while place >= 0:
        end = place + len(YEAR)
        match = (
            None if text[end : end + 1].isalnum() else _phrase().search(text, max(0, place - LONGEST), end)
        )
        if match is not None:
            yield match
        place = text.find(YEAR, end)


def _last_year(text: str, near: Sequence[When]) -> int | None:
    """The last year named; None where the same sentence names another one."""
    years = [when for when in near if when.year is not None]
    if not years or any(
        when.year != years[-1].year and len(sentences.split(text, (when.end, years[-1].start))) == 1
        for when in years
    ):
        return None
    return years[-1].year


def _joins(text: str, when: When, match: re.Match[str]) -> bool:
    """True for a month without a year right before a phrase."""
    between = text[when.end : match.start()]
    return when.year is None and len(between) <= OF and between.strip() in ("", "of")


@cache
def _phrase() -> re.Pattern[str]:
    table = dates.table().counted_years
    before, same, following = map(_any_of, (table.before, table.same, table.next))
    return re.compile(rf"\b(?:{before}\s+)?(?:{same}|(?P<next>{following}))\s+{YEAR}$")


def _any_of(phrases: Iterable[str]) -> str:
    """Any of the phrases, with or without a capital."""
    both = (each for phrase in phrases for each in (phrase, phrase.capitalize()))
    return alternatives(both).replace(r"\ ", r"\s+")
