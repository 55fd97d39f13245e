"""`claimcheck report`: the page to look at."""

from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli import options as o

HELP = """Write a page to look at, to sort and to mail: claimcheck-report.html.

\b
Examples:
  claimcheck report story/ --open            write it and show it in the browser
  claimcheck report story/ -o tuesday.html   under another name
"""
NAME = Path("claimcheck-report.html")


def report(
    paths: o.Paths = None,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="Where the page goes.")
    ] = NAME,
    open_: Annotated[bool, typer.Option("--open", help="Show it in the browser.")] = False,
    min_confidence: o.MinConfidence = None,
    select: o.Select = None,
    ignore: o.Ignore = None,
    tolerance: o.Tolerance = None,
    reference: o.Reference = None,
    baseline: o.Baseline = None,
    no_baseline: o.NoBaseline = False,
    sic: o.Sic = None,
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
    quiet: o.Quiet = False,
    debug: o.Debug = False,
) -> None:
    """Runs the whole line; findings do not change the exit code."""
    from claimcheck.cli import session
    from claimcheck.cli.settings import surroundings
    from claimcheck.cli.streams import say

    given = {**o.given(locals()), "fail_on": "never"}
    options = surroundings(paths, config, isolated, given).options
    job = session.Job(
        paths, options, "html", None, stdin_filename, allow_empty, "never", quiet, False,
        jobs, cache_dir, no_cache,
    )  # fmt: skip
    code = session.write(job, f"html:{output}")
    if not quiet:
        say(f"written to {output}")
    if open_:
        typer.launch(output.resolve().as_uri())
    raise typer.Exit(code)
