"""Figures with their conversions in brackets: "11 km wide (seven miles)", "10 by 20 feet (3 by 6 metres)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from claimcheck.lexicon import conversions
from claimcheck.lexicon.patterns import alternatives, whole
from claimcheck.model import Claim
from claimcheck.rules.conversions import measured
from claimcheck.rules.conversions.measured import Measured
from claimcheck.rules.lines import Line, Mark

FIGURE = r"⟨[cu]\d+⟩"
INCH = r"[\s-]?in\b\.?"  # elsewhere a preposition
NEAR = 16  # characters before a figure in which it may have begun
NO_FIGURE = frozenset("±×")  # a tolerance, four laps
BOUNDS = ("at_least", "at_most")


class Side(msgspec.Struct, frozen=True):
    """What stands before a bracket or inside it: one figure, or two by what joins them."""

    marks: tuple[Mark, ...]
    ends: tuple[Measured, ...]
    joint: str | None = None


class Pair(msgspec.Struct, frozen=True):
    """A figure and what a bracket right behind it gives for the same."""

    line: Line
    first: Side
    second: Side
    loose: bool = False  # words stand between

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All figures of both sides, in the order of the text."""
        return tuple(mark.claim for mark in (*self.first.marks, *self.second.marks))

    @property
    def compared(self) -> bool:
        """True where the sentence sets one temperature against another."""
        trend = any(claim.mention.trend for claim in self.claims)
        return trend or _compared().search(self.line.words) is not None


def find(line: Line) -> Iterator[Pair]:
    """Figures of a line with their conversions, right or wrong."""
    if "(" not in line.words:
        return
    for match in _bracket().finditer(line.words):
        first = _side(line, match["one"], match["joint"], match["two"], match["inch"])
        behind = (match["behind"] or "").strip(" -")
        before = line.words[max(0, match.start() - NEAR) : match.start()]
        if first is None or (match["noun"] and not _describes(first)) or _begun().search(before):
            continue
        for second in _inside(line, match["content"], behind):
            if _comparable(first, second):
                yield Pair(line, first, second, loose=bool(match["noun"] or match["of"]))


def may_be(claims: Sequence[Claim]) -> bool:
    """True for a sentence with two figures, one of which is in a unit that texts convert."""
    return len(claims) > 1 and any(claim.mention.unit in conversions.family() for claim in claims)


def number(line: Line, mark: Mark) -> str:
    """The number of a mark as written, without hedge and unit."""
    mention = mark.claim.mention
    return line.document.plain[mention.number_start : mention.number_end]


# --- one side --------------------------------------------------------------------------------------------


def _inside(line: Line, content: str, behind: str) -> list[Side]:
    """What a bracket holds; nothing where it says anything else."""
    whole = _content().fullmatch(content)
    pieces = [whole] if whole else [_content().fullmatch(each) for each in _apart().split(content)]
    sides = [_piece(line, piece, behind) if piece is not None else None for piece in pieces]
    found = [side for side in sides if side is not None]
    distinct = {side.ends[0].unit for side in found}
    return found if len(distinct) == len(pieces) else []


def _piece(line: Line, match: re.Match[str], behind: str) -> Side | None:
    tail = (match["tail"] or "").strip(" -")
    if tail and tail != behind and tail not in conversions.table().added:
        return None
    return _side(line, match["one"], match["joint"], match["two"], match["inch"])


def _side(line: Line, one: str | None, joint: str | None, two: str, inch: str | None) -> Side | None:
    """The figures of one side in their units; None where they are none that texts convert."""
    last = _mark(line, two)
    unit = _unit(last.claim, inch)
    if unit is None or not NO_FIGURE.isdisjoint(last.claim.mention.surface):
        return None
    found = measured.ends(last.claim, unit, number(line, last))
    first = _mark(line, one) if one is not None else None
    if first is None or joint is None or first.claim.mention.kind not in ("count", last.claim.mention.kind):
        return _checked(Side((last,), found, "to" if len(found) > 1 else None))
    found = (*measured.ends(first.claim, first.claim.mention.unit or unit, number(line, first)), *found)
    return _checked(Side((first, last), found, conversions.joint()[joint]))


def _checked(side: Side) -> Side | None:
    """A side of one or two figures in one unit, all above nothing where they are no temperatures."""
    if len(side.ends) != (2 if side.joint else 1) or side.ends[0].unit != side.ends[-1].unit:
        return None
    positive = all(end.value > 0 for end in side.ends) or side.ends[0].dimension == "temperature"
    return side if positive else None


def _unit(claim: Claim, inch: str | None) -> str | None:
    unit = claim.mention.unit
    if unit is None and inch and claim.mention.noun is None:
        return "inch"
    return unit if not inch and unit in conversions.family() else None


def _describes(side: Side) -> bool:
    """True for "12-hectare" before a noun."""
    mention = side.marks[-1].claim.mention
    return "-" in mention.surface[mention.number_end - mention.start :]


def _mark(line: Line, mark: str) -> Mark:
    return line.marks[int(mark[2:-1])]


# --- two sides -------------------------------------------------------------------------------------------


def _comparable(first: Side, second: Side) -> bool:
    """True where both are of one measure, of as many figures, and the bracket gives no bound of its own."""
    one, other = first.marks[-1].claim.mention, second.marks[-1].claim.mention
    bound = other.hedge in BOUNDS and other.hedge != one.hedge
    rates = one.per is not None and other.per is not None and one.per != other.per
    return (
        _alike(first.joint, second.joint)
        and first.ends[0].dimension == second.ends[0].dimension
        and first.ends[-1].unit != second.ends[-1].unit
        and not bound
        and not rates
    )


def _alike(one: str | None, other: str | None) -> bool:
    """True for one joint; "between 5 and 10" is 5 to 10."""
    return one == other or {one, other} == {"and", "to"}


# --- patterns --------------------------------------------------------------------------------------------


def _figures() -> str:
    joint = alternatives(conversions.joint())
    return rf"(?:(?P<one>{FIGURE})[\s-]?(?P<joint>{joint})[\s-]?)?(?P<two>{FIGURE})(?P<inch>{INCH})?"


@cache
def _bracket() -> re.Pattern[str]:
    """Figures, what is measured by them, and the bracket behind: "⟨u0⟩ wide (⟨u1⟩)", "⟨u0⟩ of road (⟨u1⟩)"."""
    behind = alternatives(conversions.table().behind)
    return re.compile(
        rf"""
        {_figures()}\.?
        (?:[\s-](?P<behind>{behind})\b | (?P<of>\sof(?:\s[a-z'-]+){{1,2}}))?
        (?P<noun>(?<=[⟩a-z])\s[a-z-]+)?
        \s?\((?P<content>[^()]*)\)
        """,
        re.VERBOSE,
    )


@cache
def _begun() -> re.Pattern[str]:
    """The first part of a figure of two units that are not read as one: "12 st" of "12 st 4 lb"."""
    larger = alternatives(conversions.table().larger)
    return re.compile(rf"(?:⟨u\d+⟩|(?:⟩|\d)[\s-]?{larger}\.?,?)[\s-]*$")


@cache
def _content() -> re.Pattern[str]:
    table = conversions.table()
    leads, tails = alternatives(table.leads), alternatives({*table.behind, *table.added})
    return re.compile(rf"\s*(?:{leads}\s?)?{_figures()}(?P<tail>[\s-]{tails})?\s*")


@cache
def _apart() -> re.Pattern[str]:
    return re.compile(rf"\s*{alternatives(conversions.table().apart)}\s*")


@cache
def _compared() -> re.Pattern[str]:
    return whole(conversions.table().compared)
