"""The topics of a run, each with the claims that are bound to it."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from claimcheck.model import Claim, Report, Topic
from claimcheck.report import record, safe, words

MOVES = frozenset({"from", "to"})  # roles of places where something leaves or arrives, not where it happens
KINDS = {"head": "main topic", "other": "another topic", "background": "background"}


class Subject(msgspec.Struct, frozen=True):
    """One topic in words that people read, and its claims in the order of the text."""

    topic: Topic
    claims: tuple[Claim, ...]

    @property
    def kind(self) -> str:
        """What the topic is to its text."""
        return KINDS[self.topic.kind]

    @property
    def days(self) -> list[str]:
        """The days that it names."""
        return [day.isoformat() for day in sorted(self.topic.days)]

    @property
    def places(self) -> list[str]:
        """The places as written; the topic itself keeps what all spellings of a name have in common."""
        return _names(
            place.name for claim in self.claims for place in claim.places if place.role not in MOVES
        )

    @property
    def causes(self) -> list[str]:
        """What brought it about."""
        return _names(self.topic.causes)

    @property
    def actors(self) -> list[str]:
        """Who acts."""
        return _names(self.topic.actors)

    @property
    def headings(self) -> list[str]:
        """The headings above, the outermost first."""
        return [safe.line(heading) for heading in self.topic.headings]

    @property
    def figures(self) -> list[str]:
        """Its own figures as written."""
        return list(dict.fromkeys(safe.line(words.amount(claim.mention)) for claim in self.claims))


def subjects(report: Report) -> list[Subject]:
    """The topics of all texts, in the order of their first claims."""
    claims = sorted(
        (claim for field in report.fields for claim in field.claims),
        key=lambda claim: (claim.source, claim.mention.start, claim.mention.end),
    )
    found: dict[str, list[Claim]] = {}
    topics: dict[str, Topic] = {}
    for claim in claims:
        if claim.topic is not None:
            topics.setdefault(claim.topic.id, claim.topic)
            found.setdefault(claim.topic.id, []).append(claim)
    return [Subject(topics[name], tuple(members)) for name, members in found.items()]


def subject(item: Subject, sources: record.Documents) -> record.Record:
    """A topic as a plain record, with its claims."""
    return {
        "id": item.topic.id,
        "source": item.topic.source,
        "kind": item.topic.kind,
        "days": item.days,
        "places": item.places,
        "causes": item.causes,
        "actors": item.actors,
        "headings": item.headings,
        "figures": item.figures,
        "claims": record.claims(item.claims, sources),
    }


def _names(words_: Iterable[str]) -> list[str]:
    return sorted({safe.line(word) for word in words_})
