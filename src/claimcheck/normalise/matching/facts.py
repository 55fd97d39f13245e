"""Everything the matching looks at, gathered once a claim."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache

import msgspec

from claimcheck.lexicon.nouns import PEOPLE, within
from claimcheck.model import Claim, Document, Mention, Topic
from claimcheck.normalise.claim import labels, measured, names, nouns, relatives
from claimcheck.normalise.matching import scopes
from claimcheck.normalise.matching.scopes import Scopes
from claimcheck.normalise.matching.topics import HERE, days_of
from claimcheck.normalise.text import cues, weekdays
from claimcheck.normalise.text.lexis import Bag, Lexis
from claimcheck.normalise.text.places import skeleton
from claimcheck.normalise.text.stories import Story, story
from claimcheck.normalise.text.words import Words, content

REACH = 8  # words on each side that wording twins look at
NEAR = 60  # characters on each side for the likeness of surroundings
AROUND = 8  # claims before and behind whose figures may be shared
SHOWN = 8  # characters of what is shown below a sentence, of which the prose has none
BESIDE = 9  # characters on each side of a counted phrase where "another" or "others" stands
FAR = 250  # characters to the next sentences
TELLING = 12  # figures above this are worth sharing
PART = "part"  # the scope of a number behind which "of" and another one stand
HEADLINE = "headline"  # the scope of a number in a title

Met = tuple[str, str]  # a claim and the source of another


class Facts(msgspec.Struct, frozen=True):
    """One claim with its words, names, days, places and neighbours."""

    claim: Claim
    source: str  # of its document
    document: Document
    story: Story
    topic: Topic
    modifiers: frozenset[str]
    whose: frozenset[str]  # what an amount is of, where it is put at something: the loss "of the theatre"
    left: tuple[str, ...]  # stems before the number, nearest first
    right: tuple[str, ...]
    window: frozenset[str]  # content stems of both
    near: Bag
    sentence: Bag
    names: frozenset[str]
    days: frozenset[date]
    weekdays: frozenset[int]  # that it names where its days are unknown
    places: frozenset[str]
    origins: frozenset[str]  # where it comes from
    goals: frozenset[str]  # where it goes to
    causes: frozenset[str]  # of its sentence, else of its topic
    scopes: Scopes
    figures: frozenset[str]  # other telling figures of this and the neighbouring sentences
    day: date | None  # of its text, in a run without any year one of a year of their own
    labelled: bool  # its noun is that of a label alone
    listed: Decimal  # sum of the figures that its sentence counts of it; 0 where there is but this one
    alone: bool  # its text counts such things but once, or with one figure
    others: int = 0  # other texts that count such things but once, and with this figure


def met(one: Facts, other: Facts) -> tuple[Met, Met]:
    """Each of two claims with the source of the other."""
    return (one.claim.id, other.source), (other.claim.id, one.source)


class Sentence(msgspec.Struct, frozen=True):
    """What the claims of one sentence share."""

    bag: Bag
    names: frozenset[str]
    causes: frozenset[str]


class Page(msgspec.Struct, frozen=True):
    """One document with what all its claims share."""

    document: Document
    story: Story
    words: Words
    claims: Sequence[Claim]
    topics: Mapping[str, Topic]
    lexis: Lexis
    common: frozenset[str]  # places that most texts name: they tell nothing apart
    spans: Mapping[int, tuple[int, int]]  # of figures that stand with a conversion
    sentences: Mapping[tuple[int, int], Sentence]
    alone: frozenset[tuple[str, str | None]]  # kinds and nouns of which it gives one figure


def facts(
    document: Document,
    words: Words,
    claims: Sequence[Claim],
    topics: Mapping[str, Topic],
    lexis: Lexis,
    common: frozenset[str] = frozenset(),
    named: frozenset[str] = frozenset(),
) -> tuple[Facts, ...]:
    """The facts of each claim of one document, in order; the stems `named` are names in some text of the run."""
    known = known_names(document, words)
    spans = {claim.mention.context.sentence for claim in claims}
    sentences = {span: _sentence(document, words, lexis, known | named, span) for span in spans}
    page = Page(
        document,
        story(document, words, known, named),
        words,
        claims,
        topics,
        lexis,
        common,
        _spans(claims),
        sentences,
        _alone(claims),
    )
    found = [_facts(page, index, claim) for index, claim in enumerate(claims)]
    told = {_statement(fact): fact for fact in reversed(found) if HEADLINE not in fact.claim.scopes}
    return tuple(_as_told(fact, told) if HEADLINE in fact.claim.scopes else fact for fact in found)


def _alone(claims: Sequence[Claim]) -> frozenset[tuple[str, str | None]]:
    """Kinds and nouns of which a text gives one figure."""
    values: dict[tuple[str, str | None], set[object]] = {}
    for claim in claims:
        values.setdefault((claim.mention.kind, claim.noun), set()).add(claim.value)
    return frozenset(key for key, found in values.items() if key[1] is not None and len(found) == 1)


def _statement(fact: Facts) -> tuple[object, ...]:
    return fact.claim.action, fact.claim.noun, fact.claim.mention.value


def _as_told(headline: Facts, told: Mapping[tuple[object, ...], Facts]) -> Facts:
    """A headline with days, places and topic of the first claim of the text that says the same."""
    fact = told.get(_statement(headline))
    if fact is None:
        return headline
    days, places = headline.days or fact.days, headline.places or fact.places
    named = headline.weekdays or fact.weekdays
    return msgspec.structs.replace(headline, days=days, weekdays=named, places=places, topic=fact.topic)


def _facts(page: Page, index: int, claim: Claim) -> Facts:
    mention, topic = claim.mention, page.topics[claim.id]
    sentence = page.sentences[mention.context.sentence]
    left, right = _around(page, mention)
    modifiers, labelled = _narrowed(page.document, claim)
    around = page.claims[max(index - AROUND, 0) : index + AROUND + 1]
    return Facts(
        source=claim.source,
        claim=claim,
        document=page.document,
        story=page.story,
        topic=topic,
        modifiers=modifiers,
        whose=measured.whose(page.document, mention) if claim.action == measured.AMOUNT else frozenset(),
        left=left,
        right=right,
        window=frozenset(content([*left, *right])),
        near=_near(page, mention),
        sentence=sentence.bag,
        names=sentence.names - _unit(page, mention),
        days=days_of(claim.period),
        weekdays=weekdays.of(claim.period),
        places=_places(claim, HERE) - page.common,
        origins=_places(claim, frozenset({"from"})),
        goals=_places(claim, frozenset({"to"})),
        causes=sentence.causes or topic.causes,
        scopes=_scopes(page, index, claim),
        figures=_figures(around, claim),
        day=page.document.date,
        labelled=labelled,
        listed=_listed(around, claim),
        alone=(mention.kind, claim.noun) in page.alone,
    )


def _scopes(page: Page, index: int, claim: Claim) -> Scopes:
    found = scopes.sort(claim)
    if PART in found.part and (_is_of_measure(page, index, claim) or _is_sort(page.document, claim)):
        found = msgspec.structs.replace(found, part=found.part - {PART})
    if found.increment and _beside(page, index, claim):
        found = msgspec.structs.replace(found, increment=False)
    sentence = claim.mention.context.sentence
    shown = _leads_to_code(page.document, sentence[1]) or scopes.is_of_example(
        page.document.plain[slice(*sentence)]
    )
    return msgspec.structs.replace(found, example=True) if shown else found


def _is_sort(document: Document, claim: Claim) -> bool:
    """True for all of one sort of people: "72 people, including nine children", but not "nine of the children"."""
    mention = claim.mention
    if not within(claim.noun, PEOPLE):
        return False
    if mention.noun is None or " of " in mention.surface:
        behind = document.plain[mention.number_end : mention.context.sentence[1]]
        return relatives.sort(behind.lower()) == claim.noun
    return nouns.class_named((mention.noun,)) == claim.noun


def _is_of_measure(page: Page, index: int, claim: Claim) -> bool:
    """True for "six meetings of half an hour", which are no part of anything."""
    behind = page.claims[index + 1 : index + 2]
    joint = page.document.plain[claim.mention.end : behind[0].mention.start].strip() if behind else ""
    return joint == "of" and behind[0].mention.kind != "count"


def _leads_to_code(document: Document, end: int) -> bool:
    """True for a sentence up to `end` that shows something: "To run it with 4 threads:" and a command below."""
    if ":" not in document.text[end - 1 : end + 1]:
        return False
    behind = _gap().match(document.text, end)
    start = behind.end() if behind else end
    return start < len(document.text) and not document.plain[start : start + SHOWN].strip()


@cache
def _gap() -> re.Pattern[str]:
    return re.compile(r"[\s:]*")


def _beside(page: Page, index: int, claim: Claim) -> bool:
    """True for "another ten" beside a figure of its sentence on something else: six dead and another ten hurt."""
    first, last = claim.mention.context.sentence
    before = [c for c in page.claims[max(index - AROUND, 0) : index] if first <= c.mention.start <= last]
    apart = bool(before) and all(c.action not in (claim.action, None) for c in before)
    low, high = max(first, claim.mention.start - BESIDE), claim.mention.end + BESIDE
    return apart and scopes.sets_beside(page.document.plain[low:high])


# --- words -----------------------------------------------------------------------------------------------


def _spans(claims: Sequence[Claim]) -> dict[int, tuple[int, int]]:
    """Start and end of a figure with its conversion: "600 metres (2,000 feet)" is one figure."""
    by_start = {claim.mention.number_start: claim.mention for claim in claims}
    found = {}
    for claim in claims:
        first = by_start.get(claim.mention.conversion_of or -1)
        if first is not None:
            whole = first.number_start, claim.mention.end
            found[claim.mention.number_start] = found[first.number_start] = whole
    return found


def _around(page: Page, mention: Mention) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Stems to the left and right of a figure; a unit belongs to the figure, a counted noun does not."""
    top, bottom = _block(page, mention)
    end = mention.number_end if mention.kind == "count" else mention.end
    first, last = page.spans.get(mention.number_start, (mention.number_start, end))
    return tuple(page.words.before(first, REACH, top)), tuple(page.words.after(last, REACH, bottom))


