"""What happens to the counted thing: the class of the governing verb."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from claimcheck.lexicon import actions, function_words, grammar, lemmas, measured, numbers
from claimcheck.lexicon import nouns as lexicon_nouns
from claimcheck.lexicon.measures import measures
from claimcheck.lexicon.patterns import alternatives
from claimcheck.model import Context

SOME_OF = ("among", "the"), ("of", "the")  # before what people are said to be some of


def action_of(context: Context, said_by_noun: str | None) -> str | None:
    """The action that governs a number: of its verb, else of the noun; unknown verbs stand for themselves."""
    done = None if context.verb is None else _done(context.verb)
    if said_by_noun is None or context.verb in lemmas.verb_class("handling"):
        return done
    return done if done in actions.table()[said_by_noun].covers else said_by_noun  # "12 victims were killed"


def _done(verb: str) -> str | None:
    verb = verb.lower().replace(" ", "-")
    found = actions.of_verb().get(verb) or actions.of_noun().get(verb) or verb
    return None if found == actions.SILENT else found


def both(before: str, after: str) -> str | None:
    """The action that covers two, where both govern a number: "killed and injured five", "five were killed or hurt".

    `before` and `after` are what a text has on the two sides of the number.
    """
    found = _before().search(before) or _after().match(after)
    if found is None:
        return None
    if found["then"] and found["then"] not in function_words.words():
        return None  # "were killed and injured people fled"
    pair = {_said_by(word.lower()) for word in found.group("one", "other")}
    return next((name for name, row in actions.table().items() if row.covers == pair), None)


def _said_by(word: str) -> str | None:
    return actions.of_verb().get(lemmas.verb(word)) or actions.of_noun().get(word)


@cache
def _before() -> re.Pattern[str]:
    return re.compile(r"\b(?P<one>\w+) (?:and|or|and/or) (?P<other>\w+)(?P<then>)\s+$")


@cache
def _after() -> re.Pattern[str]:
    return re.compile(
        r"(?: [a-z-]+){0,4}? (?P<one>[a-z]+) (?:and|or|and/or) (?P<other>[a-z]+)\b(?: (?P<then>[a-z]+))?"
    )


def counts(action: str | None) -> str | None:
    """The class that an action counts where no noun stands: "83 were killed"."""
    row = actions.table().get(action or "")
    return None if row is None else row.counts


def classes(action: str) -> frozenset[str]:
    """The classes of things that are counted as what the action counts: demonstrators as people."""
    row = actions.table().get(action)
    return frozenset() if row is None else row.classes


def of_people(verb: str | None, noun: str | None) -> str | None:
    """The action of a verb that means something of its own where people, or nothing named, are counted."""
    return next((name for name in actions.of_people().get(verb or "", ()) if _is_of(noun, name)), None)


def _is_of(noun: str | None, action: str) -> bool:
    """True for what the verbs of an action for people are said of: what it counts, or what they mean as well."""
    if actions.table()[action].of_whom:
        return noun is not None and _is_whom(noun, action)
    if noun is None:
        return counts(action) is not None or is_flow(action)
    anybody = is_passing(action) and lexicon_nouns.is_people(noun)  # "36 miners are missing"
    return anybody or noun == counts(action) or noun in classes(action)


def _is_whom(noun: str | None, action: str) -> bool:
    """True for what the verbs of an action for people mean as well, or a class within it: workers, jobs."""
    whom = actions.table()[action].of_whom
    return any(lexicon_nouns.is_of(noun, each) for each in whom)


def beside(before: str, behind: str) -> str | None:
    """The action that words right before or behind people in lower case say: "on board were ", " aboard"."""
    found = _behind().match(behind) or _ahead().search(before)
    if found is not None:
        return actions.of_beside()[found["words"]]
    ahead = _right_ahead().search(before)
    if ahead is not None and not ahead["who"]:
        filled = ahead["filled"]
        return actions.of_filled()[filled] if filled else _of_phrase(actions.of_ahead(), ahead["words"])
    inside = _inside().match(behind) if _there().search(before) else None
    return actions.of_within()[inside["what"]] if inside else None


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:(?:was|were)\s+)?(?P<words>{alternatives(actions.of_beside())})\b")


@cache
def _ahead() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<words>{alternatives(actions.of_beside())})(?:\s+(?:was|were)\s+|:\s*)$")


def done_to(behind: str, *, bare: bool) -> str | None:
    """The action of a phrase right behind people or a bare number in lower case: " were taken to hospital".

    Only of a bare number is "of the dead" what they are: "six of the 14 killed", but "30 people of the dead city".
    """
    found = _done_to().match(behind)
    if found is None or (found["some"] and found["some"].startswith("of") and not bare):
        return None
    return _of_phrase(actions.of_behind(), found["some"] or found["phrase"])


def _of_phrase(rows: Mapping[str, str], said: str) -> str | None:
    """The row of a phrase; "among the 14 dead" is "among the dead"."""
    words = said.split()
    shorter = (" ".join((*some, *words[place:])) for place in range(1, len(words)) for some in SOME_OF)
    return next((rows[phrase] for phrase in (" ".join(words), *shorter) if phrase in rows), None)


def _phrases(rows: Iterable[str]) -> str:
    """Any of the phrases, with or without a number behind "among the" and "of the"; with one "the" may be left out."""
    found = alternatives(rows).replace(r"\ ", r"\s")
    number = rf"(?:\d[\d,]*|{alternatives(numbers.words())})\s"
    for some, the in SOME_OF:
        found = found.replace(rf"{some}\s{the}\s", rf"{some}\s(?:{the}\s(?:{number})?|{number})")
    return found


@cache
def _done_to() -> re.Pattern[str]:
    be, have = grammar.pattern("finite_be"), grammar.pattern("finite_have")
    being = rf"(?:(?:{be}|{have}(?:\sbeen)?)\s)?"
    starts = tuple(f"{some} " for some, _ in SOME_OF)
    some = [phrase for phrase in actions.of_behind() if phrase.startswith(starts)]
    others = [phrase for phrase in actions.of_behind() if phrase not in some]
    ends = alternatives(function_words.words())  # no "among the dead bodies"
    return re.compile(
        rf"\s{being}(?:also\s)?(?:(?P<phrase>{_phrases(others)})\b(?!\s(?:back|in)\b)"
        rf"|(?P<some>{_phrases(some)})(?=[^\w\s]|\s*$|\s{ends}\b))"
    )


@cache
def _right_ahead() -> re.Pattern[str]:
    """ "carrying ", but not "a woman carrying "; "bus packed with ", but not "a stadium packed with " """
    people = alternatives(measures().age.persons)
    filled = rf"\b{alternatives(actions.of_within())}s?\s(?P<filled>{alternatives(actions.of_filled())})"
    return re.compile(
        rf"(?:(?:\b(?P<who>{people})\s)?\b(?P<words>{_phrases(actions.of_ahead())})|{filled})\s+$"
    )


@cache
def _there() -> re.Pattern[str]:
    return re.compile(r"\bthere\s(?:was|were)\s$")


@cache
def _inside() -> re.Pattern[str]:
    """ " in the downhill car", " on the bus" """
    what, small = alternatives(actions.of_within()), alternatives(function_words.words())
    whose = grammar.pattern("possessive")
    return re.compile(
        rf"\s(?:in|inside|on)\s(?:the|{whose})\s(?:[a-z-]+\s)?(?P<what>{what})(?=[^\w\s-]|\s*$|\s{small}\b)"
    )


def of_head(head: str | None) -> str | None:
    """The action of people by the noun before "of" and their number: "a town of 800 people"."""
    return actions.of_head().get(head or "")


def measured_by(before: str, *, bare: bool) -> str | None:
    """The action whose figure follows on a text in lower case: "put the turnout at "; `bare` without a noun."""
    right = _right().search(before) if bare else None
    if right is not None:
        return actions.of_measured_right()[right["phrase"]]
    far = _far().search(before) if bare else None
    if far is not None:
        return actions.of_measured_far()[far["name"]]
    near = _near().search(before)
    if near is None or not (near["last"] is None or _leads(near["last"])):
        return None
    return actions.of_measured()[near["name"]]


def measured_behind(behind: str) -> str | None:
    """The action that a text in lower case right behind a bare number says: "brought to 12 the number of dead"."""
    found = _figure_of().match(behind)
    return None if found is None else actions.of_measured_behind()[found["phrase"]]


@cache
def _figure_of() -> re.Pattern[str]:
    return re.compile(rf"\s(?P<phrase>{alternatives(actions.of_measured_behind())})\b")


def _leads(word: str) -> bool:
    """True for what stands between a measure and its figure: "of", "reached"."""
    table = measured.table()
    return not {word, lemmas.verb(word)}.isdisjoint(table.leading | table.verbs)


@cache
def _far() -> re.Pattern[str]:
    """The last of the words; a figure belongs to the nearest: "a toll of 50 and the number of wounded at"."""
    return re.compile(rf"(?s:.*)\b(?P<name>{alternatives(actions.of_measured_far())})\b[^.;:,()]*$")


@cache
def _right() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<phrase>{alternatives(actions.of_measured_right())})\s+$")


@cache
def _near() -> re.Pattern[str]:
    names = "|".join(sorted(actions.of_measured()))
    return re.compile(rf"\b(?P<name>{names})\b(?:(?:\s[\w'’-]+){{0,5}}?\s(?P<last>[\w'’-]+))?\s+$")


def shown(action: str | None) -> str:
    """How people read an action in the name of a field: killed; nothing where it goes without saying."""
    row = actions.table().get(action or "")
    return (action or "") if row is None or row.label is None else row.label


def is_known(action: str | None) -> bool:
    """True for an action of the table; a verb outside it may mean the same as any other."""
    return action in actions.table()


def is_passing(action: str | None) -> bool:
    """True where the figure falls from hour to hour: missing, trapped."""
    row = actions.table().get(action or "")
    return row is not None and row.passing


def of_several(action: str | None) -> bool:
    """True where a story may tell it of more than one thing: of two buses that collided."""
    row = actions.table().get(action or "")
    return row is not None and row.several


def is_flow(action: str | None) -> bool:
    """True where the action is counted over a window of time."""
    row = actions.table().get(action or "")
    return row is not None and row.flow


def is_daily(action: str | None, noun: str | None) -> bool:
    """True for those at work, of whom there are other numbers from day to day: firefighters, helicopters."""
    if action is None:
        return noun in actions.daily()
    row = actions.table().get(action)
    return row is not None and noun in row.things


def is_estimated(action: str | None) -> bool:
    """True for crowds, which the police and the organisers put differently."""
    row = actions.table().get(action or "")
    return row is not None and row.estimated


def grows(action: str | None) -> bool:
    """True where the figure mounts up from day to day: houses destroyed."""
    row = actions.table().get(action or "")
    return row is not None and row.grows
