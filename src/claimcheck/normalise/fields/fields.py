"""Groups of linked claims as fields, with a label that people read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from claimcheck.lexicon.measures import measures
from claimcheck.model import Claim, Field, Link
from claimcheck.normalise.claim import actions
from claimcheck.normalise.fields import cluster
from claimcheck.normalise.fields.copies import origin
from claimcheck.normalise.fields.identity import commonest, identified, words

Group = int | tuple[str, str | None]  # a number, or the name and the unit of a field that the user names


def fields(
    claims: Sequence[Claim], links: Sequence[Link], copied: Mapping[str, str], names: Mapping[str, str]
) -> tuple[Field, ...]:
    """The fields of a run, in the order of their first claims; a copy goes where its origin goes.

    The claims in `names` go to the field of that name, one for each unit.
    """
    # by their words, not by their places: a new name for a file or another paragraph must not tip the balance
    origins = sorted((claim for claim in claims if claim.id not in copied), key=words)
    group_of: dict[str, Group] = {**cluster.groups([claim.id for claim in origins], links)}
    group_of |= {c.id: (names[c.id], c.unit) for c in origins if c.id in names}
    members: dict[Group, list[Claim]] = {}
    for claim in claims:
        members.setdefault(group_of[origin(claim.id, copied)], []).append(claim)
    linked: dict[Group, list[Link]] = {}
    for link in links:
        if group_of[link.first] == group_of[link.second]:
            linked.setdefault(group_of[link.first], []).append(link)
    return identified(
        _field(found, linked.get(group, ()), group[0] if isinstance(group, tuple) else None)
        for group, found in members.items()
    )


def _field(claims: Sequence[Claim], links: Iterable[Link], name: str | None) -> Field:
    return Field(
        id="",
        label=name or label(claims),
        unit=claims[0].unit,
        claims=tuple(claims),
        links=tuple(links),
        independent_sources=len({claim.source for claim in claims if claim.copy_of is None}),
        name=name,
    )


def label(claims: Sequence[Claim]) -> str:
    """What a field is about, from its commonest noun, action and place: "ambulances · deployed"."""
    if claims[0].mention.kind == "age":
        return "age of " + _whose(commonest(claim.noun for claim in claims))
    noun = commonest(_thing(claim) for claim in claims) or _kind(claims[0])
    action = actions.shown(commonest(claim.action for claim in claims))
    place = commonest(place.name for claim in claims for place in claim.places)
    return " · ".join(part for part in (noun, action, place) if part)


def _whose(noun: str | None) -> str:
    if noun is None:
        return "somebody"
    return f"the {noun}" if noun in measures().age.persons else noun.title()


def _thing(claim: Claim) -> str | None:
    return (claim.mention.noun_phrase or "").strip().lower() or claim.noun


def _kind(claim: Claim) -> str:
    """What a claim without a noun is called: a sum of money by its currency, a measure by its kind."""
    kind = claim.mention.kind
    return (claim.unit or kind) if kind in ("money", "other") else "figure" if kind == "count" else kind
