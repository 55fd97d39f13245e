"""What a word is in its sentence: forms that can be noun or verb are decided by their neighbours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from claimcheck.extract.context.tokens import Token
from claimcheck.lexicon import grammar, lemmas, status

VERB, NOUN, ATTRIBUTE = "V", "N", "A"
_ENDS = ";"
TITLE_SHARE = 0.6


def letters(tokens: Sequence[Token], *, title: bool) -> str:
    """One letter a token, ambiguous forms decided; in a title capitals say nothing."""
    raw = [token.letter for token in tokens]
    for index in range(1, len(raw)):
        letter, before = raw[index], raw[index - 1]
        if letter == "r" or before in "1," or (letter, before) in _ADJUSTED:
            _adjust(tokens, raw, index, letter, before)
    found: list[str] = []
    for index, letter in enumerate(raw):
        if letter not in _UNSURE:
            found.append(letter)
            continue
        token = tokens[index]
        if letter in _DECIDE:
            before = _before(found)
            after = raw[index + 1] if index + 1 < len(raw) else _ENDS
            if token.capital and not title and before != _ENDS:
                letter = NOUN
            else:
                letter = _DECIDE[letter](tokens, index, before, after)
        elif letter == "a" and token.capital and not title and index and not token.word.endswith("day"):
            letter = NOUN
        elif letter == "T" and not _starts_infinitive(tokens, index):
            letter = "p"
        found.append(letter)
    code = "".join(found)
    return code if _finite().search(code) else _promote(tokens, code)


_UNSURE = frozenset("uvrqgDiaT")  # letters that neighbours may change
_ADJUSTED = frozenset([("N", "m"), ("N", "x"), ("N", "a"), ("p", "d")])  # a letter and the one before it


def _adjust(tokens: Sequence[Token], raw: list[str], index: int, letter: str, before: str) -> None:
    """Set the letters of a few words that their neighbours make another word: "more", "compared with", "got"."""
    word = tokens[index].word
    if before == "1" and word in grammar.words("trailing"):
        raw[index] = "a"
    elif before == "d" and letter == "p" and word in grammar.words("conjunctive"):
        raw[index] = "A"
    elif letter == "N" and before == "m" and not tokens[index].capital:
        raw[index] = VERB
    elif before in "1," and word in grammar.words("mostly"):
        raw[index] = "p"
    elif letter == "N" and before in "xa" and _participle_after_be(tokens, raw, index):
        raw[index] = "r"
    elif (
        letter == "r" and word in grammar.words("comparing") and raw[index + 1 : index + 2] in (["p"], ["T"])
    ):
        raw[index] = "p"
    elif letter == "r" and before in "uv" and lemmas.verb(tokens[index - 1].word) == "get":
        raw[index - 1] = "x"  # a passive: "got injured"


def _participle_after_be(tokens: Sequence[Token], raw: Sequence[str], index: int) -> bool:
    """True for a participle that is an adjective elsewhere: "is limited"."""
    be = index - 1 if raw[index - 1] == "x" else index - 2
    return (
        be >= 0
        and raw[be] == "x"
        and tokens[index].word.endswith("ed")
        and tokens[index].word in lemmas.forms()
    )


def _before(found: list[str]) -> str:
    """The letter before the next one; a word like "more" behind a number does not part it from its verb."""
    if not found:
        return _ENDS
    return "1" if found[-1] == "a" and found[-2:-1] == ["1"] else found[-1]


@cache
def _finite() -> re.Pattern[str]:
    return re.compile(r"[VvrqxyzmT]")


def _promote(tokens: Sequence[Token], code: str) -> str:
    """In a sentence without a verb the first form in -s behind a singular noun is one: "the tool ships with 70"."""
    for index in range(1, len(tokens) - 1):
        token = tokens[index]
        if token.letter in "ui" and code[index] == NOUN and code[index - 1] in "N1" and not token.capital:
            third = lemmas.verb(token.word) != token.word or token.letter == "i"
            nounish = token.letter == "u" and _nounish(token.word)
            follows = "poab1d" if nounish else "poab1dNA"
            if third and not tokens[index - 1].word.endswith("s") and code[index + 1] in follows:
                return code[:index] + VERB + code[index + 1 :]
    return code


def is_title(tokens: Sequence[Token]) -> bool:
    """True where most words begin with a capital, as in headlines."""
    words = [token.capital for token in tokens if len(token.word) > 3 and token.letter not in "1'0,;()"]
    return len(words) >= 3 and sum(words) > TITLE_SHARE * len(words)


def _starts_infinitive(tokens: Sequence[Token], index: int) -> bool:
    """True where "to" stands before a base form, adverbs between allowed."""
    for token in tokens[index + 1 : index + 4]:
        if token.letter in "xyz":
            return token.word in ("be", "have", "do")
        if token.letter in "uriD":
            form = lemmas.forms().get(token.word)
            behind = tokens[index + 2 : index + 3]
            return form is not None and form[0] == token.word and not (behind and behind[0].letter == "o")
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
    if before == "0" and after == "1":
        return VERB
    if before in "pob0'Aq":
        return NOUN
    return _behind_noun(tokens, index, before, after)


def _behind_noun(tokens: Sequence[Token], index: int, before: str, after: str) -> str:
    token = tokens[index]
    base = lemmas.verb(token.word) == token.word
    plural = not base and _nounish(token.word)
    named = before == "N" and tokens[index - 1].capital and not base
    takes_object = after in ("1J" if plural and not named else "1dJhe") or (
        after == "N" and tokens[index + 1].capital
    )
    if before == "1" and base and (_perceived(tokens, index) or (after in "NA" and not _nounish(token.word))):
        return VERB
    if before == "N" and after in "Nu" and _plural_behind(tokens, index) and _agrees(tokens, index, base):
        return VERB
    if named and after in "NuA" and not plural:
        return VERB
    if before in "NtAVvr1h":
        if takes_object or (after == "T" and lemmas.verb(token.word) in status.of("matrix")):
            return VERB
        return VERB if before in "N1" and after in "pTaos" and _reports(tokens, index, base) else NOUN
    if before in "c,":
        return VERB if after in "1d" and _verb_before(tokens, index) else NOUN
    return VERB if base and after in "1d" and before == _ENDS else NOUN


def _nounish(word: str) -> bool:
    return lemmas.verb(word) in lemmas.verb_class("nounish")


def _reports(tokens: Sequence[Token], index: int, base: bool) -> bool:
    """True for a verb without an object: "the toll stands at", "the log rotates at", "fans start at"."""
    lemma = lemmas.verb(tokens[index].word)
    if lemma in lemmas.verb_class("level") and not base:
        return True
    if _nounish(lemma) or not _agrees(tokens, index, base):
        return False
    return base or index == 1 or tokens[index - 2].letter == "d"


def _agrees(tokens: Sequence[Token], index: int, base: bool) -> bool:
    """True where the number of the noun before fits the form: "insurers expect", "the tool skips"."""
    subject = tokens[index - 1].word
    return (subject.endswith("s") and lemmas.noun(subject) != subject) == base


def _plural_behind(tokens: Sequence[Token], index: int) -> bool:
    """True where a bare plural follows, as objects in headlines do: "storm hits homes"."""
    word = tokens[index + 1].word
    return word.endswith("s") and lemmas.noun(word) != word and not _nounish(tokens[index].word)


def _perceived(tokens: Sequence[Token], index: int) -> bool:
    """True for a verb behind the object of a verb of perception: "saw 3 boats capsize"."""
    return index > 1 and lemmas.verb(tokens[index - 2].word) in lemmas.verb_class("perception")


def _invariant(tokens: Sequence[Token], index: int, before: str, after: str) -> str:
    """ "hit", "hurt", "cut": base, past and participle in one."""
    if before in "xy1a" or (before in "N,;" and after == "b"):
        return "r"
    if before == "c" and _verb_before(tokens, index):
        return "r"
    if before == "N" and after == "N" and _plural_behind(tokens, index):
        return VERB
    return _base_or_noun(tokens, index, before, after)


def _verb_before(tokens: Sequence[Token], index: int) -> bool:
    return any(token.letter in "uvrmxyz" for token in tokens[max(0, index - 12) : index - 1])


def _past_or_attribute(tokens: Sequence[Token], index: int, before: str, after: str) -> str:
    """ "the wounded soldiers", "the injured", "12 injured", "was injured"."""
    if before == "d" and tokens[index - 1].word in grammar.words("pronominal") and after not in "Nu":
        return "r"
    if before == "c" and after in "xym":
        return NOUN
    if before == "o" and after not in "1dJ":
        return ATTRIBUTE if after in "NugA" else NOUN
    if before in "d'A" or (before in "po" and after in "Nug,;pc"):
        return ATTRIBUTE if after in "NugA" else NOUN
    if before in "cN,;0" and after == "N" and not tokens[index + 1].capital:
        return ATTRIBUTE if "-" in tokens[index].word else "r"
    return "r"


def _gerund_or_noun(tokens: Sequence[Token], index: int, before: str, after: str) -> str:
    if before in "xy":
        return "g"
    if tokens[index].word in grammar.words("ing_nouns") and after not in "1dJ":
        return NOUN
    if before in "d'A0" or after in "oxym":
        return ATTRIBUTE if after in "Nu" else NOUN
    if before in "poN" and after in "Nu" and not tokens[index + 1].capital:
        return ATTRIBUTE if lemmas.verb(tokens[index].word) in lemmas.verb_class("modifying") else "g"
    return NOUN if before in "po" and after in "cp,;" and tokens[index].word not in lemmas.forms() else "g"


def _predicate(tokens: Sequence[Token], index: int, before: str, after: str) -> str:
    if before in "Tmzj" and tokens[index].word in lemmas.forms():
        return VERB
    if after in "1d" and tokens[index].word in lemmas.forms() and tokens[index].word.endswith("ing"):
        return "g"
    if before in "d'A" or after in "Nu":
        return ATTRIBUTE if after in "Nu" else NOUN
    return "D"


def _past(tokens: Sequence[Token], index: int, before: str, after: str) -> str:
    return NOUN if before in "d'" and tokens[index - 1].word not in grammar.words("pronominal") else "v"


def _participle(tokens: Sequence[Token], index: int, before: str, after: str) -> str:
    if before in "d'" or (before in "po" and after in "Nu"):
        return ATTRIBUTE if after in "Nu" else NOUN
    return "q"


_DECIDE = {
    "u": _base_or_noun,
    "i": _invariant,
    "r": _past_or_attribute,
    "g": _gerund_or_noun,
    "D": _predicate,
    "v": _past,
    "q": _participle,
}
