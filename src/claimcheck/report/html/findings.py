"""The findings as the page shows them: picture, quotations by value, reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from claimcheck.model import SEVERITIES, Claim, Finding, Report
from claimcheck.report import page, picture, words
from claimcheck.report.html import drawing, svg
from claimcheck.report.html.anchors import Anchors, of_finding
from claimcheck.report.look import Look
from claimcheck.report.picture.marks import Setting, setting
from claimcheck.report.quote import Quote, bare, quote
from claimcheck.report.values import by_value

LEAD = 12  # findings on the first screen
DRAWN = 300  # findings with picture and quotations; those behind are a line each
VALUES = 6  # quoted of a finding
SAID = 3  # claims quoted of a value; the others are named only
PLACES = 12
QUOTE = 320  # code points
HEADLINE = 200


class Headline(NamedTuple):
    """A finding in one line."""

    anchor: str
    severity: str
    status: str
    label: str
    message: str


class Place(NamedTuple):
    """Where a claim stands, and the name of the claim in its text if it is on the page."""

    where: str
    anchor: str | None


class Said(NamedTuple):
    """A quotation."""

    quote: Quote
    place: Place
    day: str | None
    speaker: str | None


class Value(NamedTuple):
    """A figure, who gives it in which words, and where else it stands."""

    figure: str
    said: tuple[Said, ...]
    also: tuple[Place, ...]
    more: int
    copied: bool


class View(NamedTuple):
    """A finding with all that is shown of it."""

    head: Headline
    rule: str
    confidence: str
    picture: Markup | None
    values: tuple[Value, ...]
    more: int
    why: tuple[str, ...]
    diagnosis: str | None
    id: str


def ordered(report: Report) -> list[Finding]:
    """The findings, the worst first, known ones last."""

    def rank(item: Finding) -> tuple[bool, int, float]:
        return item.status == "known", SEVERITIES.index(item.severity), -item.confidence

    return sorted(report.findings, key=rank)


def headline(finding: Finding) -> Headline:
    """The line of a finding on the first screen."""
    message = svg.shortened(bare(finding.message), HEADLINE)
    return Headline(of_finding(finding), finding.severity, finding.status, finding.field_label, message)


def views(items: Sequence[Finding], report: Report, names: Anchors, look: Look) -> Iterator[View]:
    """The findings in the order given; those beyond a limit without picture and quotations."""
    around = setting(report)
    for number, item in enumerate(items):
        yield _view(item, number, around, names, look)


def _view(item: Finding, number: int, around: Setting, names: Anchors, look: Look) -> View:
    drawn = picture.of(item, around) if number < DRAWN else None
    groups = by_value(item.claims) if number < DRAWN else []
    return View(
        head=headline(item)._replace(message=bare(item.message)),
        rule=item.rule,
        confidence=words.confidence(item.confidence),
        picture=drawing.draw(drawn, f"p{number}") if drawn else None,
        values=tuple(_value(group, around, names, look) for group in groups[:VALUES]),
        more=max(0, len(groups) - VALUES),
        why=item.why,
        diagnosis=item.diagnosis,
        id=item.id,
    )


def _value(claims: Sequence[Claim], around: Setting, names: Anchors, look: Look) -> Value:
    own = [claim for claim in claims if claim.copy_of is None] or list(claims[:1])
    shown = own[:SAID]
    rest = [claim for claim in claims if not any(claim is each for each in shown)]
    return Value(
        figure=shown[0].mention.surface,
        said=tuple(_said(claim, around, names, look) for claim in shown),
        also=tuple(_place(claim, around, names, look) for claim in rest[:PLACES]),
        more=max(0, len(rest) - PLACES),
        copied=all(claim.copy_of for claim in rest),
    )


def _said(claim: Claim, around: Setting, names: Anchors, look: Look) -> Said:
    document = around.documents[claim.source]
    day = document.date.isoformat() if document.date else None
    return Said(quote(document, claim, QUOTE), _place(claim, around, names, look), day, claim.speaker)


def _place(claim: Claim, around: Setting, names: Anchors, look: Look) -> Place:
    return Place(page.place(claim, around.documents, look), names.claims.get(claim.id))
