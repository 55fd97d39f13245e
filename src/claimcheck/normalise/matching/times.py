"""What speaks against one fact by its time: other days, months and years, the background."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from claimcheck.lexicon import dates, figures, lemmas, periods, trends
from claimcheck.lexicon.patterns import alternatives
from claimcheck.model import Period
from claimcheck.normalise.claim import actions, nouns
from claimcheck.normalise.claim.measured import AMOUNT
from claimcheck.normalise.matching import windows
from claimcheck.normalise.matching.facts import Facts
from claimcheck.normalise.matching.topics import LONG
from claimcheck.normalise.text import stories, weekdays
from claimcheck.normalise.weights import WEIGHTS as W

TIMELESS = frozenset({"data_size", "length", "other"})  # sizes: of no day unless they name it
MOVED = frozenset({"change", "old"})  # roles of what a change is told by
LONGEST_MONTH = 31  # days
REACH = 90  # characters between the word of a change and either end of it
STATES = frozenset({None, AMOUNT, "own"})  # actions of what has or is so much


def same_time(one: Facts, other: Facts) -> bool:
    """True where both claims name a day, or both texts have one: no veto then means that the days fit."""
    return bool(_days_of(one) or one.day) and bool(_days_of(other) or other.day)


def frame(one: Facts, other: Facts) -> str | None:
    """One speaks of the background, a war or another year, the other of the incident."""
    if one.claim.noun == other.claim.noun and one.claim.noun in figures.of_life():
        return None  # years in office are told of a whole life
    if _is_years_ago(one, other) or _is_years_ago(other, one):
        return "other-frame"
    a, b = one.topic.kind == "background", other.topic.kind == "background"
    timed = _named(one.claim.period) and _named(other.claim.period)
    return "other-frame" if a != b and not timed else None


def _is_years_ago(past: Facts, bare: Facts) -> bool:
    """True for what was "three years ago" and what has no time of its own; a length of time may be told of both."""
    period, lasting = past.claim.period, past.claim.mention.kind == "duration"
    return (
        period is not None
        and bare.claim.period is None
        and not lasting
        and _years_ago().search(period.text) is not None
    )


@cache
def _years_ago() -> re.Pattern[str]:
    return re.compile(r"(?i)\b(?:decade|year)s?\sago$|^(?:last|the\sprevious)\syear$")


def days(one: Facts, other: Facts) -> str | None:
    """Days, months or years that the two claims name themselves; of what a thing has on any day none counts."""
    if _is_own(one) or _is_own(other) or (_is_fixed(one) and _is_fixed(other)):
        return None
    if one.days and other.days:
        return None if one.days & other.days else "other-period"
    if _periods_apart(one.claim.period, other.claim.period):
        return "other-period"
    return "other-period" if _is_set_beside(one, other) or _is_set_beside(other, one) else None


def _is_set_beside(dated: Facts, bare: Facts) -> bool:
    """True for a time that the other sentence sets its figure beside: "in 2020", "four points more than in 2020"."""
    period = dated.claim.period
    if period is None or bare.claim.period is not None:
        return False
    sentence = bare.document.plain[slice(*bare.claim.mention.context.sentence)].lower()
    return any(f" {word} {period.text.lower()}" in sentence for word in periods.table().words.beside)


def is_of_quarter(fact: Facts, scopes: frozenset[str]) -> bool:
    """True where a text names one quarter or half of a year, which is the only one of some scopes."""
    (scope, *others) = scopes
    if others or not scope.endswith(tuple(periods.table().words.spans)) or fact.claim.period is not None:
        return False
    named = {"-".join(found.groups()) for found in _quarter().finditer(fact.document.plain.lower())}
    return named == {scope}


@cache
def _quarter() -> re.Pattern[str]:
    words = periods.table().words
    return re.compile(rf"\b({alternatives(words.ordinals)})[\s-]({alternatives(words.spans)})\b")


def _is_own(fact: Facts) -> bool:
    """True for a length of time that is its own period: "two years ago"."""
    mention, period = fact.claim.mention, fact.claim.period
    return (
        mention.kind == "duration" and period is not None and mention.surface.lower() in period.text.lower()
    )


def _periods_apart(one: Period | None, other: Period | None) -> bool:
    if one is None or other is None:
        return False
    if one.start is None or other.start is None:
        return _in_other_months(one, other) or _of_other_turns(one, other) or _of_other_turns(other, one)
    return (one.end or one.start) < other.start or (other.end or other.start) < one.start


def _in_other_months(one: Period, other: Period) -> bool:
    """True for "in March" and "in April", or 3 April 2019; a time that lasts over several months is in none."""
    a, b = _months(one), _months(other)
    return bool(a and b) and a.isdisjoint(b)


def _months(period: Period) -> set[int]:
    if period.start is not None:
        end = period.end or period.start
        return {period.start.month, end.month} if (end - period.start).days <= LONGEST_MONTH else set()
    named = (dates.month(word) for word in re.findall(r"[^\W\d_]+", period.text))
    return {month for month in named if month is not None}


def _of_other_turns(one: Period, other: Period) -> bool:
    """True for "last year" and "this year", and for a time near that of the text and a year by its number."""
    if _is_past_year(one):
        return _is_of_now(other)
    return _is_this_year(one, other) or (_is_of_now(one) and _is_bare_year(other))


def _is_of_now(period: Period) -> bool:
    """True for "this year", "on Sunday" and "today", where nobody knows which day that is."""
    words = period.text.lower().split()
    near = {*periods.table().words.relative, *dates.weekdays(), "this"}
    return period.start is None and not near.isdisjoint(words)


def _is_bare_year(period: Period) -> bool:
    """True for a year that is all a time names: "in 2018"."""
    return (
        period.start is not None and len(period.text.split()) <= 2 and _year().search(period.text) is not None
    )


def _is_this_year(now: Period, dated: Period) -> bool:
    """True for "this year" of news that does not say which, and a year by its number: "in 2018"."""
    this = now.start is None and now.text.lower().endswith("this year")
    return this and dated.start is not None and _year().search(dated.text) is not None


def topic_days(one: Facts, other: Facts) -> str | None:
    """Days of the topics, or of the texts where no day is named."""
    if _named(one.claim.period) and _named(other.claim.period):
        return None  # what the claims name themselves has been compared
    bare = not (_named(one.claim.period) or _named(other.claim.period))
    if bare and (moves(one) or moves(other)) and (apart := _dates(one, other)) is not None:
        return apart
    if bare and _last(one, other):
        return "other-date" if _years_apart(one, other) else None
    if _years_past(one, other) or _years_past(other, one):
        return "other-period"
    a, b = _days_of(one), _days_of(other)
    if a and b:
        return None if a & b else "other-day"
    if _days_before(one, other) or _days_before(other, one):
        return "other-day"
    return _dates(one, other)


def _days_before(dated: Facts, bare: Facts) -> bool:
    """True for the toll of a day weeks before the text of a toll without a day, which tells of its own time."""
    if not dated.days or bare.day is None or bare.topic.kind == "background" or dated.figures & bare.figures:
        return False
    apart = (bare.day - max(dated.days)).days
    return actions.counts(bare.claim.action) is not None and 2 * windows.WEEK < apart <= LONG


def _years_apart(one: Facts, other: Facts) -> bool:
    """True for two counts or sums in texts of two years, which may have changed since; sizes stay."""
    a, b = one.day, other.day
    stays = one.claim.mention.kind in TIMELESS
    return not stays and a is not None and b is not None and abs((a - b).days) >= windows.YEAR


def months(one: Facts, other: Facts) -> str | None:
    """ "In August", "in the previous year" of a text without a year, and a text of October that names no time."""
    return "other-period" if _of_other_month(one, other) or _of_other_month(other, one) else None


def _of_other_month(dated: Facts, bare: Facts) -> bool:
    period = dated.claim.period
    if period is None or period.start is not None or bare.claim.period is not None:
        return False
    if _is_past_year(period):
        return bare.topic.kind != "background"
    if bare.day is None:
        return False
    named = {dates.month(word) for word in re.findall(r"[^\W\d_]+", period.text)} - {None}
    return bool(named) and bare.day.month not in named and bare.topic.kind != "background"


def _is_past_year(period: Period) -> bool:
    """True for "in the previous year" and "last year", whichever that is."""
    words = period.text.lower().split()
    return words[-1:] == ["year"] and not set(periods.table().words.back).isdisjoint(words)


def turn(one: Facts, other: Facts) -> str | None:
    """The figure of "last year's final", and one of a final that no text puts into that year."""
    past, bare = (one, other) if _is_of_turn(one) else (other, one)
    if not _is_of_turn(past) or _is_of_turn(bare) or bare.topic.kind == "background":
        return None
    told, day = past.claim.period, bare.day
    within = told and told.start and told.end and day and told.start <= day <= told.end
    return None if within or bare.claim.period is not None else "other-period"


def _is_of_turn(fact: Facts) -> bool:
    """True for what happens each year or season, of the last time: "last year's final drew 300"."""
    period = fact.claim.period
    if period is None or set(periods.table().words.back).isdisjoint(period.text.lower().split()):
        return False
    start, end = fact.claim.mention.context.sentence
    return re.search(rf"{re.escape(period.text)}['’]s\b", fact.document.plain[start:end]) is not None


def weekday(one: Facts, other: Facts) -> str | None:
    """Weekdays that the claims name, or those with which texts open of which one has no day."""
    if one.weekdays & other.weekdays:
        return None
    a, b = one.story.week, other.story.week
    if one.weekdays - {a.own} and other.weekdays - {b.own}:  # its own day may be that of speaking
        return "other-period"
    if (one.day and other.day) or "background" in (one.topic.kind, other.topic.kind):
        return None
    lasts = _last(one, other) and stories.one_story(one.story, other.story)
    apart = weekdays.apart(a, b) and not (lasts and weekdays.in_sight(a, b))
    return "other-day" if apart else None


def _years_past(dated: Facts, bare: Facts) -> bool:
    """True for the figure of a year that was long over when the other text told of its own time: "in 2010"."""
    period, written = dated.claim.period, bare.document.date
    if period is None or period.start is None or bare.claim.period is not None:
        return False
    if written is None:  # news that gives its day without the year hardly names a year but one of the past
        named = dated.claim.mention.kind == "count" and _year().search(period.text) is not None
        return named and bare.day is not None and bare.topic.kind != "background"
    since = written - (period.end or period.start)
    if since.days > windows.YEAR and "now" in bare.claim.scopes:
        return True
    return (
        windows.length(period) >= windows.YEAR
        and since.days > windows.YEAR
        and bare.topic.kind != "background"
    )


@cache
def _year() -> re.Pattern[str]:
    return re.compile(rf"\b{dates.BARE_YEAR}\b")


def _last(one: Facts, other: Facts) -> bool:
    """True for sizes, and in texts of one story for what is so on any day: nothing happens to it."""
    if moves(one) or moves(other):
        return False
    if one.claim.mention.kind in TIMELESS:
        return True
    stays = {one.claim.action, other.claim.action} <= STATES or (_is_fixed(one) and _is_fixed(other))
    return stays and stories.one_story(one.story, other.story)


def _is_fixed(fact: Facts) -> bool:
    """True for what a thing has on any day: "the 27-storey jail", but not "the blaze reached three floors"."""
    hyphened = fact.document.plain[fact.claim.mention.number_end :][:1] == "-"
    return hyphened and nouns.is_fixed(fact.claim.noun)


def moves(fact: Facts) -> bool:
    """True for an end or the amount of a change, which is of its day: "raised its stake to 9.8 %"."""
    claim, mention = fact.claim, fact.claim.mention
    if actions.counts(claim.action) is not None:
        return False
    if claim.role in MOVED:
        return True
    low = max(mention.context.sentence[0], mention.start - REACH)
    return _changed().search(fact.document.plain, low, mention.start) is not None


@cache
def _changed() -> re.Pattern[str]:
    """Words of a change before either end of it: "were up 9.6 % to", "raised its stake in the firm to 5 from"."""
    before = trends.trends().before.values()
    verbs = alternatives(word for row in before for word in row if word in lemmas.forms())
    moved = rf"\b(?:{verbs})\b|\b(?:down|up)\s(?:by\s)?(?=\d)"
    return re.compile(rf"(?i)(?:{moved})[^,;:()]*(?<!close)(?<!closer)\s(?:from|to)\s\Z")


def _named(period: Period | None) -> bool:
    return period is not None and period.start is not None


def _days_of(fact: Facts) -> frozenset[date]:
    """The days that the claim names, else those of its topic; the head of a text may also speak of its own day."""
    if fact.days:
        return fact.days
    own = {fact.document.date} if fact.document.date and fact.topic.kind == "head" else set()
    return fact.topic.days | own if fact.topic.days else frozenset()


def _dates(one: Facts, other: Facts) -> str | None:
    """Texts many days apart, where no day is named."""
    if one.topic.kind == "background" or one.day is None or other.day is None:
        return None
    return "other-date" if abs((one.day - other.day).days) > W.days_apart else None


def long_apart(one: Facts, other: Facts) -> bool:
    """True for texts of two days that are many weeks apart."""
    a, b = one.day, other.day
    return a is not None and b is not None and abs((a - b).days) > LONG
