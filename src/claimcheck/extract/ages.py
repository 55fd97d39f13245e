"""Numbers that are ages, and what a rate is counted by."""

from __future__ import annotations

import re
from functools import cache

from msgspec.structs import replace

from claimcheck.extract.around import Around
from claimcheck.extract.number import Number
from claimcheck.extract.trie import phrases, trie
from claimcheck.extract.units import Measure
from claimcheck.lexicon import dates, grammar, lemmas, numbers, plurals, units
from claimcheck.lexicon.measures import measures

_OLD = re.compile(r"[\s-]olds?\b|\s+of\s+age\b")
_NAME_BEFORE = re.compile(r"[A-Z][\w'’-]+\.?,?\s$")
_AT_OPENING = re.compile(r"(?:^|[.!?\n]\s*)At\s$")
_TURNING = ("turn ", "turned ", "turns ")
_OLDEST = 110
_REST = 300  # code points behind an age in which words put it long ago
_NAME_LENGTH = 40  # code points in front of a number


@cache
def _aged() -> re.Pattern[str]:
    words, bounds = trie(measures().age.words), phrases(measures().age.bounds)
    return re.compile(rf"\b{words}(?:\s+(?:is|was))?(?:\s+{bounds})?\s*$")


def aged(around: Around) -> bool:
    """True where "aged", "under the age of" and the like stand right before the number."""
    if "age" in around.left[-24:] and _aged().search(around.left):
        return True
    if around.previous in measures().age.beyond and _of_some().search(around.left):
        return True  # "900 of them were under 18"
    words = around.left_words[-2:] if around.previous in ("over", "than", "under") else []
    if len(words) < 2:
        return False
    age = measures().age
    return words[0] in (
        age.compared if words[1] == "than" else age.young
    )  # "younger than 5", "children under 12"


@cache
def _of_some() -> re.Pattern[str]:
    age = measures().age
    whom, are, beyond = trie(age.some), grammar.pattern("finite_be"), trie(age.beyond)
    return re.compile(rf"\bof\s{whom}\s{are}\s(?:[a-z]+\s)?{beyond}\s*$")


def read_age(around: Around, measure: Measure) -> Measure | None:
    """The measure as an age where "old" or "aged" stands beside a time unit."""
    old = _OLD.match(around.low, measure.end, around.ceiling)
    if old is not None:
        return replace(measure, kind="age", end=old.end())
    return replace(measure, kind="age") if aged(around) else None


def person_age(around: Around, number: Number) -> bool:
    """ "Ahmed, 24, said", "She was 75.", "the patient, 67, lost": a bare number of years behind a person."""
    if number.form not in ("digits", "words") or number.value is None or not 1 <= number.value <= _OLDEST:
        return False
    if number.value % 1 or not around.left or around.left.isspace():
        return False
    left = around.cased[-_NAME_LENGTH:]
    if _of_person(around, number.end) or _in_pair(around, number.end):
        return True
    if _closes(around, number.end) and (_was().search(left) or _behind_person(around)):
        return True
    if _dies_at(around, left) or _lives_on(around, number.end, left) or _turns(around, number.end, left):
        return True
    if number.form == "words" or not left.endswith(" "):
        return False
    after = _name_after().match(around.low, number.end, around.ceiling)
    if after is None or not (left.endswith(", ") or after.group().strip() not in (",", ";")):
        return False
    return _NAME_BEFORE.search(left) is not None or _still().search(left) is not None


def _turns(around: Around, end: int, left: str) -> bool:
    """ "Ana Brook, who turned 26 in January", "she turns 40 next week"; not "turned 26 of them away"."""
    if not around.left.endswith(_TURNING):
        return False
    told = _turned().search(left)
    return told is not None and _some_time().match(around.low, end, around.ceiling) is not None


@cache
def _turned() -> re.Pattern[str]:
    return re.compile(
        r"(?:\b(?:[Hh]e|[Ss]he|who)|[A-Z][\w'’-]+\s[A-Z][\w'’-]+)\s(?:(?:had|has|will)\s)?turn(?:s|ed)?\s$"
    )


