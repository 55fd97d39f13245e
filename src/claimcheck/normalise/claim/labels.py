"""What a figure that stands alone is called: the label of its row or column, or the words before a colon."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from claimcheck.lexicon import dates, function_words, lemmas, measured, money, nouns, options, units
from claimcheck.lexicon import numbers as number_words
from claimcheck.lexicon.numbers import numbers, scale
from claimcheck.lexicon.patterns import alternatives
from claimcheck.lexicon.units import Unit
from claimcheck.model import Block, Document, Mention, Period

Thing = tuple[str, frozenset[str]]
ONE, THOUSAND = Decimal(1), Decimal(1000)
LONGEST = 6  # words of a label
JOINT = " · "  # between the headings of a column


class Money(NamedTuple):
    """The currency that the figures of a row or a column have, and what they are multiplied by."""

    symbol: str
    factor: Decimal


def thing(document: Document, mention: Mention) -> Thing | None:
    """The noun that labels a figure without one, singular, and the words that narrow it."""
    block = mention.context.block
    text = _of_cell(block) if block.kind == "cell" else _before_colon(document, mention)
    return None if text is None else named(text)


def unit(block: Block) -> Unit | None:
    """The unit that only the labels of a cell give: "Retention (days)", "Size in GB", `hold_seconds`."""
    if block.kind != "cell":
        return None
    labels = (*reversed((block.column or "").split(JOINT)), block.row or "")
    return next((each for label in labels if label and (each := _unit(label.strip())) is not None), None)


@lru_cache(maxsize=1024)
def _unit(label: str) -> Unit | None:
    name = _option_suffix().search(label)
    if name is not None:
        symbol = options.table().suffixes.get(name["suffix"].lower())
        return None if symbol is None else units.by_symbol().get(symbol) or units.by_word().get(symbol)
    if label == "%" or label.endswith(" %"):
        return units.by_symbol()["%"]
    behind = _unit_behind().search(label)
    if behind is None:
        return None
    form = behind["bracket"] or behind["word"]
    if not form:
        return None  # "Price ()"
    tight = units.by_tight().get(form) if behind["bracket"] else None
    return tight or units.by_symbol().get(form) or units.by_word().get(form.lower())


def money_of(block: Block) -> Money | None:
    """The currency that only the labels of a cell give: "Price (€)", "Cost in euros", "Revenue (£ million)"."""
    if block.kind != "cell":
        return None
    row, column = ((label or "").strip() for label in (block.row, block.column))
    alike = not _of_its_own().search(row)
    if column and alike and not _counts(row):
        for heading in reversed(column.split(JOINT)):
            if (found := _currency(heading) or _in_scale(heading)) is not None:
                return found
    timed = not column or any(sign.isdigit() for sign in column)  # no "Note", no "Change"
    if not (row and timed):
        return None
    above = (*block.headings[-1:], *block.above) if alike and _is_amount(row) else ()
    return next((money for label in (row, *reversed(above)) if (money := _in_scale(label)) is not None), None)


def _counts(row: str) -> bool:
    """True for a row of people, or of a number of things, in a column of money: "Staff", "Number of shops"."""
    found = named(row)
    return found is not None and (
        nouns.is_people(nouns.classes().get(found[0])) or row[:6].lower() == "number"
    )


def _is_amount(row: str) -> bool:
    """True for a row of money in a table that may hold others: "Revenue", but not "Stores" or "Profit margin"."""
    parts = _parts([lemmas.noun(word) for word in re.findall(r"[^\W\d_]+", row.lower())])
    return bool(parts) and parts[0][-1] in measured.table().amounts


@cache
def _of_its_own() -> re.Pattern[str]:
    """What shows that a row is in a unit of its own: "Customers (thousands)", "Growth %", "Earnings per share"."""
    return re.compile(r"[(%]|\bper\s(?:\w+\s)?share\b")


@lru_cache(maxsize=1024)
def _currency(heading: str) -> Money | None:
    behind = _money_behind().search(heading)
    form = (behind["bracket"] or behind["word"]) if behind else heading
    plain = form.lower().endswith("s") or not form.isalpha() or form.isupper()
    if form.lower() in units.by_word() or not (plain or (behind and behind["bracket"])):
        return None  # pounds may be a weight, and what is "won" are games
    found = money.by_code().get(form) or money.by_glyph().get(form) or money.by_word().get(form.lower())
    return None if found is None else Money(found.symbol, ONE)


@cache
def _money_behind() -> re.Pattern[str]:
    """ "Price (€)", "Cost in euros" """
    return re.compile(r"[\w)](?:\s\((?:in\s)?(?P<bracket>[^()\s]+)\)|(?:,|,?\sin)\s(?P<word>[^\s(),]+))$")


@lru_cache(maxsize=1024)
def _in_scale(label: str) -> Money | None:
    """The currency and the scale at the end of a label: "(£m)", ", US$ bn", "millions of euros", "£'000"."""
    behind = _scaled().search(label.rstrip(" .:"))
    if behind is None or (behind["of"] and _is_counted(label[: behind.start("first")])):
        return None
    form, word = (behind["form"] or behind["of"]).strip(), (behind["scale"] or behind["first"] or "").lower()
    found = money.by_code().get(form) or money.by_glyph().get(form) or money.by_prefix().get(form)
    found = found or money.by_word().get(form.lower())
    factor = (scale(word) or numbers().short_scales[word].value) if word else THOUSAND
    return None if found is None else Money(found.symbol, Decimal(factor))


def _is_counted(before: str) -> bool:
    """True for words that end in a number: "a profit of three " before "million euros"."""
    word = before.rsplit(maxsplit=1)[-1:] or [""]
    return word[0][-1:].isdigit() or word[0].lower() in number_words.words()


@cache
def _scaled() -> re.Pattern[str]:
    codes = set(money.by_code()) - money.ambiguous_codes()
    forms = alternatives({*money.by_glyph(), *money.by_prefix(), *codes})
    words = "|".join(f"{word}s?" for word in numbers().scales)
    scales = rf"(?i:{words}|{alternatives(numbers().short_scales)})"
    of = rf"(?P<first>{scales})\s(?:of\s)?(?P<of>(?i:{alternatives(money.by_word())})|{forms})"
    return re.compile(
        rf"(?:^\(?(?:[Ii]n\s)?|(?<=[\w)])(?:\s\((?:in\s)?|,\s(?:in\s)?|\s(?:in\s)?))"
        rf"(?:(?P<form>{forms})\s?(?:(?:in\s)?(?P<scale>{scales})|['’]?000s?)|{of})\)?(?:,?\s(?:except|unless)\b.*)?$"
    )


def period(block: Block) -> Period | None:
    """The year that labels a row or a column: "2023", "FY 2023"."""
    labels = (*(block.column or "").split(JOINT), block.row) if block.kind == "cell" else ()
    for label in labels:
        year = _year().fullmatch(_scaled().sub("", label).rstrip("% ")) if label else None
        if year is not None:
            number = int(year["year"])
            return Period(year.group(), date(number, 1, 1), date(number, 12, 31))
    return None


@cache
def _year() -> re.Pattern[str]:
    return re.compile(rf"(?:FY\s?)?(?P<year>{dates.RECENT_YEAR})")


@cache
def _option_suffix() -> re.Pattern[str]:
    return re.compile(r"^-{0,2}[A-Za-z][A-Za-z0-9]*(?:[_-][A-Za-z0-9]+)*[_-](?P<suffix>[A-Za-z]+)$")


@cache
def _unit_behind() -> re.Pattern[str]:
    """ "Size (GB)", "Speed (km/h)", "Weight, kg", "Time in minutes" """
    return re.compile(
        r"[\w)](?:\s\((?:in\s)?(?P<bracket>[%°]?[^\W\d_]*(?:/[^\W\d_]+)?)\)|(?:,|,?\sin)\s(?P<word>[^\W\d_]+))$"
    )


def _of_cell(block: Block) -> str | None:
    """The label of the row, narrowed by the heading of the column, or that heading narrowed by the row."""
    row, column = block.row or "", block.column or ""
    head = named(column)
    if head is None:
        return row or None
    return f"{row.partition('(')[0]} {column}"  # behind a bracket no head is looked for


def _before_colon(document: Document, mention: Mention) -> str | None:
    """ "Weight: 187 g" and "Weight    187 g", at the start of a line, a bullet or a sentence."""
    start = max(mention.context.sentence[0], mention.context.block.start)
    start = max(start, document.plain.rfind("\n", start, mention.start) + 1)
    found = _label().match(document.plain, start, mention.start)
    return None if found is None else found["label"]


@lru_cache(maxsize=1024)
def named(label: str) -> Thing | None:
    """The head of a label and its other words: "Number of seats (of which folding)" is about seats."""
    words = [
        lemmas.noun(word)
        for word in re.findall(r"[^\W\d_]+", _scaled().sub("", label).partition("(")[0].lower())
        if not (word.endswith("ed") and word in lemmas.forms())  # "Houses flooded"
    ]
    if not words or len(words) > LONGEST:
        return None
    table = measured.table()
    parts = _parts(words)
    telling = [part for part in parts if part[-1] not in table.empty | table.generic]
    if not telling:
        return None
    head = telling[0][-1]
    others = {word for part in parts for word in part} - {head} - table.empty - table.generic
    return head, frozenset(others) - function_words.words()


def _parts(words: list[str]) -> list[list[str]]:
    """The words of a label between its prepositions."""
    parts: list[list[str]] = [[]]
    for word in words:
        if word in function_words.words():
            parts.append([])
        else:
            parts[-1].append(word)
    return [part for part in parts if part]


@cache
def _label() -> re.Pattern[str]:
    return re.compile(r"[\s*•–-]*(?P<label>[^\W\d_](?:[^:.!?;,\n\s]|\s(?!\s)){1,60}?)(?::[\s*]*|\s\s+)$")
