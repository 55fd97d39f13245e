"""Over how long a figure was counted: what happened in a month and on a day, since something began and on Monday."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from claimcheck.lexicon import numbers, periods
from claimcheck.lexicon.patterns import alternatives
from claimcheck.model import Period
from claimcheck.normalise.claim import actions
from claimcheck.normalise.matching.facts import Facts
from claimcheck.normalise.matching.topics import LONG
from claimcheck.normalise.text import cues

DAY, WEEK, MONTH, YEAR = 2, 7, 28, 300  # days of what counts as one day, and of longer times
MUCH = Decimal("1.5")  # times a lower figure, which then is hardly of the same time


def window(one: Facts, other: Facts) -> str | None:
    """What happened in a month and what happened on a day; what holds for a decade and what for two years of it.

    Of an earlier disaster of a kind that seldom comes again, a year is as good a date: "in August 2002", "in 2002".
    """
    bygone = actions.counts(one.claim.action) and _is_bygone(one, other) and _is_bygone(other, one)
    if bygone and cues.is_one_event(one.causes, other.causes):
        return None
    if _lasts_beyond(one, other) or _lasts_beyond(other, one):
        return "other-window"
    if _mounts_up(one, other) or _mounts_up(other, one):
        return "other-window"
    short, long = sorted(length(fact.claim.period) for fact in (one, other))
    if short >= MONTH:
        return "other-window" if long >= 2 * short else None
    flows = actions.counts(one.claim.action) is not None or actions.is_flow(one.claim.action)
    return "other-window" if flows and 0 < short <= DAY and long >= WEEK else None


def _lasts_beyond(long: Facts, short: Facts) -> bool:
    """True for a toll of several days, and a lower one of a single day: "on Sunday", "in four days", "since Sunday"."""
    if actions.counts(long.claim.action) is None or not short.claim.plausible.lies_below(
        long.claim.plausible
    ):
        return False
    return 0 < _days_told(short) < DAY <= _days_told(long)


def _mounts_up(long: Facts, short: Facts) -> bool:
    """True for a count since something began, and far less where nothing is said of that: "46 on Monday"."""
    if long.claim.mention.kind != "count" or actions.counts(long.claim.action) is not None:
        return False  # of a toll since a day the text before may tell
    if _is_since(short) or not _is_since(long):
        return False
    a, b = long.claim.mention.value, short.claim.mention.value
    return a is not None and b is not None and a > b * MUCH


def _is_since(fact: Facts) -> bool:
    """True for a figure with "since" behind it in its clause; not for "90 people, the most since 2015"."""
    end = fact.claim.mention.context.sentence[1]
    return _since().match(fact.document.plain, fact.claim.mention.end, end) is not None


@cache
def _since() -> re.Pattern[str]:
    return re.compile(rf"[^,;:()]*?\b{alternatives(periods.table().words.open)}\s")


def only_one_lasts(one: Facts, other: Facts) -> bool:
    """True for a toll of months and one that does not say for how long: "3,081 since March", "6,000 in the war"."""
    told = [each.claim.period for each in (one, other) if each.claim.period is not None]
    if len(told) != 1 or length(told[0]) <= LONG:
        return False
    return told[0].text.lower().split()[0] in periods.table().words.spanning


def _days_told(fact: Facts) -> int:
    """Days for which a toll is counted; 0 where they are unknown."""
    period = fact.claim.period
    if period is not None:
        return max(length(period), len(fact.days))
    start, end = fact.claim.mention.context.sentence
    spell = _spell().search(fact.document.plain, start, end)
    if spell is None:
        return 0
    word = numbers.words().get(spell["many"].lower())
    many = int(spell["many"]) if spell["many"].isdigit() else int(word.value) if word else 0
    return many * {"day": 1, "week": WEEK, "month": MONTH}[spell["unit"].lower()]


@cache
def _spell() -> re.Pattern[str]:
    """ "in four days", "after two days of", "over the past three weeks" """
    taking = alternatives(periods.table().words.taking)
    return re.compile(
        rf"(?i)\b{taking}\s(?:the\s)?(?:first\s|last\s|past\s)?"
        r"(?P<many>\d{1,2}|[a-z]+)\s(?P<unit>day|week|month)s?\b"
    )


def _is_bygone(fact: Facts, against: Facts) -> bool:
    """True for a claim outside the story of its text, or of a year that was over when it was written.

    A text of an unknown day is taken to be as old as that of the claim that it is set against.
    """
    period, written = fact.claim.period, fact.document.date or against.document.date
    if fact.topic.kind != "head" or period is None or period.start is None or written is None:
        return fact.topic.kind != "head"
    return (written - (period.end or period.start)).days > YEAR


def length(period: Period | None) -> int:
    """Days of a period; 0 where it is unknown. A quarter of an unknown year has those of a quarter."""
    if period is None:
        return 0
    if period.start is None:
        unit, table = period.text.lower().split()[-1], periods.table()
        return table.units.get(unit, 0) if unit in table.words.spans else 0
    return ((period.end or period.start) - period.start).days + 1
