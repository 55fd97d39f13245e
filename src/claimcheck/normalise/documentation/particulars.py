"""The way in by particulars: figures of one well-known thing, such as how long a charge takes, in whatever words."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from claimcheck.lexicon import options as cues
from claimcheck.lexicon import particulars
from claimcheck.lexicon.particulars import Particular, phrases
from claimcheck.model import Link
from claimcheck.normalise.documentation import narrowed, nearby, options, things
from claimcheck.normalise.documentation.entries import entry, is_structured
from claimcheck.normalise.documentation.stated import Stated, stated
from claimcheck.normalise.matching import bearers, compare, sections, updates, vetoes
from claimcheck.normalise.matching.facts import Facts
from claimcheck.normalise.matching.partners import Partners
from claimcheck.normalise.text import telling

CONFIDENCE = 0.6
FAR = 6.0  # times
BOUNDLESS = 1000.0  # times that something is nothing
VALUES = 3  # figures of a run that differ; where there are more, they are of several things
WAS = 12  # characters before a figure in which "was" makes it one of another time
COUNTS = frozenset({"count", "rate"})
STATED = frozenset({"exact", "at_least", "at_most", "less_than", "more_than"})  # hedges of what is laid down
# What the words around one figure say, where both texts say what it is the figure of.
OUTWEIGHED = frozenset(
    {
        "increment",
        "negated",
        "other-actor",
        "other-case",
        "other-frame",
        "other-measure",
        "other-scope",
        "other-story",
        "part-of-whole",
        "planned",
    }
)
OF_DAYS = frozenset({"other-date", "other-day"})  # what is laid down holds for more than a day


class Told(NamedTuple):
    """A figure with the particular that it is of, and whether it holds in one of several cases."""

    fact: Facts
    stated: Stated
    in_case: bool  # "seven years if you register; if you don't, five"
    thing: str = ""  # stem of the one of many things that the particular is of


def links(facts: Sequence[Facts], partners: Partners) -> Iterator[Link]:
    """Links between two texts of a folder that each give one figure of a particular, and not the same."""
    if not any(map(is_structured, {id(fact.document): fact.document for fact in facts}.values())):
        return
    by_row: dict[tuple[str, str], dict[str, list[Told]]] = {}
    for told in _told(facts):
        key = told.stated.row.name, told.thing
        by_row.setdefault(key, {}).setdefault(told.fact.source, []).append(told)
    given = {(fact.source, fact.claim.noun, fact.claim.mention.value) for fact in facts}
    for (name, thing), by_source in by_row.items():
        meant = [each for found in by_source.values() if (each := _meant(found)) is not None]
        if len({compare.middle(each.fact.claim) for each in meant}) > VALUES:
            continue
        for one, other in combinations(meant, 2):
            if _is_counted(one, other, given):
                continue
            if _fits(one.fact, other.fact, one.stated.row) and not _apart(one, other):
                explained = updates.explanation(one.fact, other.fact, partners)
                ends = one.fact.claim.id, other.fact.claim.id
                yield Link(*ends, CONFIDENCE, (f"both texts say {name}{thing and f': {thing}'}",), explained)


def _meant(found: Sequence[Told]) -> Told | None:
    """The figure of one text, of several that which is surest; None where others are as sure, or it is of a case."""
    most = max(told.stated.sure for told in found)
    surest = [told for told in found if told.stated.sure == most]
    one = len({compare.middle(told.fact.claim) for told in surest}) == 1
    return surest[0] if one and not any(told.in_case for told in surest) else None


def _is_counted(one: Told, other: Told, given: Container[tuple[str, str | None, Decimal | None]]) -> bool:
    """True for a count that the other text gives as well, if of something else: "4,310 people, 900 of them in Velm"."""
    if not one.stated.row.measured or one.fact.claim.mention.kind not in COUNTS:
        return False
    pairs = ((one.fact, other.fact), (other.fact, one.fact))
    return any((a.source, b.claim.noun, b.claim.mention.value) in given for a, b in pairs)


def _apart(one: Told, other: Told) -> bool:
    """True where a word that only one text has narrows what it speaks of."""
    if one.thing and things.apart(one.thing, one.stated, other.stated):
        return True
    return narrowed.apart(one.stated, other.stated) or bearers.named_alone(one.fact, other.fact)


def _fits(one: Facts, other: Facts, row: Particular) -> bool:
    """True for two different figures of which nothing says that they are of two things."""
    if not _of_one_unit(one, other) or _agree(one, other, row) or _ratio(one, other) > FAR:
        return False
    if entry(one).aside or entry(other).aside or _of_two_names(one, other):
        return False
    outweighed = OUTWEIGHED if row.measured else OUTWEIGHED | OF_DAYS
    if not row.measured and not (_is_dated(one) or _is_dated(other)):
        outweighed |= {"other-period"}
    apart = set(vetoes.every(one, other)) - outweighed
    return (
        not apart
        and not _of_two_things(one, other, row)
        and sections.of_one_thing(one.document, other.document)
    )


def _is_dated(fact: Facts) -> bool:
    """True for a figure whose own sentence names a time; one named before is of what was said there."""
    period = fact.claim.period
    return period is not None and period.text.lower() in _sentence(fact)


def _of_two_things(one: Facts, other: Facts, row: Particular) -> bool:
    """True for two doers or bearers of which each text has only its own: a dishwasher and a roof."""
    return _has_own(one, other, row) and _has_own(other, one, row)


def _has_own(here: Facts, there: Facts, row: Particular) -> bool:
    """True for a doer or bearer that is no word of the particular, and that the other text does not name."""
    subject = here.claim.mention.context.subject or ""
    if any(phrases(group).search(form) for group in row.said for form in (subject, f"{subject}s")):
        return False
    named = telling.within(subject)
    return bool(named) and named.isdisjoint(telling.within(there.document.plain))


def _of_two_names(one: Facts, other: Facts) -> bool:
    """True for two sentences that each name what the other does not, and one text knows both: plans of a price list."""
    here, there = one.names - other.names, other.names - one.names
    known = here & other.story.called or there & one.story.called
    return bool(here and there and known)


def _ratio(one: Facts, other: Facts) -> float:
    """How many times the larger figure is the smaller, without what their bounds leave open."""
    low, high = sorted(compare.point(fact.claim) for fact in (one, other))
    return float(high / low) if low > 0 else BOUNDLESS


def _of_one_unit(one: Facts, other: Facts) -> bool:
    """True for two figures of one unit, of which one may leave unsaid what it is counted by: "40 mg a day"."""
    a, b = one.claim.mention, other.claim.mention
    counted = COUNTS.issuperset({a.kind, b.kind})
    units = {None if counted else (fact.claim.unit or "").partition("/")[0] for fact in (one, other)}
    return len(units) == 1 and (a.per == b.per or None in (a.per, b.per))


def _agree(one: Facts, other: Facts, row: Particular) -> bool:
    """True for two figures that fit together; where they are laid down, "up to" is no more than a manner of saying."""
    a, b = compare.middle(one.claim), compare.middle(other.claim)
    if row.slack and a is not None and b is not None and abs(a - b) <= row.slack:
        return True
    bounds = {one.claim.mention.hedge, other.claim.mention.hedge} <= STATED
    if bounds and not row.measured:
        return compare.as_points(one.claim, other.claim)
    return compare.agreement(one.claim, other.claim) is not None


# --- what a figure is of ---------------------------------------------------------------------------------


def _told(facts: Sequence[Facts]) -> Iterator[Told]:
    """The figures that are of a particular."""
    sentences: dict[tuple[str, tuple[int, int]], list[Facts]] = {}
    for fact in facts:
        sentences.setdefault((fact.source, fact.claim.mention.context.sentence), []).append(fact)
    for found in sentences.values():
        for fact in found:
            if fact.claim.mention.kind in particulars.kinds() and _is_figure(fact):
                yield from _rows(fact, found)


def _is_figure(fact: Facts) -> bool:
    """False for a heading, and for "one" that is hardly a number."""
    mention = fact.claim.mention
    one = mention.kind == "count" and mention.value == 1
    return mention.value is not None and not one and mention.context.block.kind != "heading"


def _rows(fact: Facts, sentence: Sequence[Facts]) -> Iterator[Told]:
    """The particulars of a figure that is of now, and of what they count."""
    kind = fact.claim.mention.kind
    others = [each.claim.mention for each in sentence if each is not fact]
    alike = [(each.start, each.end) for each in others if each.kind == kind]
    in_case = bool(alike) and phrases(particulars.table().cases).search(_sentence(fact)) is not None
    for each in stated(kind, nearby.of(fact), alike, [(other.start, other.end) for other in others]):
        if not (_is_of_other(fact, each.row) or (_is_old(fact) and not each.row.measured)):
            of = things.named(each) if each.row.of_thing else ("",)
            yield from (Told(fact, each, in_case, thing) for thing in of)


def _sentence(fact: Facts) -> str:
    first, last = fact.claim.mention.context.sentence
    return fact.document.plain[first:last].lower()


def _is_old(fact: Facts) -> bool:
    """True for what was once, and what somebody has put in the place of it: "was 5 GB", "lowered to 5 GB"."""
    before, behind = options.clause(fact)
    told = cues.other().search(before[-WAS:]) or cues.tried().search(before)
    return bool(told or cues.instead().search(before) or cues.instead().search(behind))


def _is_of_other(fact: Facts, row: Particular) -> bool:
    """True for a count of something else."""
    noun = fact.claim.mention.noun
    counted = fact.claim.mention.kind in COUNTS and bool(row.nouns)
    return counted and noun is not None and noun not in row.nouns
