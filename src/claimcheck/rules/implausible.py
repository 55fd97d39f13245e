"""implausible: can this magnitude be, for this kind of thing, in this place?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from claimcheck.model import SEVERITIES, Claim, Document, Field, Finding
from claimcheck.rules import groups, wording
from claimcheck.rules.fingerprint import fingerprint
from claimcheck.rules.plausible import crowds, extents, measures
from claimcheck.rules.plausible.oddity import Oddity
from claimcheck.rules.rule import Rule, View

ID = "implausible"


def check(view: View) -> Iterator[Finding]:
    """One finding for each field and bound; copies of a figure stand beside their origin."""
    field_of = {claim.id: field for field in view.fields for claim in field.claims}
    copies = _copies(view.fields)
    found: dict[tuple[str, str], list[Oddity]] = {}
    for document, claims in _by_document(view):
        for oddity in _odd(document, claims):
            found.setdefault((oddity.bound, field_of[oddity.claims[0].id].id), []).append(oddity)
    for (bound, _), oddities in found.items():
        yield _finding(bound, oddities, field_of[oddities[0].claims[0].id], copies, view)


def _odd(document: Document, claims: Sequence[Claim]) -> Iterator[Oddity]:
    for find in (measures.odd, extents.odd, crowds.odd):
        yield from find(document, claims)


def _by_document(view: View) -> Iterator[tuple[Document, list[Claim]]]:
    """Each document with its own claims in the order of the text, without those that are copied."""
    by_source: dict[str, list[Claim]] = {}
    for field in view.fields:
        for claim in field.claims:
            if claim.copy_of is None:
                by_source.setdefault(claim.source, []).append(claim)
    for source, claims in sorted(by_source.items()):
        yield view.documents[source], sorted(claims, key=attrgetter("mention.start", "mention.end"))


def _copies(fields: Sequence[Field]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for field in fields:
        for claim in field.claims:
            if claim.copy_of is not None:
                found.setdefault(claim.copy_of, []).append(claim)
    return found


def _finding(
    bound: str, oddities: Sequence[Oddity], field: Field, copies: Mapping[str, list[Claim]], view: View
) -> Finding:
    first = min(oddities, key=lambda each: SEVERITIES.index(each.severity))
    figures = [each.claims[0] for each in oddities]
    beside = [claim for each in oddities for claim in each.claims[1:]]
    claims = list(
        {c.id: c for claim in (*figures, *beside) for c in (claim, *copies.get(claim.id, ()))}.values()
    )
    said = wording.listed(wording.said_by(claim, view.documents) for claim in figures)
    return Finding(
        id=fingerprint(ID, f"{bound}|{field.id}"),
        rule=ID,
        severity=first.severity,
        confidence=first.confidence,
        message=f"{first.message}; so says {said}: {wording.quote(first.claims[0], view.documents)}.",
        field_id=field.id,
        field_label=field.label,
        unit=field.unit,
        values=groups.shown(groups.by_value(figures)),
        claims=tuple(claims),
        why=first.why,
        independent_sources=len({claim.source for claim in figures}),
        diagnosis=first.diagnosis,
        held=first.held,
    )


RULE = Rule(
    id=ID,
    summary="A figure lies beyond what such a thing can be.",
    severity="error",
    asks="Can this magnitude be, for this kind of thing, in this place?",
    fires="The 24 districts of the city cover close to 31,000 square kilometres.",
    passes="The 24 districts of the city cover close to 310 square kilometres.",
    silence="Correct the figure, or accept it in the baseline.",
    view="document",
    check=check,
)
