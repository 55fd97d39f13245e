"""update: did the figure move over time, with an order in dates or words?"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from claimcheck.days import told_on
from claimcheck.interval import Interval
from claimcheck.model import Claim, Field, Finding, Link
from claimcheck.rules import groups, wording
from claimcheck.rules.conflict import why
from claimcheck.rules.fingerprint import fingerprint
from claimcheck.rules.rule import Rule, View

ID = "update"


def check(view: View) -> Iterator[Finding]:
    """One note for each field whose figure a later text or later words replace."""
    days = told_on(view.documents.values())
    for field in view.fields:
        links = [link for link in field.links if link.explained == ID]
        if links:
            yield _finding(field, links, view, days)


def _finding(field: Field, links: Sequence[Link], view: View, days: Mapping[str, date]) -> Finding:
    ends = {each for link in links for each in (link.first, link.second)}
    old = {claim.value for claim in field.claims if claim.role == "old"}
    claims = sorted((c for c in field.claims if c.id in ends), key=lambda claim: _order(claim, old, days))
    grouped = groups.by_value(claims)
    steps = list(dict.fromkeys(groups.written(claim) for claim in claims))
    return Finding(
        id=fingerprint(ID, field.id),
        rule=ID,
        severity="note",
        confidence=max(link.confidence for link in links),
        message=f"{field.label} moved {' → '.join(steps)}: {wording.sides(grouped, view.documents)}.",
        field_id=field.id,
        field_label=field.label,
        unit=field.unit,
        values=groups.shown(grouped),
        claims=tuple(claims),
        why=why(links),
        independent_sources=len({claim.source for claim in claims}),
    )


def _order(claim: Claim, old: Container[Interval], days: Mapping[str, date]) -> tuple[object, ...]:
    """Old figures first, then by the date of the text; what is left grows, as most figures do."""
    low = claim.plausible.low or Decimal(0)
    day = days.get(claim.source, date.max)
    return (claim.value not in old, day, "revised" in claim.scopes, low, claim.source, claim.mention.start)


RULE = Rule(
    id=ID,
    summary="A figure moved over time.",
    severity="note",
    asks="Did the figure move over time, with an order in dates or words?",
    fires="monday.txt: The flood killed 58 people.\ntuesday.txt: The toll of the flood has risen to 86 dead.",
    passes="a.txt: The flood killed 58 people.\nb.txt: The flood killed 58 people.",
    silence="Notes never fail a run; hide them with --ignore update.",
    view="fields",
    check=check,
)
