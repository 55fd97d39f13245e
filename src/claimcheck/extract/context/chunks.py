"""A sentence as a row of chunks: noun phrases, verb groups, mentions, and the small words between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from operator import attrgetter

import msgspec

from claimcheck.extract.context.tokens import Tokens
from claimcheck.lexicon import grammar, lemmas
from claimcheck.model import Mention

NOUN, OWNER, MENTION = "N", "S", "M"
ACTIVE, PASSIVE, COPULA, BARE, GERUND, INFINITIVE, TO_BE = "V", "P", "B", "R", "G", "I", "K"
VERBS = "VPBRGIK"
KIND = attrgetter("kind")


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


def chunks(tokens: Tokens, code: str, mentions: Sequence[Mention] = ()) -> list[Chunk]:
    """The chunks of a sentence in order, adverbs and times left out."""
    found: list[Chunk] = []
    words, particles = tokens.words, _particles()
    number = end = taken = 0  # tokens before `taken` are used up
    for phrase in _phrase().findall(code):
        first, end = end, end + len(phrase)
        kind = _KINDS.get(phrase[0])
        if kind is None or first < taken:
            continue
        if kind == "small":
            found.append(Chunk(phrase, first, first, words[first]))
        elif kind == "noun":
            _noun(tokens, code, first, end, found)
        elif kind == "mention":
            found.append(Chunk(MENTION, first, first, mentions[number].noun or "", number))
            number += 1
        elif kind == "verb":
            found.append(_verb(tokens, phrase, first))
            if end < len(words) and (code[end] == "1" or words[end] in particles):
                taken = end + _particle(tokens, end, found)
        elif kind == "pronoun":
            found.append(Chunk(NOUN, first, first, words[first], pronoun=True))
    return _settle(found)


_BEGINS = {"small": "swhckopb,;()D", "noun": "dAN0'", "mention": "1", "verb": "nTmxyzVvrqg", "pronoun": "jJe"}
_KINDS = {letter: kind for kind, letters in _BEGINS.items() for letter in letters}


@cache
def _phrase() -> re.Pattern[str]:
    """The pieces of a code: one for each chunk, and adverbs and times, which begin none, between them."""
    return re.compile(
        r"""
        [swhckopb,;()D1jJe]
        |(?=[dAN0'])d*(?:[AN0]+'?|')*
        |(?=[nTmxyzVvrqg])n?(?:T[an]*)?(?:[mxyz][an]*)*[Vvrqg]?              # will not have been killed
        |.
        """,
        re.VERBOSE,
    )


def _settle(found: list[Chunk]) -> list[Chunk]:
    """Past forms that act made finite: with an object behind them, a pronoun before them, or no object at all."""
    code = "".join(map(KIND, found))
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
    """A clause behind a subordinator: a verb before the next border and before any infinitive."""
    return re.compile(r"[^,;swhkI]*?[VPBR]")


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


def _verb(tokens: Tokens, group: str, first: int) -> Chunk:
    """The chunk of one verb group, "has not been evacuated": kind, lemma, modal, negation."""
    if len(group) == 1 and group in _MAIN:
        word = tokens.words[first]
        return Chunk(_ALONE.get(group, ACTIVE), first, first, lemmas.verb(word), -1, False, "", False, word)
    words = tokens.words[first : first + len(group)]
    main, last, aux = _parts(group)
    modal = next((words[index] for index in aux if group[index] == "m"), "")
    negated = "n" in group or not _denying().isdisjoint([words[index] for index in aux])
    lemma = lemmas.verb(words[last]) if main else _auxiliary(words, group, aux)
    kind = _kind(group, aux, main, lemma, words)
    return Chunk(kind, first, first + last, lemma, -1, negated, modal, False, words[last])


@lru_cache(maxsize=1_000)
def _parts(group: str) -> tuple[str | None, int, tuple[int, ...]]:
    """The letter of the main verb of a group, the index of its last word, and those of its auxiliaries."""
    main = group[-1] if group[-1] in _MAIN else None
    last = len(group if main else group.rstrip("an") or group[:1]) - 1
    return main, last, tuple(index for index, letter in enumerate(group) if letter in "mxyz")


@cache
def _denying() -> frozenset[str]:
    return grammar.words("denying")


def _auxiliary(words: Sequence[str], group: str, aux: Sequence[int]) -> str:
    """The lemma of a group without a main verb."""
    if not aux:
        return "not"
    return {"x": "be", "y": "have", "z": "do"}.get(group[aux[-1]]) or words[aux[-1]]


_MAIN = "Vvrqg"
_ALONE = {"g": GERUND, "r": BARE, "q": BARE}  # a main verb by itself; all others are active


def _kind(group: str, aux: Sequence[int], main: str | None, lemma: str, words: Sequence[str]) -> str:
    passive = _is_passive(group, aux, main, lemma)
    if "T" in group:
        return TO_BE if passive or (main is None and lemma == "be") else INFINITIVE
    if passive:
        return PASSIVE
    if main is None:
        return COPULA if lemma == "be" else ("n" if not aux else ACTIVE)
    if aux:
        if main == "g" and group[aux[0]] in "xy" and words[aux[0]] in ("being", "having"):
            return GERUND
        return ACTIVE
    return _ALONE.get(main, ACTIVE)


def _is_passive(group: str, aux: Sequence[int], main: str | None, lemma: str) -> bool:
    if main is None or main not in "rq" or not aux or group[aux[-1]] != "x":
        return False
    return lemma not in lemmas.verb_class("never_passive")


@cache
def _particles() -> frozenset[str]:
    """Every word that a verb can take in."""
    return grammar.words("particle") | {verb.rpartition("-")[2] for verb in lemmas.phrasal()}


def _particle(tokens: Tokens, index: int, found: list[Chunk]) -> int:
    """1 where the token at `index` is the particle of the verb before it ("lay down"), and takes it in."""
    letters = tokens.letters
    word = tokens.words[index].partition(" ")[0]
    if word not in _particles():
        return 0
    used = 0 if letters[index] == "1" else 1
    joined = f"{found[-1].head}-{word}"
    if joined in lemmas.phrasal():
        found[-1] = msgspec.structs.replace(found[-1], last=index, head=joined)
        return used
    moved = word in grammar.words("particle") and letters[index + 1 : index + 2] in ("1", "d")
    return used if moved else 0


def _noun(tokens: Tokens, code: str, first: int, end: int, found: list[Chunk]) -> None:
    """Append the noun phrase of the tokens `first` to `end` (half open); determiners before a number are none."""
    words, last = tokens.words, end - 1
    negated = words[first] in grammar.words("denying_determiner")
    if code[last] in "NA":
        word = words[last]
        lemma = word if last and tokens.capitals[last] else lemmas.noun(word)
        found.append(Chunk(NOUN, first, last, lemma, -1, negated))
        return
    head = _head(code, first, end)
    if head < 0:
        if not code.startswith("1", end):
            found.append(Chunk(NOUN, first, last, words[last], -1, negated, "", True))
        return
    lemma = words[head] if head and tokens.capitals[head] else lemmas.noun(words[head])
    kind = OWNER if code[last] == "'" and code.startswith("1", end) else NOUN
    found.append(Chunk(kind, first, last, lemma, -1, negated))


def _head(code: str, first: int, end: int) -> int:
    """The index of the last noun or adjective, else of the last number that is no mention; -1 for neither."""
    head = max(code.rfind("N", first, end), code.rfind("A", first, end))
    return head if head >= 0 else code.rfind("0", first, end)
