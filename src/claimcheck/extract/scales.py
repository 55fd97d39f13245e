"""Scales behind digits: " million", "bn", and the letters that are scales only of money or before some nouns."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

import msgspec

from claimcheck.extract.trie import openings_of, phrases, trie
from claimcheck.lexicon import money
from claimcheck.lexicon.numbers import numbers

_FARTHEST = 26  # code points in front of a number that the first end of "$10.5 to 12m" may take
_NOUN = re.compile(r"\s(?P<noun>[a-z]+)\b")
_THOUSAND = 1000


class Scale(msgspec.Struct, frozen=True, gc=False):
    """What a number is multiplied by, and where the word or the letters end."""

    factor: Decimal
    end: int


def read_scale(text: str, low: str, start: int, end: int) -> Scale | None:
    """The scale right behind the digits at `start`:`end`; `low` is `text` in lower case."""
    match = _scale().match(low, end)
    if match is None:
        return None
    table = numbers()
    if word := match["word"]:
        factor = table.scales[word] * (table.scales[match["second"]] if match["second"] else 1)
        return Scale(Decimal(factor), match.end())
    row, tight = table.short_scales[match["short"]], not match["gap"]
    if row.money:
        fits = _is_money(low, start, match.end()) or (tight and _counts(text, low, match))
    else:
        fits = tight or len(match["short"]) > 1
    return Scale(Decimal(row.value), match.end()) if fits else None


@cache
def _scale() -> re.Pattern[str]:
    """A word or letters that must not go on."""
    table = numbers()
    words, short = trie(tuple(table.scales)), trie(tuple(table.short_scales))
    second = trie(tuple(word for word, value in table.scales.items() if value >= _THOUSAND))
    return re.compile(
        rf"(?:[^\S\n]{{2}}|[\s-]|\+\s)?(?P<word>{words})(?:s(?!\s+of\b))?(?![a-z])(?:[\s-](?P<second>{second})(?![a-z]))?"
        rf"|(?P<gap>\s?)(?P<short>{short})(?![a-z0-9])"
    )


@cache
def scale_openings() -> frozenset[str]:
    """The words and letters that a scale can begin with."""
    table = numbers()
    return openings_of((*table.scales, *(f"{word}s" for word in table.scales), *table.short_scales))


def _counts(text: str, low: str, scale: re.Match[str]) -> bool:
    """ "7B parameters", "1.2m people": a capital before any plural, a small m before some nouns only."""
    following = _NOUN.match(low, scale.end())
    if following is None:
        return False
    if following["noun"] in numbers().counted_in_millions.words:
        return scale["short"] == "m" or text[scale.start("short")].isupper()
    return text[scale.start("short")].isupper() and following["noun"].endswith("s")


# --- money -----------------------------------------------------------------------------------------------


def _is_money(low: str, start: int, end: int) -> bool:
    """True where a currency stands before the number, before the first end of its range, or behind its scale."""
    before = low[max(0, start - _FARTHEST) : start]
    return _before().search(before) is not None or _behind().match(low, end) is not None


@cache
def _before() -> re.Pattern[str]:
    forms = (*money.by_glyph(), *money.by_prefix(), *money.by_code(), *money.by_tight_prefix())
    currency = trie(tuple(form.lower() for form in forms))
    first_end = r"\d[\d.,]*\s?[a-z]{0,3}\s?(?:[-–—]|to|and)\s?"
    return re.compile(rf"(?<![a-z]){currency}\s?[-−]?(?:{first_end})?$")


@cache
def _behind() -> re.Pattern[str]:
    forms = (*money.by_word(), *map(str.lower, money.by_code()))
    return re.compile(rf"\s?(?:{phrases(forms)}\b|{trie(tuple(map(str.lower, money.by_glyph())))})")
