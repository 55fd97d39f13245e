"""What the grammar made of each number of a document, masked ones included."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from claimcheck.model import Document, Extraction, Masked, Mention
from claimcheck.report import location, page, safe, words
from claimcheck.report.look import Look

AROUND = 40  # code points shown on either side of a number


def explain(document: Document, extraction: Extraction, look: Look) -> str:
    """Every number in the order of the text, each with its parts or with the mask that took it."""
    numbers: list[Mention | Masked] = [*extraction.mentions, *extraction.masked]
    numbers.sort(key=_place)
    lines = [Text(safe.line(look.path(document.source)), "bold cyan")]
    for number in numbers:
        lines += [*page.block(_body(document, number, look), "blue", look), Text()]
    return page.render(lines, look)


def _place(number: Mention | Masked) -> tuple[int, int]:
    return number.start, number.end


def _body(document: Document, number: Mention | Masked, look: Look) -> Iterator[tuple[int, Text]]:
    before = safe.fold(document.text[max(0, number.start - AROUND) : number.start])
    after = safe.fold(document.text[number.end : number.end + AROUND])
    marked = safe.fold(document.text[number.start : number.end])
    shown = Text(marked, page.HIGHLIGHT) if look.color else Text(f"[{marked}]")
    yield 0, Text.assemble((location.at(document, number.start), "cyan"), "  …", before, shown, after, "…")
    for name, what in parts(document, number):
        yield 4, Text(f"{name}: {safe.line(what)}")


def parts(document: Document, number: Mention | Masked) -> Iterator[tuple[str, str]]:
    """The parts of the grammar that matched, as pairs of a name and what it read."""
    if isinstance(number, Masked):
        yield "masked", f"it is no quantity: {number.reason}"
        return
    figure = document.text[number.number_start : number.number_end]
    yield "number", f"“{figure}” is {_value(number)}; its last digit that counts is worth {number.step:f}"
    if number.hedge != "exact" or number.precise:
        spoken = document.text[number.start : number.number_start].strip()
        named = "precise" if number.precise else number.hedge.replace("_", " ")
        yield "hedge", f"“{spoken}” says {named}" if spoken else named
    if number.unit:
        yield "unit", f"{number.unit}, of kind {number.kind}" + (f", per {number.per}" if number.per else "")
    if number.noun_phrase:
        yield "noun", f"“{number.noun_phrase}”, its head is {number.noun}"
    elif not number.unit:
        yield "noun", "elided"
    if number.trend:
        yield "trend", f"the amount of a change {number.trend}"
    if number.conversion_of is not None:
        yield "conversion", "repeats the figure before it in another unit"


def _value(mention: Mention) -> str:
    if mention.value is not None:
        return words.decimal(mention.value) or ""
    return f"{words.decimal(mention.low) or 'any'} to {words.decimal(mention.high) or 'any'}"
