"""What value-conflict and self-conflict share: from the unexplained links of a field to one finding."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from claimcheck.model import FAR_APART, Claim, Field, Finding, Link
from claimcheck.rules import groups, severity, wording
from claimcheck.rules.diagnosis import diagnosis
from claimcheck.rules.fingerprint import fingerprint
from claimcheck.rules.rule import View


def links(field: Field, *, across: bool) -> list[Link]:
    """The links of a field between different sources, or those inside one."""
    source = {claim.id: claim.source for claim in field.claims}
    return [link for link in field.links if (source[link.first] != source[link.second]) == across]


def finding(
    rule: str, opening: str, field: Field, found: Sequence[Link], view: View, *, equals: bool = True
) -> Finding:
    """One finding on a field from links that nothing explains, loud ones first; `equals` adds who agrees."""
    by_id = {claim.id: claim for claim in field.claims}
    chosen = _loud(found) or list(found)
    grade = severity.worst(
        severity.of_pair(by_id[link.first], by_id[link.second], link.soft, link.why) for link in chosen
    )
    ends = {each for link in _joined(found, chosen) for each in (link.first, link.second)}
    claims = _with_equals(field, ends) if equals else [c for c in field.claims if c.id in ends]
    weights = _weights(field, view)
    grouped = groups.by_value(claims, weights)
    return Finding(
        id=fingerprint(rule, field.id),
        rule=rule,
        severity=grade,
        confidence=max(link.confidence for link in chosen),
        message=_message(opening, field, grouped, view),
        field_id=field.id,
        field_label=field.label,
        unit=field.unit,
        values=groups.shown(grouped),
        claims=tuple(claim for group in grouped for claim in group),
        why=why(chosen),
        independent_sources=len({claim.source for claim in claims if claim.copy_of is None}),
        diagnosis=diagnosis(group[0] for group in grouped),
        odd=_odd(grouped, weights) if weights else (),
    )


def _weights(field: Field, view: View) -> groups.Weights:
    """The sources of a field that count more or less than others; one that is believed outweighs all."""
    told = {claim.source: view.documents[claim.source].told for claim in field.claims}
    weights = {source: inf if field.name in each.believed else each.weight for source, each in told.items()}
    return {source: weight for source, weight in weights.items() if weight != 1}


def _odd(grouped: Sequence[Sequence[Claim]], weights: groups.Weights) -> tuple[str, ...]:
    """The claims of the values that weigh least, where not all weigh the same."""
    heavy = [groups.weight(group, weights) for group in grouped]
    least = min(heavy)
    return tuple(
        claim.id
        for group, weight in zip(grouped, heavy, strict=True)
        for claim in group
        if weight == least < max(heavy)
    )


def _loud(links: Sequence[Link]) -> list[Link]:
    return [link for link in links if not link.soft]


def _joined(links: Sequence[Link], chosen: Sequence[Link]) -> list[Link]:
    """The chosen links, and those that only a wide gap softens."""
    return [*chosen, *(link for link in links if link.soft == (FAR_APART,))]


def _with_equals(field: Field, ends: set[str]) -> list[Claim]:
    """The claims that differ, and those of the field that give the same values."""
    values = {claim.value for claim in field.claims if claim.id in ends}
    return [claim for claim in field.claims if claim.id in ends or claim.value in values]


def why(links: Sequence[Link]) -> tuple[str, ...]:
    """The reasons of all links, each once, and what makes the difference soft."""
    reasons = [reason for link in links for reason in (*link.why, *link.soft)]
    return tuple(dict.fromkeys(reasons))


def _message(opening: str, field: Field, grouped: Sequence[Sequence[Claim]], view: View) -> str:
    return f"{opening} on {field.label}: {wording.sides(grouped, view.documents)}."
