"""Words that restrict what a number counts, found by where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from claimcheck.extract.context.marks import CUE, FIRST, SECOND, bearing
from claimcheck.extract.context.places import Found
from claimcheck.extract.context.tokens import Tokens
from claimcheck.lexicon import grammar, scopes
from claimcheck.lexicon.measures import measures
from claimcheck.model import Mention

NUMBER, NAME = "#", "^"  # what a number and a name are in a cue
REACH = 6  # words looked at on each side of a number


def found(tokens: Tokens, at: int, mention: Mention) -> list[str]:
    """The scopes of the mention at token `at` by the words right around it and inside it."""
    names = [*_before(tokens, at), *_after(tokens, at, counted=mention.noun is not None)]
    surface = mention.surface
    if mention.number_end < mention.end:
        names += _inside(surface[mention.number_end - mention.start :])
    if mention.number_start > mention.start:
        hedge = surface[: mention.number_start - mention.start].lower().split()
        names += _ending(hedge[-1], tokens, at, hedge) if hedge else ()
    return names


def of_words(verb: str | None, head: str | None) -> Sequence[str]:
    """The scopes that the governing verb and the noun of a figure name."""
    by_verb = scopes.words("verb").get(verb, ()) if verb is not None else ()
    by_head = scopes.words("head").get(head, ()) if head is not None else ()
    return (*by_verb, *by_head)


def of_places(places: Sequence[Found]) -> list[str]:
    """The scopes that places give: a direction ("north"), or "local" for one district of many."""
    directions = [place.direction for place in places if place.direction]
    return [*directions, "local"] if any(place.narrow for place in places) else directions


def _single(words: Sequence[str]) -> tuple[str, ...]:
    """The words of tokens, those of a mention one by one."""
    return tuple(" ".join(words).split())


def _before(tokens: Tokens, at: int) -> Sequence[str]:
    """Scopes of the words right before the number; determiners may stand between."""
    words, determiners = tokens.words, grammar.words("determiner")
    names: list[str] = []
    while at > 0 and words[at - 1] in ",:(":
        at -= 1
    while at > 0:
        last = words[at - 1].rpartition(" ")[2]
        names += _ending(last, tokens, at, ())
        if last not in determiners:
            break
        at -= 1
    return names


def _ending(last: str, tokens: Tokens, at: int, hedge: Sequence[str]) -> Sequence[str]:
    """The scopes of the cues that end in `last`, the last of the words before token `at` and those of its hedge."""
    cues = scopes.phrases("before").get(last)
    if cues is None:
        return ()
    words = _single((*tokens.words[max(0, at - REACH) : at], *hedge))
    return [name for cue, name in cues if words[-len(cue) :] == cue]


def _after(tokens: Tokens, at: int, *, counted: bool) -> Sequence[str]:
    """Scopes of the words right behind a mention; "of the" is none behind a noun ("40 members of the board")."""
    if at + 1 >= len(tokens.words):
        return ()
    cues = scopes.phrases("after").get(tokens.words[at + 1].partition(" ")[0])
    if cues is None or (counted and tokens.words[at + 1] == "of"):
        return ()
    if tokens.capitals[at + 1 : at + 3] == (True, True):
        return ()  # a name: "two New Harn teams"
    behind = _single(tokens.words[at + 1 : at + 1 + REACH])
    words = tuple([NUMBER if word[:1].isdigit() else word for word in behind])
    named = _with_names(words, tokens.capitals[at + 1 : at + 1 + REACH])
    return [
        name
        for cue, name in cues
        if cue in (words[: len(cue)], named[: len(cue)]) and not _goes_on(words[len(cue) :])
    ]


def _with_names(words: tuple[str, ...], capitals: Sequence[bool]) -> tuple[str, ...]:
    """The words with a sign for each that has a capital, as far as no number of several words stands before it."""
    return tuple([NAME if capital else word for word, capital in zip(words, capitals, strict=False)])


def _goes_on(behind: Sequence[str]) -> bool:
    """True for "more than" and "a year ago", where the words of a cue mean something else."""
    return behind[:1] == ("than",) or (bool(behind) and behind[0] in measures().rate.dated)


@lru_cache(maxsize=50_000)
def _inside(behind: str) -> tuple[str, ...]:
    """Scopes of the words of a mention behind its number, names left out ("12 New Harn teams")."""
    names = () if behind.istitle() else "".join(_names().findall(behind)).lower().split()
    words = behind.lower().split()
    single = scopes.words("inside")
    found = [
        name
        for before, word in pairwise(["", *words])
        if before != "or"
        for name in single.get(word.strip(",.()"), ())
        if word not in names
    ]
    return (*found, *_clause_after(words))


@cache
def _names() -> re.Pattern[str]:
    return re.compile(r"(?:[A-Z][a-z]+ )+(?=[A-Z])")


def _clause_after(words: list[str]) -> Iterator[str]:
    """Cues that follow a number and lie inside the mention: "12 of the 15"."""
    cues = scopes.phrases("after")
    for index, word in enumerate(words):
        for cue, name in cues.get(word, ()):
            if len(cue) > 1 and tuple(words[index : index + len(cue)]) == cue:
                yield name


def cues(tokens: Tokens, *, title: bool) -> list[tuple[int, str]]:
    """Scopes of phrases in a sentence by their first token, and of ordinals with a noun ("first stage")."""
    single, pairs, (ordinals, _, turns) = scopes.phrases("clause"), scopes.second_words(), scopes.stages()
    words = tokens.words
    names: list[tuple[int, str]] = []
    for possible in _possible().finditer(tokens.marks):
        index = possible.start()
        if tokens.capitals[index] and index and not title:
            continue  # a name is no cue
        word = words[index]
        after = words[index + 1].partition(" ")[0] if index + 1 < len(words) else ""
        if word in single:
            names.extend((index, name) for _, name in single[word])
        seconds = pairs.get(word)
        if seconds is not None and after in seconds:
            behind = _single(words[index : index + REACH])
            names.extend(
                (index, name) for cue, name in single[f"{word} {after}"] if behind[: len(cue)] == cue
            )
        if word in ordinals or word in turns or "-" in word:
            names.extend((index, name) for name in _stage(word, after))
    return names


@cache
def _possible() -> re.Pattern[str]:
    """The signs of tokens that can be a cue, or the first of two that are."""
    either = bearing(CUE)[:-1] + bearing(FIRST)[1:]  # one set in front lets the engine skip to it
    return re.compile(rf"{either}(?:(?<={bearing(CUE)})|(?={bearing(SECOND)}))")


def _stage(word: str, after: str) -> Iterator[str]:
    ordinals, nouns, turns = scopes.stages()
    first, _, second = word.partition("-")
    second = second or after
    if second in nouns and (
        first in ordinals or (first in turns and second not in grammar.words("time_noun"))
    ):
        yield f"{first}-{second}"