@cache
def _some_time() -> re.Pattern[str]:
    """When it was, or nothing more."""
    when = trie((*dates.months(), *dates.weekdays(), *measures().age.days))
    return re.compile(rf"(?:\s(?:in|on))?\s{when}\b|[.,;)](?!\d)|$")


@cache
def _still() -> re.Pattern[str]:
    """ "Ana Brook, now 26, won" """
    return re.compile(rf"[A-Z][\w'’-]+\s[A-Z][\w'’-]+,\s{trie(measures().age.still)}\s$")


def _closes(around: Around, end: int) -> bool:
    """True where a mark that parts clauses, or nothing, follows."""
    following = around.low[end : min(end + 2, around.ceiling)]
    if following in ("", "\n"):
        return end + len(following) == around.ceiling
    return following[0] in ".,;" and not following[1:].isdecimal()


def _lives_on(around: Around, end: int, left: str) -> bool:
    """ "Ana Brook was 76 and had taught"; not where the sentence goes on to a time long ago."""
    if _was_named().search(left) is None:
        return False
    goes_on = _goes_on().match(around.low, end, min(end + _REST, around.ceiling))
    return goes_on is not None and not goes_on["then"]


@cache
def _was() -> re.Pattern[str]:
    return re.compile(rf"(?:\b(?:[Hh]e|[Ss]he|who)\s+(?:{_copula()})|{_was_named().pattern[:-1]})$")


@cache
def _was_named() -> re.Pattern[str]:
    return re.compile(rf"[A-Z][\w'’-]+\s[A-Z][\w'’-]+,?\s+(?:{_copula()})$")


def _copula() -> str:
    return rf"{trie(measures().age.copulas)}\s"


@cache
def _ranked() -> re.Pattern[str]:
    """ "at 57 the oldest of the eleven" """
    return re.compile(rf",?\s(?:(?:the|{grammar.pattern('possessive')})\s)?{trie(measures().age.ranks)}\b")


@cache
def _goes_on() -> re.Pattern[str]:
    """What is said of a person behind an age, and words that put it long ago."""
    age = measures().age
    return re.compile(
        rf"\s(?:and|but)\s{trie(age.living)}\b[^.!?\n]*?(?:(?P<then>\b(?:{trie(age.back_then)}|[12]\d{{3}})\b)|(?=[.!?\n]|$))"
    )


def _dies_at(around: Around, left: str) -> bool:
    """ "died at 75", "At 55, he", "At 55 he is"; none in "put the dead at 60", "the number of dead at 60"."""
    if not left.endswith(("at ", "At ")):
        return False
    if _ranked().match(around.low, around.end):
        return True
    if _AT_OPENING.search(left):
        return _person_behind().match(around.low, around.end) is not None
    words = around.left_words
    return len(words) > 1 and words[-2] in measures().age.deaths and words[-3:-2] not in (["of"], ["the"])


@cache
def _person_behind() -> re.Pattern[str]:
    he = grammar.pattern("one_person")
    return re.compile(rf",\s+(?:{he}|her|his)\b|\s{he}\s{trie(measures().age.now)}\b")


def _behind_person(around: Around) -> bool:
    """ "the patient, 67,", "the eldest brother was 41," "the sister 38.", "two sisters, both 38."."""
    words = [word.strip(",") for word in around.left.rsplit(None, 2)[-2:]]
    persons = measures().age.persons
    if words[-1] in measures().age.pair:
        return len(words) == 2 and around.left.rstrip().endswith(f", {words[-1]}")
    return words[-1] in persons or (len(words) == 2 and words[0] in persons and words[1] in ("was", "is"))


def _of_person(around: Around, end: int) -> bool:
    """ "A Danish woman of 35 and", "a man of 34,"; none for "a mother of 12"."""
    if around.previous != "of":
        return False
    match = _described().search(around.left)
    whom = match["whom"] if match is not None else None
    age, parents = measures().age, measures().parent.words
    national = _national().search(around.cased) is not None
    if not national and (whom not in age.persons or whom in parents):
        return False
    plain = national or whom in age.plain
    after = _of_person_after().match(around.low, end)
    if after is None:
        return plain and _acted(around, end)
    return after["placed"] is None or plain  # "the killer of 12 in Orl", "a man of 38 in Orl"


