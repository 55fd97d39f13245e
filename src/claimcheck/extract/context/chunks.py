"""A sentence as a row of chunks: noun phrases, verb groups, mentions, and the small words between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from claimcheck.extract.context.tokens import Token
from claimcheck.lexicon import grammar, lemmas

NOUN, OWNER, MENTION = "N", "S", "M"
ACTIVE, PASSIVE, COPULA, BARE, GERUND, INFINITIVE, TO_BE = "V", "P", "B", "R", "G", "I", "K"
VERBS = "VPBRGIK"
FINITE = "VPB"
_SMALL = {
    "s": "s",
    "w": "w",
    "h": "h",
    "c": "c",
    "k": "k",
    "o": "o",
    "p": "p",
    "b": "b",
    ",": ",",
    ";": ";",
    "(": "(",
    ")": ")",
    "D": "D",
}
_NEGATIVE_DETERMINERS = ("no", "none", "neither")


class Chunk(NamedTuple):
    """A phrase of a sentence; `first` and `last` are its tokens, inclusive."""

    kind: str
    first: int
    last: int
    head: str  # lemma of a verb; singular of the head of a noun phrase; the word itself otherwise
    mention: int = -1
    negated: bool = False
    modal: str = ""
    pronoun: bool = False
    word: str = ""  # the last word of a verb group as written, lower case


def chunks(tokens: Sequence[Token], code: str) -> list[Chunk]:
    """The chunks of a sentence in order; adverbs and times are left out."""
    found: list[Chunk] = []
    index = 0
    while index < len(code):
        letter = code[index]
        group = _verb_group().match(code, index) if letter in "TmxyzVvrqgn" else None
        if group is not None and group.end() > index:
            found.append(_verb(tokens, code, group))
            index = group.end()
            index += _particle(tokens, index, found)
        elif letter in "dAN0Jj":
            index = _noun(tokens, code, index, found)
        else:
            if letter == "1":
                found.append(Chunk(MENTION, index, index, "", tokens[index].mention))
            elif letter in _SMALL:
                found.append(Chunk(_SMALL[letter], index, index, tokens[index].word))
            elif letter == "e":
                found.append(Chunk(NOUN, index, index, "there", pronoun=True))
            elif letter == "n":
                found.append(Chunk("n", index, index, tokens[index].word))
            index += 1
    return _settle(found)


def _settle(found: list[Chunk]) -> list[Chunk]:
    """Past forms that act made finite: with an object behind them, a pronoun before them, or no object at all."""
    code = "".join(chunk.kind for chunk in found)
    for index, chunk in enumerate(found):
        if chunk.kind == BARE and _acts(found, code, index):
            found[index] = chunk._replace(kind=ACTIVE)
    return found


def _acts(found: Sequence[Chunk], code: str, index: int) -> bool:
    before, after = code[:index][-1:], code[index + 1 :]
    if before == NOUN and found[index - 1].pronoun:
        return True
    if after[:1] in ("N", "S", "M") and not (before == MENTION and _states_in_row().match(after)):
        return True
    return before == NOUN and found[index].head in lemmas.verb_class("intransitive") and after[:1] != "b"


@cache
def _states_in_row() -> re.Pattern[str]:
    """ "12 killed 30 injured": each state belongs to the number before it."""
    return re.compile(r"MR(?![MNS])")


@cache
def _verb_group() -> re.Pattern[str]:
    return re.compile(
        r"""
        n?
        (?P<to>T[an]*)?
        (?P<aux>(?:[mxyz][an]*)*)     # will not have been
        (?P<main>[Vvrqg])?
        """,
        re.VERBOSE,
    )


def _verb(tokens: Sequence[Token], code: str, group: re.Match[str]) -> Chunk:
    """The chunk of one verb group, "has not been evacuated": kind, lemma, modal, negation."""
    first, last = group.start(), group.end() - 1
    while last > first and code[last] in "an":
        last -= 1
    aux = [index for index in range(first, last + 1) if code[index] in "mxyz"]
    main = group["main"]
    words = [tokens[index].word for index in range(first, group.end())]
    negated = any(w in grammar.words("negation") or w in grammar.words("denying") for w in words)
    modal = next((tokens[index].word for index in aux if code[index] == "m"), "")
    lemma = lemmas.verb(tokens[last].word) if main else _auxiliary(tokens, code, aux)
    kind = _kind(code, aux, main, lemma, tokens, infinitive=group["to"] is not None)
    return Chunk(kind, first, last, lemma, -1, negated, modal, word=tokens[last].word)


def _auxiliary(tokens: Sequence[Token], code: str, aux: list[int]) -> str:
    """The lemma of a group without a main verb."""
    last = code[aux[-1]] if aux else ""
    return {"x": "be", "y": "have", "z": "do"}.get(last, tokens[aux[-1]].word if aux else "not")


def _kind(
    code: str, aux: list[int], main: str | None, lemma: str, tokens: Sequence[Token], *, infinitive: bool
) -> str:
    passive = _is_passive(code, aux, main, lemma, tokens)
    if infinitive:
        return TO_BE if passive or (main is None and lemma == "be") else INFINITIVE
    if passive:
        return PASSIVE
    if main is None:
        return COPULA if lemma == "be" else ("n" if not aux else ACTIVE)
    if aux:
        if main == "g" and code[aux[0]] in "xy" and tokens[aux[0]].word in ("being", "having"):
            return GERUND
        return ACTIVE
    return {"g": GERUND, "r": BARE, "q": BARE}.get(main, ACTIVE)


def _is_passive(code: str, aux: list[int], main: str | None, lemma: str, tokens: Sequence[Token]) -> bool:
    if main is None or main not in "rq" or not aux or code[aux[-1]] != "x":
        return False
    return lemma not in ("go", "come", "die", "arrive", "depart", "flee", "rise", "fall", "grow", "become")


def _particle(tokens: Sequence[Token], index: int, found: list[Chunk]) -> int:
    """1 where the token at `index` is the particle of the verb before it ("lay down"), and takes it in."""
    if index >= len(tokens):
        return 0
    word = tokens[index].word
    joined = f"{found[-1].head}-{word}"
    if joined in lemmas.phrasal():
        found[-1] = found[-1]._replace(last=index, head=joined)
        return 1
    moved = word in grammar.words("particle") and index + 1 < len(tokens) and tokens[index + 1].letter in "1d"
    return 1 if moved else 0


def _noun(tokens: Sequence[Token], code: str, index: int, found: list[Chunk]) -> int:
    """Append the noun phrase that starts at `index`; returns where it ends."""
    first = index
    if code[index] in "jJ":
        found.append(Chunk(NOUN, index, index, tokens[index].word, pronoun=True))
        return index + 1
    while index < len(code) and (code[index] in "dAN0'" or (code[index] == "n" and index == first)):
        if code[index] == "d" and index > first and code[index - 1] in "N0":
            break
        index += 1
    last = index - 1
    nominal = [i for i in range(first, index) if code[i] in "AN0"]
    if not nominal:
        word = tokens[first].word
        alone = index >= len(code) or code[index] != "1"
        if alone:
            found.append(Chunk(NOUN, first, last, word, negated=word in _NEGATIVE_DETERMINERS, pronoun=True))
        return index
    head = nominal[-1]
    owner = code[last] == "'" and index < len(code) and code[index] == "1"
    negated = tokens[first].word in _NEGATIVE_DETERMINERS
    word = tokens[head].word
    found.append(Chunk(OWNER if owner else NOUN, first, last, lemmas.noun(word), negated=negated))
    return index
