"""What `--locked` fails a run for: entries of the baseline to which nothing in the texts answers any more."""

from __future__ import annotations

from pathlib import Path

from claimcheck.model import Report
from claimcheck.report import location, safe
from claimcheck.report.look import Look
from claimcheck.resolved import Resolved

RULE = "resolved"  # stands where other lines name a rule


def failing(report: Report, look: Look) -> tuple[Resolved, ...]:
    """The entries that fail the run."""
    return report.resolved if look.locked else ()


def said(item: Resolved) -> str:
    """What there is to say of an entry, on one clean line."""
    about = safe.line(item.label) or "a finding"
    return (
        f"Nothing in the texts answers to {about} ({safe.line(item.rule)}) in the baseline any more;"
        " --locked fails for that, and `claimcheck baseline prune` takes it out."
    )


def shown(look: Look) -> str:
    """The file of the baseline as seen from the working folder."""
    return safe.line(Path(look.locked or "").as_posix())


def path(look: Look) -> str:
    """The same for programs, which take no path that leads upwards."""
    return location.UPWARDS.sub("", shown(look))
