"""Writes docs/commands.md: the help page of every command.

.venv/bin/python scripts/commands.py           writes the page
.venv/bin/python scripts/commands.py --check   exits with 1 where it is not as it should be
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from claimcheck.cli.app import app

PAGE = Path(__file__).parent.parent / "docs" / "commands.md"
HEAD = """# Commands

The help pages, as `claimcheck COMMAND --help` prints them. Written by `scripts/commands.py`.
"""
WIDTH = 100


def page() -> str:
    """The whole page."""
    return HEAD + "".join(f"\n## {name}\n\n```text\n{text}```\n" for name, text in _pages())


def _pages() -> Iterator[tuple[str, str]]:
    command = typer.main.get_command(app)
    yield from _below(command, _context(command, "claimcheck"))


def _below(command: Any, context: Any) -> Iterator[tuple[str, str]]:
    """The page of a command, and of those below it."""
    help_page = re.sub(r"[ \t]+$", "", command.get_help(context), flags=re.MULTILINE)
    yield context.command_path, help_page.strip("\n") + "\n"
    for name in command.list_commands(context) if hasattr(command, "list_commands") else ():
        child = command.get_command(context, name)
        yield from _below(child, _context(child, name, context))


def _context(command: Any, name: str, parent: Any = None) -> Any:
    settings = {"terminal_width": WIDTH, "max_content_width": WIDTH, "help_option_names": ["-h", "--help"]}
    return command.context_class(command, info_name=name, parent=parent, **settings)


def main() -> int:
    """Writes or checks the page."""
    if "--check" not in sys.argv:
        PAGE.write_text(page(), encoding="utf-8")
        return 0
    return int(not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page())


if __name__ == "__main__":
    sys.exit(main())
