"""What speaks against two claims being about one fact, in the order in which it is asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import dropwhile

from claimcheck.interval import Interval
from claimcheck.lexicon import dates, figures, function_words, gazetteer, measured
from claimcheck.model import Period
from claimcheck.normalise.claim import actions, nouns
from claimcheck.normalise.claim.measured import AMOUNT
from claimcheck.normalise.matching import (
    bearers,
    circumstances,
    compare,
    contrasted,
    divided,
    editions,
    qualified,
    times,
    windows,
)
from claimcheck.normalise.matching.ahead import is_ahead
from claimcheck.normalise.matching.facts import Facts
from claimcheck.normalise.matching.topics import HERE
from claimcheck.normalise.text import cues, stories

DEAR = 1000  # what costs less is a price, which is another for some
INSIDE = frozenset({"in", "near"})  # between a town and the land that it lies in
RESIDE = "reside"  # the action of those who live somewhere
STORIES = frozenset({"other-story", "other-subject"})  # vetoes of texts that tell of two things

Veto = Callable[[Facts, Facts], str | None]


def veto(one: Facts, other: Facts) -> str | None:
    """The name of the first veto against a pair, None where there is none."""
    return next(each(one, other), None)


def each(one: Facts, other: Facts) -> Iterator[str]:
    """The names of the vetoes against a pair, each looked for when it is asked for."""
    return (name for check in VETOES if (name := check(one, other)) is not None)


def every(one: Facts, other: Facts) -> tuple[str, ...]:
    """The names of all vetoes against a pair."""
    return tuple(each(one, other))


def _example(one: Facts, other: Facts) -> str | None:
    return "example" if one.scopes.example or other.scopes.example else None


def _history(one: Facts, other: Facts) -> str | None:
    return "history" if one.document.history or other.document.history else None


def other_time(one: Facts, other: Facts) -> bool:
    """True where two claims of one text or of two name different times, or only one of them is done."""
    return times.days(one, other) is not None or _planned(one, other) is not None


def other_scene(one: Facts, other: Facts) -> bool:
    """True where two claims name different times or places, or only one of them is done."""
    return other_time(one, other) or _places(one, other) is not None


def _planned(one: Facts, other: Facts) -> str | None:
    if _is_agreed(one) and _is_agreed(other) and one.claim.noun == other.claim.noun:
        return None
    done = {"done", "possible"}
    a, b = _status(one), _status(other)
    return "planned" if a != b and not {a, b} <= done else None


def _is_agreed(fact: Facts) -> bool:
    """True for the price of a deal, the same before and after it is closed; a round one may be another's bid."""
    row = figures.table().get(fact.claim.noun or "")
    value = fact.claim.mention.value
    return row is not None and row.agreed and value is not None and not compare.is_round(value)


def _status(fact: Facts) -> str:
    """Whether it is done; in a proposal hardly anything is but what has happened to people."""
    status = fact.claim.status
    happened = actions.counts(fact.claim.action) is not None
    return "planned" if status == "done" and not happened and is_ahead(fact.document) else status


def _negated(one: Facts, other: Facts) -> str | None:
    a, b = one.claim.mention, other.claim.mention
    return "negated" if a.context.negated != b.context.negated and a.value and b.value else None


def _change(one: Facts, other: Facts) -> str | None:
    return "change" if one.claim.mention.trend != other.claim.mention.trend else None


def _exact_scopes(one: Facts, other: Facts) -> str | None:
    """What both must say; of a quarter it is enough that a whole text speaks of it alone: "third-quarter sales"."""
    own, others = one.scopes.exact - other.scopes.exact, other.scopes.exact - one.scopes.exact
    if not (own or others):
        return None
    told = (own and not others and times.is_of_quarter(other, own)) or (
        others and not own and times.is_of_quarter(one, others)
    )
    return None if told else "other-scope"


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
    all_told = Interval(lot.listed, lot.listed + 1)  # "and one count of theft" may be no figure
    return "part-of-whole" if whole.claim.plausible.meets(all_told) else None


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


def _places(one: Facts, other: Facts) -> str | None:
    here, there = _where(one), _where(other)
    apart = here and there and not here & there
    return "other-place" if apart and not (_holds(one, other) or _holds(other, one)) else None


def _holds(land: Facts, spot: Facts) -> bool:
    """True for a country and a place of one story not known to be in another, of which no less is told: "on Qeshm"."""
    lands = [gazetteer.country(name) for name in _named(land)]
    smaller = spot.claim.plausible.lies_below(land.claim.plausible)
    if smaller or not lands or None in lands or not stories.together(land.story, spot.story):
        return False
    codes = {each.code for each in lands if each is not None}
    return all(
        gazetteer.country(name) is None
        and (not (known := gazetteer.cities(name)) or any(city.country in codes for city in known))
        for name in _named(spot)
    )


def _named(fact: Facts) -> list[str]:
    return [place.name for place in fact.claim.places if place.role in HERE]


def _where(fact: Facts) -> frozenset[str]:
    """The places of a claim, or of the incident that its text sets apart."""
    return fact.places or (fact.topic.places if fact.topic.kind == "other" else frozenset())


def _sites(one: Facts, other: Facts) -> str | None:
    """What is measured at many places, in sentences that name nothing in common: gusts at two airports.

    How many live in a town is told of the name before it: "Orl, a town with a population of 12,000"; "a town of
    900 people" with no name before it may be any town.
    """
    local = {one.claim.noun, other.claim.noun} <= measured.table().local
    if local:
        return "other-place" if one.names and other.names and one.names.isdisjoint(other.names) else None
    if RESIDE not in (one.claim.action, other.claim.action):
        return None
    here, there = _before(one), _before(other)
    if here and there:
        return None if _towns(one) & there and _towns(other) & here else "other-place"
    of_any = any(actions.of_head(each.claim.mention.context.head) for each in (one, other))
    return "other-place" if of_any else None


def _before(fact: Facts) -> frozenset[str]:
    """The stems of the names before a figure."""
    return fact.names.intersection(fact.left)


def _towns(fact: Facts) -> frozenset[str]:
    """The stems of the name nearest before a figure, and of what lies in it: "from Orl to Velm, in Sul, a town of"."""
    found: set[str] = set()
    for stem in dropwhile(lambda stem: stem not in fact.names, fact.left):
        if stem not in fact.names and stem not in INSIDE:
            break
        found.add(stem)
    return frozenset(found & fact.names)


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
        {word for word in re.findall(r"\w+", each.text.lower()) if word.isdigit() or dates.month(word)}
        for each in (one, other)
        if each
    ]
    return (
        len(days) == 2
        and days[0] == days[1]
        and any(word.isdigit() and len(word) <= 2 for word in days[0])
        and any(map(dates.month, days[0]))
    )


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
    editions.edition,
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
    times.frame,
    times.days,
    windows.window,
    _places,
    _origins,
    _sites,
    _seats,
    times.topic_days,
    times.months,
    times.turn,
    times.weekday,
    _causes,
    _actors,
    _topics,
    circumstances.circumstance,
    bearers.rival,
    other_story,
    qualified.narrowing,
    divided.division,
    contrasted.contrast,
)
