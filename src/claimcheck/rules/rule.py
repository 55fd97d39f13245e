"""What a rule is: a question with examples, and a pure function that answers it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import msgspec

from claimcheck.model import Claim, Document, Fact, Field, Finding, RuleText


class View(msgspec.Struct, frozen=True):
    """What a rule may look at."""

    documents: Mapping[str, Document]
    claims: tuple[Claim, ...]
    fields: tuple[Field, ...]
    facts: tuple[Fact, ...] = ()  # what the user vouches for
    dated: tuple[Field, ...] = ()  # events whose times differ


class Rule(RuleText, frozen=True, kw_only=True):
    """One rule; its texts are what `claimcheck explain` prints."""

    check: Callable[[View], Iterator[Finding]]

    @property
    def text(self) -> RuleText:
        """What the rule says of itself, apart from what it does."""
        return RuleText(*(getattr(self, name) for name in RuleText.__struct_fields__))