def _block(page: Page, mention: Mention) -> tuple[int, int]:
    block = mention.context.block
    return block.start, block.end or len(page.document.plain)


def _near(page: Page, mention: Mention) -> Bag:
    top, bottom = _block(page, mention)
    start, end = max(mention.start - NEAR, top), min(mention.end + NEAR, bottom)
    return page.lexis.bag(frozenset(content(page.words.between(start, end))))


def _sentence(
    document: Document, words: Words, lexis: Lexis, known: frozenset[str], span: tuple[int, int]
) -> Sentence:
    return Sentence(
        bag=lexis.bag(frozenset(content(words.between(*span)))),
        names=_names(document, words, known, span),
        causes=cues.causes(document.plain[span[0] : span[1]].lower()),
    )


# --- names, places, figures ------------------------------------------------------------------------------


def _narrowed(document: Document, claim: Claim) -> tuple[frozenset[str], bool]:
    """The words that narrow what is counted, and whether a label alone names it; of an age, its owner's first names."""
    mention = claim.mention
    if mention.kind == "age":
        owner = names.owner(document, mention)
        return (owner[1] if owner else frozenset()), False
    counted = nouns.counted(mention)
    measure = measured.thing(document, mention) if claim.action == measured.AMOUNT else None
    label = labels.thing(document, mention) if measure is None and counted.noun is None else None
    what = measure or label
    return (what[1] if what else counted.modifiers), label is not None and claim.noun is not None


