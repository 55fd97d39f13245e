"""What was built, founded or opened: a name, a noun behind "the", or whom "she" and "it" mean."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.lexicon import function_words, happenings, nouns
from claimcheck.normalise.dates.clauses import Event, Word
from claimcheck.normalise.dates.when import When
from claimcheck.normalise.text import people as text_people


def find(plain: str, inside: Sequence[Word], events: Sequence[Event], when: When) -> str:
    """The thing by its name or noun, empty where a clause does not tell: "stella brook", "stadium", "the charter"."""
    kind, said = events[0]
    if not happenings.of_thing(kind):
        return ""
    deeds = happenings.table().deeds.get(kind)
    if deeds is not None:
        return next((f"the {word.low}" for word in inside if word.low in deeds), "")
    before = [word for word in inside if word.start < said.start]
    if not before:
        return _fronted(plain, [word for word in inside if word.start >= when.end], when)
    table, between = happenings.table(), []
    while before and before[-1].low not in table.it and _is_between(before[-1]):
        between.append(before.pop().low)
    if (
        table.done.isdisjoint(between)
        and not plain.startswith(", ", said.start - 2)
        and not _itself(inside, said)
    ):
        return ""  # "the company built"
    if before and before[-1].low in table.it:
        return text_people.thing(plain, before[-1].start)
    return _named(before)


def kind(thing: str) -> str:
    """What a thing is called where its noun has others of the same meaning: "factory" of "plant"."""
    return nouns.classes().get(thing, thing)


def _itself(inside: Sequence[Word], said: Word) -> bool:
    """True for "the hall opened in": no object behind the verb."""
    return any(word.low in happenings.table().behind for word in inside[inside.index(said) + 1 :][:1])


def _is_between(word: Word) -> bool:
    """True for "which", "was" and "originally" between a noun and its verb; what was first built was built again."""
    between = word.low in function_words.words() or word.low.endswith("ly")
    return between and word.low not in happenings.table().another


def _fronted(plain: str, behind: Sequence[Word], when: When) -> str:
    """What follows "Built in 1976,"."""
    if not plain.startswith(",", when.end) or not behind:
        return ""
    article = behind[0].low == "the"
    words = behind[article:]
    if words and words[0].capital:
        names = [word for place, word in enumerate(words) if all(each.capital for each in words[: place + 1])]
        return _named(names)
    return _named(behind[:2]) if article else ""


def _named(words: Sequence[Word]) -> str:
    """The two words of a name, or the noun behind "the", that words end with."""
    if len(words) < 2:
        return ""
    first, last = words[-2:]
    if last.capital:
        return f"{first.low} {last.low}" if first.capital and first.low != "the" else ""
    return last.low if first.low == "the" else ""
