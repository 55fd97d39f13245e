"""The way in by cells: a table gives a figure, and a sentence of another text names its row and its column."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import islice
from typing import TypeVar

import msgspec

from claimcheck.lexicon import entries, function_words, limits, measured
from claimcheck.model import Link
from claimcheck.normalise import actions, compare, options, sections, stories, updates, vetoes
from claimcheck.normalise.entries import Entry, entry
from claimcheck.normalise.facts import Facts
from claimcheck.normalise.partners import Partners
from claimcheck.normalise.words import content, stem

CONFIDENCE = 0.65
LONGEST = 5  # words of the two labels together
FAR = 2.1  # times
KINDS = frozenset(
    {
        "area",
        "count",
        "data_size",
        "duration",
        "length",
        "mass",
        "money",
        "other",
        "speed",
        "temperature",
        "volume",
    }
)
# What a label or the text at large says, where row and column say more.
OUTWEIGHED = frozenset({"other-actor", "other-frame", "other-measure"})

Sort = tuple[str, str | None]  # kind and unit
T = TypeVar("T")
K = TypeVar("K")


class Cell(msgspec.Struct, frozen=True):
    """A figure of a table with the words of its row and its column that a sentence has to name."""

    fact: Facts
    label: frozenset[str]


Group = list[Cell]  # of one text and label


class Told(msgspec.Struct, frozen=True):
    """A figure of a sentence with the words that belong to it."""

    fact: Facts
    own: frozenset[str]  # between the figure before it and the one behind it
    named: frozenset[str]  # also those before the first figure of the sentence, and of the heading
    sentence: frozenset[str]  # the same without the heading
    words: frozenset[str]  # all of these as written


def links(facts: Sequence[Facts], partners: Partners) -> Iterator[Link]:
    """Links between a cell and a sentence of another text that names row and column of no other cell."""
    cells = _cells(facts)
    if not cells:
        return
    tables = {sort: _grouped(found, lambda cell: cell.fact.source) for sort, found in cells.items()}
    first = {sort: _by_word(found) for sort, found in cells.items()}
    for told in _told(facts, cells):
        sort = _sort(told.fact)
        named = [
            group
            for word in sorted(told.named)
            for group in first[sort].get(word, ())
            if group[0].label <= told.named and group[0].fact.source != told.fact.source
        ]
        for source, found in _grouped(named, lambda group: group[0].fact.source).items():
            meant = _meant(told, found)
            if meant is not None and _fits(meant, told, tables[sort][source]):
                one, other = meant.fact, told.fact
                explained = updates.explanation(one, other, partners)
                why = (f"row and column of a table: {', '.join(sorted(meant.label))}",)
                yield Link(one.claim.id, other.claim.id, CONFIDENCE, why, explained)


def _sort(fact: Facts) -> Sort:
    """Kind and unit; of a price "a day" the currency, since a column may say for how long it is."""
    kind, unit = fact.claim.mention.kind, fact.claim.unit
    return kind, unit.partition("/")[0] if kind == "money" and unit is not None else unit


# --- cells -----------------------------------------------------------------------------------------------


def _cells(facts: Iterable[Facts]) -> dict[Sort, list[Cell]]:
    """The cells by kind and unit whose labels say enough."""
    found: dict[Sort, list[Cell]] = {}
    for fact in facts:
        cell = _cell(fact)
        if cell is not None:
            found.setdefault(_sort(fact), []).append(cell)
    return found


def _cell(fact: Facts) -> Cell | None:
    mention = fact.claim.mention
    block = mention.context.block
    if block.kind != "cell" or mention.kind not in KINDS or mention.value is None:
        return None
    if options.named(block.row) is not None:
        return None  # of options a sentence says what it is to them
    row, column = _label(block.row), _label(block.column)
    if not 2 <= len(row | column) <= LONGEST or not row:
        return None
    return Cell(fact, row | column)


@lru_cache(maxsize=10_000)
def _label(text: str | None) -> frozenset[str]:
    """Stems and numbers of a label without what says no more than that it is an amount or a limit."""
    return _stems((text or "").partition("(")[0]) - _generic()


@cache
def _generic() -> frozenset[str]:
    sides = *limits.table().most, *limits.table().least
    return frozenset(map(stem, (*entries.table().amounts, *measured.table().generic, *sides)))


@lru_cache(maxsize=10_000)
def _stems(text: str) -> frozenset[str]:
    found = re.findall(r"[^\W\d_]+|\d[\d.,]*\b", text.lower())
    return frozenset(stem(word) for word in found if word not in function_words.words())


# --- sentences -------------------------------------------------------------------------------------------


def _told(facts: Iterable[Facts], cells: Mapping[Sort, Sequence[Cell]]) -> Iterator[Told]:
    """The figures of sentences of the kinds and units that cells have."""
    sentences: dict[tuple[str, tuple[int, int]], list[Facts]] = {}
    for fact in facts:
        mention = fact.claim.mention
        if mention.context.block.kind not in ("cell", "heading") and _sort(fact) in cells:
            sentences.setdefault((fact.source, mention.context.sentence), []).append(fact)
    for (_, span), found in sentences.items():
        for at, fact in enumerate(found):
            if fact.claim.mention.value is not None:
                yield _read(fact, span, found[:at], found[at + 1 :])


def _read(fact: Facts, span: tuple[int, int], before: Sequence[Facts], behind: Sequence[Facts]) -> Told:
    mention, plain = fact.claim.mention, fact.document.plain
    start = max(before[-1].claim.mention.end if before else span[0], mention.context.block.start)
    stop = behind[0].claim.mention.start if behind else span[1]
    joint = _joint().search(plain, mention.end, stop)
    start = min(start, mention.start)
    stop = joint.start() if joint and (before or behind) else stop
    figure = f"{mention.noun_phrase or ''} {mention.per or ''}"
    own = f"{plain[start : mention.start]} {plain[mention.end : stop]} {figure}"
    lead = plain[span[0] : before[0].claim.mention.start] if before else ""
    block = mention.context.block
    heading = _stems(block.headings[-1]) if block.headings else frozenset[str]()
    sentence = _stems(own) | _stems(lead)
    words = frozenset(re.findall(r"[^\W\d_]+", f"{own} {lead}".lower()))
    return Told(fact, _stems(own), sentence | heading, sentence, words)


@cache
def _joint() -> re.Pattern[str]:
    """Where what is said of a figure ends in a sentence with several."""
    return re.compile(r"[,;:]|\s(?:and|but|or|while)\s")


# --- pairs -----------------------------------------------------------------------------------------------


def _grouped(items: Iterable[T], key: Callable[[T], K]) -> dict[K, list[T]]:
    """The items by their key, in the order in which they came."""
    found: dict[K, list[T]] = {}
    for item in items:
        found.setdefault(key(item), []).append(item)
    return found


def _by_word(cells: Iterable[Cell]) -> dict[str, list[Group]]:
    """The cells of one text with the same label, by one word of it."""
    groups = _grouped(cells, lambda cell: (cell.fact.source, cell.label))
    found: dict[str, list[Group]] = {}
    for (_, label), group in groups.items():
        found.setdefault(min(label), []).append(_distinct(group))
    return found


def _distinct(group: Group) -> Group:
    """The first two cells with different figures, or the first: more of them say no more."""
    first = group[0]
    other = (cell for cell in group if cell.fact.claim.mention.value != first.fact.claim.mention.value)
    return [first, *islice(other, 1)]


def _meant(told: Told, groups: Iterable[Group]) -> Cell | None:
    """The cell of a text whose labels a sentence names; where it names several, that whose labels hold the others'."""
    named = [group for group in groups if group[0].label & told.own]
    widest = max(named, key=lambda group: len(group[0].label), default=None)
    if widest is None or len(widest) > 1 or any(not each[0].label <= widest[0].label for each in named):
        return None
    return widest[0]


