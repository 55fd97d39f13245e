"""Going through findings by hand: what is shown, which keys do what, where the answers go."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from claimcheck.baseline.load import load
from claimcheck.cli.known import Seen
from claimcheck.cli.options import Color
from claimcheck.cli.settings import surroundings
from claimcheck.cli.streams import colored, emit, width
from claimcheck.cli.triage import answers, loop, stats
from claimcheck.model import ClaimcheckError
from claimcheck.report.look import Look


class NoTerminalError(ClaimcheckError):
    """A review was asked for where nobody can press a key."""


def require_terminal() -> None:
    """Raises NoTerminalError where standard input or output is no terminal."""
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty()):
        raise NoTerminalError("review needs a terminal; `claimcheck baseline update --only ID` does without")


def review(seen: Seen, color: Color, everything: bool) -> None:
    """Shows the findings that are open, or all that fail, and keeps every answer."""
    look = Look(color=colored(color, sys.stdout), width=width(sys.stdout), paths=seen.paths)
    loop.run(answers.Desk(seen), everything, look)


def statistics(
    paths: Sequence[Path] | None, config: Path | None, isolated: bool, given: Mapping[str, Any]
) -> None:
    """Prints how often each rule was right; raises BaselineError for a missing file."""
    emit(stats.table(load(surroundings(paths, config, isolated, given).baseline)))
