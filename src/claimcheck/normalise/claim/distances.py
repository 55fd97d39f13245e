"""How far one place lies from another: "Orl, 160 km north of Lund", "the epicentre was 40 km east of Lund"."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.lexicon import dates, grammar, measured
from claimcheck.lexicon.patterns import alternatives
from claimcheck.model import Document, Mention

REACH = 60  # characters before a length in which the name of what is so far away stands
EPICENTRE = "epicentre"
OPEN = "distance to "
STEM = 4  # letters
FAR = 200  # characters that an apposition may be long


def between(document: Document, mention: Mention) -> tuple[str, frozenset[str]] | None:
    """Both ends of a distance as "distance Orl–Lund", or where it goes to as "distance to Lund"; None for no distance.

    A border has the beginning of the name of its country beside it, which "Russian" and "Russia" share.
    """
    goal = _goal().match(document.plain, mention.end)
    if goal is None:
        return None
    start = mention.start if mention.conversion_of is None else mention.conversion_of
    origin = _origin(document, mention, start) if goal["name"] else None
    if origin is not None:
        return f"distance {origin}–{goal['name']}", frozenset()
    if not _lies(mention):
        return None
    if goal["name"]:
        return f"{OPEN}{goal['name']}", frozenset()
    return f"{OPEN}{goal['thing']}", frozenset({goal["of"][:STEM].lower()} if goal["of"] else ())


def _lies(mention: Mention) -> bool:
    """True where nobody goes so far: "walked 40 km from Lund"."""
    return mention.context.verb not in measured.table().going


def is_open(noun: str | None) -> bool:
    """True for a distance of which a text names only where it goes to: "40 km from the border"."""
    return noun is not None and noun.startswith(OPEN)


def _origin(document: Document, mention: Mention, start: int) -> str | None:
    """What is so far away: a name right before, one that opens the sentence, or the centre of a quake."""
    table, context = measured.table(), mention.context
    first = context.sentence[0]
    of_quake = not table.centres.isdisjoint({context.head or "", context.subject or ""})
    if of_quake and context.verb in table.striking:
        return EPICENTRE  # wherever it was: "struck in the Amber Sea, 15 km from"
    found = _beside().search(document.plain, max(first, start - REACH), start)
    found = found or _opening().match(document.plain, first, min(start, first + FAR))
    if found is not None and not _is_no_place(found["name"]):
        return found["name"]
    return EPICENTRE if of_quake else None


def _is_no_place(name: str) -> bool:
    """True for "On Monday", "In March", "It", and a sea, in which a quake may have its centre anywhere."""
    last = name.split()[-1]
    return dates.is_named(last) or not {name.lower(), last.lower()}.isdisjoint(
        measured.table().pronouns | measured.table().waters
    )


_NAME = r"(?P<name>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)*)"


@cache
def _goal() -> re.Pattern[str]:
    """ " (40 miles) north of the town of Lund", " from Lund", "off Lund" """
    compass, goals = alternatives(measured.table().compass), alternatives(measured.table().goals)
    its = grammar.pattern("impersonal_possessive")
    return re.compile(
        rf"\)?\s?(?:\([^()]{{1,40}}\)\s)?(?:(?:to\sthe\s)?{compass}\s(?:of|from)|(?:away\s)?from|off|outside)\s"
        rf"(?:(?:the|{its})\s(?:[a-z]+\s)?(?:(?P<of>[A-Z]\w+)(?:[-–][A-Z]\w+)?\s)?(?P<thing>{goals})\b(?!\s(?:of\s)?[A-Z])"
        rf"|(?:the\s(?:[a-z]+\s){{1,3}}?(?:of\s)?)?{_NAME})"
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
