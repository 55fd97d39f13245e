"""A sentence as a row of chunks: noun phrases, verb groups, mentions, and the small words between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from claimcheck.extract.context.tokens import Token
from claimcheck.lexicon import grammar, lemmas

NOUN, OWNER, MENTION = "N", "S", "M"
ACTIVE, PASSIVE, COPULA, BARE, GERUND, INFINITIVE, TO_BE = "V", "P", "B", "R", "G", "I", "K"
VERBS = "VPBRGIK"
FINITE = "VPB"
_NEGATIVE_DETERMINERS = ("no", "none", "neither")


class Chunk(msgspec.Struct, frozen=True, gc=False):
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


def chunks(tokens: Sequence[Token], code: str, nouns: Sequence[str | None] = ()) -> list[Chunk]:
    """The chunks of a sentence in order, adverbs and times left out; `nouns` are what its mentions count."""
    found: list[Chunk] = []
    taken = 0  # tokens before this one are used up
    for match in _phrase().finditer(code):
        first = match.start()
        if first < taken:
            continue
        letter = code[first]
        kind = _KINDS[letter]
        if kind == "small":
            found.append(Chunk(letter, first, first, tokens[first].word))
        elif kind == "noun":
            _noun(tokens, code, first, match.end(), found)
        elif kind == "mention":
            number = tokens[first].mention
            found.append(Chunk(MENTION, first, first, nouns[number] or "", number))
        elif kind == "verb":
            found.append(_verb(tokens, code, match))
            taken = match.end() + _particle(tokens, match.end(), found)
        else:
            found.append(Chunk(NOUN, first, first, tokens[first].word, pronoun=True))
    return _settle(found)


_BEGINS = {"small": "swhckopb,;()D", "noun": "dAN0'", "mention": "1", "verb": "nTmxyzVvrqg", "pronoun": "jJe"}
_KINDS = {letter: kind for kind, letters in _BEGINS.items() for letter in letters}


@cache
def _phrase() -> re.Pattern[str]:
    """The next chunk of a code; letters of adverbs and times match nothing and are passed over."""
    return re.compile(
        r"""
        [swhckopb,;()D1jJe]
        |(?=[dAN0'])d*(?:[AN0]+'?|')*
        |(?=[nTmxyzVvrqg])
            n?
            (?P<to>T[an]*)?
            (?:[mxyz][an]*)*              # will not have been
            (?P<main>[Vvrqg])?
        """,
        re.VERBOSE,
    )


def _settle(found: list[Chunk]) -> list[Chunk]:
    """Past forms that act made finite: with an object behind them, a pronoun before them, or no object at all."""
    code = "".join([chunk.kind for chunk in found])
    for unsure in _unsettled().finditer(code):
        index = unsure.start()
        chunk = found[index]
        if chunk.kind == BARE and _acts(found, code, index):
            found[index] = msgspec.structs.replace(chunk, kind=ACTIVE)
        elif (
            chunk.kind == "s" and chunk.head in grammar.words("dual") and not _clause().match(code, index + 1)
        ):
            found[index] = msgspec.structs.replace(chunk, kind="p")
    return found


@cache
def _unsettled() -> re.Pattern[str]:
    return re.compile("[Rs]")


@cache
def _clause() -> re.Pattern[str]:
    """A clause behind a subordinator: a verb before the next border."""
    return re.compile(r"[^,;swhk]*?[VPBR]")


def _acts(found: Sequence[Chunk], code: str, index: int) -> bool:
    before = code[index - 1] if index else ""
    after = code[index + 1 : index + 2]
    if before == NOUN and found[index - 1].pronoun:
        return True
    if after in ("N", "S", "M") and not (before == MENTION and _states_in_row().match(code, index + 1)):
        return True
    return before == NOUN and found[index].head in lemmas.verb_class("intransitive") and after != "b"


@cache
def _states_in_row() -> re.Pattern[str]:
    """ "12 killed 30 injured": each state belongs to the number before it."""
    return re.compile(r"MR(?![MNS])")


def _verb(tokens: Sequence[Token], code: str, group: re.Match[str]) -> Chunk:
    """The chunk of one verb group, "has not been evacuated": kind, lemma, modal, negation."""
    first, end = group.span()
    main = group["main"]
    last, modal, negated, aux = end - 1, "", False, []
    if main is None:
        while last > first and code[last] in "an":
            last -= 1
    for index in range(first, end):
        letter = code[index]
        if letter in "mxyz":
            aux.append(index)
            helper = tokens[index].word
            if letter == "m" and not modal:
                modal = helper
            negated = negated or helper in _denying()
        elif letter == "n":
            negated = True
    word = tokens[last].word
    lemma = lemmas.verb(word) if main else _auxiliary(tokens, code, aux)
    kind = _kind(code, aux, main, lemma, tokens, infinitive=group["to"] is not None)
    return Chunk(kind, first, last, lemma, -1, negated, modal, False, word)


@cache
def _denying() -> frozenset[str]:
    return grammar.words("denying")


def _auxiliary(tokens: Sequence[Token], code: str, aux: list[int]) -> str:
    """The lemma of a group without a main verb."""
    if not aux:
        return "not"
    return {"x": "be", "y": "have", "z": "do"}.get(code[aux[-1]]) or tokens[aux[-1]].word


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
    return lemma not in lemmas.verb_class("never_passive")


def _particle(tokens: Sequence[Token], index: int, found: list[Chunk]) -> int:
    """1 where the token at `index` is the particle of the verb before it ("lay down"), and takes it in."""
    if index >= len(tokens):
        return 0
    token = tokens[index]
    word = token.word.partition(" ")[0]
    joined = f"{found[-1].head}-{word}"
    if joined in lemmas.phrasal():
        found[-1] = msgspec.structs.replace(found[-1], last=index, head=joined)
        return 1 if token.mention < 0 else 0
    moved = word in grammar.words("particle") and index + 1 < len(tokens) and tokens[index + 1].letter in "1d"
    return 1 if moved and token.mention < 0 else 0


def _noun(tokens: Sequence[Token], code: str, first: int, end: int, found: list[Chunk]) -> None:
    """Append the noun phrase of the tokens `first` to `end` (half open); determiners before a number are none."""
    head = end - 1
    if code[head] not in "NA":
        head = max(code.rfind("N", first, end), code.rfind("A", first, end))
        if head < 0:
            head = code.rfind("0", first, end)
    negated = tokens[first].word in _NEGATIVE_DETERMINERS
    before_number = code[end : end + 1] == "1"
    if head < 0:
        if not before_number:
            found.append(Chunk(NOUN, first, end - 1, tokens[end - 1].word, negated=negated, pronoun=True))
        return
    named = tokens[head].capital and head > 0
    lemma = tokens[head].word if named else lemmas.noun(tokens[head].word)
    kind = OWNER if before_number and code[end - 1] == "'" else NOUN
    found.append(Chunk(kind, first, end - 1, lemma, -1, negated))
