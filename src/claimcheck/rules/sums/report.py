"""A total with parts that do not make it, as a finding."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from claimcheck.model import Addend, Finding
from claimcheck.rules import own, wording
from claimcheck.rules.groups import plain
from claimcheck.rules.lines import Line
from claimcheck.rules.rule import View
from claimcheck.rules.slips import grouped
from claimcheck.rules.sums import slip
from claimcheck.rules.sums.part import Part, Sum, added
from claimcheck.rules.sums.verdict import Verdict


def finding(rule: str, sum_: Sum, verdict: Verdict, line: Line, view: View) -> Finding:
    """The finding on one sum."""
    quoted = wording.quote(sum_.total, view.documents)
    if verdict.part is not None:
        fault = f"A part is larger than its whole: {_larger(verdict.part, sum_)}"
    elif sum_.overlap:
        fault = f"A total may count some twice: {_equation(sum_)}"
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
        slip.of_part(verdict.part, sum_) if verdict.part is not None else slip.of_sum(sum_, line),
    )
    return msgspec.structs.replace(found, addends=_addends(sum_))


def _addends(sum_: Sum) -> tuple[Addend, ...]:
    """The parts as they were added up; none where they make something else than the total, or are multiplied."""
    if sum_.product or sum_.whole is not None:
        return ()
    return tuple(Addend(_written(part), part.amount.value) for part in sum_.parts)


def _larger(part: Part, sum_: Sum) -> str:
    written, total = _written(part), own.figure(sum_.total)
    return written if written.endswith(total) else f"{written} of {total}"


def _equation(sum_: Sum) -> str:
    made = added(sum_.parts)
    about = "about " if made.low != made.high else ""
    parts = (" × " if sum_.product else " + ").join(_written(part) for part in sum_.parts)
    total = own.figure(sum_.total)
    if sum_.whole is not None:
        return f"{parts} against {_number(sum_.whole.value)} ({sum_.cue})"
    if sum_.overlap:
        return f"{total} = {parts}"
    return f"{parts} = {about}{_number(made.value)}, not {total}"


def _written(part: Part) -> str:
    return own.figure(part.claim) if part.claim is not None else f"{_number(part.amount.value)} {part.words}"


def _number(value: Decimal) -> str:
    return grouped(value) if value == value.to_integral() else plain(value)


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
