"""The name of whoever speaks, as written: without determiners, titles and what it is head of."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.context.chunks import Chunk
from claimcheck.extract.context.row import Row
from claimcheck.extract.context.tokens import TIME, Tokens
from claimcheck.lexicon import speakers


def name(text: str, tokens: Tokens, row: Row, at: int) -> str | None:
    """The speaker as written without determiners and titles; "" for a pronoun."""
    chunk = row.chunks[at]
    if chunk.pronoun:
        return "" if chunk.head in speakers.words("pronouns") else None
    if row.code[at + 1 : at + 3] == "oN" and _owned(tokens, row.chunks[at + 2]) is not None:
        return name(text, tokens, row, at + 2)  # "the Bureau of Mines' Ada Lund"
    first = _owned(tokens, chunk) or chunk.first
    words = [i for i in range(first, chunk.last + 1) if tokens.letters[i] not in "d'"]
    words = _behind_titles(tokens, _named_part(tokens, words))
    if words and tokens.words[words[-1]] in speakers.words("media"):
        return _told_by(text, tokens, row, at, words)
    if not words:
        return None
    if _holds(row, at) and len(words) == 1 and tokens.words[words[0]] in speakers.words("titles"):
        return name(text, tokens, row, at + 2)
    last = words[-1]
    if tokens.capitals[last] and tokens.words[last] in speakers.words("bodies") and _holds(row, at):
        behind = row.chunks[at + 2].last
        last = behind if tokens.capitals[behind] else last
    return " ".join(text[tokens.starts[words[0]] : tokens.ends[last]].split())


def _told_by(text: str, tokens: Tokens, row: Row, at: int, words: Sequence[int]) -> str | None:
    """Whose figures they are: "Defence Ministry figures", "a report by the Watch"."""
    named = [word for word in words[:-1] if tokens.capitals[word] and tokens.letters[word] != TIME]
    if named:
        return " ".join(text[tokens.starts[word] : tokens.ends[word]] for word in named)
    owned = row.code[at + 1 : at + 3] in ("pN", "bN") and row.chunks[at + 1].head in speakers.words("origins")
    return name(text, tokens, row, at + 2) if owned else None


def _owned(tokens: Tokens, chunk: Chunk) -> int | None:
    """Where a name begins behind a possessive: "Karstia's Ada Lund"."""
    if not tokens.capitals[chunk.last]:
        return None
    owner = tokens.letters.rfind("'", chunk.first, chunk.last)
    return owner + 1 if owner >= 0 else None


def _holds(row: Row, at: int) -> bool:
    """True where what an office or a body is of stands behind it: "the head of the agency", "a spokesman for it"."""
    joined = row.code[at + 1 : at + 3]
    return joined == "oN" or (joined == "pN" and row.chunks[at + 1].head == "for")


def _named_part(tokens: Tokens, words: list[int]) -> list[int]:
    """The capital words that end a phrase, or those that open it before an office: "Karstia Rail director"."""
    capital = [tokens.capitals[at] for at in words]
    if capital and capital[-1]:
        first = len(words) - 1
        while first > 0 and capital[first - 1]:
            first -= 1
        return words[first:]
    if capital[:2] == [True, True] and tokens.words[words[-1]] in speakers.words("titles"):
        return [at for at in words if tokens.capitals[at]]
    return words


def _behind_titles(tokens: Tokens, words: list[int]) -> list[int]:
    """The words behind the last title that has a name behind it: "Foreign Minister Ada Lund"."""
    titles, bodies = speakers.words("titles"), speakers.words("bodies")
    for index in range(len(words) - 2, -1, -1):
        title = tokens.words[words[index]].rstrip(".") in titles and tokens.capitals[words[-1]]
        if title and tokens.words[words[index + 1]] not in bodies:
            return words[index + 1 :]
    while len(words) > 1 and tokens.words[words[0]].rstrip(".") in titles:
        if tokens.words[words[1]] in bodies:
            return words
        words = words[1:]
    return words


def is_office(name: str) -> bool:
    """True for a speaker named by an office alone: "the general", "the minister"."""
    return all(word.lower().rstrip(".") in speakers.words("titles") for word in name.split())


def is_body(name: str) -> bool:
    """True for a speaker who is no person: "police", "Belmar Council"."""
    return name.islower() or name.rpartition(" ")[2].lower() in speakers.words("bodies")
