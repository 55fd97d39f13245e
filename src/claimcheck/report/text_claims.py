"""The claims for people: each in its sentence, with what was read from it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from rich.text import Text

from claimcheck.model import Claim, Document, Report
from claimcheck.report import location, page, record, safe, words
from claimcheck.report.left_out import left_out
from claimcheck.report.look import Look
from claimcheck.report.quote import quote

QUOTE = 300  # code points


def extract(report: Report, look: Look) -> str:
    """The claims of each document, in the order of its text."""
    sources = record.documents(report)
    lines: list[Text] = []
    for source, claims in groupby(report.claims, key=lambda claim: claim.source):
        lines.append(_title(sources[source], look))
        for claim in claims:
            lines += [*page.block(_body(claim, sources[source], look), "blue", look), Text()]
    if not look.quiet:
        lines.append(Text(f"{words.coverage(report)}.", "dim"))
    if look.verbose:
        lines += [Text(line, "dim") for line in left_out(report, look)]
    return page.render(lines, look)


def _title(document: Document, look: Look) -> Text:
    about = [document.publisher, document.date and document.date.isoformat(), document.title]
    return page.join(
        [Text(safe.line(look.path(document.source)), "bold cyan"), *(safe.line(a) for a in about if a)]
    )


def _body(claim: Claim, document: Document, look: Look) -> Iterator[tuple[int, Text]]:
    yield (
        0,
        Text.assemble(
            (location.at(document, claim.mention.start), "cyan"),
            "  ",
            page.quoted(quote(document, claim, QUOTE), look),
        ),
    )
    yield 4, page.join(f"{name} {safe.line(text)}" for name, text in facts(claim) if text)


def facts(claim: Claim) -> Iterator[tuple[str, str | None]]:
    """What was read from a claim, as pairs of a word and a text."""
    mention = claim.mention
    yield "value", value(claim)
    yield "kind", mention.kind + (f", a change {mention.trend}" if mention.trend else "")
    yield "unit", mention.unit
    yield "of", claim.noun
    yield "action", claim.action
    yield "place", ", ".join(place.name for place in claim.places)
    yield "when", claim.period.text if claim.period else None
    yield "scope", ", ".join(claim.scopes)
    yield "says", claim.speaker
    yield "role", claim.role if claim.role != "value" else None


def value(claim: Claim) -> str:
    """The figure of a claim with its hedge in words."""
    mention = claim.mention
    if mention.value is None:
        return f"{_grouped(claim.value.low)} to {_grouped(claim.value.high)}"
    return words.HEDGES[mention.hedge] + _grouped(mention.value)


def _grouped(number: Decimal | None) -> str:
    """A number as people read it: 301,000,000."""
    whole, point, rest = (words.decimal(number) or "any").partition(".")
    return f"{int(whole):,}{point}{rest}" if whole.isdigit() else whole + point + rest
