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
    before = _words(tokens[max(0, at - REACH) : at])
    names = {
        *_before(before),
        *_before([*before, *_prefix(mention)]),
        *_after(_words(tokens[at + 1 : at + 1 + REACH])),
        *_inside(mention),
        *_clause(tokens, clause),
        *scopes.words("verb").get(verb or "", ()),
        *scopes.words("head").get(head or "", ()),
    }
    if block.kind == "heading":
        names.add("headline")
    return names


def _words(tokens: Sequence[Token]) -> list[str]:
    """Their words, those of a mention one by one."""
    return " ".join(token.word for token in tokens).split()


def _prefix(mention: Mention) -> list[str]:
    """The words of a mention before its number."""
    return mention.surface[: mention.number_start - mention.start].lower().split()


def _before(words: list[str]) -> Iterator[str]:
    """Scopes of the words right before the number; determiners may stand between."""
    while words and words[-1] in ",:(":
        words = words[:-1]
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
        if tuple(words[: len(cue)]) == cue and words[len(cue) : len(cue) + 1] != ["than"]:
            yield name


def _inside(mention: Mention) -> Iterator[str]:
    phrase = mention.surface[mention.number_end - mention.start :].lower().split()
    single = scopes.words("inside")
    for before, word in zip(["", *phrase], phrase, strict=False):
        if before != "or":
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
    starts, cues = _starts(), scopes.phrases("clause")
    for index in range(*clause):
        token = tokens[index]
        word = token.word
        if word not in starts and "-" not in word:
            continue
        if token.capital and index and token.letter not in "ap":
            continue
        after = tokens[index + 1].word.partition(" ")[0] if index + 1 < len(tokens) else ""
        for _, name in cues.get(word, ()):
            yield name
        for cue, name in cues.get(f"{word} {after}", ()):
            if len(cue) < 3 or tuple(_words(tokens[index : index + len(cue)])[: len(cue)]) == cue:
                yield name
        yield from _stage(word, after)


@cache
def _starts() -> frozenset[str]:
    """Words that a cue of the clause can begin with."""
    ordinals, _, turns = scopes.stages()
    return frozenset(cue.split()[0] for cue in scopes.phrases("clause")) | ordinals | turns


def _stage(word: str, after: str) -> Iterator[str]:
    ordinals, nouns, turns = scopes.stages()
    first, _, second = word.partition("-")
    second = second or after
    if second in nouns and (
        first in ordinals or (first in turns and second not in grammar.words("time_noun"))
    ):
        yield f"{first}-{second}"
