"""Times that stand before the noun of their event: "the 1972 break-in", "a June 3 crash", "Monday's vote"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from claimcheck.lexicon import function_words, happenings, lemmas
from claimcheck.lexicon.patterns import alternatives
from claimcheck.model import Block
from claimcheck.normalise.dates import clauses
from claimcheck.normalise.dates.clauses import Event, Word
from claimcheck.normalise.dates.when import When

PHRASE = 4  # words behind a time that the noun of its event is one of
BEHIND = 12  # words behind the noun that can say what it was about
LEAD = 24  # characters before a time that hold its article


class Named(NamedTuple):
    """An event by its noun, and the words of the noun phrase that it stands in."""

    event: Event
    inside: Sequence[Word]


def find(plain: str, block: Block, when: When) -> Named | None:
    """The event whose noun follows a time; None where the time stands by itself."""
    owner = _possessive().match(plain, when.end)
    if owner is None and not has_article(plain, block, when):
        return None
    start = owner.end() if owner else when.end
    behind = clauses.words(plain, (start, min(block.end, start + clauses.FAR)))
    for place in range(min(PHRASE, len(behind)) - 1, -1, -1):
        kind = happenings.of_noun().get(behind[place].low)
        if kind and _is_phrase(plain, start, behind[: place + 1]) and _is_head(plain, behind, place):
            return Named((kind, behind[place]), [*behind[:place], *_about(plain, behind, place)])
    return None


def has_article(plain: str, block: Block, when: When) -> bool:
    """True behind "the", "a", "his", with up to one word between them: "the bungled 1972 break-in"."""
    before = plain[max(block.start, when.start - LEAD) : when.start]
    return _article().search(before) is not None


def _is_phrase(plain: str, start: int, inside: Sequence[Word]) -> bool:
    """True for words without punctuation and function words between them."""
    text = plain[start : inside[-1].end]
    return not _mark().search(text) and all(word.low not in function_words.words() for word in inside)


def _is_head(plain: str, behind: Sequence[Word], place: int) -> bool:
    """False for "the 1972 sale price": the noun must end its phrase."""
    if place + 1 == len(behind) or _mark().search(plain, behind[place].end, behind[place + 1].start):
        return True
    after = behind[place + 1]
    return after.low in function_words.words() or _is_verb(after)


def _about(plain: str, behind: Sequence[Word], place: int) -> Sequence[Word]:
    """The noun and the words behind it, up to the next mark or verb, or those of its clause: ", in which 43 died"."""
    found = [behind[place]]
    clause = _clause().match(plain, behind[place].end)
    for before, word in zip(behind[place:], behind[place + 1 : place + 1 + BEHIND], strict=False):
        opens = clause is not None and before is behind[place]
        if (not opens and _mark().search(plain, before.end, word.start)) or (not clause and _is_verb(word)):
            break
        found.append(word)
    return found


def _is_verb(word: Word) -> bool:
    return lemmas.is_finite(word.low) and not word.capital


# --- patterns --------------------------------------------------------------------------------------------


@cache
def _possessive() -> re.Pattern[str]:
    return re.compile(r"['’]s\s+")


@cache
def _article() -> re.Pattern[str]:
    table = happenings.table()
    words = alternatives(table.articles | table.pronouns)
    return re.compile(rf"\b(?:{words}|\w+['’]s)\s+(?:[a-z-]+\s+)?$", re.IGNORECASE)


@cache
def _clause() -> re.Pattern[str]:
    """What opens a clause about the noun right before it."""
    return re.compile(rf",?\s(?:[a-z]+\s)?{alternatives(happenings.table().relative)}\s")


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(r"[.,;:()\"“”!?\n]|\s[-–—]+\s")
