"""A figure of one place above that of all places: 900 houses in a district, "more than 200" in the storm."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

from claimcheck.model import Link
from claimcheck.normalise.claim import actions
from claimcheck.normalise.matching import vetoes
from claimcheck.normalise.matching.facts import Facts

LOCAL = "local"  # the scope of what is counted in a part of the land: "in neighbouring Orl district"
PLACES = frozenset({"other-place", "other-topic", "part-of-whole"})  # vetoes that tell a part from its whole
CONFIDENCE = 0.5
CROWD = 12  # figures of one thing and action in a text, of which more are a list
SOFT = "the text does not say that one is of all places"


def links(facts: Sequence[Facts]) -> Iterator[Link]:
    """Links between what one text counts in one place and less of the same that it counts in no place of its own."""
    alike: dict[tuple[str | None, str | None], list[Facts]] = {}
    for fact in facts:
        if actions.grows(fact.claim.action):
            alike.setdefault((fact.claim.noun, fact.claim.action), []).append(fact)
    for told in alike.values():
        for part, whole in permutations(told, 2) if len(told) <= CROWD else ():
            if _exceeds(part, whole):
                reason = f"more {part.claim.noun}s in one place than in all"
                yield Link(part.claim.id, whole.claim.id, CONFIDENCE, (reason,), None, (SOFT,))


def _exceeds(part: Facts, whole: Facts) -> bool:
    if part.scopes.part != {LOCAL} or whole.scopes.part or whole.claim.places or whole.scopes.increment:
        return False
    more = whole.claim.plausible.lies_below(part.claim.plausible)
    return more and set(vetoes.every(part, whole)) <= PLACES
