"""date-conflict: do texts give one event different dates or times of the day?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from claimcheck.model import Claim, Field, Finding, Link, Severity
from claimcheck.rules import conflict, groups, wording
from claimcheck.rules.fingerprint import fingerprint
from claimcheck.rules.rule import Rule, View

ID = "date-conflict"
HALF_A_DAY = Decimal("0.5")


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
        message=f"{_opening(field)}: {wording.sides(grouped, view.documents, _named)}.",
        field_id=field.id,
        field_label=field.label,
        unit=None,
        values=groups.shown(grouped),
        claims=tuple(claim for group in grouped for claim in group),
        why=conflict.why(loud or apart),
        independent_sources=field.independent_sources,
        diagnosis=_slip(grouped),
    )


def _named(claim: Claim) -> str:
    """A time as written, with the year that it is counted to: "that same year (1967)"."""
    written, period = wording.figure(claim), claim.period
    counted = written.endswith("year") and period is not None and period.start is not None
    return f"{written} ({period.start.year})" if counted and period and period.start else written


def _severity(claims: Sequence[Claim]) -> Severity:
    """What the calendar numbers is right or wrong; a weekday or an hour may be meant of another moment."""
    return "error" if all(_is_numbered(claim) for claim in claims) else "warning"


def _is_numbered(claim: Claim) -> bool:
    mention = claim.mention
    return mention.step >= 1 and any(char.isdigit() for char in mention.surface)


def _slip(grouped: Sequence[Sequence[Claim]]) -> str | None:
    """What two different times look like; None where they look like nothing."""
    if len(grouped) != 2:
        return None
    one, other = (group[0] for group in grouped)
    if one.mention.step < 1 and other.mention.step < 1:
        return _of_clock(one, other)
    a, b = (_year().findall(claim.mention.surface) for claim in (one, other))
    if len(a) == len(b) == 1 and sum(x != y for x, y in zip(a[0], b[0], strict=True)) == 1:
        return "may be one digit changed"
    return None


def _of_clock(one: Claim, other: Claim) -> str | None:
    if sum("local" in claim.mention.surface.lower().split() for claim in (one, other)) == 1:
        return "may be one time zone taken for another"
    low, high = sorted(claim.value.low or Decimal(0) for claim in (one, other))
    return "may be morning and evening confused" if (high - low) % 1 == HALF_A_DAY else None


@cache
def _year() -> re.Pattern[str]:
    return re.compile(r"\b\d{4}\b")


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
