"""The way in by cells: a table gives a figure, and a sentence of another text names its row and its column."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import islice
from typing import TypeVar

import msgspec

from claimcheck.lexicon import entries, function_words, limits, measured, measures, money, numbers, units
from claimcheck.model import Link
from claimcheck.normalise.claim import actions
from claimcheck.normalise.documentation import limits as limits_of
from claimcheck.normalise.documentation import nearby, options
from claimcheck.normalise.documentation.entries import Entry, entry, question
from claimcheck.normalise.matching import compare, sections, updates, vetoes
from claimcheck.normalise.matching.facts import Facts
from claimcheck.normalise.matching.partners import Partners
from claimcheck.normalise.text import stories
from claimcheck.normalise.text.words import content, stem

CONFIDENCE = 0.65
LONGEST = 9  # words of the two labels together
FAR = 2.1  # times
ASKED = 10.0  # times, of the answer to how many there may be
YEAR = 4  # digits
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
OF_LIMITS = frozenset({"negated", "other-scope"})  # which come from the words for a limit

Sort = tuple[str, str | None]  # kind and unit
T = TypeVar("T")
K = TypeVar("K")


class Cell(msgspec.Struct, frozen=True):
    """A figure of a table with the words of its row and its column that a sentence has to name."""

    fact: Facts
    row: frozenset[str]
    column: frozenset[str]
    label: frozenset[str]  # both


Group = list[Cell]  # of one text and label


class Told(msgspec.Struct, frozen=True):
    """A figure of a sentence with the words that belong to it."""

    fact: Facts
    own: frozenset[str]  # between the figure before it and the one behind it
    named: frozenset[
        str
    ]  # also those before the first figure of the sentence, of its question, and of the heading
    title: frozenset[str]  # of the whole text
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
            for word in sorted(told.named | told.title | _numbers(told))
            for group in first[sort].get(word, ())
            if group[0].fact.source != told.fact.source and _is_named(group[0], told)
        ]
        for source, found in _grouped(named, lambda group: group[0].fact.source).items():
            meant = _meant(told, found)
            if meant is not None and _fits(meant, told, tables[sort][source]):
                one, other = meant.fact, told.fact
                explained = updates.explanation(one, other, partners)
                why = (f"row and column of a table: {', '.join(sorted(meant.label))}",)
                yield Link(one.claim.id, other.claim.id, CONFIDENCE, why, explained)


def _sort(fact: Facts) -> Sort:
    """Kind and unit; of a price or a number "a day" without that, since a label may say for how long it is."""
    kind, unit = fact.claim.mention.kind, fact.claim.unit
    if kind == "rate" and unit is not None and unit.startswith("/"):
        return "count", None  # "a hundred per account"
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
    if "%" in (block.column or ""):
        return None  # a share without its sign
    row, column = _label(block.row), _label(block.column)
    if not 2 <= len(row | column) <= LONGEST or not row:
        return None
    return Cell(fact, row, column, row | column)


@lru_cache(maxsize=10_000)
def _label(text: str | None) -> frozenset[str]:
    """Stems and numbers of a label without what says no more than that it is an amount or a limit."""
    said = (text or "").partition("(")[0].strip().lower()
    named = {"a"} if said.endswith(" a") else set()  # "Plan A"
    return _stems(said) - _generic() - {"a"} | named


@cache
def _generic() -> frozenset[str]:
    sides = *limits.table().most, *limits.table().least
    currencies = (word for word in money.by_word() if " " not in word)  # which stand in the figure elsewhere
    return frozenset(map(stem, (*entries.table().amounts, *measured.table().generic, *sides, *currencies)))


@cache
def _units() -> frozenset[str]:
    """Stems of units, but for those of time: "per month" tells a row from another."""
    forms = {**units.by_word(), **units.by_symbol()}.items()
    return frozenset(stem(form.lower()) for form, unit in forms if unit.dimension != "duration")


@lru_cache(maxsize=10_000)
def _stems(text: str) -> frozenset[str]:
    ones = numbers.numbers().ones
    found = re.findall(r"[^\W\d_]+|\d[\d.,]*\b", text.lower())
    said = (word for word in found if len(word) == 1 or word not in function_words.words())
    return frozenset(str(ones[word]) if word in ones else stem(word) for word in said)


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
    joint = nearby.joint().search(plain, mention.end, stop)
    start = min(start, mention.start)
    stop = joint.start() if joint and (before or behind) else stop
    figure = f"{mention.noun_phrase or ''} {mention.per or ''}"
    own = f"{plain[start : mention.start]} {plain[mention.end : stop]} {figure}"
    lead = plain[span[0] : before[0].claim.mention.start] if before else ""
    block = mention.context.block
    heading = _stems(block.headings[-1]) if block.headings else frozenset[str]()
    sentence = _stems(own) | _stems(lead)
    named = sentence | heading | question(fact) | _stems(nearby.asked(fact))
    words = frozenset(re.findall(r"[^\W\d_]+", f"{own} {lead}".lower()))
    return Told(fact, _stems(own), named, _stems(fact.document.title or ""), sentence, words)


# --- pairs -----------------------------------------------------------------------------------------------


def _grouped(items: Iterable[T], key: Callable[[T], K]) -> dict[K, list[T]]:
    """The items by their key, in the order in which they came."""
    found: dict[K, list[T]] = {}
    for item in items:
        found.setdefault(key(item), []).append(item)
    return found


def _by_word(cells: Iterable[Cell]) -> dict[str, list[Group]]:
    """The cells of one text with the same label, by that word of it which the fewest labels have."""
    groups = _grouped(cells, lambda cell: (cell.fact.source, cell.label))
    counts = Counter(word for _, label in groups for word in label)
    found: dict[str, list[Group]] = {}
    for (_, label), group in groups.items():
        sure = label - _units() - _otherwise().keys()
        rarest = min(sure or label, key=lambda word: (counts[word], word))
        found.setdefault(rarest, []).append(_distinct(group))
    return found


def _distinct(group: Group) -> Group:
    """The first two cells with different figures, or the first: more of them say no more."""
    first = group[0]
    other = (cell for cell in group if cell.fact.claim.mention.value != first.fact.claim.mention.value)
    return [first, *islice(other, 1)]


def _is_named(cell: Cell, told: Told) -> bool:
    """True where a sentence names row and column, or one in several words and the title of its text the other."""
    row, column = _says(told, cell.row), _says(told, cell.column)
    if row and column:
        return True
    said, titled = (cell.row, cell.column) if row else (cell.column, cell.row)
    return (row or column) and len(said) > 1 and titled <= told.title


def _says(told: Told, label: frozenset[str]) -> bool:
    """True for a sentence with the words of a label or others for them, also where they stand at another figure."""
    missing = label - told.named
    if not missing:
        return True
    measured = any(
        word[0].isdigit() for word in label
    )  # "within 2 km": a sentence may write the unit in another way
    others = (word for word in missing if not (measured and word in _units()))
    return all(_is_said(word, told) for word in others)


def _is_said(word: str, told: Told) -> bool:
    if word[0].isdigit():
        return word in _numbers(told)
    return not _otherwise().get(word, frozenset()).isdisjoint(told.words)


def _numbers(told: Told) -> frozenset[str]:
    """The numbers of a sentence, also those that stand at another figure."""
    start, end = told.fact.claim.mention.context.sentence
    return frozenset(word for word in _stems(told.fact.document.plain[start:end]) if word[0].isdigit())


@cache
def _otherwise() -> dict[str, frozenset[str]]:
    return {stem(word): frozenset(others) for word, others in entries.table().otherwise.items()}


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
    asked = nearby.asks_for_most(other)
    far = ASKED if asked else FAR
    if compare.ratio(one.claim, other.claim) > far or not cell.label & told.sentence:
        return False
    if not _is_measured(cell, told):
        return False
    here, there = entry(one), entry(other)
    limited = asked or (here.limit is not None and here.limit == there.limit)
    if "old" in (one.claim.role, other.claim.role) or there.aside or _is_more(cell, told, here, there):
        return False
    if {here.limit, there.limit} >= {"most", "least"} or (_is_of_time(other) and not _is_of_time(one)):
        return False
    if sections.templates(one, other):
        return False
    outweighed = OUTWEIGHED | vetoes.STORIES if sections.together(one, other) else OUTWEIGHED
    if limited and limits_of.same_scope(one, other):
        outweighed |= OF_LIMITS
    labelled = {scope for scope, time in measures.measures().rate.adverbs.items() if time in cell.label}
    if (
        one.scopes.exact == other.scopes.exact - labelled
    ):  # "per year" in the label, "a year" behind the figure
        outweighed |= {"other-scope"}
    if not outweighed.issuperset(vetoes.every(one, other)):
        return False
    rivals = (each for each in table if not asked or each.label == cell.label)
    return not any(_agree(each.fact, other, limited=limited) for each in rivals)


def _agree(one: Facts, other: Facts, *, limited: bool) -> bool:
    """True for two figures that fit together; of two limits the bounds always would."""
    if limited:
        return not limits_of.apart(one, other)
    return compare.agreement(one.claim, other.claim) is not None


def _is_of_time(fact: Facts) -> bool:
    """True for the figure of a time that is named: "was 8 euros in 2019"."""
    return fact.claim.period is not None and fact.claim.period.start is not None


def _is_measured(cell: Cell, told: Told) -> bool:
    """True where labels or heading name what is counted, and what is measured if the labels say who and when."""
    mention, headings = told.fact.claim.mention, cell.fact.claim.mention.context.block.headings
    heading = _stems(headings[-1]) if headings else frozenset[str]()
    if _sort(told.fact)[0] == "count":
        happens = actions.is_flow(told.fact.claim.action)
        counted = _stems(mention.noun_phrase or nearby.counted(told.fact)) - _generic()
        return (
            not happens and bool(counted) and counted <= heading | cell.label
        )  # no "tool shelves" for "shelves"
    return not any(map(_is_time, cell.label)) or bool(told.sentence & heading)


def _is_time(word: str) -> bool:
    return (word.isdigit() and len(word) == YEAR) or word in stories.calendar()


def _is_more(cell: Cell, told: Told, here: Entry, there: Entry) -> bool:
    """True for a sentence that speaks of a part, a state, a charge or much else of which the table says nothing."""
    narrowed = (each for each in there.narrowed if each & told.words)
    block, title = cell.fact.claim.mention.context.block, cell.fact.document.title or ""
    above = frozenset(re.findall(r"[^\W\d_]+", " ".join((title, *block.headings)).lower()))
    if any(each.isdisjoint(here.words | above) for each in narrowed):
        return True
    held = told.sentence & (there.held | stories.calendar()) - here.all - _generic()
    if here.limit is not None and here.limit == there.limit:
        return bool(held - cell.label)  # a limit is not seldom explained at length
    more = content([*(told.sentence - cell.label - here.all - _generic())])
    return bool(held - cell.label) or len(more) > len(cell.label)
