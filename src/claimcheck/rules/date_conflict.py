"""date-conflict: do texts give one event different dates or times of the day?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model import Claim, Field, Finding, Link, Severity
from claimcheck.rules import conflict, groups, wording
from claimcheck.rules.fingerprint import fingerprint
from claimcheck.rules.rule import Rule, View

ID = "date-conflict"


def check(view: View) -> Iterator[Finding]:
    """One finding for each event whose times differ."""
    for field in view.dated:
        apart = [link for link in field.links if link.explained is None]
        if apart:
            yield _finding(field, apart, view)


def _finding(field: Field, apart: Sequence[Link], view: View) -> Finding:
    loud = [link for link in apart if not link.soft]
    grouped = groups.by_value(field.claims)
    return Finding(
        id=fingerprint(ID, field.id),
        rule=ID,
        severity=_severity(field.claims) if loud else "note",
        confidence=max(link.confidence for link in loud or apart),
        message=f"{_opening(field)}: {wording.sides(grouped, view.documents)}.",
        field_id=field.id,
        field_label=field.label,
        unit=None,
        values=groups.shown(grouped),
        claims=tuple(claim for group in grouped for claim in group),
        why=conflict.why(loud or apart),
        independent_sources=field.independent_sources,
    )


def _severity(claims: Sequence[Claim]) -> Severity:
    """What the calendar numbers is right or wrong; a weekday or an hour may be meant of another moment."""
    return "error" if all(_is_numbered(claim) for claim in claims) else "warning"


def _is_numbered(claim: Claim) -> bool:
    mention = claim.mention
    return mention.step >= 1 and any(char.isdigit() for char in mention.surface)


def _opening(field: Field) -> str:
    event = field.label.rpartition(" · ")[2]
    one = len({claim.source for claim in field.claims}) == 1
    return f"{'One source gives' if one else 'Sources give'} different times for one event ({event})"


RULE = Rule(
    id=ID,
    summary="Texts give one event different dates or times of the day.",
    severity="error",
    asks="Do texts give one event different dates or times of the day?",
    fires="a.txt: The mill was sold to Ada Brook in 1957.\nb.txt: Ada Brook bought the mill in 1967.",
    passes="a.txt: The mill was sold to Ada Brook in June 1957.\nb.txt: Ada Brook bought the mill in 1957.",
    silence="Correct one of the texts, or accept the dates in the baseline.",
    view="fields",
    check=check,
)
