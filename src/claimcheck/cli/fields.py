"""`claimcheck fields`: the unified table of facts."""

from typing import Annotated

import typer

from claimcheck.cli import options as o
from claimcheck.report import FORMATS

HELP = """Show the unified table: a row a fact, a column a source.

\b
Examples:
  claimcheck fields story/                    rows on which the sources differ are marked
  claimcheck fields story/ -o csv:facts.csv   on the screen, and a copy for a spreadsheet
  claimcheck fields story/ -f csv > all.csv   for a spreadsheet
  claimcheck fields story/ --topics           what each text speaks of, and which figures belong to it
"""


def fields(
    paths: o.Paths = None,
    format_: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help=f"One of {', '.join(FORMATS['fields'])}.")
    ] = "text",
    output: o.Output = None,
    topics: Annotated[
        bool, typer.Option("--topics", help="Show the topics of each text and their claims instead.")
    ] = False,
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
    """Runs the line as far as it is needed."""
    from claimcheck.cli.session import Job, run
    from claimcheck.cli.settings import surroundings

    given = {**o.given(locals()), "fail_on": "never", "use_baseline": False}
    options = surroundings(paths, config, isolated, given).options
    job = Job(
        paths, options, format_, output, stdin_filename, allow_empty, color, quiet, verbose,
        jobs, cache_dir, no_cache,
    )  # fmt: skip
    raise typer.Exit(run("topics" if topics else "fields", job))
