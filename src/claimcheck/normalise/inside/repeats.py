"""What a text gives twice: the age of a person, a toll in the headline and below it, a cell and a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.lexicon.measures import measures
from claimcheck.model import Claim, Link
from claimcheck.normalise.claim import actions, names
from claimcheck.normalise.matching import compare, vetoes
from claimcheck.normalise.matching.facts import HEADLINE, Facts
from claimcheck.normalise.text import cues

BACK = 6  # earlier ages of a person that one is compared with
THEN = 12  # characters before an age in which "then" stands
LEAD = 3000  # characters behind a headline in which a text says what the headline sums up
PEOPLE = "person"  # whom a headline counts without a noun
TOLD = 20  # figures of one sort in the sentences of a text that a cell is looked for among
PERSON, TITLE, TABLED = 0.8, 0.75, 0.8  # confidence


def links(facts: Sequence[Facts]) -> Iterator[Link]:
    """Links between figures that one document gives twice, differently or in another form."""
    yield from _ages(facts)
    yield from _headlines(facts)
    yield from _tabled(facts)


def _ages(facts: Sequence[Facts]) -> Iterator[Link]:
    known: dict[str, list[Facts]] = {}
    for fact in facts:
        person = fact.claim.noun
        if fact.claim.mention.kind != "age" or person is None or person in measures().age.persons:
            continue
        if fact.topic.kind == "background" or _is_past(fact):
            continue
        if names.stated(fact.document, fact.claim.mention) is None:
            continue  # who is meant is an inference, too little to call a text wrong
        ages = known.setdefault(person, [])
        for earlier in ages[-BACK:]:
            if names.fit(earlier.modifiers, fact.modifiers) and _differ(earlier, fact):
                yield Link(earlier.claim.id, fact.claim.id, PERSON, (f"age of one person: {person}",), None)
        ages.append(fact)


def _is_past(fact: Facts) -> bool:
    """True for the age of another time: "then 15-year-old"."""
    start = fact.claim.mention.start
    return cues.then().search(fact.document.plain[max(0, start - THEN) : start].lower()) is not None


def _headlines(facts: Sequence[Facts]) -> Iterator[Link]:
    """A figure in the headline, and another one that is the only one of its sort in the text below it."""
    below = [fact for fact in facts if HEADLINE not in fact.claim.scopes]
    for title in facts:
        if HEADLINE not in title.claim.scopes or title.claim.action is None:
            continue
        done = [fact for fact in below if fact.claim.action == title.claim.action]
        same = [fact for fact in done if _fits(title, fact)]
        if not same or any(_differ(same[0], fact) for fact in same) or _is_told(title, done):
            continue
        counted = actions.counts(title.claim.action) is not None
        if not counted and (_is_cut(title.claim, same[0].claim) or not _opens(title, same[0], below)):
            continue
        if _differ(title, same[0]):
            yield Link(title.claim.id, same[0].claim.id, TITLE, ("the headline and the text below it",), None)


def _is_whole(fact: Facts) -> bool:
    return not (fact.scopes.part or fact.scopes.increment or fact.scopes.old)


def _fits(title: Facts, fact: Facts) -> bool:
    """True where the text below a headline speaks of the same: the dead, jobs that are to go, a price."""
    one, other = title.claim, fact.claim
    toll = actions.counts(one.action) is not None
    if not _is_whole(fact) or title.scopes.revised != fact.scopes.revised:
        return False
    if toll and (other.status != "done" or one.noun != other.noun):
        return False
    if not toll and (one.status != other.status or not _is_of_one_sort(one, other)):
        return False
    return vetoes.veto(title, fact) in (None, "other-actor")


def _is_of_one_sort(one: Claim, other: Claim) -> bool:
    """True for one kind, unit and noun; a headline may leave the noun out: "police arrest 12"."""
    if one.mention.kind != other.mention.kind or one.unit != other.unit:
        return False
    return one.noun == other.noun or (one.noun is None and other.noun == PEOPLE)


def _is_cut(title: Claim, other: Claim) -> bool:
    """True for a headline that leaves out the last digits: "for 24 million" of 24.6 million."""
    one, exact = title.mention.value, other.mention.value
    if one is None or exact is None:
        return False
    (short, low), (long, lower) = compare.digits(one), compare.digits(exact)
    return long[: len(short)] == short and low - lower == len(long) - len(short)


def _opens(title: Facts, fact: Facts, below: Sequence[Facts]) -> bool:
    """True for a figure near the start of a text that nowhere gives the one of its headline."""
    near = fact.claim.mention.start - title.claim.mention.end < LEAD
    return near and all(_differ(title, other) for other in below if _is_of_one_sort(title.claim, other.claim))


def _is_told(title: Facts, tolls: Sequence[Facts]) -> bool:
    """True where the text has the figure of its headline, or two that add up to it."""
    if any(not _differ(title, toll) for toll in tolls):
        return True
    value = title.claim.mention.value
    known = {toll.claim.mention.value for toll in tolls}
    return value is not None and any(part is not None and value - part in known for part in known)


def _tabled(facts: Sequence[Facts]) -> Iterator[Link]:
    """The first sentence that gives an amount of a table as well, so that both stand for one fact."""
    told: dict[tuple[str | None, ...], list[Facts]] = {}
    for fact in facts:
        if fact.claim.mention.kind == "money" and fact.claim.noun is not None and not _is_cell(fact):
            told.setdefault(_sort(fact), []).append(fact)
    for cell in filter(_is_cell, facts):
        for fact in told.get(_sort(cell), ())[:TOLD]:
            agreed = compare.agreement(cell.claim, fact.claim)
            if agreed in ("equal", "rounding") and vetoes.veto(cell, fact) is None:
                yield Link(cell.claim.id, fact.claim.id, TABLED, ("a table and the text below it",), agreed)
                break


def _is_cell(fact: Facts) -> bool:
    return fact.claim.mention.context.block.kind == "cell"


def _sort(fact: Facts) -> tuple[str | None, ...]:
    return fact.claim.mention.kind, fact.claim.unit, fact.claim.noun


def _differ(one: Facts, other: Facts) -> bool:
    return compare.agreement(one.claim, other.claim) is None
