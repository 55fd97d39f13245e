"""What a run would change in its baseline."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from claimcheck.baseline.entry import Entry, apart, joined, order, union
from claimcheck.baseline.hold import Scope, Terms, beyond
from claimcheck.baseline.match import covering
from claimcheck.baseline.traits import Traits, traits
from claimcheck.model import Document, Finding


class Change(msgspec.Struct, frozen=True):
    """The entries as they should be, and how they differ from those that are."""

    entries: tuple[Entry, ...]
    added: tuple[Entry, ...] = ()
    widened: tuple[Entry, ...] = ()
    removed: tuple[Entry, ...] = ()
    idle: tuple[Entry, ...] = ()  # expired or without a reason, and left as they are
    named: frozenset[str] = frozenset()  # ids of the entries of findings that the wish names


class Wish(msgspec.Struct, frozen=True):
    """What to add, and with which words."""

    ids: frozenset[str] | None = None  # of the findings that are meant; None: all that fail
    reason: str = ""
    expires: date | None = None

    def names(self, finding: Finding) -> bool:
        """True for a finding that is named in so many words."""
        return self.ids is not None and finding.id in self.ids


def updated(
    findings: Sequence[Finding],
    failing: Iterable[str],
    documents: Sequence[Document],
    entries: Sequence[Entry],
    scope: Scope,
    terms: Terms,
    wish: Wish,
) -> Change:
    """The baseline that fits a run; `failing` are the ids of findings that would fail it without one."""
    failing = frozenset(failing)
    found = traits(findings, documents, scope.read)
    covers = covering(found, entries, scope.absent)
    added: list[Entry] = []
    widened: list[Entry] = []
    kept: list[Entry] = []
    made = {
        item.finding.id
        for item, cover in zip(found, covers, strict=True)
        if cover or wish.names(item.finding)
    }
    left = _unused(entries, covers)
    gone = [entry for entry in left if scope.covers(entry) and (wish.ids is None or entry.id in made)]
    stay = _without(left, gone)
    taken = {entry.id for entry in stay}
    own: set[str] = set()
    for item, cover in zip(found, covers, strict=True):
        named = wish.names(item.finding)
        wanted = item.finding.id in failing and (named or wish.ids is None)
        if cover:
            live = wanted and (named or all(map(terms.hold, cover)))
            wider = live and bool(beyond(item, cover))
            entry = _refreshed(item, cover, scope, widen=live)
            entry = _unjudged(entry, wish) if wider else entry
            entry = _renewed(entry, wish, terms) if named else entry
            entry = apart(entry, taken)
            (widened if wider else kept).append(entry)
        elif wanted:
            entry = apart(_fresh(item, wish), taken)
            added.append(entry)
        else:
            continue
        taken.add(entry.id)
        if named:
            own.add(entry.id)
    return Change(
        entries=tuple(sorted([*added, *widened, *kept, *stay], key=order)),
        added=tuple(added),
        widened=tuple(widened),
        removed=tuple(gone),
        idle=tuple(entry for entry in kept if not terms.hold(entry)),
        named=frozenset(own),
    )


def pruned(
    findings: Sequence[Finding], documents: Sequence[Document], entries: Sequence[Entry], scope: Scope
) -> Change:
    """The baseline without the entries that nothing answers to; the others stay as they are."""
    found = traits(findings, documents, scope.read)
    left = _unused(entries, covering(found, entries, scope.absent))
    gone = tuple(filter(scope.covers, left))
    return Change(tuple(_without(entries, gone)), removed=gone)


def _unused(entries: Iterable[Entry], covers: Iterable[Iterable[Entry]]) -> list[Entry]:
    return _without(entries, (entry for cover in covers for entry in cover))


def _without(entries: Iterable[Entry], others: Iterable[Entry]) -> list[Entry]:
    ids = {entry.id for entry in others}
    return [entry for entry in entries if entry.id not in ids]


def _fresh(item: Traits, wish: Wish) -> Entry:
    finding = item.finding
    return Entry(
        id=finding.id,
        rule=finding.rule,
        field=" ".join(finding.field_label.split()),
        values=union([item.values]),
        sources=union([item.sources]),
        anchors=union([item.anchors]),
        verdict="accepted" if wish.reason else None,
        reason=wish.reason,
        expires=wish.expires,
    )


def _refreshed(item: Traits, cover: Sequence[Entry], scope: Scope, *, widen: bool) -> Entry:
    """The entry of a finding in its present words; it accepts more than before only where it is to widen."""
    old, new = joined(list(cover)), _fresh(item, Wish())
    # Of a finding that was not seen whole nothing is forgotten.
    earlier = Entry(id="") if all(map(scope.covers, cover)) else old
    return msgspec.structs.replace(
        old,
        id=old.id if old.finding == new.id else new.id,
        field=new.field,
        values=union([new.values, earlier.values]) if widen else old.values,
        sources=union([new.sources, earlier.sources]),
        anchors=union([new.anchors, earlier.anchors]),
    )


def _unjudged(entry: Entry, wish: Wish) -> Entry:
    """The entry without the verdict and the reason, which were for fewer figures; it ends no later than before."""
    days = [day for day in (entry.expires, wish.expires) if day]
    return msgspec.structs.replace(
        entry,
        verdict="accepted" if wish.reason else None,
        reason=wish.reason,
        expires=min(days, default=None),
    )


def _renewed(entry: Entry, wish: Wish, terms: Terms) -> Entry:
    """The entry with the reason and the day that were given; a day that is past is no day any more."""
    day = None if entry.expired(terms.today) else entry.expires
    return msgspec.structs.replace(
        entry,
        verdict=entry.verdict or "accepted",
        reason=wish.reason or entry.reason,
        expires=wish.expires or day,
    )
