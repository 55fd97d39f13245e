"""Which verb, state or event noun governs a number: read from the chunks left and right of it."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from claimcheck.extract.context.chunks import BARE, COPULA, MENTION, NOUN, PASSIVE, VERBS, Chunk
from claimcheck.extract.context.events import (
    copula,
    event,
    level_subject,
    predicate,
    refine,
    says_less,
    set_level,
    state,
)
from claimcheck.extract.context.row import Binding, Row, Voice, has_object, tells
from claimcheck.extract.context.subjects import subject_verb
from claimcheck.lexicon import grammar, lemmas, status
from claimcheck.model import Mention

FARTHEST = 14  # cost above which a verb does not govern a number
_COST = {"M": 5, ",": 2, "(": 3, ")": 3, "D": 2, "k": 6, "w": 7, "h": 6, "s": 6, ";": 20}  # all others: 1


def bind(row: Row, index: int, noun: str | None, done: dict[int, Binding]) -> Binding:
    """The binding of the mention at chunk `index`; `noun` is its counted noun, `done` the mentions before it."""
    low, head = _widen(row, index)
    for step in (_event_head, _beside, _apposed, _left_verb, _right_verb, _level, _shared, _far):
        found = step(row, low, index, done)
        if found is not None:
            break
    found = found or Binding()
    if found.head is None and head is not None:
        found = msgspec.structs.replace(found, head=head)
    if found.shared is not None and done[found.shared].relation == "noun" and noun in lemmas.table().nouns:
        found = Binding()
    return refine(row, index, noun, found)


def attribute(row: Row, index: int, mention: Mention) -> Binding | None:
    """The binding of a count that only tells what a thing is like: what befalls "a 30-bed ward" counts no beds."""
    joined = mention.kind == "count" and row.code[index + 1 : index + 2] == NOUN and mention.noun is not None
    if not joined or mention.surface[mention.number_end - mention.start :][:1] != "-":
        return None
    head = row.chunks[index + 1].head
    return None if head in grammar.words("collective") else Binding(None, None, "noun", index + 1, head)


def _widen(row: Row, index: int) -> tuple[int, str | None]:
    """Where the phrase that holds the number begins: "a toll of 70" and "a group of 12" begin at their noun."""
    low, head = index, None
    while low >= 2 and row.code[low - 1] == "o" and row.code[low - 2] in "NS":
        noun = row.chunks[low - 2]
        if noun.pronoun and noun.head not in grammar.words("transparent"):
            break
        low -= 2
        if head is None and noun.head not in grammar.words("transparent"):
            head = noun.head
    if low > 0 and row.code[low - 1] == "S":
        low -= 1
    return low, head


def _event_head(row: Row, low: int, index: int, done: dict[int, Binding]) -> Binding | None:
    """The noun before "of" that names what happened: "the departure of 400", "a toll of 70"."""
    if low == index or row.code[low] != NOUN:
        return None
    if event(row.chunks[low].head) is None and low >= 2 and row.code[low - 2 : low] == "Np":
        low -= 2  # "the departure from the city of 400"
    verb = event(row.chunks[low].head)
    return Binding(verb, None, "noun", low, row.chunks[low].head) if verb else None


def _beside(row: Row, low: int, index: int, done: dict[int, Binding]) -> Binding | None:
    """A state or participle right behind the number: "24 dead", "15 people killed in"."""
    code, after = row.code, index + 1
    if code[after : after + 1] == "G" and low > 0 and code[low - 1] == "p" and not has_object(code, after):
        return Binding(row.chunks[after].head, "active", "subject", after)
    if after >= len(code) or code[after] not in "DR":
        return None
    chunk = row.chunks[after]
    if code[after : after + 2] == "RD":
        chunk, after = row.chunks[after + 1], after + 1
    if low > 0 and code[low - 1] in "VGIK" and not _lets_through(row.chunks[low - 1]):
        return None
    if code[after] == "D":
        return state(row, after)
    if code[after + 1 : after + 2] in ("I", "K"):
        return None
    main = _main_verb().match(code, after)
    if main is not None and not tells(row.chunks[main.start("verb")]):
        return None
    active = chunk.head in lemmas.verb_class("intransitive")
    return Binding(chunk.head, "active" if active else "passive", "subject" if active else "beside", after)


@cache
def _main_verb() -> re.Pattern[str]:
    """A finite verb behind a participle and its phrases: "40 people trapped in the mine were freed"."""
    return re.compile(r"R(?:[pob]S?N(?:cN)?)+(?P<verb>[VP])")


def _lets_through(chunk: Chunk) -> bool:
    """True for a verb whose object can have a state of its own: "left 24 dead", "said 12 injured"."""
    return chunk.head in lemmas.verb_class("light") or tells(chunk)


def _apposed(row: Row, low: int, index: int, done: dict[int, Binding]) -> Binding | None:
    """A group named before the number: "injured: 12", "the dead, 12 of them"."""
    if low < 2:
        return None
    if row.code[low - 2 : low] == "Np" and row.chunks[low - 2].head in lemmas.verb_class("resident"):
        return Binding(row.chunks[low - 2].head, None, "noun", low - 2)
    if row.chunks[low - 1].head == ":" and row.code[low - 2] in "RDN":
        label = row.chunks[low - 2]
        if low == 2 or row.code[low - 3] in ";,(.":
            verb = label.head if row.code[low - 2] == BARE else event(label.head)
            return Binding(verb, None, "noun", low - 2, label.head)
    return None


def _left_verb(row: Row, low: int, index: int, done: dict[int, Binding]) -> Binding | None:
    """The verb right before the number: "killed 83", "leaving 24 dead", "was 40"."""
    if low == 0 or row.code[low - 1] not in VERBS:
        return None
    verb = row.chunks[low - 1]
    right = subject_verb(row.code, index)
    if right is not None and (tells(verb) or verb.kind in "PB"):
        return None
    if verb.kind == PASSIVE:
        return _object_of_passive(row, low, index)
    if verb.kind == "B":
        return predicate(row, low - 1)
    reaches = low == index and verb.head in _counting() and not _describes(row.code, index)
    level = level_subject(row, low - 1) if reaches else None
    return level or _caused(row, low, index) or Binding(verb.head, "active", "object", low - 1)


@cache
def _counting() -> frozenset[str]:
    """Verbs whose object says how many there are: "totalled 12", "include 30"."""
    return lemmas.verb_class("level") | lemmas.verb_class("including")


def _describes(code: str, index: int) -> bool:
    """True for a measure that tells the kind of a thing: "dropped a 500-pound bomb"."""
    return code[index + 1 : index + 2] == "N" and code[index + 2 : index + 3] not in tuple("VPBR")


def _caused(row: Row, low: int, index: int) -> Binding | None:
    """What the object of a verb is made to do: "forced 1,200 people to leave"."""
    if row.chunks[low - 1].head not in lemmas.verb_class("causing"):
        return None
    match = _infinitive().match(row.code, index + 1)
    return Binding(row.chunks[match.end() - 1].head, "active", "subject", match.end() - 1) if match else None


@cache
def _infinitive() -> re.Pattern[str]:
    return re.compile(r"(?:[pob]S?N)*[IK]")


def _object_of_passive(row: Row, low: int, index: int) -> Binding | None:
    """A passive verb takes no object, so the number behind it has a verb of its own or shares one by a list."""
    verb = row.chunks[low - 1]
    if row.code[index + 1 : index + 2] in ("R", "P", "V"):
        return None
    return Binding(verb.head, "passive", "oblique", low - 1)


def _right_verb(row: Row, low: int, index: int, done: dict[int, Binding]) -> Binding | None:
    """The finite verb behind the number and what belongs to it: "12 men from the town were arrested"."""
    if low > 0 and row.code[low - 1] in "pb" and not _opens_clause(row, low - 1):
        return None
    at = subject_verb(row.code, index)
    if at is None:
        return None
    verb = row.chunks[at]
    if verb.kind == COPULA:
        return copula(row, at)
    at = _innermost(row, at)
    verb = row.chunks[at]
    after = row.code[at + 1 : at + 2]
    if (after == "D" and verb.kind == PASSIVE) or (after in ("D", "R") and says_less(verb)):
        return state(row, at + 1)
    return Binding(verb.head, _voice(row, at), "subject", at)


def _voice(row: Row, at: int) -> Voice:
    """The voice of the verb behind its subject; a bare past form without object is passive, unless it never is."""
    verb = row.chunks[at]
    bare = verb.kind == BARE and not has_object(row.code, at)
    return (
        "passive"
        if verb.kind in "PK" or (bare and verb.head not in lemmas.verb_class("intransitive"))
        else "active"
    )


def _opens_clause(row: Row, at: int) -> bool:
    """True for a preposition that can lead in a clause: "with 12 being treated"."""
    return row.chunks[at].head in grammar.words("clause_openers")


def _innermost(row: Row, at: int) -> int:
    """The infinitive that says what is done: "agreed to lay down", "were forced to flee"."""
    while row.code[at + 1 : at + 2] in ("I", "K"):
        chunk = row.chunks[at]
        if chunk.head not in _before_infinitives():
            break
        at += 1
    return at


@cache
def _before_infinitives() -> frozenset[str]:
    return frozenset(status.of("matrix")) | lemmas.verb_class("auxiliary") | lemmas.verb_class("causing")


def _level(row: Row, low: int, index: int, done: dict[int, Binding]) -> Binding | None:
    """The figure that a quantity reaches, or leaves: "the toll rose from 70 to 86"."""
    match = _levels().search(row.code, 0, low)
    if match is None:
        return None
    at = match.start("verb")
    verb = row.chunks[at]
    if match["thing"] or verb.kind == PASSIVE:
        found = set_level(row, at, match.start("thing"))
        return found if not match["where"] or (found is not None and found.verb != verb.head) else None
    return level_subject(row, at) if verb.head in lemmas.verb_class("level") else None


@cache
def _levels() -> re.Pattern[str]:
    return re.compile(
        r"""
        (?P<verb>[VRGP])
        (?:(?P<thing>S?N(?:oS?[NDR])*R?)(?P<where>(?:pS?M?N)+)?)?  # put | the number of people killed | in the town
        (?:[pb]?M[,c]?)*[pb]{0,2}$
        """,
        re.VERBOSE,
    )


def _shared(row: Row, low: int, index: int, done: dict[int, Binding]) -> Binding | None:
    """A list, a bracket or a gap: the number shares the verb of the one before it."""
    before = row.code.rfind(MENTION, 0, low)
    known = done.get(before)
    if known is None or known.verb is None:
        return None
    # the joint begins at the number before, or few chunks ahead of it at another one
    if _list_joint().search(row.code, max(0, before - _BESIDE), low) is None:
        return None
    return msgspec.structs.replace(
        known, relation="list" if known.relation != "beside" else "beside", shared=before
    )


_BESIDE = 7


@cache
def _list_joint() -> re.Pattern[str]:
    """What stands between a number and the one before it in a list: places, brackets, commas, "and"."""
    return re.compile(
        r"""
        M(?:
            (?:[DR]?(?:[pob]S?N)*|[^VPIKGRw;]{0,6})[,c(pn]+N?[pbo,]*    # 12 in X and 5 in Y
            |[VPR]N?(?:[pob]S?N)*[,c;]+(?:pS?N,?)?                      # 12 died in X; in Y, 5
        )$
        """,
        re.VERBOSE,
    )


def _far(row: Row, low: int, index: int, done: dict[int, Binding]) -> Binding | None:
    """The nearest verb by the cost of what stands between."""
    left, right = _nearest(row, range(low - 1, -1, -1)), _nearest(row, range(index + 1, len(row.code)))
    strange = left is not None and row.code[left[0]] == PASSIVE and row.code[low - 1] not in "pb"
    left_cost = left[1] + (6 if strange else 0) if left else 99
    right_cost = right[1] + (0 if row.code[right[0]] == PASSIVE else 3) if right else 99
    if min(left_cost, right_cost) > FARTHEST:
        return None
    at = left[0] if left and left_cost <= right_cost else right[0] if right else 0
    chunk = row.chunks[at]
    return Binding(chunk.head, "passive" if chunk.kind in "PK" else "active", "oblique", at)


def _nearest(row: Row, path: range) -> tuple[int, int] | None:
    cost = 0
    for at in path:
        kind = row.code[at]
        if kind in VERBS:
            return at, cost
        cost += _COST.get(kind, 1)
        if cost > FARTHEST:
            return None
    return None
