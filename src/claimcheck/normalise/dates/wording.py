"""What a stretch of text is made of: the words that say something, names and numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.lexicon import function_words
from claimcheck.normalise.dates.clauses import Word
from claimcheck.normalise.text import people
from claimcheck.normalise.text.words import content, stem

AROUND = 3_000  # characters in which a name is looked for in lower case


class Wording(NamedTuple):
    """What a stretch of text is made of: stems with the words as written, of them the names, and numbers."""

    words: dict[str, str]
    names: frozenset[str]
    numbers: frozenset[str]


def of(plain: str, first: int, found: Sequence[Word]) -> Wording:
    """What words of a sentence that begins at `first` are made of."""
    return Wording(
        words=_content(found),
        names=frozenset(_content([word for word in found if _is_name(plain, word, first)])),
        numbers=frozenset(word.low for word in found if word.low[0].isdigit()),
    )


def _content(found: Sequence[Word]) -> dict[str, str]:
    """The words that say something, by their stems."""
    written = {stem(_last_part(word.low)): word.low for word in found}
    return {each: written[each] for each in content(list(written)) if each not in people.of_time()}


def _last_part(word: str) -> str:
    """The last part of a word with hyphens, which says what the others narrow: "duck-hunting"."""
    return word if word.endswith("-old") else word.rpartition("-")[2]


def _is_name(plain: str, word: Word, first: int) -> bool:
    """True for a capital; at the start of a sentence where the text around has the word nowhere in lower case."""
    if not plain[word.start].isupper() or word.low in function_words.words():
        return False
    inside = bool(plain[first : word.start].strip(" \n\"'“‘`(-"))
    return inside or plain.find(f" {word.low}", max(0, first - AROUND), first + AROUND) < 0
