"""What a rule is: a question with examples, and a pure function that answers it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Literal

import msgspec

from claimcheck.config import Options
from claimcheck.model import Claim, Document, Field, Finding, Severity


class View(msgspec.Struct, frozen=True):
    """What a rule may look at."""

    documents: Mapping[str, Document]
    claims: tuple[Claim, ...]
    fields: tuple[Field, ...]
    options: Options


class Rule(msgspec.Struct, frozen=True):
    """One rule; the texts are what `claimcheck explain` prints."""

    id: str
    summary: str
    severity: Severity  # the highest that it raises
    asks: str
    fires: str  # an example text that it speaks up on
    passes: str  # one that it is silent on
    silence: str  # how to silence it
    view: Literal["fields", "document"]
    check: Callable[[View], Iterator[Finding]]
