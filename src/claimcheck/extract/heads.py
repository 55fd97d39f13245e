"""The head of a counted noun phrase: which of its words is what is counted."""

from __future__ import annotations

from functools import lru_cache

from claimcheck.extract.around import Token
from claimcheck.lexicon import lemmas, nounphrase


def head(run: list[Token], before: str, *, singular: bool) -> int | None:
    """Index of the head: the first plural, or of one thing the last word before a participle."""
    words = [token.low for token in run]
    if _opens_with_verb(words, before):
        return None
    for index, word in enumerate(words):
        if is_pronoun(run[index]):
            return index if index == 0 else index - 1
        if nounphrase.is_plural(word) or nounphrase.is_plural(last_part(word)):
            if singular and index and _is_predicate(word):
                return index - 1  # "half of the oil comes from"
            return _compound(words, index)
        if word in nounphrase.nominal() and not any(map(nounphrase.is_plural, words[index + 1 : index + 4])):
            if not singular or len(words) == 1:
                return index
            if index:
                return index - 1
    if singular:
        return _singular(words)
    return _people(words)


def _people(words: list[str]) -> int | None:
    """ "200 Portuguese", "two Swiss escaped"."""
    for index, (word, after) in enumerate(zip(words, [*words[1:], ""], strict=True)):
        if word in nounphrase.peoples() and (not after or may_be_verb(after) or lemmas.is_past(after)):
            return index
    return None


def _singular(words: list[str]) -> int | None:
    """Of one thing: the last of the first words before a participle or adverb; None where a verb opens."""
    last = 0
    for index, word in enumerate(words[:4]):
        if index and (
            may_be_verb(word) or word.endswith("ly") or lemmas.is_past(word) or word in nounphrase.compared()
        ):
            break
        last = index
    opens = last == 0 and may_be_verb(words[0]) and words[0] not in nounphrase.nominal()
    return None if opens else last


def _opens_with_verb(words: list[str], before: str) -> bool:
    """ "dozens more suffered problems", "dozens suffering problems": the noun is elided."""
    first = words[0]
    if not may_be_verb(first) or first in nounphrase.nominal() or nounphrase.is_plural(" ".join(words[1:2])):
        return False
    return first.endswith("ing") or before.endswith(" more ")


def _compound(words: list[str], first: int) -> int:
    """ "arms dealers", "weapons production facilities": a later plural is the head if only nouns lie between."""
    if _is_irregular(words[first]):
        return first
    for index in range(first + 1, min(first + 4, len(words))):
        word = words[index]
        if may_be_verb(word) or word in nounphrase.nominal() or word.endswith("ly"):
            break
        if nounphrase.is_plural(word):
            return first if _is_predicate(word) else index
    return first


def _is_irregular(word: str) -> bool:
    """People, children, policemen: never the first part of a compound; "police" may be."""
    return not word.endswith("s") and (nounphrase.singular(word) != word or word.endswith("men"))


def _is_predicate(word: str) -> bool:
    """True for a present form of a verb that is seldom a noun: "three departments means"."""
    base, form = lemmas.forms().get(word, ("", ""))
    return form == "present" and base not in lemmas.verb_class("nounish")


@lru_cache(maxsize=4096)
def may_be_verb(word: str) -> bool:
    """True for a word in -ed or -ing that may be a form of a verb."""
    return len(word) > 4 and word.endswith(("ed", "ing")) and not word.endswith(("eed", "building", "thing"))


def last_part(word: str) -> str:
    """The head of a hyphened word: "house-fires" -> "fires"; a dash may also end it: "people-one", "towns/villages"."""
    word = word.partition("/")[0]
    first = word.split("-")[0]
    if first != word and nounphrase.is_plural(first) and not first.endswith("s"):
        return first
    return word.rsplit("-", 1)[-1] if word.count("-") == 1 and len(word.rsplit("-", 1)[-1]) > 3 else word


def is_pronoun(token: Token) -> bool:
    """True for "them" and the like, not for "US"."""
    return token.low in nounphrase.pronouns() and not is_short_name(token)


def is_short_name(token: Token) -> bool:
    """True for "US", "IT", "WHO", which written small are words of the grammar."""
    return token.text.isupper() and token.low in nounphrase.short_names()
