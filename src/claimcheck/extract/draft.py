"""One number read with its unit, noun and hedges; ranges and lists still apart."""

from __future__ import annotations

import re
from decimal import Decimal

import msgspec

from claimcheck.extract import hedges
from claimcheck.extract.ages import aged, person_age, read_age, read_rate
from claimcheck.extract.around import Around
from claimcheck.extract.masks import early_mask
from claimcheck.extract.names import late_mask, multiplied
from claimcheck.extract.nouns import NounPhrase, read_noun
from claimcheck.extract.number import Number, trimmed
from claimcheck.extract.trends import read_trend
from claimcheck.extract.units import Measure, part_of_unit, read_measure
from claimcheck.lexicon import masks, nounphrase
from claimcheck.lexicon.numbers import numbers
from claimcheck.lexicon.trends import Trend
from claimcheck.model import Hedge, Kind, Masked

_PLACES = 4
_SIGN = ("-", "−")
_MINUS = ("minus ", "minus-", "negative ", "negative-")


class Draft(msgspec.Struct, gc=False):
    """A quantity while neighbours may still change it."""

    around: Around
    number: Number
    start: int
    end: int
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    hedge: Hedge = "exact"
    precise: bool = False
    kind: Kind = "count"
    measure: Measure | None = None
    per: str | None = None
    noun: NounPhrase | None = None
    trend: Trend | None = None
    number_end: int = 0
    conversion_of: int | None = None
    negative: bool = False
    last_unit: str | None = None  # of a compound, the symbol of its smallest unit
    list_scale: Decimal = Decimal(1)  # taken over from a later number: "$2, $3 and $5 million"

    @property
    def unit(self) -> str | None:
        """Canonical symbol of the unit, or None for a count."""
        return self.measure.symbol if self.measure else None


def read(around: Around, number: Number, before: Masked | None) -> Draft | Masked:
    """The draft of one number, or the mask that takes it; `before` is the number masked last."""
    if before is not None and number.start < before.end:
        return Masked(number.start, max(number.end, before.end), before.reason)
    taken = early_mask(around, number)
    if taken is not None:
        return Masked(number.start, taken.end, taken.reason)
    measure = _unit(around, number)
    noun = _noun(around, number, measure)
    reason = late_mask(around, number, before, has_unit=measure is not None, noun=noun.noun if noun else None)
    if reason is not None:
        return Masked(number.start, number.end, reason)
    draft = Draft(
        around, number, number.start, number.end, number.value, number.low, number.high, number_end=number.end
    )
    _measure(draft, measure)
    _sign(draft)
    _attach_noun(draft, noun)
    _hedge(draft)
    counted = draft.noun.noun if draft.noun else None
    draft.trend = read_trend(around, draft.start, draft.end, counted, measured=draft.measure is not None)
    return draft


def _unit(around: Around, number: Number) -> Measure | None:
    """The unit of a number; of a fraction also what it is a part of: "half an hour"."""
    if number.form == "again":
        return None
    low, end = around.low, number.end
    span = numbers().spans.get(" ".join(low[number.start : end].split()))
    if span is not None:
        return Measure(span[1], "duration", number.start, end)
    below = (
        number.form == "digits" and low.startswith(" of ", end) and low[number.start] in "0."
    )  # 0.25 of a per cent
    part = part_of_unit(around, number.end) if below or _is_fraction(around, number) else None
    return part or read_measure(around, number.start, number.end)


def _is_fraction(around: Around, number: Number) -> bool:
    """False for "three in five": a year behind it is no part of it."""
    return number.form == "share" and " in " not in around.low[number.start : number.end]


def _noun(around: Around, number: Number, measure: Measure | None) -> NounPhrase | None:
    if measure is not None:
        return read_noun(around, max(measure.end, number.end), number.value, measured=True)
    after = hedges.hedge_after(around, number.end)
    if (
        number.form == "share"
        and not _is_fraction(around, number)
        and around.low.startswith(" a ", number.end)
    ):
        return None  # "three in five a year ago"
    if multiplied(around, number.end):
        return None
    return read_noun(around, after.end if after else number.end, number.value, share=number.form == "share")


