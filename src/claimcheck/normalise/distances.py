"""How far one place lies from another: "Orl, 160 km north of Lund", "the epicentre was 40 km east of Lund"."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.lexicon import dates, measured
from claimcheck.lexicon.patterns import alternatives
from claimcheck.model import Document, Mention

REACH = 60  # characters before a length in which the name of what is so far away stands
EPICENTRE = "epicentre"
FAR = 200  # characters that an apposition may be long


def between(document: Document, mention: Mention) -> str | None:
    """Both ends of a distance as "distance Orl–Lund"; None where one of them has no name."""
    goal = _goal().match(document.plain, mention.end)
    start = mention.start if mention.conversion_of is None else mention.conversion_of
    origin = _origin(document, mention, start) if goal else None
    return f"distance {origin}–{goal['name']}" if goal and origin else None


def _origin(document: Document, mention: Mention, start: int) -> str | None:
    """What is so far away: a name right before, one that opens the sentence, or the centre of a quake."""
    table, context = measured.table(), mention.context
    first = context.sentence[0]
    of_quake = not table.centres.isdisjoint({context.head or "", context.subject or ""})
    if of_quake and context.verb in table.striking:
        return EPICENTRE  # wherever it was: "struck in the Amber Sea, 15 km from"
    found = _beside().search(document.plain, max(first, start - REACH), start)
    found = found or _opening().match(document.plain, first, min(start, first + FAR))
    if found is not None and not _is_time(found["name"]):
        return found["name"]
    return EPICENTRE if of_quake else None


def _is_time(name: str) -> bool:
    """True for "On Monday" and "In March", which are no place."""
    return dates.is_named(name.split()[-1])


_NAME = r"(?P<name>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)*)"


@cache
def _goal() -> re.Pattern[str]:
    """ " (40 miles) north of the town of Lund", " from Lund", "off Lund" """
    compass = alternatives(measured.table().compass)
    return re.compile(
        rf"\)?\s?(?:\([^()]{{1,40}}\)\s)?(?:(?:to\sthe\s)?{compass}\s(?:of|from)|(?:away\s)?from|off|outside)\s"
        rf"(?:the\s(?:[a-z]+\s){{1,3}}?(?:of\s)?)?{_NAME}"
    )


@cache
def _beside() -> re.Pattern[str]:
    """ "Orl, ", "Orl, which lies ", "Orl is " """
    lying = alternatives(measured.table().lying)
    return re.compile(rf"{_NAME}(?:,|\s\(|,?\s(?:which\s|that\s)?{lying}|,\sin\s[A-Z]\w+,)\s?$")


@cache
def _opening() -> re.Pattern[str]:
    """ "Orl, an island in the north and " """
    return re.compile(rf"{_NAME},\s(?:an?|the)\s[^.;]*\band\s$")
