"""The way in by entries: figures of structured documents whose rows, items or answers are about one rare thing."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations

import msgspec

from claimcheck.model import Link
from claimcheck.normalise.documentation import limits, options
from claimcheck.normalise.documentation.entries import Entry, entry, is_structured
from claimcheck.normalise.matching import bearers, compare, sections, updates, vetoes
from claimcheck.normalise.matching.facts import Facts, Met, met
from claimcheck.normalise.matching.partners import AGREE, Partners
from claimcheck.normalise.text.words import stem

CONFIDENCE = 0.6
CROWD = 12  # entries that share a word; one that more have is nobody's own
LEAST_ENTRIES = 50  # as if a run had at least so many
ELSEWHERE = 0.7  # weight of a word that is not in both sentences
ENOUGH = 2.5  # words that only two entries have; two of them are too few where no label says them
LARGER = 0.5  # part of that to be added for each tenfold of entries: chance has more of them to meet in
LABELLED = 1.0  # more where a label says what the other sentence does
LIMITS = 0.75  # more where both say that they are the most, or both the least
MARGIN = 0.5  # by which a pair must outdo those with other figures
PART = 0.3  # of its points, at which an equal figure in the other text is the one that is meant
FORM = 1  # sentences alike but for the figure, above which two texts fill one form
ALIKE = 0.7  # of the words of the shorter sentence
KINDS = frozenset(
    {"money", "mass", "duration", "length", "area", "volume", "data_size", "speed", "temperature", "other"}
)
FAR = 2.1  # times
SIDES = ({"at_least", "more_than"}, {"at_most", "less_than"})
# What comes from the text at large, where an entry says more; what tells stories apart only within one folder.
OUTWEIGHED = frozenset({"other-actor", "other-frame"})
OF_LIMITS = frozenset({"negated", "other-measure", "other-scope"})  # which come from the words for a limit


class Pair(msgspec.Struct, frozen=True):
    """Two figures of one kind with the points of the words that their entries share."""

    one: Facts
    other: Facts
    points: float
    shared: frozenset[str]


def links(facts: Sequence[Facts], partners: Partners) -> Iterator[Link]:
    """Links between figures whose entries share rare words, and that have no rival in the text of the other."""
    documents = {id(fact.document): fact.document for fact in facts}
    structured = {key: is_structured(document) for key, document in documents.items()}
    if not any(structured.values()):
        return
    read = {fact.claim.id: entry(fact) for fact in facts if _is_measure(fact)}
    pairs = list(_pairs([fact for fact in facts if fact.claim.id in read], read))
    forms = _forms(pairs, read)
    rivals: dict[Met, list[Pair]] = {}
    for pair in pairs:
        for key in met(pair.one, pair.other):
            rivals.setdefault(key, []).append(pair)
    for pair in pairs:
        one, other = pair.one, pair.other
        if not (structured[id(one.document)] or structured[id(other.document)]):
            continue
        if forms[frozenset((one.source, other.source))] > FORM or not _fits(pair, read):
            continue
        if all(_outdoes(pair, rivals[key], read) for key in met(one, other)):
            why = (f"entries about one thing: {', '.join(sorted(pair.shared))}",)
            explained = updates.explanation(one, other, partners)
            yield Link(one.claim.id, other.claim.id, CONFIDENCE, why, explained)


def _is_measure(fact: Facts) -> bool:
    mention = fact.claim.mention
    if mention.value is None or mention.context.block.kind == "heading":
        return False
    counted = mention.kind == "count" and fact.claim.noun is not None and mention.value > 1
    return mention.kind in KINDS or (counted and limits.side(fact) is not None)


def _pairs(facts: Sequence[Facts], read: Mapping[str, Entry]) -> Iterator[Pair]:
    """Pairs of figures of different texts, of one kind and unit, that share a word which few entries have."""
    entries = {(fact.source, read[fact.claim.id].start): frozenset[str]() for fact in facts}
    for fact in facts:
        key = fact.source, read[fact.claim.id].start
        entries[key] |= read[fact.claim.id].all
    counts = Counter(word for words in entries.values() for word in words)
    total = max(len(entries), LEAST_ENTRIES) + 1
    harder = 1 + LARGER * math.log10(total / LEAST_ENTRIES)
    rarest = math.log(total / 2.5) * harder
    weight = {word: math.log(total / (n + 0.5)) / rarest for word, n in counts.items()}
    shelves: dict[tuple[str, str | None, str], list[Facts]] = {}
    for fact in facts:
        for word in read[fact.claim.id].all:
            if counts[word] <= CROWD:
                shelves.setdefault((fact.claim.mention.kind, _counted(fact), word), []).append(fact)
    met: set[frozenset[str]] = set()
    for shelf in shelves.values():
        for one, other in combinations(shelf, 2):
            ids = frozenset((one.claim.id, other.claim.id))
            if one.source != other.source and ids not in met:
                met.add(ids)
                yield _pair(one, other, read, weight)


def _counted(fact: Facts) -> str | None:
    """The unit of a measure; of a count its noun."""
    return fact.claim.noun if fact.claim.mention.kind == "count" else fact.claim.unit


def _pair(one: Facts, other: Facts, read: Mapping[str, Entry], weight: Mapping[str, float]) -> Pair:
    a, b = read[one.claim.id], read[other.claim.id]
    said = a.said & b.said
    around = (a.all & b.all) - said
    points = sum(weight[word] for word in said) + ELSEWHERE * sum(weight[word] for word in around)
    if len(a.label & b.said) > 1 or len(b.label & a.said) > 1:
        points += LABELLED
    if _are_limits(a, b):
        points += LIMITS
    return Pair(one, other, points, said | around)


def _forms(pairs: Sequence[Pair], read: Mapping[str, Entry]) -> Counter[frozenset[str]]:
    """How many sentences two texts have that are alike but for the figure."""
    found: Counter[frozenset[str]] = Counter()
    for pair in pairs:
        a, b = read[pair.one.claim.id].said, read[pair.other.claim.id].said
        shared, shorter = len(a & b), min(len(a), len(b))
        if shared > 2 and shared >= ALIKE * shorter and pair.one.claim.value != pair.other.claim.value:
            found[frozenset((pair.one.source, pair.other.source))] += 1
    return found


def _fits(pair: Pair, read: Mapping[str, Entry]) -> bool:
    """True for two different figures of which each may be meant by the other text."""
    one, other = pair.one, pair.other
    a, b = read[one.claim.id], read[other.claim.id]
    if pair.points < ENOUGH or len(pair.shared) < 2 or a.aside or b.aside:
        return False
    if _is_narrowed(a, b) or _is_narrowed(b, a) or _is_option(one) or _is_option(other):
        return False
    if _of_other_things(one, other, pair.shared) or bearers.named_alone(one, other):
        return False
    if _are_limits(a, b) and a.held - b.all and b.held - a.all:
        return False  # of the slide, and of the board
    if _agree(pair, read) or compare.ratio(one.claim, other.claim) > FAR:
        return False
    if "old" in (one.claim.role, other.claim.role) or _other_bound(one, other):
        return False
    if _in_words(one, b) or _in_words(other, a):
        return False
    if sections.templates(one, other):
        return False
    return _outweighed(pair, read).issuperset(vetoes.every(one, other))


def _outweighed(pair: Pair, read: Mapping[str, Entry]) -> frozenset[str]:
    """The vetoes that two entries outweigh."""
    one, other = pair.one, pair.other
    found = OUTWEIGHED | vetoes.STORIES if sections.together(one, other) else OUTWEIGHED
    limited = _are_limits(read[one.claim.id], read[other.claim.id]) and limits.same_scope(one, other)
    return found | OF_LIMITS if limited else found


def _are_limits(one: Entry, other: Entry) -> bool:
    return one.limit is not None and one.limit == other.limit


def _agree(pair: Pair, read: Mapping[str, Entry]) -> bool:
    """True for two figures that fit together; of two limits the bounds always would."""
    one, other = pair.one, pair.other
    if _are_limits(read[one.claim.id], read[other.claim.id]):
        return not limits.apart(one, other)
    return compare.agreement(one.claim, other.claim) is not None


def _is_narrowed(one: Entry, other: Entry) -> bool:
    """True for a figure of a part, a state or a charge of which the other entry says nothing."""
    return any(each.isdisjoint(other.words) for each in one.narrowed)


def _of_other_things(one: Facts, other: Facts, shared: Collection[str]) -> bool:
    """True for "40 kg of ham" and "60 kg of nails": each with a noun of its own."""
    nouns = {stem(noun) for noun in (one.claim.noun, other.claim.noun) if noun is not None}
    return len(nouns) > 1 and nouns.isdisjoint(shared)


def _is_option(fact: Facts) -> bool:
    """True for a cell in the row of an option, of which a sentence says what it is to it."""
    block = fact.claim.mention.context.block
    return block.kind == "cell" and options.named(block.row) is not None


def _in_words(fact: Facts, there: Entry) -> bool:
    """True where the other entry gives a length of time as "a week"."""
    return fact.claim.mention.kind == "duration" and compare.middle(fact.claim) in there.ones


def _other_bound(one: Facts, other: Facts) -> bool:
    """True for a least and a most."""
    hedges = one.claim.mention.hedge, other.claim.mention.hedge
    return any(hedges[0] in low and hedges[1] in high for low, high in (SIDES, SIDES[::-1]))


def _outdoes(pair: Pair, others: Sequence[Pair], read: Mapping[str, Entry]) -> bool:
    """True where no other figure of the text is as likely meant."""
    return all(pair.points > _claimed(each, read) for each in others if not _same(each, pair))


def _claimed(rival: Pair, read: Mapping[str, Entry]) -> float:
    """The points that a pair must have more than against a rival; a different figure in brackets is none."""
    if compare.agreement(rival.one.claim, rival.other.claim) in AGREE:
        return rival.points / PART
    aside = read[rival.one.claim.id].aside or read[rival.other.claim.id].aside
    return 0.0 if aside else rival.points + MARGIN


def _same(rival: Pair, pair: Pair) -> bool:
    """True for the pair itself, and for one that repeats its two figures."""
    values = {pair.one.claim.value, pair.other.claim.value}
    return {rival.one.claim.value, rival.other.claim.value} == values
