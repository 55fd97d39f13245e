"""`claimcheck completion`: what a shell needs to complete commands and options."""

import os
from typing import Annotated, Literal

import typer

HELP = """Print a script that lets a shell complete commands and options.

\b
Examples:
  eval "$(claimcheck completion bash)"            in ~/.bashrc
  eval "$(claimcheck completion zsh)"             in ~/.zshrc, after compinit
  claimcheck completion fish | source             in ~/.config/fish/config.fish
"""
VARIABLE = "_CLAIMCHECK_COMPLETE"  # the script asks through it

Shell = Literal["bash", "zsh", "fish", "powershell", "pwsh"]


def completion(shell: Annotated[Shell, typer.Argument(help="The shell that is to read the script.")]) -> None:
    """Prints the script."""
    from typer.completion import get_completion_script  # type: ignore[attr-defined]

    from claimcheck.cli.streams import emit

    emit(get_completion_script(prog_name="claimcheck", complete_var=VARIABLE, shell=shell) + "\n")


def prepare() -> None:
    """Readies typer to answer such a script, where it is one that asks."""
    if VARIABLE in os.environ:
        from typer.completion import completion_init  # type: ignore[attr-defined]

        completion_init()
