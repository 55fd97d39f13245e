"""A sentence as a row of chunks, and what a number is bound to in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from claimcheck.extract.context.chunks import KIND, Chunk
from claimcheck.lexicon import lemmas

Relation = Literal["subject", "object", "beside", "oblique", "noun", "predicate", "list", "relative"]
Voice = Literal["active", "passive"]


class Row(msgspec.Struct, frozen=True, gc=False):
    """The chunks of a sentence and their kinds as one string."""

    chunks: Sequence[Chunk]
    code: str
    actors: dict[int, int | None]  # who acts by the chunk of the verb, as far as looked for


class Binding(msgspec.Struct, frozen=True, gc=False):
    """What governs a number: the chunk of the verb, the verb itself, and how the number stands to it."""

    verb: str | None = None
    voice: Voice | None = None
    relation: Relation | None = None
    chunk: int | None = None  # index of the governing chunk
    head: str | None = None  # noun that the number belongs to: "toll" in "a toll of 70"
    shared: int | None = None  # index of the mention chunk whose verb this one shares


def row(chunks: Sequence[Chunk]) -> Row:
    """A sentence ready for binding."""
    return Row(chunks, "".join(map(KIND, chunks)), {})


def has_object(code: str, at: int) -> bool:
    """True where an object stands right behind the verb at `at`."""
    return at + 1 < len(code) and code[at + 1] in "MNS"


def tells(chunk: Chunk) -> bool:
    """True for a verb that takes a clause: "said 12 were killed"."""
    return chunk.head in lemmas.verb_class("telling")
