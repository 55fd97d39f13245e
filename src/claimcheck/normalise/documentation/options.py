"""The way in by options: a table gives the default or the limit of a setting, a sentence that names it another."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import groupby, islice
from typing import Literal, NamedTuple

from claimcheck.lexicon import options, units
from claimcheck.model import Document, Link
from claimcheck.normalise.matching import compare, sections, vetoes
from claimcheck.normalise.matching.facts import Facts
from claimcheck.normalise.text import telling
from claimcheck.normalise.text.words import stem

Role = Literal["default", "maximum", "minimum"]
ROLES: tuple[Role, ...] = ("default", "maximum", "minimum")
CONFIDENCE = 0.75
NEAR = Decimal("0.05")  # 1,000 and 1,024 bytes are one kilobyte to most
HEEDED = frozenset({"change", "example", "history", "negated", "other-period", "other-platform", "planned"})
BEFORE = 20  # characters before a figure in which the word stands that makes it a version
CLOSE = 60  # characters between a figure and the words that say what it is
TIMED = frozenset({"data_size", "duration"})
CROWD = 12  # texts that are set against one sentence


class Names(NamedTuple):
    """Where a document names options, in order, and where its sections begin."""

    starts: list[int]
    ends: list[int]
    names: list[str]
    runs: list[int]  # for each place the first behind it that names another option
    sections: list[tuple[int, int]]


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
        given = [setting for setting in settings if setting.given]
        if len({setting.value for setting in given}) != 1:
            continue  # options of several programs may have one name
        for told in _sure(settings):
            if compare.gap(given[0].value, told.value) > NEAR:
                for one in islice((each for each in given if _apart(each, told)), CROWD):
                    why = (f"{role} of one option: {name}",)
                    yield Link(one.fact.claim.id, told.fact.claim.id, CONFIDENCE, why)


def _sure(settings: Sequence[Setting]) -> list[Setting]:
    """What sentences tell, of texts that give one value."""
    values: dict[str, set[Decimal]] = {}
    for setting in settings:
        values.setdefault(setting.fact.source, set()).add(setting.value)
    return [setting for setting in settings if not setting.given and len(values[setting.fact.source]) == 1]


def _apart(given: Setting, told: Setting) -> bool:
    """True for values of one unit in two texts that nothing tells apart."""
    sources = given.fact.source, told.fact.source
    if sources[0] == sources[1] or given.unit != told.unit or sections.versions_apart(*sources):
        return False
    heeded = HEEDED if sections.together(given.fact, told.fact) else HEEDED | vetoes.STORIES
    return heeded.isdisjoint(vetoes.every(given.fact, told.fact))


# --- what a figure is ------------------------------------------------------------------------------------


def _settings(facts: Sequence[Facts]) -> Iterator[Setting]:
    """The settings that tables and labels give, and those that sentences tell of options that they know."""
    given = [setting for fact in facts if (setting := _given(fact)) is not None]
    yield from given
    known = {setting.name for setting in given}
    documents = {fact.source: fact.document for fact in facts} if known else {}
    names = {source: _names(document, known) for source, document in documents.items()}
    told = [
        setting
        for fact in facts
        if fact.source in names and (setting := _told(fact, names[fact.source])) is not None
    ]
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
        role = of_column(fact)
        name = named(block.row) or (key(block.row) if role == "default" else None)
    else:
        name = named(block.headings[-1]) if block.headings else None
        role = _of_label(fact)
    return None if name is None or role is None else _setting(fact, name, role, given=True)


def of_column(fact: Facts) -> Role | None:
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


def _told(fact: Facts, names: Names) -> Setting | None:
    """The setting of which a sentence tells that names one option, or whose paragraph or section names but one."""
    mention = fact.claim.mention
    if not names.starts or mention.context.block.kind in ("cell", "heading") or is_one_of(fact):
        return None
    first, last = mention.context.sentence
    before, behind = clause(fact)
    if is_other(fact.document.plain[first:last].lower(), before, behind):
        return None
    name = _only(names, first, last)
    role = of_clause(fact, before, behind) or _left_out(fact, name)
    if role is None:
        return _to_be_changed(fact, names)
    if name is None:
        name = _around(fact, names)
        aside = mention.kind == "count" and name is not None and _speaks_of_other(before, name)
    else:
        aside = _is_foreign(fact, name) or _speaks_of_other(f"{before} {_between(fact, names, name)}", name)
    if name is None or (aside and role != "default"):
        return None
    if mention.kind == "count" and _is_foreign(fact, name) and not _is_led_by(fact, name):
        return None
    return _setting(fact, name, role, given=False)


def _left_out(fact: Facts, name: str | None) -> Role | None:
    """The default where its sentence says what holds without the option: "Leave `limit` out and a page holds 20"."""
    first, last = fact.claim.mention.context.sentence
    if name is None:
        return None
    said = fact.document.text[first:last].lower().replace("-", "_")
    return "default" if options.left_out(name).search(said) else None


def _is_led_by(fact: Facts, name: str) -> bool:
    """True for a sentence that begins so: "If `limit` is missing, a page has 20 rows"."""
    first, last = fact.claim.mention.context.sentence
    said = fact.document.text[first:last].lower().replace("-", "_")
    return options.left_out(name).match(said) is not None


def _to_be_changed(fact: Facts, names: Names) -> Setting | None:
    """The setting of what something waits for, where the paragraph says how to change it: "Pass a larger `wait_ms`"."""
    mention, plain = fact.claim.mention, fact.document.plain
    block, (first, last) = mention.context.block, mention.context.sentence
    name = _only(names, block.start, block.end)
    if name is None or mention.kind not in TIMED or mention.hedge != "exact":
        return None
    places = range(bisect_left(names.starts, last), bisect_left(names.starts, block.end))
    stops = options.stopping().search(plain[first : mention.start].lower())
    if stops is None or not any(_is_changed(plain, last, names.starts[at]) for at in places):
        return None
    return _setting(fact, name, "default", given=False)


def _is_changed(plain: str, start: int, at: int) -> bool:
    """True for an option in the sentence behind one that ends at `start`, if something is told to change it."""
    before = plain[start:at].lower()
    return options.changing().search(before) is not None and not re.search(r"[.!?]\s", before.strip())


def _around(fact: Facts, names: Names) -> str | None:
    """The one option of the paragraph of a figure; of its section where its noun names nothing else."""
    mention = fact.claim.mention
    block = mention.context.block
    own = _option().match(block.headings[-1].strip()) if block.headings else None
    if own is not None:
        return _plain(own["name"])  # another one is only referred to: "See --idle-limit"
    name = _only(names, block.start, block.end)
    if name is not None or mention.kind == "count":
        return name
    name = _only(names, *_section(fact, names))
    return None if name is None or _is_foreign(fact, name) else name


def _is_foreign(fact: Facts, name: str) -> bool:
    """True for a figure with a noun that is not in the name of the option."""
    noun = fact.claim.noun
    return noun is not None and stem(noun) not in _stems(name)


def _speaks_of_other(stretch: str, name: str) -> bool:
    """True for words that are neither of the option nor say that something is its value."""
    return bool(telling.within(stretch) - _stems(name) - _saying())


def _between(fact: Facts, names: Names, name: str) -> str:
    """What stands between a figure and the nearest place in its sentence that names the option."""
    mention, plain = fact.claim.mention, fact.document.plain
    first, last = mention.context.sentence
    at, end = bisect_left(names.starts, first), bisect_left(names.starts, last)
    places = [(names.starts[each], names.ends[each]) for each in range(at, end) if names.names[each] == name]
    stretches = [
        plain[stop : mention.start] if stop <= mention.start else plain[mention.end : start]
        for start, stop in places
    ]
    return min(stretches, key=len, default="")


def clause(fact: Facts) -> tuple[str, str]:
    """What stands before and behind a figure in its clause, brackets left out that are not its own."""
    mention, plain = fact.claim.mention, fact.document.plain
    first, last = mention.context.sentence
    before = _bracket().sub(" ", plain[first : mention.start].lower())
    behind = plain[mention.end : last].lower()
    own = _own_bracket().match(behind)
    kept = own.end() if own else 0
    behind = behind[:kept] + _bracket().sub(" ", behind[kept:])
    return options.joint().split(before)[-1], options.joint().split(behind)[0]


def is_other(sentence: str, before: str, behind: str) -> bool:
    """True for a figure of another time or version, one that is advised, and one put in the place of a default."""
    return bool(
        options.other().search(sentence)
        or options.advised().search(before)
        or options.advised().search(behind)
        or options.instead().search(before)
        or options.instead().search(behind)
        or options.tried().search(before)
        or options.table().versions.intersection(before[-BEFORE:].split()[-1:])
    )


def is_one_of(fact: Facts) -> bool:
    """True for "one" that is hardly a number: "as many as one page can hold"."""
    mention = fact.claim.mention
    return mention.kind == "count" and mention.value == 1 and not mention.surface.isdigit()


def of_clause(fact: Facts, before: str, behind: str) -> Role | None:
    """What the words near a figure in its clause say of it."""
    hedge = fact.claim.mention.hedge
    near = f"{before[-CLOSE:]} | {behind[:CLOSE]}"
    if hedge == "at_most" or options.maximum().search(near):
        return "maximum"
    if hedge == "more_than" and options.refusing().search(near):
        return "maximum"
    if hedge == "at_least" or options.minimum().search(near):
        return "minimum"
    # What opens a sentence holds for all of it: "Unless you have changed it, ..."
    found = options.default().search(near) or options.default().match(before.lstrip())
    return "default" if found else None


def _section(fact: Facts, names: Names) -> tuple[int, int]:
    """From the first to the last block under the headings of a figure; its own block where they are but a title."""
    block = fact.claim.mention.context.block
    at = bisect_right(names.sections, block.start, key=lambda each: each[0]) - 1
    return (block.start, block.end) if len(block.headings) < 2 or at < 0 else names.sections[at]


def _setting(fact: Facts, name: str, role: Role, *, given: bool) -> Setting | None:
    mention = fact.claim.mention
    value = mention.value if mention.value is not None else mention.high if role == "maximum" else mention.low
    if value is None or mention.vague:
        return None
    symbol = mention.unit
    if symbol is None and mention.kind == "count":
        symbol = options.table().suffixes.get(re.split(r"[_-]", name)[-1])
    elif given and symbol is not None and mention.surface[-len(symbol) - 1 : -len(symbol)].isdigit():
        symbol = options.table().written.get(symbol, symbol)
    try:
        row = None if symbol is None else units.unit(symbol)
    except KeyError:
        return None
    if row is None:
        return Setting(fact, name, role, value, None, given)
    base = units.to_base(row.symbol, value)
    return Setting(fact, name, role, base, units.base_of(row.symbol), given)


# --- names of options ------------------------------------------------------------------------------------


def _names(document: Document, known: Collection[str]) -> Names:
    """Where a document names one of the options, also in examples of code."""
    found = (*_option().finditer(document.text), *_in_code().finditer(document.text))
    places = sorted((*each.span("name"), name) for each in found if (name := _plain(each["name"])) in known)
    names = [name for *_, name in places]
    runs = [len(names)] * len(names)
    for at in range(len(names) - 2, -1, -1):
        runs[at] = runs[at + 1] if names[at] == names[at + 1] else at + 1
    starts, ends = [each[0] for each in places], [each[1] for each in places]
    return Names(starts, ends, names, runs, list(_sections(document)) if names else [])


def _sections(document: Document) -> Iterator[tuple[int, int]]:
    """Where blocks stand that follow one another under the same headings."""
    for _, group in groupby(document.blocks, lambda block: (block.headings, block.kind == "heading")):
        blocks = list(group)
        yield blocks[0].start, blocks[-1].end


def _only(names: Names, start: int, end: int) -> str | None:
    """The one option that a stretch of text names."""
    first, last = bisect_left(names.starts, start), bisect_left(names.starts, end)
    if last > first and names.ends[last - 1] > end:
        last -= 1
    return names.names[first] if first < last <= names.runs[first] else None


def named(label: str | None) -> str | None:
    """The option that a label consists of."""
    return _plain(label.strip()) if label and _option().fullmatch(label.strip()) else None


def key(label: str | None) -> str | None:
    """The key that a label of lower-case letters consists of: "timeout", "cache.size"."""
    return label.strip() if label and _word().fullmatch(label.strip()) else None


def _plain(name: str) -> str:
    """The name as all texts write it; of one with dots the last part, where that is no common word."""
    last = name.rpartition(".")[2]
    return (last if "_" in last else name).lstrip("-").replace("-", "_").lower()


def _stems(name: str) -> frozenset[str]:
    return frozenset(map(stem, re.split(r"[_.]", name)))


@cache
def _option() -> re.Pattern[str]:
    """ "hold_time", "queue.hold_time", "RETRY_LIMIT", "--max-rows" """
    dashed = r"--[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*"
    joined = r"(?:[a-z][a-z0-9_]*\.)*[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+"
    return re.compile(rf"(?<![\w.-])(?P<name>{dashed}|{joined})(?![\w(-])")


@cache
def _in_code() -> re.Pattern[str]:
    """ "`timeout`", "`cache.size`": only these marks tell such a name from a word."""
    return re.compile(rf"(?:`|<code>)(?P<name>{_word().pattern})(?:`|</code>)")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[a-z][a-z0-9]*(?:\.[a-z][a-z0-9]*)*")


@cache
def _bracket() -> re.Pattern[str]:
    return re.compile(r"\([^()]*\)")


@cache
def _own_bracket() -> re.Pattern[str]:
    """Brackets right behind a figure: "50 rows (the default)"."""
    return re.compile(r"\s*(?:\w+\s+)?\([^()]*\)")


@cache
def _saying() -> frozenset[str]:
    """Stems of what may stand between an option and its limit."""
    table = options.table()
    phrases = (*table.cues.default, *table.cues.maximum, *table.cues.minimum, *table.saying)
    return frozenset(stem(word) for phrase in phrases for word in phrase.split())
