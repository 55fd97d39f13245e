"""The way in by a slip: figures of which two neighbouring digits have changed places, or that have a zero too many."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import combinations

from claimcheck.lexicon import measured, slips
from claimcheck.lexicon.patterns import whole
from claimcheck.model import Link
from claimcheck.normalise.claim.measured import AMOUNT
from claimcheck.normalise.matching import compare, sections, updates, vetoes
from claimcheck.normalise.matching.facts import Facts
from claimcheck.normalise.matching.partners import Partners
from claimcheck.normalise.text import stories
from claimcheck.normalise.text.words import stem

CONFIDENCE = 0.7
SWAPPED, MOVED = "two digits have changed places", "the same digits at another power of ten"
POWERS = (1, 3)  # of ten by which a figure is too large or too small: a zero, a thousand
FEW = 2  # digits of the shortest figures that are looked at
BEHIND = 40  # characters behind a length in which the noun stands
SIZES = frozenset(
    {"area", "length", "mass", "money", "speed", "volume"}
)  # kinds of which so few are looked at
WORDS = {2: 3, 3: 2}  # words beside both figures by their digits, of longer ones one
SELDOM = 2000  # figures among which one that looks so by chance would be too many where no word ties them
LONE = 8  # pairs of sizes of one unit in two texts, up to which one word beside figures of three digits is enough
MANY = 4  # words in common in spite of which other names tell two figures apart no more
APART = 2  # and at least so many where two nouns are counted
CHANCE = 10  # pairs of figures of two digits among which none looks so by chance, ten times as many for each digit more
SLIPS = 2  # of this sort between two texts; more are chance in long lists of figures
STEP = Decimal("0.05")  # what a figure may have moved by from one day to another
CROWD = 12  # figures of the same digits in a run that say nothing
# What so rare a likeness outweighs: it comes from the words around one of the two, or from the texts at large.
WEAK = frozenset(
    {
        "increment",
        "negated",
        "other-actor",
        "other-cause",
        "other-date",
        "other-day",
        "other-frame",
        "other-scope",
        "part-of-whole",
        "planned",
    }
)

OF_SHORT = frozenset({"other-frame"})  # and that of two digits
LATER = frozenset({"other-date", "other-day"})

Form = tuple[str, str | None, int]  # kind, unit and how many digits count
Key = tuple[Form, tuple[int, ...]]  # with the digits in order


def links(
    facts: Sequence[Facts], partners: Partners, done: Container[frozenset[str]] = frozenset()
) -> Iterator[Link]:
    """Links between figures of two texts of one story that each lack the other's, but for pairs in `done`."""
    found = list(_found(facts, done))
    told: dict[tuple[str, str], set[Decimal | None]] = {}
    for one, other, _ in found:
        told.setdefault((one.source, other.source), set()).add(_value(one))
    for one, other, slip in found:
        if len(told[one.source, other.source]) <= SLIPS:
            explained = updates.explanation(one, other, partners)
            why = (slip, *_words(one, other))
            yield Link(one.claim.id, other.claim.id, CONFIDENCE, why, explained)


def _found(facts: Sequence[Facts], done: Container[frozenset[str]]) -> Iterator[tuple[Facts, Facts, str]]:
    blocks: dict[Key, list[Facts]] = {}
    values: dict[tuple[str, Form], set[Decimal | None]] = {}
    given = {(fact.source, fact.claim.mention.value) for fact in facts}
    texts = len({fact.source for fact in facts})
    for fact in facts:
        key = _key(fact)
        if key is not None:
            blocks.setdefault(key, []).append(fact)
            values.setdefault((fact.source, key[0]), set()).add(_value(fact))
    forms = Counter({place: len(found) for place, found in values.items()})
    for key, block in blocks.items():
        for one, other in combinations(block, 2) if len(block) <= CROWD else ():
            settled = {(one.source, _value(other)), (other.source, _value(one))} & given
            pair = frozenset((one.claim.id, other.claim.id))
            pairs = forms[one.source, key[0]] * forms[other.source, key[0]]
            if settled or pair in done or pairs > CHANCE ** (key[0][2] - 1):
                continue
            slip = _slip(one, other, pairs, pairs * (texts - 1))
            if slip is not None:
                yield one, other, slip


def _value(fact: Facts) -> Decimal | None:
    return fact.claim.mention.value


def _key(fact: Facts) -> Key | None:
    """What figures with the same digits share; None for those too short, and for those without a value."""
    value, mention = _value(fact), fact.claim.mention
    if value is None or mention.vague or mention.conversion_of is not None:
        return None  # of a conversion the digits are reckoned
    digits, _ = compare.digits(value)
    if len(digits) < FEW or (len(digits) == FEW and mention.kind not in SIZES):
        return None
    return (mention.kind, mention.unit, len(digits)), tuple(sorted(digits))


def _slip(one: Facts, other: Facts, pairs: int, chances: int) -> str | None:
    """What two figures look like that are held for one; None for any others.

    So many `pairs` of two texts could look so, and as many of each of them and any other are `chances`.
    """
    a, b = _value(one), _value(other)
    if one.source == other.source or a is None or b is None or not _of_one_thing(one, other):
        return None
    count, slip = len(compare.digits(a)[0]), _kind(a, b)
    if slip is None or compare.agreement(one.claim, other.claim) is not None:
        return None
    if count == FEW and (slip == MOVED or _other_names(one, other)):
        return None
    outweighed = OF_SHORT if count == FEW else WEAK - LATER if compare.gap(a, b) <= STEP else WEAK
    needed = 1 if slip == SWAPPED and _are_lone(one, count, pairs) else WORDS.get(count, 1)
    if not _are_tied(one, other, needed):
        sure = slip == SWAPPED and _is_no_chance(count, chances) and not _of_two_measures(one, other)
        return slip if sure and vetoes.veto(one, other) is None else None
    return slip if set(vetoes.every(one, other)) <= outweighed else None


