"""Words that restrict what a number counts, found by where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from claimcheck.extract.context.tokens import Token
from claimcheck.lexicon import grammar, scopes
from claimcheck.model import Block, Mention

REACH = 6  # words looked at on each side of a number


def found(
    tokens: Sequence[Token],
    at: int,
    clause: tuple[int, int],
    mention: Mention,
    verb: str | None,
    head: str | None,
    block: Block,
) -> set[str]:
    """The scopes of the mention at token `at`; `clause` are the tokens (half open) that speak of it."""
    names = {
        *_before([token.word for token in tokens[max(0, at - REACH) : at]]),
        *_after([token.word for token in tokens[at + 1 : at + 1 + REACH]]),
        *_inside(mention),
        *_clause(tokens, clause),
        *scopes.words("verb").get(verb or "", ()),
        *scopes.words("head").get(head or "", ()),
    }
    if block.kind == "heading":
        names.add("headline")
    return names


def _before(words: list[str]) -> Iterator[str]:
    """Scopes of the words right before the number; determiners may stand between."""
    yield from _ending(words)
    while words and words[-1] in grammar.words("determiner"):
        words = words[:-1]
        yield from _ending(words)


def _ending(words: list[str]) -> Iterator[str]:
    for cue, name in scopes.phrases("before").get(words[-1] if words else "", ()):
        if tuple(words[-len(cue) :]) == cue:
            yield name


def _after(words: list[str]) -> Iterator[str]:
    for cue, name in scopes.phrases("after").get(words[0] if words else "", ()):
        if tuple(words[: len(cue)]) == cue:
            yield name


def _inside(mention: Mention) -> Iterator[str]:
    phrase = mention.surface[mention.number_end - mention.start :].lower().split()
    single = scopes.words("inside")
    for word in phrase:
        yield from single.get(word.strip(",.()"), ())
    yield from _clause_after(phrase)


def _clause_after(words: list[str]) -> Iterator[str]:
    """Cues that follow a number and lie inside the mention: "12 of the 15"."""
    for index, word in enumerate(words):
        for cue, name in scopes.phrases("after").get(word, ()):
            if len(cue) > 1 and tuple(words[index : index + len(cue)]) == cue:
                yield name


def _clause(tokens: Sequence[Token], clause: tuple[int, int]) -> Iterator[str]:
    """Scopes of phrases in the clause, and of ordinals with a noun ("first stage"); names are no cues."""
    starts = _starts()
    for index in range(*clause):
        token = tokens[index]
        if token.word not in starts and "-" not in token.word:
            continue
        if token.capital and token.letter not in "ap" and index:
            continue
        yield from _phrases([word.word for word in tokens[index : min(index + REACH, clause[1])]])


@cache
def _starts() -> frozenset[str]:
    """Words that a cue of the clause can begin with."""
    ordinals, _, turns = scopes.stages()
    return frozenset(scopes.phrases("clause")) | ordinals | turns


def _phrases(words: list[str]) -> Iterator[str]:
    for cue, name in scopes.phrases("clause").get(words[0], ()):
        if tuple(words[: len(cue)]) == cue:
            yield name
    ordinals, nouns, turns = scopes.stages()
    first, _, second = words[0].partition("-")
    second = second or (words[1] if len(words) > 1 else "")
    if (
        first in ordinals or (first in turns and second not in grammar.words("time_noun"))
    ) and second in nouns:
        yield f"{first}-{second}"
