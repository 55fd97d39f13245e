"""What a word is in its sentence: forms that can be noun or verb are decided by their neighbours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from claimcheck.extract.context.marks import CAPITAL, LONG, any_of
from claimcheck.extract.context.tokens import Tokens
from claimcheck.lexicon import grammar, lemmas, speakers, status

VERB, NOUN, ATTRIBUTE = "V", "N", "A"
_ENDS = ";"
TITLE_SHARE = 0.6


def letters(tokens: Tokens, *, title: bool) -> str:
    """One letter a token, ambiguous forms decided; in a title capitals say nothing."""
    code = list(tokens.letters)
    for found in _adjustable().finditer(tokens.letters):
        _adjust(tokens, code, found.start())
    raw = "".join(code)
    for found in _unsure().finditer(raw):
        index, letter = found.start(), found.group()
        before = code[index - 1] if index else _ENDS
        if before == "a" and index > 1 and code[index - 2] == "1":
            before = "1"  # a word like "more" behind a number does not part it from its verb
        named = tokens.capitals[index] and not title
        if letter in _DECIDE:
            after = raw[index + 1] if index + 1 < len(raw) else _ENDS
            code[index] = NOUN if named and before != _ENDS else _DECIDE[letter](tokens, index, before, after)
        elif letter == "a":
            if named and index and not tokens.words[index].endswith("day"):
                code[index] = NOUN
            elif before == "d" and not named and raw[index + 1 : index + 2] == NOUN:
                code[index] = ATTRIBUTE  # "an earlier toll"
        elif not _starts_infinitive(tokens, index):
            code[index] = "p"
    decided = "".join(code)
    return decided if _finite().search(decided) else _promote(tokens, decided)


@cache
def _unsure() -> re.Pattern[str]:
    """Letters that neighbours may change."""
    return re.compile("[uvrqgDiaT]")


@cache
def _adjustable() -> re.Pattern[str]:
    """Letters that the one before them, or one that changes itself, may make another: see `_adjust`."""
    counted = "".join(
        sorted({NOUN, *map(grammar.letter, grammar.words("trailing") | grammar.words("mostly"))})
    )
    return re.compile(
        rf"[rstNp{counted}]"  # one set in front lets the engine skip to it
        rf"(?:(?<=[uv]r)|(?<=.r)(?=[pT])|(?<=ys)|(?<=Nt)|(?<=[1,][{counted}])|(?<=[mxa]N)|(?<=1.N)|(?<=dp))"
    )


def _adjust(tokens: Tokens, raw: list[str], index: int) -> None:
    """Set the letters of a few words that their neighbours make another word: "more", "compared with", "got"."""
    letter, before = raw[index], raw[index - 1]
    word = tokens.words[index]
    if before == "1" and word in grammar.words("trailing"):
        raw[index] = "a"
    elif before == "d" and letter == "p" and word in grammar.words("conjunctive"):
        raw[index] = "A"
    elif letter == "t" and before == "N":
        if tokens.capitals[index] and tokens.words[index - 1] in speakers.words("titles"):
            raw[index] = NOUN  # "Ms April"
    elif letter == "s" and before == "y" and word in grammar.words("medial"):
        raw[index] = "a"
    elif letter == "N" and before == "m" and not tokens.capitals[index]:
        raw[index] = VERB
    elif before in "1," and word in grammar.words("mostly"):
        raw[index] = "p"
    elif letter == "N" and before in "xa" and _participle_after_be(tokens, raw, index):
        raw[index] = "r"
    elif (
        letter == "r" and word in grammar.words("comparing") and raw[index + 1 : index + 2] in (["p"], ["T"])
    ):
        raw[index] = "p"
    elif letter == "r" and before in "uv" and lemmas.verb(tokens.words[index - 1]) == "get":
        raw[index - 1] = "x"  # a passive: "got injured"


def _participle_after_be(tokens: Tokens, raw: Sequence[str], index: int) -> bool:
    """True for a participle that is an adjective elsewhere: "is limited"."""
    be = index - 1 if raw[index - 1] == "x" else index - 2
    return (
        be >= 0
        and raw[be] == "x"
        and tokens.words[index].endswith("ed")
        and tokens.words[index] in lemmas.forms()
    )


@cache
def _finite() -> re.Pattern[str]:
    return re.compile(r"[VvrqxyzmT]")


def _promote(tokens: Tokens, code: str) -> str:
    """In a sentence without a verb the first form in -s behind a singular noun is one: "the tool ships with 70"."""
    for index in range(1, len(code) - 1):
        letter = tokens.letters[index]
        if letter in "ui" and code[index] == NOUN and code[index - 1] in "N1" and not tokens.capitals[index]:
            word = tokens.words[index]
            third = lemmas.verb(word) != word or letter == "i"
            nounish = letter == "u" and _nounish(word)
            follows = "poab1d" if nounish else "poab1dNA"
            if third and not tokens.words[index - 1].endswith("s") and code[index + 1] in follows:
                return code[:index] + VERB + code[index + 1 :]
    return code


def is_title(tokens: Tokens) -> bool:
    """True where most words begin with a capital and no full stop ends them, as in headlines."""
    if sum(tokens.capitals) < 2 or tokens.words[-1] == ".":
        return False
    named, words = (len(any_of(bits).findall(tokens.marks)) for bits in (LONG | CAPITAL, LONG))
    return words >= 3 and named > TITLE_SHARE * words


def _starts_infinitive(tokens: Tokens, index: int) -> bool:
    """True where "to" stands before a base form, adverbs between allowed."""
    letters = tokens.letters
    for at in range(index + 1, min(index + 4, len(letters))):
        if letters[at] in "xyz":
            return tokens.words[at] in ("be", "have", "do")
        if letters[at] in "uriD":
            form = lemmas.forms().get(tokens.words[at])
            return form is not None and form[0] == tokens.words[at] and letters[index + 2 : index + 3] != "o"
        if letters[at] not in "an":
            return False
    return False


def _base_or_noun(tokens: Tokens, index: int, before: str, after: str) -> str:
    """ "strikes", "fire", "supports": verb behind a subject and before an object, noun behind a determiner."""
    if before in "Tmznjwe":
        return VERB
    if before == "k" and tokens.letters[index - 2 : index - 1] in ("N", "u"):
        return _base_or_noun(tokens, index - 1, NOUN, after)  # "the Watch however puts the toll"
    if before == "a" and index > 1:
        return _base_or_noun(tokens, index - 1, tokens.letters[index - 2], after) if index > 2 else NOUN
    if before == "d":
        word, determiner = tokens.words[index], tokens.words[index - 1]
        alone = determiner in grammar.words("pronominal")
        if determiner in grammar.words("plural") and lemmas.verb(word) != word:
            return NOUN  # "both sides": the verb of many has no -s
        return VERB if alone and after in "1dTJ" else NOUN
    if before == "0" and after == "1":
        return VERB
    if before in "pob0'Aq":
        return NOUN
    return _behind_noun(tokens, index, before, after)


def _behind_noun(tokens: Tokens, index: int, before: str, after: str) -> str:
    word = tokens.words[index]
    if before == "N" and tokens.words[index - 1] in grammar.words("adjective"):
        return NOUN
    base = lemmas.verb(word) == word
    plural = not base and _nounish(word)
    named = before == "N" and tokens.capitals[index - 1] and not base
    takes_object = after in ("1J" if plural and not named else "1dJhe") or (
        after == "N" and tokens.capitals[index + 1]
    )
    if before == "1" and base and (_perceived(tokens, index) or (after in "NA" and not _nounish(word))):
        return VERB
    if before == "1" and base and after in "rD" and word in lemmas.verb_class("becoming"):
        return VERB  # "four people remain missing"
    if (
        before == "1"
        and base
        and after in "pTaos,;"
        and _is_several(tokens, index - 1)
        and not _nounish(word)
    ):
        return VERB
    if before == "N" and after in "Nu" and _plural_behind(tokens, index) and _agrees(tokens, index, base):
        return VERB
    if named and after in "NuA" and not plural:
        return VERB
    if before in "NtAVvr1h":
        if takes_object or (after == "T" and lemmas.verb(word) in status.of("matrix")):
            return VERB
        tells = before == "N" and lemmas.verb(word) in lemmas.verb_class("telling")
        if tells and (
            after in "js" or (after == _ENDS and (not _nounish(word) or _told_by_name(tokens, index)))
        ):
            return VERB
        return VERB if before in "N1" and after in "pTaos" and _reports(tokens, index, base) else NOUN
    if before in "c,":
        apposed = before == "," and not base and _closes_apposition(tokens, index - 1)
        return VERB if after in "1d" and (apposed or _verb_before(tokens, index)) else NOUN
    return VERB if base and after in "1d" and before == _ENDS else NOUN


def _closes_apposition(tokens: Tokens, comma: int) -> bool:
    """True for the second comma of "the ship, Velt Star, carries"."""
    first = comma
    while first > 0 and tokens.capitals[first - 1] and tokens.letters[first - 1] == NOUN:
        first -= 1
    return 1 < first < comma and tokens.letters[first - 2 : first] == "N," and not tokens.capitals[first - 2]


def _told_by_name(tokens: Tokens, index: int) -> bool:
    """True for the verb behind a name that ends a sentence: "12 people died, RTV reports"."""
    first = index - 1
    while first > 0 and tokens.capitals[first]:
        first -= 1
    first -= first > 0 and tokens.letters[first] == "d"
    return first < index - 1 and tokens.letters[first] in ",1"


def _nounish(word: str) -> bool:
    return lemmas.verb(word) in lemmas.verb_class("nounish")


def _reports(tokens: Tokens, index: int, base: bool) -> bool:
    """True for a verb without an object: "the toll stands at", "the log rotates at", "fans start at"."""
    lemma = lemmas.verb(tokens.words[index])
    if lemma in lemmas.verb_class("level") and not base:
        return True
    if _nounish(lemma) or not _agrees(tokens, index, base):
        return False
    return base or index == 1 or tokens.letters[index - 2] == "d"


def _agrees(tokens: Tokens, index: int, base: bool) -> bool:
    """True where the number of the noun before fits the form: "insurers expect", "the tool skips"."""
    subject = tokens.words[index - 1]
    if tokens.letters[index - 1] == "1" and " " in subject:  # "four people"
        return (subject.partition(" ")[0] not in grammar.words("single")) == base
    return (subject.endswith("s") and lemmas.noun(subject) != subject) == base


def _plural_behind(tokens: Tokens, index: int) -> bool:
    """True where a bare plural follows, as objects in headlines do: "storm hits homes"."""
    word = tokens.words[index + 1]
    return word.endswith("s") and lemmas.noun(word) != word and not _nounish(tokens.words[index])


def _is_several(tokens: Tokens, index: int) -> bool:
    """True for a bare number of several, which no noun without -s follows: "Two die in fire"."""
    word = tokens.words[index]
    return " " not in word and word not in grammar.words("single")


def _perceived(tokens: Tokens, index: int) -> bool:
    """True for a verb behind the object of a verb of perception: "saw 3 boats capsize"."""
    return index > 1 and lemmas.verb(tokens.words[index - 2]) in lemmas.verb_class("perception")


def _invariant(tokens: Tokens, index: int, before: str, after: str) -> str:
    """ "hit", "hurt", "cut": base, past and participle in one."""
    if before in "xy1a" or (before in "N,;" and after == "b"):
        return "r"
    if before == "c" and _verb_before(tokens, index):
        return "r"
    if before == "N" and after == "N" and _plural_behind(tokens, index):
        return VERB
    if before == "N" and after == "j" and tokens.words[index] in speakers.words("giving"):
        return VERB  # "the observatory put it at 6.4"
    return _base_or_noun(tokens, index, before, after)


def _verb_before(tokens: Tokens, index: int) -> bool:
    return any(letter in "uvrmxyz" for letter in tokens.letters[max(0, index - 12) : max(0, index - 1)])


def _past_or_attribute(tokens: Tokens, index: int, before: str, after: str) -> str:
    """ "the wounded soldiers", "the injured", "12 injured", "was injured"."""
    if before == "d" and tokens.words[index - 1] in grammar.words("pronominal") and after not in "Nu":
        return "r"
    if before == "c" and after in "xym":
        return NOUN
    if before == "o" and after not in "1dJ":
        return ATTRIBUTE if after in "NugA" else NOUN
    if before in "d'A" or (before in "po" and after in "Nug,;pc"):
        return ATTRIBUTE if after in "NugA" else NOUN
    if before in "cN,;0" and after == "N" and not tokens.capitals[index + 1]:
        return ATTRIBUTE if "-" in tokens.words[index] else "r"
    return "r"


def _gerund_or_noun(tokens: Tokens, index: int, before: str, after: str) -> str:
    if before in "xy":
        return "g"
    if tokens.words[index] in grammar.words("ing_nouns") and after not in "1dJ":
        return NOUN
    if before in "d'A0" or after in "oxym":
        return ATTRIBUTE if after in "Nu" else NOUN
    if before in "poN" and after in "Nu" and not tokens.capitals[index + 1]:
        return ATTRIBUTE if lemmas.verb(tokens.words[index]) in lemmas.verb_class("modifying") else "g"
    return NOUN if before in "po" and after in "cp,;" and tokens.words[index] not in lemmas.forms() else "g"


def _predicate(tokens: Tokens, index: int, before: str, after: str) -> str:
    if before in "Tmzj" and tokens.words[index] in lemmas.forms():
        return VERB
    if after in "1d" and tokens.words[index] in lemmas.forms() and tokens.words[index].endswith("ing"):
        return "g"
    counted = before == "1" and " " in tokens.words[index - 1]
    if not counted and (before in "d'A" or after in "Nu"):
        return ATTRIBUTE if after in "Nu" else NOUN
    return "D"  # "left 12 people dead state media reported"


def _past(tokens: Tokens, index: int, before: str, after: str) -> str:
    return NOUN if before in "d'" and tokens.words[index - 1] not in grammar.words("pronominal") else "v"


def _participle(tokens: Tokens, index: int, before: str, after: str) -> str:
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
