"""The year in which somebody took an office held "from 1981 to 1989"."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.lexicon import function_words, happenings
from claimcheck.lexicon.patterns import alternatives
from claimcheck.model import Block
from claimcheck.normalise.dates import clauses
from claimcheck.normalise.dates.attributive import Named
from claimcheck.normalise.dates.clauses import Word
from claimcheck.normalise.dates.when import When

HELD = "in-office"  # the kind of event
REACH = 80  # characters before a year that hold the office
FAR = 40  # characters behind it that hold the year in which it ended


def find(plain: str, block: Block, when: When) -> Named | None:
    """The office that a year begins; None for any other year."""
    if when.year is None or _until().match(plain, when.end, min(block.end, when.end + FAR)) is None:
        return None
    start, _ = clauses.sentence(plain, block, when)
    found = _office().search(plain, max(start, when.start - REACH), when.start)
    if found is None:
        return None
    inside = clauses.words(plain, (start, when.start))
    said = next((word for word in inside if word.start <= found.start("last") < word.end), None)
    if said is None:
        return None
    return Named((HELD, said), [word for word in inside if word is not said])


def title(plain: str, said: Word, when: When) -> str:
    """The name of an office with the word before it, and its end: "prime minister until 1989"."""
    before = plain[max(0, said.start - FAR) : said.start].lower().split()[-1:]
    kind = [word for word in before if word.isalpha() and word not in function_words.words()]
    end = _until().match(plain, when.end)
    return " ".join([*kind, said.low, "until", end["year"] if end else ""])


@cache
def _office() -> re.Pattern[str]:
    """ "prime minister of Estmark from ", "mayor from " """
    of = r"(?:\sof\s(?:the\s)?[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)*)?"
    offices = alternatives(happenings.table().offices)
    return re.compile(rf"(?i:\b(?:[a-z]+[ -])?(?P<last>{offices})){of}\s(?:from|between)\s$")


@cache
def _until() -> re.Pattern[str]:
    return re.compile(r"\s(?:and|to|until|till)\s(?:[A-Z][a-z]+\s)?(?P<year>\d{4})\b")
