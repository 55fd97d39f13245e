"""A run beside its baseline: which findings are known, widened or new, and which entries nothing answers to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property

import msgspec

from claimcheck.baseline.entry import Entry
from claimcheck.baseline.match import covering
from claimcheck.baseline.traits import Side, Traits, traits
from claimcheck.model import Document, Finding


class Scope(msgspec.Struct, frozen=True, dict=True):
    """How far a run reaches: only of what it has seen can it say that it is gone."""

    rules: frozenset[str]
    read: Mapping[str, str]  # source -> its path from the folder of the baseline
    absent: frozenset[str] = frozenset()  # such paths at which there is no file any more

    @cached_property
    def _seen(self) -> frozenset[str]:
        return self.absent.union(self.read.values())

    def covers(self, entry: Entry) -> bool:
        """True where the rule was applied and every file of the entry was read, or is gone."""
        return entry.rule in self.rules and self._seen.issuperset(entry.sources)


class Terms(msgspec.Struct, frozen=True):
    """What an entry must fulfil to hold anything back."""

    today: date
    require_reason: bool = False
    where: str = "in the baseline"  # what is known stands there

    def hold(self, entry: Entry) -> bool:
        """True for an entry that has not expired and says why, where a reason is asked for."""
        return not entry.expired(self.today) and not self.lacks_reason(entry)

    def lacks_reason(self, entry: Entry) -> bool:
        """True where a reason is asked for and none is given; what is to be fixed needs none."""
        return self.require_reason and entry.verdict != "to-fix" and not entry.reason.strip()


class Held(msgspec.Struct, frozen=True):
    """What came of it."""

    findings: tuple[Finding, ...]
    resolved: tuple[Entry, ...]
    idle: tuple[Entry, ...]  # have a finding, but hold it back no more


def hold(
    findings: Sequence[Finding],
    documents: Sequence[Document],
    entries: Sequence[Entry],
    scope: Scope,
    terms: Terms,
) -> Held:
    """The findings with their status, and the entries that changed their part."""
    found = traits(findings, documents, scope.read)
    covers = covering(found, entries, scope.absent)
    seen = {entry.id: entry for cover in covers for entry in cover}
    return Held(
        findings=tuple(_judged(item, cover, terms) for item, cover in zip(found, covers, strict=True)),
        resolved=tuple(entry for entry in entries if entry.id not in seen and scope.covers(entry)),
        idle=tuple(entry for entry in entries if entry.id in seen and not terms.hold(entry)),
    )


def _judged(item: Traits, cover: Sequence[Entry], terms: Terms) -> Finding:
    entries = [entry for entry in cover if terms.hold(entry)]
    if not entries:
        return item.finding
    outside = beyond(item, entries)
    if not outside:
        return msgspec.structs.replace(item.finding, status="known")
    figures = ", ".join(dict.fromkeys(map(_named, outside)))
    message = f"{item.finding.message} Not {terms.where}: {figures}."
    return msgspec.structs.replace(item.finding, status="widened", message=message)


def beyond(item: Traits, entries: Sequence[Entry]) -> list[Side]:
    """The sides of a finding that no entry accepts in any of their forms."""
    accepted = {value for entry in entries for value in entry.values}
    return [side for side in item.sides if not side.values & accepted]


def _named(side: Side) -> str:
    first = side.claims[0]
    sources = dict.fromkeys(claim.source for claim in side.claims)
    return f"{' '.join(first.mention.surface.split())} in {' and '.join(sources)}"
