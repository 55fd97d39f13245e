"""`claimcheck baseline`: findings that are known, so that only new ones fail a run."""

from typing import Annotated

import typer

from claimcheck.cli import options as o

HELP = """Keep known findings in a file, so that only new ones fail a run.

\b
  claimcheck baseline create            accept what there is today
  claimcheck baseline update            add what is new, take out what is gone
  claimcheck baseline update --only ID --reason TEXT   accept one finding
  claimcheck baseline prune             only take out what is gone
  claimcheck baseline show              what is accepted, and why

`claimcheck check` finds the file by itself and never writes it; `claimcheck review` goes through it by hand.
"""
app = typer.Typer(help=HELP, no_args_is_help=True, rich_markup_mode=None)

Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why what is added is accepted.")]
Expires = Annotated[
    str | None, typer.Option("--expires", metavar="DATE", help="Last day on which what is added holds.")
]
Only = Annotated[
    list[str] | None,
    typer.Option("--only", metavar="ID", help="Add or renew this finding, nothing else.  [repeatable]"),
]


@app.command()
def create(
    paths: o.Files = None,
    baseline: o.Baseline = None,
    reason: Reason = "",
    expires: Expires = None,
    fail_on: o.FailOn = None,
    min_confidence: o.MinConfidence = None,
    select: o.Select = None,
    ignore: o.Ignore = None,
    tolerance: o.Tolerance = None,
    reference: o.Reference = None,
    sic: o.Sic = None,
    include: o.Include = None,
    exclude: o.Exclude = None,
    no_gitignore: o.NoGitignore = False,
    config: o.Config = None,
    isolated: o.Isolated = False,
    jobs: o.Jobs = 0,
    cache_dir: o.CacheDir = None,
    no_cache: o.NoCache = False,
    quiet: o.Quiet = False,
    debug: o.Debug = False,
) -> None:
    """Write a baseline of all findings that fail the run now; one that exists is left as it is."""
    from claimcheck.cli import known

    given, effort = o.given(locals()), known.Effort(jobs, cache_dir, no_cache)
    known.create(known.look(paths, config, isolated, given, effort, quiet), known.wish(reason, expires))


@app.command()
def update(
    paths: o.Files = None,
    baseline: o.Baseline = None,
    only: Only = None,
    reason: Reason = "",
    expires: Expires = None,
    fail_on: o.FailOn = None,
    min_confidence: o.MinConfidence = None,
    select: o.Select = None,
    ignore: o.Ignore = None,
    tolerance: o.Tolerance = None,
    reference: o.Reference = None,
    sic: o.Sic = None,
    include: o.Include = None,
    exclude: o.Exclude = None,
    no_gitignore: o.NoGitignore = False,
    config: o.Config = None,
    isolated: o.Isolated = False,
    jobs: o.Jobs = 0,
    cache_dir: o.CacheDir = None,
    no_cache: o.NoCache = False,
    quiet: o.Quiet = False,
    debug: o.Debug = False,
) -> None:
    """Add the findings that fail the run, take out those that are gone, and print both."""
    from claimcheck.cli import known

    given, effort = o.given(locals()), known.Effort(jobs, cache_dir, no_cache)
    known.update(known.look(paths, config, isolated, given, effort, quiet), known.wish(reason, expires, only))


@app.command()
def prune(
    paths: o.Files = None,
    baseline: o.Baseline = None,
    select: o.Select = None,
    ignore: o.Ignore = None,
    tolerance: o.Tolerance = None,
    reference: o.Reference = None,
    sic: o.Sic = None,
    include: o.Include = None,
    exclude: o.Exclude = None,
    no_gitignore: o.NoGitignore = False,
    config: o.Config = None,
    isolated: o.Isolated = False,
    jobs: o.Jobs = 0,
    cache_dir: o.CacheDir = None,
    no_cache: o.NoCache = False,
    quiet: o.Quiet = False,
    debug: o.Debug = False,
) -> None:
    """Take out the findings that are gone, and add nothing."""
    from claimcheck.cli import known

    given, effort = o.given(locals()), known.Effort(jobs, cache_dir, no_cache)
    known.prune(known.look(paths, config, isolated, given, effort, quiet))


@app.command()
def show(
    paths: o.Files = None,
    baseline: o.Baseline = None,
    config: o.Config = None,
    isolated: o.Isolated = False,
    quiet: o.Quiet = False,
    debug: o.Debug = False,
) -> None:
    """Print what is accepted, with verdict, reason and last day; the texts are not read."""
    from claimcheck.cli import known
    from claimcheck.cli.settings import surroundings

    known.show(surroundings(paths, config, isolated, o.given(locals())).baseline, quiet)
