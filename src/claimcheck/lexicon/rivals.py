"""The table of words by which somebody gives another figure for what has just been told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

import msgspec

from claimcheck.lexicon import lemmas, load
from claimcheck.lexicon.patterns import alternatives, whole

LEAD = 90  # characters before a number in which the words stand that lead to it


class Rivals(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs that lead to a number alone, what stands around them, and nouns for what is put at a figure."""

    naming: tuple[str, ...]
    holding: tuple[str, ...]
    placing: tuple[str, ...]
    making: tuple[str, ...]
    giving: tuple[str, ...]
    saying: tuple[str, ...]
    telling: tuple[str, ...]
    counting: tuple[str, ...]
    figures: tuple[str, ...]
    correcting: tuple[str, ...]
    corrected: tuple[str, ...]
    closing: tuple[str, ...]
    joining: tuple[str, ...]
    opening: tuple[str, ...]
    own: tuple[str, ...]
    bargaining: tuple[str, ...]
    first: tuple[str, ...]
    spans: tuple[str, ...]
    announcing: tuple[str, ...]
    parties: str
    crowd: tuple[str, ...]
    measures: Mapping[str, tuple[str, ...]]


@cache
def table() -> Rivals:
    """The table as loaded."""
    return load("rivals", Rivals)


@cache
def parties() -> frozenset[str]:
    """Those who have a view of what others do."""
    return frozenset(table().parties.split())


def speaks(word: str) -> bool:
    """True for a form of a verb that names a number behind "of": "spoke"."""
    return f"{lemmas.verb(word)} of" in table().naming


@cache
def naming() -> frozenset[str]:
    """The verbs that lead to a number alone, as lemmas."""
    return frozenset(
        phrase.partition(" ")[0] for phrase in (*table().naming, *table().holding, *table().telling)
    )


@cache
def lead() -> re.Pattern[str]:
    """The words that lead to a number, of which the named group that matched tells the sort: "spoke of"."""
    rows, figures = table(), alternatives(table().figures)
    described = r"(?:(?!at\b|as\b)[\w'’-]+\s+){0,2}"
    put = rf"(?:it|them|(?:the|this|that|their)\s+{described}{figures})\s+(?:at|as)"
    given = rf"(?:an?|its|their|the)\s+{described}{figures}\s+of"
    was = rf"(?:that\s+)?(?:it|there|the\s+{described}{figures})\s+(?:is|are|was|were|had\s+been)"
    sorts = {
        "named": f"{_verbs(rows.naming)}|{_verbs(rows.placing)}\\s+{put}|{_verbs(rows.making)}\\s+it"
        f"|{_verbs(rows.giving)}\\s+{given}|{_verbs(rows.saying)}\\s+{was}(?:\\s+(?:closer|nearer)\\s+to)?",
        "held": _verbs(rows.holding),
        "told": _verbs(rows.telling),
        "counted": _verbs(rows.counting),
        "corrected": rf"{_verbs(rows.saying)}(?:\s+that)?",
    }
    return re.compile(rf"\b(?:{'|'.join(f'(?P<{name}>{each})' for name, each in sorts.items())})\s+$")


def _verbs(phrases: Iterable[str]) -> str:
    """A group that matches phrases that begin with a verb, in each of its finite forms and as a participle."""
    forms: dict[str, set[str]] = {}
    for form, (base, sort) in lemmas.forms().items():
        if sort != "ing":
            forms.setdefault(base, set()).add(form)
    return f"(?:{'|'.join(_phrase(forms, *phrase.split(' ', 1)) for phrase in phrases)})"


def _phrase(forms: Mapping[str, Iterable[str]], verb: str, rest: str = "") -> str:
    return alternatives(forms[verb]) + "".join(rf"\s+{re.escape(word)}" for word in rest.split())


@cache
def former() -> re.Pattern[str]:
    """The words that make a figure an earlier or a first view: "at first", "had said"."""
    return whole(table().first)


@cache
def behind() -> re.Pattern[str]:
    """What may stand behind a number that is all that is said; a correction is a sort of its own."""
    rows = table()
    right = rf"\s+{alternatives(rows.correcting)}\s+{alternatives(rows.corrected)}\b"
    end = rf"\s*(?:[.,;:!?)(\"”'’–—-]|$|{alternatives(rows.joining)}\b)"
    return re.compile(rf"(?P<corrected>{right})|(?:\s+{alternatives(rows.closing)})?{end}")


@cache
def measured() -> re.Pattern[str]:
    """The words that put a measure at a figure: "put the load at", "estimated the weight of the cargo at"."""
    rows = table()
    what = rf"(?:the|its|their)\s+(?P<measure>{alternatives(rows.measures)})(?:\s+of\s+[\w'’ -]{{1,24}}?)?"
    return re.compile(rf"\b{_verbs(rows.placing)}\s+{what}\s+at\s+$")
