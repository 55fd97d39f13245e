"""What a format may know beside the report: the terminal, and how the run ends."""

from __future__ import annotations

import msgspec


class Look(msgspec.Struct, frozen=True):
    """How a report is to look; only the text formats mind most of it."""

    color: bool = False
    width: int | None = None  # columns of the terminal; None: no terminal, nothing is wrapped
    quiet: bool = False
    verbose: bool = False
    exit_code: int = 0
    paths: dict[str, str] = {}  # where each source lies as seen from the working folder, for editors

    def path(self, source: str) -> str:
        """What to open to see a source; the source itself where nothing is known."""
        return self.paths.get(source, source)
