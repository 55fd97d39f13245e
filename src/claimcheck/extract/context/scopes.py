"""Words that restrict what a number counts, found by where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
) -> tuple[str, ...]:
    """The scopes of the mention at token `at`, sorted; `clause` are the tokens (half open) that speak of it."""
    names = {
        *_before([token.word for token in tokens[max(0, at - REACH) : at]]),
        *_after([token.word for token in tokens[at + 1 : at + 1 + REACH]]),
        *_inside(mention),
        *_clause([token.word for token in tokens[clause[0] : clause[1]]]),
        *scopes.words("verb").get(verb or "", ()),
        *scopes.words("head").get(head or "", ()),
    }
    if block.kind == "heading":
        names.add("headline")
    return tuple(sorted(names))


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
    phrase = mention.surface.lower().split()
    single = scopes.words("inside")
    for word in phrase:
        yield from single.get(word.strip(",.()"), ())
    yield from _clause_after(phrase)


def _clause_after(words: list[str]) -> Iterator[str]:
    """Cues that follow a number and lie inside the mention: "12 of the 15"."""
    for index, word in enumerate(words):
        for cue, name in scopes.phrases("after").get(word, ()):
            if index and len(cue) > 1 and tuple(words[index : index + len(cue)]) == cue:
                yield name


def _clause(words: list[str]) -> Iterator[str]:
    table = scopes.phrases("clause")
    ordinals, nouns, turns = scopes.stages()
    for index, word in enumerate(words):
        for cue, name in table.get(word, ()):
            if tuple(words[index : index + len(cue)]) == cue:
                yield name
        first, _, second = word.partition("-")
        second = second or (words[index + 1] if index + 1 < len(words) else "")
        if (
            first in ordinals or (first in turns and second not in grammar.words("time_noun"))
        ) and second in nouns:
            yield f"{first}-{second}"
