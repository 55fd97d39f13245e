"""duration-mismatch: does a day count, an age or a weekday fit its dates?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from claimcheck.model import Claim, Finding
from claimcheck.rules import lines, own, wording
from claimcheck.rules.durations import ages, calendar, since, spans
from claimcheck.rules.durations.found import Found
from claimcheck.rules.lines import Line
from claimcheck.rules.rule import Rule, View

ID = "duration-mismatch"
TIMED = ("duration", "age")


def check(view: View) -> Iterator[Finding]:
    """One finding for each length, age or weekday that its dates contradict."""
    yield from own.merged((_finding(found, view) for found in _all(view)), view)


def _all(view: View) -> Iterator[Found]:
    for _, document in sorted(view.documents.items()):
        yield from calendar.find(document)
    for document, claims in lines.documents(view):
        for line in lines.lines(document, claims, _timed):
            yield from _of_line(line)


def _timed(claims: Sequence[Claim]) -> bool:
    """True for a sentence with a length of time, an age, or a number that may be one."""
    return any(claim.mention.kind in TIMED or ages.may_be(claim) for claim in claims)


def _of_line(line: Line) -> Iterator[Found]:
    yield from spans.find(line)
    yield from since.find(line)
    yield from ages.find(line)


def _finding(found: Found, view: View) -> Finding:
    first = found.claims[0]
    quoted = wording.quote(first, view.documents)
    label = {"age": "age", "date": "date"}.get(first.mention.kind, "duration")
    message = f"{found.fault}, in {first.source}: {quoted}."
    made = own.finding(
        ID,
        found.severity,
        found.confidence,
        message,
        label,
        found.subject,
        found.claims,
        found.why,
        found.diagnosis,
    )
    return msgspec.structs.replace(made, held=found.held)


RULE = Rule(
    id=ID,
    summary="A length of time, an age or a weekday does not fit its dates.",
    severity="error",
    asks="Does a day count, an age or a weekday fit its dates?",
    fires="She ruled for 31 years, from 1985 until her death in 2006.",
    passes="She ruled for 21 years, from 1985 until her death in 2006.",
    silence="Correct the length or the date that is wrong.",
    view="document",
    check=check,
)