def _of_one_thing(one: Facts, other: Facts) -> bool:
    """True for two texts of one story, no two pages of one form."""
    pages = sections.siblings(one.source, other.source) or sections.lessons(one, other)
    return not pages and stories.together(one.story, other.story)


def _kind(a: Decimal, b: Decimal) -> str | None:
    (one, power), (other, other_power) = compare.digits(a), compare.digits(b)
    if one == other:
        return MOVED if abs(power - other_power) in POWERS else None
    return SWAPPED if compare.swapped(a, b) else None


def _other_names(one: Facts, other: Facts) -> bool:
    """True where each sentence names somebody whom the other does not, and hardly says the same."""
    return len(_shared(one, other)) < MANY and bool(one.names - other.names and other.names - one.names)


def _of_two_measures(one: Facts, other: Facts) -> bool:
    """True for a revenue and a debt, a road and a plane, and for sums, which are paid for all sorts of things."""
    subjects = {each.claim.mention.context.subject for each in (one, other)} - {None}
    if one.claim.mention.kind == "money" or len(subjects) > 1:
        return True
    return one.claim.action == other.claim.action == AMOUNT and one.claim.noun != other.claim.noun


def _is_no_chance(digits: int, chances: int) -> bool:
    """True for figures so long that two of them hardly look so by chance, without a word in common."""
    swaps = chances * (digits - 1)
    figures: int = 9 * CHANCE ** (digits - 1)
    return swaps * SELDOM <= figures


def _are_lone(one: Facts, digits: int, pairs: int) -> bool:
    """True for sizes of three digits of which two texts have so few that hardly two look so by chance."""
    return digits > FEW and one.claim.mention.kind in SIZES and pairs <= LONE


def _are_tied(one: Facts, other: Facts, needed: int) -> bool:
    """True for figures with enough words in common; of two nouns, with one that is no name among them."""
    shared = _shared(one, other)
    if _are_apart(one, other):
        called = one.names & other.names
        return len(shared) >= max(needed, APART) and not called.issuperset(shared)
    return len(shared) >= needed


def _are_apart(one: Facts, other: Facts) -> bool:
    """True for figures of two nouns."""
    a, b = one.claim.noun, other.claim.noun
    return a is not None and b is not None and a != b


def _shared(one: Facts, other: Facts) -> list[str]:
    """The words that both sentences have, or, of one noun, that stand near both figures; no unit and no day."""
    own = {stem(word) for fact in (one, other) for word in _word().findall(_written(fact))}
    here, there = (fact.sentence.stems | _labels(fact) for fact in (one, other))
    if not _are_apart(one, other):
        here, there = here | one.window - one.story.core, there | other.window - other.story.core
    alike = _times(one) & _times(other)
    if _are_apart(one, other):
        own |= _dimensions()  # "the statue is 124 metres high", "the hill is 142 metres high"
    else:
        alike |= _extents(one) & _extents(other) | _often(one) & _often(other)
    return sorted((here & there) - own - stories.calendar() | alike)


@cache
def _dimensions() -> frozenset[str]:
    """Stems of words that only say which way a length goes."""
    table = measured.table().dimensions
    return frozenset(map(stem, (*table, *table.values(), *slips.table().extents)))


def _labels(fact: Facts) -> frozenset[str]:
    """What a cell counts by its row and column, which its own sentence does not say."""
    of_cell = fact.claim.mention.context.block.kind == "cell" and fact.claim.noun is not None
    return frozenset(map(stem, (*fact.modifiers, fact.claim.noun or ""))) if of_cell else frozenset()


def _times(fact: Facts) -> frozenset[str]:
    """The time that a figure is said to be of, as written without what leads to it: "2021"."""
    period = fact.claim.period
    return frozenset(period.text.lower().split()[-1:]) if period is not None and period.start else frozenset()


def _extents(fact: Facts) -> frozenset[str]:
    """Which way a length goes: "40 metres long", "a 40-metre bridge"."""
    if fact.claim.mention.kind != "length":
        return frozenset()
    behind = fact.document.plain[fact.claim.mention.end :][:BEHIND].lower().split()[:2]
    said = {*fact.modifiers, *(word.strip(".,;:") for word in behind)}
    return frozenset(extent for extent, words in slips.table().extents.items() if said.intersection(words))


def _often(fact: Facts) -> frozenset[str]:
    """How often an amount falls due by its sentence: "annual", "a year"."""
    if fact.claim.mention.kind != "money":
        return frozenset()
    first, last = fact.claim.mention.context.sentence
    said = fact.document.plain[first:last].lower()
    found = (time for time, phrases in slips.table().often.items() if _phrases(phrases).search(said))
    return frozenset(found)


@cache
def _phrases(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return whole(phrases)


def _written(fact: Facts) -> str:
    """A figure with its scale and unit, without what it counts."""
    mention = fact.claim.mention
    end = mention.number_end if mention.kind == "count" else mention.end
    return fact.document.plain[mention.start : end].lower()


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+")


def _words(one: Facts, other: Facts) -> tuple[str, ...]:
    shared = _shared(one, other)[:3]
    return (f"same words beside it: {', '.join(shared)}",) if shared else ()
