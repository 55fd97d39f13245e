"""Circumstances: two figures hold on other platforms, in other versions, in other cases, in other instructions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

import msgspec

from claimcheck.lexicon import circumstances as table
from claimcheck.lexicon import function_words, options
from claimcheck.normalise.matching import headed
from claimcheck.normalise.matching.facts import Facts
from claimcheck.normalise.matching.sections import PAGES
from claimcheck.normalise.text import telling
from claimcheck.normalise.text.words import stem

PLATFORM, CASE = "other-platform", "other-case"
APART = frozenset({PLATFORM, CASE})
DEFAULT = "default"  # the scope of what holds where nobody has set anything
LIMITS = frozenset({"maximum", "minimum"})  # and those of a limit
WAS = 12  # characters before a figure in which "was" makes it one of another time
LEAD = 4  # words behind "for" or "with" that say what a sentence holds for

Held = tuple[str, frozenset[str]]  # a word such as "for" and the stems behind it
Platforms = frozenset[tuple[str, str]]  # sort and name


class Said(msgspec.Struct, frozen=True):
    """What a sentence says of when it holds."""

    platforms: Platforms
    only: Platforms  # of which it says that it holds for no other: "on Windows"
    versions: frozenset[str]
    # the names that it begins with, or holds for, and for each the number behind it and where that begins: "Heron 2"
    models: dict[str, tuple[str, int]]
    conditions: tuple[tuple[int, int, frozenset[str]], ...]  # start, end and telling stems
    refusing: bool
    instruction: bool
    lowered: str  # see `_lowered`

    @property
    def head(self) -> Held:
        """What it says first of what it holds for."""
        return _held(self.lowered)

    @property
    def words(self) -> frozenset[str]:
        """Its telling stems."""
        return telling.of(self.lowered)

    @property
    def all(self) -> frozenset[str]:
        """Its stems, also those that tell nothing."""
        return _stems(re.findall(r"[^\W\d_]+", self.lowered))


def circumstance(one: Facts, other: Facts) -> str | None:
    """ "other-platform" or "other-case" for two figures that do not hold under the same circumstances."""
    a, b = of_sentence(_sentence(one)), of_sentence(_sentence(other))
    pages = _is_page(one) and _is_page(other)
    if _platforms_apart(one, a, other, b) or _versions_apart(one, a, other, b):
        return PLATFORM
    if _is_supposed(one, a) != _is_supposed(other, b):
        return CASE
    if pages and _told_apart(one, a, other, b):
        return CASE
    return CASE if a.instruction and b.instruction and a.words - b.words and b.words - a.words else None


def _is_page(fact: Facts) -> bool:
    """True for a page of documentation, which is of no day."""
    return fact.source.endswith(PAGES) and fact.document.date is None


def _sentence(fact: Facts) -> str:
    return fact.document.plain[slice(*fact.claim.mention.context.sentence)]


# --- platforms and versions ------------------------------------------------------------------------------


def _platforms_apart(one: Facts, a: Said, other: Facts, b: Said) -> bool:
    """True for two platforms of one sort, and on pages for a figure of one where the other names none."""
    here, there = a.platforms or _platforms_above(one), b.platforms or _platforms_above(other)
    sorts = {sort for sort, _ in here} & {sort for sort, _ in there}
    if any(_of(here, sort).isdisjoint(_of(there, sort)) for sort in sorts):
        return True
    return _is_page(one) and _is_page(other) and (_is_only(a, there) or _is_only(b, here))


def _of(platforms: Platforms, sort: str) -> Platforms:
    return frozenset(each for each in platforms if each[0] == sort)


def _is_only(said: Said, there: Platforms) -> bool:
    return any(len(_of(said.platforms, sort)) == 1 and not _of(there, sort) for sort, _ in said.only)


def _platforms_above(fact: Facts) -> Platforms:
    """The platforms of the labels of a cell, else of the nearest heading that names one, else of the title."""
    block = fact.claim.mention.context.block
    return _first_named(
        block.row or "", block.column or "", *reversed(block.headings), fact.document.title or ""
    )


@lru_cache(maxsize=10_000)
def _first_named(row: str, column: str, *others: str) -> Platforms:
    """The platforms of two labels, else of the first of other texts that names one."""
    for text in (f"{row} | {column}", *others):
        found = of_sentence(text).platforms
        if found:
            return found
    return frozenset()


def _versions_apart(one: Facts, a: Said, other: Facts, b: Said) -> bool:
    here, there = (said.versions or _versions_above(fact) for fact, said in ((one, a), (other, b)))
    if here and there and here.isdisjoint(there):
        return True
    first, second = _models(one, a), _models(other, b)
    return any(first[name] != second[name] for name in first.keys() & second.keys())


def _models(fact: Facts, said: Said) -> dict[str, str]:
    """The numbers of what a page calls by name and number; in "Some 12" the word belongs to a figure."""
    mention = fact.claim.mention
    hedged = (
        mention.number_start - mention.context.sentence[0] if mention.start < mention.number_start else None
    )
    if not _is_page(fact):
        return {}
    return {
        name: number
        for name, (number, start) in said.models.items()
        if start != hedged and name.lower() not in function_words.words()
    }


def _versions_above(fact: Facts) -> frozenset[str]:
    headings = fact.claim.mention.context.block.headings
    return of_sentence(headings[-1]).versions if headings else frozenset()


# --- conditions and instructions -------------------------------------------------------------------------


def _is_supposed(fact: Facts, said: Said) -> bool:
    """True for a figure inside of a condition of a page that refuses nothing: "if it takes more than 4 GB"."""
    at = fact.claim.mention.number_start - fact.claim.mention.context.sentence[0]
    return (
        _is_page(fact) and not said.refusing and any(start <= at < end for start, end, _ in said.conditions)
    )


def _told_apart(one: Facts, a: Said, other: Facts, b: Said) -> bool:
    """True for two sentences of documentation of which one has a condition of its own, or both have."""
    if _is_narrower(a, b, other) or _is_narrower(b, a, one):
        return True
    if _own_each(a.head, a, b.head, b) or _own_each(_tail(one), a, _tail(other), b):
        return True
    if _is_limit(one) and _is_limit(other) and headed.apart(one, other):
        return True
    if DEFAULT not in one.scopes.exact & other.scopes.exact:
        return False
    nameless = one.claim.noun == other.claim.noun == DEFAULT and not headed.alike(one, other)
    return nameless or _is_past(one) != _is_past(other) or headed.apart(one, other)


def _is_limit(fact: Facts) -> bool:
    return fact.claim.mention.hedge == "at_most" or not LIMITS.isdisjoint(fact.scopes.exact)


def _is_past(fact: Facts) -> bool:
    """True for a default that was one: "the default was 30 seconds"."""
    start = fact.claim.mention.start
    return options.other().search(fact.document.plain[max(0, start - WAS) : start].lower()) is not None


def _is_narrower(said: Said, other: Said, fact: Facts) -> bool:
    """True for a condition most words of which the other sentence and its headings do not have."""
    around = other.words | telling.of(" | ".join(fact.claim.mention.context.block.headings))
    return any(len(words - around) * 2 > len(words) for _, _, words in said.conditions)


def _own_each(here: Held, one: Said, there: Held, other: Said) -> bool:
    """True for "for small sites" and "for large sites"."""
    (word, a), (same, b) = here, there
    return word == same and bool(a - b - other.all) and bool(b - a - one.all)


def _tail(fact: Facts) -> Held:
    """What stands right behind a figure of what it holds for: "25 MB for guests"."""
    mention = fact.claim.mention
    return _held(_lowered(fact.document.plain[mention.end : mention.context.sentence[1]]))


@lru_cache(maxsize=10_000)
def of_sentence(text: str) -> Said:
    """What a sentence says of when it holds; a condition that says no more than "by default" is none."""
    lowered = _lowered(text)
    found = [(table.platform_of()[each["name"]], each["lead"]) for each in table.platform().finditer(text)]
    conditions = (
        (each.start(), each.end(), telling.within(each["said"]) - _empty())
        for each in table.condition().finditer(lowered)
    )
    return Said(
        platforms=frozenset(platform for platform, _ in found),
        only=frozenset(platform for platform, lead in found if lead),
        versions=frozenset(each["number"] or each["bare"] for each in table.version().finditer(text)),
        models={
            each["name"]: (each["number"], each.start("number")) for each in table.model().finditer(text)
        },
        conditions=tuple(each for each in conditions if each[2]),
        refusing=options.refusing().search(lowered) is not None,
        instruction=table.instruction().match(lowered) is not None,
        lowered=lowered,
    )


def _lowered(text: str) -> str:
    """A text of the same length in lower case without what says no more than "by default"."""
    return options.default().sub(lambda found: " " * len(found.group()), text.lower())


@lru_cache(maxsize=10_000)
def _held(lowered: str) -> Held:
    """The word that a sentence opens with and the stems of the words behind it; behind "for" of no more than a few."""
    found = table.holding().match(lowered)
    if found is None:
        return "", frozenset()
    words = re.findall(r"[^\W\d_]+", found["said"])
    if found["word"] in table.table().holding:
        first = next((at for at, word in enumerate(words) if at and word in function_words.words()), LEAD)
        words = words[: min(first, LEAD)]
    return found["word"], _stems(words)


@cache
def _empty() -> frozenset[str]:
    return _stems(table.table().empty)


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(stem, words))
