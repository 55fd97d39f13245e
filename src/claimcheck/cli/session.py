"""What every command does around the pipeline: read the inputs, deliver the report, make remarks."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TextIO

import typer

from claimcheck.cli.options import Color, known
from claimcheck.report import FORMATS, View

if TYPE_CHECKING:
    from claimcheck.config import Options
    from claimcheck.model import Report
    from claimcheck.pipeline import Stage
    from claimcheck.report.look import Look

STDIN = Path("-")
WIDEST = 110  # columns; longer lines of prose are hard to read


class Destination(NamedTuple):
    """A format, and the file it goes to; None is standard output."""

    format: str
    path: Path | None


class Manner(NamedTuple):
    """How a command talks."""

    color: Color
    quiet: bool
    verbose: bool


def destinations(view: View, format_: str, outputs: Sequence[str] | None) -> list[Destination]:
    """Where the report goes, standard output first; raises a usage error for an unknown format."""
    formats = FORMATS[view]
    chosen = [Destination(known(format_, formats, "format", "--format"), None)]
    for output in outputs or ():
        name, colon, path = output.partition(":")
        if not (colon and path):
            raise typer.BadParameter(f"{output!r} is not FORMAT:PATH", param_hint="--output")
        chosen.append(Destination(known(name, formats, "format", "--output"), Path(path)))
    return chosen


def analyse(
    paths: Sequence[Path] | None, options: Options, stdin_name: str, allow_empty: bool, until: Stage
) -> Report:
    """The report on the paths named; raises ClaimcheckError where there is nothing to read."""
    from claimcheck import pipeline

    wanted = list(paths or [Path()])
    stdin = pipeline.Stdin(sys.stdin.buffer.read(), stdin_name) if STDIN in wanted else None
    report = pipeline.run([path for path in wanted if path != STDIN], options, stdin, until)
    if not allow_empty:
        pipeline.require_input(report)
    return report


def deliver(
    report: Report, view: View, targets: Sequence[Destination], manner: Manner, exit_code: int
) -> None:
    """Writes the report to every destination, then says on standard error what the report does not."""
    from claimcheck.report.look import Look

    for target in targets:
        if target.path is None:
            emit(FORMATS[view][target.format](report, _look(manner, exit_code)))
        else:
            plain = Look(quiet=manner.quiet, verbose=manner.verbose, exit_code=exit_code)
            _save(target.path, FORMATS[view][target.format](report, plain))
    if not manner.quiet:
        _remark(report, view, summary=targets[0].format != "text")


def emit(text: str) -> None:
    """Writes to standard output as UTF-8; a reader that has gone away is no error."""
    out = sys.stdout
    if hasattr(out, "reconfigure"):
        out.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        out.write(text)
        out.flush()
    except BrokenPipeError:
        # what is left in the buffer would fail again when the interpreter ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())


def _save(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")


def _remark(report: Report, view: View, summary: bool) -> None:
    from claimcheck.report import safe, words

    for item in report.skipped:
        say(f"skipped {safe.line(item.source)}: {safe.line(item.reason)}")
    if summary:
        verdict = [words.verdict(report)] if view == "check" else []
        say("; ".join([*verdict, words.coverage(report)]))


def say(message: str) -> None:
    """A remark on standard error."""
    print(f"claimcheck: {message}", file=sys.stderr)


def _look(manner: Manner, exit_code: int) -> Look:
    from claimcheck.report.look import Look

    width = min(shutil.get_terminal_size().columns, WIDEST) if sys.stdout.isatty() else None
    return Look(colored(manner.color, sys.stdout), width, manner.quiet, manner.verbose, exit_code)


def colored(color: Color, stream: TextIO) -> bool:
    """Whether a stream gets colour: the option decides, then FORCE_COLOR, NO_COLOR and the terminal."""
    if color != "auto":
        return color == "always"
    if os.environ.get("FORCE_COLOR"):
        return True
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return stream.isatty()
