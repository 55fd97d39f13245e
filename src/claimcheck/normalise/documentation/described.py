"""The way in by what an option does: a sentence gives its default and says what happens, not what it is called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from claimcheck.lexicon import defaults
from claimcheck.lexicon import options as cues
from claimcheck.model import Link
from claimcheck.normalise.documentation import nearby, options
from claimcheck.normalise.documentation.options import HEEDED
from claimcheck.normalise.documentation.plainly import form
from claimcheck.normalise.matching import circumstances, compare, sections, vetoes
from claimcheck.normalise.matching.facts import Facts
from claimcheck.normalise.text import telling
from claimcheck.normalise.text.words import stem

CONFIDENCE = 0.6
ENOUGH = 2  # words that a sentence shares with the row of an option
SHORTEST = 3  # letters of a word that is cut short
FAR = 50  # times
KINDS = frozenset({"data_size", "duration", "length", "mass", "speed", "temperature", "volume"})
STATED = frozenset({"exact", "more_than"})  # hedges of a default, the latter of what is refused
REFUSED = "\N{OBJECT REPLACEMENT CHARACTER}"  # stands for all words of what is turned away
WAS = 12  # characters before a figure in which "was" makes it one of another time
NOT = "un"  # unacknowledged: never acknowledged
# What the words of a sentence say of a figure that is the default all the same.
OF_WORDS = frozenset({"negated", "planned"})


class Row(NamedTuple):
    """The default of an option with the words of its row."""

    fact: Facts
    words: frozenset[str]


class Told(NamedTuple):
    """A figure of a sentence, the row that it means, and the words of the sentence."""

    fact: Facts
    row: Row
    words: frozenset[str]


def links(facts: Sequence[Facts]) -> Iterator[Link]:
    """Links between the default of an option and that of a sentence which says what one row of its table does."""
    rows = _rows(facts)
    if not rows:
        return
    found: dict[tuple[str, str], list[Told]] = {}
    for told, words in _told(facts):
        for source, each in rows.items():
            meant = _meant(told, words, each) if source != told.source else None
            if meant is not None:
                found.setdefault((told.source, meant.fact.claim.id), []).append(Told(told, meant, words))
    for several in found.values():
        one = len({compare.point(told.fact.claim) for told in several}) == 1
        if one and _fits(several[0].row.fact, several[0].fact):
            yield from map(_link, several)


def _link(told: Told) -> Link:
    row = told.row.fact.claim
    said = ", ".join(sorted((told.words & told.row.words) - {REFUSED}))
    why = f"what an option does: {row.mention.context.block.row or ''} ({said})"
    return Link(row.id, told.fact.claim.id, CONFIDENCE, (why,))


def _rows(facts: Sequence[Facts]) -> dict[str, list[Row]]:
    """The rows of each text whose label is the name of an option, and which give its default."""
    found: dict[str, list[Row]] = {}
    for fact in facts:
        if _is_default(fact):
            found.setdefault(fact.source, []).append(Row(fact, _words(nearby.label(nearby.of(fact)))))
    return found


def _is_default(fact: Facts) -> bool:
    """True for a cell that gives the default of an option."""
    block = fact.claim.mention.context.block
    if block.kind != "cell" or fact.claim.mention.value is None or options.of_column(fact) != "default":
        return False
    return options.named(block.row) is not None or options.key(block.row) is not None


def _told(facts: Sequence[Facts]) -> Iterator[tuple[Facts, frozenset[str]]]:
    """The measures of sentences that speak of a default, with the words of their sentence."""
    for fact in facts:
        mention = fact.claim.mention
        block, (first, last) = mention.context.block, mention.context.sentence
        if mention.kind not in KINDS or mention.hedge not in STATED or block.kind in ("cell", "heading"):
            continue
        before, behind = options.clause(fact)
        by_default = cues.default().search(f"{before} | {behind}") is not None
        if by_default and not options.is_other(before[-WAS:], before, behind):
            yield fact, _words(fact.document.plain[first:last])


def _words(text: str) -> frozenset[str]:
    lowered = _spoken(text)
    bare = cues.refusing().sub(" ", cues.default().sub(" ", lowered))
    found = {form(word).removeprefix(NOT) for word in telling.within(bare)} - _unsaid()
    return frozenset({*found, REFUSED} if cues.refusing().search(lowered) else found)


@cache
def _unsaid() -> frozenset[str]:
    table = defaults.table()
    return frozenset(form(stem(word)) for word in (*table.lasting, *table.measures, *table.comparing))


def _meant(told: Facts, words: frozenset[str], rows: Sequence[Row]) -> Row | None:
    """The row that shares more and rarer words with a sentence than any other of its unit."""
    fitting = [row for row in rows if _unit_fits(row.fact, told)]
    counts = Counter(word for row in rows for word in row.words)
    points = {at: _points(row, words, counts) for at, row in enumerate(fitting)}
    best = max(points, key=lambda at: points[at], default=None)
    if best is None or any(points[at] >= points[best] for at in points if at != best):
        return None
    row, shared = fitting[best], words & fitting[best].words
    if not any(counts[word] == 1 for word in shared):
        return None  # other rows speak of it, too
    named = len(shared) >= ENOUGH and _is_called(row, words)
    return row if named or (shared == {REFUSED} and _is_anything(told)) else None


def _is_called(row: Row, words: frozenset[str]) -> bool:
    """True where a sentence has a word of the name of an option, which may be cut short: `ack_timeout`."""
    name = {form(word) for word in telling.within(_spoken(row.fact.claim.mention.context.block.row or ""))}
    return any(word.startswith(part) for part in name - _unsaid() if len(part) >= SHORTEST for word in words)


def _spoken(name: str) -> str:
    return name.replace("_", " ").replace("-", " ").replace(".", " ").lower()


def _is_anything(told: Facts) -> bool:
    """True where a sentence does not say what it is that is refused: "anything above 8 MB"."""
    return not telling.within(options.clause(told)[0]) - frozenset(map(stem, defaults.table().anything))


def _points(row: Row, words: frozenset[str], counts: Mapping[str, int]) -> float:
    return sum(1 / counts[word] for word in words & row.words)


def _unit_fits(cell: Facts, told: Facts) -> bool:
    """True for one unit; a bare number may be one of seconds where the name of its option is that of a time."""
    if cell.claim.unit == told.claim.unit:
        return True
    mention = cell.claim.mention
    words = re.split(r"[^a-z]", (mention.context.block.row or "").lower())
    bare = mention.kind == "count" and told.claim.mention.kind == "duration"
    return bare and not defaults.table().lasting.isdisjoint(words)


def _fits(cell: Facts, told: Facts) -> bool:
    """True for two figures of which nothing but the words of the sentence says that they are of two things."""
    low, high = sorted((compare.point(cell.claim), compare.point(told.claim)))
    if low <= 0 or high > FAR * low or compare.gap(low, high) <= options.NEAR:
        return False
    if sections.templates(cell, told) or not sections.of_one_thing(cell.document, told.document):
        return False
    heeded = (HEEDED - OF_WORDS) | circumstances.APART
    return heeded.isdisjoint(vetoes.every(cell, told))
