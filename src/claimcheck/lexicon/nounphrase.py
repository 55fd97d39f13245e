"""The table of words that shape a noun phrase, and the singular of its head."""

from __future__ import annotations

from functools import cache, lru_cache

import msgspec

from claimcheck.lexicon import lemmas, load, plurals


class Words(msgspec.Struct, frozen=True):
    """A bare list of words."""

    words: tuple[str, ...]


class Plurals(msgspec.Struct, frozen=True):
    """Plural heads without a plural -s, and words in -s that are no plurals."""

    words: tuple[str, ...]
    singular_in_s: tuple[str, ...]


class NounPhraseTable(msgspec.Struct, frozen=True):
    """`nounphrase.toml` as it stands."""

    stops: Words
    postposed: Words
    telegraphic: Words
    skip: Words
    pronouns: Words
    short_names: Words
    determiners: Words
    containers: Words
    classifiers: Words
    compared: Words
    multiples: Words
    time: Words
    nominal: Words
    peoples: Words
    plurals: Plurals


@cache
def _table() -> NounPhraseTable:
    return load("nounphrase", NounPhraseTable)


@cache
def stops() -> frozenset[str]:
    """Words that no noun phrase runs over."""
    return frozenset(_table().stops.words)


@cache
def telegraphic() -> frozenset[str]:
    """Verbs that read like nouns; another number stands behind them."""
    return frozenset(_table().telegraphic.words)


@cache
def postposed() -> frozenset[str]:
    """Words that end a noun phrase unless they open it."""
    return frozenset(_table().postposed.words)


@cache
def skipped() -> frozenset[str]:
    """Determiners between number and noun."""
    return frozenset(_table().skip.words)


@cache
def pronouns() -> frozenset[str]:
    """Words that stand for a noun named before."""
    return frozenset(_table().pronouns.words)


@cache
def short_names() -> frozenset[str]:
    """Words that are names where they are written in capitals."""
    return frozenset(_table().short_names.words)


@cache
def nominal() -> frozenset[str]:
    """Participles and adjectives that take the place of a noun."""
    return frozenset(_table().nominal.words)


@cache
def determiners() -> frozenset[str]:
    """Words between "of" and the noun."""
    return frozenset(_table().determiners.words)


@cache
def containers() -> frozenset[str]:
    """Plurals that hold what "of" names."""
    return frozenset(_table().containers.words)


@cache
def classifiers() -> frozenset[str]:
    """Count words in front of "of" and the noun."""
    return frozenset(_table().classifiers.words)


@cache
def compared() -> frozenset[str]:
    """Comparatives behind a measure of one: "one point lower"."""
    return frozenset(_table().compared.words)


@cache
def multiples() -> frozenset[str]:
    """Words that make a number a multiple."""
    return frozenset(_table().multiples.words)


@cache
def time_nouns() -> frozenset[str]:
    """Units of time as nouns, singular."""
    return frozenset(_table().time.words)


@cache
def peoples() -> frozenset[str]:
    """Peoples whose name has no plural of its own."""
    return frozenset(_table().peoples.words)


@cache
def _plurals() -> frozenset[str]:
    return frozenset(_table().plurals.words)


@cache
def _singular_in_s() -> frozenset[str]:
    return frozenset(_table().plurals.singular_in_s)


@lru_cache(maxsize=8192)
def is_plural(word: str) -> bool:
    """True where a lower-case word looks like a plural noun."""
    if word in _plurals() or plurals.singular(word) not in (None, word):
        return True
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "'s", "’s", "ous", "sis")):
        return False
    return word not in _singular_in_s()


@lru_cache(maxsize=8192)
def singular(word: str) -> str:
    """The singular of a lower-case noun; unchanged where it is none."""
    known = plurals.singular(word)
    if known is not None:
        return known
    return lemmas.without_s(word) if word.endswith("s") and is_plural(word) else word
