"""Mentions of one document read as claims: canonical value, unit, noun and action, elided nouns filled in."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

import msgspec

from claimcheck.lexicon import measured as lexicon_measured
from claimcheck.lexicon import rivals, sums
from claimcheck.lexicon.nouns import PEOPLE, is_people
from claimcheck.model import Claim, Document, Mention, Role
from claimcheck.normalise.claim import (
    actions,
    children,
    figures,
    labels,
    measured,
    names,
    nouns,
    relatives,
    units,
    values,
)

_ROLE_SCOPES: tuple[tuple[str, Role], ...] = (
    ("previous", "old"),
    ("part", "part"),
    ("total", "total"),
    ("limit", "limit"),
)
NEAR = 40  # characters before a number in which two verbs govern it
FAR = 90  # characters between "toll" and its figure
BACK = 8  # claims of a sentence back to the toll that a list parts
BESIDE = 3  # characters between two sentences of one paragraph
OLDEST = 115  # years of a person
_ONE_OF_ROW = re.compile(r",\s?\d")  # behind a number: it is one of several
_OF_THEM = frozenset({"part", "another", "previous"})
_LISTING = (":", "-", "–", "—", "(")  # between a toll and its parts
_JOINING = ("and", ",", ", and")  # and among them
_CORRECTING = ("(", "[", "-", "–", "—", ", or", ", or rather")  # between a figure and its correction


def claims(document: Document, mentions: Sequence[Mention]) -> tuple[Claim, ...]:
    """Every mention of a document as a claim, in the order of the text."""
    found: list[Claim] = []
    for mention in sorted(mentions, key=lambda each: (each.start, each.end)):
        read = _as_measure(_as_age(document, mention))
        claim = _claim(document, read, found[-1] if found else None)
        if found:
            claim = _besides(found, _of_toll(document, found[-1], claim))
        found.append(_of_whom(document, found, claim))
    return tuple(found)


def _of_whom(document: Document, found: Sequence[Claim], claim: Claim) -> Claim:
    """The last part of a toll is one too: "54 dead, of whom 49 were found inside, and five died later"."""
    if actions.counts(claim.action) is None or claim.mention.value is None or "part" in claim.scopes:
        return claim
    if found and _goes_on(document, found[-1], claim):
        return msgspec.structs.replace(claim, scopes=tuple(sorted((*claim.scopes, "part"))))
    for toll in reversed(found[-BACK:]):
        if toll.mention.context.sentence != claim.mention.context.sentence:
            return claim
        if toll.action == claim.action and (toll.mention.value or 0) > claim.mention.value:
            between = f" {document.plain[toll.mention.end : claim.mention.start].lower()} "
            if any(f" {phrase} " in between for phrase in sums.table().of_them):
                return msgspec.structs.replace(claim, scopes=tuple(sorted((*claim.scopes, "part"))))
            return claim
    return claim


def _goes_on(document: Document, before: Claim, claim: Claim) -> bool:
    """True for one more part of a toll whose noun is left out: "nine of the dead were in Orl and three in Sul"."""
    same = before.mention.context.sentence == claim.mention.context.sentence
    parted = before.mention.noun is None or " of " in before.mention.surface
    elided = claim.mention.noun is None and parted and before.action == claim.action
    between = document.plain[before.mention.end : claim.mention.start].rstrip()
    return same and elided and between.endswith((" and", ",")) and "part" in before.scopes


def _of_toll(document: Document, before: Claim, claim: Claim) -> Claim:
    """Women, children and the like who are counted as part of a toll right before share its fate."""
    if claim.action is not None or not is_people(claim.noun) or actions.counts(before.action) is None:
        return claim
    sentence, earlier = claim.mention.context.sentence, before.mention.context.sentence
    between = document.plain[before.mention.end : claim.mention.start].strip()
    if sentence == earlier:
        listed = (between[-1:] in _LISTING and len(between) < NEAR) or (
            between in _JOINING and before.noun != actions.counts(before.action)
        )
    else:
        listed = "part" in claim.scopes and 0 <= sentence[0] - earlier[1] <= BESIDE
    return msgspec.structs.replace(claim, action=before.action) if listed else claim


def _besides(found: Sequence[Claim], claim: Claim) -> Claim:
    """A toll besides one of another sort is a whole one: "killed 6 people and injured another 10"."""
    before = found[-1]
    tolls = actions.counts(before.action) is not None and actions.counts(claim.action) is not None
    if "another" not in claim.scopes or not tolls or before.action == claim.action:
        return claim
    start, end = before.mention.context.sentence
    first = claim.mention.context.sentence[0]
    next_one = 0 <= first - end <= BESIDE and all(each.action != claim.action for each in found[-BACK:])
    if first != start and not next_one:
        return claim
    return msgspec.structs.replace(claim, scopes=tuple(each for each in claim.scopes if each != "another"))


def _as_age(document: Document, mention: Mention) -> Mention:
    """A bare number behind a name is an age: "Ana Brook, 49, escaped"."""
    bare = mention.kind == "count" and mention.noun is None and mention.hedge == "exact"
    listed = _ONE_OF_ROW.match(document.plain, mention.number_end)  # "Orvane Journal, 33,4, pp. 449"
    if (
        not bare
        or listed
        or mention.value is None
        or mention.value > OLDEST
        or mention.value % 1
        or names.owner(document, mention) is None
    ):
        return mention
    return msgspec.structs.replace(mention, kind="age", unit="year")


def _as_measure(mention: Mention) -> Mention:
    """A bare number in a cell whose row or column gives the unit is a measure: 30 in "Retention (days)"."""
    bare = mention.kind == "count" and mention.noun is None and mention.value is not None
    if not bare:
        return mention
    unit, money = labels.unit(mention.context.block), labels.money_of(mention.context.block)
    if unit is not None:
        return msgspec.structs.replace(mention, kind=unit.kind, unit=unit.symbol)
    if money is None:
        return mention
    scaled = any(sign.isalpha() for sign in mention.surface)  # "12.5 million" below "£m"
    return _as_money(mention, money._replace(factor=labels.ONE) if scaled else money)


def _as_money(mention: Mention, money: labels.Money) -> Mention:
    """A number in a cell as an amount of the currency and the scale that its labels give."""
    value = None if mention.value is None else mention.value * money.factor
    low, high = (None if end is None else end * money.factor for end in (mention.low, mention.high))
    step = mention.step * money.factor
    return msgspec.structs.replace(
        mention, kind="money", unit=money.symbol, value=value, low=low, high=high, step=step
    )


def _claim(document: Document, mention: Mention, before: Claim | None) -> Claim:
    noun, action = _statement(document, mention, before)
    context = mention.context
    told = is_people(noun) and _told(document, mention) is not None  # whatever will be done for them
    return Claim(
        id=_identity(mention),
        mention=mention,
        value=units.convert(values.committed(mention), mention),
        plausible=units.convert(values.stretched(mention), mention),
        unit=units.canonical(mention),
        noun=noun,
        action=action,
        places=context.places,
        period=context.period or labels.period(context.block),
        scopes=context.scopes,
        speaker=context.speaker,
        status="planned" if noun == figures.ASKED else "done" if told else context.status,
        role=_role(mention),
    )


def _identity(mention: Mention) -> str:
    return hashlib.sha1(f"{mention.source}:{mention.number_start}".encode()).hexdigest()[:12]


def _role(mention: Mention) -> Role:
    if mention.trend is not None:
        return "change"
    return next((role for scope, role in _ROLE_SCOPES if scope in mention.context.scopes), "value")


def _statement(document: Document, mention: Mention, before: Claim | None) -> tuple[str | None, str | None]:
    """Noun and action of a mention; what is elided comes from the count before it in the same sentence."""
    if children.is_parent(document, mention):
        return None, children.PARENT
    counted = nouns.counted(mention)
    action = actions.action_of(mention.context, counted.action)
    if mention.kind == "age":
        owner = names.owner(document, mention)
        return (owner[0] if owner else counted.noun or names.described(document, mention)), action
    if mention.kind != "count":
        amount = _amount(document, mention) if counted.noun is None else None
        going = mention.kind == "speed" and mention.context.verb in lexicon_measured.table().driving
        return amount or (counted.noun, measured.TRAVEL if going else action)
    if mention.noun is None and mention.context.verb in rivals.naming() and _is_named(document, mention):
        action = None
    same = before is not None and before.mention.context.sentence == mention.context.sentence
    return _count(document, mention, counted.noun, action, before if same else None)


def _is_named(document: Document, mention: Mention) -> bool:
    """True for "arrived at 700", at which nobody arrives."""
    start = mention.context.sentence[0]
    return rivals.lead().search(document.plain[start : mention.start].lower()) is not None


def _count(
    document: Document, mention: Mention, noun: str | None, action: str | None, before: Claim | None
) -> tuple[str | None, str | None]:
    """Noun and action of a count; `before` is the claim before it in its sentence."""
    if before is not None and "whole" in mention.context.scopes and _parted(document, before, mention):
        said = nouns.counted(mention).action  # "six of the 14 killed"
        return noun, said or (_beside(document, mention) if is_people(noun) else None)
    if noun is None and mention.noun is None and _beside(document, mention, behind_only=True):
        noun = PEOPLE  # "with 34 aboard"
    sort = _sort(document, mention, noun)
    action = _act(document, mention, noun, action)
    if action is not None and (noun is None or noun in actions.classes(action)):
        noun = actions.counts(action)
    if noun is None and _measured(document, mention, noun):
        noun = _collective(document, mention) or PEOPLE  # "a workforce of 900", "a population of 800"
    noun = noun or _collective(document, mention)
    if noun is None and before is not None and _continues(before, mention, action):
        noun = before.noun
    noun = sort or noun
    if noun is None:
        value = mention.value
        whole = value is None or (
            value >= 0 and not value % 1
        )  # below "Parsers", 3.2 is a version, -1 no limit
        what = labels.thing(document, mention) if whole else None
        noun = nouns.class_named((what[0],)) if what else None
    if action is None and before is not None and _corrects(document, before, mention, noun):
        action = before.action
    return noun, action


def _collective(document: Document, mention: Mention) -> str | None:
    """The class of people that a bare figure is the number of: "a crew of 24", "a workforce of 900"."""
    what = measured.before_of(document, mention)
    noun = nouns.class_named((what[0],)) if what else None
    return noun if is_people(noun) and noun != PEOPLE else None


def _sort(document: Document, mention: Mention, noun: str | None) -> str | None:
    """The class of people that a part of them is said to be: "nine of the dead were children"."""
    if noun is not None and noun != PEOPLE:
        return None
    end = min(mention.context.sentence[1], mention.number_end + FAR)
    return relatives.sort(document.plain[mention.number_end : end].lower())


def _act(document: Document, mention: Mention, noun: str | None, action: str | None) -> str | None:
    """The action of a count, by the words around it where they say more than its verb."""
    told = (_told(document, mention) if is_people(noun) else None) or _done_to(document, mention, noun)
    if told is not None:
        return told
    action = actions.of_people(mention.context.verb, noun) or action
    if noun is None or noun == "person":
        action = _measured(document, mention, noun) or actions.of_head(mention.context.head) or action
    if actions.counts(action):
        return _both(document, mention) or action
    return (_beside(document, mention) or action) if is_people(noun) else action


def _parted(document: Document, before: Claim, mention: Mention) -> bool:
    """ "51 of the 62 people aboard died" says of the 62 no more than that they were aboard."""
    between = document.plain[before.mention.end : mention.start].split()
    return between[:1] == ["of"] and "part" in before.scopes


def _amount(document: Document, mention: Mention) -> tuple[str, str] | None:
    """What a measure without a noun is the amount of, by its sentence or its label."""
    what = measured.thing(document, mention) or labels.thing(document, mention)
    return (what[0], measured.AMOUNT) if what else None


def _both(document: Document, mention: Mention) -> str | None:
    """The action that covers two said of one number."""
    low, high = mention.context.sentence
    before = document.plain[max(low, mention.start - NEAR) : mention.start]
    return actions.both(before, document.plain[mention.number_end : min(high, mention.number_end + FAR)])


def _beside(document: Document, mention: Mention, *, behind_only: bool = False) -> str | None:
    """The action that words right beside people say."""
    low, high = mention.context.sentence
    before = "" if behind_only else document.plain[max(low, mention.start - NEAR) : mention.start].lower()
    return actions.beside(before, document.plain[mention.end : min(high, mention.end + NEAR)].lower())


def _told(document: Document, mention: Mention) -> str | None:
    """The toll that a clause right behind known people says: "the six people killed in"."""
    low, high = mention.context.sentence
    before = document.plain[max(low, mention.start - NEAR) : mention.start].lower()
    return relatives.told(before, document.plain[mention.end : min(high, mention.end + NEAR)].lower())


def _done_to(document: Document, mention: Mention, noun: str | None) -> str | None:
    """The action of a phrase behind people or a bare number: "27 were taken to hospital"."""
    if noun is not None and not is_people(noun):
        return None
    return actions.done_to(
        document.plain[mention.end : min(mention.context.sentence[1], mention.end + NEAR)].lower(),
        bare=mention.noun is None,
    )


def _measured(document: Document, mention: Mention, noun: str | None) -> str | None:
    """The action of a bare figure by what it is the figure of: "the toll has risen to 70", "a crowd of 300 people"."""
    start = max(mention.context.sentence[0], mention.start - FAR)
    before = document.plain[start : mention.start].lower()
    told = actions.measured_by(before, bare=noun is None)
    if told is not None or noun is not None:
        return told
    end = min(mention.context.sentence[1], mention.end + NEAR)
    return actions.measured_behind(document.plain[mention.end : end].lower())


def _continues(before: Claim, mention: Mention, action: str | None) -> bool:
    """True for a count without a noun that goes on with the one before: "of them", "up from", the same action."""
    if before.mention.kind != "count":
        return False
    return bool(_OF_THEM & {*mention.context.scopes}) or (action is not None and action == before.action)


def _corrects(document: Document, before: Claim, mention: Mention, noun: str | None) -> bool:
    """True for a figure right behind another of the same noun: "400 ambulances (380, to be exact)"."""
    between = document.plain[before.mention.end : mention.start]
    return before.noun == noun and between.strip() in _CORRECTING
