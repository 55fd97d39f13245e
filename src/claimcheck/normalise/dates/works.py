"""Films, books and songs with a title and the year that a text gives them: "the 2005 film The Last Harbour"."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.lexicon import happenings
from claimcheck.lexicon.patterns import alternatives
from claimcheck.model import Block, Span
from claimcheck.normalise.dates import attributive
from claimcheck.normalise.dates.attributive import Named
from claimcheck.normalise.dates.clauses import FAR, words
from claimcheck.normalise.dates.when import When

LAUNCHED = "launched"  # kind of event that a year before the noun of a work stands for
LEAD = 24  # characters before a year that hold the noun of a work: "a film in 2005,"
OPEN, CLOSE = "“”"  # around the title in the name of a work


def find(plain: str, block: Block, when: When) -> Named | None:
    """The work of which a year is the year; None where the year stands by no work, or by one without a title."""
    if when.year is None or when.month is not None or when.minute is not None:
        return None
    match = _behind().match(plain, when.end, block.end)
    if match is not None and match["title"][0].isalpha() and not attributive.has_article(plain, block, when):
        match = None  # "which in 2005 play Real Orvane"
    match = match or _before().search(
        plain, max(block.start, when.start - LEAD), min(block.end, when.end + FAR)
    )
    if match is None or not match.start() <= when.end <= match.start("title"):
        return None
    inside = words(plain, (match.start("noun"), match.end()))
    return Named((LAUNCHED, inside[0]), inside)


def title(plain: str, span: Span) -> str:
    """The one work that a sentence names by kind and title, as "film “the last harbour”"; empty for none or several."""
    found = {_name(match) for pattern in (_titled(), _apposed()) for match in pattern.finditer(plain, *span)}
    return found.pop() if len(found) == 1 else ""


def is_work(thing: str) -> bool:
    """True for the name of a work."""
    return thing.endswith(CLOSE)


def _name(match: re.Match[str]) -> str:
    said = " ".join(re.findall(r"\w+", match["title"].lower()))
    return f"{happenings.of_work()[match['noun'].lower()]} {OPEN}{said}{CLOSE}"


# --- patterns --------------------------------------------------------------------------------------------

_QUOTED = r"""“[^”\n]{2,80}”|"[^"\n]{2,80}"|``\s?[^`'\n]{2,80}\s?''"""


def _title() -> str:
    small = alternatives(happenings.table().in_titles)
    capitals = rf"(?<!\w)[A-Z][\w'’-]*(?:\s(?:{small}\s)*[A-Z][\w'’-]*)+"
    return rf"(?P<title>{_QUOTED}|{capitals})"


def _noun() -> str:
    return rf"(?P<noun>{alternatives(happenings.of_work())})"


@cache
def _behind() -> re.Pattern[str]:
    """Behind a year: " film The Last Harbour", " a silent film, The Last Harbour"."""
    return re.compile(
        rf",?\s(?:an?\s|the\s)?(?:[\w-]+\s){{0,2}}{_noun()},?\s(?:called\s|titled\s)?{_title()}"
    )


@cache
def _before() -> re.Pattern[str]:
    """Around a year: "a film in 2005, “The Last Harbour”"."""
    return re.compile(rf"\b{_noun()}\s(?:in|of|from)\s\d{{4}},?\s{_title()}")


@cache
def _titled() -> re.Pattern[str]:
    """ "the film The Last Harbour", "a film in 2005, “The Last Harbour”"."""
    return re.compile(rf"\b{_noun()},?\s(?:called\s|titled\s|(?:in|of|from)\s\d{{4}},?\s)?{_title()}")


@cache
def _apposed() -> re.Pattern[str]:
    """ "“The Last Harbour”, a silent film"."""
    return re.compile(rf"{_title()},?\s(?:an?|the|his|her|their)\s(?:[\w-]+\s){{0,2}}{_noun()}\b")
