"""`claimcheck check --watch`: the same again whenever a text changes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

from claimcheck import read
from claimcheck.cli import session
from claimcheck.cli.session import Job
from claimcheck.cli.streams import say
from claimcheck.model import ClaimcheckError, Finding, Report
from claimcheck.report import safe

if TYPE_CHECKING:
    from watchfiles import Change

SHOWN = 5  # names in one remark
PAUSE = 300  # milliseconds without a change before the texts are read again: programs write in several steps
INSTALL = "`bash scripts/setup watch` or `pip install '.[watch]'` in the checkout of claimcheck"
MISSING = f"--watch needs watchfiles: {INSTALL}"


class NoWatcherError(ClaimcheckError):
    """The library that tells of changes is not installed."""


def watch_for_changes(job: Callable[[], Job]) -> NoReturn:
    """Checks, and checks again after every change, until it is interrupted; `job` is made anew each time."""
    first = job()
    paths = [read.absolute(path) for path in first.paths or [Path()]]
    for path in first.paths or ():
        if session.is_stream(path):
            name = "standard input" if path == session.STDIN else str(path)
            raise typer.BadParameter(f"{name} does not change", param_hint="--watch")
    changes = _changes(paths, first)
    next(changes)  # from here on nothing is missed, not even what changes during the first run
    _, report = session.rerun("check", first, None)
    say("watching; Ctrl-C ends")
    for names in filter(None, changes):
        say(f"changed: {_listed(names)}")
        report = _again(job, report)
    raise KeyboardInterrupt


def _again(job: Callable[[], Job], earlier: Report) -> Report:
    """The report on what the texts are now; the earlier one where they cannot be read."""
    try:
        _, report = session.rerun("check", job(), earlier)
    except (ClaimcheckError, OSError) as error:
        say(safe.line(f"error: {error}"))
        return earlier
    for finding in gone(earlier, report):
        say(safe.line(f"gone: {finding.field_label} ({finding.rule}) [{finding.id}]"))
    return report


def gone(earlier: Report, report: Report) -> list[Finding]:
    """The findings of an earlier report that are there no more."""
    left = {finding.id for finding in report.findings}
    return [finding for finding in earlier.fresh if finding.id not in left]


def _changes(paths: list[Path], job: Job) -> Iterator[list[str]]:
    """The names of files that have changed since the last look; none where nothing has for a while."""
    try:
        from watchfiles import DefaultFilter, watch
    except ImportError as error:
        raise NoWatcherError(MISSING) from error
    usual, wanted = DefaultFilter(), _wanted(paths, job)

    def heeded(change: Change, path: str) -> bool:
        return usual(change, path) and wanted(Path(path))

    # a file that an editor replaces is a new one: its folder knows
    folders = {path if path.is_dir() else path.parent for path in [*paths, *_beside(job)]}
    deep = any(path.is_dir() for path in paths)
    found = watch(
        *sorted(folders), watch_filter=heeded, debounce=PAUSE, recursive=deep,
        rust_timeout=PAUSE, yield_on_timeout=True,
    )  # fmt: skip
    return (sorted({os.path.relpath(path) for _, path in changes}) for changes in found)


def _wanted(paths: list[Path], job: Job) -> Callable[[Path], bool]:
    """Which files matter: those that are read and those beside them, never those that are written."""
    written = {read.absolute(output.partition(":")[2]) for output in job.outputs or ()}
    named = {*paths, *_beside(job)}
    folders = [path for path in paths if path.is_dir()]

    def wanted(path: Path) -> bool:
        return path not in written and (path in named or any(path.is_relative_to(each) for each in folders))

    return wanted


def _beside(job: Job) -> Iterable[Path]:
    """The files that a report depends on beside the texts."""
    return [read.absolute(path) for path in (job.options.reference, job.options.baseline) if path]


def _listed(names: list[str]) -> str:
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    return safe.line(", ".join(names[:SHOWN])) + more
