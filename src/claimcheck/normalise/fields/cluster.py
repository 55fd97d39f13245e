"""From links to groups: two groups join where half of the pairs across them are linked, or one surely."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from claimcheck.model import Link

Members = dict[int, list[str]]  # the claims of each group
Across = dict[int, dict[int, int]]  # how many links there are between two groups

HALF = 0.5
SURE = 0.8  # confidence of an agreement that joins groups by itself
LARGE = 60  # groups beyond this size take single claims only on several links


def groups(ids: Sequence[str], links: Sequence[Link]) -> dict[str, int]:
    """The number of the group of each id; the strongest links are followed first.

    Of equally strong ones an agreement goes first, then what more links support, then the order of `ids`.
    """
    place = {each: index for index, each in enumerate(ids)}
    group_of = dict(place)
    members: Members = {index: [each] for index, each in enumerate(ids)}
    across: Across = {index: {} for index in members}
    degree: Counter[str] = Counter()
    for ends in dict.fromkeys((link.first, link.second) for link in links):
        first, second = place[ends[0]], place[ends[1]]
        across[first][second] = across[second][first] = 1
        degree.update(ends)

    def strength(link: Link) -> tuple[float, bool, int, int, int]:
        low, high = sorted((place[link.first], place[link.second]))
        support = min(degree[link.first], degree[link.second])
        return -link.confidence, link.explained != "equal", -support, low, high

    for link in sorted(links, key=strength):
        one, other = group_of[link.first], group_of[link.second]
        if one == other:
            continue
        sure = _is_sure(link, min(len(members[one]), len(members[other])))
        if sure or _belong(members[one], members[other], across[one][other]):
            _join(group_of, members, across, one, other)
    return group_of


def _is_sure(link: Link, smaller: int) -> bool:
    """True for one figure in like words, whatever else the groups hold, and for a single claim in like words."""
    return link.confidence >= SURE and (link.explained == "equal" or smaller == 1)


def _belong(one: list[str], other: list[str], across: int) -> bool:
    """True where enough of the pairs across two groups are linked."""
    small, large = sorted((len(one), len(other)))
    return across >= HALF * small * min(large, LARGE)


def _join(group_of: dict[str, int], members: Members, across: Across, one: int, other: int) -> None:
    """Move the smaller group into the larger one, so that a claim moves few times."""
    small, large = sorted((one, other), key=lambda group: (len(members[group]), group))
    for each in members.pop(small):
        group_of[each] = large
        members[large].append(each)
    for group, links in across.pop(small).items():
        del across[group][small]
        if group != large:
            across[group][large] = across[large][group] = across[large].get(group, 0) + links
