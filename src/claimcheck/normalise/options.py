"""The way in by options: a table gives the default or the limit of a setting, a sentence that names it another."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import combinations
from typing import Literal, NamedTuple

from claimcheck.lexicon import options, units
from claimcheck.model import Document, Link
from claimcheck.normalise import compare, sections, vetoes
from claimcheck.normalise.facts import Facts
from claimcheck.normalise.words import stem

Role = Literal["default", "maximum", "minimum"]
ROLES: tuple[Role, ...] = ("default", "maximum", "minimum")
CONFIDENCE = 0.75
NEAR = Decimal("0.05")  # 1,000 and 1,024 bytes are one kilobyte to most
HEEDED = frozenset({"change", "example", "history", "negated", "other-period", "planned"})
BEFORE = 20  # characters before a figure in which the word stands that makes it a version

Spans = list[tuple[int, int, str]]  # where a document names options


class Setting(NamedTuple):
    """What a figure is of an option: its default, the most or the least that it can be."""

    fact: Facts
    name: str
    role: Role
    value: Decimal  # in the base unit of its dimension
    unit: str | None
    given: bool  # by a table or a label, not by a sentence


def links(facts: Sequence[Facts]) -> Iterator[Link]:
    """Links between two texts that give one option two defaults or two limits."""
    found: dict[tuple[str, Role], list[Setting]] = {}
    for setting in _settings(facts):
        found.setdefault((setting.name, setting.role), []).append(setting)
    for (name, role), settings in found.items():
        if _is_one(settings):
            for one, other in combinations(settings, 2):
                if _apart(one, other, settings):
                    why = (f"{role} of one option: {name}",)
                    yield Link(one.fact.claim.id, other.fact.claim.id, CONFIDENCE, why)


def _is_one(settings: Sequence[Setting]) -> bool:
    """True where tables and labels give one value: options of several programs may have one name."""
    return len({setting.value for setting in settings if setting.given}) == 1


def _apart(one: Setting, other: Setting, settings: Sequence[Setting]) -> bool:
    """True for two different values in two texts that do not give the value of the other as well."""
    if one.fact.source == other.fact.source or one.unit != other.unit or one.given == other.given:
        return False
    if compare.gap(one.value, other.value) <= NEAR:
        return False
    told = other if one.given else one
    values = [each.value for each in settings if each.fact.source == told.fact.source]
    if any(value != told.value for value in values):
        return False
    heeded = HEEDED if sections.together(one.fact, other.fact) else HEEDED | vetoes.STORIES
    return heeded.isdisjoint(vetoes.every(one.fact, other.fact))


# --- what a figure is ------------------------------------------------------------------------------------


def _settings(facts: Sequence[Facts]) -> Iterator[Setting]:
    """The settings that tables and labels give, and those that sentences tell of options that they know."""
    given = [setting for fact in facts if (setting := _given(fact)) is not None]
    yield from given
    known = {setting.name for setting in given}
    documents = {fact.source: fact.document for fact in facts} if known else {}
    spans = {source: _names(document, known) for source, document in documents.items()}
    told = [setting for fact in facts if (setting := _told(fact, spans.get(fact.source, []))) is not None]
    counts: dict[tuple[str, int, str, Role], set[Decimal]] = {}
    for setting in told:
        counts.setdefault(_place(setting), set()).add(setting.value)
    yield from (setting for setting in told if len(counts[_place(setting)]) == 1)


def _place(setting: Setting) -> tuple[str, int, str, Role]:
    """The paragraph of a setting: where it holds two values, neither is sure."""
    return setting.fact.source, setting.fact.claim.mention.context.block.start, setting.name, setting.role


def _given(fact: Facts) -> Setting | None:
    """The setting in a cell of the row of an option, or behind "Default:" below a heading that is its name."""
    block = fact.claim.mention.context.block
    if block.kind == "cell":
        name, role = _name(block.row), _of_column(fact)
    else:
        name = _name(block.headings[-1]) if block.headings else None
        role = _of_label(fact)
    return None if name is None or role is None else _setting(fact, name, role, given=True)


def _of_column(fact: Facts) -> Role | None:
    """The role that the heading of a column gives; the upper end of a range in a column of notes is the most."""
    columns = options.table().columns
    heading = (fact.claim.mention.context.block.column or "").lower()
    for role in ROLES:
        if heading in getattr(columns, role):
            return role
    return "maximum" if fact.claim.mention.hedge in ("range", "at_most") else None


def _of_label(fact: Facts) -> Role | None:
    """The role of a figure that stands behind a label at the start of its paragraph: "Default: 5"."""
    mention = fact.claim.mention
    label = fact.document.plain[mention.context.block.start : mention.start].strip()
    columns = options.table().columns
    if not label.endswith(":"):
        return None
    return next((role for role in ROLES if label[:-1].strip().lower() in getattr(columns, role)), None)


def _told(fact: Facts, spans: Spans) -> Setting | None:
    """The setting of which a sentence tells that names one option, or whose paragraph or section names but one."""
    mention = fact.claim.mention
    block = mention.context.block
    if not spans or block.kind in ("cell", "heading") or _is_one_of(fact):
        return None
    first, last = mention.context.sentence
    sentence = fact.document.plain[first:last].lower()
    role = _of_sentence(fact, sentence)
    before = fact.document.plain[max(first, mention.start - BEFORE) : mention.start].lower()
    if (
        role is None
        or options.other().search(sentence)
        or options.table().versions.intersection(before.split()[-1:])
    ):
        return None
    name = _only(spans, first, last)
    if name is None:
        name = _around(fact, spans)
    return None if name is None else _setting(fact, name, role, given=False)


def _around(fact: Facts, spans: Spans) -> str | None:
    """The one option of the paragraph of a figure; of its section or for a count, where its noun names nothing else."""
    mention, noun = fact.claim.mention, fact.claim.noun
    block = mention.context.block
    name = _only(spans, block.start, block.end)
    if name is not None and mention.kind != "count":
        return name
    name = name or (_only(spans, *_section(fact)) if mention.kind != "count" else None)
    foreign = name is not None and noun is not None and stem(noun) not in map(stem, name.split("_"))
    return None if foreign else name


def _is_one_of(fact: Facts) -> bool:
    """True for "one" that is hardly a number: "as many as one page can hold"."""
    mention = fact.claim.mention
    return mention.kind == "count" and mention.value == 1 and not mention.surface.isdigit()


def _of_sentence(fact: Facts, sentence: str) -> Role | None:
    """What the words of a sentence with one figure of the sort say of it."""
    hedge = fact.claim.mention.hedge
    if hedge == "at_most" or options.maximum().search(sentence):
        return "maximum"
    if hedge == "more_than" and options.refusing().search(sentence):
        return "maximum"
    if hedge == "at_least" or options.minimum().search(sentence):
        return "minimum"
    return "default" if options.default().search(sentence) else None


def _section(fact: Facts) -> tuple[int, int]:
    """From the first to the last block under the headings of a figure."""
    headings = fact.claim.mention.context.block.headings
    start = fact.claim.mention.context.block.start
    blocks = fact.document.blocks
    place = next((at for at, block in enumerate(blocks) if block.start == start), None)
    if place is None or len(headings) < 2:
        return start, fact.claim.mention.context.block.end
    first = last = place
    while first and blocks[first - 1].headings == headings and blocks[first - 1].kind != "heading":
        first -= 1
    while (
        last + 1 < len(blocks)
        and blocks[last + 1].headings == headings
        and blocks[last + 1].kind != "heading"
    ):
        last += 1
    return blocks[first].start, blocks[last].end


def _setting(fact: Facts, name: str, role: Role, *, given: bool) -> Setting | None:
    mention = fact.claim.mention
    value = mention.value if mention.value is not None else mention.high if role == "maximum" else mention.low
    if value is None or mention.vague:
        return None
    symbol = mention.unit
    if symbol is None and mention.kind == "count":
        symbol = options.table().suffixes.get(re.split(r"[_-]", name)[-1])
    try:
        row = None if symbol is None else units.unit(symbol)
    except KeyError:
        return None
    if row is None:
        return Setting(fact, name, role, value, None, given)
    base = units.to_base(row.symbol, value)
    return Setting(fact, name, role, base, units.base_of(row.symbol), given)


# --- names of options ------------------------------------------------------------------------------------


def _names(document: Document, known: Collection[str]) -> Spans:
    """Where a document names one of the options, also in examples of code."""
    found = _option().finditer(document.text)
    return [(each.start(), each.end(), name) for each in found if (name := _plain(each[0])) in known]


def _only(spans: Spans, start: int, end: int) -> str | None:
    """The one option that a stretch of text names."""
    found = {
        name
        for _, last, name in spans[bisect_left(spans, (start,)) : bisect_left(spans, (end,))]
        if last <= end
    }
    return next(iter(found)) if len(found) == 1 else None


def _name(label: str | None) -> str | None:
    """The option that a label consists of."""
    return _plain(label.strip()) if label and _option().fullmatch(label.strip()) else None


def _plain(name: str) -> str:
    return name.lstrip("-").replace("-", "_").lower()


@cache
def _option() -> re.Pattern[str]:
    """ "hold_time", "RETRY_LIMIT", "--max-rows" """
    return re.compile(
        r"(?<![\w.-])(?:--[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*|[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+)(?![\w(-])"
    )
