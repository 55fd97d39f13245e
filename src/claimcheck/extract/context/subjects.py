"""The subject of a verb in a row of chunks."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.extract.context.chunks import NOUN
from claimcheck.extract.context.row import Row, tells
from claimcheck.lexicon import grammar
from claimcheck.lexicon.places import is_demonym

_SAID = (",NV,", ",VN,")  # who says it, put in between a subject and its verb


def subject_chunk(row: Row, at: int) -> int | None:
    """The noun phrase or mention that is the subject of the verb at `at`: the first one of its clause."""
    code = row.code
    if code[max(0, at - 4) : at] in _SAID and at > 4 and any(map(tells, row.chunks[at - 3 : at - 1])):
        return subject_chunk(row, at - 4)  # "the plant, said its owner, will employ"
    if at and code[at - 1] == NOUN and row.chunks[at - 1].head in grammar.words("subject_pronoun"):
        return at - 1
    if at and code[at - 1] in "wh,":
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
            return full_phrase(row, start, at)
        start += 1
    return None


@cache
def _antecedent() -> re.Pattern[str]:
    """The noun that a relative clause belongs to: "the union (BU), which has", "Lund, leading the council, said"."""
    return re.compile(r"(?P<noun>[NM])(?:[pob]S?N)*(?:\([^()]*\))?(?:,?[pb]?w(?:[^;w]*,)?|,G[^;w,]*,|h)$")


def _unparted(code: str, start: int, at: int) -> int:
    """Where a clause begins that no comma parts from what stands before it: two noun phrases in a row."""
    for second in range(at - 1, start, -1):
        if code[second] == NOUN and code[second - 1] in "NM":
            return second
    return start


def full_phrase(row: Row, start: int, at: int) -> int:
    """The noun of a phrase whose first part is only an adjective: "Karstian and Velmese troops"."""
    chunk = row.chunks[start]
    adjective = chunk.kind == NOUN and chunk.first == chunk.last and row.code[start + 1 : start + 3] == "cN"
    return start + 2 if adjective and start + 2 < at and is_demonym(chunk.head) else start


def _joined(code: str, start: int, at: int) -> bool:
    return any(letter in "c," for letter in code[start:at])


def _behind_objects(code: str, start: int, at: int) -> int:
    """Where a new clause begins behind a verb and its objects: the last comma or "and" before `at`."""
    closing = code[at - 1 : at] == ","  # the second comma of an apposition
    for joint in range(at - 2 if closing else at - 1, start - 1, -1):
        if code[joint] in "c,":
            return joint + 1
    return start if code[start - 1] in "VG" and code[start] == NOUN and code[at] in "VPB" else at


def subject_verb(code: str, index: int) -> int | None:
    """The index of the verb whose subject ends at `index`."""
    match = _to_verb().match(code, index + 1)
    return match.start("verb") if match else None


@cache
def _to_verb() -> re.Pattern[str]:
    """What may stand between a subject and its verb: phrases with prepositions, brackets, relative clauses."""
    return re.compile(
        r"""
        (?:R?[pob]+(?:c[pob]+)?S?[NM](?:c?[NM])*(?:R(?=[pbVPB]))?     # of the dead, trapped in the mine
        |[wh][VPBR](?:[pobc]?S?N)*(?=[VPB])          # who were arrested
        |[pob][wh](?=[VPBR])                         # of which
        |\([^()]{0,12}\)                             # in brackets
        |,[^,;VPBI]{1,8},                            # an apposition
        |,(?:NV(?:pN)?|VN),(?=[VPB])                 # who says it
        |,(?:[pb]?w|h)[^;,M]{1,12},                  # a relative clause between commas
        |G(?:S?N)?(?:[pob]S?N)*(?=[VPB])             # carrying arms
        |;[^;]{1,16};(?=[VPB])                       # an insertion between dashes
        |D
        |(?:,(?:S?N|M))*,?c(?:S?N|M)(?!R)            # and three women
        |c?M[RD](?=[VPB])                            # and 22 injured
        )*
        (?P<verb>[VPBR])
        """,
        re.VERBOSE,
    )
