"""All claims of a run united into fields: copies, topics, both ways in, clusters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

import msgspec

from claimcheck.config import Options
from claimcheck.days import told_on
from claimcheck.interval import Interval
from claimcheck.model import Claim, Document, Field, Link
from claimcheck.normalise.claim import references
from claimcheck.normalise.documentation import cells, described, particulars, passages, plainly, ports, tables
from claimcheck.normalise.documentation import options as settings
from claimcheck.normalise.fields import copies, hand, synonyms
from claimcheck.normalise.fields.fields import fields
from claimcheck.normalise.inside import inside, zeros
from claimcheck.normalise.matching import compare, facts, updates
from claimcheck.normalise.matching.facts import Facts
from claimcheck.normalise.matching.partners import Partners
from claimcheck.normalise.matching.topics import topics
from claimcheck.normalise.text import stories, words
from claimcheck.normalise.text.lexis import Lexis, lexis
from claimcheck.normalise.text.places import skeleton
from claimcheck.normalise.ways import exceeding, forms, loose, meaning, parallels, parents, slips, wording

COMMON = 0.6  # a place that more of the texts name tells them apart no more
FEW = 3  # texts that must name a place to make it common


def unite(
    documents: Sequence[Document], claims: Sequence[Claim], options: Options | None = None
) -> tuple[Field, ...]:
    """The fields of a run; neither the order of `documents` nor that of `claims` changes them."""
    options = options or Options()
    ready = prepare(documents, claims, options)
    wanted = hand.wanted(options)
    names = hand.named(ready.facts, wanted)
    found = list(updates.carried([*_across(ready), *_within(ready)], ready.facts))
    found = _tolerated(found, ready.facts, options)
    parallel = parallels.pairs(found, ready.facts)
    found = loose.told(parallels.explained(found, ready.facts, parallel))
    every = [*ready.facts, *ready.references]
    named = parallels.explained([*_named(ready), *ports.links(every)], every, parallel)
    stated = _tolerated(_stated(ready.facts, every, found), every, options)
    stated = parallels.explained(stated, every, parallel)
    links = _unique(
        [
            *hand.without([*stated, *found], names),
            *hand.links(ready.facts, wanted, names, ready.partners),
            *named,
        ]
    )
    linked = {end for link in (*named, *stated) for end in (link.first, link.second)}
    told = [*ready.facts, *(fact for fact in ready.references if fact.claim.id in linked)]
    placed = sorted((fact.claim for fact in told), key=lambda claim: (claim.source, claim.mention.start))
    copied = {claim.id: claim.copy_of for claim in placed if claim.copy_of}
    return fields(placed, links, copied, names)


def _stated(facts: Sequence[Facts], every: Sequence[Facts], found: Sequence[Link]) -> list[Link]:
    """What documentation states of one setting, where no link that was `found` says as much."""
    settled = {_pair(link) for link in found if link.explained is not None or not link.soft}
    links = (*plainly.links(every), *tables.links(facts), *described.links(facts))
    return [link for link in _to_origins(links, every) if _pair(link) not in settled]


# unit, noun, modifiers and value of the only figure of a thing
Only = tuple[str | None, str | None, frozenset[str], Interval]


class Ready(NamedTuple):
    """Everything that links are made from."""

    facts: list[Facts]
    references: list[Facts]  # numbers that name something
    lexis: Lexis
    partners: Partners


def prepare(documents: Sequence[Document], claims: Sequence[Claim], options: Options) -> Ready:
    """The facts of every claim in the order of days and sources, with what they are compared by."""
    ordered = sorted(documents, key=lambda each: (each.date or date.max, each.source))
    counted = [claim for claim in claims if claim.mention.kind != references.KIND]
    naming = [claim for claim in claims if claim.mention.kind == references.KIND]
    by_source = _marked(ordered, _by_source(counted))
    gathered, named, weights = _gather(ordered, by_source, _by_source(naming))
    if options.synonyms:
        gathered = synonyms.bared(gathered, options.synonyms)
    return Ready(gathered, named, weights, Partners(gathered))


def _by_source(claims: Sequence[Claim]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda each: (each.source, each.mention.start, each.mention.end)):
        found.setdefault(claim.source, []).append(claim)
    return found


def _marked(documents: Sequence[Document], by_source: Mapping[str, list[Claim]]) -> dict[str, list[Claim]]:
    """Claims that repeat an earlier document word for word say of which claim they are a copy."""
    in_order = [claim for document in documents for claim in by_source.get(document.source, ())]
    copied = copies.copies(documents, in_order)
    return {
        source: [msgspec.structs.replace(claim, copy_of=copied.get(claim.id)) for claim in found]
        for source, found in by_source.items()
    }


def _gather(
    documents: Sequence[Document],
    by_source: Mapping[str, list[Claim]],
    naming: Mapping[str, list[Claim]],
) -> tuple[list[Facts], list[Facts], Lexis]:
    # The words of a text are read twice rather than kept: they take far more room than the text.
    weights = lexis(words.words(document) for document in documents)
    known = facts.never_small((document, words.words(document)) for document in documents)
    common = _common_places(len(documents), by_source)
    found: list[Facts] = []
    named: list[Facts] = []
    for document in documents:
        read = words.words(document)
        for kept, claims in ((found, by_source), (named, naming)):
            own = claims.get(document.source, [])
            if not own:
                continue
            topic = topics(document, own)
            placed = [msgspec.structs.replace(claim, topic=topic[claim.id]) for claim in own]
            kept.extend(facts.facts(document, read, placed, topic, weights, common, known))
    days = told_on(documents)
    found = [msgspec.structs.replace(fact, day=days.get(fact.source)) for fact in found]
    return _with_others(_retold(found, weights)), named, weights


def _with_others(found: list[Facts]) -> list[Facts]:
    """The facts with the number of other texts that give the only figure of a thing as they do."""
    sources: dict[Only, set[str]] = {}
    for fact in found:
        if fact.alone and fact.claim.noun is not None:
            sources.setdefault(_only(fact), set()).add(fact.source)
    return [
        msgspec.structs.replace(fact, others=len(texts) - 1)
        if fact.alone and len(texts := sources.get(_only(fact), set())) > 1
        else fact
        for fact in found
    ]


def _only(fact: Facts) -> Only:
    return fact.claim.unit, fact.claim.noun, fact.modifiers, fact.claim.value


def _retold(found: list[Facts], weights: Lexis) -> list[Facts]:
    """The facts with the stories of their texts told together in a run about one thing, apart in one about many."""
    told = {fact.source: fact.story for fact in found}
    core = stories.core(told.values())
    if core or len(told) < stories.RUN:
        apart = {source: stories.told_with(story, core, len(told)) for source, story in told.items()}
    elif stories.mixed(told.values()):
        apart = {source: stories.sorted_out(story, weights, len(told)) for source, story in told.items()}
    else:
        return found
    return [msgspec.structs.replace(fact, story=apart[fact.source]) for fact in found]


def _common_places(texts: int, by_source: Mapping[str, list[Claim]]) -> frozenset[str]:
    counts: Counter[str] = Counter()
    for found in by_source.values():
        counts.update({skeleton(place.name) for claim in found for place in claim.places})
    return frozenset(place for place, n in counts.items() if n >= FEW and n > COMMON * texts)


def _across(ready: Ready) -> Iterator[Link]:
    origins = [fact for fact in ready.facts if fact.claim.copy_of is None]
    twins = wording.compared(ready.facts)
    found = _ways(origins, twins, ready)
    if not any(fact.story.rare for fact in origins):
        return found
    filled = forms.filled(twins, ready.facts)
    source = {fact.claim.id: fact.source for fact in origins}
    return (
        link
        for link in found
        if link.explained is not None or parallels.of(source[link.first], source[link.second]) not in filled
    )


def _ways(origins: Sequence[Facts], twins: Sequence[wording.Compared], ready: Ready) -> Iterator[Link]:
    pool: dict[tuple[str, ...], tuple[str, ...]] = {}
    yield from zeros.across(origins, ready.partners)
    by_wording = list(_to_origins(wording.links(twins, ready.partners), ready.facts))
    done = {frozenset((link.first, link.second)) for link in loose.told(by_wording)}
    yield from by_wording
    by_slip = list(slips.links(origins, ready.partners, done))
    done |= {frozenset((link.first, link.second)) for link in by_slip}
    yield from by_slip
    yield from cells.links(origins, ready.partners)  # which knows of both labels what meaning knows of one
    yield from particulars.links(origins, ready.partners)  # and of both sentences what they are about
    for link in meaning.links(origins, ready.lexis, ready.partners, done):
        # many links have few reasons between them: kept once, they take a third of the room
        yield msgspec.structs.replace(link, why=pool.setdefault(link.why, link.why))
    yield from exceeding.links(origins, ready.lexis, ready.partners)
    yield from parents.links(origins)
    yield from settings.links(origins)
    yield from passages.links(origins, ready.partners)


def _copied(facts: Sequence[Facts]) -> dict[str, str]:
    """Id of each claim that is a copy -> id of the claim that it repeats."""
    return {fact.claim.id: fact.claim.copy_of for fact in facts if fact.claim.copy_of}


def _to_origins(links: Iterable[Link], facts: Sequence[Facts]) -> Iterator[Link]:
    """The links with the claim that stands first in place of its copies; those of one text are not across texts."""
    copied = _copied(facts)
    source = {fact.claim.id: fact.source for fact in facts}
    for link in links:
        first, second = copies.origin(link.first, copied), copies.origin(link.second, copied)
        if source[first] != source[second]:
            yield msgspec.structs.replace(link, first=first, second=second)


def _named(ready: Ready) -> list[Link]:
    """Links between differing references; an equal one joins only where it stands beside them."""
    links = list(wording.links(wording.compared(ready.references), Partners(ready.references)))
    apart = {end for link in links if link.explained is None for end in (link.first, link.second)}
    return [link for link in links if apart & {link.first, link.second}]


def _within(ready: Ready) -> Iterator[Link]:
    """The links inside each text; what it has taken over from another one stands for the words there."""
    by_source: dict[str, list[Facts]] = {}
    copied = _copied(ready.facts)
    for fact in ready.facts:
        by_source.setdefault(fact.source, []).append(fact)
    for found in by_source.values():
        for link in inside.links(found, ready.lexis):
            first, second = copies.origin(link.first, copied), copies.origin(link.second, copied)
            if first != second and (first == link.first or second == link.second):
                yield msgspec.structs.replace(link, first=first, second=second)


def _tolerated(links: list[Link], gathered: Sequence[Facts], options: Options) -> list[Link]:
    """The links, those explained whose figures are as near as the user asks; the usual nearness is in `compare`."""
    if options.tolerance <= compare.SMALL:
        return links
    by_id = {fact.claim.id: fact.claim for fact in gathered}
    return [
        msgspec.structs.replace(
            link, explained=compare.within(by_id[link.first], by_id[link.second], options.tolerance)
        )
        if link.explained is None
        else link
        for link in links
    ]


def _unique(links: Sequence[Link]) -> list[Link]:
    """One link a pair, the first way in first, in a fixed order."""
    first: dict[tuple[str, str], Link] = {}
    for link in links:
        first.setdefault(_pair(link), link)
    return [first[key] for key in sorted(first)]


def _pair(link: Link) -> tuple[str, str]:
    return min(link.first, link.second), max(link.first, link.second)
