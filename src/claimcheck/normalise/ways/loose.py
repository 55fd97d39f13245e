"""Like words in texts that nothing shows to tell of one thing: forms, which are filled in anew for each of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from claimcheck.model import FAR_APART, Link
from claimcheck.normalise.matching import compare
from claimcheck.normalise.matching.facts import Met
from claimcheck.normalise.text import stories
from claimcheck.normalise.ways import slots
from claimcheck.normalise.ways.twins import Twin
from claimcheck.normalise.weights import WEIGHTS as W

FORM = "only the form of the sentences is the same"


class Loose:
    """The twins of a run whose texts neither share a story nor whole sentences with the same figures."""

    def __init__(self, agreeing: Sequence[Twin], differing: Sequence[Twin]) -> None:
        """From the twins that agree and those that differ."""
        same = Counter(_sources(twin) for twin in agreeing if twin.sentence)
        other = Counter(map(_sources, differing))
        self._alike = {pair for pair, count in same.items() if count > other[pair]}
        self._several = _several(differing)

    def reasons(self, twin: Twin) -> tuple[str, ...]:
        """Why two different figures in like words are hardly one fact."""
        together = stories.together(twin.one.story, twin.other.story)
        if together or _sources(twin) in self._alike or _is_slip(twin):
            return ()
        form = (
            _is_nameless(twin) or not self._several.isdisjoint(twin.met) or slots.apart(twin.one, twin.other)
        )
        asked = ((FORM, form), (FAR_APART, _is_far_apart(twin)))
        return tuple(reason for reason, holds in asked if holds)


def _sources(twin: Twin) -> frozenset[str]:
    return frozenset((twin.one.source, twin.other.source))


def _is_far_apart(twin: Twin) -> bool:
    """True for figures too far apart for an older state of one thing."""
    return compare.ratio(twin.one.claim, twin.other.claim) > W.strong_ratio


def _is_slip(twin: Twin) -> bool:
    one, other = twin.one.claim, twin.other.claim
    return compare.shifted(one, other) or compare.sound_alike(one, other) or compare.transposed(one, other)


def _is_nameless(twin: Twin) -> bool:
    """True for sentences of two dated texts, which are news, that share no name: "The index rose 9 points"."""
    one, other = twin.one, twin.other
    dated = one.day is not None and other.day is not None
    return dated and not (one.names & other.names) - stories.untelling()


def _several(differing: Sequence[Twin]) -> set[Met]:
    """The claims that differ from several figures of one text: a list in one form, "in band one", "in band two"."""
    figures: dict[Met, set[object]] = {}
    for twin in differing:
        for each, partner in zip(twin.met, (twin.other, twin.one), strict=True):
            figures.setdefault(each, set()).add(partner.claim.value)
    return {each for each, found in figures.items() if len(found) > 1}


def told(links: Iterable[Link]) -> list[Link]:
    """The links without those that nothing but a form makes."""
    return [link for link in links if link.explained is not None or FORM not in link.soft]
