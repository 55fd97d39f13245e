"""The way in by tables of options: two copies of one table, of which somebody has brought one up to date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from claimcheck.model import Link
from claimcheck.normalise.documentation import options
from claimcheck.normalise.documentation.options import HEEDED, Role
from claimcheck.normalise.matching import circumstances, compare, headed, sections, vetoes
from claimcheck.normalise.matching.facts import Facts

CONFIDENCE = 0.75
EQUAL = 2  # cells that two copies have in common at least, and for each that differs
SHARED = 2 / 3  # of the cells of the shorter one
CROWD = 40  # texts with tables of options, beyond which each is set against its neighbours only

Place = tuple[str, Role]  # name of an option and what the column gives of it
Table = Mapping[Place, Facts]


class Compared(NamedTuple):
    """The cells of one place in two tables."""

    name: str
    role: Role
    one: Facts
    other: Facts


def links(facts: Sequence[Facts]) -> Iterator[Link]:
    """Links between the few cells that differ in two tables which otherwise say the same of the same options."""
    tables = list(_tables(facts).values())
    for at, one in enumerate(tables):
        for other in tables[at + 1 : at + 1 + CROWD]:
            for each in _drifted(one, other):
                why = (f"{each.role} of one option in two copies of a table: {each.name}",)
                yield Link(each.one.claim.id, each.other.claim.id, CONFIDENCE, why)


def _tables(facts: Sequence[Facts]) -> dict[str, Table]:
    """The cells of options of each text; none of an option that a text gives twice."""
    found: dict[str, dict[Place, list[Facts]]] = {}
    for fact in facts:
        block = fact.claim.mention.context.block
        role = options.of_column(fact) if block.kind == "cell" else None
        name = options.named(block.row) or options.key(block.row) if role is not None else None
        if role is not None and name is not None:
            found.setdefault(fact.source, {}).setdefault((name, role), []).append(fact)
    return {
        source: {place: cells[0] for place, cells in places.items() if len(cells) == 1}
        for source, places in found.items()
    }


def _drifted(one: Table, other: Table) -> list[Compared]:
    """The cells that differ, where more are equal and nothing tells the two tables apart."""
    pairs = [Compared(*place, one[place], other[place]) for place in one if place in other]
    differing = [each for each in pairs if not _agree(each)]
    equal = len(pairs) - len(differing)
    if not differing or equal < EQUAL * len(differing) or len(pairs) < SHARED * min(len(one), len(other)):
        return []
    return [each for each in differing if not _apart(each.one, each.other)]


def _agree(pair: Compared) -> bool:
    """True for one figure, however it is written."""
    return (
        compare.as_points(pair.one.claim, pair.other.claim)
        and compare.agreement(pair.one.claim, pair.other.claim) is not None
    )


def _apart(one: Facts, other: Facts) -> bool:
    if one.claim.unit != other.claim.unit or sections.templates(one, other) or headed.apart(one, other):
        return True
    if not sections.of_one_thing(one.document, other.document):
        return True
    return not (HEEDED | circumstances.APART).isdisjoint(vetoes.every(one, other))
