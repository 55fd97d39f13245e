"""Words that the user holds for one: a claim that counts any of them counts the same thing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from claimcheck.model import Claim, ClaimcheckError
from claimcheck.normalise.claim import nouns
from claimcheck.normalise.claim.nouns import Name
from claimcheck.normalise.matching.facts import Facts

Synonyms = Mapping[str, Sequence[str]]
Classes = dict[Name, str]  # name of a thing -> class that its claims go to


class SynonymError(ClaimcheckError):
    """A noun that is to mean two things at once; the message begins with the key."""


def classes(synonyms: Synonyms) -> Classes:
    """The class of every noun in the table of the user; raises SynonymError."""
    found: Classes = {}
    for key, words in synonyms.items():
        target = nouns.class_named(nouns.name(key))
        for word in (key, *words):
            name = nouns.name(word)
            if not name:
                raise SynonymError(f"synonyms.{key}: {word!r} is no noun")
            if found.setdefault(name, target) != target:
                raise SynonymError(f"synonyms.{key}: {word!r} stands for another noun already")
    return found


def renamed(claims: Iterable[Claim], synonyms: Synonyms) -> tuple[Claim, ...]:
    """The claims, those that count a synonym as claims of its class."""
    found = classes(synonyms)
    by_head: dict[str, list[Name]] = {}
    for name in sorted(found, key=len, reverse=True):  # the narrower one first
        by_head.setdefault(name[-1], []).append(name)
    return tuple(_renamed(claim, by_head, found) for claim in claims)


def _renamed(claim: Claim, by_head: Mapping[str, Sequence[Name]], found: Classes) -> Claim:
    names = by_head.get(nouns.head(claim) or "", ())
    name = next((each for each in names if nouns.called(claim, each)), None)
    return claim if name is None else replace(claim, noun=found[name])


def bared(facts: Iterable[Facts], synonyms: Synonyms) -> list[Facts]:
    """The facts, without the words of a synonym among those that narrow the noun: "rescue" of rescue car."""
    names = [name for name in classes(synonyms) if len(name) > 1]
    return [_bared(fact, names) for fact in facts]


def _bared(fact: Facts, names: Sequence[Name]) -> Facts:
    own = {word for name in names if nouns.called(fact.claim, name) for word in name[:-1]}
    return replace(fact, modifiers=fact.modifiers - own) if own else fact
