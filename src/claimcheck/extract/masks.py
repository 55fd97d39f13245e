"""Masks: numbers that are dates, times, ordinals, names, references, scores or idioms, not quantities."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.extract.around import Around
from claimcheck.extract.number import Number
from claimcheck.lexicon import dates, nounphrase
from claimcheck.lexicon.masks import before, masks

_YEARS = range(1500, 2101)
_DAY = range(1, 32)
_PHONE = re.compile(r"(?:\+\d{1,3}|\(\+?\d{1,5}\))[\s\d()/-]*$")
_YEAR_CUE = frozenset(
    "in since of from until till by before after during late early mid year spring summer autumn fall winter between to around through and circa ca. late- © copyright".split()
)
_DIGITS = re.compile(r"\d+")
_SCORE = re.compile(r"(?P<first>\d{1,3})\s?[-–]\s?(?P<second>\d{1,3})(?![\d,.]\d)")
_HALF_PAST = re.compile(r"\s+(?:past|to)\s+(?:\w+)")
_HALF_BEFORE = re.compile(r"(?:half|quarter|minutes?|five|ten|twenty)\s+(?:past|to)\s+$")
_ID_DIGITS = 7


@cache
def _after() -> re.Pattern[str]:
    rows = masks().after
    return re.compile("|".join(f"(?P<m{i}>{row.pattern})" for i, row in enumerate(rows)))


def early_mask(around: Around, number: Number) -> str | None:
    """The mask that takes a number before its unit and noun are looked for; None lets it pass."""
    if number.form == "digits":
        return (
            _glued(around, number)
            or _behind(around, number)
            or _date(around, number)
            or _reference(around, number)
            or _phone(around)
        )
    if number.form in ("words", "share"):
        return _spelled(around, number)
    return None


def _glued(around: Around, number: Number) -> str | None:
    """ "A320", "COVID-19", "v4.2", "peaceful99", "mid-2016"."""
    joined = around.glued_left().rstrip("(\"'“‘[")
    if not joined:
        return None
    body = joined.rstrip("-–—/.$£€¥₹~<>≤≥=+−±:")
    word = re.split(r"[^a-z]", body)[-1] if body else ""
    rows = masks().glued
    if not word or joined.endswith(("—", "–")):
        return "id" if joined[-1:] == "#" else ("reference" if joined[-1:] in "§№" and joined else None)
    if len(joined) > len(body):
        if word in rows["quantity"] or word in dates.months():
            return None
        if word in rows["year"]:
            return "year"
        return (
            "name"
            if joined[-1] in "-/." and not joined.endswith(".-") and body[-1:].isalpha() and joined[-1] != "/"
            else None
        )
    return "name" if not _money_letters(body) else None


def _money_letters(body: str) -> bool:
    from claimcheck.lexicon import money

    word = re.split(r"[^a-z]", body)[-1]
    forms = {
        form.lower().rstrip(".") for form in (*money.by_prefix(), *money.by_code(), *money.by_tight_prefix())
    }
    return word in forms


def _behind(around: Around, number: Number) -> str | None:
    match = _after().match(around.low, number.end, around.ceiling)
    if match is not None and match.lastgroup is not None:
        reason = masks().after[int(match.lastgroup[1:])].reason
        if reason == "date" and match.group()[0] in " ,\t\n" and not _is_day(number):
            return None
        if reason == "time" and match.group()[0] in ":" and number.end - number.start > 2:
            return None
        if (
            reason == "year"
            and number.value is not None
            and not (number.value in _YEARS or number.value % 10 == 0)
        ):
            return None
        return reason
    following = around.low[number.end : number.end + 2]
    if number.scaled or not following[:1].isalpha():
        return None
    return None


def _is_day(number: Number) -> bool:
    return number.value is not None and number.value in _DAY


def _date(around: Around, number: Number) -> str | None:
    previous = around.previous.rstrip(".")
    value = number.value
    if value is None or number.scaled or number.value != int(value):
        return None
    if previous in dates.months() and around.previous_is_name():
        if value in _YEARS:
            return "date"
        if value in _DAY and not _counted_after(around, number, preposition="in"):
            return "date"
        if re.fullmatch(r"[0-3]\d[12]\d{3}", around.low[number.start : number.end]):
            return "date"
    if previous in dates.weekdays() and around.previous_is_name() and _is_day(number):
        return None if _noun_follows(around, number) else "date"
    return None


def _counted_after(around: Around, number: Number, preposition: str) -> bool:
    """ "In May 12 people": a lost comma, not the twelfth of May."""
    words = around.left_words
    return len(words) > 1 and words[-2] == preposition and _noun_follows(around, number)


def _noun_follows(around: Around, number: Number) -> bool:
    token = around.token(number.end)
    return token is not None and token.is_word and nounphrase.is_plural(token.text.lower())


def _reference(around: Around, number: Number) -> str | None:
    previous = around.previous
    return before(always=True).get(previous) if previous else None


def _phone(around: Around) -> str | None:
    left = around.left.rstrip(" -")
    if left[-1:].isdigit() or left[-1:] == ")" or left[-1:] == "+":
        return "phone" if _PHONE.search(around.left) else None
    return None


def _spelled(around: Around, number: Number) -> str | None:
    low, previous = around.low, around.previous
    word = low[number.start : number.end]
    if number.form == "words" and number.value == 1 and word == "one":
        return _one(around, number)
    if _HALF_BEFORE.search(around.left) or low.startswith((" o'clock", " o’clock"), number.end):
        return "time"
    if word == "half" or word.endswith("quarter"):
        return _half(around, number, word, previous)
    if (
        number.form == "share"
        and word.endswith(("third", "fourth", "fifth", "quarter"))
        and word.startswith("a")
    ):
        token = around.token(number.end)
        if (
            token is not None
            and token.is_word
            and token.text.lower() not in ("of", "to", "from", "in", "by", "and", "less", "more", "or")
        ):
            return "ordinal" if not _unit_word(token.text) else None
    if (
        around.text[number.start].isupper()
        and around.previous_is_name()
        and number.value is not None
        and number.value < 100
    ):
        return _proper(around, number)
    reason = before(always=True).get(previous) if previous else None
    if reason is not None:
        return reason
    if number.form == "words" and number.value is not None and number.value in _YEARS and not number.scaled:
        return "year"
    return _behind(around, number)


def _unit_word(text: str) -> bool:
    from claimcheck.lexicon import units

    return text.lower() in units.by_word()


def _half(around: Around, number: Number, word: str, previous: str) -> str | None:
    if _HALF_PAST.match(around.low, number.end):
        return "time"
    if word == "half" and previous in (
        "first",
        "second",
        "final",
        "opening",
        "latter",
        "other",
        "better",
        "last",
        "next",
        "one",
        "each",
    ):
        return "ordinal"
    if around.low[number.end : number.end + 1] == "-" and word == "half":
        joined = around.token(number.end + 1)
        return None if joined is not None and _unit_word(joined.text.split("-")[0]) else "idiom"
    if word == "half":
        token = around.token(number.end)
        following = token.text.lower() if token is not None else ""
        if following in ("time", "way", "measures", "brother", "sister", "board"):
            return "idiom"
    return None


def _proper(around: Around, number: Number) -> str | None:
    """ "the Big Four", "Formula One": a number in a name; headlines write every word like that."""
    text = around.text
    line_start = max(text.rfind("\n", 0, number.start) + 1, around.floor)
    words = [w for w in text[line_start : number.start].split() if w[:1].isalpha()]
    lower = [w for w in words if w[0].islower() and len(w) > 3]
    following = around.token(number.end)
    behind = following is not None and following.is_word and following.text[:1].islower()
    return (
        "name"
        if lower
        and (behind or following is None or not following.is_word)
        and not _noun_follows(around, number)
        else None
    )


def _one(around: Around, number: Number) -> str | None:
    """Why "one" is no count here, or None where it is one."""
    rows = masks().one
    previous = around.previous
    following = around.token(number.end)
    if around.low[number.end : number.end + 1] == "-":
        joined = around.token(number.end + 1)
        return (
            None
            if joined is not None and (_unit_word(joined.text.split("-")[0]) or "-old" in joined.text)
            else "idiom"
        )
    if previous in rows["before"] or around.low[max(0, number.start - 1) : number.start] == "-":
        return "idiom"
    if previous in rows["counting"] or _hedged(around):
        return None
    if following is None or not following.is_word:
        return "idiom"
    word = following.text.lower()
    if word == "of":
        return _one_of(around, following.end)
    if word in rows["after"] or word in nounphrase.stops() or word.endswith("ly"):
        return "idiom"
    return None


def _hedged(around: Around) -> bool:
    return around.left.rstrip().endswith(
        ("at least", "more than", "nearly", "about", "around", "almost", "fewer than", "only")
    )


def _one_of(around: Around, at: int) -> str | None:
    """ "one of the bombs" counts; "one of a kind", "one of the worst" do not."""
    token = around.token(at)
    if token is None or token.text.lower() not in (
        "the",
        "its",
        "their",
        "these",
        "those",
        "his",
        "her",
        "our",
    ):
        return "idiom" if token is None or token.text.lower() not in ("them", "those") else None
    token = around.token(token.end)
    if token is None or not token.is_word:
        return None
    word = token.text.lower()
    if word in masks().one["superlative"] or (word.endswith("est") and len(word) > 5):
        return "idiom"
    return None


def late_mask(around: Around, number: Number, *, has_unit: bool, noun: str | None) -> str | None:
    """The mask that takes a number once it is known whether a unit or noun goes with it."""
    if number.form != "digits" or number.scaled:
        return None
    surface = around.low[number.start : number.end]
    return (
        _year(around, number, surface, has_unit=has_unit, noun=noun)
        or _named(around, number, has_unit=has_unit, noun=noun)
        or _score(around, number, has_unit=has_unit, noun=noun)
        or _identifier(around, surface, has_unit=has_unit, noun=noun)
        or _clock(around, number, has_unit=has_unit, noun=noun)
    )


def _year(around: Around, number: Number, surface: str, *, has_unit: bool, noun: str | None) -> str | None:
    if len(surface) != 4 or not surface.isdigit() or number.value not in _YEARS or has_unit:
        return None
    plural_next = _noun_follows(around, number)
    if around.previous in _YEAR_CUE and not (
        plural_next and around.previous not in ("in", "since", "during", "of")
    ):
        return "year" if not (plural_next and around.previous in ("of", "and", "to", "from", "by")) else None
    if plural_next and not 1900 <= int(surface) <= 2100:
        return None
    if plural_next and noun is not None:
        return None
    if number.value >= 1800 or noun is None:
        return "year" if number.value >= 1800 or around.previous in _YEAR_CUE else None
    return None


def _named(around: Around, number: Number, *, has_unit: bool, noun: str | None) -> str | None:
    """ "Apollo 13", "Hill 60": a name with a number; a counted noun behind it makes it a quantity."""
    previous = around.previous
    if has_unit or not previous or around.left[-1:] not in " \u00a0\n-":
        return None
    if around.left_words and around.left_words[-1][-1:] in ',;:.!?)"”':
        return None
    reason = before(always=False).get(previous)
    capital = around.previous_is_name()
    if reason is not None and (noun is None or (capital and not _sentence_start(around))):
        return reason
    if not capital or noun is not None or not previous[-1:].isalpha():
        return None
    if (
        previous in nounphrase.stops()
        or previous in dates.weekdays()
        or _headline(around)
        or previous.endswith(("ing", "ed", "s'"))
    ):
        return None
    if _said_follows(around, number):
        return None
    return "name"


_SAID = re.compile(r",?\s+(?:said|says|told|who|was|has|had|a)\b")


def _said_follows(around: Around, number: Number) -> bool:
    """ "Ahmed 24 said": an age behind a name."""
    return number.value is not None and 5 <= number.value <= 110 and bool(_SAID.match(around.low, number.end))


def _sentence_start(around: Around) -> bool:
    return len(around.left_words) < 2 or around.left_words[-2][-1:] in '.!?"”'


def _headline(around: Around) -> bool:
    """True in a line where most words carry a capital."""
    words = around.text[around.floor : min(around.ceiling, around.floor + 160)].split("\n")[0].split()
    words = [w for w in words if w[0].isalpha() and len(w) > 3]
    return (
        around.ceiling - around.floor < 160
        and len(words) > 2
        and sum(w[0].isupper() for w in words) >= 0.7 * len(words)
    )


def _score(around: Around, number: Number, *, has_unit: bool, noun: str | None) -> str | None:
    """ "2-1", "50-50"; a rising pair in front of a plural or unit is a range and passes."""
    low = around.low
    match = _SCORE.match(low, number.start)
    if match is None:
        left = re.search(r"(\d{1,3})[-–]$", around.left)
        if left is None or number.value is None:
            return None
        rising = int(left[1]) < number.value
        return None if rising and (has_unit or noun is not None) else "score"
    if match.start("second") != match.end("first") + 1:
        return None
    token = around.token(match.end())
    rising = int(match["first"]) < int(match["second"])
    plural = token is not None and (
        not token.is_word
        or nounphrase.is_plural(token.text.lower())
        or _unit_word(token.text)
        or token.text[:1] in "%kmcG"
    )
    if rising and token is not None and (plural or low[match.end() : match.end() + 1] in "%x-"):
        return None
    return None if rising and token is not None and _scale_word(token.text) else "score"


def _scale_word(text: str) -> bool:
    from claimcheck.lexicon.numbers import numbers

    return text.lower() in numbers().scales or text.lower() in numbers().short_scales


def _identifier(around: Around, surface: str, *, has_unit: bool, noun: str | None) -> str | None:
    """Leading zeros and long bare digit strings."""
    if has_unit:
        return None
    if len(surface) > 1 and surface[0] == "0" and surface.isdigit():
        return "id"
    return (
        "id"
        if noun is None and surface.isdigit() and len(surface) >= _ID_DIGITS and set(surface[-3:]) != {"0"}
        else None
    )


_AT = re.compile(r"\b(?:at|until|till|by)\s+$")


def _clock(around: Around, number: Number, *, has_unit: bool, noun: str | None) -> str | None:
    """ "every Monday at 7": an hour of the day."""
    if (
        has_unit
        or noun is not None
        or number.value is None
        or number.value > 24
        or number.value != int(number.value)
    ):
        return None
    if "." in around.low[number.start : number.end] or not around.left.endswith("at "):
        return None
    words = around.left_words
    timed = any(
        word.strip(",") in dates.weekdays() or word in ("starts", "begins", "open", "opens", "meet", "closes")
        for word in words[-5:]
    )
    return "time" if timed else None
