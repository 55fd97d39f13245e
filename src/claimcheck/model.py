"""The types that the stages hand on, in the order of the line; all frozen, offsets are code points, half open."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Literal, get_args

import msgspec

from claimcheck.interval import Interval
from claimcheck.moment import Day, Hour
from claimcheck.resolved import Resolved

Hedge = Literal["exact", "about", "nearly", "more_than", "at_least", "less_than", "at_most", "range"]
Kind = Literal[
    "count", "money", "percent", "share", "length", "area", "volume", "mass", "duration", "speed",
    "temperature", "magnitude", "age", "data_size", "rate", "ratio", "date", "reference", "other",
]  # fmt: skip
BlockKind = Literal["paragraph", "heading", "item", "quote", "cell", "caption"]
Severity = Literal["error", "warning", "note"]
Status = Literal["done", "planned", "feared", "denied", "possible"]
Role = Literal["value", "part", "total", "change", "limit", "old"]
Span = tuple[int, int]  # of a text: where it begins, and behind its end
KINDS: tuple[Kind, ...] = get_args(Kind)
NAMING: frozenset[Kind] = frozenset({"date", "reference"})  # kinds of claims that are no quantities
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


class ClaimcheckError(Exception):
    """A failure that the command line reports in one line; each stage raises its own kind."""


# --- documents -------------------------------------------------------------------------------------------


class Block(msgspec.Struct, frozen=True, gc=False):
    """A stretch of prose with one place in the structure of its document."""

    start: int
    end: int
    kind: BlockKind = "paragraph"
    headings: tuple[str, ...] = ()  # path of headings above, outermost first
    row: str | None = None  # of a table cell: the label of its row
    column: str | None = None  # of a table cell: the headings of its column, " · " between them
    above: tuple[str, ...] = ()  # of a table cell: the line above its table, the heading of the labels


class Told(msgspec.Struct, frozen=True):
    """What the user says of a source."""

    label: str | None = None  # name to show instead of the path
    date: date | None = None
    weight: float = 1.0  # how much it counts towards a majority
    believed: tuple[str, ...] = ()  # fields of the configuration on which it is right


class Document(msgspec.Struct, frozen=True, dict=True):
    """A source: `text` as decoded or read from another format, `plain` as long with all that is no prose as spaces."""

    source: str  # path relative to the root of the run, with "/"
    text: str
    plain: str
    blocks: tuple[Block, ...]
    title: str | None = None
    date: date | None = None
    day: Day | None = None  # of a text that gives no year; the run finds it
    hour: Hour | None = None  # of its day
    publisher: str | None = None
    history: bool = False  # changelogs and release notes: what was true once
    comments: tuple[Span, ...] = ()  # spans of comments that speak to claimcheck
    places: tuple[tuple[int, str], ...] = ()  # from which offset on a place reaches to the next, its name
    told: Told = Told()
    unread: str | None = None  # what of the file could not be read, and why

    @property
    def name(self) -> str:
        """What people call the source."""
        return self.told.label or self.source

    @cached_property
    def _line_starts(self) -> list[int]:
        # not splitlines(): editors do not count a form feed or U+2028 as the end of a line
        return [0, *(end.end() for end in re.finditer(r"\r\n?|\n", self.text))]

    def locate(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both counted from 1."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def block_at(self, offset: int) -> Block | None:
        """The last block that begins at an offset or before it."""
        index = bisect_right(self.blocks, offset, key=lambda block: block.start) - 1
        return self.blocks[index] if index >= 0 else None

    def place(self, offset: int) -> str | None:
        """The page, paragraph or time code of an offset; None in a file that has lines."""
        at = bisect_right(self.places, offset, key=lambda place: place[0])
        return self.places[at - 1][1] if at else None


class Skipped(msgspec.Struct, frozen=True, order=True):
    """An input of which all or a part was not read, and why."""

    source: str
    reason: str


# --- mentions --------------------------------------------------------------------------------------------


class Place(msgspec.Struct, frozen=True, gc=False):
    """A place named near a number, with the preposition that binds it: in, near, from, to or of."""

    role: str
    name: str


class Period(msgspec.Struct, frozen=True, gc=False):
    """A time expression as written; `start` and `end` are its days (inclusive) where they can be resolved."""

    text: str
    start: date | None = None
    end: date | None = None


class Context(msgspec.Struct, frozen=True, gc=False):
    """What the words around one number say of it; everything is bound to that number, not to the sentence."""

    sentence: Span = (0, 0)
    block: Block = Block(0, 0)
    verb: str | None = None  # lemma of the governing verb or verbal noun
    voice: Literal["active", "passive"] | None = None
    negated: bool = False  # "no one was killed", "did not destroy 12 tanks"
    status: Status = "done"
    subject: str | None = None  # who acts, where the counted thing is the object; lemma of the head
    object: str | None = None  # what is acted on, where the counted thing is the subject; lemma of the head
    head: str | None = None  # noun the figure belongs to: "revenue" of 5 million, "depth" of 10 km
    places: tuple[Place, ...] = ()
    period: Period | None = None
    scopes: tuple[str, ...] = ()  # names of rows in the table of scopes: part, another, total ...
    speaker: str | None = None
    quoted: bool = False  # inside a quotation


class Mention(msgspec.Struct, frozen=True, gc=False):
    """A quantity as written: hedge, number, and unit or counted noun phrase, with its context."""

    source: str
    start: int  # the whole: hedge, number, unit or noun
    end: int
    number_start: int  # the number alone, scale words and both ends of a range included
    number_end: int
    surface: str  # text[start:end]
    value: Decimal | None  # in the written unit; None for ranges, vague plurals and "most"
    low: Decimal | None  # ends of a range or of a vague word ("dozens"); None for single numbers
    high: Decimal | None
    step: Decimal  # worth of the last significant digit as written: 34,000 -> 1000; 1.25 million -> 10000
    hedge: Hedge = "exact"
    precise: bool = False  # "exactly", "to be exact"
    vague: bool = False  # "dozens", "hundreds", "most": no figure
    kind: Kind = "count"
    unit: str | None = None  # symbol from the table of units; ISO code for money
    per: str | None = None  # what a rate is counted by: hour, year, 100,000 people
    noun: str | None = None  # head of the counted noun phrase, singular, lower case
    noun_phrase: str | None = None  # as written, without number and hedge
    trend: Literal["up", "down"] | None = None  # only where the number is the amount of a change
    conversion_of: int | None = None  # number_start of the figure that this one repeats in another unit
    context: Context = Context()

    @property
    def labels(self) -> str:
        """What says of a table cell what its figure is: "Revenue · 2018"; empty for all other text."""
        block = self.context.block
        scales = [label for label in block.above[-1:] if self.kind == "money" and not label.isalpha()]
        return " · ".join(filter(None, (block.row, block.column, *scales)))

    @classmethod
    def passage(
        cls,
        document: Document,
        span: Span,
        kind: Kind,
        context: Context,
        step: Decimal = Decimal(1),
        hedge: Hedge = "exact",
        noun_phrase: str | None = None,
    ) -> Mention:
        """A stretch of text that is no quantity as a mention, so that a finding can point at it."""
        where = (document.source, *span, *span, document.text[slice(*span)])
        return cls(*where, None, None, None, step, hedge, kind=kind, noun_phrase=noun_phrase, context=context)


class Masked(msgspec.Struct, frozen=True, gc=False):
    """A number that is no quantity, and the name of the mask that took it."""

    start: int
    end: int
    reason: str


class Extraction(msgspec.Struct, frozen=True, gc=False):
    """All numbers of one document, in the order of the text."""

    mentions: tuple[Mention, ...]
    masked: tuple[Masked, ...]


# --- claims, topics, fields ------------------------------------------------------------------------------


class Topic(msgspec.Struct, frozen=True):
    """What a stretch of one document is about: an incident, or a thing with its heading path."""

    id: str
    source: str
    kind: Literal["head", "other", "background"]
    days: frozenset[date] = frozenset()
    places: frozenset[str] = frozenset()
    causes: frozenset[str] = frozenset()
    actors: frozenset[str] = frozenset()
    headings: tuple[str, ...] = ()


class Claim(msgspec.Struct, frozen=True):
    """A mention read as a statement: canonical value, unit and noun, and the facets that fields are made of."""

    id: str
    mention: Mention
    value: Interval  # what the text commits to, in the canonical unit
    plausible: Interval  # the same read generously: rounding range, plausible top of "more than"
    unit: str | None  # canonical
    noun: str | None  # canonical class: district for quarters and neighbourhoods
    action: str | None  # canonical class of the governing verb
    places: tuple[Place, ...] = ()
    period: Period | None = None
    scopes: tuple[str, ...] = ()
    speaker: str | None = None
    status: Status = "done"
    role: Role = "value"
    topic: Topic | None = None
    copy_of: str | None = None  # id of the claim that this one repeats word for word in another source

    @property
    def source(self) -> str:
        """The document that says it."""
        return self.mention.source


FAR_APART, DISPUTED = "the values are far apart", "somebody else gives another figure for what stands before"
PARALLEL = "parallel"  # what explains differing figures of texts that say the same of two things


class Link(msgspec.Struct, frozen=True):
    """Two claims held for one fact, why, and how surely (0-1); `explained` names what makes them agree."""

    first: str
    second: str
    confidence: float
    why: tuple[str, ...]
    explained: str | None = None
    soft: tuple[str, ...] = ()  # why a difference is worth no more than a note


class Pair(msgspec.Struct, frozen=True):
    """All that speaks for and against two claims being about one fact, for people who want to know."""

    first: Claim
    second: Claim
    features: dict[str, float]  # points by the name of the feature
    needed: float  # points that make a link by meaning
    against: tuple[str, ...]  # vetoes that hold
    explained: str | None  # what lets the figures agree
    link: Link | None = None

    @property
    def points(self) -> float:
        """The sum of all features."""
        return sum(self.features.values())


class Field(msgspec.Struct, frozen=True):
    """One fact and the claims that speak of it, in the order of sources and offsets."""

    id: str
    label: str
    unit: str | None
    claims: tuple[Claim, ...]
    links: tuple[Link, ...] = ()
    independent_sources: int = 1
    name: str | None = None  # in the configuration


# --- reference facts -------------------------------------------------------------------------------------


class Fact(msgspec.Struct, frozen=True):
    """A figure that the user vouches for; `value` holds the tolerance and is in the canonical unit."""

    row: int  # number in its file, from 1
    file: str  # name of the file, without its folder
    about: tuple[str, ...]  # the names that the thing goes by
    what: str  # property or counted noun as written
    value: Interval
    written: str  # "190 km²"
    kind: Kind
    figure: Decimal | None = None  # as written, in `unit`; None for a range
    unit: str | None = None  # symbol of the unit as written
    noun: str | None = None  # canonical class of a counted noun
    place: str | None = None
    period: Period | None = None
    source: str | None = None  # where the user has it from


# --- findings, report ------------------------------------------------------------------------------------


class ValueGroup(msgspec.Struct, frozen=True):
    """Claims of one field that give the same value, as the report shows them."""

    value: str
    low: Decimal | None
    high: Decimal | None
    sources: tuple[str, ...]


class Addend(msgspec.Struct, frozen=True):
    """One part of a total as a rule added it up, in the unit of the total; some are words without a claim."""

    words: str
    amount: Decimal


class Finding(msgspec.Struct, frozen=True):
    """What a rule has to say about one field or one document."""

    id: str  # fingerprint: rule and field, without paths and positions
    rule: str
    severity: Severity
    confidence: float
    message: str
    field_id: str
    field_label: str
    unit: str | None
    values: tuple[ValueGroup, ...]
    claims: tuple[Claim, ...]  # the first is primary
    why: tuple[str, ...]
    independent_sources: int = 1
    diagnosis: str | None = None
    status: Literal["new", "known", "widened"] = "new"
    odd: tuple[str, ...] = ()  # claims that the weights of the sources put outside the majority
    addends: tuple[Addend, ...] = ()  # of a total that its parts do not make
    held: ValueGroup | None = None  # what a bound allows, in the canonical unit


class Coverage(msgspec.Struct, frozen=True):
    """What a run saw: counts of numbers, by kind or by mask, and how many were compared."""

    numbers: int
    claims: int
    kinds: dict[str, int]
    masked: dict[str, int]
    fields: int
    compared: int


class RuleText(msgspec.Struct, frozen=True):
    """What a rule says of itself."""

    id: str
    summary: str
    severity: Severity  # the highest that it raises
    asks: str
    fires: str  # an example text that it speaks up on
    passes: str  # one that it is silent on
    silence: str  # how to silence it
    view: Literal["fields", "document"] = "fields"  # what it looks at: all that was compared, or one text


class Report(msgspec.Struct, frozen=True):
    """All that a format ever sees."""

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    fields: tuple[Field, ...]
    findings: tuple[Finding, ...]
    skipped: tuple[Skipped, ...]
    coverage: Coverage
    resolved: tuple[Resolved, ...] = ()  # known findings that are gone
    rules: tuple[RuleText, ...] = ()  # those that could have spoken
    apart: tuple[Pair, ...] = ()  # what one veto alone keeps apart, where somebody asked for it
    remarks: tuple[str, ...] = ()  # what was held back or left alone, for standard error

    @property
    def fresh(self) -> tuple[Finding, ...]:
        """The findings that nobody has looked at yet, or that have grown since."""
        return tuple(item for item in self.findings if item.status != "known")
