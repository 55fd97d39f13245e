"""Runs of number words: the words, what joins them, and where a compound leads out of the run."""

from __future__ import annotations

import re

import msgspec
from msgspec.structs import replace

from claimcheck.lexicon.numbers import Part, Word, words

_JOINT = r"(?:\s?-\s?|[^\S\n]+\n?[^\S\n]*|\n[^\S\n]*)"  # a hyphen, or white space without an empty line
_FIRST = re.compile(rf"(?P<comma>)(?P<joint>)(?P<link>)(?:(?P<article>an?){_JOINT})?(?P<word>[a-z]+)\b")
_WORD = re.compile(r"[a-z]+\b")
_NEXT = re.compile(
    rf"""
    (?P<comma>,?)(?P<joint>{_JOINT})
    (?:(?P<link>and|of|point){_JOINT})?
    (?:(?P<article>an?){_JOINT})?
    (?P<word>[a-z]+)\b
    """,
    re.VERBOSE,
)
_COMPOUND = re.compile(r"-[a-z]")
SCALES: tuple[Part, ...] = ("dozen", "hundred", "thousand", "scales")


class Token(msgspec.Struct, frozen=True, gc=False):
    """A number word of a run, and what joins it to the one before."""

    word: Word
    text: str
    start: int
    end: int
    comma: bool
    link: str  # and, of, point, or nothing
    article: int  # offset of "a" or "an" in front, else -1
    tied: bool  # by a hyphen
    apart: bool = False  # begins a compound that leads out of the run: "five" in "hundred five-pound notes"


class Run(msgspec.Struct, frozen=True, gc=False):
    """Number words that follow each other in lower-case text."""

    low: str
    tokens: list[Token]

    def part(self, at: int) -> Part:
        """The part that the word at `at` plays, empty behind the end."""
        return self.tokens[at].word.part if at < len(self.tokens) else ""

    def value(self, at: int) -> int:
        """The value of the word at `at`, 0 behind the end."""
        return self.tokens[at].word.value if at < len(self.tokens) else 0

    def plain(self, at: int, *links: str) -> bool:
        """True where only a space, a hyphen or one of `links` joins the word at `at` to the one before."""
        if at >= len(self.tokens):
            return False
        token = self.tokens[at]
        return token.article < 0 and not (token.comma or token.apart) and token.link in ("", *links)


def word_alone(low: str, start: int) -> str | None:
    """The word at `start`, which no article opens and no number word follows; None for all else."""
    first = _WORD.match(low, start)
    if first is None or first.group() in ("a", "an"):
        return None
    behind = _NEXT.match(low, first.end())
    return first.group() if behind is None or behind["word"] not in words() else None


def run_at(low: str, start: int) -> Run:
    """The words from `start` on that can stand in a spelled number."""
    known, found = words(), list[Token]()
    match = _FIRST.match(low, start)
    while match is not None and (word := known.get(match["word"])) is not None:
        token = _token(match, word)
        if word.part == "scales" and (token.comma or token.link or token.article >= 0):
            break  # "two or three of thousands": a plural of its own
        found.append(token)
        match = _NEXT.match(low, match.end())
    return Run(low, _with_compounds(low, found))


def _token(match: re.Match[str], word: Word) -> Token:
    return Token(
        word, match["word"], match.start("word"), match.end(), bool(match["comma"]), match["link"] or "",
        match.start("article"), tied="-" in match["joint"] and match["link"] is None,
    )  # fmt: skip


def _with_compounds(low: str, tokens: list[Token]) -> list[Token]:
    """The tokens, those marked that a hyphen ties to a word behind the run; scales never are."""
    leads_out = bool(tokens) and _COMPOUND.match(low, tokens[-1].end) is not None
    for index in range(len(tokens) - 1, -1, -1):
        token = tokens[index]
        if leads_out and not token.tied and token.word.part not in SCALES:
            tokens[index] = replace(token, apart=True)
        leads_out = leads_out and token.tied
    return tokens
