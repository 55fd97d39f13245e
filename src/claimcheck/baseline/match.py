"""Which entries speak of which finding: those that its figures, in their sentences and texts, bear out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from claimcheck.baseline.entry import Entry
from claimcheck.baseline.traits import Traits

ENOUGH = 2  # anchors in common: two figures, each in its sentence


def covering(
    found: Sequence[Traits], entries: Sequence[Entry], absent: frozenset[str]
) -> list[tuple[Entry, ...]]:
    """The entries that cover each finding; `absent` are sources of entries at which there is no text any more.

    Sentences come first: the id of a field that has been renamed may by now belong to another one.
    """
    holders: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        for anchor in entry.anchors:
            holders.setdefault((entry.rule, anchor), []).append(entry)
    covers = [tuple(_by_anchors(item, holders, absent)) for item in found]
    taken = {entry.id for cover in covers for entry in cover}
    left: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.id not in taken:
            left.setdefault(entry.finding, []).append(entry)
    return [
        cover or tuple(each for each in left.get(item.finding.id, ()) if _is_said(item, each))
        for item, cover in zip(found, covers, strict=True)
    ]


def _by_anchors(
    item: Traits, holders: dict[tuple[str, str], list[Entry]], absent: frozenset[str]
) -> Iterator[Entry]:
    shared: Counter[str] = Counter()
    entries: dict[str, Entry] = {}
    for anchor in sorted(item.anchors):
        for entry in holders.get((item.finding.rule, anchor), ()):
            entries[entry.id] = entry
            shared[entry.id] += 1
    for each in sorted(entries):
        same_id = entries[each].finding == item.finding.id
        whole = shared[each] >= min(ENOUGH, len(entries[each].anchors))
        if _stands(item, entries[each]):
            if same_id or whole:
                yield entries[each]
        elif same_id and whole and not absent.isdisjoint(entries[each].sources):
            yield entries[each]  # its texts have got other names


def _stands(item: Traits, entry: Entry) -> bool:
    """True for a finding in a text of the entry, or an entry that names none."""
    return not entry.sources or not item.sources.isdisjoint(entry.sources)


def _is_said(item: Traits, entry: Entry) -> bool:
    """True for an entry that speaks of a figure that still stands in the text where it stood."""
    if not (entry.sources or entry.anchors):
        return True  # a person who wrote the id by hand knows what is meant
    return any(source in entry.sources and value in entry.values for source, value in item.said)
