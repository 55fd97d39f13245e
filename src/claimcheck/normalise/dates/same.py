"""Whether two statements speak of one event: what their clauses have in common, and what tells them apart."""

from __future__ import annotations

import msgspec

from claimcheck.lexicon import happenings
from claimcheck.normalise.dates import apart, main_event, things, works
from claimcheck.normalise.dates.forms import PLAY
from claimcheck.normalise.dates.kinship import Kinship
from claimcheck.normalise.dates.offices import HELD
from claimcheck.normalise.dates.statements import Statement
from claimcheck.normalise.dates.wording import Wording

NAME, NUMBER = 0.5, 1.5  # points of a shared name beside that of its word, and of a shared number
SOON = 120  # minutes between two times that texts give the main event of one day
SOON_IN_PLAY = 15  # and between two minutes of a match
NEXT = 7  # days between two texts that tell of one incident without its day


def by_clause(one: Statement, other: Statement) -> Kinship | None:
    """What the clauses of two statements share; None where something tells their events apart."""
    here, there = one.clause, other.clause
    to_the_minute = one.when.to_the_minute and other.when.to_the_minute
    at_once = to_the_minute and one.when.minute == other.when.minute and one.when.zone == other.when.zone
    if one.another != other.another or _other_event(one, other):
        return None
    known = here.numbers & there.numbers and not _ever(one, other)
    if not at_once and (_other_numbers(here, there) or (not known and _other_names(one, other))):
        return None
    days = apart.days(one.when, other.when, one.today, other.today)
    return msgspec.structs.replace(
        _shared(one, other, here, there, _takes_up(one, other)),
        of_pronoun=_means(one, other) and days is not None and days < apart.WEEK,
        two_zones=apart.same_reading(one.when, other.when) and to_the_minute,
        at_once=at_once,
    )


def by_sentence(one: Statement, other: Statement) -> Kinship | None:
    """What the sentences of two statements of two texts share; None where something tells them apart."""
    here, there = one.whole, other.whole
    if one.document is other.document or not (one.alone and other.alone):
        return None
    if _other_event(one, other) or _other_numbers(here, there):
        return None
    in_full = _ever(one, other) and bool(one.subject) and one.subject == other.subject
    if not in_full and (one.another != other.another or _other_sentence(one, other)):
        return None
    return msgspec.structs.replace(_shared(one, other, here, there, False), in_full=in_full, whole=True)


def of_main_event(one: Statement, other: Statement) -> Kinship | None:
    """What two texts share that give the clock time of the one incident they tell of; None for any other event."""
    here, there = one.clause, other.clause
    if not one.main or one.main != other.main or one.planned != other.planned or one.another != other.another:
        return None
    if one.document is other.document or _other_numbers(here, there) or not _of_one_day(one, other):
        return None
    if main_event.elsewhere(*((each.document.plain, each.sentence) for each in (one, other))):
        return None
    minutes = apart.minutes(one.when, other.when, one.hedged or other.hedged)
    if minutes is None or minutes > (SOON_IN_PLAY if one.when.zone == PLAY else SOON):
        return None
    return msgspec.structs.replace(_shared(one, other, here, there, False), main=one.main)


def of_thing(one: Statement, other: Statement) -> Kinship | None:
    """What two texts share that say in one word in which year one thing was made."""
    here, there = one.clause, other.clause
    if not one.thing or one.document is other.document or things.kind(one.thing) != things.kind(other.thing):
        return None
    work = works.is_work(one.thing)
    deed = not happenings.table().deeds.keys().isdisjoint(one.events & other.events)
    if not work and (one.another != other.another if deed else one.said != other.said):
        return None
    if _other_event(one, other) or (not work and _other_names(one, other)):
        return None
    return msgspec.structs.replace(_shared(one, other, here, there, False), thing=True)