def _fits(cell: Cell, told: Told, table: Iterable[Cell]) -> bool:
    """True for two different figures of one thing, of which the table gives the other one nowhere."""
    one, other = cell.fact, told.fact
    if compare.ratio(one.claim, other.claim) > FAR or not cell.label & told.sentence:
        return False
    if not _is_measured(cell, told):
        return False
    here, there = entry(one), entry(other)
    if "old" in (one.claim.role, other.claim.role) or there.aside or _is_more(cell, told, here, there):
        return False
    if {here.limit, there.limit} >= {"most", "least"} or (_is_of_time(other) and not _is_of_time(one)):
        return False
    if sections.siblings(one.source, other.source) or sections.lessons(one, other):
        return False
    outweighed = OUTWEIGHED | vetoes.STORIES if sections.together(one, other) else OUTWEIGHED
    if not outweighed.issuperset(vetoes.every(one, other)):
        return False
    return all(compare.agreement(each.fact.claim, other.claim) is None for each in table)


def _is_of_time(fact: Facts) -> bool:
    """True for the figure of a time that is named: "was 8 euros in 2019"."""
    return fact.claim.period is not None and fact.claim.period.start is not None


def _is_measured(cell: Cell, told: Told) -> bool:
    """True where labels or heading name what is counted, and what is measured if the labels say who and when."""
    mention, headings = told.fact.claim.mention, cell.fact.claim.mention.context.block.headings
    heading = _stems(headings[-1]) if headings else frozenset[str]()
    if mention.kind == "count":
        happens = actions.is_flow(told.fact.claim.action)
        return not happens and bool(_stems(mention.noun_phrase or "") & (heading | cell.label))
    return not any(map(_is_time, cell.label)) or bool(told.sentence & heading)


def _is_time(word: str) -> bool:
    return word.isdigit() or word in stories.calendar()


def _is_more(cell: Cell, told: Told, here: Entry, there: Entry) -> bool:
    """True for a sentence that speaks of a part, a state, a charge or much else of which the table says nothing."""
    narrowed = (each for each in there.narrowed if each & told.words)
    if any(each.isdisjoint(here.words) for each in narrowed):
        return True
    held = told.sentence & (there.held | stories.calendar()) - here.all - _generic()
    more = content([*(told.sentence - cell.label - here.all - _generic())])
    return bool(held - cell.label) or len(more) > len(cell.label)