def _acted(around: Around, end: int) -> bool:
    """True where a verb in the past stands behind: "a woman of 35 drowned", "a boy of 16 Ali died"."""
    word = _next_word().match(around.text, end)
    return word is not None and lemmas.is_past(word["word"])


@cache
def _next_word() -> re.Pattern[str]:
    ends = trie((*grammar.words("preposition"), "after", "before", "when", "while"))
    return re.compile(rf"(?:\s[A-Z][a-z]+){{0,2}}\s(?P<word>[a-z]+)(?=[.,;:)]|$|\s{ends}\b)")


@cache
def _described() -> re.Pattern[str]:
    return re.compile(r"\b(?:an?|the|another)\s(?:[\w-]+\s){0,2}(?P<whom>\w+)\sof\s$")


@cache
def _national() -> re.Pattern[str]:
    """ "a Ukrainian of 31" """
    endings = trie(measures().age.national)
    return re.compile(rf"\b(?:[Aa]n?|[Aa]nother|[Tt]he)\s[A-Z][a-z]+{endings}\sof\s$")


@cache
def _of_person_after() -> re.Pattern[str]:
    placed = trie(grammar.words("preposition"))
    return re.compile(rf"[.,;)](?!\d)|\s(?:and\s(?:an?|the|his|her)|{_tells()}|(?P<placed>{placed}))\b")


def _in_pair(around: Around, end: int) -> bool:
    """ "Two women, 91 and 88, died", "two brothers, nine and 12."."""
    if around.previous != "and" and not around.left.endswith(", "):
        return False
    match = _pair().search(around.left)
    if match is None:
        return False
    whom = plurals.singular(match["whom"]) or match["whom"].removesuffix("s")
    if whom not in measures().age.persons:
        return False
    return (_second() if match["first"] is None else _closing()).match(around.low, end) is not None


@cache
def _pair() -> re.Pattern[str]:
    return re.compile(r"\b(?:two|2|both)\s(?:[\w-]+\s){0,2}(?P<whom>\w+),\s(?:(?P<first>[\w-]+)\sand\s)?$")


@cache
def _second() -> re.Pattern[str]:
    number = trie(tuple(numbers.words()))
    return re.compile(rf"\sand\s(?:\d{{1,3}}|{number})(?:[.;)]|,\s)")


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(r"[.;)]|,\s")


@cache
def _name_after() -> re.Pattern[str]:
    return re.compile(rf"[,;]\s(?!\d)|\s{_tells()}\b")


def _tells() -> str:
    """A verb that goes on telling of a person."""
    return trie((*measures().age.speaking, *measures().age.being))


@cache
def _per() -> re.Pattern[str]:
    rate = measures().rate
    counted = trie(rate.counted)
    articled, every, ago = "|".join(rate.articled), "|".join(rate.every), trie(rate.dated)
    return re.compile(
        rf"""
        \s?(?:/|per\s+|an?\s+(?=(?:{articled})\b(?!\s+(?:{ago})\b))|(?:each|every)\s+(?=(?:{every})\b)|for\s+every\s+(?=1[\d,]*0\b))
        (?P<base>(?:square|cubic)\s+\w+|[\d,]+\s+{counted}|1[\d,]*0(?:\s+(?:live\s+)?[a-z]{{3,}}s\b)?|[a-z]+)
        |\s(?P<adverb>{"|".join(rate.adverbs)})\b
        """,
        re.VERBOSE,
    )


def read_rate(around: Around, end: int) -> tuple[str, int] | None:
    """What a rate is counted by and where its words end: "per hour", "a day", "/s"."""
    match = _per().match(around.low, end, around.ceiling)
    if match is None:
        return None
    if match["adverb"]:
        return measures().rate.adverbs[match["adverb"]], match.end()
    base = match["base"]
    unit = units.by_word().get(base) or units.by_symbol().get(base) or units.by_tight().get(base)
    return (unit.symbol if unit is not None else base, match.end())
