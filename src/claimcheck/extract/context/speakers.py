"""Who says a thing: verbs of speech, "according to", colons, and quotations that run over sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from claimcheck.extract.context.binding import Row, subject_chunk
from claimcheck.extract.context.tokens import Token
from claimcheck.lexicon import grammar, speakers
from claimcheck.model import Block

Span = tuple[int, int]


def in_sentence(text: str, tokens: Sequence[Token], row: Row) -> str | None:
    """The speaker that a sentence names; "" for a pronoun, None where nobody speaks."""
    for at, chunk in enumerate(row.chunks):
        if chunk.kind in "VR" and chunk.head in speakers.words("verbs"):
            found = _speaker(text, tokens, row, at)
            if found is not None:
                return found
        elif (
            chunk.kind == "p"
            and tokens[chunk.first].word == "according"
            and _noun_at(row, at + 1) is not None
        ):
            noun = _noun_at(row, at + 1)
            return name(text, tokens, row, noun) if noun is not None else None
    return None


def _noun_at(row: Row, at: int) -> int | None:
    """The noun phrase at `at`, a preposition before it allowed."""
    while at < len(row.code) and row.code[at] == "p":
        at += 1
    return at if at < len(row.code) and row.code[at] in "NS" else None


def _speaker(text: str, tokens: Sequence[Token], row: Row, verb: int) -> str | None:
    subject = subject_chunk(row, verb)
    if subject is not None and row.code[subject] == "N":
        return name(text, tokens, row, _named(tokens, row, subject, verb))
    if verb + 1 < len(row.code) and row.code[verb + 1] == "N" and (verb == 0 or row.code[verb - 1] in ",;"):
        return name(text, tokens, row, verb + 1)
    return None


def _named(tokens: Sequence[Token], row: Row, subject: int, verb: int) -> int:
    """A name in apposition rather than the office before it: "the head of the agency, Ada Lund, said"."""
    if tokens[row.chunks[subject].last].capital:
        return subject
    for at in range(subject + 1, verb):
        if row.code[at] == "N" and row.code[at - 1] == "," and tokens[row.chunks[at].last].capital:
            return at
    return subject


def name(text: str, tokens: Sequence[Token], row: Row, at: int) -> str | None:
    """The speaker as written without determiners and titles; "" for a pronoun."""
    chunk = row.chunks[at]
    if chunk.pronoun:
        return "" if chunk.head in speakers.words("pronouns") else None
    words = [token for token in tokens[chunk.first : chunk.last + 1] if token.letter not in "d'"]
    if words and words[-1].capital:
        first = len(words) - 1
        while first > 0 and words[first - 1].capital:
            first -= 1
        words = words[first:]
    while len(words) > 1 and words[0].word.rstrip(".") in speakers.words("titles"):
        words = words[1:]
    if not words or words[-1].word in speakers.words("media"):
        return None
    return " ".join(text[words[0].start : words[-1].end].split())


# --- quotations ------------------------------------------------------------------------------------------


def quotations(plain: str, block: Block) -> list[Span]:
    """The spans of a block inside quotation marks, marks excluded; an unclosed mark runs to the end of the block."""
    text = plain[block.start : block.end]
    if not any(mark in text for mark in '"“«‘`„'):
        return []
    found = []
    for match in _quotation().finditer(text):
        number = match.lastindex
        if number is not None and match.group(number).strip():
            found.append((block.start + match.start(number), block.start + match.end(number)))
    return found


@cache
def _quotation() -> re.Pattern[str]:
    return re.compile(
        r"""
        “([^“”]*)(?:”|\Z)            # open to the end of the block: the quotation goes on in the next one
        | "([^"]*)"
        | ``(.*?)(?:''|\Z)
        | «([^»]*)»
        | „([^“”„]*)[“”]
        | (?<![^\W_])[‘']((?=\S)(?:[^‘’']|(?<=\w)[’'](?=\w))*)[’'](?!\w)
        """,
        re.VERBOSE | re.DOTALL,
    )


def is_quoted(spans: Sequence[Span], start: int, end: int) -> bool:
    """True where a mention lies in a quotation."""
    return any(low <= start and end <= high for low, high in spans)


def label(plain: str, block: Block) -> str | None:
    """The speaker that a transcript names before a colon at the start of a block."""
    match = _label().match(plain, block.start, min(block.end, block.start + 80))
    if match is None:
        return None
    words = match["name"].split()
    if any(word.lower().strip(".") in speakers.words("labels") for word in words):
        return None
    if words[0].lower() in grammar.words("determiner"):
        return None
    return " ".join(words)


@cache
def _label() -> re.Pattern[str]:
    return re.compile(r"\s*(?P<name>[^\W\d_a-z][\w.'’-]+(?:\s+[^\W\d_a-z][\w.'’-]*){0,4})\s*:\s+(?=\S)")
