"""What every command does around the pipeline: read the inputs, deliver the report, make remarks."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import typer

from claimcheck import asked, pipeline, read
from claimcheck.cache import NOTHING, Cache, Store, folder
from claimcheck.cli.bar import watching
from claimcheck.cli.options import STDIN_NAME, Color, known
from claimcheck.cli.outputs import Output, output, outputs, written
from claimcheck.cli.streams import colored, emit, received, say, width
from claimcheck.cli.summary import summarize
from claimcheck.config import Options
from claimcheck.report import FORMATS, View, safe, words
from claimcheck.report.look import Look

if TYPE_CHECKING:
    from claimcheck.model import Report

STDIN = Path("-")
LAST = "the last run"


class Job(NamedTuple):
    """All that a command was asked to do."""

    paths: Sequence[Path] | None
    options: Options
    format: str
    outputs: Sequence[str] | None
    stdin_name: str
    allow_empty: bool
    color: Color
    quiet: bool
    verbose: bool
    jobs: int
    cache_dir: Path | None
    no_cache: bool
    kinds: Sequence[str] = ()
    nouns: Sequence[str] = ()
    diff: str | None = None


def run(view: View, job: Job) -> int:
    """Does the job; returns the exit code, raises ClaimcheckError or OSError for what cannot be done."""
    return rerun(view, job, None)[0]


def rerun(view: View, job: Job, earlier: Report | None) -> tuple[int, Report]:
    """Does the job and shows what is new since an earlier report; files hold all of it. Raises as `run` does."""
    render = FORMATS[view][known(job.format, FORMATS[view], "format", "--format")]
    files = outputs(view, job.outputs or ())
    job = _sparing(files, job)
    report, look = _seen(view, job)
    shown = report if earlier is None else _new(report, earlier)
    emit(render(shown, _for_terminal(look, job)))
    for file in files:
        file.write(view, report, look)
    summarize(report, look, [job.format, *(file.format for file in files)])
    if not job.quiet:
        _remark(shown, view, look.paths, summary=job.format != "text")
    return look.exit_code, report


def explain(job: Job, prefix: str) -> int:
    """Shows why the claims of one finding or field are held for one fact; 0, raises ClaimcheckError."""
    from claimcheck.report import text_pairs

    _require_text(job)
    report, look = _seen("check", job)
    about = asked.find(report, prefix)
    found = asked.pairs(report, about, job.options)
    emit(text_pairs.pairs(report, about, found, _for_terminal(look, job)))
    return 0


def _require_text(job: Job) -> None:
    """Raises a usage error for another format or a file: an explanation is for people, on the screen."""
    for option, wanted in (("--format", job.format != "text"), ("--output", bool(job.outputs))):
        if wanted:
            raise typer.BadParameter("--explain prints text alone", param_hint=option)


def _new(report: Report, earlier: Report) -> Report:
    from claimcheck.since import since

    return since(report, earlier, LAST)


def write(job: Job, wanted: str) -> int:
    """Writes the report to `FORMAT:PATH` alone; returns the exit code, raises as `run` does."""
    file = output("check", wanted)
    report, look = _seen("check", _sparing([file], job))
    file.write("check", report, look)
    if not job.quiet:
        _remark(report, "check", look.paths, summary=True)
    return look.exit_code


def _seen(view: View, job: Job) -> tuple[Report, Look]:
    """The report, and how it is to look where there is no terminal."""
    report, changed = _analyse(view, job)
    report = asked.narrowed(report, _kinds(job.kinds), job.nouns)
    if job.verbose and view == "check":
        report = asked.with_apart(report, job.options)
    return report, Look(
        quiet=job.quiet,
        verbose=job.verbose,
        exit_code=asked.exit_code(report, job.options),
        fail_on=job.options.fail_on,
        locked=job.options.baseline if job.options.locked else None,
        changed=changed,
        paths=_paths(report, job),
    )


def explain_numbers(job: Job) -> int:
    """Shows what the grammar made of every number; 0, raises ClaimcheckError for what cannot be read."""
    from claimcheck.report import parts

    _require_text(job)
    for option, wanted in (("--kind", job.kinds), ("--noun", job.nouns)):
        if wanted:
            raise typer.BadParameter("--explain shows every number", param_hint=option)
    paths = [path for path in job.paths or [Path()] if path != STDIN]
    for document, extraction in pipeline.numbers(paths, job.options, _texts(job)):
        look = Look(paths={document.source: document.source})
        emit(parts.explain(document, extraction, _for_terminal(look, job)))
    return 0


def _kinds(kinds: Sequence[str]) -> Sequence[str]:
    from claimcheck.model import KINDS

    return [known(kind, KINDS, "kind", "--kind") for kind in kinds]


def is_stream(path: Path) -> bool:
    """True for standard input and pipes, which can be read but once."""
    return path == STDIN or read.is_pipe(path)


def _sparing(files: Sequence[Output], job: Job) -> Job:
    """The job, which will not read the files that it writes."""
    return job._replace(options=msgspec.structs.replace(job.options, written=written(files)))


def _analyse(view: View, job: Job) -> tuple[Report, frozenset[str]]:
    """The report, and the sources that have changed since the revision that it is set beside, if any."""
    wanted = job.paths or [Path()]
    texts = _texts(job)
    until: pipeline.Stage = "claims" if view == "extract" else "findings"
    with watching(job.quiet) as watch:
        means = pipeline.Means(memory(job.cache_dir, job.no_cache), job.jobs, watch)
        paths = [path for path in wanted if path != STDIN]
        report = pipeline.run(paths, job.options, texts, until, means)
        if not job.allow_empty:
            asked.require_input(report, paths, job.options, _paths(report, job))
        if job.diff is None:
            return report, frozenset()
        files = [path for path in paths if not is_stream(path)]
        return pipeline.since(report, job.diff, files or [Path()], job.options, means)


def _texts(job: Job) -> list[pipeline.Text]:
    """What comes from standard input, where it is asked for; a usage error for its name where it is not."""
    if STDIN not in (job.paths or ()):
        if job.stdin_name != STDIN_NAME:
            raise typer.BadParameter("there is no '-' among the paths", param_hint="--stdin-filename")
        return []
    # who names it means that file: what an editor holds and has not saved yet
    file = os.path.realpath(job.stdin_name) if job.stdin_name != STDIN_NAME else None
    return [pipeline.Text(received(), _printable(job.stdin_name), file)]


def memory(cache_dir: Path | None, no_cache: bool) -> Cache:
    """The cache of a run; that of the user unless another one is named or none is wanted."""
    return NOTHING if no_cache else Store(cache_dir or folder())


def _printable(name: str) -> str:
    """A name with its bytes that are no UTF-8 spelled out."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _paths(report: Report, job: Job) -> dict[str, str]:
    """Where each source, read or skipped, lies as seen from the working folder; streams lie nowhere."""
    streams = set(filter(is_stream, job.paths or ()))
    named = [path for path in job.paths or [Path()] if path not in streams]
    if not named:
        return {}
    nowhere = {job.stdin_name if path == STDIN else str(path) for path in streams}
    common = read.root(named)
    relative = os.path.relpath(common)
    root = str(common) if relative.startswith("..") and all(map(os.path.isabs, job.paths or ())) else relative
    sources = [*(each.source for each in report.documents), *(each.source for each in report.skipped)]
    return {source: Path(root, source).as_posix() for source in sources if source not in nowhere}


def _for_terminal(look: Look, job: Job) -> Look:
    return msgspec.structs.replace(look, color=colored(job.color, sys.stdout), width=width(sys.stdout))


def _remark(report: Report, view: View, paths: Mapping[str, str], summary: bool) -> None:
    for item in report.skipped:
        say(f"skipped {safe.line(paths.get(item.source, item.source))}: {safe.line(item.reason)}")
    for remark in report.remarks:
        say(safe.line(remark))
    if summary:
        verdict = [words.verdict(report)] if view == "check" else []
        say("; ".join([*verdict, words.coverage(report)]))
