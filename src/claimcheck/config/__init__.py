"""What a user can choose for a run."""

from __future__ import annotations

from datetime import date as date_
from decimal import Decimal
from typing import Annotated

import msgspec
from msgspec import Meta

from claimcheck.model import Severity

Share = Annotated[str | float, Meta(description='a share: "2%" or 0.02')]

Weight = Annotated[float, Meta(ge=0)]
Regex = Annotated[str, Meta(extra_json_schema={"format": "regex"})]


class FieldOptions(msgspec.Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """What the user says of one field."""

    aliases: Annotated[
        tuple[str, ...], Meta(description="what the figure is called where nothing is counted")
    ] = ()
    nouns: Annotated[tuple[str, ...], Meta(description="nouns that count it")] = ()
    unit: Annotated[str | None, Meta(description="unit to compare in")] = None
    pattern: Annotated[
        Regex | None,
        Meta(description="regular expression that the sentence must match; a group: where the number stands"),
    ] = None
    tolerance: Share | None = None
    authoritative_source: Annotated[str | None, Meta(description="glob of the source to believe")] = None


class SourceOptions(msgspec.Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """What the user says of the sources that match one glob."""

    label: Annotated[str | None, Meta(description="name to show instead of the path")] = None
    date: Annotated[date_ | None, Meta(description="day of the text")] = None
    weight: Annotated[
        Weight | None, Meta(description="how much it counts towards a majority; 1 without it")
    ] = None


class Options(msgspec.Struct, frozen=True):
    """The choices of one run; the defaults are those of the command line."""

    include: tuple[str, ...] = ()  # globs; empty means every suffix that has a reader
    exclude: tuple[str, ...] = ()
    base: str | None = None  # folder that globs are relative to; None: the root of the run
    gitignore: bool = True
    written: tuple[str, ...] = ()  # files that the run itself writes: what is in them is no text
    max_size: int | None = None  # megabytes of a file that is read; None: what suits its format
    strict: bool = False  # an unreadable file fails the run
    fail_on: Severity | None = "warning"  # None: findings never fail the run
    min_confidence: float = 0.0
    select: tuple[str, ...] = ()  # rule ids; empty means all
    ignore: tuple[str, ...] = ()
    per_file_ignores: dict[str, tuple[str, ...]] = {}  # glob of sources -> rule ids
    tolerance: Decimal = Decimal("0.02")  # relative difference that no reader minds
    baseline: str | None = None  # the file of known findings; None: all are new
    locked: bool = False  # a baseline that holds more than there is fails the run
    require_reason: bool = False  # what was silenced without a reason speaks up
    reference: str | None = None  # the file of reference facts
    sic: bool = False  # a figure followed by [sic] is meant as it stands
    fields: dict[str, FieldOptions] = {}
    synonyms: dict[str, tuple[str, ...]] = {}
    sources: dict[str, SourceOptions] = {}


def share(given: str | float) -> Decimal:
    """A share from "2%", "0.02" or 0.02; raises ValueError unless it is at least 0 and below 1."""
    text = str(given).strip()
    try:
        number = Decimal(text.removesuffix("%"))
    except ArithmeticError:
        number = Decimal("NaN")
    found = number / 100 if text.endswith("%") else number
    if not (found.is_finite() and 0 <= found < 1):
        raise ValueError(f"{text!r} is no share; write 2% or 0.02")
    return found
