"""Spelled numbers that are pronouns, idioms, ordinals, clock times or names."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.extract.around import Around, Token
from claimcheck.extract.number import Number, is_year
from claimcheck.lexicon import dates, grammar, lemmas, masks, nounphrase, units
from claimcheck.lexicon.numbers import numbers, words
from claimcheck.lexicon.patterns import alternatives

_OF_DAY = re.compile(
    r"(?:\s+thirty)?\s+(?:in\s+the\s+(?:early\s+)?(?:morning|afternoon|evening)|at\s+night)\b"
)
_HOURS = 12
_HALF_AN_HOUR = 30  # minutes


@cache
def _hour() -> str:
    """A regex for a number from one to twelve."""
    table = numbers()
    spelled = [word for word, value in (table.ones | table.teens).items() if 1 <= value <= _HOURS]
    return rf"(?:{'|'.join(spelled)}|1[0-2]|[1-9])\b(?![,.]\d)"


@cache
def _past() -> re.Pattern[str]:
    return re.compile(rf"\s+past\s+{_hour()}|\s+to\s+{_hour()}(?=[\s.,;]*(?:$|in\s+the|on\s|and\s|[.,;]))")


@cache
def _to_number() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:and|to)\s+(?:\d|{_hour()})")


def _ends_in(around: Around, cue: str) -> bool:
    """True where the word before the one right before a number, or its last part, is such a cue."""
    words = re.split(r"[\s-]+", around.left.rstrip())
    return len(words) > 1 and words[-2] in masks.masks().cues[cue]


def spelled_mask(around: Around, number: Number) -> str | None:
    """The mask that takes a spelled number; None lets it pass."""
    word = around.low[number.start : number.end]
    if leaves_out(around) or (word in numbers().scales and around.left[-1:] == "("):
        return "idiom"  # "all but two"; "Output (million tonnes)"
    if word == "one":
        return _one(around, number)
    if word in numbers().times:
        return _multiple(around, number)
    if around.previous == "or" and _ends_in(around, "or_two"):
        return "idiom"
    if told_hour(around, number) or told_minutes(around, number):
        return "time"
    if number.form == "share" or word == "half":
        return _share(around, number, word)
    if (
        around.text[number.start].isupper()
        and number.value is not None
        and number.value < 100
        and _in_name(around, number)
    ):
        return "name"
    if (is_year(number.value) and not number.scaled) or _short_year(around, number, word):
        return "year"
    return None


def _short_year(around: Around, number: Number, word: str) -> bool:
    """ "in sixty-seven, when", against "one in sixty-seven."."""
    if word not in dates.short_years() or around.previous != "in":
        return False
    lead = around.left_words[-2:-1]
    counted = bool(lead) and (lead[0] in words() or lead[0][-1:].isdigit())
    return not counted and _ends().match(around.low, number.end) is not None


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(r"\s*(?:[,.;:!?)]|\n|$)")


def leaves_out(around: Around) -> bool:
    """True for "all but two": the figure says how many are not meant."""
    if around.previous != "but":
        return False
    phrases = tuple(f" {phrase}" for phrase in masks.masks().cues["all_but"])
    return f" {around.left}".rstrip().endswith(phrases)


def told_hour(around: Around, number: Number) -> bool:
    """True for the hour of "half past seven", "half past 7", "by nine in the morning"."""
    past = around.previous in _turns() and _ends_in(around, "to_hour")
    before = around.previous in masks.masks().cues["before_hour"]
    of_day = before and _OF_DAY.match(around.low, number.end) is not None
    return (past or of_day) and _is_hour(around, number)


def _turns() -> frozenset[str]:
    return masks.masks().cues["hour_passed"] | masks.masks().cues["hour_to_come"]


def told_minutes(around: Around, number: Number) -> bool:
    """True for the minutes of "ten past two", "at twenty to three", "sixteen minutes to eight"."""
    match = _minutes().match(around.low, number.end)
    if match is None or number.value is None or number.value >= _HALF_AN_HOUR:
        return False
    token = around.token(match.end())
    counts = token is not None and (token.low in numbers().scales or nounphrase.is_plural(token.low))
    led = bool(match["minutes"]) or around.previous in masks.masks().cues["at_hour"]
    return not counts and (match["past"] is not None or led)


@cache
def _minutes() -> re.Pattern[str]:
    cues = masks.masks().cues
    minutes, past, to = (alternatives(cues[name]) for name in ("minutes", "hour_passed", "hour_to_come"))
    return re.compile(rf"(?P<minutes>\s+{minutes})?\s+(?:(?P<past>{past})|{to})\s+{_hour()}(?!-)")


def _is_hour(around: Around, number: Number) -> bool:
    """ "ten to six" against "five to six thousand" and "five to six people"."""
    token = around.token(number.end)
    counts = token is not None and nounphrase.is_plural(token.low)
    return number.value is not None and number.value <= _HOURS and not counts


def _multiple(around: Around, number: Number) -> str | None:
    """ "twice the limit" is a multiple; "shot twice" tells how often."""
    token = around.token(number.end)
    return None if token is not None and token.low in masks.masks().cues["multiple_after"] else "idiom"


def _share(around: Around, number: Number, word: str) -> str | None:
    """ "half past eight", "the first half", "a third attack"."""
    if word in ("half", "quarter", "a quarter", "a half") and _past().match(around.low, number.end):
        return "time"
    if word.endswith(("half", "quarter")) and _is_parted(around, number):
        return None  # "a quarter-point cut", "a half-year lag"
    token = around.token(number.end)
    following = token.low if token is not None and token.is_word else ""
    if word == "half":
        return _half(around, number, following)
    if around.low[number.end : number.end + 1] == "-" and not (
        following and following.split("-")[0] in units.by_word()
    ):
        return "ordinal"
    if word.startswith("a ") and not following and "quarter" not in word:
        return None if around.previous in masks.masks().cues["fraction_before"] else "ordinal"
    if word.startswith(("a ", "an ")) and following and following not in masks.masks().cues["fraction_after"]:
        return None if following in units.by_word() or following.endswith("ly") else "ordinal"
    return None


def _is_parted(around: Around, number: Number) -> bool:
    """ "a quarter-point cut": a unit is joined to the fraction."""
    token = around.token(number.end + 1) if around.low.startswith("-", number.end) else None
    unit = token.low.split("-")[0] if token is not None else ""
    return unit in units.by_word() or unit in masks.masks().cues["parted"]


def _half(around: Around, number: Number, following: str) -> str | None:
    if around.previous in masks.masks().cues["half_before"]:
        return "ordinal"
    if around.previous == "the" and following in masks.masks().cues["half_meant"]:
        return "ordinal"  # "in the half that was left"; "half that number" is a share
    if around.low[number.end : number.end + 1] == "-":
        joined = around.token(number.end + 1)
        parts = joined.low.removeprefix("an-").removeprefix("a-").split("-") if joined is not None else [""]
        return None if parts[0] in units.by_word() else "idiom"
    return "idiom" if following in masks.masks().cues["half_after"] else None


def _in_name(around: Around, number: Number) -> bool:
    """ "the Big Four firms", "Group of Seven": capitals inside a line that is otherwise lower-case."""
    words = around.cased.split()
    if len(words) > 1 and words[-1] == "of" and words[-2] == "Group":
        return True
    if not words or not words[-1][:1].isupper() or words[-1][-1:] in '.!?:;"”’)':
        return False
    behind = around.text[number.end : min(number.end + 64, around.ceiling)].split()
    lower = [w for w in words[1:] + behind[:-1] if w[:1].islower() and len(w) > 3]
    token = around.token(number.end)
    if not lower or (token is not None and token.is_word and token.text[:1].isupper()):
        return False
    plural = token is not None and nounphrase.is_plural(token.low)
    return not plural or (len(words) > 1 and words[-2].lower() == "the")


def _one(around: Around, number: Number) -> str | None:
    """Why "one" is no count here, or None where it is one."""
    rows, previous = masks.masks().one, around.previous
    behind = around.low[number.end : number.end + 1]
    if around.previous in masks.masks().cues["minus"]:
        return None
    if around.text[number.start].isupper() and around.previous_is_capitals():
        return "name"
    if behind == "-":
        joined = around.token(number.end + 1)
        first = joined.low.split("-")[0] if joined is not None else ""
        return None if joined is not None and (first in units.by_word() or "-old" in joined.low) else "idiom"
    if previous in rows["never"] or around.left[-1:] == "-" or around.low.startswith(" another", number.end):
        return "idiom"
    if previous in rows["counting"] or " ".join(around.left_words[-2:]) in rows["bounds"]:
        return None
    following = around.token(number.end)
    if following is None or not following.is_word:
        return "idiom"
    word = following.low
    if word == "of":
        return _one_of(around, following)
    if word in ("and", "to") and _to_number().match(around.low, number.end):
        return None  # "between one and 10 tonnes"
    if word in rows["after"] or word in nounphrase.stops() or word.endswith("ly"):
        return "idiom"
    if previous == "at" and word in rows["at"]:
        return "idiom"
    if previous in rows["before"] and word.endswith(("ed", "ing", "s")):
        return "idiom"
    asked = previous in rows["asked"] and lemmas.forms().get(word, ("", ""))[0] == word
    return "idiom" if asked or _acts(around, following) else None


def _acts(around: Around, token: Token) -> bool:
    """ "one looks at it", "one remembers the day": what is seldom a noun, or has an object behind it, is a verb."""
    base, form = lemmas.forms().get(token.low, ("", ""))
    follower = around.token(token.end)
    if follower is None or not token.low.endswith("s") or nounphrase.singular(token.low) == token.low:
        return False
    if form == "present" and base not in lemmas.verb_class("nounish") and follower.low != "of":
        return True
    return follower.low != "of" and (
        follower.low in nounphrase.determiners() or follower.low in masks.masks().one["objects"]
    )


def _one_of(around: Around, of: Token) -> str | None:
    """ "one of the bombs" counts; "one of a kind", "one of the worst" do not."""
    token = around.token(of.end)
    if token is None or token.low in nounphrase.pronouns():
        return None
    known = token.low in ("the", "our") or token.low in grammar.words("possessive")
    if not known and not token.text.endswith(("'s", "’s")):
        return "idiom"
    token = around.token(token.end)
    if token is None or not token.is_word:
        return None
    word = token.low
    superlative = word in masks.masks().one["superlative"] or (word.endswith("est") and len(word) > 5)
    return "idiom" if superlative else None
