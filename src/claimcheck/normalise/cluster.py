"""From links to groups: two groups join where half of the pairs across them are linked, or one surely."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.model import Link

HALF = 0.5
SURE = 0.8  # confidence of an agreement that joins groups by itself
LARGE = 60  # groups beyond this size take single claims only on several links


def groups(ids: Sequence[str], links: Sequence[Link]) -> dict[str, int]:
    """The number of the group of each id; the strongest links are followed first.

    Of equally strong ones an agreement goes first, then what more links support, then the order of `ids`.
    """
    place = {each: index for index, each in enumerate(ids)}
    group_of = dict(place)
    members: dict[int, list[str]] = {index: [each] for index, each in enumerate(ids)}
    linked: dict[str, set[str]] = {}
    for link in links:
        linked.setdefault(link.first, set()).add(link.second)
        linked.setdefault(link.second, set()).add(link.first)

    def strength(link: Link) -> tuple[float, bool, int, list[int]]:
        first, second = link.first, link.second
        support = min(len(linked[first]), len(linked[second]))
        return (
            -link.confidence,
            link.explained != "equal",
            -support,
            sorted((place[first], place[second])),
        )

    for link in sorted(links, key=strength):
        one, other = group_of[link.first], group_of[link.second]
        if one != other and (_is_sure(link) or _belong(members[one], members[other], linked)):
            _join(group_of, members, one, other)
    return group_of


def _is_sure(link: Link) -> bool:
    """True for one figure in like words, which makes one fact whatever else the groups hold."""
    return link.explained == "equal" and link.confidence >= SURE


def _belong(one: list[str], other: list[str], linked: dict[str, set[str]]) -> bool:
    small, large = sorted((one, other), key=len)
    wide = set(large)
    across = sum(len(linked[each] & wide) for each in small)
    return across >= HALF * len(small) * min(len(large), LARGE)


def _join(group_of: dict[str, int], members: dict[int, list[str]], one: int, other: int) -> None:
    """Move the smaller group into the larger one, so that a claim moves few times."""
    small, large = sorted((one, other), key=lambda group: (len(members[group]), group))
    for each in members.pop(small):
        group_of[each] = large
        members[large].append(each)
