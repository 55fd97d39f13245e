"""A total with parts that do not make it, as a finding."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from claimcheck.model import Addend, Claim, Finding
from claimcheck.rules import own, wording
from claimcheck.rules.diagnosis import diagnosis
from claimcheck.rules.groups import plain
from claimcheck.rules.lines import Line
from claimcheck.rules.rule import View
from claimcheck.rules.sums.part import Part, Sum, added
from claimcheck.rules.sums.verdict import Verdict, needed


def finding(rule: str, sum_: Sum, verdict: Verdict, line: Line, view: View) -> Finding:
    """The finding on one sum."""
    quoted = wording.quote(sum_.total, view.documents)
    if verdict.part is not None:
        fault = f"A part is larger than its whole: {_written(verdict.part)} of {own.figure(sum_.total)}"
    else:
        fault = f"The parts do not make the total: {_equation(sum_)}"
    found = own.finding(
        rule,
        verdict.severity,
        verdict.confidence,
        f"{fault}, in {sum_.total.source}: {quoted}.",
        _label(sum_),
        line.words,
        sum_.claims,
        (f"parts by their cue: {sum_.cue}", *_gap(sum_)),
        None if verdict.part is not None else _slip(sum_),
    )
    return msgspec.structs.replace(found, addends=_addends(sum_))


def _addends(sum_: Sum) -> tuple[Addend, ...]:
    """The parts as they were added up; none where they make something else than the total, or are multiplied."""
    if sum_.product or sum_.whole is not None:
        return ()
    return tuple(Addend(_written(part), part.amount.value) for part in sum_.parts)


def _equation(sum_: Sum) -> str:
    made = added(sum_.parts)
    about = "about " if made.low != made.high else ""
    parts = (" × " if sum_.product else " + ").join(_written(part) for part in sum_.parts)
    total = own.figure(sum_.total)
    if sum_.whole is not None:
        return f"{parts} against {_number(sum_.whole.value)} ({sum_.cue})"
    return f"{parts} = {about}{_number(made.value)}, not {total}"


def _written(part: Part) -> str:
    return own.figure(part.claim) if part.claim is not None else f"{_number(part.amount.value)} {part.words}"


def _number(value: Decimal) -> str:
    whole = value.normalize()
    return f"{whole:,f}" if whole == whole.to_integral() else plain(whole)


def _gap(sum_: Sum) -> tuple[str, ...]:
    made, target = added(sum_.parts).value, sum_.target.value
    if not target:
        return ()
    apart = abs(made - target)
    return (f"{_number(apart)} apart, {float(apart / target):.1%} of the total",)


def _label(sum_: Sum) -> str:
    """What is counted and into what it falls, as written: "people · men · children"."""
    names = [claim.mention.noun_phrase or claim.mention.noun or claim.noun for claim in sum_.claims]
    named = list(dict.fromkeys(" ".join(name.split()) for name in names if name))
    return " · ".join(named[:4]) or sum_.total.mention.unit or sum_.total.mention.kind


def _slip(sum_: Sum) -> str | None:
    """The slip that would mend the sum, if one figure has it."""
    for claim in sum_.claims:
        right = needed(sum_, claim)
        mended = msgspec.structs.replace(claim, mention=_with(claim, right)) if right > 0 else None
        slip = diagnosis([claim, mended]) if mended is not None else None
        if slip is not None:
            return f"{slip}: {own.figure(claim)} for {_number(right)}"
    return None


def _with(claim: Claim, value: Decimal):  # type: ignore[no-untyped-def]
    return msgspec.structs.replace(claim.mention, value=value)
