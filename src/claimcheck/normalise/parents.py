"""How many children somebody has, told twice: "Ana Brook, a mother of 12", "the mother of 13"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from claimcheck.lexicon.measures import measures
from claimcheck.model import Claim, Document, Link, Mention
from claimcheck.normalise import compare
from claimcheck.normalise.facts import Facts

PARENT = "parent"  # the action of a number of children
BEFORE = 80  # characters before a number in which a name and "the mother of" stand
NAMED, MEANT = 0.8, 0.75  # confidence


def is_parent(document: Document, mention: Mention) -> bool:
    """True for "a mother of 12", where nothing else is counted."""
    bare = mention.kind == "count" and mention.noun is None
    return bare and _parent(document, mention) is not None


def links(facts: Sequence[Facts]) -> Iterator[Link]:
    """Links between different numbers of children of one person, told by name or, in one text, by "the mother of"."""
    told: dict[tuple[str, str], dict[object, Claim]] = {}  # the first claim of each number
    named: dict[tuple[str, str], Claim] = {}
    for fact in facts:
        claim = fact.claim
        found = _parent(fact.document, claim.mention) if claim.action == PARENT else None
        if found is None:
            continue
        parent = found["parent"].lower()
        before = told.setdefault((parent, fact.source), {})
        if found["known"] and len(before) == 1:
            yield from _link(next(iter(before.values())), claim, MEANT, parent)
        before.setdefault(claim.value, claim)
        name = found["name"] or _behind(fact.document, claim.mention)
        first = named.setdefault((parent, name), claim) if name else claim
        yield from _link(first, claim, NAMED, parent)


def _link(one: Claim, other: Claim, confidence: float, parent: str) -> Iterator[Link]:
    if compare.agreement(one, other) is None:
        yield Link(one.id, other.id, confidence, (f"how many children one {parent} has",))


def _parent(document: Document, mention: Mention) -> re.Match[str] | None:
    start = mention.start
    return _of().search(document.plain, max(0, start - BEFORE), start)


def _behind(document: Document, mention: Mention) -> str | None:
    """The name of "mother of 13 Ana Brook"."""
    found = _full_name().match(document.plain, mention.end)
    return found["name"] if found else None


@cache
def _of() -> re.Pattern[str]:
    """ "Ana Brook, 34, a mother of", "the mother of" """
    return re.compile(
        rf"""
        (?:(?P<name>[A-Z][\w'’-]+\ [A-Z][\w'’-]+),\s(?:\d+,\s)?)?
        \b(?:(?P<known>(?i:the))\s+|an?\s+)?(?:[a-z]+\s+)??
        (?P<parent>(?i:{"|".join(sorted(measures().parent.words))}))\s+of\s+$
        """,
        re.VERBOSE,
    )


@cache
def _full_name() -> re.Pattern[str]:
    return re.compile(r",?\s(?P<name>[A-Z][\w'’-]+ [A-Z][\w'’-]+)")
