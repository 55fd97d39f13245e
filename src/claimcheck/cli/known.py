"""What the commands of the baseline do: look at the texts, change the file, say what has changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import typer

from claimcheck import asked, pipeline, read, settle
from claimcheck.baseline.change import Change, Wish, pruned, updated
from claimcheck.baseline.entry import BaselineError, Entry, bare
from claimcheck.baseline.hold import Scope, Terms
from claimcheck.baseline.load import load
from claimcheck.baseline.store import save
from claimcheck.cli.bar import watching
from claimcheck.cli.session import memory
from claimcheck.cli.settings import surroundings
from claimcheck.cli.streams import emit, say
from claimcheck.config import Options
from claimcheck.model import SEVERITIES, Report
from claimcheck.report import safe
from claimcheck.report.words import count


class Seen(NamedTuple):
    """A run without its baseline, and where that is."""

    report: Report
    options: Options
    root: Path
    path: Path
    quiet: bool

    @property
    def failing(self) -> list[str]:
        """The ids of the findings that would fail the run; where nothing fails, those that would by default."""
        worst = SEVERITIES.index(self.options.fail_on or "warning")
        return [
            item.id
            for item in self.report.findings
            if SEVERITIES.index(item.severity) <= worst and item.confidence >= self.options.min_confidence
        ]

    def scope(self, entries: Iterable[Entry]) -> Scope:
        """How far the run reaches."""
        return settle.scope_of(self.report, self.root, self.path, entries, self.options)

    @property
    def paths(self) -> dict[str, str]:
        """Where each source lies as seen from the working folder."""
        return settle.places(self.report, self.root, Path.cwd())

    @property
    def terms(self) -> Terms:
        """What an entry must fulfil today."""
        return Terms(date.today(), self.options.require_reason)


class Effort(NamedTuple):
    """What a run may take: processes, and the cache."""

    jobs: int
    cache_dir: Path | None
    no_cache: bool


def look(
    paths: Sequence[Path] | None,
    config: Path | None,
    isolated: bool,
    given: Mapping[str, Any],
    effort: Effort,
    quiet: bool,
) -> Seen:
    """Takes the texts down the line; raises ClaimcheckError where there is nothing to read."""
    found = surroundings(paths, config, isolated, given)
    bare = msgspec.structs.replace(found.options, baseline=None, min_confidence=0.0)
    wanted = paths or [Path()]
    with watching(quiet) as watch:
        means = pipeline.Means(memory(effort.cache_dir, effort.no_cache), effort.jobs, watch)
        report = pipeline.run(wanted, bare, means=means)
    asked.require_input(report, wanted, bare)
    return Seen(report, found.options, read.root(wanted), found.baseline, quiet)


def wish(reason: str, expires: str | None, only: Sequence[str] | None = None) -> Wish:
    """What to add; raises a usage error for a day that is none."""
    return Wish(frozenset(only) if only else None, reason.strip(), day(expires) if expires else None)


def day(text: str) -> date:
    """A day to come as people write it to machines; raises a usage error."""
    try:
        found = date.fromisoformat(text.strip())
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is no day; write 2027-01-31", param_hint="--expires") from error
    if found < date.today():
        raise typer.BadParameter(f"{found} is over; what is added would not hold", param_hint="--expires")
    return found


# --- the commands ----------------------------------------------------------------------------------------


def create(seen: Seen, wanted: Wish) -> None:
    """Writes a new file; raises BaselineError where there is one."""
    if seen.path.exists():
        raise BaselineError(f"{seen.path} exists; `claimcheck baseline update` brings it up to date")
    _write(seen, _changed(seen, (), wanted))


def update(seen: Seen, wanted: Wish) -> None:
    """Adds and takes out; raises BaselineError for a missing file, UnknownFindingError for the id of no finding."""
    entries = load(seen.path)
    if wanted.ids is not None:
        ids = frozenset(asked.finding(seen.report, bare(prefix)).id for prefix in sorted(wanted.ids))
        wanted = msgspec.structs.replace(wanted, ids=ids)
    _write(seen, _changed(seen, entries, wanted))


def prune(seen: Seen) -> None:
    """Takes out; raises BaselineError for a missing file."""
    entries = load(seen.path)
    _write(seen, pruned(seen.report.findings, seen.report.documents, entries, seen.scope(entries)))


def show(path: Path, quiet: bool) -> None:
    """Prints the entries; raises BaselineError for a missing file."""
    entries = load(path)
    emit("".join(f"{line}\n" for entry in entries for line in described(entry, date.today())))
    if not quiet:
        say(f"{count(len(entries), 'finding')} in {path}")


def _changed(seen: Seen, entries: Sequence[Entry], wanted: Wish) -> Change:
    report = seen.report
    failing = wanted.ids or seen.failing  # who names a finding means it, however grave it is
    return updated(
        report.findings, failing, report.documents, entries, seen.scope(entries), seen.terms, wanted
    )


def _write(seen: Seen, change: Change) -> None:
    save(seen.path, change.entries)
    emit("".join(f"{line}\n" for line in _news(change)))
    if not seen.quiet:
        say(f"{count(len(change.entries), 'finding')} in {seen.path}")


def _news(change: Change) -> Iterator[str]:
    for word, entries in (
        ("added", change.added),
        ("widened", change.widened),
        ("removed", change.removed),
        ("left", change.idle),
    ):
        for entry in entries:
            yield f"{word:<8} {headline(entry)}{_more(word, entry)}"


def _more(word: str, entry: Entry) -> str:
    """What else there is to know of a line of news."""
    if word == "left":
        return "  (expired, or without a reason: --only renews it)"
    return "  (not judged yet with all of these figures)" if word == "widened" and not entry.verdict else ""


def headline(entry: Entry) -> str:
    """An entry on one line: what it is about, which figures, which finding."""
    figures = ", ".join(entry.values)
    return safe.line(f"{entry.field or 'a finding'} ({entry.rule}): {figures}  [{entry.id}]")


def described(entry: Entry, today: date) -> Iterator[str]:
    """An entry with what somebody has said of it."""
    until = f"  until {entry.expires}" if entry.expires else ""
    yield f"{entry.verdict or 'not judged':<14} {headline(entry)}{until}{', expired' if entry.expired(today) else ''}"
    if entry.reason:
        yield f"{'':<14} {safe.line(entry.reason)}"
