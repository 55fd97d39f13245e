"""The options that several commands share, and how their texts become values."""

from collections.abc import Iterable
from difflib import get_close_matches  # typer loads it anyway
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from decimal import Decimal

Color = Literal["auto", "always", "never"]

Paths = Annotated[
    list[Path] | None,
    typer.Argument(metavar="[PATHS]...", help="Files and folders; '-' is standard input.  [default: .]"),
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
        "--stdin-filename", metavar="NAME", help="Name of standard input; its suffix says how to read."
    ),
]
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
Debug = Annotated[bool, typer.Option("--debug", help="Show where in the program an error arose.")]


def known(word: str, words: Iterable[str], what: str, option: str | None = None) -> str:
    """`word` if it is one of `words`; raises a usage error that names the closest one."""
    words = list(words)
    if word in words:
        return word
    close = get_close_matches(word.lower(), words, n=1, cutoff=0.5)
    hint = f"Did you mean {close[0]!r}?" if close else f"Known: {', '.join(words)}."
    raise typer.BadParameter(f"unknown {what} {word!r}. {hint}", param_hint=option)


def tolerance(text: str) -> "Decimal":
    """A share from "2%" or "0.02"; raises a usage error unless it is at least 0 and below 1."""
    from decimal import Decimal, InvalidOperation

    try:
        number = Decimal(text.strip().removesuffix("%"))
    except InvalidOperation:
        number = Decimal("NaN")
    share = number / 100 if text.strip().endswith("%") else number
    if not (share.is_finite() and 0 <= share < 1):
        raise typer.BadParameter(f"{text!r} is no share; write 2% or 0.02", param_hint="--tolerance")
    return share


def rules(words: Iterable[str] | None, option: str) -> tuple[str, ...]:
    """Rule ids as given; raises a usage error for one that does not exist."""
    if not words:
        return ()
    from claimcheck.rules import RULES

    ids = [rule.id for rule in RULES]
    return tuple(known(word, ids, "rule", option) for word in words)
