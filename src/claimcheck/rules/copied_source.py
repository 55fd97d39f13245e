"""copied-source: is agreement only a copied passage?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model import Claim, Finding
from claimcheck.rules import groups, wording
from claimcheck.rules.fingerprint import fingerprint
from claimcheck.rules.rule import Rule, View

ID = "copied-source"
FEW = 2  # a single copied figure may be a coincidence of wording


def check(view: View) -> Iterator[Finding]:
    """One note for each pair of sources of which one repeats several figures of the other word for word."""
    by_id = {claim.id: claim for claim in view.claims}
    pairs: dict[tuple[str, str], list[Claim]] = {}
    for field in view.fields:
        for claim in field.claims:
            if claim.copy_of is not None and claim.copy_of in by_id:
                pairs.setdefault((by_id[claim.copy_of].source, claim.source), []).append(claim)
    for (origin, copy), claims in sorted(pairs.items()):
        if len(claims) >= FEW:
            yield _finding(origin, copy, sorted(claims, key=lambda claim: claim.mention.start))


def _finding(origin: str, copy: str, claims: Sequence[Claim]) -> Finding:
    figures = wording.listed((wording.figure(claim) for claim in claims), most=6)
    subject = "|".join(sorted(wording.figure(claim) for claim in claims))
    return Finding(
        id=fingerprint(ID, subject),
        rule=ID,
        severity="note",
        confidence=0.95,
        message=f"{copy} repeats {len(claims)} figures of {origin} word for word ({figures}): one source.",
        field_id=fingerprint("copy", subject),
        field_label="copied passages",
        unit=None,
        values=groups.shown([[claim] for claim in claims]),
        claims=tuple(claims),
        why=("the sentences are the same word for word",),
        independent_sources=1,
    )


RULE = Rule(
    id=ID,
    summary="A source repeats another word for word.",
    severity="note",
    asks="Is agreement between sources only a copied passage?",
    fires="b.txt quotes three sentences of a.txt unchanged: their figures confirm nothing.",
    passes="Two sources give the same figure in words of their own.",
    silence="Notes never fail a run; hide them with --ignore copied-source.",
    view="fields",
    check=check,
)
