"""What narrows a particular to some case of it: whom it holds for, what of, under which condition."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.lexicon import function_words, particulars
from claimcheck.lexicon.particulars import Particular, phrases
from claimcheck.lexicon.patterns import alternatives
from claimcheck.normalise.documentation.stated import Stated
from claimcheck.normalise.text import telling

NAMED = "\N{OBJECT REPLACEMENT CHARACTER}"  # stands for what the particular itself is called
SAID = "\N{REPLACEMENT CHARACTER}"  # and for the words of its other groups
STEM = 6  # letters by which "student" is "students"
LONGEST = 3  # words of what stands behind "of" or "with"


def apart(one: Stated, other: Stated) -> bool:
    """True where one is narrowed by what the other does not say near it, or each by a word of its own."""
    first, second = _own(one), _own(other)
    here, there = (telling.within(each.near) for each in (one, other))
    if _holders(one) - _holders_near(other) or _holders(other) - _holders_near(one):
        return True
    if _another(first) - there or _another(second) - here:
        return True
    if _narrowing(first) - there or _narrowing(second) - here:
        return True
    a, b = _before(first), _before(second)
    return bool(a - there) and bool(b - here)


def _own(stated: Stated) -> str:
    """The clause and the labels with what the particular is called left out."""
    text = phrases(stated.row.said[0]).sub(NAMED, stated.beside)
    for group in stated.row.said[1:]:
        text = phrases(group).sub(SAID, text)
    return text


def _narrowing(text: str) -> frozenset[str]:
    """Telling stems behind "of" and its like right behind the name, and at the head of the clause."""
    found = (each["thing"] for pattern in (_behind(), _leading()) for each in pattern.finditer(text))
    return frozenset().union(*(telling.within(thing) for thing in found if not {NAMED, SAID} & {*thing}))


def _another(text: str) -> frozenset[str]:
    """Telling stems of what narrows one of several that do it: "a 20 W phone charger", "a phone charger works, too"."""
    also = phrases(particulars.table().also).search(text) is not None
    found = (each for each in _one_of_several().finditer(text) if also or each["measure"])
    return frozenset().union(*(telling.within(each["word"]) for each in found))


def _before(text: str) -> frozenset[str]:
    """Telling stems right before the name: "the learner pool"."""
    return frozenset().union(*(telling.within(each["word"]) for each in _modifier().finditer(text)))


def _holders(stated: Stated) -> set[str]:
    return _of_holders(stated.beside, stated.row)


def _holders_near(stated: Stated) -> set[str]:
    return _of_holders(stated.near, stated.row)


def _of_holders(text: str, row: Particular) -> set[str]:
    """The words of a text for whom or when something holds, but for those that the particular itself has."""
    own = " ".join(phrase for group in row.said for phrase in group)
    found = phrases(particulars.table().holders).findall(text)
    return {word[:STEM] for word in found if phrases((word,)).search(own) is None}


@cache
def _thing() -> str:
    small = alternatives(function_words.words())
    word = rf"(?!{small}\b)(?:[^\W\d_]+|{NAMED}|{SAID})"
    return rf"(?:\s+{small}\b)*(?P<thing>(?:[\s-]+{word}){{1,{LONGEST}}})"


@cache
def _behind() -> re.Pattern[str]:
    """ "backups of the database", "orders from Norway" """
    return re.compile(rf"{NAMED}\s+{alternatives(particulars.table().behind)}\b{_thing()}")


@cache
def _leading() -> re.Pattern[str]:
    """ "With monitoring turned on the server needs", "for larger projects there are" """
    return re.compile(rf"(?:^|\|)\s*{alternatives(particulars.table().leading)}\b{_thing()}")


@cache
def _one_of_several() -> re.Pattern[str]:
    small = alternatives(function_words.words())
    article = alternatives(particulars.table().articles)
    measure = r"(?P<measure>\d\S*\s+[^\W\d_]+\s+)?"
    return re.compile(
        rf"(?:^|\|)\s*{article}\s+{measure}(?!{small}\b)(?P<word>[^\W\d_]+)[\s-]+[{NAMED}{SAID}]"
    )


@cache
def _modifier() -> re.Pattern[str]:
    small = alternatives(function_words.words())
    return re.compile(rf"(?<![^\W_])(?!{small}\b)(?P<word>[^\W\d_]+)[\s-]+[{NAMED}{SAID}]")
