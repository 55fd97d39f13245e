"""The way in by plain words: two texts give one setting, which both name in words, two defaults or two limits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from itertools import combinations
from typing import NamedTuple

from claimcheck.lexicon import defaults, lemmas, limits
from claimcheck.lexicon import options as cues
from claimcheck.model import Block, Link
from claimcheck.normalise.claim import references
from claimcheck.normalise.documentation import options
from claimcheck.normalise.documentation.entries import is_documentation
from claimcheck.normalise.documentation.options import HEEDED, ROLES, Role
from claimcheck.normalise.matching import circumstances, compare, headed, sections, vetoes
from claimcheck.normalise.matching.facts import Facts
from claimcheck.normalise.text import telling
from claimcheck.normalise.text.words import stem

CONFIDENCE = 0.7
VALUES = 2  # figures of a run that differ; where there are more, they are of several things
SURE = 3  # words that say without a cue which setting is meant
FAR = 100  # times
MANY = 8  # places of one text that give one figure of one setting; more of them say nothing new
COUNTS = frozenset({"count", references.KIND})
SCOPES = frozenset(ROLES)

Name = tuple[frozenset[str], str, str | None]  # telling stems, unit or kind, what it is counted by


class Told(NamedTuple):
    """A figure, the setting that it is of, and what it is of it; None where its sentence only states it."""

    fact: Facts
    name: Name
    role: Role | None
    value: Decimal  # in the canonical unit
    doer: str | None  # who does it: "The client waits"


class Read(NamedTuple):
    """What a cell or a sentence says that its figure is, of what, and who does it."""

    role: Role | None
    words: frozenset[str]
    doer: str | None = None


def links(facts: Sequence[Facts]) -> Iterator[Link]:
    """Links between a sentence and a sentence or cell of another text that name one setting and give another figure."""
    by_name: dict[Name, list[Told]] = {}
    for told in filter(None, map(_told, facts)):
        by_name.setdefault(told.name, []).append(told)
    for (words, *_), found in by_name.items():
        for role in (each for each in ROLES if any(told.role == each for told in found)):
            alike = [told for told in found if told.role == role or (told.role is None and role == "default")]
            for one, other in _differing(alike):
                why = (f"{role} of one thing: {', '.join(sorted(words))}",)
                yield Link(one.fact.claim.id, other.fact.claim.id, CONFIDENCE, why)


def _differing(found: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """The pairs of texts that each give one figure, where the run gives no more than two."""
    by_source: dict[str, list[Told]] = {}
    for told in found:
        by_source.setdefault(told.fact.source, []).append(told)
    values = [{told.value for told in each} for each in by_source.values()]
    if len(set().union(*values)) == VALUES and all(len(each) == 1 for each in values):
        first = [told for each in by_source.values() for told in each[:MANY]]
        yield from (pair for pair in combinations(first, 2) if _fits(*pair))


def _fits(one: Told, other: Told) -> bool:
    """True for two different figures of one setting that nothing tells apart."""
    a, b = one.fact, other.fact
    if a.source == b.source or one.role is other.role is None or (_is_cell(a) and _is_cell(b)):
        return False
    if one.doer is not None and other.doer is not None and one.doer != other.doer:
        return False
    low, high = sorted((one.value, other.value))
    near = a.claim.mention.kind == "data_size" and compare.gap(low, high) <= options.NEAR
    if near or low <= 0 or high > FAR * low:
        return False
    if a.scopes.exact - SCOPES != b.scopes.exact - SCOPES or sections.versions_apart(a.source, b.source):
        return False
    if not sections.of_one_thing(a.document, b.document) or sections.templates(a, b) or headed.apart(a, b):
        return False
    return (HEEDED | circumstances.APART).isdisjoint(vetoes.every(a, b))


def _is_cell(fact: Facts) -> bool:
    return fact.claim.mention.context.block.kind == "cell"


# --- what a figure is ------------------------------------------------------------------------------------


def _told(fact: Facts) -> Told | None:
    """The setting that a cell or a sentence gives a figure of."""
    mention = fact.claim.mention
    value = _value(fact) if is_documentation(fact.document) else None
    if value is None or mention.vague or mention.context.block.kind == "heading" or options.is_one_of(fact):
        return None
    found = _of_cell(fact, mention.context.block) if _is_cell(fact) else _of_sentence(fact)
    if found is None or not found.words:
        return None
    unit = "" if mention.kind in COUNTS else fact.claim.unit or mention.kind
    if mention.kind == references.KIND and found.words.isdisjoint(cues.table().ports):
        return None
    return Told(fact, (found.words, unit, mention.per), found.role, value, found.doer)


def _value(fact: Facts) -> Decimal | None:
    """The figure in its canonical unit; of a number that names something its digits."""
    mention = fact.claim.mention
    if mention.kind == references.KIND:
        return Decimal(mention.surface) if mention.surface.isdecimal() else None
    return mention.value if mention.value is None or mention.kind == "count" else compare.point(fact.claim)


def _of_cell(fact: Facts, block: Block) -> Read | None:
    """What a cell below "Default" or "Limit" is of the setting in its row; the default of a most is that most."""
    role = options.of_column(fact)
    label = re.sub(r"[_.\W]+", " ", block.row or "").lower()
    side: Role | None = (
        "maximum" if limits.most().search(label) else "minimum" if limits.least().search(label) else None
    )
    if side is not None and (role == "default" or (role is None and not headed.named(block.column or ""))):
        role = side
    return None if role is None else Read(role, stems(label))


def _of_sentence(fact: Facts) -> Read | None:
    """What a sentence says of its figure; without a cue all that stands behind it counts."""
    first, last = fact.claim.mention.context.sentence
    before, behind = options.clause(fact)
    sentence = fact.document.plain[first:last]
    if options.is_other(sentence.lower(), before, behind):
        return None
    role = options.of_clause(fact, before, behind)
    doer, start = _doer(fact, sentence)
    said = before[start:] if before.startswith(sentence[:start].lower()) else before
    words = stems(f"{said} | {behind if role is None else _pause().split(behind)[0]}") | _counted(fact)
    if role is None and (len(words) < SURE or fact.claim.mention.hedge != "exact"):
        return None
    return Read(role, words, doer)


def _doer(fact: Facts, sentence: str) -> tuple[str | None, int]:
    """Who does it at the head of a sentence, and where what it does begins: "Quill starts 8 workers"."""
    opening = _opening().match(sentence.lower())
    found = defaults.doer().match(sentence, opening.end() if opening else 0)
    if found is None:
        return None, 0
    doer = (found["doer"] or found["name"]).lower()
    verb = found["genitive"] or found["verb"] in lemmas.forms()
    own = found["doer"] or doer not in _words(fact.document.plain)
    return (doer, found.end()) if verb and own else (None, 0)


@lru_cache(maxsize=64)
def _words(text: str) -> frozenset[str]:
    """The words of a text as they are written, with all that points and hyphens make of them."""
    return frozenset((*re.findall(r"\w+", text), *re.findall(r"\w+(?:[.-]+\w+)+", text)))


@cache
def _opening() -> re.Pattern[str]:
    """ "By default, " """
    return re.compile(rf"[\s*_>•-]*{cues.default().pattern},?\s*")


def _counted(fact: Facts) -> frozenset[str]:
    mention = fact.claim.mention
    said = mention.kind == "count" and mention.noun_phrase
    return stems(said) if said else frozenset()


@cache
def _pause() -> re.Pattern[str]:
    return re.compile(r"[,;:(–—]|\b(?:and|because|but|or|so|that|when|which|while)\b")


def stems(text: str) -> frozenset[str]:
    """The telling stems of a stretch that name a setting or say what it does, whatever their forms."""
    for pattern in (cues.default(), cues.maximum(), cues.minimum(), limits.most(), limits.least()):
        text = pattern.sub(" ", text)
    return frozenset(map(form, telling.within(text) - _unsaid()))


def form(word: str) -> str:
    """What the stems of all forms of a word have in common: "messag", "message"; "retri", "retry"."""
    return f"{word[:-1]}y" if word.endswith("i") else word.removesuffix("e")


@cache
def _unsaid() -> frozenset[str]:
    table = defaults.table()
    return frozenset(map(stem, (*table.doing, *table.measures, *cues.table().saying)))
