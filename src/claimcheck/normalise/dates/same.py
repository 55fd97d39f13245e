"""Whether two statements speak of one event: what their clauses have in common, and what tells them apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import log2

import msgspec

from claimcheck.lexicon import happenings
from claimcheck.normalise.dates import apart, clauses, main_event
from claimcheck.normalise.dates.forms import PLAY, When
from claimcheck.normalise.dates.statements import Statement
from claimcheck.normalise.dates.wording import Wording

NAME, NUMBER = 0.5, 1.5  # points of a shared name beside that of its word, and of a shared number
# Points, and the part of the words of the shorter clause, that two statements must share to speak of one event.
ONCE = 3.0, 0.75  # of what happens to one thing but once
ONCE_TIED = 2.5, 0.4  # where a name or a number is shared as well
ONCE_NAMED = 1.5, 0.3  # where it is a name, and both times have a year
ONCE_SHORT = 1.5, 0.5  # and of any times, where there is little else in the shorter clause
AGAIN = 4.0, 0.75  # of what may happen again, or in one text
AGAIN_TIED = 5.0, 0.6
AGAIN_COUNTED = 4.0, 0.5  # where a number is shared
READING = 2.5, 0.0  # where the clock reads the same to the minute in two zones
AT_ONCE = 0.0, 0.0  # and in one
PRONOUN = 0.5, 0.0  # of a birth or death in two days of one week, once told of "he" or "she"
SENTENCE_EVER = 3.0, 0.25  # of whole sentences on the birth or death of somebody whom both name in full
SENTENCE_ONCE = 4.5, 0.6  # of whole sentences on what happens but once
SENTENCE = 6.0, 0.6  # on any other event
CROWD = 0.35  # points more for each doubling of the texts
SOON = 120  # minutes between two times that texts give the main event of one day
SOON_IN_PLAY = 15  # and between two minutes of a match
NEXT = 7  # days between two texts that tell of one incident without its day
MANY = 40  # times that one text gives such an event; more are a list


class Kinship(msgspec.Struct, frozen=True):
    """What two statements share."""

    points: float
    like: float  # part of the words of the shorter clause that is shared (0-1)
    words: tuple[str, ...]  # as one of them writes them
    event: str
    person: bool  # a name is shared
    tied: bool  # a name or a number is shared, or a pronoun takes a name up
    counted: bool  # a number of two digits is shared, or two numbers
    in_years: bool  # both times name a year
    one_text: bool
    taken_up: bool  # a pronoun takes a name up
    two_zones: bool = False  # the clock reads the same to the minute, in universal and in local time
    at_once: bool = False  # the clock reads the same to the minute, in one zone
    of_pronoun: bool = False  # "he" of one is named by the other, and both are of one week
    in_full: bool = False  # both name one person in full first, whose birth or death it is
    whole: bool = False  # it is the sentences that are alike
    main: str = ""  # what texts about one incident tell of
    thing: bool = False  # one thing was built, founded or opened in two years

    @property
    def label(self) -> str:
        """The event as findings name it."""
        return self.main or self.event

    @property
    def needs_core(self) -> bool:
        """True where it takes a run about one thing to mean one event."""
        return bool(self.main) or self.thing

    @property
    def once(self) -> bool:
        """True for what happens to one thing but once."""
        return happenings.once(self.event)

    @property
    def seldom(self) -> bool:
        """True for two years of what hardly happens to one person in the same words again."""
        return self.in_years and self.taken_up and happenings.seldom(self.event)

    def holds(self, texts: int) -> bool:
        """True where so much is shared that one event is meant, in a run of so many texts."""
        if self.needs_core:
            return True
        crowd = CROWD * log2(max(1, texts / 16))
        return any(self.points >= points + crowd and self.like >= like for points, like in self._ways())

    def _ways(self) -> Iterator[tuple[float, float]]:
        """What is needed, whichever is reached."""
        if self.whole:
            yield SENTENCE_ONCE if self.once else SENTENCE
            if self.in_full:
                yield SENTENCE_EVER
            return
        if self.at_once or (self.two_zones and self.tied):
            yield AT_ONCE if self.at_once else READING
        if self.of_pronoun and happenings.ever(self.event):
            yield PRONOUN
        if self.one_text:
            if self.once:
                yield AGAIN
            return
        if self.once:
            yield ONCE
            if self.tied:
                yield ONCE_NAMED if self.person and self.in_years else ONCE_TIED
                if self.person:
                    yield ONCE_SHORT
        yield AGAIN
        if self.tied:
            yield AGAIN_COUNTED if self.counted else AGAIN_TIED


def kinship(one: Statement, other: Statement) -> Kinship | None:
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
    if not one.thing or one.thing != other.thing or one.said != other.said or one.document is other.document:
        return None
    if _other_event(one, other) or _other_names(one, other):
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
    """True for other kinds of event, a plan and a deed, and the death of somebody and of his wife."""
    if one.planned != other.planned or not one.events & other.events:
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
    return Kinship(
        points=len(shared) + NAME * (len(names) + taken_up) + NUMBER * len(numbers),
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


def _written(one: Statement) -> Iterator[tuple[int | str | None, ...]]:
    """Every time of a sentence."""
    return (when.parts for when in one.times)


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


class Told:
    """The times that each text gives each kind of event, each time with the statements that give it."""

    def __init__(self, stated: Iterable[Statement]) -> None:
        """Sorts the statements of all texts."""
        self._times: dict[tuple[str, str], dict[object, list[Statement]]] = {}
        self._mains: dict[tuple[str, str], list[Statement]] = {}
        for each in stated:
            if each.main:
                self._mains.setdefault((each.document.source, each.main), []).append(each)
            for event in each.events:
                times = self._times.setdefault((each.document.source, event), {})
                times.setdefault(each.when.parts, []).append(each)

    def settles(self, one: Statement, other: Statement, kin: Kinship) -> bool:
        """True where a text gives the time of the other for such an event as well: there were two of them."""
        if _knows(one, other) or _knows(other, one):
            return True
        if kin.main:
            return any(differ(each, given) for each in (one, other) for given in self._others(each))
        if kin.whole and (one.when.parts in _written(other) or other.when.parts in _written(one)):
            return True
        if kin.person and happenings.ever(kin.event):
            return False
        return self._tells(one, other) or self._tells(other, one)

    def _others(self, one: Statement) -> Sequence[Statement]:
        """All that the text of `one` tells of such a main event."""
        return self._mains[one.document.source, one.main]

    def _tells(self, one: Statement, other: Statement) -> bool:
        """True where the text of `one` gives such an event the time of `other`, in yet another statement."""
        for event in other.events:
            times = self._times.get((one.document.source, event), {})
            if len(times) > MANY:
                return True  # a list of such events: any of them may be meant
            for given in times.values():
                own = len(given) == 1 and given[0] is other
                if not own and _is_time_of(given[0].when, one, other):
                    return True
        return False


def _knows(one: Statement, other: Statement) -> bool:
    """True where the sentence of one gives the time of the other as well, other than as the time of speaking."""
    return any(
        _is_time_of(when, one, other) and not clauses.is_of_speech(one.document.plain, one.sentence, when)
        for when in one.times
    )


def _is_time_of(when: When, one: Statement, other: Statement) -> bool:
    """True for a time in the text of `one` that can be the time of the other."""
    if apart.days(when, other.when, one.today, other.today) != 0 and (when.dated or other.when.dated):
        return False
    both = when.minute is not None and other.when.minute is not None
    return not both or apart.minutes(when, other.when, one.hedged or other.hedged) == 0
