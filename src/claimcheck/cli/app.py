"""The application: the commands under one name, with help and version."""

from typing import Annotated

import typer

from claimcheck import __version__
from claimcheck.cli import (
    baseline,
    check,
    clean,
    completion,
    explain,
    extract,
    fields,
    init,
    report,
    review,
    schema,
)

HELP = """Finds the figures on which your texts disagree.

\b
Start here:
  claimcheck check story/            which figures disagree, and who says what
  claimcheck check *.md -f concise   one line a finding, for grep and editors
  claimcheck report story/           a page to look at and to mail: pictures, quotations, tables
  claimcheck fields story/           every fact as a row, every source as a column
  claimcheck extract notes.txt       every figure found, with its context
  claimcheck explain value-conflict  what a rule asks, with examples
"""
EPILOG = """\b
Exit code: 0 nothing failing, 1 findings at or above --fail-on, 2 something is broken, 130 interrupted.
The report goes to standard output, everything else to standard error.
"""

# The three switches keep a cold start short: rich and shell detection are not loaded for a help page.
app = typer.Typer(
    help=HELP,
    epilog=EPILOG,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"claimcheck {__version__}")
        raise typer.Exit()


@app.callback()
def claimcheck(
    version: Annotated[
        bool, typer.Option("--version", "-V", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Holds the options that come before a command."""


app.command("check", help=check.HELP)(check.check)
app.command("extract", help=extract.HELP)(extract.extract)
app.command("fields", help=fields.HELP)(fields.fields)
app.command("report", help=report.HELP)(report.report)
app.add_typer(baseline.app, name="baseline")
app.command("review", help=review.HELP)(review.review)
app.command("clean", help=clean.HELP)(clean.clean)
app.command("completion", help=completion.HELP)(completion.completion)
app.command("explain", help=explain.HELP)(explain.explain)
app.command("init", help=init.HELP)(init.init)
app.command("schema", help=schema.HELP)(schema.schema)
