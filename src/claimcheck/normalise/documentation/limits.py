"""Limits: figures that say what is the most or the least, by their words or by the table that they stand in."""

from __future__ import annotations

from typing import Literal

from claimcheck.lexicon import limits
from claimcheck.normalise.documentation import options
from claimcheck.normalise.matching import compare
from claimcheck.normalise.matching.facts import Facts

Side = Literal["most", "least", "term"]
SIDES: dict[str, Side] = {"maximum": "most", "minimum": "least"}
SCOPES = frozenset(SIDES)  # that say of a figure no more than that it is a limit
TIMES = frozenset({"duration", "other"})  # working hours and days are of a kind of their own
BEFORE = 40  # characters before a figure in which the words stand that make it a limit


def side(fact: Facts) -> Side | None:
    """Whether a figure is the most or the least that something may be, or the time within which it has to happen."""
    mention = fact.claim.mention
    if mention.value is None or mention.vague or mention.trend is not None:
        return None
    return _of_cell(fact) if mention.context.block.kind == "cell" else _of_sentence(fact)


def _of_cell(fact: Facts) -> Side | None:
    """The side that the heading of the column or the label of the row says."""
    block = fact.claim.mention.context.block
    role = options.of_column(fact)
    return SIDES.get(role) if role is not None else _said(f"{block.row or ''} {block.column or ''}".lower())


def _of_sentence(fact: Facts) -> Side | None:
    """The side that the clause of a figure says."""
    mention = fact.claim.mention
    before, behind = options.clause(fact)
    if mention.kind in TIMES and limits.term(hedged=mention.hedge in ("at_most", "less_than")).search(before):
        return "term"
    role = options.of_clause(fact, before, behind)
    return SIDES.get(role) if role is not None else _said(before[-BEFORE:])


def _said(text: str) -> Side | None:
    most, least = limits.most().search(text), limits.least().search(text)
    return None if bool(most) == bool(least) else "most" if most else "least"


def apart(one: Facts, other: Facts) -> bool:
    """True for two figures that differ as limits, whatever their bounds have in common."""
    return not compare.as_points(one.claim, other.claim)


def same_scope(one: Facts, other: Facts) -> bool:
    """True where nothing but the words for a limit tells the scopes or the measures of two figures apart."""
    a, b = (fact.modifiers - {*limits.table().most, *limits.table().least} for fact in (one, other))
    return one.scopes.exact - SCOPES == other.scopes.exact - SCOPES and (not a or not b or a == b)
