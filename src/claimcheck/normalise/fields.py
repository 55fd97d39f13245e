"""Groups of linked claims as fields, with an identity and a label that no position moves."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from claimcheck.model import Claim, Field, Link
from claimcheck.normalise import cluster
from claimcheck.normalise.copies import origin


def fields(claims: Sequence[Claim], links: Sequence[Link], copied: Mapping[str, str]) -> tuple[Field, ...]:
    """The fields of a run, in the order of their first claims; a copy goes where its origin goes."""
    origins = [claim.id for claim in claims if claim.id not in copied]
    group_of = cluster.groups(origins, links)
    members: dict[int, list[Claim]] = {}
    for claim in claims:
        members.setdefault(group_of[origin(claim.id, copied)], []).append(claim)
    linked: dict[int, list[Link]] = {}
    for link in links:
        if group_of[link.first] == group_of[link.second]:
            linked.setdefault(group_of[link.first], []).append(link)
    return _named(_field(found, linked.get(group, ())) for group, found in members.items())


def _field(claims: Sequence[Claim], links: Iterable[Link]) -> Field:
    found = label(claims)
    return Field(
        id=_identity(found, claims),
        label=found,
        unit=claims[0].unit,
        claims=tuple(claims),
        links=tuple(links),
        independent_sources=len({claim.source for claim in claims if claim.copy_of is None}),
    )


def _named(found: Iterable[Field]) -> tuple[Field, ...]:
    """Fields with one identity each: equal ones get a number in the order of the run."""
    seen: Counter[str] = Counter()
    result = []
    for field in found:
        seen[field.id] += 1
        number = seen[field.id]
        result.append(field if number == 1 else _renamed(field, f"{field.id}-{number}"))
    return tuple(result)


def _renamed(field: Field, identity: str) -> Field:
    return Field(identity, field.label, field.unit, field.claims, field.links, field.independent_sources)


def label(claims: Sequence[Claim]) -> str:
    """What a field is about, from its commonest noun, action and place: "ambulances · deploy"."""
    if claims[0].mention.kind == "age":
        return "age of " + (_commonest(claim.noun for claim in claims) or "somebody").title()
    noun = _commonest(_thing(claim) for claim in claims) or _kind(claims[0])
    action = _commonest(claim.action for claim in claims)
    place = _commonest(place.name for claim in claims for place in claim.places)
    return " · ".join(part for part in (noun, action, place) if part)


def _thing(claim: Claim) -> str | None:
    return (claim.mention.noun_phrase or "").strip().lower() or claim.noun


def _kind(claim: Claim) -> str:
    """What a claim without a noun is called: a sum of money by its currency, a measure by its kind."""
    kind = claim.mention.kind
    return (claim.unit or kind) if kind in ("money", "other") else "figure" if kind == "count" else kind


def _commonest(words: Iterable[str | None]) -> str | None:
    counts = Counter(word for word in words if word)
    return min(counts, key=lambda word: (-counts[word], word)) if counts else None


def _identity(found: str, claims: Sequence[Claim]) -> str:
    """A hash of what the field is about; neither paths nor positions enter it."""
    text = "|".join((found, claims[0].unit or "", claims[0].mention.kind))
    return hashlib.sha1(text.encode()).hexdigest()[:12]
