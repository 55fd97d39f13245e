"""Ranges and lists: numbers that share a scale, a currency, a unit or a noun with their neighbour."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from itertools import pairwise

from msgspec.structs import replace

from claimcheck.extract.draft import Draft
from claimcheck.extract.trends import read_trend
from claimcheck.extract.trie import phrases
from claimcheck.lexicon import actions, dates, nounphrase
from claimcheck.lexicon.hedges import hedges
from claimcheck.lexicon.numbers import numbers
from claimcheck.lexicon.trends import level_words, spread_words

_DASH = re.compile(r"\s?[-–—~]\s?")
_LIST = re.compile(r"(?:-?\s*,\s*|-?\s*,?\s+(?:or|and)\s+)")  # "5, 6 and 7 kg", "two- or three-day"
_TIMES = re.compile(r"\s?[x×]\s?|\s+by\s+")
_FROM = re.compile(r"(?<![a-z])from\s*$")
_EARLIER = re.compile(rf"\s*\((?:[a-z]+\s+)?{dates.RECENT_YEAR}:\s*")
_AGED = re.compile(r"\baged\s+(?:[a-z\d-]+(?:,|,?\s+(?:and|or))\s+)+$")
_CLAUSE = 90  # code points before "from A to B" in which a word of change is looked for
_WORDS = 5  # words before the first end in which a word of ranging is looked for
_THOUSAND = Decimal(1000)
_THOUSANDS = re.compile(r"\d{1,3},000")
_STEEPEST = (
    4  # how much larger the upper end of a range may be that nothing else shows to be one: "250-300,000"
)


@cache
def _near() -> str:
    """A regex for a hedge that stands before either end: "10 to about 20"."""
    rows = hedges().before
    return phrases([*rows["about"], *rows["nearly"]])


@cache
def _to() -> re.Pattern[str]:
    return re.compile(rf"[\s-]+(?:to|through)[\s-]+(?:{_near()}\s+)?")


@cache
def _and() -> re.Pattern[str]:
    return re.compile(rf"\s+and\s+(?:{_near()}\s+)?")


@cache
def _between() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])between(?:\s+(?:the\s+ages\s+of|{_near()}))?\s*$")


def join(drafts: list[Draft]) -> list[Draft]:
    """Neighbours joined to ranges, scales and units passed along lists; order is kept."""
    joined: list[Draft] = []
    for draft in drafts:
        before = joined[-1] if joined else None
        if before is not None and before.around.floor == draft.around.floor and _is_range(before, draft):
            joined[-1] = _range(before, draft)
            continue
        joined.append(draft)
    for first, second in pairwise(joined):
        if first.around.floor == second.around.floor:
            _share_earlier(first, second)
            _share_age(first, second)
    for second, first in pairwise(reversed(joined)):  # backwards, so that a list hands its unit to the front
        if first.around.floor == second.around.floor:
            _share_list(first, second)
            _share_level(first, second)
    return joined


def _gap(first: Draft, second: Draft) -> str:
    """Lower-case text between two numbers, unit of the first and currency of the second left out."""
    start = max(first.number_end, first.measure.end if first.measure else 0)
    stop = min(second.number.start, second.measure.start if second.measure else second.number.start)
    if second.negative and second.start < stop and first.around.low[second.start : stop] in ("-", "−"):
        stop = second.start
    return first.around.low[start:stop] if start <= stop else "\n"


def _is_range(first: Draft, second: Draft) -> bool:
    if first.number.form in ("vague", "again") or second.number.form in ("vague", "again"):
        return False
    if first.value is None or second.value is None or first.low is not None:
        return False
    if (first.number.form == "share") != (second.number.form == "share"):
        return False
    gap = _gap(first, second)
    if len(gap) > 24 or (first.noun is not None and first.noun.end <= second.start and first.noun.noun):
        return False
    left = first.around.low[max(first.around.floor, first.start - 40) : first.start]
    if _and().fullmatch(gap):
        return bool(_between().search(left)) and _compatible(first, second)
    if not (_DASH.fullmatch(gap) or _to().fullmatch(gap)):
        return False
    if _to().fullmatch(gap) and _is_change(first, second, left):
        return False
    return _compatible(first, second) and _rising(first, second)


def _is_change(first: Draft, second: Draft, left: str) -> bool:
    """ "fell from 51 % to 49.5 %", "rose 3 % to 7 %": two figures, not a range; "rose 4 to 5 percent" is one."""
    if not _FROM.search(left):
        by, twice = left.rstrip().endswith(" by"), first.measure is not None and second.measure is not None
        if by and twice:
            return True  # "raised its forecast by 3 million tonnes to 26 million tonnes"
        return first.trend is not None and (by or first.measure is not None or _leaps(first, second))
    low = first.around.low
    clause = low[max(first.around.floor, first.start - _CLAUSE) : first.start].split()
    if not spread_words().isdisjoint(clause[-_WORDS:]):
        return False
    return first.kind in ("money", "percent") or not level_words().isdisjoint(clause)


def _leaps(first: Draft, second: Draft) -> bool:
    """ "rose 2-1/4 to 59-5/8": bare figures too far apart for a range, an amount and the level it led to."""
    low, high = _scaled(first, second), second.value
    bare = second.measure is None and second.noun is None
    return bare and low is not None and high is not None and high > low * _STEEPEST


def _compatible(first: Draft, second: Draft) -> bool:
    if first.measure is not None and second.measure is not None:
        return first.measure.symbol == second.measure.symbol
    return first.measure is None or second.measure is None


def _rising(first: Draft, second: Draft) -> bool:
    low, high = _scaled(first, second), second.value
    return low is not None and high is not None and low < high


def _scaled(first: Draft, second: Draft) -> Decimal | None:
    """The value of the first number with the scale that only the second names: "10 to 15 billion"."""
    scale = _shared_scale(first, second)
    return first.value * scale if first.value is not None else None


def _shared_scale(first: Draft, second: Draft) -> Decimal:
    if first.number.scaled or first.value is None or second.value is None:
        return Decimal(1)
    if not second.number.scaled:
        return _shared_thousands(first, second)
    words = re.findall(r"[a-z]+", first.around.low[second.number.start : second.number.end])
    table = numbers()
    for word in reversed(words):
        scale = table.scales.get(word) or (
            table.short_scales[word].value if word in table.short_scales else None
        )
        if (
            scale
            and first.value < _THOUSAND
            and first.value * scale < second.value * 2
            and first.value <= second.value / scale * 10
        ):
            return Decimal(scale)
    return Decimal(1)


def _shared_thousands(first: Draft, second: Draft) -> Decimal:
    """A thousand where the lower end leaves out its noughts: "250-300,000", "13 to 14,000"."""
    low, value, top = first.around.low, first.value or Decimal(0), second.value or Decimal(0)
    gap, bare = _gap(first, second), low[first.number.start : first.number.end].isdecimal()
    if not (bare and (_DASH.fullmatch(gap) or _to().fullmatch(gap))) or not _THOUSANDS.fullmatch(
        low, second.number.start, second.number.end
    ):
        return Decimal(1)
    return _THOUSAND if value < top / _THOUSAND <= value * _STEEPEST else Decimal(1)


def _range(first: Draft, second: Draft) -> Draft:
    """One draft with both ends; hedge words of the first stay in its span."""
    scale = _shared_scale(first, second)
    low = (first.value or Decimal(0)) * scale
    left = first.around.low[max(first.around.floor, first.start - 40) : first.start]
    between = _between().search(left)
    start = (
        first.start - (len(left) - between.start())
        if between and "between" in between.group()
        else first.start
    )
    first.start = start
    first.end = max(first.end, second.end)
    first.number_end = second.number.end
    first.number = replace(first.number, step=second.number.step)
    first.low, first.high, first.value = low, second.value, None
    first.measure = second.measure if second.measure is not None else first.measure
    kind = second.kind if second.measure is not None or second.noun is not None else first.kind
    first.kind = kind if first.kind in ("count", "share") else first.kind
    first.noun, first.per = second.noun or first.noun, second.per or first.per
    first.trend = first.trend or read_trend(
        first.around, first.start, first.end, measured=first.measure is not None
    )
    first.hedge = "range"
    return first


def _share_earlier(first: Draft, second: Draft) -> None:
    """ "4.3 billion euros (2017: 3.9 billion)": the figure of an earlier year takes the currency."""
    bare = second.measure is None and second.noun is None and second.number.scaled
    if first.measure is None or first.kind != "money" or not bare or second.kind != "count":
        return
    if _EARLIER.fullmatch(_gap(first, second)):
        second.kind, second.measure = "money", replace(first.measure, start=second.start, end=second.end)


def _share_age(first: Draft, second: Draft) -> None:
    """ "girls aged four and 12", "aged 20, 24 and 31"; "aged 20 and 13 others" holds one age."""
    if first.kind != "age" or first.measure is None or second.kind != "count" or second.noun is not None:
        return
    token = second.around.token(second.number.end)
    others = token is not None and token.low in nounphrase.pronouns()
    if second.measure is None and not others and _AGED.search(second.around.left):
        second.kind, second.measure = "age", replace(first.measure, start=second.start, end=second.end)


def _share_level(first: Draft, second: Draft) -> None:
    """ "shrank from 19 to 11 kilometres", "grew from 40 to 55 people": the former level takes unit and noun too."""
    if first.kind != "count" or first.measure is not None or first.noun is not None or first.low is not None:
        return
    if second.number.scaled and not first.number.scaled:
        return  # "from 2.4 to 2.7 million": the scale may be meant for both
    left = first.around.low[max(first.around.floor, first.start - 40) : first.start]
    if not (_FROM.search(left) and _to().fullmatch(_gap(first, second)) and _is_change(first, second, left)):
        return
    if second.measure is not None and second.measure.end > second.number.end:
        first.measure, first.kind = second.measure, second.kind
    elif second.noun is not None and second.kind == "count":
        first.noun = second.noun


def _is_percent(first: Draft, second: Draft, gap: str) -> bool:
    """ "9 or 10 percent", "9, 10, or 11 percent"; not "9.1 million, or 48 percent", a figure and its share."""
    low, high = first.value or Decimal(0), second.value or Decimal(0)
    return " or " in gap and low <= (high if "," in gap else high * 2)


def _share_list(first: Draft, second: Draft) -> None:
    """ "5 and 6 kg", "8 or nine euros", "$2 and $5 million": the first takes unit and scale of the second."""
    if first.value is None or second.value is None or first.noun is not None:
        return
    gap = _gap(first, second)
    if (
        _TIMES.fullmatch(gap)
        and first.measure is None
        and second.measure is not None
        and first.kind == "count"
    ):
        first.measure, first.kind = second.measure, second.kind  # "3.4 x 2.1 cm"
    if not _LIST.fullmatch(gap):
        return
    if first.kind == second.kind == "money" and first.unit == second.unit:
        first.list_scale = second.list_scale if second.list_scale > 1 else _shared_scale(first, second)
        first.value *= first.list_scale
    if first.measure is not None or first.kind != "count":
        return
    if " or " in gap and not first.number.scaled:
        first.value = _scaled(first, second)
    if (
        second.measure is not None
        and second.measure.end > second.number.end
        and (second.kind != "percent" or _is_percent(first, second, gap))
    ):
        first.measure, first.kind = second.measure, second.kind
    elif (
        second.noun is not None
        and second.kind in ("count", "ratio")
        and (" or " in gap or not _is_fate(second.noun.noun))
    ):
        first.noun, first.kind = second.noun, second.kind  # "12, 14 and 15 lorries"


def _is_fate(noun: str | None) -> bool:
    """True for what happened to people: "kills nine, 20 wounded" and "reaches 120, 300 hurt" are two counts."""
    done = actions.of_noun().get(noun or "") or actions.of_verb().get(noun or "")
    return done is not None and actions.table()[done].counts is not None
