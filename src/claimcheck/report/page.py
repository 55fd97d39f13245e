"""Styled lines become a page: wrapped for a terminal, one line each for everything else."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO

from rich.console import Console
from rich.text import Text

from claimcheck.model import Claim, Document, Severity
from claimcheck.report import location, safe
from claimcheck.report.look import Look
from claimcheck.report.quote import Quote

COLORS: dict[Severity, str] = {"error": "red", "warning": "yellow", "note": "cyan"}
HIGHLIGHT = "bold reverse"


def render(lines: Iterable[Text], look: Look) -> str:
    """The lines as text, with escapes only where colour is wanted."""
    if not look.color:
        return safe.defuse("".join(line.plain.rstrip() + "\n" for line in lines))
    console = Console(
        file=StringIO(), force_terminal=True, color_system="standard", legacy_windows=False, _environ={},
        width=look.width or 1_000_000, markup=False, highlight=False, emoji=False, soft_wrap=True,
    )  # fmt: skip
    with console.capture() as captured:
        for line in lines:
            console.print(line, no_wrap=True, crop=False, overflow="ignore")
    return safe.defuse(captured.get())


def block(lines: Iterable[tuple[int, Text]], color: str, look: Look) -> list[Text]:
    """Lines, each with its indent, behind a coloured bar on a terminal; elsewhere merely indented."""
    bar = Text("│ ", style=color) if look.width else Text("  ")
    return [bar + Text(" " * indent) + piece for indent, text in lines for piece in _wrap(text, indent, look)]


def _wrap(text: Text, indent: int, look: Look) -> Iterable[Text]:
    if not look.width or not text.plain:
        return [text]
    return text.wrap(Console(width=look.width), max(20, look.width - indent - 2))


def quoted(quote: Quote, look: Look) -> Text:
    """A quote with its quantity marked: by colour, or by brackets where there is none."""
    number = Text(quote.quantity, HIGHLIGHT) if look.color else Text(f"[{quote.quantity}]")
    return Text.assemble("“", quote.before, number, quote.after, "”")


def place(claim: Claim, sources: dict[str, Document], look: Look) -> str:
    """Where a claim stands, as editors and terminals understand it: path:line:column."""
    name = safe.line(look.path(claim.source))
    return location.pointed(name, sources[claim.source], claim.mention.start)


def join(parts: Iterable[Text | str | None], by: str = " · ") -> Text:
    """The parts that say something, with a separator between them."""
    said = [part if isinstance(part, Text) else Text(part) for part in parts if part]
    return Text(by).join(said)
