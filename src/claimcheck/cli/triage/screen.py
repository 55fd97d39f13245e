"""What a review shows: a finding with its quotations side by side, and the keys."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from io import StringIO
from pathlib import Path

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from claimcheck.baseline.entry import Verdict
from claimcheck.cli.triage.answers import Item
from claimcheck.model import Claim, Finding, Report
from claimcheck.report import page, record, safe, words
from claimcheck.report.look import Look
from claimcheck.report.quote import bare, quote
from claimcheck.report.values import by_value

NARROW = 38  # columns that a quotation needs at least
QUOTED = 3  # of each value
PLACES = 4  # named beyond those
LENGTH = 400  # code points of a quotation
KEYS = "[y] accept  [f] false positive  [t] to fix  [r] reason  [e] last day  [s] skip  [b] back  [q] quit"


def card(item: Item, number: int, total: int, report: Report, look: Look) -> str:
    """One finding: what differs, who says what, and why it is held for one fact."""
    finding, width = item.finding, look.width or 80
    parts: list[RenderableType] = [
        Text("─" * width, "dim"),
        _title(finding, number, total),
        Text(item.state, "dim"),
        Text(),
        Text(bare(finding.message), "bold"),
    ]
    if finding.diagnosis:
        parts.append(Text(f"Diagnosis: {safe.line(finding.diagnosis)}"))
    parts += [Text(), _sides(finding, report, look, width), Text()]
    if finding.why:
        parts += [Text("Why: " + "; ".join(map(safe.line, finding.why)), "dim"), Text()]
    return _rendered(Group(*parts), look, width)


def _title(finding: Finding, number: int, total: int) -> Text:
    sure = f"{words.confidence(finding.confidence)} confidence"
    facts = page.join([finding.rule, safe.line(finding.field_label), sure])
    severity = Text(finding.severity, f"bold {page.COLORS[finding.severity]}")
    return Text("  ").join([Text(f"{number}/{total}"), severity, facts, Text(f"[{finding.id}]", "dim")])


def _sides(finding: Finding, report: Report, look: Look, width: int) -> Table:
    """The values beside each other, as many as the terminal is wide."""
    cells = [_side(claims, report, look) for claims in by_value(finding.claims)]
    columns = max(1, min(len(cells), width // NARROW))
    grid = Table.grid(padding=(0, 3, 1, 0), expand=True)
    for _ in range(columns):
        grid.add_column(ratio=1, overflow="fold")
    for first in range(0, len(cells), columns):
        grid.add_row(*cells[first : first + columns])
    return grid


def _side(claims: Sequence[Claim], report: Report, look: Look) -> Text:
    """One value: its quotations, then the places where it stands as well."""
    sources = record.documents(report)
    shown = ([claim for claim in claims if claim.copy_of is None] or claims)[:QUOTED]
    lines = [Text(safe.line(claims[0].mention.surface), "bold")]
    for claim in shown:
        day = sources[claim.source].date
        speaker = f"says {safe.line(claim.speaker)}" if claim.speaker else None
        where = Text(page.place(claim, sources, look), "cyan")
        lines.append(page.join([where, day.isoformat() if day else None, speaker]))
        lines.append(page.quoted(quote(sources[claim.source], claim, LENGTH), look))
    rest = [claim for claim in claims if claim not in shown]
    if rest:
        places = ", ".join(page.place(claim, sources, look) for claim in rest[:PLACES])
        more = f" and {len(rest) - PLACES:,} more" if len(rest) > PLACES else ""
        copied = all(claim.copy_of for claim in rest)
        lines.append(Text(f"{'copied in' if copied else 'also in'} {places}{more}", "dim"))
    return Text("\n").join(lines)


def _rendered(part: RenderableType, look: Look, width: int) -> str:
    console = Console(
        file=StringIO(), force_terminal=look.color, color_system="standard" if look.color else None,
        legacy_windows=False, _environ={}, width=width, markup=False, highlight=False, emoji=False,
    )  # fmt: skip
    with console.capture() as captured:
        console.print(part)
    # the columns of a table are filled up to its edge
    return "\n" + "".join(f"{line.rstrip(' ')}\n" for line in safe.defuse(captured.get()).split("\n")[:-1])


def prompt(reason: str, expires: date | None) -> str:
    """The keys, and what was said before."""
    said = [f"reason: {safe.line(reason)}"] if reason else []
    said += [f"last day: {expires}"] if expires else []
    return "".join(f"{line}\n" for line in [*said, KEYS]) + "> "


def answered(verdict: Verdict, id_: str) -> str:
    """That an answer was saved."""
    return f"  {verdict}: saved [{id_}]\n"


def farewell(done: int, total: int, path: Path) -> str:
    """How far it went."""
    if not total:
        return "Nothing to review.\n"
    where = f"; the answers are in {path}" if done else ""
    return f"\n{done} of {words.count(total, 'finding')} answered{where}.\n"
