"""`claimcheck check`: which figures disagree."""

from typing import Annotated

import typer

from claimcheck.cli import options as o
from claimcheck.report import FORMATS

HELP = """Report the figures on which the texts disagree.

\b
Examples:
  claimcheck check                        every text in the current folder
  claimcheck check README.md docs/        a file and a folder
  claimcheck check story/ -v              every claim, and what became of each number
  claimcheck check . -o json:report.json  the text report, and JSON beside it
  claimcheck check story/ --explain 3f2a  why the claims of a finding are held for one fact
  claimcheck check . --reference facts.toml   figures that you vouch for
  curl -s URL | claimcheck check - story/ a text from standard input, too
"""


def check(
    paths: o.Paths = None,
    format_: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help=f"One of {', '.join(FORMATS['check'])}.")
    ] = "text",
    output: o.Output = None,
    fail_on: o.FailOn = None,
    min_confidence: o.MinConfidence = None,
    select: o.Select = None,
    ignore: o.Ignore = None,
    tolerance: o.Tolerance = None,
    reference: o.Reference = None,
    baseline: o.Baseline = None,
    no_baseline: o.NoBaseline = False,
    locked: o.Locked = False,
    diff: o.Diff = None,
    sic: o.Sic = None,
    explain: Annotated[
        str | None,
        typer.Option(
            metavar="FINDING",
            help="Show why the claims of one finding or field (by its id or the beginning) are held for one fact.",
        ),
    ] = None,
    watch: o.Watch = False,
    config: o.Config = None,
    isolated: o.Isolated = False,
    include: o.Include = None,
    exclude: o.Exclude = None,
    no_gitignore: o.NoGitignore = False,
    strict: o.Strict = False,
    allow_empty: o.AllowEmpty = False,
    stdin_filename: o.StdinName = o.STDIN_NAME,
    jobs: o.Jobs = 0,
    cache_dir: o.CacheDir = None,
    no_cache: o.NoCache = False,
    color: o.ColorOption = "auto",
    quiet: o.Quiet = False,
    verbose: o.Verbose = False,
    debug: o.Debug = False,
) -> None:
    """Runs the whole line."""
    from claimcheck.cli import session
    from claimcheck.cli.settings import surroundings

    given = o.given(locals())

    def job() -> session.Job:
        return session.Job(
            paths, surroundings(paths, config, isolated, given).options, format_, output, stdin_filename,
            allow_empty, color, quiet, verbose, jobs, cache_dir, no_cache, diff=diff,
        )  # fmt: skip

    if watch and explain is not None:
        raise typer.BadParameter("--explain shows one finding once", param_hint="--watch")
    if watch:
        from claimcheck.cli.watch import watch_for_changes

        watch_for_changes(job)
    raise typer.Exit(session.run("check", job()) if explain is None else session.explain(job(), explain))
