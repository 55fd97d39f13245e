"""The words that every format uses for numbers, confidence and counts."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claimcheck.model import SEVERITIES, Coverage, Finding, Hedge, Mention, Report

# lowest value that earns the word, the best first
CONFIDENCE = {"high": 0.8, "medium": 0.5, "low": 0.0}
COMPACT = 24  # longest quantity that is shown whole; others are shown with the symbol of their unit
HEDGES: dict[Hedge, str] = {
    "exact": "",
    "about": "about ",
    "nearly": "nearly ",
    "more_than": "more than ",
    "at_least": "at least ",
    "less_than": "less than ",
    "at_most": "at most ",
    "range": "",
}


def decimal(value: Decimal | None) -> str | None:
    """A number without exponent and without zeros that say nothing: 1E+3 is 1000, 2.50 is 2.5."""
    if value is None:
        return None
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def confidence(value: float) -> str:
    """The word for a confidence between 0 and 1."""
    return next(word for word, least in CONFIDENCE.items() if value >= least or least == 0)


def amount(mention: Mention) -> str:
    """The figure as written, with its hedge and unit but without the counted noun: "about 400"."""
    if mention.unit and len(mention.surface) <= COMPACT:
        return mention.surface
    counted = _counted(mention)
    if not mention.unit or mention.unit in counted or not counted[-1:].isalnum():
        return counted
    return f"{counted}{'' if mention.unit == '%' else ' '}{mention.unit}"


def _counted(mention: Mention) -> str:
    figure = mention.surface[: mention.number_end - mention.start]
    if mention.precise and "exact" not in figure:
        return f"{figure}, to be exact"
    hedge_follows = mention.start == mention.number_start  # "400 or more"
    return HEDGES[mention.hedge] + figure if hedge_follows and not mention.vague else figure


def count(number: int, noun: str) -> str:
    """A count with its noun: 1 source, 2 sources."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def tally(findings: Sequence[Finding]) -> dict[str, int]:
    """How many findings there are of each severity, the worst first."""
    return {severity: sum(f.severity == severity for f in findings) for severity in SEVERITIES}


def verdict(report: Report) -> str:
    """What the findings come to: "3 errors, 1 note, 2 known"."""
    parts = [count(n, severity) for severity, n in tally(report.fresh).items() if n]
    known = len(report.findings) - len(report.fresh)
    if known:
        parts += [f"{known:,} known"] if parts else ["nothing new", f"{known:,} known"]
    return ", ".join(parts) or "no findings"


def coverage(report: Report) -> str:
    """What the run saw: sources, numbers, claims, fields."""
    seen: Coverage = report.coverage
    parts = [
        count(len(report.documents), "source"),
        count(seen.numbers, "number"),
        count(seen.claims, "claim"),
    ]
    if report.fields:
        parts += [count(seen.fields, "field"), f"{seen.compared:,} compared"]
    if report.skipped:
        parts.append(f"{len(report.skipped):,} skipped")
    return ", ".join(parts)
