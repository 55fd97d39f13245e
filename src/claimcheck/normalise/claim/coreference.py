"""Whom a description means: "the 49-year-old", "the sailor, 49," for the one person of the sentence before."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.lexicon import places
from claimcheck.lexicon.measures import measures, years_old
from claimcheck.model import Mention
from claimcheck.normalise.text import sentences

REACH = 40  # characters before a number in which its description stands
BACK = 400  # characters in which the sentence before begins


def meant(plain: str, mention: Mention, full_name: re.Pattern[str]) -> str | None:
    """The full name of the only person of the sentence before, where a description takes it up."""
    start = mention.context.sentence[0]
    found = _description().search(plain, max(start, mention.start - REACH), mention.start)
    if (
        found is None
        or not _fits(plain, mention, found["role"])
        or persons(plain[start : found.start()], full_name)
        or _is_other(plain[start : found.start()])
    ):
        return None
    before = persons(plain[slice(*sentences.before(plain, start, BACK))], full_name)
    return before.popitem()[1] if len(before) == 1 else None


def _is_other(before: str) -> bool:
    """True behind what somebody else did to him: "the offence against the 12-year-old"."""
    words = before.lower().split()
    return bool(words) and words[-1] in measures().age.done_by


def _fits(plain: str, mention: Mention, role: str | None) -> bool:
    """True for "the sailor, 49," and "the 49-year-old"."""
    if role is None:
        return _old().match(plain, mention.number_end) is not None
    return role.lower() in measures().age.persons and plain[mention.end : mention.end + 1] in ",;."


def persons(text: str, full_name: re.Pattern[str]) -> dict[str, str]:
    """Full names of a text by surname; those behind a word that leads to a place are none."""
    found: dict[str, str] = {}
    for match in full_name.finditer(text):
        words = match["name"].split()
        before = text[: match.start()].split()
        leads = places.table().roles.keys() - places.words("before_persons") | {"the"}
        if (before and before[-1].lower() in leads) or any(_is_none(word.lower()) for word in words):
            continue
        found[words[-1].lower()] = match["name"]
    return found


def _is_none(word: str) -> bool:
    """True for a word that stands in no person's name: court, police, river."""
    return word in places.words("other") or word in places.words("types") or places.is_demonym(word)


@cache
def _description() -> re.Pattern[str]:
    """ "the ", "The sailor, " """
    return re.compile(r"\b[Tt]he\s+(?:(?:[a-z-]+\s+)?(?P<role>[a-z]+)\s?,\s+(?:aged\s+)?)?$")


@cache
def _old() -> re.Pattern[str]:
    return re.compile(rf"{years_old()}\b")
