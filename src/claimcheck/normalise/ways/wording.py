"""The way in by wording: links between numbers in like words, of any kind, without any table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.lexicon.nouns import is_of, table
from claimcheck.model import Link
from claimcheck.normalise.claim import nouns, references
from claimcheck.normalise.matching import compare, sections, times, updates, vetoes
from claimcheck.normalise.matching.facts import Facts
from claimcheck.normalise.matching.partners import AGREE, Partners
from claimcheck.normalise.text import stories
from claimcheck.normalise.ways import series, twins
from claimcheck.normalise.ways.loose import Loose
from claimcheck.normalise.ways.twins import Twin
from claimcheck.normalise.weights import WEIGHTS as W

SURE = 0.85  # confidence of what the same words say
WHY = ("same words around the number",)
# What speaks against twins only where few words are the same: it comes from the text at large.
WEAK = frozenset(
    {
        "change",
        "other-actor",
        "other-cause",
        "other-date",
        "other-frame",
        "other-topic",
        "planned",
    }
)
# What does not even count where a whole sentence is the same: "earlier this week" in a text of the next week.
RELATIVE = frozenset({"other-part", "other-place"})

Compared = tuple[Twin, str | None]  # and what lets its figures agree


def compared(facts: Sequence[Facts]) -> list[Compared]:
    """All twins, each with what lets its two figures agree."""
    return [(twin, _agreement(twin)) for twin in twins.find(facts)]


def links(found: Sequence[Compared], partners: Partners) -> Iterator[Link]:
    """Links between twins; an equal twin in the other text outweighs a different one."""
    agreeing = [twin for twin, explained in found if explained in AGREE]
    differing = [twin for twin, explained in found if explained is None]
    filled = series.claims(agreeing, differing)
    loose = Loose(agreeing, differing)
    equal = {end for twin in agreeing for end in twin.met}
    taken = _one_to_one(agreeing)
    for twin, explained in found:
        settled = explained not in AGREE and not (taken if twin.sentence else equal).isdisjoint(twin.met)
        reported = explained is None and {twin.one.claim.id, twin.other.claim.id} <= filled
        if not (settled or reported or _apart(twin)) and _allowed(twin):
            yield _link(twin, explained, partners, loose)


def _agreement(twin: Twin) -> str | None:
    """What lets two figures agree; in one wording even "about 40" and "about 44" do not."""
    one, other = twin.one.claim, twin.other.claim
    if twin.sentence and compare.apart_as_written(one, other):
        return None
    return compare.agreement(one, other)


def _one_to_one(agreeing: Sequence[Twin]) -> set[tuple[str, str]]:
    """The claims of equal twins where each has one partner in a text: a headline and the text below it are two."""
    taken: set[tuple[str, str]] = set()
    for twin in sorted(agreeing, key=lambda twin: not twin.sentence):
        if taken.isdisjoint(twin.met):
            taken.update(twin.met)
    return taken


def _apart(twin: Twin) -> bool:
    """True for like words about two things."""
    return _other_people(twin) or _other_things(twin) or sections.apart(twin.one, twin.other)


def _other_things(twin: Twin) -> bool:
    """True for counts of two things of which neither is a sort of the other: ambulances and tents."""
    one, other = twin.one.claim.noun, twin.other.claim.noun
    known = table().keys()
    return one in known and other in known and not (is_of(one, other) or is_of(other, one))


def _other_people(twin: Twin) -> bool:
    """True where both sentences name somebody, nobody in common, and the wording is not all but the same."""
    one, other = twin.one, twin.other
    apart = bool(one.names and other.names) and not one.names & other.names
    scored = nouns.is_never(one.claim.noun) and one.claim.action != other.claim.action
    return (apart or scored) and not twin.sentence


def _allowed(twin: Twin) -> bool:
    """True where the wording outweighs every veto against the pair."""
    if twin.one.claim.mention.kind == references.KIND and not twin.names:
        return False
    if stories.strange(twin.one.story, twin.other.story, W.wording_mixed):
        return False
    return all(_outweighs(twin, against) for against in vetoes.each(twin.one, twin.other))


def _outweighs(twin: Twin, against: str) -> bool:
    if against == "other-date" and (times.moves(twin.one) or times.moves(twin.other)):
        return False
    # What an agency writes of every raid, and what every yearly report says.
    if against == "other-day" or (against == "other-date" and times.long_apart(twin.one, twin.other)):
        return twin.full
    if against == "other-actor" or (against in WEAK and (twin.many or twin.sentence)):
        return True
    return against in RELATIVE and twin.sentence and not _dated(twin)


def _dated(twin: Twin) -> bool:
    """True where the claims name two times by the calendar, which no later text moves."""
    periods = [period.text for fact in (twin.one, twin.other) if (period := fact.claim.period) is not None]
    named = [text for text in periods if any(c.isdigit() for c in text)]
    return len(named) == 2 and named[0] != named[1]


def _link(twin: Twin, explained: str | None, partners: Partners, loose: Loose) -> Link:
    if explained is None:
        explained = updates.explanation(twin.one, twin.other, partners)
    soft = loose.reasons(twin) if explained is None else ()
    return Link(twin.one.claim.id, twin.other.claim.id, SURE, WHY, explained, soft)
