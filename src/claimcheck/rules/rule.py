"""What a rule is: a question with examples, and a pure function that answers it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Literal

import msgspec

from claimcheck.config import Options
from claimcheck.model import Claim, Document, Fact, Field, Finding, RuleText


class View(msgspec.Struct, frozen=True):
    """What a rule may look at."""

    documents: Mapping[str, Document]
    claims: tuple[Claim, ...]
    fields: tuple[Field, ...]
    options: Options
    facts: tuple[Fact, ...] = ()  # what the user vouches for


class Rule(RuleText, frozen=True):
    """One rule; its texts are what `claimcheck explain` prints."""

    view: Literal["fields", "document"]
    check: Callable[[View], Iterator[Finding]]
