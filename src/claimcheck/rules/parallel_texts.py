"""parallel-texts: do two texts say the same of two things, so that hardly a figure is the same?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model import Claim, Finding
from claimcheck.rules import groups, wording
from claimcheck.rules.fingerprint import fingerprint
from claimcheck.rules.rule import Rule, View

ID = "parallel-texts"
EXPLAINED = "parallel"  # how links between such texts are marked


def check(view: View) -> Iterator[Finding]:
    """One note for each pair of texts that say the same with figures of their own."""
    pairs: dict[tuple[str, str], dict[Claim, Claim]] = {}
    for field in view.fields:
        by_id = {claim.id: claim for claim in field.claims}
        for link in field.links:
            if link.explained == EXPLAINED:
                ends = (by_id[link.first], by_id[link.second])
                one, other = sorted(ends, key=lambda claim: claim.source)
                pairs.setdefault((one.source, other.source), {}).setdefault(one, other)
    for (first, second), met in sorted(pairs.items()):
        found = sorted(met.items(), key=lambda pair: pair[0].mention.start)
        yield _finding(view.documents[first].name, view.documents[second].name, found)


def _finding(first: str, second: str, found: Sequence[tuple[Claim, Claim]]) -> Finding:
    shown = [f"{wording.figure(one)} / {wording.figure(other)}" for one, other in found]
    subject = "|".join(sorted(dict.fromkeys(shown)))
    claims = tuple(dict.fromkeys(claim for pair in found for claim in pair))
    return Finding(
        id=fingerprint(ID, subject),
        rule=ID,
        severity="note",
        confidence=0.9,
        message=(
            f"{first} and {second} say the same with other figures ({wording.listed(shown)}): "
            "they seem to speak of two things, so none of these is called a conflict."
        ),
        field_id=fingerprint("parallel", subject),
        field_label="parallel texts",
        unit=None,
        values=groups.shown([[claim] for claim in claims]),
        claims=claims,
        why=("more figures in like words differ than agree",),
        independent_sources=2,
    )


RULE = Rule(
    id=ID,
    summary="Two texts say the same of two things.",
    severity="note",
    asks="Do two texts say the same of two things, so that hardly a figure is the same?",
    fires="The yearly reports of 2021 and 2022 share their sentences, and no figure: nothing contradicts.",
    passes="Two texts about one thing differ in one figure of many.",
    silence="Notes never fail a run; hide them with --ignore parallel-texts.",
    view="fields",
    check=check,
)
