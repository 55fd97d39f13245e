"""The words around a number, cut once and shared by all parts of the grammar."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import chain

import msgspec

from claimcheck.extract.trie import trie
from claimcheck.lexicon.numbers import words

_CAPITAL = re.compile(r"[\"'“‘(]*(?:\w?[A-Z]|[a-z]{2,3}[A-Z])")  # "Apollo", "iPhone", "macOS"
LEFT = 64  # code points to the left that hedges, masks and trends may need


@cache
def _word() -> re.Pattern[str]:
    """The next word or sign; a dash between a plural and a number joins nothing: "three workers-two women"."""
    number = trie(tuple(words()))
    return re.compile(
        rf"""
        [ \t\r\n\u00a0\u2009\u202f]*
        (?:(?P<word>(?:[^\W\d_]\.){{2,}}|[^\W\d_]+(?:['’.&/][^\W\d_]+)*(?:-(?!(?:(?<=s-)|(?<=people-)){number}\b)[^\W_]+)*)|(?P<other>\S))
        """,
        re.VERBOSE,
    )


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word or a single other character behind a number."""

    text: str  # as written
    low: str  # lower case
    start: int
    end: int
    is_word: bool


class Around:
    """One number's surroundings: `left` is lower-case text that ends where the number starts, `cased` as written."""

    __slots__ = (
        "_tokens", "cased", "ceiling", "end", "floor", "follower", "label", "left", "low", "previous", "start", "text",
    )  # fmt: skip

    def __init__(  # noqa: D107
        self, text: str, low: str, start: int, end: int, floor: int, ceiling: int, label: str = ""
    ) -> None:
        self.text, self.low, self.start, self.end = text, low, start, end
        self.floor, self.ceiling = floor, ceiling  # the block that holds the number
        self.label = label  # of a table cell: the label of its row and the heading of its column
        first = max(floor, start - LEFT)
        self.left, self.cased = low[first:start], text[first:start]
        # the lower-case word in front, punctuation stripped; empty where there is none
        self.previous = _last_word(self.left).strip("\"'`*“‘([{,;:")
        self._tokens: dict[int, Token | None] = {}
        behind = self.token(end)
        plain = behind is not None and behind.start > end and behind.low.isalpha()
        # the lower-case word behind the number and white space; empty where anything else than letters follows
        self.follower = behind.low if behind is not None and plain else ""

    @property
    def left_words(self) -> list[str]:
        """The lower-case words of `left`; cut anew each time, so look for something cheaper first."""
        return self.left.split()

    def previous_is_name(self) -> bool:
        """True where the word in front begins with a capital."""
        word = _last_word(self.cased)
        return not word.islower() and _CAPITAL.match(word) is not None

    def previous_is_capitals(self) -> bool:
        """True where the word in front is an abbreviation in capitals."""
        word = _last_word(self.cased)
        return len(word) > 1 and word.isupper() and word.isalpha()

    def token(self, at: int) -> Token | None:
        """The next word or sign at or behind offset `at`, inside the block; read once."""
        if at in self._tokens:
            return self._tokens[at]
        match = _word().match(self.low, at, self.ceiling)
        token = None
        if match is not None:
            start, end = match.span(match.lastindex or 0)
            token = Token(self.text[start:end], self.low[start:end], start, end, match.lastindex == 1)
        self._tokens[at] = token
        return token

    def cut(self, token: Token, length: int) -> Token:
        """The first `length` code points of a token."""
        return Token(token.text[:length], token.low[:length], token.start, token.start + length, True)

    def glued_left(self) -> str:
        """Letters, digits and hyphens joined to the front of the number."""
        return _last_word(self.left) if self.left and not self.left[-1].isspace() else ""


class Endings(msgspec.Struct, frozen=True, gc=False):
    """What some phrases end in and consist of: a look at it spares most searches to the left of a number."""

    endings: frozenset[str]  # of up to four letters
    words: frozenset[str]

    def fit(self, text: str) -> bool:
        """False where `text`, white space at its end left out, ends in none of the phrases."""
        text = text.rstrip()
        return not self.endings.isdisjoint((text[-4:], text[-3:], text[-2:], text[-1:]))

    def reach(self, text: str) -> int:
        """How far back a row of these phrases at the end of `text` can go: to the last word that is none of theirs."""
        rest = text.rstrip()
        while rest:
            last = _last_word(rest)
            rest = rest[: -len(last)]
            if last not in self.words:
                return len(rest)
            rest = rest.rstrip()
        return 0


def endings_of(phrases: Iterable[str]) -> Endings:
    """The endings of phrases, by the last word of each."""
    parts = [phrase.split() for phrase in phrases]
    return Endings(frozenset(words[-1][-4:] for words in parts), frozenset(chain.from_iterable(parts)))


def _last_word(text: str) -> str:
    """The last word between white space; empty where there is none."""
    words = text.rsplit(None, 1)
    return words[-1] if words else ""
