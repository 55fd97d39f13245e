"""What stands after the rules have spoken: less what the texts ask to leave alone, beside what is known."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path

import msgspec

from claimcheck.baseline.entry import Entry
from claimcheck.baseline.hold import Held, Scope, Terms, hold
from claimcheck.baseline.load import load, text
from claimcheck.config import Options
from claimcheck.model import Report
from claimcheck.resolved import Resolved
from claimcheck.suppress import globs
from claimcheck.suppress.silence import Rules, silence

OF_FACTS = "reference-conflict"  # says nothing without a file of facts
SHOWN = 5  # entries named in remarks of one sort


def settle(report: Report, root: Path, options: Options, *, whole: bool) -> Report:
    """The report of a run whose sources lie in `root`; raises BaselineError.

    A run that is `whole` reaches all that the configuration speaks of.
    """
    report = _silenced(report, root, options)
    if whole:
        report = _with_idle_globs(report, root, options)
    if options.baseline is not None:
        report = _held(report, root, Path(options.baseline), options)
    sure = tuple(item for item in report.findings if item.confidence >= options.min_confidence)
    return msgspec.structs.replace(report, findings=sure)


def _silenced(report: Report, root: Path, options: Options) -> Report:
    rules = Rules(
        known=frozenset(rule.id for rule in report.rules),
        applied=_applied(report, options),
        together=frozenset(rule.id for rule in report.rules if rule.view == "document"),
    )
    paths = places(report, root, Path(options.base) if options.base else root)
    left = silence(report.findings, report.documents, paths, rules, options)
    return msgspec.structs.replace(report, findings=left.findings, remarks=report.remarks + left.remarks)


def _with_idle_globs(report: Report, root: Path, options: Options) -> Report:
    """The report with a remark on whatever the configuration says of files of which there is none."""
    folder = Path(options.base) if options.base else root
    unread = (os.path.relpath(root / item.source, folder).replace(os.sep, "/") for item in report.skipped)
    seen = {*places(report, root, folder).values(), *unread}
    return msgspec.structs.replace(report, remarks=(*report.remarks, *globs.idle(options, seen)))


def _held(report: Report, root: Path, path: Path, options: Options) -> Report:
    entries = load(path)
    scope = scope_of(report, root, path, entries, options)
    today = date.today()
    held = hold(report.findings, report.documents, entries, scope, Terms(today, options.require_reason))
    return msgspec.structs.replace(
        report,
        findings=held.findings,
        resolved=tuple(_resolved(held, path)),
        remarks=(*report.remarks, *_remarks(held, os.path.relpath(path), today, options.locked)),
    )


def _resolved(held: Held, path: Path) -> Iterator[Resolved]:
    """The entries that nothing answers to, with their lines in the file."""
    lines = text(path).splitlines() if held.resolved else []
    places = {entry.id: 1 for entry in held.resolved}
    for number, line in enumerate(lines, start=1):
        places |= {found: number for found in re.findall(r'"([^"]+)"', line) if places.get(found) == 1}
    for entry in held.resolved:
        yield Resolved(entry.id, entry.rule, entry.field, places[entry.id])


def scope_of(report: Report, root: Path, path: Path, entries: Iterable[Entry], options: Options) -> Scope:
    """How far a run reaches, as the baseline in `path` sees it."""
    folder = Path(os.path.realpath(path.parent))
    named = {source for entry in entries for source in entry.sources}
    absent = frozenset(source for source in named if not os.path.lexists(folder / source))
    return Scope(_applied(report, options), _real_places(report, root, folder), absent)


def _real_places(report: Report, root: Path, folder: Path) -> dict[str, str]:
    """Where each source lies as seen from a folder, by whatever link to its own folder it was reached."""
    real = cache(os.path.realpath)
    found: dict[str, str] = {}
    for document in report.documents:
        path = root / document.source
        place = os.path.relpath(Path(real(path.parent)) / path.name, folder)
        found[document.source] = place.replace(os.sep, "/")
    return found


def _applied(report: Report, options: Options) -> frozenset[str]:
    chosen = frozenset(options.select or (rule.id for rule in report.rules)) - frozenset(options.ignore)
    return chosen if options.reference else chosen - {OF_FACTS}


def places(report: Report, root: Path, folder: Path) -> dict[str, str]:
    """Where each source lies as seen from a folder, with "/"."""
    return {
        document.source: os.path.relpath(root / document.source, folder).replace(os.sep, "/")
        for document in report.documents
    }


# --- remarks ---------------------------------------------------------------------------------------------


def _remarks(held: Held, file: str, today: date, locked: bool) -> Iterator[str]:
    known = sum(item.status == "known" for item in held.findings)
    if known:
        yield f"{known} known finding{'s' if known > 1 else ''} held back by {file}"
    yield from _named("resolved; `claimcheck baseline prune` takes it out", held.resolved)
    if locked and held.resolved:
        yield f"--locked: {file} holds findings that are gone"
    yield from _named("expired, so it is new", [each for each in held.idle if each.expired(today)])
    yield from _named(
        "no reason given, so it is new", [each for each in held.idle if not each.expired(today)]
    )


def _named(what: str, entries: Sequence[Entry]) -> Iterator[str]:
    for entry in entries[:SHOWN]:
        yield f"{what}: {entry.field or 'a finding'} ({entry.rule}) [{entry.id}]"
    if len(entries) > SHOWN:
        yield f"{what}: {len(entries) - SHOWN} more"
