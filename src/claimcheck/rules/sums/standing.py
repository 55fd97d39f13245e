"""Which of several readings of the same figures stands: one for each total, and none that another one explains."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from claimcheck.model import SEVERITIES
from claimcheck.rules.lines import Line
from claimcheck.rules.sums import apposed
from claimcheck.rules.sums.part import Sum
from claimcheck.rules.sums.verdict import Verdict, comes_out, judge


class Failure(NamedTuple):
    """A sum that does not come out, and the line where its parts stand."""

    line: Line
    sum_: Sum
    verdict: Verdict


def failures(found: Iterable[tuple[Line, Sum]]) -> list[Failure]:
    """The sums of a document that fail, in order."""
    every = list(found)
    right = [sum_ for _, sum_ in every if comes_out(sum_)]
    by_total: dict[str, list[Sum]] = {}
    for sum_ in right:
        by_total.setdefault(sum_.total.id, []).append(sum_)
    wrong = list(_wrong(every, by_total))
    settled = {claim.id for sum_ in (*right, *(each.sum_ for each in wrong)) for claim in sum_.claims[1:]}
    best: dict[str, Failure] = {}
    for each in wrong:
        if not (_is_loose(each.sum_) and each.sum_.total.id in settled):
            first = best.setdefault(each.sum_.total.id, each)
            if _says_more(each, first):
                best[each.sum_.total.id] = each
    return list(best.values())


def _wrong(every: Sequence[tuple[Line, Sum]], right: Mapping[str, Sequence[Sum]]) -> Iterator[Failure]:
    for line, sum_ in every:
        plain = _without_inner(sum_, right)
        verdict = judge(plain, line)
        if verdict is not None:
            yield Failure(line, plain, verdict)


def _without_inner(sum_: Sum, right: Mapping[str, Sequence[Sum]]) -> Sum:
    """The sum without parts that make another of its parts: "of the 40, 25 were saved, 14 by boat and 11 by air"."""
    own = {claim.id for claim in sum_.claims[1:]}
    inner = {
        claim.id
        for total in own
        for other in right.get(total, ())
        if own.issuperset(claim.id for claim in other.claims)
        for claim in other.claims[1:]
    }
    if not inner:
        return sum_
    parts = tuple(each for each in sum_.parts if each.claim is None or each.claim.id not in inner)
    return msgspec.structs.replace(sum_, parts=parts)


def _is_loose(sum_: Sum) -> bool:
    """True where no more than a comma says that parts follow: parts of a total are no totals of what follows them."""
    return sum_.reach == "likely" or sum_.cue in apposed.CUES


def _says_more(one: Failure, first: Failure) -> bool:
    """True for the same figures with a surer verdict."""
    same = {claim.id for claim in one.sum_.claims} == {claim.id for claim in first.sum_.claims}
    return same and SEVERITIES.index(one.verdict.severity) < SEVERITIES.index(first.verdict.severity)
