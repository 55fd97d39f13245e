"""parallel-texts: do two texts say the same of two things, so that hardly a figure is the same?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claimcheck.model import PARALLEL, Claim, Finding
from claimcheck.rules import groups, wording
from claimcheck.rules.fingerprint import fingerprint
from claimcheck.rules.rule import Rule, View

ID = "parallel-texts"
FEW = 2


def check(view: View) -> Iterator[Finding]:
    """One note for each group of texts that say the same with figures of their own."""
    met: list[tuple[Claim, Claim]] = []
    for field in view.fields:
        by_id = {claim.id: claim for claim in field.claims}
        met += [(by_id[link.first], by_id[link.second]) for link in field.links if link.explained == PARALLEL]
    together = _together((one.source, other.source) for one, other in met)
    found: dict[str, list[tuple[Claim, Claim]]] = {}
    for pair in met:
        found.setdefault(together[pair[0].source], []).append(pair)
    for first in sorted(found):
        yield _finding(found[first], view)


def _together(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The first of the sources that each one is tied to by pairs, straight or over others."""
    leader: dict[str, str] = {}

    def of(source: str) -> str:
        while leader.setdefault(source, source) != source:
            leader[source] = source = leader[leader[source]]
        return source

    for one, other in pairs:
        low, high = sorted((of(one), of(other)))
        leader[high] = low
    return {source: of(source) for source in leader}


def _finding(found: Sequence[tuple[Claim, Claim]], view: View) -> Finding:
    pairs = sorted((sorted(pair, key=_place) for pair in found), key=lambda pair: _place(pair[0]))
    met = {one.id: f"{wording.figure(one)} / {wording.figure(other)}" for one, other in pairs}
    claims = sorted({claim.id: claim for pair in found for claim in pair}.values(), key=_place)
    sources = dict.fromkeys(claim.source for claim in claims)
    subject = "|".join(sorted({_sentence(claim, view) for claim in claims}))
    return Finding(
        id=fingerprint(ID, subject),
        rule=ID,
        severity="note",
        confidence=0.9,
        message=(
            f"{wording.listed(view.documents[source].name for source in sources)} say the same with other figures "
            f"({wording.listed(met.values())}): they seem to speak of {_number(len(sources))}, "
            "and what differs for that is not called a conflict."
        ),
        field_id=fingerprint("parallel", subject),
        field_label="parallel texts",
        unit=None,
        values=groups.shown([[claim] for claim in claims]),
        claims=tuple(claims),
        why=("figures in like words differ as they do in texts on two things",),
        independent_sources=len(sources),
    )


def _sentence(claim: Claim, view: View) -> str:
    return " ".join(view.documents[claim.source].plain[slice(*claim.mention.context.sentence)].split())


def _number(texts: int) -> str:
    return "two things" if texts == FEW else "several things"


def _place(claim: Claim) -> tuple[str, int]:
    return claim.source, claim.mention.start


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
