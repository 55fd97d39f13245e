"""What a format may know beside the report: the terminal, and how the run ends."""

from __future__ import annotations

import msgspec

from claimcheck.model import SEVERITIES, Finding, Severity


class Look(msgspec.Struct, frozen=True):
    """How a report is to look; only the text formats mind most of it."""

    color: bool = False
    width: int | None = None  # columns of the terminal; None: no terminal, nothing is wrapped
    quiet: bool = False
    verbose: bool = False
    exit_code: int = 0
    fail_on: Severity | None = "warning"
    locked: str | None = None  # the baseline whose resolved entries fail the run; None: they fail nothing
    changed: frozenset[str] = (
        frozenset()
    )  # sources that a change touches; a finding is shown there if it can be
    paths: dict[str, str] = {}  # where each source lies as seen from the working folder, for editors

    def path(self, source: str) -> str:
        """What to open to see a source; the source itself where nothing is known."""
        return self.paths.get(source, source)

    def fails(self, finding: Finding) -> bool:
        """True for a finding that makes the exit code 1."""
        if self.fail_on is None or finding.status == "known":
            return False
        return SEVERITIES.index(finding.severity) <= SEVERITIES.index(self.fail_on)
