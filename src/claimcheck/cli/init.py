"""`claimcheck init`: examples of the files that a user may write."""

from pathlib import Path
from typing import Annotated, Literal

import typer

HELP = """Write a commented claimcheck.toml and facts.toml to start from; nothing is overwritten.

\b
Examples:
  claimcheck init                      both files in the current folder
  claimcheck init story/ --only facts  facts.toml alone, in another folder
"""

CONFIG = """\
# What claimcheck does in this folder and below. The values are the defaults or examples; take away the "#" of a
# line to use it. The same keys stand in pyproject.toml under [tool.claimcheck].

# include = ["*.md", "docs/**"]     # read only files that match
# exclude = ["drafts/**"]           # leave out files that match
# max-size = 10                     # largest file that is read, in megabytes
# reference = "facts.toml"          # figures that you vouch for: see that file
# baseline = "claimcheck-baseline.toml"  # known findings

# fail-on = "warning"               # lowest severity that makes the exit code 1: error, warning, note, never
# min-confidence = "low"            # leave out findings that are less sure: low, medium, high
# tolerance = "2%"                  # difference between two figures that nobody minds

# select = ["value-conflict"]       # apply only these rules
# ignore = ["update"]               # do not apply these rules
# require-reason = false            # what is silenced without a reason fails the run
# sic = false                       # leave alone a figure that [sic] or [CQ] follows

# [per-file-ignores]                # rules that leave some files alone
# "archive/**" = ["value-conflict"]

# [synonyms]                        # a noun = others for the same thing
# ambulance = ["rescue car"]

# [fields.ambulances]               # what to know of a field: it beats what the texts suggest
# nouns = ["ambulance"]
# tolerance = "5%"
# authoritative-source = "report.txt"

# [sources."wire/*.txt"]            # what to know of some files
# label = "the agency"
# date = 2019-03-04
# weight = 2
"""

FACTS = """\
# Figures that you vouch for; `claimcheck check --reference facts.toml` reports every text that says otherwise.
# A fact is a table [[fact]]. Take away the "#" of the examples, or write your own.
#
# about      name of the thing, or a list of its names: the text must name it
# property   what of it: area, population, deaths, height, revenue, or words that stand in the text
# noun       instead of a property: what is counted
# value      a number, or  range = [lowest, highest]
# unit       of the number: km², miles, days, %, USD; none for counts
# place      only for figures of this place
# period     only for figures of this time: 2016, 2016-12, 2016-12-15 or 2016-12-15/2016-12-23
# source     where you have it from
# tolerance  difference that you do not mind; else that of the run

# [[fact]]
# about = ["Orvane", "the city of Orvane"]
# property = "area"
# value = 190
# unit = "km²"
# source = "Statistical Yearbook 2020, table 3"

# [[fact]]
# about = "Orvane"
# noun = "districts"
# value = 24

# [[fact]]
# about = "the flood"
# property = "deaths"
# range = [58, 60]
# period = "2019-03"
# tolerance = "0%"
"""

TEMPLATES = {"config": ("claimcheck.toml", CONFIG), "facts": ("facts.toml", FACTS)}


def init(
    folder: Annotated[Path, typer.Argument(metavar="[FOLDER]", help="Where to write.")] = Path(),
    only: Annotated[
        Literal["config", "facts"] | None, typer.Option("--only", help="Write this file alone.")
    ] = None,
) -> None:
    """Writes the files, or none where one of them exists."""
    from claimcheck.cli.streams import say
    from claimcheck.model import ClaimcheckError

    chosen = [TEMPLATES[name] for name in TEMPLATES if only in (None, name)]
    for name, _ in chosen:
        if (folder / name).exists():
            raise ClaimcheckError(f"{folder / name} exists and is left as it is")
    for name, text in chosen:
        with (folder / name).open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
        say(f"wrote {folder / name}")
