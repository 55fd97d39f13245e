"""Sections and pages of documentation: where a heading or a file name says what a sentence does not."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from pathlib import PurePosixPath

from claimcheck.lexicon import dates, documents
from claimcheck.lexicon.patterns import humps
from claimcheck.model import Document
from claimcheck.normalise.matching.facts import Facts
from claimcheck.normalise.text.words import content, stem

PAGES = (".md", ".markdown", ".rst")
HALF = 0.5
AGAIN = 3  # times that a text names what its title says it is about
_YEAR = re.compile(rf"(?<!\d)()({dates.RECENT_YEAR})(?!\d)")
_SIGNATURE = re.compile(r"(?:[a-z]+\s)?(?P<name>[\w.]+)\(.*\)")  # "class Store(path, mode)"
_VERSION = re.compile(rf"(?<!\d)(?!{dates.RECENT_YEAR}\.)\d{{1,3}}(?:\.\d+)+")


def apart(one: Facts, other: Facts) -> bool:
    """True for pages of one template, and for bare numbers under headings that have nothing in common."""
    if templates(one, other):
        return True
    a, b = _heading(one), _heading(other)
    return one.claim.noun is None and bool(a and b) and not a & b


def templates(one: Facts, other: Facts) -> bool:
    """True for pages that say the same of two things, or each of an example, and for two functions described."""
    described = {name for each in (one, other) if (name := _described(each))}
    titled = len(described) == 2 or _titled_apart(one.document, other.document) or _by_title(one, other)
    return titled or siblings(one.source, other.source) or lessons(one, other)


def _titled_apart(one: Document, other: Document) -> bool:
    """True for two pages of one folder whose titles differ in one word that names no paper: "Disk profiles"."""
    if not (one.source.endswith(PAGES) and other.source.endswith(PAGES)):
        return False
    a, b = _stems(one.title or ""), _stems(other.title or "")
    if len(a) != len(b) or one.source.rpartition("/")[0] != other.source.rpartition("/")[0]:
        return False
    told = (a ^ b).isdisjoint(map(stem, documents.table().papers))
    return told and len(a) == len(a & b) + 1 > 2


def _by_title(one: Facts, other: Facts) -> bool:
    """True for two sentences that each name what the title of its own page is, and no more than that."""
    a, b = one.document.title or "", other.document.title or ""
    if not a or not b or a == b or " " in a + b:
        return False
    return _names(one, a) and _names(other, b) and not (_names(one, b) or _names(other, a))


def _names(fact: Facts, title: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(title)}(?!\w)", _sentence(fact)) is not None


def _sentence(fact: Facts) -> str:
    return fact.document.plain[slice(*fact.claim.mention.context.sentence)]


def _described(fact: Facts) -> str | None:
    """The name of the function or class that the description around a figure is of."""
    headings = fact.claim.mention.context.block.headings
    found = _SIGNATURE.fullmatch(headings[-1].strip()) if headings else None
    return found["name"] if found else None


def lessons(one: Facts, other: Facts) -> bool:
    """True for what is counted in the examples of two tutorials."""
    pages = one.source, other.source
    return (
        one.claim.mention.kind in ("count", "ratio") and pages[0] != pages[1] and all(map(_is_lesson, pages))
    )


@lru_cache(maxsize=10_000)
def _is_lesson(source: str) -> bool:
    parts = PurePosixPath(source).with_suffix("").parts
    words = {word for part in parts for word in documents.name_words(part).split()}
    return source.endswith(PAGES) and bool(words & documents.table().lessons)


def together(one: Facts, other: Facts) -> bool:
    """True for two texts of one folder, whose stories somebody has put side by side."""
    return PurePosixPath(one.source).parent == PurePosixPath(other.source).parent


def of_one_thing(one: Document, other: Document) -> bool:
    """True for two texts of one folder whose names and titles tell no two versions, models or years apart."""
    folders = {PurePosixPath(each.source).parent for each in (one, other)}
    if len(folders) > 1 or siblings(one.source, other.source) or versions_apart(one.source, other.source):
        return False
    a, b = _codes(one.source, one.title), _codes(other.source, other.title)
    if any(a[series].isdisjoint(b[series]) for series in a.keys() & b.keys()):
        return False
    return not (_is_foreign(one, other) and _is_foreign(other, one))


def _is_foreign(one: Document, other: Document) -> bool:
    """True for a text whose title names what it goes on to speak of, and the other text does not: a kettle."""
    said, own = _counted(other.plain), _counted(one.plain)
    named = set(re.findall(r"[^\W\d_]+", (one.title or "").lower())) - documents.table().papers
    telling = set(content([stem(each) for each in named]))
    return any(word not in said and own[word] >= AGAIN for word in telling)


@lru_cache(maxsize=64)
def _counted(text: str) -> Counter[str]:
    """How often each stem stands in a text."""
    return Counter(stem(word) for word in re.findall(r"[^\W\d_]+", text.lower()))


@lru_cache(maxsize=10_000)
def _codes(source: str, title: str | None) -> dict[str, frozenset[str]]:
    """The numbers behind each word of a name and a title: "K30", "report 2023"."""
    found: dict[str, frozenset[str]] = {}
    names = f"{PurePosixPath(source).stem} | {title or ''}".lower()
    for word, number in (*re.findall(r"([^\W\d_]+)[ _-]?(\d+)", names), *_YEAR.findall(names)):
        found[word] = found.get(word, frozenset()) | {number}
    return found


def _heading(fact: Facts) -> frozenset[str]:
    """Stems of the nearest heading."""
    headings = fact.claim.mention.context.block.headings
    return _stems(headings[-1]) if headings else frozenset()


@lru_cache(maxsize=10_000)
def _stems(text: str) -> frozenset[str]:
    return frozenset(content([stem(word) for word in re.findall(r"[^\W\d_]+", text.lower())]))


def siblings(one: str, other: str) -> bool:
    """True for two pages of one folder whose names differ in a word only: "lib32 paths", "lib64 paths".

    Of other texts, those of which one has the opposite word: "winter timetable", "summer timetable".
    """
    if _opposites(one, other):
        return True
    if not (one.endswith(PAGES) and other.endswith(PAGES)):
        return False
    (first, a), (second, b) = _page(one), _page(other)
    shared = len(a & b)
    alike = shared >= HALF * max(len(a), len(b)) or shared >= max(2, HALF * min(len(a), len(b)))
    return first == second and a != b and alike


def _opposites(one: str, other: str) -> bool:
    """True for names that say opposite things of one; two papers, the North Star and the South Star, are none."""
    (first, a), (second, b) = _page(one), _page(other)
    apart, papers = a ^ b, documents.table().papers
    opposed = len(apart) == 2 and any(apart <= group for group in documents.table().opposites)
    return (
        first == second
        and opposed
        and bool(a & b)
        and (a & b).isdisjoint(papers - documents.table().subjects)
    )


def versions_apart(one: str, other: str) -> bool:
    """True for two texts of one folder whose names differ in a version only: "config-2.8", "config-3.2"; no dates."""
    a, b = PurePosixPath(one), PurePosixPath(other)
    named = [_VERSION.split(path.stem) for path in (a, b)]
    return a.parent == b.parent and a.stem != b.stem and named[0] == named[1] and len(named[0]) > 1


@lru_cache(maxsize=10_000)
def _page(source: str) -> tuple[str, frozenset[str]]:
    """The folder of a page, and the words and numbers of its name."""
    path = PurePosixPath(source)
    return str(path.parent), frozenset(re.findall(r"[^\W\d_]+|\d+", humps().sub(" ", path.stem).lower()))
