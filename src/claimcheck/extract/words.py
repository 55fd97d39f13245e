"""Spelled numbers: a run of number words becomes one or several numbers.

The grammar, from the outside in; every function takes a run and the index of the word to begin at:

    number   = couple | share | year | whole [decimals | "and" fraction]
    couple   = "a couple of" scale
    share    = fraction [["of"] ["a"] scale]                 two thirds, half a dozen
    fraction = ["a"] denominator | small denominator
    whole    = term {[and] smaller term}                     two million and five thousand
    term     = hundreds {scale}                              three hundred thousand
    hundreds = [small] "hundred" [[and] small] | small
    small    = ten ["-" one] | teen | one
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

import msgspec
from msgspec.structs import replace

from claimcheck.extract.number import HUNDREDTH, LARGEST, ONE, Form, Number, step_of, trimmed
from claimcheck.extract.runs import SCALES, Run, run_at, word_alone
from claimcheck.lexicon.numbers import Part, words

_SINGULAR = re.compile(r"\s+(?!(?:[a-z]+s|people)\b)[a-z]")  # "a third suspect" is no fraction
_OF = re.compile(r"\s+of\b")
_SMALL: tuple[Part, ...] = ("one", "teen", "ten")
_BOTTOMS: tuple[Part, ...] = ("part", "parts", "nth", "nths")
_HUNDRED, _THOUSAND = 100, 1000
_CENTURIES = frozenset(range(13, 21))  # first half of a spoken year: "nineteen eighty-four"


class Read(msgspec.Struct, frozen=True, gc=False):
    """What was read up to the word `next`; `scale` is the worth of the scale word read last, else 0."""

    value: Decimal
    next: int
    scale: int = 0
    scaled: bool = False
    form: Form = "words"
    about: bool = False


def read_words(low: str, start: int) -> tuple[list[Number], int]:
    """The numbers in the run of number words that begins at `start`, and the offset where the run ends."""
    alone = word_alone(low, start)
    if alone is not None and alone in _small_words():  # most numbers of prose
        value, step = _small_words()[alone]
        return [Number(start, start + len(alone), "words", value, step)], start + len(alone)
    run = run_at(low, start)
    found: list[Number] = []
    at = 0
    while at < len(run.tokens):
        read = _number(run, at)
        if read is None:
            at += 1
            continue
        behind = _ordinal(run, at, read)
        if behind is None and read.value < LARGEST:
            found.append(_made(run, at, read))
        at = behind or read.next
    return found, run.tokens[-1].end if run.tokens else start


@cache
def _small_words() -> dict[str, tuple[Decimal, Decimal]]:
    """The value and the step of each word below a hundred."""
    small = {word: Decimal(known.value) for word, known in words().items() if known.part in _SMALL}
    return {word: (value, step_of(value)) for word, value in small.items()}


def _made(run: Run, at: int, read: Read) -> Number:
    first, end = run.tokens[at], run.tokens[read.next - 1].end
    start = first.start if first.article < 0 or first.word.part in _SMALL else first.article
    value, step = trimmed(read.value), _step(read)
    return Number(start, end, read.form, value, step, scaled=read.scaled, about=read.about)


def _step(read: Read) -> Decimal:
    """The worth of the last digit; of what no decimal ends ("two thirds") a hundredth of its scale."""
    step = step_of(trimmed(read.value))
    return HUNDREDTH * (read.scale or 1) if read.form == "share" or step < HUNDREDTH else step


# --- the grammar -----------------------------------------------------------------------------------------


def _number(run: Run, at: int) -> Read | None:
    return _couple(run, at) or _share(run, at) or _year(run, at) or _count(run, at)


def _couple(run: Run, at: int) -> Read | None:
    """ "a couple of hundred", "a couple dozen"."""
    if run.part(at) != "couple" or not run.plain(at + 1, "of") or run.part(at + 1) not in SCALES:
        return None
    return replace(_scaled(run, at + 1, Decimal(run.value(at))), about=True)


def _share(run: Run, at: int) -> Read | None:
    """ "two-thirds", "a fifth", "half"; with a scale a number: "half a dozen", "a quarter of a million"."""
    fraction = _fraction(run, at)
    if fraction is not None and not _leads_to_scale(run, fraction.next):
        return fraction if fraction.form == "share" else None
    return _scaled(run, fraction.next, fraction.value) if fraction is not None else None


def _fraction(run: Run, at: int) -> Read | None:
    """A numerator and its denominator: "two-thirds", "a fifth", "three-quarter million"."""
    small = _small(run, at)
    bottom = at if small is None else small.next
    part = run.part(bottom)
    if part not in _BOTTOMS or (part == "nth" and run.value(bottom) >= _HUNDRED and not _of(run, bottom)):
        return None  # "the two hundredth visitor"
    if small is None:
        return _one_part(run, at)
    agrees = (part in ("parts", "nths")) == (small.value > 1) or run.part(bottom + 1) in SCALES
    if not agrees or not run.plain(bottom) or small.value >= run.value(bottom):
        return None
    return Read(small.value / run.value(bottom), bottom + 1, form="share")


def _one_part(run: Run, at: int) -> Read | None:
    """ "a third", "half"; "quarter" alone counts in front of a scale only and has the form "words"."""
    token = run.tokens[at]
    value = ONE / token.word.value
    if token.word.part in ("part", "nth") and (token.article >= 0 or token.text == "half"):
        return Read(value, at + 1, form="share")
    return Read(value, at + 1) if token.word.part == "part" else None


def _of(run: Run, at: int) -> bool:
    return _OF.match(run.low, run.tokens[at].end) is not None


def _leads_to_scale(run: Run, at: int) -> bool:
    """True before " million", " a million" and " of a million"."""
    if run.part(at) not in ("dozen", "hundred", "thousand"):
        return False
    token = run.tokens[at]
    return not token.comma and (token.link == "" or (token.link == "of" and token.article >= 0))


def _scaled(run: Run, at: int, value: Decimal) -> Read:
    """`value` times the scale word at `at` and those that follow it: "hundred thousand"."""
    scale, first = 0, at
    while run.part(at) in SCALES and (at == first or run.plain(at)):
        scale = run.value(at)
        value *= scale
        at += 1
    return Read(value, at, scale, scaled=scale > 0)


def _year(run: Run, at: int) -> Read | None:
    """ "nineteen eighty-four", "twenty ten": two halves, no scale behind them."""
    century = _small(run, at)
    if century is None or century.value not in _CENTURIES or not run.plain(century.next):
        return None
    rest = _small(run, century.next)
    if (
        rest is None
        or rest.value < 10
        or (run.plain(rest.next) and run.part(rest.next) in (*SCALES, *_BOTTOMS))
    ):
        return None
    return Read(century.value * 100 + rest.value, rest.next)


def _count(run: Run, at: int) -> Read | None:
    whole = _whole(run, at)
    return None if whole is None else _decimals(run, whole) or _mixed(run, whole) or whole


def _whole(run: Run, at: int) -> Read | None:
    total = _term(run, at)
    while total is not None and (term := _smaller(run, total)) is not None:
        total = Read(total.value + term.value, term.next, term.scale, scaled=True)
    return total


def _smaller(run: Run, total: Read) -> Read | None:
    """The term that goes on with a number whose last scale was a thousand or more."""
    at = total.next
    if total.scale < _THOUSAND or at >= len(run.tokens):
        return None
    token = run.tokens[at]
    if token.link not in ("", "and") or token.article >= 0 or token.apart or _fraction(run, at):
        return None
    term = _term(run, at)
    if term is None or not 0 < term.value < total.scale:
        return None
    listed = token.comma and not term.scale and run.part(term.next) != "nth"  # "one thousand, five of them"
    return None if listed else term


def _term(run: Run, at: int) -> Read | None:
    group = _hundreds(run, at)
    if group is None:
        return _scaled(run, at, ONE) if run.part(at) in ("dozen", "thousand") else None
    if run.plain(group.next) and run.part(group.next) in SCALES:
        return _scaled(run, group.next, group.value)
    return group


def _hundreds(run: Run, at: int) -> Read | None:
    small = _small(run, at)
    behind = at if small is None else small.next
    if run.part(behind) != "hundred" or (small is not None and not run.plain(behind)):
        return small
    value = (ONE if small is None else small.value) * _HUNDRED
    rest = (
        _small(run, behind + 1) if run.plain(behind + 1, "and") and not _fraction(run, behind + 1) else None
    )
    if rest is None or not rest.value or run.part(rest.next) == "hundred":
        return Read(value, behind + 1, _HUNDRED, scaled=True)
    return Read(value + rest.value, rest.next, _HUNDRED, scaled=True)


def _small(run: Run, at: int) -> Read | None:
    if run.part(at) not in _SMALL:
        return None
    if run.part(at) == "ten" and run.part(at + 1) == "one" and run.value(at + 1) and run.plain(at + 1):
        return Read(Decimal(run.value(at) + run.value(at + 1)), at + 2)
    return Read(Decimal(run.value(at)), at + 1)


def _decimals(run: Run, whole: Read) -> Read | None:
    """ "two point seven five", with a scale behind it or not."""
    at, digits = whole.next, ""
    while run.part(at) in _SMALL and (run.plain(at) or (not digits and run.plain(at, "point"))):
        if not digits and run.tokens[at].link != "point":
            return None
        small = _small(run, at)
        digits, at = f"{digits}{small.value if small else ''}", small.next if small else at + 1
    if not digits:
        return None
    value = whole.value + Decimal(f"0.{digits}")
    scaled = run.plain(at) and run.part(at) in SCALES
    return _scaled(run, at, value) if scaled else Read(value, at, scaled=whole.scaled)


def _mixed(run: Run, whole: Read) -> Read | None:
    """ "two and a half", "two and a half million", "a million and a half"."""
    at = whole.next
    fraction = _fraction(run, at) if at < len(run.tokens) and run.tokens[at].link == "and" else None
    if fraction is None:
        return None
    behind, scale = fraction.next, 0
    if run.plain(behind) and run.part(behind) in SCALES:
        if whole.scale < _THOUSAND:
            return _scaled(run, behind, whole.value + fraction.value)
        scale, behind = run.value(behind), behind + 1
    elif not _counts(run, fraction):
        return None
    elif whole.scale != _HUNDRED:
        scale = whole.scale
    return Read(whole.value + fraction.value * (scale or 1), behind, scale, scaled=whole.scaled)


def _counts(run: Run, fraction: Read) -> bool:
    """False for "five and a third suspect", "five and a quarter of"."""
    last = run.tokens[fraction.next - 1]
    if last.word.part in ("parts", "nths") or (last.text == "half" and last.article >= 0):
        return True
    behind = _OF if last.word.part == "part" else _SINGULAR
    return behind.match(run.low, last.end) is None


def _ordinal(run: Run, first: int, read: Read) -> int | None:
    """The index behind an ordinal that begins with what was read: "twenty-first", "one hundred and tenth"."""
    at = read.next
    if run.part(at) not in ("nth", "ordinal") or not run.plain(at, "and"):
        return None
    token, last = run.tokens[at], run.part(at - 1)
    before = run.low[max(0, run.tokens[first].start - 4) : run.tokens[first].start]
    if token.word.value >= _HUNDRED:
        ends = True
    elif token.tied:
        ends = last in ("ten", *SCALES) and not (token.text == "second" and before.endswith(" a "))
    elif token.link == "and" or token.text not in ("first", "second"):
        ends = last in SCALES
    else:
        ends = last == "ten" and before.endswith("the ")
    return at + 1 if ends else None