def _places(claim: Claim, roles: frozenset[str]) -> frozenset[str]:
    return frozenset(skeleton(place.name) for place in claim.places if place.role in roles)


_JOINTS = frozenset(" -'’")  # between the words of one name: "Old Belmar", "al-Orvane", "L'Orvane"


def known_names(document: Document, words: Words) -> frozenset[str]:
    """Stems of words that are capitalised behind a word in lower case, or behind such a name."""
    plain, found = document.plain, set()
    inside = False  # the word before is a name in the middle of a sentence
    for i in range(1, len(words.stems)):
        joined = plain[words.ends[i - 1] : words.starts[i]] in _JOINTS
        behind = inside or plain[words.starts[i - 1]].islower()
        inside = joined and behind and plain[words.starts[i]].isupper()
        if inside:
            found.add(words.stems[i])
    return frozenset(found)


def never_small(documents: Iterable[tuple[Document, Words]]) -> frozenset[str]:
    """Stems that are names in some text and stand in lower case in none."""
    names: set[str] = set()
    small: set[str] = set()
    for document, read in documents:
        names.update(known_names(document, read))
        small.update(s for s, at in zip(read.stems, read.starts, strict=True) if document.plain[at].islower())
    return frozenset(names - small)


def _names(document: Document, words: Words, known: frozenset[str], span: tuple[int, int]) -> frozenset[str]:
    """Stems of the capitalised words of a sentence; its first word only where a text knows it as a name."""
    first = bisect_left(words.starts, past_dateline(document.plain, span))
    last = bisect_right(words.ends, span[1])
    capitals = (i for i in range(first, last) if document.plain[words.starts[i]].isupper())
    return frozenset(words.stems[i] for i in capitals if i > first or words.stems[i] in known)


