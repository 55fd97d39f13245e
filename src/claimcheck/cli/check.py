"""`claimcheck check`: which figures disagree."""

from typing import Annotated, Literal

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
  curl -s URL | claimcheck check - story/ a text from standard input, too
"""

FailOn = Literal["error", "warning", "note", "never"]
Confidence = Literal["low", "medium", "high"]


def check(
    paths: o.Paths = None,
    format_: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help=f"One of {', '.join(FORMATS['check'])}.")
    ] = "text",
    output: o.Output = None,
    fail_on: Annotated[FailOn, typer.Option(help="Lowest severity that makes the exit code 1.")] = "warning",
    min_confidence: Annotated[
        Confidence, typer.Option(help="Leave out findings that are less sure.")
    ] = "low",
    select: Annotated[
        list[str] | None, typer.Option(metavar="RULE", help="Apply this rule only.  [repeatable]")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option(metavar="RULE", help="Do not apply this rule.  [repeatable]")
    ] = None,
    tolerance: Annotated[
        str, typer.Option(metavar="SHARE", help="Difference between two figures that nobody minds.")
    ] = "2%",
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
    """Runs the whole line."""
    from claimcheck.cli.session import Job, run
    from claimcheck.config import Options
    from claimcheck.report.words import CONFIDENCE

    options = Options(
        include=tuple(include or ()),
        exclude=tuple(exclude or ()),
        gitignore=not no_gitignore,
        strict=strict,
        fail_on=None if fail_on == "never" else fail_on,
        min_confidence=CONFIDENCE[min_confidence],
        select=o.rules(select, "--select"),
        ignore=o.rules(ignore, "--ignore"),
        tolerance=o.tolerance(tolerance),
    )
    job = Job(paths, options, format_, output, stdin_filename, allow_empty, color, quiet, verbose)
    raise typer.Exit(run("check", job))
