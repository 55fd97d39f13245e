"""`claimcheck review`: findings one by one, and what somebody makes of each."""

from typing import Annotated

import typer

from claimcheck.cli import options as o

HELP = """Go through the findings one by one and say what becomes of each; answers are saved at once.

\b
Examples:
  claimcheck review story/   what is new, and what is held back but was never looked at
  claimcheck review --all    also what was answered before
  claimcheck review --stats  how often each rule was right, by the answers so far

\b
Keys: y accept, f false positive, t to fix, r reason, e last day, s skip, b back, q quit.
"""


def review(
    paths: o.Files = None,
    all_: Annotated[bool, typer.Option("--all", help="Show what was answered before, too.")] = False,
    stats: Annotated[
        bool, typer.Option("--stats", help="Print the share of right findings by rule, and nothing else.")
    ] = False,
    baseline: o.Baseline = None,
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
    color: o.ColorOption = "auto",
    debug: o.Debug = False,
) -> None:
    """Starts the review, or prints its statistics."""
    from claimcheck.cli import known, triage

    given = o.given(locals())
    if stats:
        triage.statistics(paths, config, isolated, given)
        return
    triage.require_terminal()
    effort = known.Effort(jobs, cache_dir, no_cache)
    seen = known.look(paths, config, isolated, given, effort, quiet=False)
    triage.review(seen, color, everything=all_)
