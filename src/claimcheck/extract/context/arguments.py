"""Who acts and what is acted on, where the counted thing is the other of the two."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.extract.context.row import Binding, Row, tells
from claimcheck.extract.context.subjects import subject_chunk
from claimcheck.lexicon import grammar


def subject(row: Row, index: int, binding: Binding) -> str | None:
    """The head of the phrase that acts on the counted thing, or that owns it ("the guests' 16 turnovers")."""
    if index > 0 and row.code[index - 1] == "S":
        return row.chunks[index - 1].head
    if binding.chunk is None or binding.relation in ("subject", "relative", "noun"):
        return _agent(row, binding) if binding.voice == "passive" else None
    if binding.voice == "passive":
        return _agent(row, binding) or _cause(row, index)
    at = _actor(row, binding.chunk)
    if at is None or at == index:
        return None
    if row.chunks[at].head in grammar.words("transparent") and row.code[at + 1 : at + 3] in ("oN", "oM"):
        at += 2
    return row.chunks[at].head or None


def _actor(row: Row, verb: int) -> int | None:
    """The subject of a verb, that of the verb before it for a participle or the second of two verbs."""
    passed: list[int] = []
    while verb not in row.actors:
        passed.append(verb)
        at = None if row.code[verb] == "G" and _finite_before(row.code, verb) else subject_chunk(row, verb)
        before = max([row.code.rfind(kind, 0, verb) for kind in "VPBIGR"]) if at is None else -1
        if at is None and before >= 0 and row.code[before] == "P":
            agent = row.code.find("bN", before, verb)
            at = agent + 1 if agent >= 0 else subject_chunk(row, before)
        elif at is None and before >= 0:
            verb = before
            continue
        row.actors[verb] = at
    found = row.actors[verb]
    row.actors.update(dict.fromkeys(passed, found))  # a row of verbs is walked once, not once a number
    return found


def _finite_before(code: str, verb: int) -> bool:
    """True where a finite verb stands before a participle in its clause: its subject is that of the participle."""
    for at in range(verb - 1, -1, -1):
        if code[at] in "VPB":
            return True
        if code[at] in ";swhk":
            return False
    return False


def _cause(row: Row, index: int) -> str | None:
    """Who brought a state about: "the quake left 24 dead"."""
    if index == 0 or row.code[index - 1] not in "VG" or tells(row.chunks[index - 1]):
        return None
    at = _actor(row, index - 1)
    return row.chunks[at].head or None if at is not None else None


def _agent(row: Row, binding: Binding) -> str | None:
    """The phrase behind "by" after a passive verb."""
    if binding.chunk is None:
        return None
    match = _by().match(row.code, binding.chunk + 1)
    return row.chunks[match.end() - 1].head or None if match else None


@cache
def _by() -> re.Pattern[str]:
    return re.compile(r"(?:[po]S?[NM]|c[RP])*bS?N")


def object_(row: Row, binding: Binding) -> str | None:
    """The head of what the counted thing acts on: "12 planes attacked the town"."""
    if binding.relation not in ("subject", "relative") or binding.voice != "active" or binding.chunk is None:
        return None
    match = _thing().match(row.code, binding.chunk + 1)
    return row.chunks[match.end() - 1].head or None if match else None


@cache
def _thing() -> re.Pattern[str]:
    return re.compile(r"S?N")
