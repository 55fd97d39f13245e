"""Labels with a figure each: a line of them under "Revenue by division", or one below the other above their total."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from claimcheck.lexicon import sums
from claimcheck.lexicon.patterns import alternatives
from claimcheck.model import Claim
from claimcheck.rules import amounts
from claimcheck.rules.lines import ADDABLE, Line
from claimcheck.rules.sums.part import Sum, added, part
from claimcheck.rules.sums.related import measures_alike

NEAR = Decimal("0.1")  # figures that miss a total by more need not be all of it
LEAST = 2  # figures that make more
SEVERAL = 3  # that may make less than the total: of two, there may be others


def find(line: Line, earlier: Sequence[Line]) -> Iterator[Sum]:
    """The total of the labels above it, or the one that the heading of a line of labels names."""
    if _total_line().fullmatch(line.words):
        yield from _near(line.marks[0].claim, _above(line, earlier), "lines above their total")
    named = _heading().search(line.block.headings[-1].lower()) if line.block.headings else None
    if named is not None and _labels().fullmatch(line.words):
        parts = [mark.claim for mark in line.marks]
        totals = _named(named["what"], earlier, parts[0])
        made = added([part(each) for each in parts])
        if len(parts) >= SEVERAL and not any(made.meets(amounts.of(each)) for each in totals):
            for total in totals[:1]:
                yield from _near(total, parts, "a heading that breaks it down")


def _near(total: Claim, parts: Sequence[Claim], cue: str) -> Iterator[Sum]:
    made = added([part(each) for each in parts])
    whole = amounts.of(total).value
    alike = all(measures_alike(each, total) for each in parts)
    enough = len(parts) >= (LEAST if made.value > whole else SEVERAL)
    near = abs(made.value - whole) <= NEAR * whole
    if enough and alike and near and not _takes_off(made.value - whole, parts):
        yield Sum(total, tuple(map(part, parts)), "closed", cue, 0.75, across=True, soft=True)


def _takes_off(over: Decimal, parts: Sequence[Claim]) -> bool:
    """True where a total holds once one of its figures is subtracted: "Discount: 40 euros"."""
    return any(over == 2 * amounts.of(each).value for each in parts)


def _above(line: Line, earlier: Sequence[Line]) -> list[Claim]:
    """The figures of the lines right above, each with its label."""
    found: list[Claim] = []
    below = line
    for above in reversed(earlier):
        gap = line.document.text[above.span[1] : below.span[0]]
        if gap.strip() or gap.count("\n") != 1 or not _label_line().fullmatch(above.words):
            break
        found.append(above.marks[0].claim)
        below = above
    else:
        if line.document.text[: below.span[0]].strip():
            return []  # there may be more of them than are looked at
    return found[::-1]


def _named(what: str, earlier: Sequence[Line], like: Claim) -> list[Claim]:
    """The figures that stand behind the name of a thing, those of its own line first."""
    behind = re.compile(rf"\b{re.escape(what)}\b[^⟨.;]{{0,30}}$")
    return [
        mark.claim
        for line in reversed(earlier)
        for index, mark in enumerate(line.marks)
        if measures_alike(mark.claim, like) and behind.search(line.before(index))
    ]


# --- patterns --------------------------------------------------------------------------------------------

LABEL = r"(?!(?:total|in total)\b)[^⟨⟩:;.]{1,40}"


@cache
def _figure() -> str:
    return rf"⟨[{ADDABLE}]\d+⟩(?:\s[a-z-]+){{0,2}}"


@cache
def _total_line() -> re.Pattern[str]:
    total = alternatives(sums.table().tables.total)
    return re.compile(rf"\W*{total}(?:\s[a-z]+){{0,2}}(?::|\s[–=])\s?{_figure()}\W*")


@cache
def _label_line() -> re.Pattern[str]:
    other = alternatives(sums.table().tables.other)
    return re.compile(rf"\W*(?!{other}\b){LABEL}(?::|\s[–=])\s?{_figure()}\W*")


@cache
def _labels() -> re.Pattern[str]:
    """ "food ⟨m0⟩; clothing & home ⟨m1⟩; beauty ⟨m2⟩."."""
    one = rf"{LABEL}:?\s{_figure()}"
    return re.compile(rf"{one}(?:[;,]\s{one})+\W*")


@cache
def _heading() -> re.Pattern[str]:
    return re.compile(r"\b(?P<what>[a-z]{3,})\sby\s[a-z]+(?:\s[a-z]+)?\W*$")
