"""Which entries speak of which finding: by its figures in their sentences, or by its id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from claimcheck.baseline.entry import Entry
from claimcheck.baseline.traits import Traits

ENOUGH = 2  # anchors in common: two figures, each in its sentence


def covering(found: Sequence[Traits], entries: Sequence[Entry]) -> list[tuple[Entry, ...]]:
    """The entries that cover each finding.

    Sentences come first: the id of a field that has been renamed may by now belong to another one.
    """
    holders: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        for anchor in entry.anchors:
            holders.setdefault((entry.rule, anchor), []).append(entry)
    covers = [tuple(_by_anchors(item, holders)) for item in found]
    taken = {entry.id for cover in covers for entry in cover}
    left = {entry.id: entry for entry in entries if entry.id not in taken}
    return [
        cover or ((left[item.finding.id],) if item.finding.id in left else ())
        for item, cover in zip(found, covers, strict=True)
    ]


def _by_anchors(item: Traits, holders: dict[tuple[str, str], list[Entry]]) -> Iterator[Entry]:
    shared: Counter[str] = Counter()
    entries: dict[str, Entry] = {}
    for anchor in sorted(item.anchors):
        for entry in holders.get((item.finding.rule, anchor), ()):
            entries[entry.id] = entry
            shared[entry.id] += 1
    for each in sorted(entries):
        same_id = each == item.finding.id
        if same_id or shared[each] >= min(ENOUGH, len(entries[each].anchors)):
            yield entries[each]
