"""What a word is in its sentence: forms that can be noun or verb are decided by their neighbours."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.context.tokens import Token
from claimcheck.lexicon import grammar, lemmas, status

VERB, NOUN, ATTRIBUTE = "V", "N", "A"
_ENDS = ";"
TITLE_SHARE = 0.6


def letters(tokens: Sequence[Token], *, title: bool) -> str:
    """One letter a token, ambiguous forms decided; in a title capitals say nothing."""
    raw = [token.letter for token in tokens]
    found: list[str] = []
    for index, token in enumerate(tokens):
        letter = raw[index]
        if letter in "uvrqgD":
            before = found[-1] if found else _ENDS
            after = raw[index + 1] if index + 1 < len(raw) else _ENDS
            if token.capital and not title and before != _ENDS:
                letter = NOUN
            else:
                letter = _DECIDE[letter](tokens, index, before, after)
        elif letter == "T" and not _starts_infinitive(tokens, index):
            letter = "p"
        found.append(letter)
    return "".join(found)


def is_title(tokens: Sequence[Token]) -> bool:
    """True where most words begin with a capital, as in headlines."""
    words = [token for token in tokens if token.letter not in "1'0,;()" and len(token.word) > 3]
    return len(words) >= 3 and sum(token.capital for token in words) > TITLE_SHARE * len(words)


def _starts_infinitive(tokens: Sequence[Token], index: int) -> bool:
    """True where "to" stands before a base form, adverbs between allowed."""
    for token in tokens[index + 1 : index + 4]:
        if token.letter in "xyz":
            return token.word in ("be", "have", "do")
        if token.letter == "u" or token.letter == "r":
            form = lemmas.forms().get(token.word)
            return form is not None and form[0] == token.word
        if token.letter not in "an":
            return False
    return False


def _base_or_noun(tokens: Sequence[Token], index: int, before: str, after: str) -> str:
    """ "strikes", "fire", "supports": verb behind a subject and before an object, noun behind a determiner."""
    if before in "Tmznjwe":
        return VERB
    if before == "a" and index > 1:
        return _base_or_noun(tokens, index - 1, tokens[index - 2].letter, after) if index > 2 else NOUN
    if before == "d":
        alone = tokens[index - 1].word in grammar.words("pronominal")
        return VERB if alone and after in "1dTJ" else NOUN
    if before in "pob0'Aq":
        return NOUN
    return _behind_noun(tokens, index, before, after)


def _behind_noun(tokens: Sequence[Token], index: int, before: str, after: str) -> str:
    token = tokens[index]
    base = lemmas.verb(token.word) == token.word
    takes_object = after in "1dJhe'" or (after == "N" and tokens[index + 1].capital)
    if before in "NtAVvr1h":
        if takes_object or (after == "T" and lemmas.verb(token.word) in status.of("matrix")):
            return VERB
        reports = after in "pTao" and lemmas.verb(token.word) in lemmas.verb_class("level")
        return VERB if reports and before in "N1" and not base else NOUN
    if before in "c,":
        return VERB if after in "1d" and _verb_before(tokens, index) else NOUN
    return VERB if base and after in "1d" and before == _ENDS else NOUN


def _verb_before(tokens: Sequence[Token], index: int) -> bool:
    return any(token.letter in "uvrmxyz" for token in tokens[max(0, index - 12) : index - 1])


def _past_or_attribute(tokens: Sequence[Token], index: int, before: str, after: str) -> str:
    """ "the wounded soldiers", "the injured", "12 injured", "was injured"."""
    if before == "d" and tokens[index - 1].word in grammar.words("pronominal") and after not in "Nu":
        return "r"
    if before in "d'A" or (before in "po" and after in "Nug,;pc"):
        return ATTRIBUTE if after in "NugA" else NOUN
    if before in "cN,;0" and after in "N" and _plain_noun(tokens, index + 1) and _attributive(tokens, index):
        return ATTRIBUTE
    return "r"


def _plain_noun(tokens: Sequence[Token], index: int) -> bool:
    return not tokens[index].capital


def _attributive(tokens: Sequence[Token], index: int) -> bool:
    """True where a participle before a noun is none of the verbs that take objects: "the rebel-held town"."""
    return "-" in tokens[index].word


def _gerund_or_noun(tokens: Sequence[Token], index: int, before: str, after: str) -> str:
    if before in "xy":
        return "g"
    if before in "d'A0" or after == "o":
        return ATTRIBUTE if after in "Nu" else NOUN
    if before in "poN" and after in "Nu" and not tokens[index + 1].capital:
        return ATTRIBUTE if lemmas.verb(tokens[index].word) in lemmas.verb_class("modifying") else "g"
    return NOUN if before in "po" and after in "cp,;" and tokens[index].word not in lemmas.forms() else "g"


def _predicate(tokens: Sequence[Token], index: int, before: str, after: str) -> str:
    if before in "d'A" or after in "Nu":
        return ATTRIBUTE if after in "Nu" else NOUN
    return "D"


def _past(tokens: Sequence[Token], index: int, before: str, after: str) -> str:
    return NOUN if before in "d'" and tokens[index - 1].word not in grammar.words("pronominal") else "v"


def _participle(tokens: Sequence[Token], index: int, before: str, after: str) -> str:
    if before in "d'":
        return ATTRIBUTE if after in "Nu" else NOUN
    return "q"


_DECIDE = {
    "u": _base_or_noun,
    "r": _past_or_attribute,
    "g": _gerund_or_noun,
    "D": _predicate,
    "v": _past,
    "q": _participle,
}
