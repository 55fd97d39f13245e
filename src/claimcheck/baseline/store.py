"""Writing a baseline so that whatever happens, the file is the old one or the new one."""

from __future__ import annotations

import contextlib
import os
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from claimcheck.baseline.entry import BaselineError, Entry
from claimcheck.baseline.layout import rewritten
from claimcheck.baseline.load import parse, text

STALE = 60  # seconds after which a file that a killed run left behind is in nobody's hands


def save(path: Path, entries: Sequence[Entry]) -> None:
    """Puts the entries into the file, new or old; comments and unknown keys stay. Raises BaselineError or OSError."""
    if not path.parent.is_dir():
        raise BaselineError(f"{path}: no such folder: {path.parent}")
    old = text(path) if path.exists() else ""
    new = rewritten(old, entries)
    if new != old:
        parse(new, path)  # never put down what could not be read again
        replace(path, new)


def replace(path: Path, content: str) -> None:
    """Writes beside the file, then puts the whole in its place in one step."""
    path = path.resolve()
    prefix, suffix = f".{path.name}.", ".tmp"
    try:
        handle, name = tempfile.mkstemp(suffix, prefix, path.parent)
    except OSError as error:  # which names a file that nobody has asked for
        raise BaselineError(f"{path}: cannot be written: {(error.strerror or '').lower()}") from error
    try:
        with open(handle, "w", encoding="utf-8", newline="\n") as file:  # noqa: PTH123 - of a descriptor
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    _sync(path.parent)
    for left in path.parent.glob(f"{prefix}*{suffix}"):
        _sweep(left)


def _sync(folder: Path) -> None:
    """The folder has to reach the disk as well; not every system lets one ask for that."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _sweep(left: Path) -> None:
    """Removes what a run has left that was killed while it wrote."""
    with contextlib.suppress(OSError):
        if time.time() - left.stat().st_mtime > STALE:
            left.unlink()
