"""One known finding, as the baseline keeps it."""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterable
from datetime import date
from itertools import chain
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from claimcheck.model import ClaimcheckError

SCHEMA = 1
Verdict = Literal["accepted", "false-positive", "to-fix"]
MARK = "~"  # between the id of a finding and what tells its entries apart
VERDICTS: tuple[Verdict, ...] = ("to-fix", "accepted", "false-positive")  # the most cautious first


class BaselineError(ClaimcheckError):
    """A baseline that is missing, cannot be read, or is in the way."""


class Entry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A finding that somebody has looked at; unknown keys of the file are passed over."""

    field: Annotated[str, Meta(description="what the finding is about")] = ""
    rule: Annotated[str, Meta(description="id of the rule")] = ""
    values: Annotated[
        tuple[str, ...], Meta(description="figures that are accepted; any other widens it")
    ] = ()
    verdict: Annotated[Verdict | None, Meta(description="what somebody made of it, once one did")] = None
    reason: Annotated[str, Meta(description="why")] = ""
    expires: Annotated[date | None, Meta(description="last day on which the entry holds")] = None
    sources: Annotated[tuple[str, ...], Meta(description="files it was seen in; it speaks of no others")] = ()
    id: Annotated[
        str,
        Meta(
            description="of the finding: rule and field; a second entry of it, for other files, has more behind ~"
        ),
    ]
    anchors: Annotated[
        tuple[str, ...], Meta(description="figures with their sentences: find it again under another id")
    ] = ()

    def expired(self, today: date) -> bool:
        """True from the day after its last."""
        return self.expires is not None and self.expires < today

    @property
    def finding(self) -> str:
        """The id of the finding that it was made for."""
        return bare(self.id)


def bare(id_: str) -> str:
    """The id of a finding, without what tells its entries apart."""
    return id_.partition(MARK)[0]


def apart(entry: Entry, taken: Container[str]) -> Entry:
    """The entry under an id that no other has: the same words in other files may be another finding."""
    while entry.id in taken:
        digest = hashlib.sha1(
            "|".join([entry.id, *entry.sources]).encode("utf-8", "surrogatepass")
        ).hexdigest()
        entry = msgspec.structs.replace(entry, id=f"{entry.finding}{MARK}{digest[:8]}")
    return entry


def fold(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """One entry an id, in the order of the file, whatever a merge of two branches has left.

    What two of one id accept in files that are all different stays apart, under two ids.
    """
    by_id: dict[str, list[list[Entry]]] = {}
    for entry in entries:
        groups = by_id.setdefault(entry.id, [])
        met = [group for group in groups if any(_meet(entry, other) for other in group)]
        groups[:] = [group for group in groups if group not in met]
        groups.append([*chain.from_iterable(met), entry])
    taken: dict[str, Entry] = dict.fromkeys(by_id, Entry(id=""))
    folded = [(joined(group), number) for groups in by_id.values() for number, group in enumerate(groups)]
    for entry, number in folded:
        own = apart(entry, taken) if number else entry
        taken[own.id] = own
    return tuple(sorted(taken.values(), key=order))


def _meet(one: Entry, other: Entry) -> bool:
    """True for entries that share a file, or one of which names none."""
    return not one.sources or not other.sources or not set(one.sources).isdisjoint(other.sources)


def joined(entries: list[Entry]) -> Entry:
    """Several entries as one: all that any of them accepts, for as long as each of them does."""
    values = union(entry.values for entry in entries)
    judged = [entry for entry in entries if entry.verdict or entry.reason]
    if not set(values).issubset(chain.from_iterable(entry.values for entry in judged)):
        judged = []  # nobody has looked at all of these figures
    verdicts = {entry.verdict for entry in judged}
    days = [entry.expires for entry in entries if entry.expires]
    reasons = dict.fromkeys(entry.reason for entry in judged if entry.reason)
    return msgspec.structs.replace(
        entries[0],
        values=values,
        verdict=next((each for each in VERDICTS if each in verdicts), None),
        reason="; ".join(reasons),
        expires=min(days, default=None),
        sources=union(entry.sources for entry in entries),
        anchors=union(entry.anchors for entry in entries),
    )


def union(lists: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """All words once, in the order of `natural`."""
    return tuple(sorted(set(chain.from_iterable(lists)), key=natural))


def natural(word: str) -> tuple[int, str]:
    """Sorts numbers of the same form by size."""
    return len(word.split(" ")[0]), word


def order(entry: Entry) -> tuple[str, str, str]:
    """The order of the file: by what a person looks for."""
    return entry.field, entry.rule, entry.id
