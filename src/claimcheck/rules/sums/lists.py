"""Lists of parts: "four civilians, a nurse and five rebels", read from the first item on."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Literal

import msgspec

from claimcheck.lexicon import dates, grammar, nouns, sums
from claimcheck.lexicon.patterns import alternatives
from claimcheck.model import Claim
from claimcheck.rules import amounts
from claimcheck.rules.lines import Line
from claimcheck.rules.sums import items
from claimcheck.rules.sums.items import Item
from claimcheck.rules.sums.part import Part, literal, part, single

LONGEST_PIECE = 90  # characters of one item
Clauses = Literal["stop", "last", "any"]
"""What an item with a verb of its own is: the next clause, the end of the list, or an item as any other."""


class Listed(msgspec.Struct, frozen=True):
    """The parts of a list; `whole` where every item is understood and nothing is left open at its end."""

    parts: tuple[Part, ...] = ()
    whole: bool = False
    end: int = 0  # in the words of the line
    rests: tuple[str, ...] = ()  # the words behind each figure
    own_clause: bool = False  # the last item has a verb: "and 15 were injured"
    bare: bool = False  # numbers without a word: "[45483, 45484]"
    joined: bool = False  # the last item is: "and two nurses", "while four fled"
    clauses: bool = False  # an item has a verb of its own: "14 sell the toy"
    timed: bool = False  # items are told apart by years or by comparison: no parts of one total


def read(line: Line, start: int, letter: str, clauses: Clauses = "stop", *, labels: bool = False) -> Listed:
    """The list that begins at `words[start]`; `labels` allows names before figures, and numbers that are no claims."""
    found: list[tuple[Part, Item]] = []
    end = items.end(line.words, start)
    whole = line.words[end : end + 1] != ":"  # "two: 2, 333: 3" are keys with values
    nested = False
    for item in items.read(line, start, end):
        nested = bool(found) and (_nests(item) or (nested and not _resumes().match(item.joined)))
        if nested or (found and (_of_them().match(item.rest) or _goes_on(item, found[-1][1]))):
            continue  # "five women, two of them pregnant, and four men"
        one = _part(line, item, letter, bool(found), labels)
        if one is None and found and _is_next(item, found[-1][1]):
            break
        own_clause = _has_verb(item)
        if one is None or (own_clause and clauses == "stop"):
            whole = one is None and _may_end(item, bool(found))
            break
        found.append((one, item))
        if own_clause and clauses == "last":
            break
    return _listed(found, whole and not nested)


def _nests(item: Item) -> bool:
    """True for a part of the item before: "168 passengers, among them 11 children, and six crew"."""
    return bool(_nested().match(item.lead))


def _goes_on(item: Item, last: Item) -> bool:
    """True for words that belong to the item before: "65,000 on food and blankets"."""
    joined = item.index is None and item.joined.strip() in ("and", "&")
    return joined and bool(_placed().search(last.rest)) and bool(_plain_words().fullmatch(item.rest))


def first(line: Line, start: int, letter: str) -> Listed:
    """The first item alone, however long it runs: "including 11 children were killed in a raid that ..."."""
    item = next(items.read(line, start, items.end(line.words, start)))
    if item.index is None or not _lead().fullmatch(item.lead):
        return Listed()
    mark = line.marks[item.index]
    return _listed([(part(mark.claim), item)], False) if mark.letter in letter else Listed()


def _listed(found: list[tuple[Part, Item]], whole: bool) -> Listed:
    if not found:
        return Listed()
    rests = tuple(item.rest for _, item in found)
    return Listed(
        parts=tuple(one for one, _ in found),
        whole=whole and len(found) > 1,
        end=found[-1][1].end,
        rests=rests,
        bare=not any(item.lead or item.rest for _, item in found),
        joined=len(found) > 1 and bool(found[-1][1].joined.strip(" ,;")),
        clauses=any(_has_verb(item) for _, item in found),
        own_clause=len(found) > 1 and _has_verb(found[-1][1]),
        timed=any(_timed().search(f"{item.lead} {_own_words(item)}") for _, item in found),
    )


def _part(line: Line, item: Item, letter: str, inside: bool, labels: bool) -> Part | None:
    """The item as a part, None where it is no part of a list."""
    if len(item.lead) + len(item.rest) > LONGEST_PIECE or items.has_two_figures(item.rest):
        return None
    if _run_on().fullmatch(item.rest):
        return None  # "two pilots an engineer and two nurses", whose comma is missing
    if item.index is None:
        return _without_claim(item, inside, labels)
    mark = line.marks[item.index]
    lead_fits = _lead().fullmatch(item.lead) or (labels and _label().fullmatch(item.lead))
    if mark.letter not in letter or not lead_fits:
        return None
    return _times(line, item, mark.claim) if _each().search(item.rest) else part(mark.claim)


def _times(line: Line, item: Item, claim: Claim) -> Part | None:
    """ "one crew at each of the other three posts": three of them; None where it is not said how many."""
    number = _each_of().search(item.rest)
    how_many = line.marks[int(number["index"])].claim.mention.value if number else None
    return Part(amounts.times(amounts.of(claim), how_many), claim) if how_many else None


def _without_claim(item: Item, inside: bool, labels: bool) -> Part | None:
    number = _numbered().fullmatch(item.rest) if labels else None
    if number is not None:
        return literal(
            Decimal(number["number"].replace(",", "")), number["label"].strip() or number["rest"].strip()
        )
    found = _single().match(item.rest) or _the_one(item.rest)
    if found is None or _each().search(item.rest) or (inside and _is_clause(item.rest)):
        return None
    return single(found["noun"].strip())


def _the_one(rest: str) -> re.Match[str] | None:
    """ "the driver": one of the people."""
    found = _definite().fullmatch(rest)
    one = found is not None and found["noun"] not in sums.table().not_one
    return found if one and found and nouns.is_people(nouns.classes().get(found["noun"])) else None


def _is_next(item: Item, last: Item) -> bool:
    """True for what follows a list that "and" has ended: "14 women and nine men, teach 412 pupils"."""
    return item.joined.strip() == "," and "and" in last.joined and bool(item.lead)


def _may_end(item: Item, inside: bool) -> bool:
    """True where what is no item closes a list: ", were hurt", but not "and others"."""
    return inside and item.index is None and item.joined.strip() == ","


def _has_verb(item: Item) -> bool:
    return item.index is not None and _is_clause(item.rest)


def _own_words(item: Item) -> str:
    """The words behind a figure up to a verb, from where on they speak of the whole sentence."""
    verb = sums.any_of("finite").search(item.rest)
    return item.rest[: verb.start()] if verb else item.rest


def _is_clause(rest: str) -> bool:
    return bool(sums.any_of("finite").search(rest))


# --- patterns --------------------------------------------------------------------------------------------


@cache
def _nested() -> re.Pattern[str]:
    return re.compile(rf"{alternatives((*sums.table().including, *sums.table().of_them))}\b")


@cache
def _resumes() -> re.Pattern[str]:
    """Between what an item holds and the next item."""
    return re.compile(rf"\s*(?:;|,\s+{alternatives(sums.table().item_joints)}\b)")


@cache
def _placed() -> re.Pattern[str]:
    return re.compile(rf"(?:^|\s){alternatives(sums.table().places)}\s")


@cache
def _plain_words() -> re.Pattern[str]:
    """Up to three words that name things without counting them."""
    table = sums.table()
    counting = alternatives((*table.one, *table.and_more, *table.new_count, *table.pronouns, *table.finite))
    word = rf"(?!{counting}\b)[a-z'-]+"
    return re.compile(rf"{word}(?:\s{word}){{0,2}}")


@cache
def _lead() -> re.Pattern[str]:
    words = alternatives(sums.table().leads)
    return re.compile(rf"(?:{words}(?:\s+{words})?)?")


@cache
def _label() -> re.Pattern[str]:
    """A name before its figure: "greens 15", "in the north 12"."""
    return re.compile(r"(?:[^\W\d_][\w'.-]*\s?){1,4}(?<!\bor):?")


@cache
def _numbered() -> re.Pattern[str]:
    return re.compile(
        r"(?P<label>(?:[^\W\d_][\w'.-]*:?\s){0,4})(?P<number>\d{1,3}(?:,\d{3})+|\d+)(?P<rest>(?:\s[^\W\d_][\w'.-]*){0,4})"
    )


@cache
def _single() -> re.Pattern[str]:
    words, not_one = alternatives(sums.table().one), alternatives(sums.table().not_one)
    return re.compile(rf"(?:also\s+)?{words}\s+(?!{not_one}\b)(?P<noun>[^\W\d_][^\d]{{1,60}})$")


@cache
def _definite() -> re.Pattern[str]:
    """ "the driver", "the driver of the bus"."""
    return re.compile(
        r"(?:also\s+)?the\s(?:[a-z-]+\s)?(?P<noun>[a-z-]+(?<!s))(?:\s(?:of|from)\s[^\d⟨]{1,30})?"
    )


@cache
def _each() -> re.Pattern[str]:
    return re.compile(rf"\b(?:every|{alternatives(sums.table().each)})\b")


@cache
def _each_of() -> re.Pattern[str]:
    """ "each of the other three", "each of four"."""
    again, its = alternatives(sums.table().rest_again), grammar.pattern("impersonal_possessive")
    return re.compile(rf"\beach of (?:(?:the|{its}) )?(?:{again} )?⟨c(?P<index>\d+)⟩")


@cache
def _run_on() -> re.Pattern[str]:
    return re.compile(r"[a-z-]+s\san?\s[a-z-]+(?:\s[a-z-]+)?")


@cache
def _of_them() -> re.Pattern[str]:
    return re.compile(rf"{alternatives(sums.table().of_them)}\b")


@cache
def _timed() -> re.Pattern[str]:
    compared, against = alternatives(sums.table().compared), alternatives(sums.table().set_against)
    return re.compile(rf"^\s*{against}\b|\b(?:{dates.BARE_YEAR}|{compared})\b")
