"""The way in by ports: of two texts of one folder one names a port whose digits the other has in another order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import combinations

from claimcheck.lexicon import options
from claimcheck.model import Link
from claimcheck.normalise.matching import sections, vetoes
from claimcheck.normalise.matching.facts import Facts

CONFIDENCE = 0.7
DIFFERENT = 3  # digits of a port: 8080 and 8008 are both common
NEAR = 500  # letters on each side that are looked at: a row of a table may be a line of megabytes
CROWD = 12  # figures with the same digits, beyond which they are chance
HEEDED = frozenset({"change", "history"})


def links(facts: Iterable[Facts]) -> Iterator[Link]:
    """Links between ports of the same digits, where neither text has that of the other anywhere."""
    blocks: dict[str, list[Facts]] = {}
    for fact in facts:
        if fact.claim.copy_of is None and _is_port(fact):
            blocks.setdefault("".join(sorted(_digits(fact))), []).append(fact)
    numbers = {
        fact.source: _numbers(fact.document.text)
        for block in blocks.values()
        for fact in block
        if _differ(block)
    }
    for block in blocks.values():
        for one, other in combinations(block, 2) if _differ(block) and len(block) <= CROWD else ():
            if _fits(one, other, numbers):
                yield Link(
                    one.claim.id, other.claim.id, CONFIDENCE, ("ports with the same digits in another order",)
                )


def _differ(block: Iterable[Facts]) -> bool:
    return len({_digits(fact) for fact in block}) > 1


def _fits(one: Facts, other: Facts, numbers: Mapping[str, frozenset[str]]) -> bool:
    if _digits(other) in numbers[one.source] or _digits(one) in numbers[other.source]:
        return False
    if not sections.together(one, other) or sections.versions_apart(one.source, other.source):
        return False
    return HEEDED.isdisjoint(vetoes.every(one, other))


def _is_port(fact: Facts) -> bool:
    """True for four or five digits in a line that speaks of a port, of which enough are different."""
    digits, text = _digits(fact), fact.document.text
    if not 4 <= len(digits) <= 5 or len(set(digits)) < DIFFERENT:
        return False
    start, end = fact.claim.mention.start, fact.claim.mention.end
    line = text[_line_start(text, start) : _line_end(text, end)]
    block = fact.claim.mention.context.block
    return _named().search(f"{block.row or ''} {line}".lower()) is not None


def _line_start(text: str, start: int) -> int:
    least = max(0, start - NEAR)
    return max(least, text.rfind("\n", least, start) + 1)


def _line_end(text: str, end: int) -> int:
    found = text.find("\n", end, end + NEAR)
    return end + NEAR if found < 0 else found


def _digits(fact: Facts) -> str:
    """The figure as written, where that is nothing but digits."""
    mention = fact.claim.mention
    found = re.fullmatch(r"\D*(\d+)\D*", fact.document.text[mention.start : mention.end])
    return found[1] if found else ""


def _numbers(text: str) -> frozenset[str]:
    """All numbers of a text, also in examples of code."""
    return frozenset(re.findall(r"\d+", text))


@cache
def _named() -> re.Pattern[str]:
    """ "port 8431", "metrics_port", "8431/tcp" """
    words = "|".join(map(re.escape, options.table().ports))
    return re.compile(rf"(?<![^\W_])(?:{words})(?![^\W_])")
