"""Headings and titles that each name something of their own: a proxy here, a scheduler there."""

from __future__ import annotations

from functools import cache, lru_cache

from claimcheck.lexicon import defaults, documents
from claimcheck.normalise.matching.facts import Facts
from claimcheck.normalise.text import telling
from claimcheck.normalise.text.words import stem


def apart(one: Facts, other: Facts) -> bool:
    """True below two headings that name different things, or titles each with a word that only its own text knows."""
    titles = [named(fact.document.title or "") for fact in (one, other)]
    own = _last(one) - titles[0], _last(other) - titles[1]
    if all(own) and own[0].isdisjoint(own[1]):
        return True
    if not all(titles) or titles[0] == titles[1]:
        return False
    known = telling.throughout(other.document.plain), telling.throughout(one.document.plain)
    return all(title - words for title, words in zip(titles, known, strict=True))


def alike(one: Facts, other: Facts) -> bool:
    """True below two headings that name one thing."""
    return not _last(one).isdisjoint(_last(other))


def _last(fact: Facts) -> frozenset[str]:
    headings = fact.claim.mention.context.block.headings
    return named(headings[-1]) if headings else frozenset()


@lru_cache(maxsize=10_000)
def named(heading: str) -> frozenset[str]:
    """What a heading names but its kind of page; a question names only what it asks for."""
    return frozenset() if heading.rstrip(" *").endswith("?") else telling.of(heading) - _pages()


@cache
def _pages() -> frozenset[str]:
    return frozenset(map(stem, (*defaults.table().pages, *documents.table().papers)))
