"""Finds every number of a stretch of text: a quick pass for where one can begin, then the grammar there alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from msgspec.structs import replace

from claimcheck.extract.compose import compose
from claimcheck.extract.digits import GLYPH, read_digits, simple_digits
from claimcheck.extract.number import HUNDREDTH, ONE, Number
from claimcheck.extract.trie import phrases, trie
from claimcheck.extract.words import read_words
from claimcheck.lexicon import grammar, periods
from claimcheck.lexicon.nounphrase import nominal
from claimcheck.lexicon.numbers import numbers
from claimcheck.lexicon.numbers import words as known_words
from claimcheck.model import Block

_NO_LETTER = "[\x00-`{-\U0010ffff]"  # no a-z, said without "not": looked up in four fifths of the time
_DATA = re.compile(r"[\d.,:;/|+*=$€£_-]{60}")  # that much without a space is data, not prose
_DATA_END = re.compile(r"\S*")
_ARTICLE = re.compile(r"(?<!\w)(?:(?P<indefinite>an?)|the)\s+$")
_LONGEST_ARTICLE = 6  # code points, with the space behind it


def lower(text: str) -> str:
    """Lower case of the same length, so that offsets hold."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def numbers_by_block(text: str, low: str, blocks: Sequence[Block]) -> Iterator[tuple[Block, list[Number]]]:
    """The blocks that hold numbers, with these in order; `low` is `lower(text)`; each block is read for itself."""
    starts = _starts(low)
    for block in blocks:
        first, last = bisect_left(starts, block.start), bisect_left(starts, block.end)
        if first < last:
            yield block, _numbers_of(text, low, block, starts[first:last])


def _starts(low: str) -> list[int]:
    """Offsets in order at which a number can begin, articles left out."""
    opening = _opening("0-9" if low.isascii() else rf"\d{GLYPH}")
    return [match.start() - (match.lastindex or 0) for match in opening.finditer("\n" + low)]


def _numbers_of(text: str, low: str, block: Block, starts: list[int]) -> list[Number]:
    cased, part = "\n" + text[block.start : block.end], "\n" + low[block.start : block.end]
    by = block.start - 1
    found: list[Number] = []
    done = 0
    for start in starts:
        at = start - by
        if at >= done:
            read, done = _spelled(part, at) if part[at].isalpha() else _digits(cased, part, at)
            found += read
    whole = compose(part, found) if len(found) > 1 else found
    return [replace(number, start=number.start + by, end=number.end + by) for number in whole]


# --- digits ----------------------------------------------------------------------------------------------


def _digits(cased: str, part: str, at: int) -> tuple[list[Number], int]:
    """The number at a digit, and where the search goes on."""
    simple = simple_digits(part, at) if part[at - 1] != "." else None
    if simple is not None:
        return [simple], simple.end
    if _DATA.match(part, at):
        data = _DATA_END.match(part, at)
        return [], data.end() if data else at + 1
    pointed = part[at - 1] == "." and part[at].isdecimal() and not part[at - 2 : at - 1].isalnum()  # .535
    number = read_digits(cased, part, at - 1 if pointed else at)
    return ([number], number.end) if number else ([], at + 1)


# --- words -----------------------------------------------------------------------------------------------


@cache
def _opening(digits: str) -> re.Pattern[str]:
    """Digits (group 1), or a sign and a word that can begin a number.

    The first sign is one of a set: that lets the engine skip to where it can match.
    """
    single = known_words().keys() - numbers().ordinals.keys()
    openings = {phrase.split(" ")[0] for phrase in _bare_phrases()} | single
    return re.compile(rf"{_NO_LETTER}(?:(?<=[{digits}])(\d*)|{trie(tuple(openings))}\b)")


def _bare_phrases() -> list[str]:
    """The phrases that `_phrases` looks for, articles in front left out."""
    table = numbers()
    rows = (
        *table.shares,
        *table.again.words,
        *table.zero.no,
        *table.zero.nobody,
        *table.some.words,
        *table.vague,
        *table.vague_factors,
        *table.times,
        *table.spans,
    )
    return [_without_article(row) for row in rows]


def _without_article(phrase: str) -> str:
    article, _, rest = phrase.partition(" ")
    return rest if article in ("a", "an", "the") else phrase


_WORD = re.compile("[a-z]+")


@cache
def _openers() -> frozenset[str]:
    """The first words of the phrases: what begins with another word is a run of number words."""
    return frozenset(_WORD.findall(phrase)[0] for phrase in _bare_phrases())


