"""Which verb, state or event noun governs a number: read from the chunks left and right of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from claimcheck.extract.context.chunks import BARE, COPULA, MENTION, NOUN, PASSIVE, VERBS, Chunk
from claimcheck.lexicon import grammar, lemmas, status
from claimcheck.lexicon.places import is_demonym

Relation = Literal["subject", "object", "beside", "oblique", "noun", "predicate", "list", "relative"]
Voice = Literal["active", "passive"]
FARTHEST = 14  # cost above which a verb does not govern a number
_COST = {"M": 5, ",": 2, "(": 3, ")": 3, "D": 2, "k": 6, "w": 7, "h": 6, "s": 6, ";": 20}  # all others: 1


class Binding(NamedTuple):
    """What governs a number: the chunk of the verb, the verb itself, and how the number stands to it."""

    verb: str | None = None
    voice: Voice | None = None
    relation: Relation | None = None
    chunk: int | None = None  # index of the governing chunk
    head: str | None = None  # noun that the number belongs to: "toll" in "a toll of 70"
    shared: int | None = None  # index of the mention chunk whose verb this one shares


class Row(NamedTuple):
    """The chunks of a sentence and their kinds as one string."""

    chunks: Sequence[Chunk]
    code: str


def row(chunks: Sequence[Chunk]) -> Row:
    """A sentence ready for binding."""
    return Row(chunks, "".join(chunk.kind for chunk in chunks))


def bind(row: Row, index: int, noun: str | None, done: dict[int, Binding]) -> Binding:
    """The binding of the mention at chunk `index`; `noun` is its counted noun, `done` the mentions before it."""
    low, head = _widen(row, index)
    for step in (_event_head, _beside, _apposed, _left_verb, _right_verb, _level, _shared, _far):
        found = step(row, low, index, done)
        if found is not None:
            break
    found = found or Binding()
    if found.head is None and head is not None:
        found = found._replace(head=head)
    if (
        found.shared is not None
        and done[found.shared].relation == "noun"
        and lemmas.table().nouns.get(noun or "")
    ):
        found = Binding()
    return _refine(row, index, noun, found)


# --- the phrase around the number ------------------------------------------------------------------------


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


# --- steps, surest first ---------------------------------------------------------------------------------


def _beside(row: Row, low: int, index: int, done: dict[int, Binding]) -> Binding | None:
    """A state or participle right behind the number: "24 dead", "15 people killed in"."""
    code, after = row.code, index + 1
    if code[after : after + 1] == "G" and low > 0 and code[low - 1] == "p" and not _has_object(code, after):
        return Binding(row.chunks[after].head, "active", "subject", after)
    if after >= len(code) or code[after] not in "DR":
        return None
    chunk = row.chunks[after]
    if code[after : after + 2] == "RD":
        chunk, after = row.chunks[after + 1], after + 1
    if code[after] == "D":
        return _state(row, after)
    if low > 0 and code[low - 1] in "VGIK" and not _lets_through(row.chunks[low - 1]):
        return None
    if code[after + 1 : after + 2] in ("I", "K"):
        return None
    main = _main_verb().match(code, after)
    if main is not None and not _tells(row.chunks[main.start("verb")]):
        return None
    active = chunk.head in lemmas.verb_class("intransitive")
    return Binding(chunk.head, "active" if active else "passive", "subject" if active else "beside", after)


@cache
def _main_verb() -> re.Pattern[str]:
    """A finite verb behind a participle and its phrases: "40 people trapped in the mine were freed"."""
    return re.compile(r"R(?:[pob]S?N(?:cN)?)+(?P<verb>[VP])")


def _apposed(row: Row, low: int, index: int, done: dict[int, Binding]) -> Binding | None:
    """A group named before the number: "injured: 12", "the dead, 12 of them"."""
    if (
        low >= 2
        and row.code[low - 1] == ";"
        and row.chunks[low - 1].head == ":"
        and row.code[low - 2] in "RDN"
    ):
        label = row.chunks[low - 2]
        if low == 2 or row.code[low - 3] in ";,(.":
            verb = label.head if row.code[low - 2] == BARE else _event(label.head)
            return Binding(verb, None, "noun", low - 2, label.head)
    return None


def _left_verb(row: Row, low: int, index: int, done: dict[int, Binding]) -> Binding | None:
    """The verb right before the number: "killed 83", "leaving 24 dead", "was 40"."""
    if low == 0 or row.code[low - 1] not in VERBS:
        return None
    verb = row.chunks[low - 1]
    right = _subject_verb(row.code, index)
    if right is not None and (_tells(verb) or verb.kind in "PB"):
        return None
    if verb.kind == PASSIVE:
        return _object_of_passive(row, low, index)
    if verb.kind == "B":
        return _predicate(row, low - 1)
    counts = lemmas.verb_class("level") | lemmas.verb_class("including")
    level = _level_subject(row, low - 1) if verb.head in counts and low == index else None
    return level or Binding(verb.head, "active", "object", low - 1)


def _object_of_passive(row: Row, low: int, index: int) -> Binding | None:
    """A passive verb takes no object, so the number behind it has a verb of its own or shares one by a list."""
    verb = row.chunks[low - 1]
    return (
        None
        if index + 1 < len(row.code) and row.code[index + 1] in "RPV"
        else Binding(verb.head, "passive", "oblique", low - 1)
    )


def _right_verb(row: Row, low: int, index: int, done: dict[int, Binding]) -> Binding | None:
    """The finite verb behind the number and what belongs to it: "12 men from the town were arrested"."""
    if low > 0 and row.code[low - 1] in "pb" and not _opens_clause(row, low - 1):
        return None
    at = _subject_verb(row.code, index)
    if at is None:
        return None
    verb = row.chunks[at]
    if verb.kind == COPULA:
        return _copula(row, at)
    at = _innermost(row, at)
    verb = row.chunks[at]
    if row.code[at + 1 : at + 2] in ("D", "R") and _says_less(verb):
        return _state(row, at + 1)
    voice: Voice = "passive" if verb.kind in "PK" else "active"
    if (
        verb.kind == BARE
        and not _has_object(row.code, at)
        and verb.head not in lemmas.verb_class("intransitive")
    ):
        voice = "passive"
    return Binding(verb.head, voice, "subject", at)


def _opens_clause(row: Row, at: int) -> bool:
    return row.chunks[at].head in (
        "after",
        "before",
        "since",
        "until",
        "than",
        "as",
        "for",
        "with",
        "including",
        "plus",
    )


def _says_less(verb: Chunk) -> bool:
    """True for a verb whose state behind it says what happened: "fell ill", "are feared dead"."""
    return verb.head in lemmas.verb_class("becoming") or (
        verb.kind == PASSIVE and verb.head in status.of("beside")
    )


def _state(row: Row, at: int) -> Binding:
    """The verb that a state or participle means."""
    head = row.chunks[at].head
    return Binding(lemmas.table().predicates.get(head, head), "passive", "beside", at)


def _innermost(row: Row, at: int) -> int:
    """The infinitive that says what is done: "agreed to lay down", "were forced to flee"."""
    while row.code[at + 1 : at + 2] in ("I", "K"):
        chunk = row.chunks[at]
        if chunk.kind != PASSIVE and chunk.head not in _before_infinitives():
            break
        at += 1
    return at


@cache
def _before_infinitives() -> frozenset[str]:
    return frozenset(status.of("matrix")) | lemmas.verb_class("auxiliary")


def _copula(row: Row, at: int) -> Binding:
    """What a number is said to be: "3 are missing", "15 were among the 40 killed"."""
    after = row.code[at + 1 : at + 2]
    if after == "D":
        return _state(row, at + 1)
    among = _among().match(row.code, at + 1)
    if among is not None:
        verb = among.start("verb")
        if verb > 0:
            return Binding(row.chunks[verb].head, "passive", "beside", verb)
        event = _event(row.chunks[among.end() - 1].head)
        if event is not None:
            return Binding(event, "passive", "beside", at)
    return Binding("be", "active", "subject", at)


@cache
def _among() -> re.Pattern[str]:
    return re.compile(r"p(?:[NM](?:o[NM])?w?(?P<verb>[RP])|N)")


def _level(row: Row, low: int, index: int, done: dict[int, Binding]) -> Binding | None:
    """The figure that a quantity reaches, or leaves: "the toll rose from 70 to 86"."""
    match = _levels().search(row.code, 0, low)
    if match is None:
        return None
    at = match.start("verb")
    verb = row.chunks[at]
    if match["thing"] or verb.kind == PASSIVE:
        return _set_level(row, at, match.start("thing"))
    return _level_subject(row, at) if verb.head in lemmas.verb_class("level") else None


def _set_level(row: Row, at: int, thing: int) -> Binding | None:
    """A figure that somebody brings to a level: "raised its rate to 4 percent", "is rated at 11 hours"."""
    verb = row.chunks[at]
    moved = thing if thing >= 0 else subject_chunk(row, at)
    if verb.head not in lemmas.verb_class("setting") or moved is None or row.code[moved] == MENTION:
        return None
    head = None if row.chunks[moved].pronoun else row.chunks[moved].head
    return Binding(verb.head, "passive" if verb.kind == PASSIVE else "active", "predicate", at, head)


@cache
def _levels() -> re.Pattern[str]:
    return re.compile(r"(?P<verb>[VRGP])(?P<thing>S?N(?:oS?N)*)?(?:p?M[,c]?)*p?$")


def _shared(row: Row, low: int, index: int, done: dict[int, Binding]) -> Binding | None:
    """A list, a bracket or a gap: the number shares the verb of the one before it."""
    joint = _list_joint().search(row.code, 0, low)
    if joint is None:
        return None
    before = row.code.rfind(MENTION, 0, low)
    known = done.get(before)
    if known is None or known.verb is None:
        return None
    return known._replace(relation="list" if known.relation != "beside" else "beside", shared=before)


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


def _event_head(row: Row, low: int, index: int, done: dict[int, Binding]) -> Binding | None:
    """The noun before "of" that names what happened: "the departure of 400", "a toll of 70"."""
    if low == index or row.code[low] != NOUN:
        return None
    verb = _event(row.chunks[low].head)
    return Binding(verb, None, "noun", low, row.chunks[low].head) if verb else None


def _far(row: Row, low: int, index: int, done: dict[int, Binding]) -> Binding | None:
    """The nearest verb by the cost of what stands between."""
    left, right = _nearest(row, range(low - 1, -1, -1)), _nearest(row, range(index + 1, len(row.code)))
    left_cost = (
        left[1] + (6 if row.code[left[0]] == PASSIVE and row.code[low - 1] not in "pb" else 0) if left else 99
    )
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


# --- helpers ---------------------------------------------------------------------------------------------


def _has_object(code: str, at: int) -> bool:
    """True where an object stands right behind the verb."""
    return at + 1 < len(code) and code[at + 1] in "MNS"


def _tells(chunk: Chunk) -> bool:
    return chunk.head in lemmas.verb_class("telling")


def _lets_through(chunk: Chunk) -> bool:
    """True for a verb whose object can have a state of its own: "left 24 dead", "said 12 injured"."""
    return chunk.head in lemmas.verb_class("light") or _tells(chunk)


@cache
def _to_verb() -> re.Pattern[str]:
    """What may stand between a subject and its verb: phrases with prepositions, brackets, relative clauses."""
    return re.compile(
        r"""
        (?:R?[pob]+S?[NM](?:c?[NM])*(?:R(?=[pbVPB]))?     # of the dead, trapped in the mine
        |[wh][VPBR](?:[pobc]?S?N)*(?=[VPB])          # who were arrested
        |\([^()]{0,12}\)                             # in brackets
        |,[^,;VPBI]{1,8},                            # an apposition
        |,(?:[pb]?w|h)[^;,M]{1,12},                  # a relative clause between commas
        |D
        |(?:,(?:S?N|M))*,?c(?:S?N|M)(?!R)            # and three women
        |c?M[RD](?=[VPB])                            # and 22 injured
        )*
        (?P<verb>[VPBR])
        """,
        re.VERBOSE,
    )


def _subject_verb(code: str, index: int) -> int | None:
    """The index of the verb whose subject ends at `index`."""
    match = _to_verb().match(code, index + 1)
    return match.start("verb") if match else None


def _predicate(row: Row, at: int) -> Binding:
    """A number behind a form of "be": what it says belongs to the subject ("the wounded were 40")."""
    subject = subject_chunk(row, at)
    if subject is None:
        among = row.code[max(0, at - 2) : at] == "pN"
        return Binding(_event(row.chunks[at - 1].head) if among else "be", "active", "predicate", at)
    head = None if row.chunks[subject].pronoun else row.chunks[subject].head
    return Binding(_event_of(row, subject) or "be", "active", "predicate", at, head or None)


def _level_subject(row: Row, at: int) -> Binding | None:
    """A number that a quantity reaches: "the toll rose to 86" is about deaths."""
    subject = subject_chunk(row, at)
    if subject is None or row.chunks[subject].pronoun or row.code[subject] == MENTION:
        return None
    head = row.chunks[subject].head
    verb = _event_of(row, subject)
    if verb is not None and lemmas.table().nouns.get(head) and head not in lemmas.verb_class("tolls"):
        verb = None
    return Binding(verb or row.chunks[at].head, "active", "predicate", at, head)


def _event_of(row: Row, subject: int) -> str | None:
    """The verb that a subject phrase names: "toll", "the wounded", "the number of arrests"."""
    verb = _event(row.chunks[subject].head)
    if verb is None and row.code[subject + 1 : subject + 3] == "oN":
        return _event(row.chunks[subject + 2].head) or _event_after(row, subject + 3)
    return verb


def _event_after(row: Row, at: int) -> str | None:
    return row.chunks[at].head if at < len(row.code) and row.code[at] == BARE else None


def _event(noun: str) -> str | None:
    """The verb that a noun, a participle or a state means."""
    rows = lemmas.table()
    if noun in rows.nouns or noun in rows.predicates:
        return rows.nouns.get(noun) or rows.predicates.get(noun)
    form = lemmas.forms().get(noun)
    return form[0] if form is not None and form[1] in ("both", "participle") else None


def subject_chunk(row: Row, at: int) -> int | None:
    """The noun phrase or mention that is the subject of the verb at `at`: the first one of its clause."""
    code = row.code
    if at and code[at - 1] == NOUN and row.chunks[at - 1].head in grammar.words("subject_pronoun"):
        return at - 1
    if at and code[at - 1] in "w,":
        antecedent = _antecedent().search(code, 0, at)
        if antecedent is not None:
            return antecedent.start("noun")
    start = at
    while start > 0 and code[start - 1] not in ";swhkVPBIG":
        start -= 1
    if start > 0 and code[start - 1] in "VPBIG":
        if code[start - 2 : start - 1] == "w" and code[at] in "VPB" and not _joined(code, start, at):
            return subject_chunk(row, start - 2)
        start = _behind_objects(code, start, at)
    start = max(start, _unparted(code, start, at))
    while start < at:
        if code[start] in "NM" and (start == 0 or code[start - 1] not in "pob"):
            return _full(row, start, at)
        start += 1
    return None


@cache
def _antecedent() -> re.Pattern[str]:
    """The noun that a relative clause belongs to: "the union, which has", "Lund, who leads the council, said"."""
    return re.compile(r"(?P<noun>[NM])(?:[pob]S?N)*,?[pb]?w(?:[^;w]*,)?$")


def _unparted(code: str, start: int, at: int) -> int:
    """Where a clause begins that no comma parts from what stands before it: two noun phrases in a row."""
    for second in range(at - 1, start, -1):
        if code[second] == NOUN and code[second - 1] in "NM":
            return second
    return start


def _full(row: Row, start: int, at: int) -> int:
    """The noun of a phrase whose first part is only an adjective: "Karstian and Velmese troops"."""
    chunk = row.chunks[start]
    adjective = chunk.kind == NOUN and chunk.first == chunk.last and row.code[start + 1 : start + 3] == "cN"
    return start + 2 if adjective and start + 2 < at and is_demonym(chunk.head) else start


def _joined(code: str, start: int, at: int) -> bool:
    return any(letter in "c," for letter in code[start:at])


def _behind_objects(code: str, start: int, at: int) -> int:
    """Where a new clause begins behind a verb and its objects: the last comma or "and" before `at`."""
    for joint in range(at - 1, start - 1, -1):
        if code[joint] in "c,":
            return joint + 1
    return start if code[start - 1] in "VG" and code[start] == NOUN and code[at] in "VPB" else at


def _refine(row: Row, index: int, noun: str | None, found: Binding) -> Binding:
    """A verb that says nothing gives way to what the counted noun, its head or a relative clause says."""
    idioms = lemmas.table().idioms
    idiom = idioms.get(f"{found.verb} {found.head}") or idioms.get(f"{found.verb} {noun}")
    if idiom is not None:
        return found._replace(verb=idiom)
    weak = found.verb is None or found.verb in lemmas.verb_class("light") or found.relation == "oblique"
    if not weak:
        return found
    if found.head is not None and found.relation not in ("predicate", "noun"):
        event = _event(found.head)
        if event is not None:
            return found._replace(verb=event, relation="noun", voice=None)
    if noun is not None and lemmas.table().nouns.get(noun):
        return found._replace(verb=lemmas.table().nouns[noun], relation="noun", voice=None)
    if (noun is not None and noun in lemmas.table().predicates) or _event_word(noun):
        return found._replace(verb=_event(noun or ""), relation="beside", voice="passive")
    return _relative(row, index) or found


def _event_word(noun: str | None) -> bool:
    form = lemmas.forms().get(noun or "")
    return form is not None and form[1] == "both"


def _relative(row: Row, index: int) -> Binding | None:
    """ "10,000 people who fled"."""
    match = _who().match(row.code, index + 1)
    if match is None:
        return None
    chunk = row.chunks[match.start("verb")]
    return Binding(
        chunk.head, "passive" if chunk.kind == PASSIVE else "active", "relative", match.start("verb")
    )


@cache
def _who() -> re.Pattern[str]:
    return re.compile(r"(?:[po]S?N)?,?[wh](?P<verb>[VPBR])")
