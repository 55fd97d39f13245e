"""The user's hand: fields that the configuration names, and which claims it gives to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

import msgspec

from claimcheck.config import FieldOptions, Options, share
from claimcheck.lexicon import money, unit_names, units
from claimcheck.model import Claim, ClaimcheckError, Link
from claimcheck.normalise.claim import nouns
from claimcheck.normalise.claim.nouns import Name
from claimcheck.normalise.documentation import options
from claimcheck.normalise.fields import synonyms
from claimcheck.normalise.matching import compare, updates, vetoes
from claimcheck.normalise.matching.facts import Facts
from claimcheck.normalise.matching.partners import Partners
from claimcheck.normalise.ways import blocks

SURE = 0.95  # the user says so
# What a sentence says of its own number; a field found by its nouns heeds that, one found by a pattern nothing.
HEEDED = frozenset(
    {
        "change",
        "example",
        "history",
        "increment",
        "negated",
        "other-part",
        "other-scope",
        "part-of-whole",
        "planned",
    }
)

ROLES = frozenset(options.ROLES)

Names = dict[str, str]  # id of a claim -> name of its field


class FieldError(ClaimcheckError):
    """A field of the configuration that says nothing; the message begins with the key."""


class Wanted(msgspec.Struct, frozen=True):
    """One field of the configuration, ready to compare."""

    name: str
    nouns: tuple[Name, ...]
    classes: frozenset[str]
    aliases: tuple[Name, ...]
    unit: str | None  # the base unit
    pattern: re.Pattern[str] | None
    tolerance: Decimal


def wanted(options: Options) -> tuple[Wanted, ...]:
    """The fields that the configuration names; raises FieldError or SynonymError."""
    same = synonyms.classes(options.synonyms)
    return tuple(_wanted(name, field, same) for name, field in options.fields.items())


def _wanted(name: str, field: FieldOptions, same: synonyms.Classes) -> Wanted:
    said = field.nouns if field.nouns or field.aliases or field.pattern else (name,)
    counted = tuple(filter(None, map(nouns.name, said)))
    return Wanted(
        name=name,
        nouns=counted,
        classes=frozenset(same.get(each) or nouns.class_named(each) for each in counted),
        aliases=tuple(filter(None, map(nouns.name, field.aliases))),
        unit=None if field.unit is None else _unit(field.unit, f"fields.{name}.unit"),
        pattern=None if field.pattern is None else _pattern(field.pattern, f"fields.{name}.pattern"),
        tolerance=Decimal(0) if field.tolerance is None else share(field.tolerance),
    )


def _unit(name: str, key: str) -> str:
    try:
        symbol, _ = unit_names.named(name)
    except LookupError as error:
        raise FieldError(f"{key}: {error.args[0]}") from error
    return symbol if symbol == "%" or symbol in money.by_code() else units.base_of(symbol)


def _pattern(text: str, key: str) -> re.Pattern[str]:
    try:
        return re.compile(text)
    except re.error as error:
        raise FieldError(f"{key}: {text!r} is no regular expression: {error}") from error


# --- which claims ----------------------------------------------------------------------------------------


def named(facts: Sequence[Facts], fields: Sequence[Wanted]) -> Names:
    """The field of each claim that belongs to one; of several that would take it, the first in the configuration."""
    found = ((fact, next((each for each in fields if _takes(each, fact)), None)) for fact in facts)
    return {fact.claim.id: each.name for fact, each in found if each is not None}


def _takes(field: Wanted, fact: Facts) -> bool:
    if field.unit is not None and fact.claim.unit != field.unit:
        return False
    if (field.nouns or field.aliases) and not (_counted(field, fact.claim) or _called(field, fact)):
        return False
    return field.pattern is None or _matches(field.pattern, fact)


def _counted(field: Wanted, claim: Claim) -> bool:
    return claim.noun in field.classes or any(nouns.called(claim, name) for name in field.nouns)


def _called(field: Wanted, fact: Facts) -> bool:
    """True where an alias is what the figure is a figure of: its subject, its head, its row or its column."""
    context = fact.claim.mention.context
    said = (context.head, context.subject, context.block.row, context.block.column)
    bare = fact.claim.mention.noun is None or nouns.is_soft(fact.claim.noun)
    heads = {name[-1] for each in said if each and (name := nouns.name(each))}
    words = nouns.name(fact.document.plain[slice(*context.sentence)]) if bare else ()
    return any(
        nouns.called(fact.claim, alias) or (bare and alias[-1] in heads and {*alias} <= {*words, *heads})
        for alias in field.aliases
    )


def _matches(pattern: re.Pattern[str], fact: Facts) -> bool:
    """True where the sentence matches; a pattern with a group says where in it the number stands."""
    start, end = fact.claim.mention.context.sentence
    sentence = re.sub(r"\s", " ", fact.document.plain[start:end])
    place = fact.claim.mention.number_start - start
    if not pattern.groups:
        return pattern.search(sentence) is not None
    return any(found.start(1) <= place < found.end(1) for found in pattern.finditer(sentence))


# --- how they compare ------------------------------------------------------------------------------------


def links(
    facts: Sequence[Facts], fields: Sequence[Wanted], names: Names, partners: Partners
) -> Iterator[Link]:
    """Links between the claims of each named field and unit; where a source is believed, only with what it says."""
    by_name = {field.name: field for field in fields}
    groups: dict[tuple[str, str | None], list[Facts]] = {}
    for fact in facts:
        name = names.get(fact.claim.id)
        if name is not None and fact.claim.copy_of is None:
            groups.setdefault((name, fact.claim.unit), []).append(fact)
    for (name, _), found in groups.items():
        believed = {fact.source for fact in found if name in fact.document.told.believed}
        for one, other in blocks.pairs(found):
            link = _link(one, other, by_name[name], partners)
            if link is not None and (not believed or _speaks(link, {one.source, other.source}, believed)):
                yield link


def _speaks(link: Link, sources: set[str], believed: set[str]) -> bool:
    """True for what agrees, and for what differs from a source that is believed."""
    return link.explained is not None or len(sources & believed) == 1


def _link(one: Facts, other: Facts, field: Wanted, partners: Partners) -> Link | None:
    if field.pattern is None and HEEDED & {*vetoes.every(one, other)} - _outweighed(one, other):
        return None
    explained = compare.within(one.claim, other.claim, field.tolerance) or compare.agreement(
        one.claim, other.claim
    )
    if explained is None and updates.is_update(one, other, partners):
        explained = "update"
    return Link(
        one.claim.id, other.claim.id, SURE, (f"the configuration names the field: {field.name}",), explained
    )


def _outweighed(one: Facts, other: Facts) -> frozenset[str]:
    """The veto of scopes where one side alone says that its figure is the default or a limit, or a column says so."""
    a, b = one.scopes.exact | _of_column(one), other.scopes.exact | _of_column(other)
    apart = (a - b, b - a)
    return frozenset() if all(apart) or (apart[0] | apart[1]) - ROLES else frozenset({"other-scope"})


def _of_column(fact: Facts) -> frozenset[str]:
    role = options.of_column(fact) if fact.claim.mention.context.block.kind == "cell" else None
    return frozenset() if role is None else frozenset({role})


def without(links: Sequence[Link], names: Mapping[str, str]) -> Iterator[Link]:
    """The links between claims that no field of the configuration takes."""
    return (link for link in links if link.first not in names and link.second not in names)
