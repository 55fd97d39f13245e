"""What two statements share, and how much of it makes them speak of one event."""

from __future__ import annotations

from collections.abc import Iterator
from math import log2

import msgspec

from claimcheck.lexicon import happenings

# Points, and the part of the words of the shorter clause, that two statements must share to speak of one event.
ONCE = 3.0, 0.75  # of what happens to one thing but once
ONCE_TIED = 2.5, 0.4  # where a name or a number is shared as well
ONCE_NAMED = 1.5, 0.3  # where it is a name, and both times have a year
ONCE_SHORT = 1.5, 0.5  # and of any times, where there is little else in the shorter clause
AGAIN = 4.0, 0.75  # of what may happen again, or in one text
AGAIN_TIED = 5.0, 0.6
AGAIN_COUNTED = 4.0, 0.5  # where a number is shared
SELDOM_COUNTED = 3.0, 0.5  # of what hardly happens again, with the same number in two years
READING = 2.5, 0.0  # where the clock reads the same to the minute in two zones
AT_ONCE = 0.0, 0.0  # and in one
PRONOUN = 0.5, 0.0  # of a birth or death in two days of one week, once told of "he" or "she"
SENTENCE_EVER = 3.0, 0.25  # of whole sentences on the birth or death of somebody whom both name in full
SENTENCE_ONCE = 4.5, 0.6  # of whole sentences on what happens but once
SENTENCE = 6.0, 0.6  # on any other event
CROWD = 0.35  # points more for each doubling of the texts


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
                if self.person and not happenings.often(self.event):
                    yield ONCE_SHORT
        yield AGAIN
        if self.tied:
            yield AGAIN_COUNTED if self.counted else AGAIN_TIED
        if self.counted and self.in_years and happenings.seldom(self.event):
            yield SELDOM_COUNTED
