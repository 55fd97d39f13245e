"""Words of a sentence with one letter each, every mention as a single token."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from claimcheck.lexicon import grammar, lemmas
from claimcheck.model import Mention

MENTION, DIGITS, POSSESSIVE, TIME = "1", "0", "'", "t"
_PUNCTUATION = {
    ",": ",", ";": ";", ":": ":", "(": "(", ")": ")", "[": "(", "]": ")", "–": ";", "—": ";", "--": ";", "-": ";",
    "…": ";", "...": ";", ".": ";", "!": ";", "?": ";", "&": "c", "/": ",", "•": ";", "|": ";",
}  # fmt: skip


class Token(NamedTuple):
    """A word, a punctuation mark or a mention; `mention` is its number in the sentence, -1 for words."""

    start: int
    end: int
    word: str  # lower case
    letter: str
    capital: bool
    mention: int = -1


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"""
        (?P<genitive>['’]s\b|(?<=s)['’](?=\s))       # team's, rebels'
        | (?P<short>['’](?:re|ve|ll|d|m)\b)           # they're, we'll
        | (?P<word>[^\W\d_]+n['’]t\b                  # didn't
            | (?:[^\W\d_]\.){2,}                      # U.S., a.m.
            | [^\W\d_]+(?:(?:[-‐‑]|['’](?!s\b|re\b|ve\b|ll\b|d\b|m\b|\s))[^\W_]+)*)  # so-called, O'Brien, al-Aswad
        | (?P<digits>\d[\w.,:/%-]*\w|\d)              # a number that is no mention
        | (?P<mark>--|\.\.\.|[,;:()\[\]–—….!?&/•|]|(?<=\s)-(?=\s))
        """,
        re.VERBOSE,
    )


def tokens(text: str, start: int, end: int, mentions: Sequence[Mention]) -> list[Token]:
    """The tokens of `text[start:end]`; a mention is one token."""
    found: list[Token] = []
    position = start
    for index, mention in enumerate(mentions):
        low = max(position, mention.start)
        high = max(low, noun_end(text, mention))
        if low > position:
            _words(text, position, low, found)
        found.append(Token(low, high, text[low:high].lower(), MENTION, False, index))
        position = high
    if end > position:
        _words(text, position, end, found)
    return found


def noun_end(text: str, mention: Mention) -> int:
    """Where a mention ends as a phrase: before a verb or a state that the extractor took for its noun."""
    if mention.end <= mention.number_end:
        return mention.number_end
    cut = _second_part().search(text, mention.number_end + 1, mention.end)
    end = cut.start() if cut else mention.end
    while end > mention.number_end:
        last = _last_word().search(text, mention.number_end, end)
        if last is None or not _is_state(last["word"].lower()):
            return end
        end = last.start()
    return end


def _is_state(word: str) -> bool:
    """True for participles and states that speak of the counted thing: killed, injured, dead, missing."""
    form = lemmas.forms().get(word)
    return word in lemmas.table().predicates or (
        form is not None and form[1] in ("both", "same", "participle")
    )


@cache
def _second_part() -> re.Pattern[str]:
    """What is no longer the first noun phrase: a form of "be", the next part of a list."""
    return re.compile(r"[\s,]+(?:is|are|was|were|be|been|and|or)\b|,\s", re.IGNORECASE)


@cache
def _last_word() -> re.Pattern[str]:
    """The last word of a phrase with what joins it to the words before."""
    return re.compile(r"(?:\s+(?:and|or|of|the))*[\s,]+(?P<word>[^\W\d_]+)$")


def _words(text: str, start: int, end: int, found: list[Token]) -> None:
    """Append the tokens of a stretch without mentions."""
    letter = grammar.letter
    for match in _pattern().finditer(text, start, end):
        word = match.group()
        kind = match.lastgroup
        low = word.lower()
        if kind == "word":
            found.append(Token(match.start(), match.end(), low.replace("’", "'"), letter(low), low != word))
        elif kind == "mark":
            found.append(Token(match.start(), match.end(), word, _PUNCTUATION[word], False))
        elif kind == "genitive":
            found.append(Token(match.start(), match.end(), "'s", POSSESSIVE, False))
        elif kind == "digits":
            found.append(Token(match.start(), match.end(), low, DIGITS, False))
        else:
            found.append(
                Token(match.start(), match.end(), low.replace("’", "'"), letter(low.replace("’", "'")), False)
            )
