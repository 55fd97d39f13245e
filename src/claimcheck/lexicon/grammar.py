"""The table of closed word classes, and the letter that a word has in the code of a sentence."""

from __future__ import annotations

from functools import cache, lru_cache

import msgspec

from claimcheck.lexicon import lemmas, load
from claimcheck.lexicon.patterns import alternatives

# Letters of words; README of the code: one letter a word, so that patterns over a sentence stay short.
LETTERS = {
    "determiner": "d",
    "preposition": "p",
    "of": "o",
    "by": "b",
    "to": "T",
    "coordinator": "c",
    "contrast": "k",
    "subordinator": "s",
    "that": "h",
    "relative": "w",
    "be": "x",
    "have": "y",
    "do": "z",
    "modal": "m",
    "negation": "n",
    "subject_pronoun": "j",
    "object_pronoun": "J",
    "existential": "e",
    "conjunctive": "p",
    "not_verb": "N",
    "adverb": "a",
}
FORMS = {"base": "u", "present": "u", "past": "v", "participle": "q", "both": "r", "same": "i", "ing": "g"}
ADVERB_ENDING = "ly"


class Grammar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of each closed class, separated by spaces."""

    determiner: str
    known_determiner: str
    preposition: str
    of: str
    by: str
    to: str
    coordinator: str
    contrast: str
    subordinator: str
    that: str
    relative: str
    be: str
    finite_be: str
    have: str
    finite_have: str
    do: str
    modal: str
    negation: str
    denying_determiner: str
    single: str
    denying: str
    subject_pronoun: str
    object_pronoun: str
    one_person: str
    possessive: str
    impersonal_possessive: str
    existential: str
    adverb: str
    medial: str
    particle: str
    time_noun: str
    conjunctive: str
    not_verb: str
    pronominal: str
    plural: str
    transparent: str
    collective: str
    trailing: str
    adjective: str
    ing_nouns: str
    listing: str
    mostly: str
    dotted: str
    comparing: str
    clause_openers: str
    dual: str
    abbreviations: str


@cache
def table() -> Grammar:
    """The table as written."""
    return load("grammar", Grammar)


@cache
def words(name: str) -> frozenset[str]:
    """The words of one class."""
    return frozenset(str(getattr(table(), name)).split())


@cache
def together(*names: str) -> frozenset[str]:
    """The words of several classes."""
    return frozenset().union(*map(words, names))


@cache
def pattern(name: str) -> str:
    """A regex for any word of one class, without word boundaries."""
    return alternatives(words(name))


@cache
def _closed() -> dict[str, str]:
    letters: dict[str, str] = {}
    for name, letter in LETTERS.items():
        for word in words(name):
            letters.setdefault(word, letter)
    for word in words("time_noun"):
        letters[word] = "t"
    for word in lemmas.table().predicates:
        letters.setdefault(word, "D")
    return letters


@lru_cache(maxsize=100_000)
def letter(word: str) -> str:
    """The letter of a lower-case word, by its form alone; "N" for nouns and all that is unknown."""
    closed = _closed().get(word)
    if closed is not None:
        return closed
    known = lemmas.forms().get(word)
    if known is not None:
        return FORMS[known[1]]
    if len(word) > 4 and word.endswith("ed") and not word.endswith("eed"):
        return "N" if word.startswith("un") else "r"  # "unexplained"
    if len(word) > 5 and word.endswith("ing"):
        return "g"
    return "a" if len(word) > 4 and word.endswith(ADVERB_ENDING) else "N"