def _of_one_day(one: Statement, other: Statement) -> bool:
    """True for times of one day, and for those without a day in two texts of one week."""
    if one_day(one, other):
        return True
    undated = not (one.when.dated and other.when.dated)
    return undated and not (one.today and other.today and abs((one.today - other.today).days) > NEXT)


def _ever(one: Statement, other: Statement) -> bool:
    """True for births and deaths."""
    return any(map(happenings.ever, one.events & other.events))


def _other_event(one: Statement, other: Statement) -> bool:
    """True for other kinds of event, a plan and a deed, two films or offices, the death of somebody and of his wife."""
    if one.planned != other.planned or not one.events & other.events:
        return True
    if (one.another & other.another) - happenings.table().ordinals:
        return True  # "another hole was found in June": there were several
    of_name = works.is_work(one.thing) or works.is_work(other.thing) or HELD in one.events & other.events
    if of_name and one.thing != other.thing:
        return True
    return one.kin != other.kin and _ever(one, other)


def _other_sentence(one: Statement, other: Statement) -> bool:
    """True where each sentence names what the other does not: in two words, if they share such a name."""
    if one.full & other.full:
        return bool(one.full - other.full and other.full - one.full)
    here, there = one.whole, other.whole
    return bool(here.names - there.words.keys() and there.names - here.words.keys())


def _shared(one: Statement, other: Statement, here: Wording, there: Wording, taken_up: bool) -> Kinship:
    """What two stretches of words on one kind of event share."""
    shared, numbers = here.words.keys() & there.words.keys(), here.numbers & there.numbers
    size = min(len(here.words) + len(here.numbers), len(there.words) + len(there.numbers))
    names = shared & here.names & there.names
    nth = one.another & other.another & happenings.table().ordinals
    return Kinship(
        points=len(shared) + len(nth) + NAME * (len(names) + taken_up) + NUMBER * len(numbers),
        like=(len(shared) + len(numbers)) / max(1, size),
        words=tuple(sorted(here.words.get(word, word) for word in shared | numbers)),
        event=min(
            one.events & other.events or {one.main}, key=lambda kind: (not happenings.once(kind), kind)
        ),
        person=bool(names),
        tied=bool(names or numbers or taken_up),
        counted=len(numbers) > 1 or any(len(number) > 1 for number in numbers),
        in_years=one.when.year is not None and other.when.year is not None,
        one_text=one.document is other.document,
        taken_up=taken_up,
    )


def _means(one: Statement, other: Statement) -> bool:
    """True where "he" of one text is the person whom the sentence of the other names first."""
    pairs = ((one.person, other.subject), (other.person, one.subject))
    return any(he and (name == he or name.endswith(f" {he}")) for he, name in pairs)


def _takes_up(one: Statement, other: Statement) -> bool:
    """True where "he" of one text can be somebody whom the other names."""
    return bool(one.clause.names & other.taken_up or other.clause.names & one.taken_up)


def _other_numbers(here: Wording, there: Wording) -> bool:
    """True where each gives a number that the other has not: two sums, two tolls, two ages."""
    return bool(here.numbers - there.numbers and there.numbers - here.numbers)


def _other_names(one: Statement, other: Statement) -> bool:
    """True where each names somebody or something that the other does not."""
    here = one.clause.names - other.clause.words.keys() - other.taken_up
    there = other.clause.names - one.clause.words.keys() - one.taken_up
    return bool(here and there)


def differ(one: Statement, other: Statement) -> bool | None:
    """True where two times cannot be one, False where they can, None where nobody can tell."""
    days = apart.days(one.when, other.when, one.today, other.today)
    if days:
        return None if days == 1 and (one.vague or other.vague) else True
    minutes = apart.minutes(one.when, other.when, one.hedged or other.hedged)
    if minutes is None:
        return True if apart.same_reading(one.when, other.when) else (False if days == 0 else None)
    return bool(minutes)


def one_day(one: Statement, other: Statement) -> bool:
    """True for two times of one day, on which hardly anything happens twice in the same words."""
    return apart.days(one.when, other.when, one.today, other.today) == 0
