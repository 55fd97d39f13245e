"""Words of a sentence with one letter each, every mention as a single token."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from operator import add

import msgspec

from claimcheck.extract.context.marks import mark, mark_of_mention
from claimcheck.lexicon import grammar, lemmas
from claimcheck.model import Mention

MENTION, DIGITS, POSSESSIVE, TIME = "1", "0", "'", "t"
_PUNCTUATION = {
    ",": ",", ";": ";", ":": ";", "(": "(", ")": ")", "[": "(", "]": ")", "–": ";", "—": ";", "--": ";", "-": ";",
    "…": ";", "...": ";", ".": ";", "!": ";", "?": ";", "&": "c", "/": ",", "•": ";", "|": ";",
}  # fmt: skip
_STOP = _PUNCTUATION["."]


class Tokens(msgspec.Struct, frozen=True, gc=False):
    """The words, punctuation marks and mentions of a sentence, side by side: item `i` of each is token `i`."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[str, ...]  # lower case; a mention is one of them, spaces and all
    letters: str
    capitals: tuple[bool, ...]
    marks: str


_Entry = tuple[int, int, str, str, bool, str]  # one token: start, end, word, letter, capital, mark


@cache
def _pattern() -> re.Pattern[str]:
    """A word, a number that is no mention, a genitive or shortened verb, a punctuation mark; commonest first."""
    return re.compile(
        r"""
        [^\W\d_]+
            (?:
                \.(?:[^\W\d_]\.)+                                                # U.S., a.m.
                | (?:(?:[-‐‑]|['’](?!(?:s|re|ve|ll|d|m)\b))[^\W_]+)+           # so-called, O'Brien, didn't
            )?
        | [,;:()\[\]–—….!?&/•|](?:\.\.)?
        | \d(?:[\w.,:/%-]*\w)?
        | ['’](?:s|re|ve|ll|d|m)\b | (?<=s)['’](?!\w)                               # team's, rebels', they're
        | -- | ^-$
        """,
        re.VERBOSE,
    )


def tokens(text: str, start: int, end: int, mentions: Sequence[Mention]) -> Tokens:
    """The tokens of `text[start:end]`; a mention is one token."""
    offsets: list[int] = []  # of the piece of text that each entry counts from
    found: list[_Entry] = []
    position = start
    for mention in mentions:
        low = max(position, _noun_start(text, mention))
        high = max(low, noun_end(text, mention))
        if low > position:
            _words(text, position, low, offsets, found)
        word = text[low:high].lower()
        offsets.append(low)
        found.append((0, high - low, word, MENTION, False, mark_of_mention(word)))
        position = high
    if end > position:
        _words(text, position, end, offsets, found)
    return _columns(text, offsets, found) if found else Tokens((), (), (), "", (), "")


def _columns(text: str, offsets: list[int], found: list[_Entry]) -> Tokens:
    """The entries side by side, without the full stops that belong to a word."""
    starts, ends, words, letters, capitals, marks = zip(*found, strict=True)
    read = Tokens(
        tuple(map(add, offsets, starts)),
        tuple(map(add, offsets, ends)),
        words,
        "".join(letters),
        capitals,
        "".join(marks),
    )
    stops = _kept_stops(text, read)
    for at in reversed(stops):
        del offsets[at], found[at]
    return _columns(text, offsets, found) if stops else read


def _kept_stops(text: str, read: Tokens) -> list[int]:
    """The tokens that are the full stop of a short title or of an initial: "Lt. Lund", "Ada J. Lund"."""
    stops: list[int] = []
    at = read.letters.find(_STOP, 1)
    while at > 0:
        if read.capitals[at - 1] and read.words[at] == "." and read.ends[at - 1] == read.starts[at]:
            initial = read.ends[at - 1] - read.starts[at - 1] == 1
            followed = initial and text[read.ends[at] : read.ends[at] + 2].strip().isupper()
            if followed or read.words[at - 1] in grammar.words("dotted"):
                stops.append(at)
        at = read.letters.find(_STOP, at + 1)
    return stops


