"""Whether a thing was done, is planned, feared, denied or only possible, and whether it is negated."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from claimcheck.extract.context.chunks import Chunk
from claimcheck.extract.context.row import Binding, Row
from claimcheck.extract.context.subjects import subject_chunk
from claimcheck.lexicon import grammar
from claimcheck.lexicon import status as table
from claimcheck.model import Mention, Status


def status(row: Row, index: int, binding: Binding, clause: Sequence[str]) -> Status:
    """The status of what is said with the mention at chunk `index`."""
    found = _beside(row, index) or _verb(row, binding) or _left(row, index, binding) or _words(clause)
    return _as_status(found) if found else "done"


def negated(row: Row, index: int, binding: Binding) -> bool:
    """True where the clause denies the number: "did not destroy 12", "without 3", "failed to evacuate 500"."""
    if index > 0 and (row.code[index - 1] == "n" or row.chunks[index - 1].head == "without"):
        return True
    if index > 1 and row.code[index - 1] == "o" and row.chunks[index - 2].head == "none":
        return True
    if binding.chunk is None:
        return False
    verb = row.chunks[binding.chunk]
    if verb.negated:
        return True
    if table.of("adjective").get(row.chunks[binding.chunk - 1].head if binding.chunk else "") == "negated":
        return True
    above = _above(row, binding.chunk)
    return above is not None and (above[1].negated or table.of("matrix").get(above[1].head) == "negated")


def bounds(mention: Mention) -> bool:
    """True where what denies is a part of the hedge: "must never exceed 30"."""
    hedge = mention.surface[: mention.number_start - mention.start].lower().split()
    return not _denying().isdisjoint(hedge)


@cache
def _denying() -> frozenset[str]:
    return grammar.words("denying") | grammar.words("negation")


def _above(row: Row, verb: int) -> tuple[int, Chunk] | None:
    """The verb that a verb in the infinitive belongs to."""
    if row.code[verb] not in "IK":
        return None
    match = _chain().search(row.code, 0, verb)
    return (match.start("verb"), row.chunks[match.start("verb")]) if match else None


@cache
def _chain() -> re.Pattern[str]:
    return re.compile(r"(?P<verb>[VPBRIG])(?:S?N|p)?$")


def _verb(row: Row, binding: Binding) -> str | None:
    """The status that the governing verb has by its own auxiliaries and by the verb above it."""
    if binding.chunk is None or row.code[binding.chunk] not in "VPBRGIK":
        return None
    verb = row.chunks[binding.chunk]
    if binding.head in table.claims() and table.of("matrix").get(verb.head) == "denied":
        return "denied"
    found = table.of("modal").get(verb.modal)
    if found is None and verb.kind in "IK":
        found = _matrix(row, binding.chunk)
    if found is None and verb.kind in "PR":
        found = table.of("beside").get(verb.head)
    if found is None and row.code[binding.chunk - 1 : binding.chunk] == "c":
        found = _coordinated(row, binding)
    if found is None:
        found = _wanting(row, binding.chunk) or _telling(row, binding.chunk)
    if found == "possible" and binding.verb in table.harmful():
        return "feared"
    return found


def _left(row: Row, index: int, binding: Binding) -> str | None:
    """The status of the verb before a number with a state of its own: "to see 3,000 people evacuated"."""
    if binding.relation not in ("beside", "noun") or index == 0:
        return None
    at = index - 1
    while at > 0 and row.code[at] in "oNS":
        at -= 1
    if row.code[at] not in "VI":
        return None
    if table.of("matrix").get(row.chunks[at].head) == "denied":
        return "denied"
    return _verb(row, msgspec.structs.replace(binding, chunk=at, relation="object"))


def _coordinated(row: Row, binding: Binding) -> str | None:
    """The status of the verb before "and": "plans to open 30 shops and close 4"."""
    verb = row.chunks[binding.chunk or 0]
    before = max(row.code.rfind(kind, 0, binding.chunk) for kind in "IVP")
    if before < 0 or verb.kind != "V" or verb.word != verb.head:
        return None
    return _verb(row, msgspec.structs.replace(binding, chunk=before))


def _matrix(row: Row, verb: int) -> str | None:
    adjective = table.of("adjective").get(row.chunks[verb - 1].head) if verb else None
    if adjective is not None:
        return adjective
    above = _above(row, verb)
    if above is None:
        return "planned" if _headline().match(row.code[:verb]) else None
    chunk = row.chunks[above[0]]
    if chunk.kind == "B" and above[0] == verb - 1:
        subject = subject_chunk(row, above[0])
        done = subject is not None and row.chunks[subject].head in table.purposes()
        return None if done else "planned"
    return table.of("matrix").get(chunk.head) or table.of("modal").get(chunk.modal)


@cache
def _headline() -> re.Pattern[str]:
    """A subject and nothing else before an infinitive: "Firm to close 12 shops"."""
    return re.compile(r"(?:.*;)?(?:S?[NM])(?:[poc,]S?[NM])*$")


def _wanting(row: Row, verb: int) -> str | None:
    """ "demanded nine years", "asked for nine years" """
    head, after = row.chunks[verb].head, row.chunks[verb + 1 : verb + 2]
    leads = bool(after) and after[0].head == "for"
    return table.of("object_for").get(head) if leads else table.of("object").get(head)


def _telling(row: Row, verb: int) -> str | None:
    """ "denied that 12 were killed", "fears that 12 died"."""
    match = _told().search(row.code, 0, verb)
    if match is None:
        return None
    found = table.of("matrix").get(row.chunks[match.start("verb")].head)
    return found if found in ("denied", "feared") else None


@cache
def _told() -> re.Pattern[str]:
    return re.compile(r"(?P<verb>[VPGR])h?[^;VPBwsk]*$")


def _beside(row: Row, index: int) -> str | None:
    """ "12 feared dead"."""
    if index + 1 < len(row.code) and row.code[index + 1] in "RP":
        return table.of("beside").get(row.chunks[index + 1].head)
    return None


def _words(clause: Sequence[str]) -> str | None:
    """The status that a word of the clause says; none of "sold 12 and planned to rest", which is said of the rest."""
    words = table.of("word")
    if words.keys().isdisjoint(clause):
        return None
    behind = (*clause[1:], "")
    return next(
        (words[word] for word, after in zip(clause, behind, strict=True) if word in words and after != "to"),
        None,
    )


def _as_status(word: str) -> Status:
    return {"planned": "planned", "feared": "feared", "denied": "denied", "possible": "possible"}.get(
        word, "done"
    )  # type: ignore[return-value]
