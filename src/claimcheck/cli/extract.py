"""`claimcheck extract`: every figure found, with its context."""

from typing import Annotated

import typer

from claimcheck.cli import options as o
from claimcheck.report import FORMATS

HELP = """List every claim with its context; nothing is compared.

\b
Examples:
  claimcheck extract notes.txt                 each figure in its sentence
  claimcheck extract story/ -f jsonl           one JSON object a line
  claimcheck extract story/ -f csv > all.csv   for a spreadsheet
  claimcheck extract story/ --noun ambulance   only the figures of one thing
  claimcheck extract notes.txt --explain       what the grammar made of each number
"""


Kinds = Annotated[
    list[str] | None,
    typer.Option("--kind", metavar="KIND", help="Only this kind: count, money, ...  [repeatable]"),
]
Nouns = Annotated[
    list[str] | None, typer.Option("--noun", metavar="NOUN", help="Only what counts this noun.  [repeatable]")
]
Explain = Annotated[
    bool, typer.Option("--explain", help="Show which parts of the grammar matched, and what was masked.")
]


def extract(
    paths: o.Paths = None,
    format_: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help=f"One of {', '.join(FORMATS['extract'])}.")
    ] = "text",
    output: o.Output = None,
    kind: Kinds = None,
    noun: Nouns = None,
    explain: Explain = False,
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
    from claimcheck.cli.session import Job, explain_numbers, run
    from claimcheck.cli.settings import surroundings

    given = {**o.given(locals()), "fail_on": "never", "use_baseline": False}
    options = surroundings(paths, config, isolated, given).options
    job = Job(
        paths, options, format_, output, stdin_filename, allow_empty, color, quiet, verbose,
        jobs, cache_dir, no_cache, kind or (), noun or (),
    )  # fmt: skip
    raise typer.Exit(explain_numbers(job) if explain else run("extract", job))
