"""What the rules on one document share: a finding from claims, one for all copies of a passage."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from claimcheck.lexicon import grammar
from claimcheck.model import Claim, Finding, Severity, ValueGroup
from claimcheck.rules import groups, wording
from claimcheck.rules.fingerprint import fingerprint
from claimcheck.rules.rule import View


def finding(
    rule: str,
    severity: Severity,
    confidence: float,
    message: str,
    label: str,
    subject: str,
    claims: Sequence[Claim],
    why: Sequence[str],
    diagnosis: str | None = None,
) -> Finding:
    """A finding on claims of one document; `subject` is the passage, of which figures leave no trace."""
    field = fingerprint("passage", re.sub(r"⟨\w+⟩|\d+", "#", subject))
    return Finding(
        id=fingerprint(rule, field),
        rule=rule,
        severity=severity,
        confidence=round(max(0.05, min(confidence, 0.99)), 2),
        message=message,
        field_id=field,
        field_label=label,
        unit=claims[0].unit,
        values=tuple(_value(claim) for claim in claims),
        claims=tuple(claims),
        why=tuple(why),
        diagnosis=diagnosis,
    )


def figure(claim: Claim) -> str:
    """A figure with hedge and noun as written inside a sentence, a verb left out: "14,000, are men"."""
    written = re.sub(rf",?\s{grammar.pattern('finite_be')}\s", " ", wording.figure(claim))
    plain = claim.mention.unit is None or claim.mention.kind == "percent"
    return written[0].lower() + written[1:] if plain and written[:2].istitle() else written


def _value(claim: Claim) -> ValueGroup:
    (group,) = groups.shown([[claim]])
    return group


def merged(findings: Iterable[Finding], view: View) -> Iterator[Finding]:
    """Findings of one passage as one, wherever it is copied; those that touch a conflict say so."""
    by_id: dict[str, list[Finding]] = {}
    for found in findings:
        by_id.setdefault(found.id, []).append(found)
    if by_id:
        disputed = _disputed(view)
        known = {claim.id: claim for field in view.fields for claim in field.claims if claim.copy_of}
        for alike in by_id.values():
            # the first one gives the words: they name the text that is quoted and pointed at
            alike.sort(key=lambda found: sum(claim.id in known for claim in found.claims))
            yield _with_copies(_referring(_joined(alike), disputed), known)


def _with_copies(found: Finding, known: Mapping[str, Claim]) -> Finding:
    """The finding with its claims as the fields know them: some are copies of others."""
    claims = tuple(known.get(claim.id, claim) for claim in found.claims)
    own = tuple(sorted(claims, key=lambda claim: claim.copy_of is not None))
    independent = len({claim.source for claim in claims if claim.copy_of is None})
    return msgspec.structs.replace(found, claims=own, independent_sources=max(1, independent))


def _joined(alike: Sequence[Finding]) -> Finding:
    """The first of several findings on one passage, with the claims and sources of all."""
    first = alike[0]
    if len(alike) == 1:
        return first
    columns = zip(*(found.values for found in alike), strict=False)
    values = tuple(
        msgspec.structs.replace(
            column[0], sources=tuple(dict.fromkeys(source for each in column for source in each.sources))
        )
        for column in columns
    )
    claims = tuple(claim for found in alike for claim in found.claims)
    return msgspec.structs.replace(first, claims=claims, values=values or first.values)


def _disputed(view: View) -> dict[str, str]:
    """Claims whose field holds an unexplained difference, and the label of that field."""
    return {
        claim_id: field.label
        for field in view.fields
        for link in field.links
        if link.explained is None
        for claim_id in (link.first, link.second)
    }


def _referring(found: Finding, disputed: dict[str, str]) -> Finding:
    labels = dict.fromkeys(disputed[claim.id] for claim in found.claims if claim.id in disputed)
    why = tuple(f"figures differ on {label} as well" for label in labels)
    return msgspec.structs.replace(found, why=found.why + why) if why else found
