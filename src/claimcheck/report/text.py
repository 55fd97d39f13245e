"""The report for people: a block a finding, with every value, who says it, and where."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from rich.text import Text

from claimcheck.model import Claim, Finding, Report
from claimcheck.report import (
    locked,
    page,
    record,
    safe,
    text_claims,
    text_fields,
    text_pairs,
    text_topics,
    words,
)
from claimcheck.report.left_out import left_out
from claimcheck.report.look import Look
from claimcheck.report.quote import bare, quote
from claimcheck.report.record import Documents
from claimcheck.report.values import by_value
from claimcheck.resolved import Resolved

VALUES = 8  # shown of a finding
SHOWN = 3  # claims quoted for each value; the others are named only
QUOTE = 300  # code points

extract = text_claims.extract
fields = text_fields.fields
topics = text_topics.topics


def check(report: Report, look: Look) -> str:
    """A block for each finding that is not known, then what the run saw."""
    sources = record.documents(report)
    lines: list[Text] = []
    draw = _drawer(report, look)
    for finding in report.findings if look.verbose else report.fresh:
        body = [*_head(finding), *_drawn(draw(finding)), *_body(finding, sources, look)]
        lines += [_title(finding), *page.block(body, _color(finding), look), Text()]
    for item in locked.failing(report, look):
        lines += [*_resolved(item, look), Text()]
    return page.render([*lines, *_end(report, look)], look)


def _resolved(item: Resolved, look: Look) -> Iterator[Text]:
    """A block for an entry of the baseline that fails the run."""
    facts = page.join([Text(item.rule, "bold"), safe.line(item.label), f"{locked.shown(look)}:{item.line}"])
    red = page.COLORS["error"]
    yield Text("  ").join([Text(locked.RULE, f"bold {red}"), facts, Text(f"[{safe.line(item.id)}]", "dim")])
    yield from page.block([(0, Text(locked.said(item), "bold"))], red, look)


def _drawer(report: Report, look: Look) -> Callable[[Finding], list[Text]]:
    """What draws a finding: nothing where there is no terminal."""
    if look.width is None:
        return lambda _: []
    from claimcheck.report import text_picture  # a pipe need not wait for it

    return text_picture.drawer(report, look.width)


def _drawn(rows: Sequence[Text]) -> Iterator[tuple[int, Text]]:
    yield from ((0, row) for row in rows)
    if rows:
        yield 0, Text()


def _color(finding: Finding) -> str:
    return page.COLORS[finding.severity]


def _title(finding: Finding) -> Text:
    severity = Text(finding.severity, f"bold {_color(finding)}")
    status = finding.status if finding.status != "new" else None
    sure = f"{words.confidence(finding.confidence)} confidence"
    facts = page.join([Text(finding.rule, "bold"), safe.line(finding.field_label), sure, status])
    return Text("  ").join([severity, facts, Text(f"[{finding.id}]", "dim")])


def _head(finding: Finding) -> Iterator[tuple[int, Text]]:
    yield 0, Text(bare(finding.message), "bold")
    if finding.diagnosis:
        yield 0, Text(f"Diagnosis: {safe.line(finding.diagnosis)}")
    yield 0, Text()


def _body(finding: Finding, sources: Documents, look: Look) -> Iterator[tuple[int, Text]]:
    groups = by_value(finding.claims)
    shown = groups if look.verbose else groups[:VALUES]
    for group in shown:
        yield from _value(group, sources, look)
    if len(groups) > len(shown):
        yield (
            0,
            Text(f"and {words.count(len(groups) - len(shown), 'more figure')}; --verbose shows all", "dim"),
        )
    if finding.why:
        yield 0, Text()
        yield 0, Text("Why: " + "; ".join(map(safe.line, finding.why)), "dim")


def _value(claims: Sequence[Claim], sources: Documents, look: Look) -> Iterator[tuple[int, Text]]:
    """The quotations of one value, and the places of those that are not quoted."""
    own = [claim for claim in claims if claim.copy_of is None] or list(claims[:1])
    shown = own if look.verbose else own[:SHOWN]
    for claim in shown:
        yield 0, _who(claim, sources, look)
        yield 4, page.quoted(quote(sources[claim.source], claim, QUOTE), look)
    rest = [claim for claim in claims if claim not in shown]
    if rest:
        copied = all(claim.copy_of for claim in rest)
        places = ", ".join(page.place(claim, sources, look) for claim in rest[: None if look.verbose else 8])
        more = "" if look.verbose or len(rest) <= 8 else f" and {len(rest) - 8:,} more"
        yield 4, Text(f"{'copied in' if copied else 'also in'} {places}{more}", "dim")


def _who(claim: Claim, sources: Documents, look: Look) -> Text:
    amount = Text(safe.line(claim.mention.surface), "bold")
    speaker = f"says {safe.line(claim.speaker)}" if claim.speaker else None
    document = sources[claim.source]
    label, day = document.told.label, document.date
    where = Text(page.place(claim, sources, look), "cyan")
    return page.join([amount, label and safe.line(label), where, day.isoformat() if day else None, speaker])


def _end(report: Report, look: Look) -> Iterator[Text]:
    verdict = words.verdict(report) if report.findings else "no figures found that disagree"
    yield Text(
        f"{verdict[:1].upper()}{verdict[1:]}.", "bold" if report.fresh or look.exit_code else "bold green"
    )
    if not look.quiet:
        yield Text(f"{words.coverage(report)}.", "dim")
    if look.verbose:
        away = text_pairs.quiet(report)
        if away:
            yield from (Text(), Text("Explained away:"), *away, Text())
        for title, counts in (("taken as", report.coverage.kinds), ("not taken", report.coverage.masked)):
            yield Text(
                f"{title}: " + (", ".join(f"{n:,} {name}" for name, n in counts.items()) or "none"), "dim"
            )
        yield from (Text(line, "dim") for line in left_out(report, look))