def _noun_start(text: str, mention: Mention) -> int:
    """Where a mention begins as a phrase: behind a verb that the extractor took for a hedge ("exceeded 600")."""
    if mention.start == mention.number_start:
        return mention.start
    return mention.start + _verb_before(text[mention.start : mention.number_start])


@lru_cache(maxsize=10_000)
def _verb_before(hedge: str) -> int:
    """The length of the verb that a hedge begins with."""
    first = _first_word().match(hedge)
    verb = first is not None and lemmas.verb(first["word"].lower()) in lemmas.verb_class("exceeding")
    return first.end() if first and verb else 0


def noun_end(text: str, mention: Mention) -> int:
    """Where a mention ends as a phrase: before a verb or a state that the extractor took for its noun."""
    if mention.end <= mention.number_end:
        return mention.number_end
    return mention.number_end + _phrase_length(text[mention.number_end : mention.end])


@lru_cache(maxsize=50_000)
def _phrase_length(tail: str) -> int:
    """The length of the noun phrase that the words behind a number begin with."""
    cut = _second_part().search(tail, 1)
    end = cut.start() if cut else len(tail)
    first = _first_word().match(tail, 0, end)
    if first and _takes(first["word"].lower()):
        return 0
    while end > 0:
        last = _last_word().search(tail, 0, end)
        if last is None or not _is_state(last["word"].lower()):
            return end
        end = last.start()
    return end


def _is_state(word: str) -> bool:
    """True for participles and states that speak of the counted thing: killed, injured, dead, missing."""
    return word in lemmas.table().predicates or lemmas.is_participle(word)


def _takes(word: str) -> bool:
    """True for past forms that are the verb of a number without a noun."""
    return lemmas.is_past(word) and lemmas.verb(word) in lemmas.verb_class("taking")


@cache
def _first_word() -> re.Pattern[str]:
    return re.compile(r"\s*(?P<word>[^\W\d_]+)\s")


@cache
def _second_part() -> re.Pattern[str]:
    """What is no longer the first noun phrase: a form of "be", the next part of a list."""
    return re.compile(rf"[\s,]+(?:{grammar.pattern('finite_be')}|be|been|and|or)\b|,\s", re.IGNORECASE)


@cache
def _last_word() -> re.Pattern[str]:
    """The last word of a phrase with what joins it to the words before."""
    return re.compile(r"(?:\s+(?:and|or|of|the))*[\s,]+(?P<word>[^\W\d_]+)$")


def _words(text: str, start: int, end: int, offsets: list[int], found: list[_Entry]) -> None:
    """Append the tokens of a stretch without mentions, read piece by piece between spaces."""
    stretch = text[start:end]
    parts_of = _shouted_parts if stretch.isupper() else _parts
    for piece in stretch.split(" "):
        for entry in parts_of(piece):
            offsets.append(start)
            found.append(entry)
        start += len(piece) + 1


@lru_cache(maxsize=50_000)
def _parts(piece: str) -> tuple[_Entry, ...]:
    """The words and marks of a piece of text, with their offsets in it."""
    return tuple(_read(piece, shouted=False))


@lru_cache(maxsize=1_000)
def _shouted_parts(piece: str) -> tuple[_Entry, ...]:
    """The same for a piece of a text all in capitals, where they do not make a name."""
    return tuple(_read(piece, shouted=True))


def _read(piece: str, *, shouted: bool) -> Iterator[_Entry]:
    for part in _piece().finditer(piece):
        for match in _pattern().finditer(part.group()):
            at = part.start()
            word = _word(match.group(), shouted)
            yield at + match.start(), at + match.end(), *word, mark(*word)


@cache
def _piece() -> re.Pattern[str]:
    return re.compile(r"\S+")


def _word(word: str, shouted: bool) -> tuple[str, str, bool]:
    """A word or mark as written in lower case, its letter, and whether it has a capital."""
    mark = _PUNCTUATION.get(word)
    if mark is not None:
        return word, mark, False
    low = word.lower().replace("’", "'")
    if low in ("'s", "'"):
        return "'s", POSSESSIVE, False
    if word[0].isdigit():
        return low, DIGITS, False
    if len(word) > 1 and word.isupper() and not shouted:
        return low, "N", True
    return low, grammar.letter(low), low != word.replace("’", "'")
