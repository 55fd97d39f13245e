"""What a user can choose for a run."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from claimcheck.model import Severity


class Options(msgspec.Struct, frozen=True):
    """The choices of one run; the defaults are those of the command line."""

    include: tuple[str, ...] = ()  # globs; empty means every suffix that has a reader
    exclude: tuple[str, ...] = ()
    gitignore: bool = True
    strict: bool = False  # an unreadable file fails the run
    fail_on: Severity | None = "warning"  # None: findings never fail the run
    min_confidence: float = 0.0
    select: tuple[str, ...] = ()  # rule ids; empty means all
    ignore: tuple[str, ...] = ()
    tolerance: Decimal = Decimal("0.02")  # relative difference that no reader minds
