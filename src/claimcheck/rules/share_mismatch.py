"""share-mismatch: does a share word or percentage fit the figures beside it?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model import Claim, Finding
from claimcheck.rules import lines, own, wording
from claimcheck.rules.lines import Line
from claimcheck.rules.rule import Rule, View
from claimcheck.rules.shares import again, apposed, change, multiple, need, slip, summary, verdict
from claimcheck.rules.shares.part import Change, Multiple, Share
from claimcheck.rules.shares.verdict import Verdict

ID = "share-mismatch"
SHARES = frozenset({"percent", "share"})
POINTS = "percent may stand for percentage points"


def check(view: View) -> Iterator[Finding]:
    """One finding for each share, change or multiple that its figures do not give."""
    yield from own.merged(_findings(view), view)


def _findings(view: View) -> Iterator[Finding]:
    for document, claims in lines.documents(view):
        shared = any(claim.mention.kind in SHARES for claim in claims)
        found = tuple(lines.lines(document, claims, bool if shared else _several))
        for index, line in enumerate(found):
            yield from _of_line(line, found[max(0, index - summary.BACK) : index], view)


def _several(claims: Sequence[Claim]) -> bool:
    """True for a sentence that can hold a change or a multiple, though its text has no share."""
    return len(claims) > 1 or claims[0].mention.value is None


def _of_line(line: Line, earlier: Sequence[Line], view: View) -> Iterator[Finding]:
    before = earlier[-1] if earlier and lines.follows(earlier[-1], line) else None
    summed = summary.find(line, earlier)
    seen: set[str] = set()
    for share in (*apposed.find(line, before), *need.find(line, before), *again.find(line, earlier)):
        wrong = verdict.of_triple(share)
        if wrong is not None and share.share.id not in seen:
            seen.add(share.share.id)
            fault = _share_message(share, wrong)
            yield _finding(line, share.claims, fault, wrong, view, slip.of_triple(share, line))
    for moved in (*change.find(line), *([summed] if summed is not None else [])):
        wrong = verdict.of_change(moved)
        if wrong is not None:
            fault = _change_message(moved, wrong)
            yield _finding(line, moved.claims, fault, wrong, view, slip.of_change(moved))
    for times in multiple.find(line):
        wrong = verdict.of_multiple(times)
        if wrong is not None:
            fault = _multiple_message(times, wrong)
            yield _finding(line, times.claims, fault, wrong, view, slip.of_multiple(times))


def _finding(
    line: Line, claims: Sequence[Claim], fault: str, wrong: Verdict, view: View, meant: str | None
) -> Finding:
    label = " · ".join(dict.fromkeys(noun for claim in claims if (noun := claim.mention.noun))) or "share"
    return own.finding(
        ID,
        wrong.severity,
        wrong.confidence,
        f"{fault}, in {claims[0].source}: {wording.quote(claims[0], view.documents)}.",
        label,
        line.words,
        claims,
        (f"the figures give {wrong.real}",),
        POINTS if wrong.points else meant,
    )


def _share_message(share: Share, wrong: Verdict) -> str:
    said, part = own.figure(share.share), own.figure(share.part)
    if share.whole is None:
        return f"Two shares that stand for each other differ: {said} and {part}"
    return (
        f"A share does not fit its figures: {part} of {own.figure(share.whole)} is {wrong.real}, not “{said}”"
    )


def _change_message(moved: Change, wrong: Verdict) -> str:
    by = f"{moved.word} {own.figure(moved.by)}" if moved.by is not None else moved.word
    ends = " to ".join(dict.fromkeys(own.figure(each) for each in (moved.before, moved.after)))
    if wrong.points:
        return f"Percent and percentage points: from {ends} is {wrong.real}, not “{by}”"
    return f"A change does not fit its ends: from {ends} is {wrong.real}, not “{by}”"


def _multiple_message(times: Multiple, wrong: Verdict) -> str:
    more, fewer = own.figure(times.more), own.figure(times.fewer)
    return f"A multiple does not fit its figures: {more} is {wrong.real} {fewer}, not “{own.figure(times.times)}”"


RULE = Rule(
    id=ID,
    summary="A share does not fit the figures beside it.",
    severity="error",
    asks="Does a share word or percentage fit the figures beside it?",
    fires="Two thirds of the 90 deputies, 45, voted in favour.",
    passes="Most of the 90 deputies, 60, voted in favour.",
    silence="Correct the share or the figure that is wrong.",
    view="document",
    check=check,
)
