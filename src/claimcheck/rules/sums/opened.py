"""A total before its parts: "nine people, including four children", "nine people: two men and seven women"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile

import msgspec

from claimcheck.lexicon import dates, sums
from claimcheck.lexicon.nouns import is_people
from claimcheck.model import Claim
from claimcheck.rules.lines import ADDABLE, Line, Mark
from claimcheck.rules.sums import lists, partial
from claimcheck.rules.sums.lists import Listed
from claimcheck.rules.sums.part import Part, Reach, Sum
from claimcheck.rules.sums.related import (
    are_sorts,
    exhaustive,
    is_general,
    relation,
    within,
)

FAR = 8  # words between a total and "including", over which they need not belong together
BETWEEN = 2  # other figures between a total and its parts: "45 people in two villages, including 12 children"
DEAR = 1000  # what costs less may have other prices for some
CLOSE = 4  # words of the counted thing itself
APPOSED, PLACES = "an apposition", "a list of places"
LISTED = (APPOSED, PLACES)  # cues that are no more than a comma
MARKS = {":": "a colon", "–": "a dash", "(": "brackets"}


class Opening(msgspec.Struct, frozen=True):
    """What stands between a total and its parts, and where the parts begin."""

    total: int
    cue: str
    start: int
    behind: str  # the words between the total and the cue
    complete: bool  # the cue says that nothing is left out


def find(line: Line) -> Iterator[Sum]:
    """All totals of a line with the parts that follow them."""
    for index in range(len(line.marks)):
        if (
            line.marks[index].letter in ADDABLE + "d"
            and not _glued(line, index)
            and _counts(line.marks[index])
        ):
            for opening in _openings(line, index):
                found = _sum(line, opening)
                if found is not None:
                    yield found
                    break


def _glued(line: Line, index: int) -> bool:
    """True for a number that is joined to what stands before it: "optparse.py:77:1:"."""
    return line.until(index)[-1:] not in ("", " ", "(", '"')


def _counts(mark: Mark) -> bool:
    """False for a count with decimals: an average, or a version ("release 2.2 includes 55 modules")."""
    value = mark.claim.mention.value
    return mark.letter != "c" or value is None or value % 1 == 0


def _openings(line: Line, index: int) -> Iterator[Opening]:
    """The cues between a mark and the next, the strongest first; then those behind figures that hold no such parts."""
    commas = () if partial.is_part(line, index) else (_comma(),)
    yield from _cues(line, index, index, (_including(), _consisting(), _mark(), *commas))
    for last in range(index + 1, min(index + 1 + BETWEEN, len(line.marks) - 1)):
        part = line.marks[last + 1].claim
        if relation(part, line.marks[last].claim) != "other":
            return
        if part.mention.noun and relation(part, line.marks[index].claim) in ("same", "narrower"):
            sorts = _sexes().match(line.words, line.marks[last + 1].start)
            yield from _cues(line, index, last, (_including(), _with(), *([_comma()] if sorts else [])))


def _cues(line: Line, index: int, last: int, patterns: Sequence[re.Pattern[str]]) -> Iterator[Opening]:
    """The cues right behind the mark `last` for a total at `index`."""
    gap, total, offset = line.after(last), line.marks[index].end, line.marks[last].end
    for pattern in patterns:
        found = pattern.search(gap)
        if found is not None:
            cue = " ".join(found["cue"].split())
            complete = pattern in (_consisting(), _mark())
            behind = line.words[total : offset + found.start()]
            yield Opening(index, cue, offset + found.end(), behind, complete)


def _sum(line: Line, opening: Opening) -> Sum | None:
    total = line.marks[opening.total]
    if opening.complete:
        if _is_tariff(line, opening):
            return None
        letters = total.letter if total.letter == "c" else total.letter + "c"
        listed = lists.read(line, opening.start, letters, "any", labels=True)
        return _marked(line, opening, listed)
    if opening.cue == "," and _is_tariff(line, opening):
        return None
    verb = bool(_finite().search(line.words[: opening.start]))
    listed = lists.read(line, opening.start, total.letter, "stop" if verb else "last")
    if opening.cue == ",":
        return _apposed(line, opening, listed)
    return _included(
        line, opening, listed if listed.parts else lists.first(line, opening.start, total.letter)
    )


def _is_tariff(line: Line, opening: Opening) -> bool:
    """True for a price that some do not pay: "12 euros (8 for pupils, 6 for members)"."""
    total = line.marks[opening.total].claim.mention
    small = total.kind == "money" and (total.value or 0) < DEAR
    return small and bool(_payers().search(line.words, opening.start))


# --- by cue ----------------------------------------------------------------------------------------------


def _included(line: Line, opening: Opening, listed: Listed) -> Sum | None:
    total = line.marks[opening.total].claim
    fits = takewhile(lambda each: each.claim is None or _fits(each.claim, total), listed.parts)
    parts = tuple(fits)
    if parts == listed.parts and listed.own_clause and not _same_event(parts[-1], total):
        parts = parts[:-1]
    far = len(opening.behind.split()) > FAR
    if (
        not parts
        or not _is_thing(total, parts)
        or listed.timed
        or (far and not all(_plain(each, total) for each in parts))
    ):
        return None
    everyone = listed.whole and parts == listed.parts and is_people(total.noun) and exhaustive(parts)
    reach: Reach = "closed" if everyone else "open"
    return Sum(total, parts, reach, opening.cue, 0.85, rivals=_rivals(line, opening.total))


def _marked(line: Line, opening: Opening, listed: Listed) -> Sum | None:
    total = line.marks[opening.total].claim
    claims = [each.claim for each in listed.parts if each.claim is not None]
    relations = ["same" if _borrows(claim, total) else relation(claim, total) for claim in claims]
    if opening.cue == "(" and not _beside(opening, listed):
        return None
    if (
        "other" in relations
        or not listed.whole
        or listed.timed
        or listed.bare
        or not _is_thing(total, listed.parts)
    ):
        return None
    cue, known = MARKS.get(opening.cue, opening.cue), bool(relations) and "unknown" not in relations
    return Sum(
        total,
        listed.parts,
        "closed",
        cue,
        0.9 if known else 0.7,
        soft=not known,
        same_size=not known
        or _may_be_number(total, listed.parts)
        or any(_borrows(claim, total) for claim in claims),
    )


def _borrows(part: Claim, total: Claim) -> bool:
    """True for a bare number that leaves its unit to the total: "180,000 euros: 90,000 on pumps and ..."."""
    bare = part.mention.kind == "count" and not _names_thing(part)
    return bare and total.mention.kind == "money" and (total.mention.value or 0) >= DEAR


def _may_be_number(total: Claim, parts: Sequence[Part]) -> bool:
    """True where total or parts say nothing of what they count: "440670 unhandled call: 252 open and 253 close"."""
    claims = [each.claim for each in parts if each.claim is not None]
    named = any(map(_names_thing, claims)) or any(each.words for each in parts)
    return not (named and _names_thing(total)) and not any(is_people(claim.noun) for claim in claims)


def _names_thing(claim: Claim) -> bool:
    return bool(claim.mention.noun or claim.mention.unit)


def _beside(opening: Opening, listed: Listed) -> bool:
    """True for brackets right behind the counted thing, or with items that say what they count."""
    claims = [each.claim for each in listed.parts if each.claim is not None]
    return len(opening.behind.split()) <= CLOSE or all(
        claim.mention.noun or claim.mention.unit for claim in claims
    )


def _is_thing(total: Claim, parts: Sequence[Part]) -> bool:
    """True where anything is named that is counted: "2 (1, 1)" is no sum of prose."""
    claims = [total, *(each.claim for each in parts if each.claim is not None)]
    return any(map(_names_thing, claims)) or any(each.words for each in parts)


def _apposed(line: Line, opening: Opening, listed: Listed) -> Sum | None:
    """ "nine people, four nurses and five boys, were hurt"; "nine were hurt, four in Orvane and five in Belmar"."""
    total = line.marks[opening.total].claim
    if not listed.whole or listed.timed or _open_end().match(line.words[listed.end :]):
        return None
    if ")" in opening.behind:
        return None  # "21 in the league (34 games), three in the cup and two abroad"
    if not all(each.claim is None or _fits(each.claim, total) for each in listed.parts):
        return None
    if _placed(listed):
        near = _is_placed(opening.behind, listed) and not _names(total, listed)
        return Sum(total, listed.parts, "likely" if near else "closed", PLACES, 0.8)
    own_words = opening.behind
    short = len(own_words.split()) <= CLOSE and not (
        _finite().search(own_words) or _place().search(own_words)
    )
    sorts = is_people(total.noun) and are_sorts(listed.parts, total)
    people = sorts or _of_people(total, listed)
    if (short and (people or _of_kinds(total, listed) or _described(total, listed))) or (
        people and _bare(listed)
    ):
        return Sum(total, listed.parts, "closed", APPOSED, 0.8, soft=True)
    return None


def _bare(listed: Listed) -> bool:
    """True for nouns and nothing else: "3,690 people came, 2,079 miners and 1,611 relatives"."""
    return all(len(rest.split()) == 1 for rest in listed.rests)


def _described(total: Claim, listed: Listed) -> bool:
    """True for sorts of the counted thing: "20 hospitals, 14 public and six private"."""
    nouns = any(
        each.claim is None or each.claim.mention.noun or each.claim.mention.unit for each in listed.parts
    )
    return (
        total.mention.noun is not None
        and not nouns
        and all(_sort().fullmatch(rest) and rest not in _states() for rest in listed.rests)
    )


def _placed(listed: Listed) -> bool:
    """True where the items have no noun of their own and say where: "four in Orvane and five in Belmar"."""
    return all(_place().match(_of_things().sub("", rest)) for rest in listed.rests)


def _names(total: Claim, listed: Listed) -> bool:
    """True where the first item names the total again: "with 37 of the candidates registered in the capital"."""
    return bool(re.match(rf"of the {re.escape(total.mention.noun_phrase or '?')}\b", listed.rests[0]))


def _is_placed(words: str, listed: Listed) -> bool:
    """True where the total has a place of its own, or a day as its parts have: those may be of the same level."""
    if any(_day().match(rest) for rest in listed.rests):
        return bool(_place().search(words))
    return bool(_place().search(_day().sub("", words)))


def _of_people(total: Claim, listed: Listed) -> bool:
    claims = [each.claim for each in listed.parts if each.claim is not None]
    return is_general(total) and bool(claims) and all(_is_kind(claim, total) for claim in claims)


def _is_kind(claim: Claim, total: Claim) -> bool:
    """True for people of a kind: soldiers, relatives."""
    named = claim.mention.noun is not None and not is_general(claim)
    return named and (is_people(claim.noun) or relation(claim, total) == "narrower")


def _of_kinds(total: Claim, listed: Listed) -> bool:
    """ "twelve schools, five primary schools and seven secondary schools"."""
    claims = [each.claim for each in listed.parts if each.claim is not None]
    phrase = (total.mention.noun_phrase or "").split()
    return (
        len(claims) == len(listed.parts)
        and len(phrase) == 1
        and all(
            each.mention.noun == total.mention.noun and len((each.mention.noun_phrase or "").split()) > 1
            for each in claims
        )
    )


def _fits(part: Claim, total: Claim) -> bool:
    """True where a part can be one of the total and its noun does not speak of another event: "20 injured"."""
    if relation(part, total) == "other":
        return False
    return part.mention.noun not in _states() or part.action == total.action


def _same_event(part: Part, total: Claim) -> bool:
    """False for a last item that is the next clause: "including four children, and 15 people were injured"."""
    return part.claim is None or part.claim.action == total.action


def _plain(part: Part, total: Claim) -> bool:
    """True for a part of the same noun as the total or of one that is within it, or without a noun."""
    noun = part.claim.mention.noun if part.claim is not None else None
    return (
        noun is None or is_general(total) or (part.claim is not None and within(part.claim.noun, total.noun))
    )


def _rivals(line: Line, index: int) -> tuple[Claim, ...]:
    letter = line.marks[index].letter
    return tuple(mark.claim for mark in line.marks[:index] if mark.letter == letter)


# --- patterns --------------------------------------------------------------------------------------------


@cache
def _including() -> re.Pattern[str]:
    including = sums.alternatives(sums.table().including)
    return re.compile(rf"[,(–]?\s*(?<!\bnot )\b(?P<cue>{including})\b:?\s*")


@cache
def _consisting() -> re.Pattern[str]:
    consisting = sums.alternatives(sums.table().consisting)
    strong = r"(?<=-)(?:member|person|seat|strong) [a-z]+ (?:had|has|of|with)"  # a 12-member jury of
    return re.compile(rf"[,(–]?\s*\b(?P<cue>{consisting}|{strong})\b:?\s*")


@cache
def _sexes() -> re.Pattern[str]:
    """Two sorts of people that leave no others of their kind: "198 girls and 224 boys"."""
    named = sums.alternatives(sums.table().plurals)
    return re.compile(rf"⟨c\d+⟩\s{named}(?:,|\sand|,\sand)\s⟨c\d+⟩\s{named}\b")


@cache
def _payers() -> re.Pattern[str]:
    return re.compile(rf"\b{sums.alternatives(sums.table().payers)}\b")


@cache
def _states() -> frozenset[str]:
    return frozenset(sums.table().states)


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(r"(?:\s*(?=:)|\s+)(?P<cue>[:–(])\s*(?=[^:–()]*$)")


@cache
def _comma() -> re.Pattern[str]:
    return re.compile(r"(?P<cue>,)\s*(?:with\s+)?")


@cache
def _with() -> re.Pattern[str]:
    return re.compile(r"(?P<cue>,)\s*with\s+")


@cache
def _place() -> re.Pattern[str]:
    return re.compile(rf"\b{sums.alternatives(sums.table().places)}\b")


@cache
def _day() -> re.Pattern[str]:
    """A day or month behind its preposition: "on saturday", "in march"."""
    named = sums.alternatives((*dates.months(), *dates.weekdays()))
    return re.compile(rf"\b(?:on|in|during)\s(?:\d{{1,2}}\s)?{named}\b")


@cache
def _sort() -> re.Pattern[str]:
    """One word that is no adverb."""
    return re.compile(r"(?!\w+ly\b)[a-z-]{3,}")


@cache
def _of_things() -> re.Pattern[str]:
    """What may stand between a figure and its place: "one", "of the candidates registered"."""
    return re.compile(
        r"^(?:one\s|of\s(?:the|its|their|them)\s(?:[a-z-]+\s){1,2}?(?:[a-z]+ed\s)?(?=in\b|at\b))"
    )


@cache
def _open_end() -> re.Pattern[str]:
    return re.compile(rf"\W*{sums.alternatives((*sums.table().including, *sums.table().among))}\b")


@cache
def _finite() -> re.Pattern[str]:
    return re.compile(rf"\b{sums.alternatives(sums.table().finite)}\b")
