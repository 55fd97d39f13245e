"""What happened, where no verb says it: states, participles, nouns for events, levels that a count reaches."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from claimcheck.extract.context.chunks import BARE, MENTION, PASSIVE, VERBS, Chunk
from claimcheck.extract.context.row import Binding, Row, Voice, tells
from claimcheck.extract.context.subjects import subject_chunk
from claimcheck.lexicon import lemmas, status


def event(noun: str) -> str | None:
    """The verb that a noun, a participle or a state means."""
    rows = lemmas.table()
    if noun in rows.nouns or noun in rows.predicates:
        return rows.nouns.get(noun) or rows.predicates.get(noun)
    form = lemmas.forms().get(noun)
    return form[0] if form is not None and form[1] in ("both", "participle") else None


def event_of(row: Row, subject: int) -> str | None:
    """The verb that a subject phrase names: "toll", "the wounded", "the number of arrests"."""
    verb = event(row.chunks[subject].head)
    if verb is None and row.code[subject + 1 : subject + 3] == "oN":
        return event(row.chunks[subject + 2].head) or _event_after(row, subject + 3)
    return verb


def _event_after(row: Row, at: int) -> str | None:
    return row.chunks[at].head if at < len(row.code) and row.code[at] == BARE else None


def state(row: Row, at: int) -> Binding:
    """The verb that a state or participle means."""
    head = row.chunks[at].head
    return Binding(lemmas.table().predicates.get(head, head), "passive", "beside", at)


def says_less(verb: Chunk) -> bool:
    """True for a verb whose state behind it says what happened: "fell ill", "are feared dead"."""
    if verb.kind == PASSIVE:
        return verb.head in status.of("beside") or tells(verb)
    return verb.head in lemmas.verb_class("becoming")


def copula(row: Row, at: int) -> Binding:
    """What a number is said to be: "3 are missing", "15 were among the 40 killed"."""
    after = row.code[at + 1 : at + 2]
    if after == "D":
        return state(row, at + 1)
    if after in ("I", "K"):
        return Binding(row.chunks[at + 1].head, "passive" if after == "K" else "active", "subject", at + 1)
    if row.code[at + 1 : at + 3] == "NI" and row.chunks[at + 1].head in status.of("adjective"):
        return Binding(row.chunks[at + 2].head, "active", "subject", at + 2)
    among = _among().match(row.code, at + 1)
    if among is not None:
        verb = among.start("verb")
        if verb > 0:
            return Binding(row.chunks[verb].head, "passive", "beside", verb)
        meant = event(row.chunks[among.end() - 1].head)
        if meant is not None:
            return Binding(meant, "passive", "beside", at)
    return Binding("be", "active", "subject", at)


@cache
def _among() -> re.Pattern[str]:
    return re.compile(r"p(?:[NM](?:o[NM])?w?(?P<verb>[RP])|N)")


def predicate(row: Row, at: int) -> Binding:
    """A number behind a form of "be": what it says belongs to the subject ("the wounded were 40")."""
    subject = subject_chunk(row, at)
    if subject is None:
        among = row.code[max(0, at - 2) : at] == "pN"
        return Binding(event(row.chunks[at - 1].head) if among else "be", "active", "predicate", at)
    head = None if row.chunks[subject].pronoun else row.chunks[subject].head
    return Binding(event_of(row, subject) or "be", "active", "predicate", at, head or None)


def level_subject(row: Row, at: int) -> Binding | None:
    """A number that a quantity reaches: "the toll rose to 86" is about deaths."""
    subject = subject_chunk(row, at)
    if subject is None or row.chunks[subject].pronoun or row.code[subject] == MENTION:
        return None
    head = row.chunks[subject].head
    verb = event_of(row, subject)
    if verb is not None and lemmas.table().nouns.get(head) and head not in lemmas.verb_class("tolls"):
        verb = None
    return Binding(verb or row.chunks[at].head, "active", "predicate", at, head)


def set_level(row: Row, at: int, thing: int) -> Binding | None:
    """A figure that somebody brings to a level: "raised its rate to 4 percent", "is rated at 11 hours"."""
    verb = row.chunks[at]
    moved = thing if thing >= 0 else subject_chunk(row, at)
    if verb.head not in lemmas.verb_class("setting") or moved is None or row.code[moved] == MENTION:
        return None
    head = None if row.chunks[moved].pronoun else row.chunks[moved].head
    meant = _tallied(row, moved) if head is not None else None
    voice: Voice = "passive" if verb.kind == PASSIVE else "active"
    return Binding(meant or verb.head, voice, "predicate", at, head)


def _tallied(row: Row, at: int) -> str | None:
    """The verb that a tally means: "the toll", "the dead", "the number of people killed"."""
    head = row.chunks[at].head
    if head in lemmas.verb_class("tolls") or head in lemmas.table().predicates:
        return event(head)
    if head not in lemmas.verb_class("tallies") or row.code[at + 1 : at + 2] != "o":
        return None
    return _event_after(row, at + 2) or event_of(row, at) or event(row.chunks[at + 2].head)


def refine(row: Row, index: int, noun: str | None, found: Binding) -> Binding:
    """A verb that says nothing gives way to what the counted noun, its head or a relative clause says."""
    idiom = _idiom(row, noun, found)
    if idiom is not None:
        return msgspec.structs.replace(found, verb=idiom)
    weak = found.verb is None or found.verb in lemmas.verb_class("light") or found.relation == "oblique"
    if not weak:
        return found
    if found.head is not None and found.relation not in ("predicate", "noun"):
        meant = event(found.head)
        if meant is not None:
            return msgspec.structs.replace(found, verb=meant, relation="noun", voice=None)
    if noun is not None and lemmas.table().nouns.get(noun):
        return msgspec.structs.replace(found, verb=lemmas.table().nouns[noun], relation="noun", voice=None)
    if (noun is not None and noun in lemmas.table().predicates) or _event_word(noun):
        return msgspec.structs.replace(found, verb=event(noun or ""), relation="beside", voice="passive")
    light = found.verb is None or found.verb in lemmas.verb_class("light")
    return (_relative(row, index) if light else None) or found


def _idiom(row: Row, noun: str | None, found: Binding) -> str | None:
    """What a verb means with one noun: "claimed the lives of 30", "granted amnesty to 40"."""
    if found.verb not in lemmas.idiomatic():
        return None
    idioms = lemmas.table().idioms
    nouns = [found.head, noun]
    if found.chunk is not None and row.code[found.chunk] in VERBS:
        nouns.append(
            row.chunks[found.chunk + 1].head if row.code[found.chunk + 1 : found.chunk + 2] == "N" else None
        )
        if row.code[found.chunk + 1 : found.chunk + 3] == "pN":  # "took to the streets"
            nouns.append(" ".join(chunk.head for chunk in row.chunks[found.chunk + 1 : found.chunk + 3]))
        subject = subject_chunk(row, found.chunk) if row.code[found.chunk] == PASSIVE else None
        nouns.append(row.chunks[subject].head if subject is not None else None)
    return next((idioms[f"{found.verb} {word}"] for word in nouns if f"{found.verb} {word}" in idioms), None)


def _event_word(noun: str | None) -> bool:
    form = lemmas.forms().get(noun or "")
    return form is not None and form[1] == "both"


def _relative(row: Row, index: int) -> Binding | None:
    """ "10,000 people who fled", but not "a change to the squad that won"."""
    match = _who().match(row.code, index + 1)
    if match is None:
        return None
    chunk = row.chunks[match.start("verb")]
    return Binding(
        chunk.head, "passive" if chunk.kind == PASSIVE else "active", "relative", match.start("verb")
    )


@cache
def _who() -> re.Pattern[str]:
    return re.compile(r"(?:(?:oS?N)?,?[wh]|pS?N,?w)(?P<verb>[VPBR])")
