"""Parallel texts: they say the same of two things, so that hardly a figure is the same: two years, models, quakes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

import msgspec

from claimcheck.interval import Interval
from claimcheck.model import PARALLEL, Field, Link
from claimcheck.normalise.matching import compare
from claimcheck.normalise.matching.facts import TELLING, Facts
from claimcheck.normalise.matching.partners import AGREE
from claimcheck.normalise.text import serials, stories
from claimcheck.normalise.ways import wording
from claimcheck.normalise.weights import WEIGHTS as W

Pair = tuple[str, str]  # of sources, in order
Figure = tuple[str, str | None, Interval | Decimal]  # kind, unit and value


class Told(NamedTuple):
    """What one text says of itself."""

    story: stories.Story
    head: serials.Head


class Shared(msgspec.Struct, frozen=True):
    """What two texts have in common, by their sources."""

    differing: int  # figures in like words that are not the same
    near: int  # others, so near that a slip may have made them
    same: frozenset[Figure]  # those that are
    given: frozenset[Figure]  # figures that stand in both, whatever they are about


def pairs(links: Sequence[Link], facts: Sequence[Facts]) -> frozenset[Pair]:
    """The pairs of sources that say the same with too many different figures for slips, or with heads that tell why."""
    by_id = {fact.claim.id: fact for fact in facts}
    # most pairs of a large run share one link or two: only of those that may be parallel is more kept
    counts = Counter(_sources(*_ends(link, by_id)) for link in links if _is_apart(link, by_id))
    told = _told(facts, {source for pair in counts for source in pair})
    series = {pair for pair in counts if serials.of_series(*(told[one].head for one in pair))}
    many = {pair for pair, count in counts.items() if count >= min(W.parallel, W.parallel_strangers)}
    shared = _shared(links, facts, many | series)
    found = {
        pair
        for pair, each in shared.items()
        if (_of_series(each) if pair in series else _differ(each, [told[one] for one in pair]))
    }
    return frozenset(found | _of_one_form(found, counts, links, facts))


def _of_one_form(
    found: Collection[Pair], pairs: Iterable[Pair], links: Sequence[Link], facts: Sequence[Facts]
) -> set[Pair]:
    """Those of the `pairs` that have few figures to compare, but are both parallel to the same other texts."""
    beside: dict[str, set[str]] = {}
    for one, other in found:
        beside.setdefault(one, set()).add(other)
        beside.setdefault(other, set()).add(one)
    fellows = {pair for pair in pairs if _have_fellows(*(beside.get(one, set()) for one in pair))}
    shared = _shared(links, facts, fellows) if fellows else {}
    return {pair for pair, each in shared.items() if each.differing > len(each.same)}


def _have_fellows(one: set[str], other: set[str]) -> bool:
    return len(one & other) >= W.parallel_fellows


def explained(links: Iterable[Link], facts: Sequence[Facts], parallel: Collection[Pair]) -> list[Link]:
    """The links, those that nothing explains between the pairs of sources `parallel` explained by that."""
    source = {fact.claim.id: fact.source for fact in facts}
    return [
        msgspec.structs.replace(link, explained=PARALLEL)
        if link.explained is None and _pair(link, source) in parallel
        else link
        for link in links
    ]


def of_fields(fields: Iterable[Field]) -> frozenset[Pair]:
    """The pairs of sources that are parallel, by the links of the fields of a run."""
    found: set[Pair] = set()
    for field in fields:
        links = [link for link in field.links if link.explained == PARALLEL]
        source = {claim.id: claim.source for claim in field.claims} if links else {}
        found.update(_pair(link, source) for link in links)
    return frozenset(found)


def of(one: str, other: str) -> Pair:
    """Two sources in order."""
    return (one, other) if one < other else (other, one)


def _pair(link: Link, source: Mapping[str, str]) -> Pair:
    return of(source[link.first], source[link.second])


def _ends(link: Link, by_id: Mapping[str, Facts]) -> tuple[Facts, Facts]:
    return by_id[link.first], by_id[link.second]


def _sources(one: Facts, other: Facts) -> Pair:
    return of(one.source, other.source)


def _is_apart(link: Link, by_id: Mapping[str, Facts]) -> bool:
    """True for two different figures of two texts; two ages of one person show that both tell of the same."""
    one, other = _ends(link, by_id)
    aged = one.claim.mention.kind == "age"
    counts = not link.soft or link.why == wording.WHY
    return link.explained is None and counts and not aged and one.source != other.source


def _told(facts: Iterable[Facts], sources: Collection[str]) -> dict[str, Told]:
    """What each of the `sources` tells of, and its head."""
    documents, figures = {}, defaultdict[str, list[tuple[int, int]]](list)
    for fact in facts:
        if fact.source in sources:
            documents[fact.source] = fact
            figures[fact.source].append((fact.claim.mention.start, fact.claim.mention.end))
    return {
        source: Told(fact.story, serials.head(fact.document, figures[source]))
        for source, fact in documents.items()
    }


def _of_series(shared: Shared) -> bool:
    """True for texts of a series that are not all but the same."""
    return W.parallel_series * (shared.differing + shared.near) > len(shared.same)


def _differ(shared: Shared, texts: Sequence[Told]) -> bool:
    """True for texts that differ in too many figures for slips and in more than they share; in fewer, by titles."""
    if serials.titled_apart(*(each.head for each in texts)) and shared.differing > 1:
        return W.parallel_titles * shared.differing > len(shared.same)
    told = [each.story for each in texts]
    if not stories.together(*told) and shared.differing > 2 * len(shared.same | shared.given):
        return shared.differing >= W.parallel_strangers
    if stories.strangers(*told):
        return W.parallel_strangers <= shared.differing > len(shared.same | shared.given)
    return W.parallel + stories.shared_names(*told) // W.parallel_names <= shared.differing > len(shared.same)


def _shared(links: Iterable[Link], facts: Sequence[Facts], pairs: Collection[Pair]) -> dict[Pair, Shared]:
    """What each of the `pairs` of sources shares."""
    by_id = {fact.claim.id: fact for fact in facts}
    other: dict[Pair, dict[str, set[Figure]]] = {}
    near: Counter[Pair] = Counter()
    same: dict[Pair, set[Figure]] = {}
    for link in links:
        ends = _ends(link, by_id)
        pair = _sources(*ends)
        if pair not in pairs:
            continue
        if link.explained in AGREE:
            same.setdefault(pair, set()).add(_figure(ends[0]))
        elif _is_apart(link, by_id) and _is_near(*ends):
            near[pair] += 1
        elif _is_apart(link, by_id):
            for fact in ends:
                other.setdefault(pair, {}).setdefault(fact.source, set()).add(_figure(fact))
    least = dict.fromkeys(near, 0) | {pair: min(map(len, found.values())) for pair, found in other.items()}
    said, given = _said(facts, {source for pair in least for source in pair})
    return {
        pair: Shared(
            differing,
            near[pair],
            frozenset(same.get(pair, ())) | _copied(*(said[each] for each in pair)),
            frozenset.intersection(*(frozenset(given[each]) for each in pair)),
        )
        for pair, differing in least.items()
    }


def _said(
    facts: Sequence[Facts], sources: Collection[str]
) -> tuple[dict[str, dict[str, Figure]], dict[str, set[Figure]]]:
    """The figures of each of the `sources`: all by the claim that said them first, and those rarely met by chance."""
    said: dict[str, dict[str, Figure]] = {source: {} for source in sources}
    given: dict[str, set[Figure]] = {source: set() for source in sources}
    for fact in facts:
        if fact.source in said:
            said[fact.source][fact.claim.copy_of or fact.claim.id] = _figure(fact)
            value = fact.claim.mention.value
            if value is not None and (value > TELLING or value != int(value)):
                given[fact.source].add(_figure(fact))
    return said, given


def _copied(one: Mapping[str, Figure], other: Mapping[str, Figure]) -> frozenset[Figure]:
    """The figures of the passages that two sources have word for word."""
    return frozenset(figure for first, figure in one.items() if first in other)


def _is_near(one: Facts, other: Facts) -> bool:
    """True for figures as near as a slip leaves them: the next year's are further off."""
    a, b = one.claim.mention, other.claim.mention
    if a.value is None or b.value is None or a.unit != b.unit:
        return False
    return compare.gap(a.value, b.value) <= compare.SMALL  # as written: 25 and 30 degrees are far apart


def _figure(fact: Facts) -> Figure:
    """A figure, whatever its hedge: "339" and "at least 339" are one."""
    mention = fact.claim.mention
    return mention.kind, fact.claim.unit, fact.claim.value if mention.value is None else mention.value
