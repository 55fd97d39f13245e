"""Reports made by hand, for the tests of formats."""

from __future__ import annotations

import re
from decimal import Decimal

from claimcheck.interval import Interval
from claimcheck.model import (
    Claim,
    Context,
    Coverage,
    Document,
    Field,
    Finding,
    Mention,
    Period,
    Place,
    Report,
    Skipped,
    ValueGroup,
)

FIGURE = re.compile(r"(?P<about>about )?(?P<number>\d+)(?P<noun> \w+)?")


def document(source: str, text: str) -> Document:
    return Document(source, text, text, ())


def claims_of(item: Document) -> list[Claim]:
    """A claim for each run of digits; the whole text is its sentence."""
    return [_claim(item, hit) for hit in FIGURE.finditer(item.text)]


def _claim(item: Document, hit: re.Match[str]) -> Claim:
    value = Decimal(hit["number"])
    mention = Mention(
        source=item.source,
        start=hit.start(),
        end=hit.end(),
        number_start=hit.start("number"),
        number_end=hit.end("number"),
        surface=hit[0],
        value=value,
        low=None,
        high=None,
        step=Decimal(1),
        hedge="about" if hit["about"] else "exact",
        noun=_words(hit).removesuffix("s"),
        noun_phrase=_words(hit),
        context=Context(sentence=(0, len(item.text))),
    )
    meant = Interval.point(value).widen(value / 10 if hit["about"] else Decimal(0))
    return Claim(
        id=f"{item.source}-{hit.start()}",
        mention=mention,
        value=meant,
        plausible=meant,
        unit=None,
        noun=_words(hit).removesuffix("s"),
        action="move",
        places=(Place("in", "Velmora"),),
        period=Period("on Sunday"),
        speaker="a spokesman",
    )


def _words(hit: re.Match[str]) -> str:
    return (hit["noun"] or "").strip()


def report(*texts: tuple[str, str], message: str | None = None, label: str = "ambulance") -> Report:
    """One field and one warning that hold every figure of the texts, given as (source, text)."""
    documents = tuple(document(*text) for text in sorted(texts))
    claims = tuple(claim for item in documents for claim in claims_of(item))
    field = Field("field-1", label, None, claims, (), len(documents))
    values = tuple(
        ValueGroup(claim.mention.surface, claim.value.low, claim.value.high, (claim.source,))
        for claim in claims
    )
    finding = Finding(
        id="f00d",
        rule="value-conflict",
        severity="warning",
        confidence=0.934,
        message=message or f"Sources differ on the number of {label}s.",
        field_id="field-1",
        field_label=label,
        unit=None,
        values=values,
        claims=claims,
        why=(f"same noun: {label}",),
        independent_sources=len(documents),
    )
    return Report(
        documents=documents,
        claims=claims,
        fields=(field,),
        findings=(finding,),
        skipped=(Skipped("scan.txt", "binary (NUL bytes)"),),
        coverage=Coverage(len(claims) + 1, len(claims), {"count": len(claims)}, {"year": 1}, 1, len(claims)),
    )


def conflict() -> Report:
    """Two sources that differ on ambulances."""
    return report(
        ("a.txt", "The convoy of about 400 ambulances left at dawn."),
        ("b.txt", "We counted 380 ambulances."),
    )


def clean() -> Report:
    """A report on one source in which nothing was found."""
    empty = report(("a.txt", "We counted 380 ambulances."))
    return Report(empty.documents, empty.claims, (), (), (), empty.coverage)