def _measure(draft: Draft, measure: Measure | None) -> None:
    """Unit, kind, rate; a share and a count keep none."""
    around, number = draft.around, draft.number
    if number.form == "share":
        draft.kind = "share"
    elif around.low[number.start : number.end] in numbers().times:
        draft.kind = "ratio"
    elif multiplied(around, number.end):
        draft.kind, draft.end = "ratio", number.end + 1
    if measure is None:
        if aged(around) or person_age(around, number):
            draft.kind, draft.measure = "age", Measure("year", "age", number.start, number.end)
        return
    if measure.kind == "duration":
        measure = read_age(around, measure) or measure
    draft.measure, draft.kind = measure, measure.kind
    draft.start, draft.end = min(draft.start, measure.start), max(draft.end, measure.end)
    if number.form == "share" and number.value is not None:
        draft.value = trimmed(round(number.value, _PLACES))  # a third of a mile
    if measure.factor != 1 and draft.value is not None and measure.kind != "money":
        draft.value = draft.value * measure.factor


def _sign(draft: Draft) -> None:
    """ "-3.1 %", "-$5", "minus 12 degrees"; a hyphen inside a range is none."""
    start = draft.start
    _signed(draft, draft.number.start)
    if start != draft.number.start:  # a currency may stand behind the sign
        _signed(draft, start)
    if draft.negative and draft.value is not None:
        draft.value = -draft.value


def _signed(draft: Draft, at: int) -> None:
    left = draft.around.left[: len(draft.around.left) - (draft.number.start - at)]
    if left.endswith(_SIGN):
        before = left[-2:-1]
        if not before or before.isspace() or before in "($£€<>=~≤≥":
            draft.start, draft.negative = min(draft.start, at - 1), True
            return
    if left.endswith(_MINUS) and not left.endswith(("plus or minus ", "plus-or-minus ")):
        draft.start, draft.negative = min(draft.start, at - len(re.split(r"[\s-]", left)[-2]) - 1), True


def _attach_noun(draft: Draft, noun: NounPhrase | None) -> None:
    around = draft.around
    if (
        noun is not None
        and noun.noun is not None
        and draft.measure is None
        and noun.noun in nounphrase.time_nouns()
    ):
        draft.measure, draft.kind = Measure(noun.noun, "duration", draft.number.start, noun.end), "duration"
        draft.end, noun = max(draft.end, noun.end), None  # "four long years"
    if noun is not None and noun.noun is not None:
        draft.noun, draft.end = noun, max(draft.end, noun.end)
        if draft.measure is None and noun.noun == "time" and draft.kind == "count" and _multiplies(draft):
            draft.kind = "ratio"
    where = draft.measure.end if draft.measure else draft.end
    rate = read_rate(around, draft.end) or (read_rate(around, where) if where != draft.end else None)
    if rate is None:
        return
    draft.per = rate[0]
    if draft.kind == "count" and draft.measure is None:
        draft.kind = "rate"
    draft.end = max(draft.end, rate[1])


def _multiplies(draft: Draft) -> bool:
    """ "three times the limit", "1.9 times earnings", against "called three times"."""
    token = draft.around.token(draft.end)
    fractional = draft.value is not None and draft.value % 1 != 0
    return fractional or (token is not None and token.low in masks.masks().cues["multiple_after"])


def _hedge(draft: Draft) -> None:
    around = draft.around
    time_unit = draft.kind == "duration"
    word_number = draft.number.form == "words"
    before = hedges.hedge_before(around, draft.start, word_number=word_number, time_unit=time_unit)
    if before is None and draft.kind == "magnitude":  # "a magnitude of at least 5.9"
        before = hedges.hedge_before(around, draft.number.start, word_number=word_number, time_unit=False)
    after = hedges.hedge_after(around, draft.number.end, draft.end)
    if before is not None:
        draft.start = min(draft.start, before.start)
    if after is not None:
        draft.end = max(draft.end, after.end)
    found = before if before is not None and before.hedge != "exact" else after or before
    if draft.number.form == "vague" or (draft.number.form == "share" and draft.value is None):
        draft.hedge = "range"
        return
    if draft.number.about:
        draft.hedge = "about"
    if draft.number.scaled and "+ " in around.low[draft.number.start : draft.number.end]:
        draft.hedge = "at_least"  # "350+ million"
    if found is not None:
        draft.hedge, draft.precise = found.hedge, found.hedge == "exact"
