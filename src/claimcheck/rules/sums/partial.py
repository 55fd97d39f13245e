"""Parts named by their whole: "nine of the twelve buses", "twelve buses, nine of them empty", "of the 40, 25 left"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from claimcheck.lexicon import dates, sums
from claimcheck.lexicon.patterns import alternatives
from claimcheck.model import Claim
from claimcheck.rules.lines import Line
from claimcheck.rules.sums import lists
from claimcheck.rules.sums.lists import Listed
from claimcheck.rules.sums.part import Reach, Sum, part
from claimcheck.rules.sums.related import addable, dwarfs, relation

SEVERAL = 3  # items of a list that may be all there are; of two, there may be others
FEW = 10  # a number up to it may be one of which a share is said: "three of four"
MILLION = 10**6  # a number without a unit that is said to be part of a measure; a smaller one counts things


def find(line: Line) -> Iterator[Sum]:
    """All wholes of a line that a part names."""
    for index in range(len(line.marks)):
        if addable(line, index):
            yield from _of_the(line, index)
            yield from _of_them(line, index)
            yield from _of_these(line, index)


def pair(line: Line, index: int) -> bool:
    """True where this mark is a part of the next: "nine of the twelve buses"."""
    if index + 1 >= len(line.marks) or line.marks[index].letter != line.marks[index + 1].letter:
        return False
    behind = line.words[line.marks[index + 1].end :]
    between = line.after(index)
    named = _part_of().fullmatch(between) or _out_of().fullmatch(between)
    if not named or _owner().match(behind) or _them_behind().match(behind):
        return False  # "900 dead of the tribe 700 of whom": the second one is the part
    return relation(line.marks[index].claim, line.marks[index + 1].claim) != "other"


def is_part(line: Line, index: int) -> bool:
    """True for a figure behind "of which": it has its whole before it."""
    return bool(_them_before().search(line.before(index)))


def opens(line: Line, index: int) -> bool:
    """True where this mark is a whole whose parts follow: "of the 40 aboard, 25"."""
    return bool(_whole_first().search(line.until(index)) and _to_parts().match(line.after(index)))


def _of_the(line: Line, index: int) -> Iterator[Sum]:
    """ "nine of the twelve buses"."""
    if pair(line, index):
        yield Sum(line.marks[index + 1].claim, (part(line.marks[index].claim),), "open", "of the", 0.9)
    elif (
        index + 1 < len(line.marks)
        and _among().search(line.until(index))
        and _to_parts().match(line.after(index))
    ):
        whole, first = line.marks[index].claim, line.marks[index + 1].claim
        if relation(first, whole) != "other" and line.marks[index + 1].letter == line.marks[index].letter:
            yield Sum(whole, (part(first),), "open", "among", 0.85)


def _of_them(line: Line, index: int) -> Iterator[Sum]:
    """ "twelve buses, nine of them empty": the part may be of any count before it."""
    behind = _them_behind().match(line.after(index))
    before = _them_before().search(line.before(index))
    if index == 0 or not (behind or before) or _or().search(line.before(index)):
        return
    if before and _uncounted().search(line.before(index)[: before.start()]):
        return
    wholes = [each for each in _before(line, index) if relation(line.marks[index].claim, each) != "other"]
    wholes = [each for each in wholes or _measured(line, index) if not dwarfs(line.marks[index].claim, each)]
    if not wholes or (wholes[-1] is line.marks[index - 1].claim and not _joint().search(line.before(index))):
        return  # "Eight cores can carry 64 of these": of what stands before them
    start = line.marks[index].start
    listed = lists.read(line, start, line.marks[index].letter, "any")
    cue = " ".join((behind or before or [""])[0].split()).strip(" ,(")
    yield _summed(wholes, listed, line, index, cue)


def _summed(wholes: list[Claim], listed: Listed, line: Line, index: int, cue: str) -> Sum:
    """The parts behind "of whom" where they belong together, else the first of them alone."""
    total, first = wholes[-1], line.marks[index].claim
    measures = (mark.claim for mark in line.marks[:index] if mark.letter in "du" and mark.claim is not total)
    rivals = (*wholes[:-1], *measures)  # "31 people gave 1,900 hours, 1,100 of them at night"
    alike = all(each.claim is None or relation(each.claim, total) != "other" for each in listed.parts)
    several = alike and listed.whole and not listed.timed and same_thing(listed)
    if not several or len(wholes) > 1:
        return Sum(total, (part(first),), "open", cue, 0.85, rivals=rivals)
    return Sum(total, listed.parts, "open", cue, 0.85, near=True, rivals=rivals)


def _of_these(line: Line, index: int) -> Iterator[Sum]:
    """ "of the 40 aboard, 25 were rescued and 15 drowned"."""
    opening = _to_parts().match(line.after(index))
    if index + 1 >= len(line.marks) or opening is None or not _whole_first().search(line.until(index)):
        return
    if _these().search(line.until(index)) and _is_bare(line, index):
        return  # "Of these 500 came by bus, 400 ..."
    if index and line.after(index - 1).endswith(", of ") and _whole_first().search(line.until(index - 1)):
        return  # "of its 78 staff, of seven nationalities, 20"
    total = line.marks[index]
    listed = lists.read(line, total.end + opening.end(), total.letter, "any", labels=True)
    relations = {relation(each.claim, total.claim) for each in listed.parts if each.claim is not None}
    alone = len(listed.parts) == 1 and "unknown" in relations
    if not relations or alone or "other" in relations or listed.timed:
        return
    told = listed.whole and (not any(listed.rests) or same_thing(listed))
    reach: Reach = "open" if len(listed.parts) == 1 else "likely"
    ended = ends(listed) and not shares(line, total.end, listed.end)
    yield Sum(total.claim, listed.parts, reach, "of the", 0.85, apart=told, ended=ended)


def _is_bare(line: Line, index: int) -> bool:
    """True for a figure without noun that a verb follows, not a comma: it is a part itself."""
    return line.marks[index].claim.mention.noun is None and not line.after(index).startswith(",")


def ends(listed: Listed) -> bool:
    """True for three items and more of which the last is joined by "and", none of them a name: "the Greens 12"."""
    return listed.whole and listed.joined and len(listed.parts) >= SEVERAL and all(listed.rests)


def shares(line: Line, start: int, end: int) -> bool:
    """True where a list says what one can do beside other things: "nine sell it"."""
    return bool(sums.any_of("traits").search(line.words, start, end))


def _outcomes(listed: Listed) -> bool:
    """True where every item ends in another way: killed, captured, returned."""
    found = [frozenset(sums.any_of("outcomes").findall(rest)) for rest in listed.rests]
    return all(found) and len(set(found)) == len(found)


def _sides(listed: Listed) -> bool:
    """True where only the first item has a verb: "45 went to Labour, 35 to the Greens", not "45 left, 35 by boat"."""
    if any(day().search(rest) for rest in listed.rests):
        return False  # "140 seats were taken on Friday and 95 on Saturday"
    placed = listed.rests and sums.any_of("places").search(listed.rests[0])
    return bool(placed) and all(_place().match(rest) for rest in listed.rests[1:])


def same_thing(listed: Listed) -> bool:
    """True where the items differ in place, in use or in how they ended, so that none is counted twice."""
    return _outcomes(listed) or _sides(listed)


def _before(line: Line, index: int) -> list[Claim]:
    """The claims that a part can be of; none where a fraction that nothing is counted in stands among them."""
    letter = line.marks[index].letter
    found = [mark.claim for mark in line.marks[:index] if mark.letter == letter]
    found = [claim for claim in found if not _is_ratio(line, claim)]
    broken = letter == "c" and any((claim.mention.value or 0) % 1 for claim in found)
    return [] if broken else found


def _is_ratio(line: Line, claim: Claim) -> bool:
    """True for both figures of "three of four voters": so many of every four."""
    index = next(i for i, mark in enumerate(line.marks) if mark.claim is claim)
    small = (claim.mention.value or 0) <= FEW
    return small and any(
        line.after(i).strip() in ("of", "out of", "in") for i in (index - 1, index) if i >= 0
    )


def _measured(line: Line, index: int) -> list[Claim]:
    """The measure right before millions that share its unit: "at a cost of $500 million, of which 50 million"."""
    part, whole = line.marks[index], line.marks[index - 1]
    large = part.letter == "c" and (part.claim.mention.value or 0) >= MILLION
    bare = large and part.claim.mention.noun is None and is_part(line, index)
    return [whole.claim] if bare and whole.letter in "mu" else []


# --- patterns --------------------------------------------------------------------------------------------


@cache
def _part_of() -> re.Pattern[str]:
    """What stands between a part and its whole: " of the twelve", not " on top of the twelve"."""
    apart = alternatives(("of", *sums.table().joints, *sums.table().places))
    beyond = rf"(?:[a-z-]+\s+)?{alternatives(sums.table().beyond)}\s+of\b"
    # "the other twelve", "the nearly twelve", not "of the tribe 12", whose comma is missing
    words, endings = alternatives(sums.table().describing), alternatives(sums.table().describing_endings)
    told = rf"(?:[a-z-]+{endings}|{words})"
    return re.compile(
        rf"""
        \s+(?!{beyond})(?:(?!each\b)[a-z-]+\s+){{0,2}}?(?:out\s+)?of\s+
        {_determiner()}\s+(?:(?!{apart}\b){told}\s+){{0,2}}
        """,
        re.VERBOSE,
    )


@cache
def _out_of() -> re.Pattern[str]:
    """ " sailors were lost at sea out of a total of "."""
    return re.compile(
        rf"(?:\s(?!{alternatives(sums.table().joints)}\b)[a-z'-]+){{1,6}}?\sout\sof\sa\stotal\sof\s"
    )


@cache
def _owner() -> re.Pattern[str]:
    """ "500 of the two countries' soldiers" are no part of two."""
    return re.compile(r"(?:\s+[a-z-]+){0,3}(?:s'|'s)(?!\w)|-")


@cache
def _them_behind() -> re.Pattern[str]:
    them, share = alternatives(sums.table().of_them), alternatives(sums.table().pronouns)
    noun = rf"(?!{share}\b)[a-z-]+\s+(?!\S+\s+(?:which|whom)\b)"  # "64 buses of which 20": of these
    return re.compile(rf"\s+(?:{noun})?(?P<cue>{them})\b")


@cache
def _joint() -> re.Pattern[str]:
    """Between a whole and its part: a mark or a word that begins a clause."""
    return re.compile(rf"[,;:.()–—-]|\b{alternatives(sums.table().clause_joints)}\b")


@cache
def _them_before() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[,;(–]\s*)(?P<cue>{alternatives(sums.table().of_them)}),?(?:\s[a-z]+ly)?\s*$")


@cache
def _uncounted() -> re.Pattern[str]:
    """Right before "of which", what that is part of: "26 herons, 19 ducks and the crane"."""
    return re.compile(r"\band\s(?:an?|the)\s[^\d⟨,;]{1,40}$")


@cache
def _or() -> re.Pattern[str]:
    """Before a figure that stands for another: "one, ten or fifty of them"."""
    return re.compile(r"\bor\s(?:even\s)?$")


@cache
def _whole_first() -> re.Pattern[str]:
    """Before the whole: "Of the ", "out of a total of "; what follows "of which" is a part."""
    them = "which|whom|them"
    return re.compile(
        rf"(?:^|[,;:–(.]|\bthat|\band|\bbut)\s*\"?(?:out\s+)?of\s+(?:{_determiner()}\s+)?(?:(?!(?:of|{them})\b)[a-z-]+\s+){{0,2}}$"
    )


@cache
def _among() -> re.Pattern[str]:
    return re.compile(rf"^\W*among\s+(?:{_determiner()}\s+)?$")


@cache
def _to_parts() -> re.Pattern[str]:
    """Between the whole and its first part: " people aboard, ", " killed ", " seats, labour won "."""
    won = alternatives(sums.table().gained)
    return re.compile(rf"[^,;:.()–⟨]{{0,60}}(?:,\s(?:the\s)?[a-z-]+\s{won}\s|,\s*|(?<!\band)(?<!\bor)\s)$")


@cache
def _these() -> re.Pattern[str]:
    return re.compile(r"\bof (?:these|those) $")


@cache
def _place() -> re.Pattern[str]:
    return re.compile(rf"{alternatives(sums.table().places)}\b")


@cache
def day() -> re.Pattern[str]:
    """A day or month behind its preposition: "on saturday", "in march"."""
    named = alternatives((*dates.months(), *dates.weekdays()))
    return re.compile(rf"\b(?:on|in|during)\s(?:\d{{1,2}}\s)?{named}\b")


@cache
def _determiner() -> str:
    """In front of a whole: "of the twelve"."""
    return alternatives(sums.table().determiners)
