"""The options that several commands share, and how their texts become values."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches  # typer loads it anyway
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

if TYPE_CHECKING:
    from decimal import Decimal

Color = Literal["auto", "always", "never"]


def _number(text: str) -> int:
    """A whole number from 0 on; raises a usage error for anything else."""
    try:
        number = int(text)
    except ValueError:
        number = -1
    if number < 0:
        raise typer.BadParameter(f"{text!r} is no whole number from 0 on", param_hint="--jobs")
    return number


Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[PATHS]...",
        readable=False,  # what may not be read is named later, in our words
        help="Files and folders; '-' is standard input.  [default: .]",
    ),
]


def _of_files(paths: list[Path] | None) -> list[Path] | None:
    """The paths; a usage error for standard input, which no later run could find again."""
    if paths and Path("-") in paths:
        raise typer.BadParameter("a baseline is kept for files; '-' is none")
    return paths


Files = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[PATHS]...",
        readable=False,
        callback=_of_files,
        help="Files and folders.  [default: .]",
    ),
]
Include = Annotated[
    list[str] | None, typer.Option(metavar="GLOB", help="Read only files that match.  [repeatable]")
]
Exclude = Annotated[
    list[str] | None, typer.Option(metavar="GLOB", help="Leave out files that match.  [repeatable]")
]
NoGitignore = Annotated[bool, typer.Option("--no-gitignore", help="Read files that .gitignore names, too.")]
Strict = Annotated[bool, typer.Option("--strict", help="Exit with 2 when a file cannot be read.")]
AllowEmpty = Annotated[bool, typer.Option("--allow-empty", help="Accept a run that finds nothing to read.")]
StdinName = Annotated[
    str,
    typer.Option(
        "--stdin-filename",
        metavar="NAME",
        help="Name of standard input, which is read instead of that file; its suffix says how.",
    ),
]
STDIN_NAME = "stdin.txt"  # what standard input is called unless it is named
Output = Annotated[
    list[str] | None,
    typer.Option(
        "--output", "-o", metavar="FORMAT:PATH", help="Write the report to a file, too.  [repeatable]"
    ),
]
ColorOption = Annotated[Color, typer.Option("--color", help="Colour the report; auto asks the terminal.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but the report.")]
Verbose = Annotated[
    bool, typer.Option("--verbose", "-v", help="Show every claim, and what became of each number.")
]
Reference = Annotated[
    Path | None,
    typer.Option("--reference", metavar="FILE", readable=False, help="Facts that you vouch for, in TOML."),
]
Select = Annotated[list[str] | None, typer.Option(metavar="RULE", help="Apply this rule only.  [repeatable]")]
Ignore = Annotated[
    list[str] | None, typer.Option(metavar="RULE", help="Do not apply this rule.  [repeatable]")
]
FailOn = Annotated[
    Literal["error", "warning", "note", "never"] | None,
    typer.Option(help="Lowest severity that makes the exit code 1.  [default: warning]"),
]
MinConfidence = Annotated[
    Literal["low", "medium", "high"] | None,
    typer.Option(help="Leave out findings that are less sure.  [default: low]"),
]
Tolerance = Annotated[
    str | None,
    typer.Option(metavar="SHARE", help="Difference between two figures that nobody minds.  [default: 2%]"),
]
Sic = Annotated[
    bool | None,
    typer.Option("--sic", help="Leave alone a figure that [sic] or [CQ] follows.", show_default=False),
]
Baseline = Annotated[
    Path | None,
    typer.Option(
        "--baseline",
        metavar="FILE",
        readable=False,
        help="Known findings.  [default: claimcheck-baseline.toml]",
    ),
]
NoBaseline = Annotated[bool, typer.Option("--no-baseline", help="Take every finding for new.")]
Locked = Annotated[
    bool, typer.Option("--locked", help="Exit with 1 when the baseline holds findings that are gone, too.")
]
Diff = Annotated[
    str | None,
    typer.Option(
        metavar="REV",
        help="Fail for what is new since a revision of git; 'main...' is where this branch began.",
    ),
]
Watch = Annotated[
    bool, typer.Option("--watch", help="Check again whenever a text changes, and show what is new.")
]
Config = Annotated[
    Path | None,
    typer.Option(
        "--config", metavar="FILE", readable=False, help="Configuration, instead of the nearest one."
    ),
]
Isolated = Annotated[bool, typer.Option("--isolated", help="Read no configuration and no environment.")]
Jobs = Annotated[
    int,
    typer.Option(
        "--jobs",
        "-j",
        parser=_number,
        metavar="N",
        help="Processes that read big folders, at most; 0: one a processor and megabyte.",
    ),
]
CacheDir = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR",
        envvar="CLAIMCHECK_CACHE_DIR",
        show_envvar=False,
        help="Folder of the cache; default: that of the user.",
    ),
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Work everything out anew, and keep nothing.")]
Debug = Annotated[bool, typer.Option("--debug", help="Show where in the program an error arose.")]


def known(word: str, words: Iterable[str], what: str, option: str | None = None) -> str:
    """`word` if it is one of `words`; raises a usage error that names the closest one."""
    words = list(words)
    if word in words:
        return word
    raise typer.BadParameter(f"unknown {what} {word!r}. {closest(word, words)}", param_hint=option)


def closest(word: str, words: Iterable[str]) -> str:
    """A hint at what may have been meant."""
    words = list(words)
    close = get_close_matches(word.lower(), words, n=1, cutoff=0.5)
    return f"Did you mean {close[0]!r}?" if close else f"Known: {', '.join(words)}."


CHOICES = (
    "include",
    "exclude",
    "strict",
    "fail_on",
    "min_confidence",
    "reference",
    "baseline",
    "locked",
    "sic",
)


def given(said: Mapping[str, Any]) -> dict[str, Any]:
    """The choices among the parameters of a command, by the names that they have in a run."""
    found = {name: said[name] for name in CHOICES if name in said}
    for name in ("baseline", "locked"):
        if said.get("no_baseline") and said.get(name):
            raise typer.BadParameter("--no-baseline leaves it aside", param_hint=f"--{name}")
    found["tolerance"] = tolerance(said.get("tolerance"))
    found |= {name: rules(said.get(name), f"--{name}") for name in ("select", "ignore")}
    found["gitignore"] = not said.get("no_gitignore")
    found["use_baseline"] = not said.get("no_baseline")
    return found


def tolerance(text: str | None) -> "Decimal | None":
    """A share from "2%" or "0.02"; raises a usage error unless it is at least 0 and below 1."""
    from claimcheck.config import share

    try:
        return None if text is None else share(text)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--tolerance") from error


def rules(words: Iterable[str] | None, option: str) -> tuple[str, ...]:
    """Rule ids as given; raises a usage error for one that does not exist."""
    if not words:
        return ()
    from claimcheck.rules import RULES

    ids = [rule.id for rule in RULES]
    return tuple(known(word, ids, "rule", option) for word in words)
