"""How often the rules were right, by the verdicts in a baseline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from claimcheck.baseline.entry import Entry, Verdict

RIGHT: tuple[Verdict, ...] = ("accepted", "to-fix")  # there was something to accept or to fix
WRONG: Verdict = "false-positive"
HEAD = ("rule", "judged", "accepted", "to fix", "false", "right")


def table(entries: Iterable[Entry]) -> str:
    """A line a rule, and one for all; entries that nobody has judged are counted below."""
    counts: dict[str, Counter[str]] = {}
    for entry in entries:
        counts.setdefault(entry.rule or "(no rule)", Counter())[entry.verdict or "open"] += 1
    rows = [HEAD, *(_row(rule, counts[rule]) for rule in sorted(counts))]
    total: Counter[str] = sum(counts.values(), Counter())
    if len(counts) != 1:
        rows.append(_row("all", total))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = "".join(" ".join(_cells(row, widths)).rstrip() + "\n" for row in rows)
    return lines + (f"{total['open']} held back, but not judged\n" if total["open"] else "")


def _row(rule: str, verdicts: Counter[str]) -> tuple[str, ...]:
    right, wrong = sum(verdicts[each] for each in RIGHT), verdicts[WRONG]
    judged = right + wrong
    share = f"{right / judged:.0%}" if judged else "-"
    return (rule, *map(str, (judged, verdicts["accepted"], verdicts["to-fix"], wrong)), share)


def _cells(row: tuple[str, ...], widths: list[int]) -> Iterator[str]:
    yield f"{row[0]:<{widths[0]}}"
    for cell, width in zip(row[1:], widths[1:], strict=True):
        yield f" {cell:>{width}}"