def past_dateline(plain: str, span: tuple[int, int]) -> int:
    """Where a sentence begins, behind the dateline of its report if it has one."""
    lead = _dateline().match(plain, *span)
    return lead.end() if lead else span[0]


@cache
def _dateline() -> re.Pattern[str]:
    """The place, the day and the agency that a report opens with: "SANDMOUTH, March 4 (Agency) - "."""
    return re.compile(r"\W{0,3}[A-Z][\w.,'’ /-]{1,60}\([A-Z][\w.&,'’ /-]{1,40}\)[\w,.: ]{0,25}(?:--|[-–—])\s")


def _unit(page: Page, mention: Mention) -> frozenset[str]:
    """Stems of the figure itself: the Richter scale is nobody's name."""
    return frozenset(page.words.between(mention.start, mention.end))


def _listed(around: Sequence[Claim], claim: Claim) -> Decimal:
    """The sum of what one sentence counts of a thing in several figures: "six counts of fraud and two of perjury"."""
    values = [
        other.mention.value
        for other in around
        if other.mention.context.sentence == claim.mention.context.sentence
        and (other.mention.kind, other.role) == (claim.mention.kind, claim.role)
        and ((other.noun, other.action) == (claim.noun, claim.action) or _is_elided_share(other))
    ]
    return sum(filter(None, values), Decimal(0)) if len(values) > 1 and claim.noun is not None else Decimal(0)


def _is_elided_share(claim: Claim) -> bool:
    """True for the second of "half the trains ran, on other lines one in four"."""
    return claim.mention.kind == "share" and claim.mention.noun is None


def _figures(around: Sequence[Claim], claim: Claim) -> frozenset[str]:
    """Other figures over a dozen in the sentence of a claim and in the next ones."""
    start, end = claim.mention.context.sentence
    return frozenset(
        f"{other.mention.value.normalize():f}"
        for other in around
        if other.mention.value is not None
        and other.mention.value > TELLING
        and other.id != claim.id
        and start - FAR <= other.mention.start <= end + FAR
    )
