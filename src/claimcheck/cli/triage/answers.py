"""The answers of a review: which findings are open, and how an answer gets into the baseline."""

from __future__ import annotations

from datetime import date

import msgspec

from claimcheck.baseline.change import Wish, updated
from claimcheck.baseline.entry import Entry, Verdict
from claimcheck.baseline.hold import beyond
from claimcheck.baseline.load import load
from claimcheck.baseline.match import covering
from claimcheck.baseline.store import save
from claimcheck.baseline.traits import traits
from claimcheck.cli.known import Seen
from claimcheck.model import Finding


class Item(msgspec.Struct, frozen=True):
    """A finding to look at, and what is on file about it."""

    finding: Finding
    entry: Entry | None
    state: str  # in words
    open: bool


class Desk:
    """The findings of a run beside a baseline that is read and written anew for every answer."""

    def __init__(self, seen: Seen) -> None:
        """Take what a run without a baseline has found."""
        self.seen = seen
        failing = frozenset(seen.failing)
        self.findings = [item for item in seen.report.findings if item.id in failing]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What is in the file now; nothing where there is none yet."""
        return load(self.seen.path) if self.seen.path.exists() else ()

    def items(self) -> list[Item]:
        """Every finding that fails without a baseline, with what the file says of it."""
        entries = self.entries
        scope = self.seen.scope(entries)
        found = traits(self.findings, self.seen.report.documents, scope.read)
        return [
            self._item(item.finding, cover[0] if cover else None, bool(cover) and bool(beyond(item, cover)))
            for item, cover in zip(found, covering(found, entries, scope.absent), strict=True)
        ]

    def item(self, id_: str) -> Item:
        """One of them."""
        return next(item for item in self.items() if item.finding.id == id_)

    def _item(self, finding: Finding, entry: Entry | None, wider: bool) -> Item:
        if entry is None:
            return Item(finding, entry, "new", open=True)
        if wider:
            return Item(finding, entry, "widened: a figure that was not accepted", open=True)
        if entry.expired(self.seen.terms.today):
            return Item(finding, entry, f"expired on {entry.expires}", open=True)
        if entry.verdict is None:
            return Item(finding, entry, "held back, but not judged", open=True)
        open_ = self.seen.terms.lacks_reason(entry)
        return Item(finding, entry, f"{entry.verdict}{', without a reason' if open_ else ''}", open=open_)

    def answer(self, finding: Finding, verdict: Verdict, reason: str, expires: date | None) -> None:
        """Puts an answer into the file; raises BaselineError or OSError."""
        seen, entries = self.seen, self.entries
        report = seen.report
        wish = Wish(frozenset([finding.id]), reason, expires)
        scope = seen.scope(entries)
        change = updated(report.findings, wish.ids or (), report.documents, entries, scope, seen.terms, wish)
        save(
            seen.path,
            [
                _judged(entry, verdict, wish) if entry.id in change.named else entry
                for entry in change.entries
            ],
        )


def _judged(entry: Entry, verdict: Verdict, wish: Wish) -> Entry:
    return msgspec.structs.replace(entry, verdict=verdict, reason=wish.reason, expires=wish.expires)
