"""Paths that lead to no file and no folder: what comes through a pipe is read once, to its end."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

from claimcheck.read.sizes import MEGABYTE, allowed

NAMES: tuple[tuple[Callable[[int], bool], str], ...] = (
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def special(path: str | Path) -> str | None:
    """What a path leads to that is no file and no folder; None for those, and for what is not there."""
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 - called for every path of a run
    except (OSError, ValueError):
        return None
    return next((name for holds, name in NAMES if holds(mode)), None)


def is_pipe(path: str | Path) -> bool:
    """True for a named pipe, and for /dev/stdin and the like where they are one."""
    return special(path) == "a pipe"


def drained(path: Path, most: int | None) -> bytes:
    """What comes through a pipe; a byte more than may be read shows that it is too much."""
    with path.open("rb") as pipe:
        return pipe.read(allowed(str(path), most) * MEGABYTE + 1)
