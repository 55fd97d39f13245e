"""What a figure rose or fell by, beside where it began and ended: "rose 8 percent, from 250 to 270"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from claimcheck.lexicon import dates, grammar, shares
from claimcheck.lexicon.patterns import alternatives, whole
from claimcheck.model import Claim, Mention
from claimcheck.rules.lines import Line, Mark
from claimcheck.rules.shares.part import Change
from claimcheck.rules.sums.related import is_bare

FAR = Decimal("0.2")  # of the larger end: what is further off was counted from elsewhere
SCALE = 1000  # the least scale word


def find(line: Line) -> Iterator[Change]:
    """Every change of a line with its ends; the way of writing that says most counts."""
    if " from " not in line.words and not _base().search(line.words):
        return
    if not _moves().search(line.words):
        return
    seen: set[str] = set()
    for pattern in _forms():
        position = 0
        while (found := pattern.search(line.words, position)) is not None:
            change = None if found["from"] in seen else _change(line, found)
            position = found.start() + 1 if change is None else found.end()
            if change is not None:
                seen.add(found["from"])
                yield change


def _change(line: Line, found: re.Match[str]) -> Change | None:
    groups = found.groupdict()
    before = line.marks[int(groups["from"])]
    after = line.marks[int(groups.get("to") or groups["from"])]
    if not _ends(before, after) or _against_one().match(line.words[after.end :]):
        return None
    if groups.get("bare") is not None and not _only_two(line, before, after):
        return None
    if groups.get("to") and line.until(int(groups["to"])).endswith(", or "):
        return None  # "624 million, or 1.37 a share, up from 537 million"
    by = line.marks[int(groups["by"])].claim if groups.get("by") else None
    word = groups.get("move") or groups["factor"]
    if word in shares.table().taking and groups.get("by") is None and _takes(line, found, word):
        return None
    if word not in shares.table().factors and not _direction(word):
        return None
    if (
        word in shares.table().leaping
        and by is None
        and is_bare(before.claim.mention)
        and is_bare(after.claim.mention)
    ):
        return None
    if (
        groups.get("base")
        and by is not None
        and _another_base(before.claim, after.claim, by, _direction(word))
    ):
        return None  # "the weekly rate rose 0.6 percent to 54 percent, against 67 percent a year ago"
    return Change(
        before.claim,
        after.claim,
        by,
        word,
        _direction(word),
        groups.get("factor"),
        groups.get("hedge"),
        of_point=bool(groups.get("points")),
    )


def _only_two(line: Line, before: Mark, after: Mark) -> bool:
    """True where no other figure of a sentence can be what is "up from" another."""
    alike = [mark for mark in line.marks if mark.letter in (before.letter, after.letter)]
    return all(mark in (before, after) for mark in alike)


def _takes(line: Line, found: re.Match[str], word: str) -> bool:
    """True for a range as object of a verb: "the town lost from 30 to 50 houses", but not "was cut from 50 to 30"."""
    passive = _passive().search(line.words[: found.start()])
    return not passive and bool(re.match(rf"{word}\sfrom\b", line.words[found.start() :]))


def _direction(word: str) -> int:
    table = shares.table()
    return 1 if word in table.up else -1 if word in table.down else 0


def _ends(before: Mark, after: Mark) -> bool:
    """True for two figures of one kind and unit, or one range that holds both."""
    one, other = before.claim.mention, after.claim.mention
    if before is after:
        return one.value is None and one.low is not None and one.high is not None and not one.vague
    same = (before.letter == after.letter and one.unit == other.unit) or is_bare(one)
    if before.letter == "c" and other.value == 1 and one.noun is None and (one.value or 0) > 1:
        return False  # a ratio: "from 3 to 1"
    if one.value and other.value and _borrows_scale(one, other):
        return False
    return same and one.value is not None and other.value is not None


def _another_base(before: Claim, after: Claim, by: Claim, direction: int) -> bool:
    """True for ends that lie the other way round than is said, or far from what is said in their own unit."""
    one, other, moved = (each.mention.value or Decimal(0) for each in (before, after, by))
    same = by.mention.kind == before.mention.kind and by.mention.unit == before.mention.unit
    far = same and abs(abs(other - one) - moved) > FAR * max(one, other)
    return (other - one) * direction < 0 or far


def _borrows_scale(one: Mention, other: Mention) -> bool:
    """True for a small figure that leaves its scale to another: "to 381 million dollars from 160"."""
    small, large = sorted((one.value or Decimal(0), other.value or Decimal(0)))
    return small < SCALE and large >= SCALE * small


# --- patterns: the ends are `from` and `to`, or `from` alone for a range; `by` is how much ---------------


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """Ways to write a change, those that say how much first."""
    parts = _parts()
    return tuple(
        re.compile(form.format(**parts))
        for form in (
            r"{move}{much}{by}(?:,?\s|\s\(){span}",  # rose 8 percent, from 250 to 270
            r"{move}{much}{by},?\s{back}",  # cut its staff by 8 percent to 250, from 270
            r"{move}{much}{by},?\sfrom\s{range}",
            r"{move}\s{span}{np},?\s(?:or\s)?by\s{by}",  # rose from 250 to 270, or by 8 percent
            r"{span}{np},?\s(?:or\s|that\sis,?\s)?{a_move}{by}",  # from 65 to 125, an increase of 60
            r"{to}{np},\s(?:up|down)\sfrom\s{from}{np},\s{a_move}{by}",  # 120 seats, up from 95, a gain of 25
            r"{got}{by},\s{moving}\s{span}",  # lost 25 seats, falling from 120 to 95
            r"{move}\s{by}\s(?:at|to)\s{to}{np},\s(?P<base>{against})\s{from}",  # up 12 percent at 112, against 100
            r"{to}{np}\s{be}\s{by}\s{move}\s(?:than\s)?(?:the\s)?{from}",  # 20 percent below the 50
            r"{to}{np},\s(?:or\s)?{by}\s{move}\s(?:than\s)?(?:the\s)?{from}",  # 1.15, 4 percent higher than 1.11
            r"{back}{np},?\s(?:or\s|that\sis,?\s)?{a_move}{by}",  # to 120 from 160, a drop of 25 percent
            r"{to}{np},\s{a_move}{by},?\s{against}{of}\s{from}",  # 36, up 20 percent from 30
            r"{factor},?\s{span}",  # doubled from 450 to 900
            r"{factor},?\s{back}",
            r"{factor},?\sfrom\s{range}",
            r"{move}\s{span}",
            r"{move}\s{back}",
            r"{to}(?P<bare>{np}){in_time}?,?\s{move}\sfrom\s{from}",  # 120 seats, up from 95
        )
    )


@cache
def _parts() -> dict[str, str]:
    table = shares.table()
    # Whether a word is one of change is asked when all else fits: patterns of few words are quickly made.
    move = r"\b(?P<move>(?!(?:of|by|from|to)\b)[a-z]{2,})"
    np = rf"(?:\s(?!{alternatives(table.behind_end)}\b)(?:[a-z'-]+|{dates.RECENT_YEAR})){{0,3}}?"
    end = r"⟨[cmpu](?P<{}>\d+)⟩"
    factors = alternatives(table.factors)
    from_, to = end.format("from"), end.format("to")
    return {
        "move": move,
        "be": grammar.pattern("finite_be"),
        "np": np,
        "in_time": rf"(?:\sin\s(?:the\s)?[a-z-]+(?:\s{alternatives(table.spans)})?)",
        "got": rf"{move}\s(?:by\s)?",
        "moving": r"[a-z]+",
        "a_move": rf"(?:an?\s(?:[a-z-]+\s)?)?{move}(?:\sof|\sby)?\s",
        "much": rf"(?:{np}\sby)?\s",
        "from": from_,
        "to": to,
        "range": from_,
        "by": rf"⟨[pscmu](?P<by>\d+)⟩(?P<points>\s(?:of\s)?a\s(?:percentage\s)?point)?{np}",
        "span": rf"from\s{from_}{np},?\sto\s{to}",
        "back": rf"to\s{to}{np},?\s(?:up\s|down\s)?from\s{from_}",
        "of": r"(?:\s(?:the|its|a|last)\s(?:[a-z'-]+\s){1,4}of)?",
        "against": alternatives(table.against),
        "factor": rf"\b(?P<hedge>{alternatives(table.hedges)}\s)?(?P<factor>{factors}){np}",
    }


@cache
def _against_one() -> re.Pattern[str]:
    """A rate of exchange falls when its number rises: "from 60 to 80 to the dollar"."""
    return re.compile(r"\s(?:to|against|for|per)\s(?:the|a|an|one)\b")


@cache
def _passive() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{grammar.pattern('finite_be')}|be|been|being)\s(?:[a-z]+ly\s)?$")


@cache
def _base() -> re.Pattern[str]:
    """Words before the figure that a change is counted from, other than "from"."""
    return re.compile(rf"\b{alternatives((*shares.table().against, 'than', 'the'))}\s⟨")


@cache
def _moves() -> re.Pattern[str]:
    table = shares.table()
    return whole((*table.up, *table.down, *table.factors))
