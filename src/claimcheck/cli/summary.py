"""The summary page of a GitHub workflow step."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.cli.streams import say
from claimcheck.report import CHECK_FORMATS
from claimcheck.report.look import Look

if TYPE_CHECKING:
    from claimcheck.model import Report

MOST = 1_000_000  # bytes; GitHub drops a summary of more than a mebibyte
CUT = "\n\n(cut here: the whole memo is longer than GitHub shows)\n"


def summarize(report: Report, look: Look, formats: Iterable[str]) -> None:
    """Appends the memo to the step's summary if annotations were asked for; a failure is a remark, not an error."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path or "github" not in formats:
        return
    try:
        with Path(path).open("ab") as file:
            file.write(_fitting(CHECK_FORMATS["markdown"](report, look)).encode())
    except OSError as error:
        say(f"the summary of the step cannot be written: {error.strerror}")


def _fitting(memo: str) -> str:
    """The memo, cut at the end of a line where it is too long."""
    whole = memo.encode()
    if len(whole) <= MOST:
        return memo
    return whole[: whole.rindex(b"\n", 0, MOST)].decode() + CUT
