"""What speaks against two claims being about one fact, in the order in which it is asked."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from claimcheck.lexicon import dates, function_words, measured, periods
from claimcheck.model import Period
from claimcheck.normalise import actions, compare, cues, nouns, stories, weekdays
from claimcheck.normalise.facts import Facts
from claimcheck.normalise.measured import AMOUNT, SENTENCE
from claimcheck.normalise.topics import LONG
from claimcheck.normalise.weights import WEIGHTS as W

DAY, WEEK, MONTH, YEAR = 2, 7, 28, 300  # days of what counts as one day, and of longer times

DEAR = 1000  # what costs less is a price, which is another for some

TIMELESS = frozenset({"data_size", "length", "other"})  # sizes: of no day unless they name it

RESIDE = "reside"  # the action of those who live somewhere
STATES = frozenset({None, AMOUNT, "own"})  # actions of what has or is so much

STORIES = frozenset({"other-story", "other-subject"})  # vetoes of texts that tell of two things

Veto = Callable[[Facts, Facts], str | None]


def veto(one: Facts, other: Facts) -> str | None:
    """The name of the first veto against a pair, None where there is none."""
    return next((name for check in VETOES if (name := check(one, other)) is not None), None)


def every(one: Facts, other: Facts) -> tuple[str, ...]:
    """The names of all vetoes against a pair."""
    return tuple(name for check in VETOES if (name := check(one, other)) is not None)


def _example(one: Facts, other: Facts) -> str | None:
    return "example" if one.scopes.example or other.scopes.example else None


def _history(one: Facts, other: Facts) -> str | None:
    return "history" if one.document.history or other.document.history else None


def other_time(one: Facts, other: Facts) -> bool:
    """True where two claims of one text or of two name different times, or only one of them is done."""
    return _days(one, other) is not None or _planned(one, other) is not None


def same_time(one: Facts, other: Facts) -> bool:
    """True where both claims name a day, or both texts have one: no veto then means that the days fit."""
    return bool(_days_of(one) or one.day) and bool(_days_of(other) or other.day)


def _planned(one: Facts, other: Facts) -> str | None:
    done = {"done", "possible"}
    a, b = one.claim.status, other.claim.status
    return "planned" if a != b and not {a, b} <= done else None


def _negated(one: Facts, other: Facts) -> str | None:
    a, b = one.claim.mention, other.claim.mention
    return "negated" if a.context.negated != b.context.negated and a.value and b.value else None


def _change(one: Facts, other: Facts) -> str | None:
    return "change" if one.claim.mention.trend != other.claim.mention.trend else None


def _exact_scopes(one: Facts, other: Facts) -> str | None:
    return "other-scope" if one.scopes.exact != other.scopes.exact else None


def _part(one: Facts, other: Facts) -> str | None:
    if one.source != other.source and (one.claim.mention.precise or other.claim.mention.precise):
        return None
    # a percentage is of a whole, said or not
    shares = {"part"} if one.claim.mention.kind == other.claim.mention.kind == "percent" else set[str]()
    a, b = one.scopes.part - shares, other.scopes.part - shares
    unnamed = "part" in a & b and (one.claim.noun is None or nouns.is_soft(one.claim.noun))
    if a == b:
        return "other-part" if unnamed else None
    return None if _part_exceeds(one, other, a, b) else "part-of-whole"


def _part_exceeds(one: Facts, other: Facts, a: frozenset[str], b: frozenset[str]) -> bool:
    """True where the side that counts a part gives more than the side that counts the whole."""
    if a < b:
        return one.claim.plausible.lies_below(other.claim.plausible)
    return b < a and other.claim.plausible.lies_below(one.claim.plausible)


def _lists(one: Facts, other: Facts) -> str | None:
    """One sentence counts several lots of a thing, the other gives one figure: of all, or of a share of one lot."""
    lot, whole = (one, other) if one.listed else (other, one)
    if not lot.listed or whole.listed or one.places & other.places or actions.counts(one.claim.action):
        return None
    if one.claim.mention.kind == "share":
        return "other-scope"
    value = whole.claim.mention.value
    return "part-of-whole" if value is not None and value >= lot.listed else None


def _extent(one: Facts, other: Facts) -> str | None:
    """One counts in one place, the other in many at once and no fewer."""
    if one.scopes.many_places == other.scopes.many_places:
        return None
    part, whole = (other, one) if one.scopes.many_places else (one, other)
    if not (part.scopes.one_place or part.places):
        return None
    return None if whole.claim.plausible.lies_below(part.claim.plausible) else "part-of-whole"


def _increment(one: Facts, other: Facts) -> str | None:
    return "increment" if one.scopes.increment != other.scopes.increment else None


def _frame(one: Facts, other: Facts) -> str | None:
    """One speaks of the background, a war or another year, the other of the incident."""
    if one.claim.noun == other.claim.noun and one.claim.noun in measured.table().personal.keys() - {SENTENCE}:
        return None  # years in office are told of a whole life
    a, b = one.topic.kind == "background", other.topic.kind == "background"
    timed = _named(one.claim.period) and _named(other.claim.period)
    return "other-frame" if a != b and not timed else None


def _days(one: Facts, other: Facts) -> str | None:
    """Days, months or years that the two claims name themselves."""
    if _is_own(one) or _is_own(other):
        return None
    if one.days and other.days:
        return None if one.days & other.days else "other-period"
    if _periods_apart(one.claim.period, other.claim.period):
        return "other-period"
    return None


def _is_own(fact: Facts) -> bool:
    """True for a length of time that is its own period: "two years ago"."""
    mention, period = fact.claim.mention, fact.claim.period
    return (
        mention.kind == "duration" and period is not None and mention.surface.lower() in period.text.lower()
    )


def _window(one: Facts, other: Facts) -> str | None:
    """What happened in a month and what happened on a day; what holds for a decade and what for two years of it.

    Of an earlier disaster of a kind that seldom comes again, a year is as good a date: "in August 2002", "in 2002".
    """
    bygone = actions.counts(one.claim.action) and _is_bygone(one) and _is_bygone(other)
    if bygone and cues.is_one_event(one.causes, other.causes):
        return None
    short, long = sorted(_length(fact.claim.period) for fact in (one, other))
    if short >= MONTH:
        return "other-window" if long >= 2 * short else None
    flows = actions.counts(one.claim.action) is not None or actions.is_flow(one.claim.action)
    return "other-window" if flows and 0 < short <= DAY and long >= WEEK else None


def _is_bygone(fact: Facts) -> bool:
    """True for a claim outside the story of its text, or of a year that was over when it was written."""
    period, written = fact.claim.period, fact.document.date
    if fact.topic.kind != "head" or period is None or period.start is None or written is None:
        return fact.topic.kind != "head"
    return (written - (period.end or period.start)).days > YEAR


def _length(period: Period | None) -> int:
    """Days of a period; 0 where it is unknown."""
    if period is None or period.start is None:
        return 0
    return ((period.end or period.start) - period.start).days + 1


def _periods_apart(one: Period | None, other: Period | None) -> bool:
    if one is None or other is None or one.start is None or other.start is None:
        return False
    return (one.end or one.start) < other.start or (other.end or other.start) < one.start


def _topic_days(one: Facts, other: Facts) -> str | None:
    """Days of the topics, or of the texts where no day is named."""
    if _named(one.claim.period) and _named(other.claim.period):
        return None  # what the claims name themselves has been compared
    if not (_named(one.claim.period) or _named(other.claim.period)) and _last(one, other):
        return "other-date" if _years_apart(one, other) else None
    if _years_past(one, other) or _years_past(other, one):
        return "other-period"
    a, b = _days_of(one), _days_of(other)
    if a and b:
        return None if a & b else "other-day"
    return _dates(one, other)


def _years_apart(one: Facts, other: Facts) -> bool:
    """True for two counts or sums in texts of two years, which may have changed since; sizes stay."""
    a, b = one.day, other.day
    stays = one.claim.mention.kind in TIMELESS
    return not stays and a is not None and b is not None and abs((a - b).days) >= YEAR


def _months(one: Facts, other: Facts) -> str | None:
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


def _turn(one: Facts, other: Facts) -> str | None:
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


def _weekdays(one: Facts, other: Facts) -> str | None:
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
    if period is None or period.start is None or bare.claim.period is not None or written is None:
        return False
    since = written - (period.end or period.start)
    return _length(period) >= YEAR and since.days > YEAR and bare.topic.kind != "background"


def _last(one: Facts, other: Facts) -> bool:
    """True for sizes, and in texts of one story for what is so on any day: nothing happens to it."""
    if one.claim.mention.kind in TIMELESS:
        return True
    return {one.claim.action, other.claim.action} <= STATES and stories.one_story(one.story, other.story)


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


def _places(one: Facts, other: Facts) -> str | None:
    return "other-place" if one.places and other.places and not one.places & other.places else None


def _sites(one: Facts, other: Facts) -> str | None:
    """What is measured at many places, in sentences that name nothing in common: gusts at two airports.

    How many live in a town is told of the name before it: "Orl, a town with a population of 12,000".
    """
    local = {one.claim.noun, other.claim.noun} <= measured.table().local
    if not local and one.claim.action != RESIDE:
        return None
    here, there = (each.names if local else each.names.intersection(each.left) for each in (one, other))
    return "other-place" if here and there and here.isdisjoint(there) else None


def _seats(one: Facts, other: Facts) -> str | None:
    """Two reports of what happened where each is from."""
    told = one.topic.kind == other.topic.kind == "head" and not (one.places or other.places)
    return "other-place" if told and stories.elsewhere(one.story, other.story) else None


def _causes(one: Facts, other: Facts) -> str | None:
    return "other-cause" if cues.causes_apart(one.causes, other.causes) else None


def _topics(one: Facts, other: Facts) -> str | None:
    """An incident that a text sets apart from its main one, where the other claim names none of its places."""
    if {one.topic.kind, other.topic.kind} != {"head", "other"}:
        return None
    apart, main = (one, other) if one.topic.kind == "other" else (other, one)
    shared = main.places & apart.topic.places or len(one.figures & other.figures) > 1
    exceeds = _part_exceeds(one, other, one.scopes.part, other.scopes.part)
    shared = shared or _of_one_day(one.claim.period, other.claim.period)
    return None if shared or exceeds else "other-topic"


def _of_one_day(one: Period | None, other: Period | None) -> bool:
    """True for two claims that name the same day of a month: "on June 2"."""
    days = [
        {word for word in each.text.lower().split() if word.isdigit() or dates.month(word)}
        for each in (one, other)
        if each
    ]
    return len(days) == 2 and days[0] == days[1] and len(days[0]) > 1


def _actors(one: Facts, other: Facts) -> str | None:
    """Two doers of one thing; those named with a toll are mostly whoever speaks of it.

    In texts of one story two nouns may mean one doer, the plant and the factory; two names do not.
    """
    a, b = one.claim.mention.context.subject, other.claim.mention.context.subject
    if a != b and _is_price(one) and _is_price(other):
        return "other-actor"  # groups pay 5 euros, adults 6
    named = a and b and not {a, b} & function_words.words()
    if not named or a == b or _is_toll(one) or _is_toll(other):
        return None
    nameless = stories.one_story(one.story, other.story) and not (a in one.names and b in other.names)
    return None if nameless else "other-actor"


def _is_price(fact: Facts) -> bool:
    """True for what somebody pays for a ticket or a meal."""
    value = compare.middle(fact.claim)
    paid = fact.claim.mention.kind == "money" and fact.claim.action == "pay"
    return paid and value is not None and value < DEAR


def _is_toll(fact: Facts) -> bool:
    return actions.counts(fact.claim.action) is not None or fact.claim.action == AMOUNT


def _measures(one: Facts, other: Facts) -> str | None:
    """Operating profit and net profit; the loss from the storm and the loss of the theatre."""
    measured = one.claim.action == other.claim.action == AMOUNT
    apart = bool(one.modifiers and other.modifiers) and one.modifiers != other.modifiers
    others = bool(one.whose and other.whose) and one.whose.isdisjoint(other.whose)
    return "other-measure" if measured and (apart or others) else None


def _origins(one: Facts, other: Facts) -> str | None:
    """Where something leaves from or goes to must not contradict."""
    sides = ((one.origins, other.origins), (one.goals, other.goals))
    return "other-place" if any(a and b and not a & b for a, b in sides) else None


def other_story(one: Facts, other: Facts) -> str | None:
    """Two texts that tell of different things, or each about something of its own."""
    if stories.other_story(one.story, other.story):
        return "other-story"
    return "other-subject" if stories.other_subject(one.story, other.story) else None


VETOES: tuple[Veto, ...] = (
    _history,
    _example,
    _planned,
    _negated,
    _change,
    _exact_scopes,
    _measures,
    _part,
    _lists,
    _extent,
    _increment,
    _frame,
    _days,
    _window,
    _places,
    _origins,
    _sites,
    _seats,
    _topic_days,
    _months,
    _turn,
    _weekdays,
    _causes,
    _actors,
    _topics,
    other_story,
)
