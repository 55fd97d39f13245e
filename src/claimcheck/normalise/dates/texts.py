"""Whether the texts of two statements tell of one thing; each text is read once."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache, cached_property

from claimcheck.lexicon import happenings
from claimcheck.model import Document
from claimcheck.normalise.dates import things
from claimcheck.normalise.dates.kinship import Kinship
from claimcheck.normalise.dates.statements import Statement
from claimcheck.normalise.matching.facts import known_names, never_small
from claimcheck.normalise.text import serials, stories, weekdays
from claimcheck.normalise.text.stories import Story
from claimcheck.normalise.text.words import stem, words
from claimcheck.normalise.ways import parallels
from claimcheck.normalise.weights import WEIGHTS as W

REST = 3  # one figure of so many that two texts share, if both tell of one event
SEVERAL = 2  # names that tie two texts of such a run together


class Text:
    """What one text tells of, read when it is asked for."""

    def __init__(self, document: Document) -> None:
        """Nothing is read yet."""
        self.document = document

    @cached_property
    def story(self) -> Story:
        """Its story by its own names."""
        return self.told(frozenset())

    @cached_property
    def head(self) -> serials.Head:
        """Its first lines."""
        return serials.head(self.document, ())

    @cached_property
    def figures(self) -> frozenset[str]:
        """Its figures of two signs and more, as written."""
        return frozenset(_figure().findall(self.document.plain))

    def told(self, elsewhere: frozenset[str]) -> Story:
        """Its story, in which the stems `elsewhere` are names as well."""
        found = words(self.document)
        return stories.story(self.document, found, known_names(self.document, found), elsewhere)


class Texts:
    """The texts of a run; the pairs of sources `apart` are parallel and so tell of two things."""

    def __init__(self, documents: Sequence[Document], apart: Collection[parallels.Pair]) -> None:
        """Nothing is read before it is asked for."""
        self._texts = {document.source: Text(document) for document in documents}
        self._apart = apart

    def tell_of_one(self, one: Statement, other: Statement, kin: Kinship) -> bool:
        """True where the texts of two statements that share `kin` tell of one thing."""
        here, there = self._texts[one.document.source], self._texts[other.document.source]
        if here is there:
            return True
        if parallels.of(one.document.source, other.document.source) in self._apart:
            return False
        if kin.thing and serials.titled_apart(here.head, there.head):
            return False  # each speaks of a hut of its own
        a, b = here.story, there.story
        undated = not (one.today and other.today) and not happenings.ever(
            kin.event
        )  # who has died has died on one day
        if undated and weekdays.apart(a.week, b.week) and not _agree(here, there):
            return False
        if kin.needs_core:
            return self._of_core(one, other, kin)
        if stories.other_subject(a, b):
            return False
        return stories.likeness(a, b) >= W.story or (kin.once and self._of_one_core(one, other))

    def _of_one_core(self, one: Statement, other: Statement) -> bool:
        """True for texts that both use several of the names that most texts of a run about one thing share."""
        here, there = (self._named[each.document.source].called for each in (one, other))
        return len(self._core & here & there) >= SEVERAL

    def _of_core(self, one: Statement, other: Statement, kin: Kinship) -> bool:
        """True for what a run about one thing tells of: "the hall" is the Orvane Hall, or any."""
        noun = kin.thing and " " not in one.thing
        if noun and self._core & {stem(one.thing), stem(other.thing)}:
            return True
        here, there = (self._named[each.document.source].called for each in (one, other))
        return bool(self._core & here & there) and (not noun or all(map(_opens_with_thing, (one, other))))

    @cached_property
    def _named(self) -> dict[str, Story]:
        """The stories of all texts with the names that only other texts show to be names."""
        named = never_small((each.document, words(each.document)) for each in self._texts.values())
        return {source: each.told(named) for source, each in self._texts.items()}

    @cached_property
    def _core(self) -> frozenset[str]:
        return stories.core(self._named.values())


def _agree(here: Text, there: Text) -> bool:
    """True for the figures of two texts that are few or the same: two bombs of one week hardly share theirs."""
    least = min(len(here.figures), len(there.figures))
    return least < REST or REST * len(here.figures & there.figures) >= least


def _opens_with_thing(told: Statement) -> bool:
    """True for a text whose first sentence speaks of the thing: the plant that is to close."""
    opening = _opening().match(told.document.plain)
    said = _word().findall(opening[0].lower()) if opening else []
    return any(things.kind(word) == things.kind(told.thing) for word in said)


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(r"\s*+[^\n]{1,400}?(?:[a-z][.!?](?=\s)|\n|$)")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[a-z]+")


@cache
def _figure() -> re.Pattern[str]:
    return re.compile(r"\d[\d.,:]*\d")
