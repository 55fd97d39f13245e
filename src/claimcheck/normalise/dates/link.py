"""Statements that give one event different times, as fields of dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from claimcheck.lexicon import happenings
from claimcheck.model import Claim, Document, Field, Link
from claimcheck.normalise.dates import claims, same, statements, things
from claimcheck.normalise.dates.kinship import Kinship
from claimcheck.normalise.dates.statements import Statement
from claimcheck.normalise.dates.texts import Texts
from claimcheck.normalise.dates.told import Told
from claimcheck.normalise.fields import cluster
from claimcheck.normalise.fields.copies import letters
from claimcheck.normalise.fields.identity import identified
from claimcheck.normalise.ways import parallels

CROWD = 40  # statements of one event and word that are compared at most
SURE, UNSURE = 0.7, 0.4  # confidence of a difference, and of one that is worth a note
Pair = tuple[int, int]  # two statements by their place


class Found(msgspec.Struct, frozen=True):
    """Two statements of one event, and whether their times differ."""

    one: Statement
    other: Statement
    pair: Pair
    kin: Kinship
    differs: bool


def fields(documents: Sequence[Document], united: Sequence[Field] = ()) -> tuple[Field, ...]:
    """A field for each event whose times differ, in the order of sources and offsets.

    Texts that are parallel by the fields `united` tell of two events.
    """
    ordered = sorted(documents, key=lambda document: document.source)
    stated = [each for document in ordered for each in statements.find(document)]
    told = Told(stated)
    texts = Texts(documents, parallels.of_fields(united))

    def of_one_thing(found: Found) -> bool:
        return texts.tell_of_one(found.one, found.other, found.kin)

    kin = list(_kin(stated, len(ordered)))
    apart = [
        each
        for each in kin
        if each.differs and not told.settles(each.one, each.other, each.kin) and of_one_thing(each)
    ]
    disputed = {place for each in apart for place in each.pair}
    alike = [each for each in kin if not each.differs and not disputed.isdisjoint(each.pair)]
    return _fields(stated, [*apart, *(each for each in alike if of_one_thing(each))])


def _kin(stated: Sequence[Statement], texts: int) -> Iterator[Found]:
    """The pairs of statements that seem to speak of one event."""
    for pair in _candidates(stated):
        one, other = stated[pair[0]], stated[pair[1]]
        differs = None if _together(one, other) else same.differ(one, other)
        if differs is None:
            continue
        for kinship in (same.by_clause, same.by_sentence, same.of_main_event, same.of_thing):
            kin = kinship(one, other)
            if kin is not None and kin.holds(texts):
                yield Found(one, other, pair, kin, differs)
                break


def _together(one: Statement, other: Statement) -> bool:
    """True for two times of one sentence, which says itself how they belong together."""
    return one.document is other.document and one.sentence == other.sentence


def _candidates(stated: Sequence[Statement]) -> Iterator[Pair]:
    """Statements that share an event, and a word of what it is about or the reading of the clock."""
    index: dict[tuple[str, str], list[int]] = {}
    seen: set[Pair] = set()
    for place, each in enumerate(stated):
        reading = {str(each.when.minute)} if each.when.to_the_minute else set()
        about = (
            each.clause.words.keys() | each.clause.numbers | each.whole.names | each.whole.numbers | reading
        )
        of_one = {
            (event, "")
            for event in (*filter(happenings.ever, each.events), each.main, things.kind(each.thing))
            if event
        }
        for key in sorted(of_one.union((event, word) for event in each.events for word in about)):
            crowd = index.setdefault(key, [])
            for before in crowd[-CROWD:]:
                if (before, place) not in seen:
                    seen.add((before, place))
                    yield before, place
            crowd.append(place)


# --- fields ----------------------------------------------------------------------------------------------


def _fields(stated: Sequence[Statement], found: Sequence[Found]) -> tuple[Field, ...]:
    made = _claims(stated, found)
    links = [_link(each, made) for each in found]
    group_of = cluster.groups([claim.id for claim in made.values()], links)
    groups: dict[int, list[Claim]] = {}
    for claim in made.values():
        groups.setdefault(group_of[claim.id], []).append(claim)
    return identified(_field(group, links) for group in groups.values())


def _claims(stated: Sequence[Statement], found: Sequence[Found]) -> dict[int, Claim]:
    """The claims of statements by their place; a sentence that stands in an earlier text as well is a copy."""
    event_of = {place: each.kin.label for each in found for place in each.pair}
    made: dict[int, Claim] = {}
    first: dict[str, Claim] = {}
    for place in sorted(event_of):
        claim = claims.of(stated[place], event_of[place])
        said = " ".join(letters(stated[place].document.plain[slice(*stated[place].sentence)]))
        origin = first.setdefault(f"{said}|{claim.mention.surface}", claim)
        copied = origin.id if origin.source != claim.source else None
        made[place] = msgspec.structs.replace(claim, copy_of=copied)
    return made


def _link(found: Found, made: Mapping[int, Claim]) -> Link:
    kin = found.kin
    counted = (each for each in map(_counted, (found.one, found.other)) if each)
    why = (f"same event: {kin.label}", _shared(kin), *counted)
    deed = kin.event in happenings.table().deeds and found.one.thing and found.one.thing == found.other.thing
    sure = deed or kin.once or kin.seldom or kin.counted or kin.two_zones or kin.main
    twice = not (sure or same.one_day(found.one, found.other))
    moved = found.one.planned and found.one.today != found.other.today
    soft = ("it may have happened twice",) if twice else ("the plan may have changed",) if moved else ()
    first, second = (made[place].id for place in found.pair)
    return Link(first, second, UNSURE if soft else SURE, why, None if found.differs else "equal", soft)


def _shared(kin: Kinship) -> str:
    """What two statements have in common but for their event."""
    if kin.words:
        return f"same words beside it: {', '.join(kin.words)}"
    return "most texts tell of one thing" if kin.needs_core else "“he” or “she” is named by the other"


def _counted(statement: Statement) -> str | None:
    """What a year means that is counted from another one."""
    when = statement.when
    written = " ".join(statement.document.plain[when.start : when.end].split())
    return f"“{written}” is {when.year}" if when.year and str(when.year) not in written else None


def _field(group: Sequence[Claim], links: Sequence[Link]) -> Field:
    ids = {claim.id for claim in group}
    return Field(
        id="",
        label=f"date · {group[0].action}",
        unit=None,
        claims=tuple(group),
        links=tuple(link for link in links if link.first in ids and link.second in ids),
        independent_sources=len({claim.source for claim in group if claim.copy_of is None}),
    )
