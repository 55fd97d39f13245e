"""Standard output, standard error and the terminal."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TextIO

from claimcheck.cli.options import Color

NARROWEST, WIDEST = 40, 110  # columns; longer lines of prose are hard to read


def emit(text: str) -> None:
    """Writes to standard output as UTF-8; a reader that has gone away is no error, any other failure is."""
    out = sys.stdout
    if out is None:
        raise OSError(0, "is closed", "standard output")
    if hasattr(out, "reconfigure"):
        out.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        out.write(text)
        out.flush()
    except OSError as error:
        # what is left in the buffer would fail again when the interpreter ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())
        if not isinstance(error, BrokenPipeError):
            raise OSError(error.errno, error.strerror, "standard output") from error


def received() -> bytes:
    """All that comes from standard input; raises OSError, which names it."""
    if sys.stdin is None:
        raise OSError(0, "is closed", "standard input")
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        raise OSError(error.errno, error.strerror, "standard input") from error


def say(message: str) -> None:
    """A remark on standard error."""
    if sys.stderr is not None:  # print() would turn to standard output, which is for the report alone
        print(f"claimcheck: {message}", file=sys.stderr)


def width(stream: TextIO | None) -> int | None:
    """Columns to fill; None where the stream is no terminal, or closed."""
    if stream is None or not stream.isatty():
        return None
    return max(NARROWEST, min(shutil.get_terminal_size().columns, WIDEST))


def colored(color: Color, stream: TextIO | None) -> bool:
    """Whether a stream gets colour: the option decides, then FORCE_COLOR, NO_COLOR and the terminal."""
    if color != "auto":
        return color == "always"
    if os.environ.get("FORCE_COLOR"):
        return True
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return stream is not None and stream.isatty()
