"""value-conflict: do sources give one field values that cannot both hold?"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model import Finding, Link
from claimcheck.rules import conflict
from claimcheck.rules.rule import Rule, View

ID = "value-conflict"


def check(view: View) -> Iterator[Finding]:
    """One finding for each field in which figures of different sources differ."""
    for field in view.fields:
        across = conflict.links(field, across=True)
        apart = [link for link in across if link.explained is None]
        named = [link for link in across if link.explained == "designation"]
        if apart:
            yield conflict.finding(ID, "Sources differ", field, apart, view)
        elif named:
            soft = [_softened(link) for link in named]
            yield conflict.finding(ID, "Sources give one figure under different names", field, soft, view)


def _softened(link: Link) -> Link:
    return Link(
        link.first, link.second, link.confidence, link.why, link.explained, ("same figure, other name",)
    )


RULE = Rule(
    id=ID,
    summary="Sources give different values for one fact.",
    severity="error",
    asks="Do sources give one field values that cannot both hold?",
    fires="a.txt: About 400 ambulances took part.\nb.txt: 380 ambulances, to be exact, took part.",
    passes="a.txt: Over 600 people left the town.\nb.txt: 647 people left the town.",
    silence="Correct one source, or accept the values in the baseline.",
    view="fields",
    check=check,
)