def _spelled(part: str, at: int) -> tuple[list[Number], int]:
    """The phrase or the run of number words at `at`, an article in front included, and where the search goes on."""
    if part[at - 1].isalnum() or part[at - 1] == "_":
        return [], at + 1
    article = _article(part, at)
    word = _WORD.match(part, at)
    if word is not None and word.group() in _openers():
        phrase = _phrases().match(part, article.start()) if article else None
        phrase = phrase or _phrases().match(part, at)
        if phrase is not None:
            return [_phrase(phrase)], phrase.end()
    begins = article.start() if article is not None and article["indefinite"] else at
    read, end = read_words(part, begins)
    return read, max(end, at + 1)


def _article(part: str, at: int) -> re.Match[str] | None:
    """The article right before `at`, white space between."""
    first = max(0, at - _LONGEST_ARTICLE)
    ends = part[first:at].rstrip().endswith(("a", "an", "the"))
    return _ARTICLE.search(part, first, at) if ends else None


@cache
def _phrases() -> re.Pattern[str]:
    """What has no exact figure: "most of", "the same number", "several hundred", "tens of thousands"."""
    table = numbers()
    scaled = [word for word in table.scales if f"{word}s" in table.vague]
    scales, plurals = trie(tuple(scaled)), trie(tuple(f"{word}s" for word in scaled))
    vague, partitive = trie(tuple(table.vague)), trie(table.partitive.words)
    behind = trie(("of", "more", *nominal()))
    return re.compile(
        rf"""
          (?P<share>{phrases(table.shares)})(?=\s+of\b)
        | (?P<again>{phrases(table.again.words)})\b
        | (?P<times>{trie(tuple(table.times))})\b
        | (?P<span>{phrases(table.spans)})\b(?!['’]|\s+{trie(periods.table().words.after)}\b)
        | {_nobody()}
        | (?:{phrases(table.some.words)})\s+(?P<some>{scales})s?\b(?:\s+(?P<by>thousand|million|billion)s?\b)?
        | (?P<factor>{trie(tuple(table.vague_factors))})\s+of\s+(?P<scale>{plurals})\b
        | (?!{partitive}\b(?!\s+{behind}\s+[a-z]))(?P<plural>{vague})\b(?:\s+(?:and|upon)\s+(?P=plural)\b)?
        """,
        re.VERBOSE,
    )


def _nobody() -> str:
    """ "No casualties", "no one was killed", "no civilians were hurt": said of what happened, not of what is known."""
    zero = numbers().zero
    no, nobody, harm, harmed = map(trie, (zero.no, zero.nobody, zero.harm, zero.harmed))
    be, have = grammar.pattern("finite_be"), grammar.pattern("finite_have")
    was = rf"(?:\s+{be})?(?:\s+{have}\s+been)?"
    return rf"""
        (?P<zero>{no}(?=\s+(?:(?:{trie(zero.narrowed)})\s+)?{harm}\b|\s+(?:people|[a-z]+s){was}\s+{harmed}\b)
        |{nobody}(?={was}\s+{harmed}\b))
        (?![^.;:!?]{{0,60}}\b(?:{trie(zero.unsure)})\b)
        """


def _phrase(match: re.Match[str]) -> Number:
    """The number of a phrase; ends where it has no figure, a value where it has one."""
    table = numbers()
    start, end = match.span()
    if phrase := match["share"]:
        low, high = table.shares[" ".join(phrase.split())]
        return Number(start, end, "share", low if low == high else None, HUNDREDTH, low, high)
    if match["zero"]:
        return Number(start, end, "words", Decimal(0), ONE)
    if match["again"]:
        return Number(start, end, "again", None, HUNDREDTH, about=True)
    if word := match["times"]:
        return Number(start, end, "words", Decimal(table.times[word]), ONE)
    if phrase := match["span"]:
        return Number(start, end, "words", Decimal(table.spans[" ".join(phrase.split())][0]), ONE)
    low, high = _ends(match)
    return Number(start, end, "vague", None, low, low, high)


def _ends(match: re.Match[str]) -> tuple[Decimal, Decimal]:
    """The least and the most that a vague plural stands for."""
    table = numbers()
    if word := match["factor"]:
        (low, high), scale = table.vague_factors[word], table.scales[match["scale"].removesuffix("s")]
    elif word := match["some"]:
        (low, high), scale = table.vague[f"{word}s"], table.scales[match["by"]] if match["by"] else 1
    else:
        (low, high), scale = table.vague[match["plural"]], 1
    return low * scale, high * scale + (scale - 1 if scale > 1 else 0)
