"""The words around a number, cut once and shared by all parts of the grammar."""

from __future__ import annotations

import re
from typing import NamedTuple

LEFT = 64  # code points to the left that hedges, masks and trends may need
_WORD = re.compile(
    r"[ \t\r\n\u00a0\u2009\u202f]*(?:(?P<word>[^\W\d_]+(?:['’.&/][^\W\d_]+)*(?:-[^\W_]+)*)|(?P<other>\S))"
)


class Token(NamedTuple):
    """A word or a single other character behind a number."""

    text: str  # as written
    start: int
    end: int
    is_word: bool


class Around:
    """One number's surroundings: `left` is lower-case text that ends where the number starts."""

    __slots__ = ("ceiling", "end", "floor", "left", "left_words", "low", "start", "text")

    def __init__(  # noqa: D107
        self, text: str, low: str, start: int, end: int, floor: int, ceiling: int
    ) -> None:
        self.text, self.low, self.start, self.end = text, low, start, end
        self.floor, self.ceiling = floor, ceiling  # the block that holds the number
        self.left = low[max(floor, start - LEFT) : start]
        self.left_words = self.left.split()

    @property
    def previous(self) -> str:
        """The lower-case word in front of the number, punctuation stripped; empty where there is none."""
        return self.left_words[-1].strip("\"'“‘([{,;:") if self.left_words else ""

    def previous_is_name(self) -> bool:
        """True where the word in front begins with a capital."""
        word = self.text[max(self.floor, self.start - LEFT) : self.start].split()
        return bool(word) and any(c.isupper() for c in word[-1].lstrip("\"'“‘(")[:2])

    def previous_is_capitals(self) -> bool:
        """True where the word in front is an abbreviation in capitals."""
        word = self.text[max(self.floor, self.start - LEFT) : self.start].split()
        return bool(word) and len(word[-1]) > 1 and word[-1].isupper() and word[-1].isalpha()

    def token(self, at: int) -> Token | None:
        """The next word or sign at or behind offset `at`, inside the block."""
        match = _WORD.match(self.low, at, self.ceiling)
        if match is None:
            return None
        kind = "word" if match["word"] else "other"
        start, end = match.span(kind)
        return Token(self.text[start:end], start, end, kind == "word")

    def glued_left(self) -> str:
        """Letters, digits and hyphens joined to the front of the number."""
        return self.left_words[-1] if self.left_words and not self.left[-1].isspace() else ""
