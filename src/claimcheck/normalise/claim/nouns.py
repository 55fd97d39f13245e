"""What is counted: the class of a noun phrase and the words that narrow it."""

from __future__ import annotations

import re

import msgspec

from claimcheck.lexicon import actions, function_words, lemmas, nouns
from claimcheck.model import Claim, Mention

_OUTSIDE = nouns.NounClass(words=())
Name = tuple[str, ...]  # what a thing is called: its words in lower case and the singular, the head last


class Counted(msgspec.Struct, frozen=True):
    """The class of a counted noun, the words that narrow it, and the action that the noun itself says."""

    noun: str | None
    modifiers: frozenset[str] = frozenset()
    action: str | None = None


def counted(mention: Mention) -> Counted:
    """The class of the noun phrase of a mention; a noun outside the table is its own class."""
    phrase = phrase_of(mention)
    if not phrase:
        return Counted(None)
    head = mention.noun or phrase[-1]
    place = phrase.index(head) if head in phrase else len(phrase) - 1
    start, name = _class_of(phrase, place)
    modifiers = frozenset(phrase[:start]) - function_words.words()
    return Counted(name, modifiers, _said(head, name))


def _said(head: str, name: str) -> str | None:
    """The action that a noun says by itself: fatalities, the wounded, "7 hurt"."""
    return actions.of_noun().get(head) or (actions.of_verb().get(head) if is_soft(name) else None)


def phrase_of(mention: Mention) -> list[str]:
    """The words of the noun phrase of a mention, in the singular."""
    return [lemmas.noun(word) for word in _words(mention.noun_phrase or mention.noun or "")]


def name(text: str) -> Name:
    """What a user calls a thing, as its words."""
    return tuple(lemmas.noun(word) for word in re.findall(r"[^\W\d_]+", text.lower()))


def class_named(name: Name) -> str:
    """The class of what a user names; a name outside the table is its own class."""
    joined = "-".join(name)
    return nouns.classes().get(joined, joined)


def head(claim: Claim) -> str | None:
    """The noun that a claim counts or measures, as written, singular."""
    return claim.mention.noun or claim.noun


def called(claim: Claim, name: Name) -> bool:
    """True where a claim counts what goes by this name: its noun is the head, the other words narrow it."""
    if head(claim) != name[-1]:
        return False
    around = {part for word in phrase_of(claim.mention) for part in word.split("-")}
    return around.issuperset(name[:-1])


def _words(phrase: str) -> list[str]:
    return re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", phrase.lower())


def _class_of(phrase: list[str], head: int) -> tuple[int, str]:
    """Index of the first word of the name, and its class: "inhabited area", "ambulance vehicle"."""
    classes = nouns.classes()
    pair = "-".join(phrase[max(head - 1, 0) : head + 1])
    if head > 0 and pair in classes:
        return head - 1, classes[pair]
    name = classes.get(phrase[head], phrase[head])
    row = nouns.table().get(name)
    if row is not None and row.carrier and head > 0:
        before = classes.get(phrase[head - 1])
        if before is not None:
            return head - 1, before
    return head, name


def is_soft(noun: str | None) -> bool:
    """True for a class that says little by itself: people."""
    return _row(noun).soft


def is_never(noun: str | None) -> bool:
    """True for words that count something else in every sentence: ways, games."""
    return _row(noun).never


def is_whole(noun: str | None) -> bool:
    """True for people of whom a thing has one lot: a crew."""
    return _row(noun).whole


def is_fixed(noun: str | None) -> bool:
    """True for what a thing has one number of on any day: the storeys of a house."""
    return _row(noun).fixed


def is_scored(noun: str | None) -> bool:
    """True for what players and teams get and miss: games, goals, points."""
    return _row(noun).scored


def _row(noun: str | None) -> nouns.NounClass:
    """The row of a class; one that says nothing for a noun outside the table."""
    return nouns.table().get(noun or "", _OUTSIDE)
