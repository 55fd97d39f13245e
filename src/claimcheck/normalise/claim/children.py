"""How many children somebody has: "a mother of 12"."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.lexicon import lemmas
from claimcheck.lexicon.measures import measures
from claimcheck.model import Document, Mention

PARENT = "parent"  # the action of a number of children
BEFORE = 80  # characters before a number in which a name and "the mother of" stand


def is_parent(document: Document, mention: Mention) -> bool:
    """True for "a mother of 12" and "a mother of 12 killed in", where nothing else is counted."""
    counted = mention.surface[mention.number_end - mention.start :].split()
    # "killed" says of the parent what a count would say of people
    bare = mention.kind == "count" and all(lemmas.is_participle(word.lower()) for word in counted)
    return bare and read(document, mention) is not None


def read(document: Document, mention: Mention) -> re.Match[str] | None:
    """The parent before a number, with the name."""
    start = mention.start
    return _of().search(document.plain, max(0, start - BEFORE), start)


@cache
def _of() -> re.Pattern[str]:
    """ "Ana Brook, 34, a mother of", "the mother of" """
    return re.compile(
        rf"""
        (?:(?P<name>[A-Z][\w'’-]+\ [A-Z][\w'’-]+),\s(?:\d+,\s)?)?
        \b(?:(?P<known>(?i:the))\s+|an?\s+)?(?:[a-z]+\s+)??
        (?P<parent>(?i:{"|".join(sorted(measures().parent.words))}))(?:\s+of\s+|-of-)$
        """,
        re.VERBOSE,
    )
