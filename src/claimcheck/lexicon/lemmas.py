"""Forms of words: the table of verbs with all its forms, and the base form of any English verb or noun."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal

import msgspec

from claimcheck.lexicon import load, plurals

VOWELS = "aeiou"
Form = Literal["base", "present", "past", "participle", "both", "same", "ing"]
"""What a form can be; `both` is past and participle in one ("killed"), `same` the base form as well ("hit")."""


class Verbs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table of verbs: base forms, the nouns and states that mean one, and classes of behaviour."""

    regular: str
    doubling: str
    irregular: str
    phrasal: str
    predicates: dict[str, str]
    nouns: dict[str, str]
    idioms: dict[str, str]
    classes: dict[str, str]


@cache
def table() -> Verbs:
    """The table as written."""
    return load("verbs", Verbs)


@cache
def verb_class(name: str) -> frozenset[str]:
    """The base forms of one class: telling, light, level, intransitive, motion ..."""
    return frozenset(table().classes[name].split())


@cache
def phrasal() -> frozenset[str]:
    """Verbs with their particle, joined by a hyphen."""
    return frozenset(table().phrasal.split())


@cache
def idiomatic() -> frozenset[str]:
    """Verbs that mean something of their own with one noun."""
    return frozenset(idiom.partition(" ")[0] for idiom in table().idioms)


@cache
def forms() -> dict[str, tuple[str, Form]]:
    """Every form of every verb of the table, with its base; past forms win over base forms of other verbs."""
    rows = table()
    found: dict[str, tuple[str, Form]] = {}
    for line in rows.irregular.strip().splitlines():
        base, past, participle = line.split()
        _add(found, base, past, participle, _ing(base, double=_doubles_short(base)))
    for base in rows.doubling.split():
        past = base + base[-1] + "ed"
        _add(found, base, past, past, base + base[-1] + "ing")
        if base.endswith("l"):  # travelled, traveled
            _add(found, base, base + "ed", base + "ed", base + "ing")
    for base in rows.regular.split():
        past = _past(base)
        _add(found, base, past, past, _ing(base))
    return found


def _add(found: dict[str, tuple[str, Form]], base: str, past: str, participle: str, ing: str) -> None:
    found.setdefault(base, (base, "same" if base == past == participle else "base"))
    found.setdefault(_present(base), (base, "present"))
    if past == participle:
        if past != base:
            found[past] = (base, "both")
    else:
        if past != base:
            found.setdefault(past, (base, "past"))
        if participle != base:
            found[participle] = (base, "participle")
    found.setdefault(ing, (base, "ing"))


def _doubles_short(base: str) -> bool:
    """True for a short verb in consonant, vowel, consonant: run, hit, forget."""
    return len(base) >= 3 and base[-1] not in VOWELS + "wxy" and base[-2] in VOWELS and base[-3] not in VOWELS


def _present(base: str) -> str:
    if base.endswith("y") and base[-2] not in VOWELS:
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in VOWELS:
        return base[:-1] + "ied"
    return base + "ed"


def _ing(base: str, *, double: bool = False) -> str:
    if double:
        return base + base[-1] + "ing"
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    return base + "ing"


def is_past(word: str) -> bool:
    """True for a past form in lower case that is no base form as well: "told", "killed"."""
    return _form(word) in ("past", "both")


def is_finite(word: str) -> bool:
    """True for a form in lower case that makes a sentence: "tells", "told"."""
    return _form(word) in ("present", "past", "both")


def is_participle(word: str) -> bool:
    """True for a past participle in lower case: "taken", "killed", "hit"."""
    return _form(word) in ("participle", "both", "same")


def _form(word: str) -> Form | None:
    known = forms().get(word)
    return known[1] if known else None


@lru_cache(maxsize=50_000)
def verb(word: str) -> str:
    """The base form of a lower-case verb form; a word that is no form of a verb comes back as it is."""
    known = forms().get(word)
    return known[0] if known else guess_verb(word)


def guess_verb(word: str) -> str:
    """The base form by the endings of English, for a verb that the table does not hold."""
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    for ending in ("ed", "ing"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return _stem_to_base(word[: -len(ending)])
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zzes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _stem_to_base(stem: str) -> str:
    """The base of a verb whose -ed or -ing was cut off: retri -> retry, stopp -> stop, evacuat -> evacuate."""
    if stem in _bases():
        return stem
    if stem + "e" in _bases():
        return stem + "e"
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsfz":
        return stem[:-1]
    if len(stem) > 3 and stem[-2] in VOWELS and (stem[-1] == "s" or stem.endswith(("ar", "ir", "ur"))):
        return stem + "e" if stem[-3] not in VOWELS else stem
    if _doubles_short(stem) and sum(letter in VOWELS for letter in stem) == 1:
        return stem + "e"  # "gaming": a short base would have doubled its last letter
    silent = stem.endswith(
        ("at", "iz", "is", "uc", "v", "g", "c", "u", "rs", "ns", "bl", "dl", "gl", "pl", "tl", "fl", "kl")
    )
    return stem + "e" if silent and not stem.endswith(("ng", "eat", "oat")) else stem


@cache
def _bases() -> frozenset[str]:
    return frozenset(base for base, _ in forms().values())


@lru_cache(maxsize=50_000)
def noun(word: str) -> str:
    """The singular of a lower-case noun."""
    known = plurals.singular(word)
    if known is not None:
        return known
    if len(word) < 4 or not word.endswith("s") or word.endswith(plurals.SINGULAR_IN_S):
        return word
    return without_s(word)


def without_s(word: str) -> str:
    """A plural in -s that no table holds, without its ending."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zzes")) or (word.endswith("oes") and len(word) > 5):
        return word[:-2]
    return word[:-1]
