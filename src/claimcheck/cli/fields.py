"""`claimcheck fields`: the unified table of facts."""

from typing import Annotated

import typer

from claimcheck.cli import options as o
from claimcheck.report import FORMATS

HELP = """Show the unified table: a row a fact, a column a source.

\\b
Examples:
  claimcheck fields story/                    rows on which the sources differ are marked
  claimcheck fields story/ -o csv:facts.csv   on the screen, and a copy for a spreadsheet
  claimcheck fields story/ -f csv > all.csv   for a spreadsheet
"""


def fields(
    paths: o.Paths = None,
    format_: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help=f"One of {', '.join(FORMATS['fields'])}.")
    ] = "text",
    output: o.Output = None,
    include: o.Include = None,
    exclude: o.Exclude = None,
    no_gitignore: o.NoGitignore = False,
    strict: o.Strict = False,
    allow_empty: o.AllowEmpty = False,
    stdin_filename: o.StdinName = "stdin.txt",
    color: o.ColorOption = "auto",
    quiet: o.Quiet = False,
    verbose: o.Verbose = False,
    debug: o.Debug = False,
) -> None:
    """Runs the line as far as it is needed."""
    from claimcheck.cli.session import Job, run
    from claimcheck.config import Options

    options = Options(
        include=tuple(include or ()),
        exclude=tuple(exclude or ()),
        gitignore=not no_gitignore,
        strict=strict,
        fail_on=None,
    )
    job = Job(paths, options, format_, output, stdin_filename, allow_empty, color, quiet, verbose)
    raise typer.Exit(run("fields", job))
