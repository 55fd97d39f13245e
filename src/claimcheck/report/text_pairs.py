"""Why claims are held for one fact, or are kept apart, for people: the features of every pair."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from claimcheck.model import Claim, Field, Finding, Pair, Report
from claimcheck.report import page, record, safe, words
from claimcheck.report.look import Look
from claimcheck.report.quote import bare

MOST = 30  # pairs that are shown
REASONS = {
    "bounds": "the bounds fit",
    "rounding": "rounding",
    "unit": "one figure in two units",
    "vague": "one side gives no figure",
    "moving": "a toll is said to move, and nobody can say which figure is the older",
    "tolerance": "within the tolerance of the configuration",
    "update": "revision or growth",
    "designation": "one figure under two names",
    "parallel": "the texts say the same of two things",
    "equal": "the same figure",
    "change": "a change beside a state",
    "example": "an example",
    "history": "what was true once",
    "increment": "one more lot beside all",
    "negated": "denied",
    "part-of-whole": "part of a whole",
    "planned": "planned, feared or denied",
}


def reason(name: str) -> str:
    """What keeps two figures from being a conflict, in words: "other-place" is other place."""
    return REASONS.get(name, name.replace("-", " "))


def pairs(report: Report, about: Finding | Field, found: Sequence[Pair], look: Look) -> str:
    """One finding or field with the features, vetoes and the confidence of every pair in it."""
    sources = record.documents(report)
    title = bare(about.message) if isinstance(about, Finding) else about.label
    lines = [page.join([Text(safe.line(title), "bold"), Text(f"[{about.id}]", "dim")], "  "), Text()]
    for pair in found[:MOST]:
        lines += [*page.block(_body(pair, sources, look), "blue", look), Text()]
    if not found:
        said = (
            "; ".join(map(safe.line, about.why))
            if isinstance(about, Finding)
            else "no other text speaks of it"
        )
        lines += [Text(f"No pair of claims: {said}."), Text()]
    if len(found) > MOST:
        lines += [Text(f"and {words.count(len(found) - MOST, 'more pair')}", "dim"), Text()]
    return page.render(lines[:-1], look)


def _body(pair: Pair, sources: record.Documents, look: Look) -> Iterator[tuple[int, Text]]:
    for claim in (pair.first, pair.second):
        amount = Text(safe.line(claim.mention.surface), "bold")
        yield 0, page.join([amount, Text(page.place(claim, sources, look), "cyan")])
    given = "  ".join(f"{name} {points:+.2f}" for name, points in pair.features.items() if points)
    yield 2, Text(f"features: {given or 'none'}  = {pair.points:.2f}, needed {pair.needed:.2f}")
    yield 2, Text(f"vetoes: {', '.join(pair.against) or 'none'}")
    yield (
        2,
        Text(f"figures: {reason(pair.explained) if pair.explained else 'differ, and nothing explains it'}"),
    )
    yield 2, Text(_verdict(pair))


def _verdict(pair: Pair) -> str:
    if pair.link is None:
        return "not linked"
    sure = f"linked with confidence {pair.link.confidence:.2f} ({words.confidence(pair.link.confidence)})"
    soft = f"; a note only: {', '.join(pair.link.soft)}" if pair.link.soft else ""
    return f"{sure}: {safe.line('; '.join(pair.link.why))}{soft}"


# --- what was explained away -----------------------------------------------------------------------------


def quiet(report: Report) -> list[Text]:
    """A line for each field and reason that kept different figures from being a finding."""
    said = {(item.label, name): claims for item in report.fields for name, claims in _explained(item).items()}
    for pair in report.apart:
        noun = pair.first.mention.noun_phrase or pair.first.noun or pair.first.mention.kind
        label = " · ".join(part for part in (noun, pair.first.action) if part)
        said.setdefault((label, pair.against[0]), []).extend((pair.first, pair.second))
    rows = sorted(
        (reason(name), safe.line(label), _figures(claims)) for (label, name), claims in said.items()
    )
    copies = sum(claim.copy_of is not None for item in report.fields for claim in item.claims)
    lines = [f"{label}: {figures} ({why})" for why, label, figures in rows]
    lines += [f"{words.count(copies, 'figure')} in copied passages (copy)"] if copies else []
    return [Text(line, "dim") for line in lines]


def _explained(item: Field) -> dict[str, list[Claim]]:
    by_id = {claim.id: claim for claim in item.claims}
    found: dict[str, list[Claim]] = {}
    for link in item.links:
        if link.explained not in (None, "equal"):
            ends = by_id[link.first], by_id[link.second]
            found.setdefault(str(link.explained), []).extend(ends)
    return found


def _figures(claims: Sequence[Claim]) -> str:
    amounts = dict.fromkeys(safe.line(words.amount(claim.mention)) for claim in claims)
    return " / ".join(list(amounts)[:6]) + (" / ..." if len(amounts) > 6 else "")
