"""What a search for durations finds."""

from __future__ import annotations

import msgspec

from claimcheck.model import Claim, Severity, ValueGroup


class Found(msgspec.Struct, frozen=True):
    """A length, an age or a day that does not fit the dates beside it."""

    claims: tuple[Claim, ...]
    fault: str  # for the message: what does not fit
    subject: str  # the passage
    severity: Severity
    confidence: float
    why: tuple[str, ...] = ()
    diagnosis: str | None = None
    held: ValueGroup | None = None  # what the dates give
