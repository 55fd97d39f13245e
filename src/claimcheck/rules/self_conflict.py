"""self-conflict: does one source contradict itself?"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model import Field, Finding, Link
from claimcheck.rules import conflict
from claimcheck.rules.rule import Rule, View

ID = "self-conflict"


def check(view: View) -> Iterator[Finding]:
    """One finding for each field in which figures of one source differ."""
    for field in view.fields:
        inside = [link for link in conflict.links(field, across=False) if link.explained is None]
        if inside:
            yield conflict.finding(ID, _opening(field, inside), field, inside, view, equals=False)


def _opening(field: Field, links: list[Link]) -> str:
    speaker = {claim.id: claim.speaker for claim in field.claims}
    said = [(speaker[link.first], speaker[link.second]) for link in links]
    disputed = all(first and second and first != second for first, second in said)
    return "Speakers in one source disagree" if disputed else "One source gives different figures"


RULE = Rule(
    id=ID,
    summary="One source contradicts itself.",
    severity="error",
    asks="Does one source contradict itself?",
    fires="The operation involved 400 ambulances (380 ambulances, to be exact).",
    passes="In the first stage 400 people left, in the second stage 380.",
    silence="Use one figure, or accept both in the baseline.",
    view="fields",
    check=check,
)
