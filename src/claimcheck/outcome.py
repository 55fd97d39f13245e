"""What comparing all readings gives, in a form to keep: claims are named by their place in the readings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeVar

import msgspec
from msgspec.structs import replace

from claimcheck.cache import digest, engine
from claimcheck.config import Options
from claimcheck.model import Claim, Fact, Field, Finding, RuleText, Topic

T = TypeVar("T", Field, Finding)
# Options that say which texts are read, or what becomes of findings; the facts of the reference file are hashed.
ELSEWHERE = (
    *("include", "exclude", "base", "gitignore", "written", "strict"),
    *("fail_on", "baseline", "locked", "per_file_ignores", "require_reason", "sic"),
    *("reference", "sources"),  # what is said of sources is in the keys of their readings
)


class Outcome(NamedTuple):
    """What all texts of a run come to together, and what the rules that looked at them say of themselves."""

    fields: tuple[Field, ...] = ()
    findings: tuple[Finding, ...] = ()
    rules: tuple[RuleText, ...] = ()


class Placed(msgspec.Struct, frozen=True, array_like=True):
    """A claim of a reading, with what the comparison has added to it."""

    claim: int  # its place among the claims of all readings
    topic: int | None
    copy_of: str | None


class Packed(msgspec.Struct, frozen=True, array_like=True):
    """Fields and findings whose claims are numbers; what is no claim of a reading is kept whole in `others`."""

    placed: tuple[Placed, ...]
    topics: tuple[Topic, ...]
    others: tuple[Claim, ...]
    fields: tuple[tuple[Field, tuple[int, ...]], ...]
    findings: tuple[tuple[Finding, tuple[int, ...]], ...]
    rules: tuple[RuleText, ...]


class _Pool:
    """Claims by number: those that can be placed count from 0 upwards, the others from -1 downwards."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.base = {claim.id: (place, claim) for place, claim in enumerate(claims)}
        self.numbers: dict[Claim, int] = {}
        self.placed: list[Placed] = []
        self.topics: dict[Topic, int] = {}
        self.others: list[Claim] = []

    def number(self, claim: Claim) -> int:
        """The number of a claim; equal claims have the same."""
        if claim not in self.numbers:
            self.numbers[claim] = self._new(claim)
        return self.numbers[claim]

    def _new(self, claim: Claim) -> int:
        place, base = self.base.get(claim.id, (0, None))
        if base is None or replace(base, topic=claim.topic, copy_of=claim.copy_of) != claim:
            self.others.append(claim)
            return -len(self.others)
        self.placed.append(Placed(place, self._topic(claim.topic), claim.copy_of))
        return len(self.placed) - 1

    def _topic(self, topic: Topic | None) -> int | None:
        return None if topic is None else self.topics.setdefault(topic, len(self.topics))


def key(readings: Sequence[bytes], options: Options, facts: Sequence[Fact]) -> bytes:
    """A hash of all that fields and findings depend on; `readings` are the keys of the readings in their order."""
    choices = msgspec.msgpack.encode(
        replace(options, **{name: getattr(Options(), name) for name in ELSEWHERE})
    )
    return digest(b"outcome", engine(), choices, msgspec.msgpack.encode(tuple(facts)), *readings)


def pack(claims: Sequence[Claim], outcome: Outcome) -> bytes:
    """An outcome as bytes; `claims` are those of all readings, in their order."""
    pool = _Pool(claims)
    fields = tuple(_pack(item, pool) for item in outcome.fields)
    findings = tuple(_pack(item, pool) for item in outcome.findings)
    placed, topics, others = tuple(pool.placed), tuple(pool.topics), tuple(pool.others)
    return msgspec.msgpack.encode(Packed(placed, topics, others, fields, findings, outcome.rules))


def _pack(item: T, pool: _Pool) -> tuple[T, tuple[int, ...]]:
    return replace(item, claims=()), tuple(pool.number(claim) for claim in item.claims)


def unpack(packed: bytes, claims: Sequence[Claim]) -> Outcome:
    """An outcome again; raises msgspec.DecodeError for bytes that are none."""
    data = msgspec.msgpack.decode(packed, type=Packed)
    placed = [
        replace(
            claims[each.claim],
            topic=None if each.topic is None else data.topics[each.topic],
            copy_of=each.copy_of,
        )
        for each in data.placed
    ]
    pool = [*placed, *reversed(data.others)]  # number -1 is the first of the others, and the last of the list
    fields = tuple(_unpack(item, numbers, pool) for item, numbers in data.fields)
    findings = tuple(_unpack(item, numbers, pool) for item, numbers in data.findings)
    return Outcome(fields, findings, data.rules)


def _unpack(item: T, numbers: tuple[int, ...], pool: Sequence[Claim]) -> T:
    return replace(item, claims=tuple(pool[number] for number in numbers))
