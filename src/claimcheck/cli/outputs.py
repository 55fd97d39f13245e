"""The files that a command writes beside what it prints: their names, what they may take the place of."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import typer

from claimcheck import read
from claimcheck.cli.options import known
from claimcheck.cli.put import is_of_system, put
from claimcheck.model import ClaimcheckError, Report
from claimcheck.report import FORMATS, View
from claimcheck.report.look import Look


class OverwriteError(ClaimcheckError):
    """A report would take the place of something else."""


class Output(NamedTuple):
    """A report to write: in which format, to which file."""

    format: str
    path: Path

    def write(self, view: View, report: Report, look: Look) -> None:
        """Writes the whole report, however little the terminal is to show; raises OSError, which names the file."""
        text = FORMATS[view][self.format](report, msgspec.structs.replace(look, quiet=False))
        put(self.path, text.encode("utf-8", "backslashreplace"))


def outputs(view: View, wanted: Sequence[str]) -> list[Output]:
    """The outputs of several `FORMAT:PATH`; usage errors and OverwriteError for what cannot be written."""
    found = [output(view, each) for each in wanted]
    places = list(map(_place, found))
    for number, each in enumerate(found):
        if places[number] in places[:number]:
            raise typer.BadParameter(f"{each.path} is named twice", param_hint="--output")
    return found


def output(view: View, wanted: str) -> Output:
    """The output of `FORMAT:PATH`; a usage error or OverwriteError where it cannot be written."""
    name, colon, path = wanted.partition(":")
    if not (colon and path):
        raise typer.BadParameter(f"{wanted!r} is not FORMAT:PATH", param_hint="--output")
    if path == "-":
        raise typer.BadParameter("standard output takes --format", param_hint="--output")
    if not Path(path).parent.is_dir():
        raise typer.BadParameter(f"no such folder: {Path(path).parent}", param_hint="--output")
    found = Output(known(name, FORMATS[view], "format", "--output"), Path(path))
    _spare(found.path)
    return found


def written(found: Sequence[Output]) -> tuple[str, ...]:
    """The files of outputs by their real names, as `Options.written` takes them."""
    return tuple(map(_place, found))


def _place(found: Output) -> str:
    return os.path.realpath(found.path)


def _spare(path: Path) -> None:
    """Raises OverwriteError for a file in which somebody has written anything else than a report."""
    if is_of_system(path):
        return
    if path.is_dir():
        raise OverwriteError(f"{path} is a folder; name a file in it")
    if path.is_file() and path.stat().st_size and not read.is_report(path.read_bytes()):
        raise OverwriteError(f"{path} is there and is no report of claimcheck; choose another name")
