"""How many planted conflicts are found: figures of real texts are changed, and findings are held against the changes.

    python benchmarks/mutation.py FOLDER [--mode cross|copy] [--seed N] [--changes N] [--limit N]

FOLDER holds texts that speak of one thing, or folders of such texts. `cross` changes figures in half of the texts where
a text of the other half gives the same figure in like words: two wordings have to be matched. `copy` sets every text
beside a copy with changed figures, and, unchanged, beside its own copy, where any conflict is a false alarm.

    paired      changes whose figure stands in a loud finding together with the figure as it was, by spans of numbers
    useful      of the loud findings that the changes brought, those that pair a change
    elsewhere   of these findings, those that touch no change at all
    own copy    loud findings that set a text against its unchanged copy; only `copy` has them
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from claimcheck import check
from claimcheck.lexicon import function_words
from claimcheck.model import Finding, Report

PLAIN = frozenset({".txt", ".text", ".md", ".markdown", ".rst"})  # files that are what they say
WORDS = (
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
NUMBER = re.compile(
    rf"(?<![\w.,:/$€£-])(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?)(?![\w:/%]|[.,]\d|-\w)|\b(?:{'|'.join(WORDS)})\b(?!-)",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
NO_QUANTITY = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+$|(?:no\.|article|chapter|figure|section|version)\s+$",
    re.IGNORECASE,
)
DATE_BEHIND = re.compile(
    r"\s+(?:[ap]\.?m\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b)", re.IGNORECASE
)
AROUND = 70  # characters on each side that make the words of a number
ALIKE = 4  # content words that two numbers must share there
LEAST = 0.1  # smallest change of a figure, relative
COPY = "-copy"

Texts = dict[str, str]
Check = Callable[[Mapping[str, str]], Report]


class Span(NamedTuple):
    """A number in a text."""

    source: str
    start: int
    end: int


class Change(NamedTuple):
    """A figure that was changed, and where texts still have it as it was."""

    span: Span
    old: str
    new: str
    twins: tuple[Span, ...]


class Case(NamedTuple):
    """Texts before and after the changes."""

    control: Texts
    mutated: Texts
    changes: tuple[Change, ...]


class Score(NamedTuple):
    """Counts of one case; they add up."""

    changes: int = 0
    paired: int = 0
    findings: int = 0  # loud ones that the changes brought
    useful: int = 0
    elsewhere: int = 0
    own_copy: int = 0

    def plus(self, other: Score) -> Score:
        return Score(*(a + b for a, b in zip(self, other, strict=True)))

    def shown(self) -> str:
        pairs, finds = max(1, self.changes), max(1, self.findings)
        return (
            f"changes {self.changes}  paired {self.paired / pairs:.2f}  findings {self.findings}  "
            f"useful {self.useful / finds:.2f}  elsewhere {self.elsewhere}  own copy {self.own_copy}"
        )


# --- texts and numbers -----------------------------------------------------------------------------------


def stories(folder: Path) -> Iterator[tuple[str, Texts]]:
    """The folders of texts below a folder, or its own texts, by name."""
    own = texts(folder)
    if own:
        yield folder.name, own
    for below in sorted(path for path in folder.iterdir() if path.is_dir()):
        found = texts(below)
        if found:
            yield below.name, found


def texts(folder: Path) -> Texts:
    files = sorted(path for path in folder.iterdir() if path.is_file() and path.suffix.lower() in PLAIN)
    return {path.name: path.read_text(encoding="utf-8", errors="replace") for path in files}


def numbers(source: str, text: str) -> list[Span]:
    """The numbers of a text that state a quantity: no years, dates, times of day, numbers of chapters."""
    return [Span(source, *found.span()) for found in NUMBER.finditer(text) if _is_quantity(text, found)]


def _is_quantity(text: str, found: re.Match[str]) -> bool:
    written = found[0]
    if YEAR.fullmatch(written) or written.startswith("0") or DATE_BEHIND.match(text, found.end()):
        return False
    return NO_QUANTITY.search(text, max(0, found.start() - 20), found.start()) is None


def around(text: str, span: Span) -> frozenset[str]:
    """The content words on both sides of a number."""
    beside = text[max(0, span.start - AROUND) : span.start] + " " + text[span.end : span.end + AROUND]
    return frozenset(
        word for word in re.findall(r"[a-z]{3,}", beside.lower()) if word not in function_words.words()
    )


def other(written: str, random: Random) -> str:
    """Another figure of the same form, at least a tenth away."""
    if written.lower() in WORDS:
        word = random.choice([each for each in WORDS if each != written.lower()])
        return word.title() if written[0].isupper() else word
    places = len(written.partition(".")[2])
    value = float(written.replace(",", ""))
    while True:
        new = round(value * random.choice((random.uniform(0.4, 0.85), random.uniform(1.2, 2.2))), places)
        new = max(new, 10**-places) if new != value else value + 10**-places
        if abs(new - value) >= LEAST * value:
            return f"{new:,.{places}f}" if "," in written else f"{new:.{places}f}"


def rewrite(text: str, source: str, planned: Mapping[Span, str]) -> tuple[str, dict[Span, Span]]:
    """The text with other figures, and where each of them stands now."""
    parts, moved, last, shift = [], {}, 0, 0
    for span in sorted(planned):
        new = planned[span]
        parts += [text[last : span.start], new]
        start = span.start + shift
        moved[span] = Span(source, start, start + len(new))
        shift += len(new) - (span.end - span.start)
        last = span.end
    return "".join([*parts, text[last:]]), moved


# --- cases -----------------------------------------------------------------------------------------------


def cross(found: Texts, random: Random, most: int) -> Case:
    """Figures of one half of the texts changed where the other half gives them in like words."""
    names = sorted(found)
    random.shuffle(names)
    kept, open_ = names[: len(names) // 2], names[len(names) // 2 :]
    by_figure: dict[str, list[Span]] = {}
    for name in kept:
        for span in numbers(name, found[name]):
            by_figure.setdefault(_figure(found, span), []).append(span)
    twins = {
        span: tuple(each for each in by_figure.get(_figure(found, span), ()) if _alike(found, span, each))
        for name in open_
        for span in numbers(name, found[name])
    }
    return _case(found, found, {span: peers for span, peers in twins.items() if peers}, random, most)


def copy(found: Texts, random: Random, most: int) -> Case:
    """Every text beside a copy of it in which figures are changed."""
    doubled = found | {_copy_name(name): text for name, text in found.items()}
    twins = {
        Span(_copy_name(name), span.start, span.end): (span,)
        for name, text in found.items()
        for span in numbers(name, text)
    }
    return _case(doubled, doubled, twins, random, most)


def _copy_name(name: str) -> str:
    path = Path(name)
    return f"{path.stem}{COPY}{path.suffix}"


def _figure(found: Texts, span: Span) -> str:
    return found[span.source][span.start : span.end].lower().replace(",", "")


def _alike(found: Texts, one: Span, other_: Span) -> bool:
    return len(around(found[one.source], one) & around(found[other_.source], other_)) >= ALIKE


def _case(
    control: Texts, base: Texts, twins: Mapping[Span, tuple[Span, ...]], random: Random, most: int
) -> Case:
    chosen = sorted(random.sample(sorted(twins), min(most, len(twins))))
    planned = {span: other(base[span.source][span.start : span.end], random) for span in chosen}
    mutated, moved = dict(base), {}
    for source in {span.source for span in chosen}:
        here = {span: new for span, new in planned.items() if span.source == source}
        mutated[source], places = rewrite(base[source], source, here)
        moved |= places
    changes = tuple(
        Change(moved[span], base[span.source][span.start : span.end], planned[span], twins[span])
        for span in chosen
    )
    return Case(control, mutated, changes)


MODES: dict[str, Callable[[Texts, Random, int], Case]] = {"cross": cross, "copy": copy}


# --- scores ----------------------------------------------------------------------------------------------


def spans(finding: Finding) -> list[Span]:
    """The numbers that a finding sets against each other."""
    return [Span(c.source, c.mention.number_start, c.mention.number_end) for c in finding.claims]


def meets(one: Span, other_: Span) -> bool:
    return one.source == other_.source and one.start < other_.end and other_.start < one.end


def touches(finding: Finding, change: Change) -> bool:
    return any(meets(span, change.span) for span in spans(finding))


def pairs(finding: Finding, change: Change) -> bool:
    """True where a finding holds a changed figure and the figure as it was."""
    held = spans(finding)
    twin = any(meets(span, each) for span in held for each in change.twins)
    return twin and touches(finding, change)


def loud(report: Report) -> list[Finding]:
    return [finding for finding in report.findings if finding.severity != "note"]


def said(finding: Finding) -> tuple[str, frozenset[tuple[str, str]]]:
    """What tells a finding from those that were there before the changes."""
    return finding.rule, frozenset((claim.source, claim.mention.surface) for claim in finding.claims)


def brought(case: Case, check_: Check) -> tuple[Report, list[Finding]]:
    """The report on the unchanged texts, and the loud findings that the changes brought."""
    before = check_(case.control)
    known = {said(finding) for finding in loud(before)}
    return before, [finding for finding in loud(check_(case.mutated)) if said(finding) not in known]


def score(case: Case, check_: Check = check) -> Score:
    """What a checker makes of one case."""
    before, fresh = brought(case, check_)
    return Score(
        changes=len(case.changes),
        paired=sum(any(pairs(finding, change) for finding in fresh) for change in case.changes),
        findings=len(fresh),
        useful=sum(any(pairs(finding, change) for change in case.changes) for finding in fresh),
        elsewhere=sum(not any(touches(finding, change) for change in case.changes) for finding in fresh),
        own_copy=sum(_against_own_copy(finding) for finding in loud(before)),
    )


def _against_own_copy(finding: Finding) -> bool:
    """True for a conflict between a text and its copy, in which no third text takes part."""
    sources = {claim.source for claim in finding.claims}
    return finding.rule == "value-conflict" and any(sources == {each, _copy_name(each)} for each in sources)


def cases(
    folder: Path, mode: str, seed: int, most: int, limit: int | None = None
) -> Iterator[tuple[str, Case]]:
    """A case for each story, the same for the same seed; stories without a figure to change have none."""
    for name, found in list(stories(folder))[:limit]:
        case = MODES[mode](found, Random(f"{seed} {name}"), most)
        if case.changes:
            yield name, case


def total(scores: Sequence[Score]) -> Score:
    found = Score()
    for each in scores:
        found = found.plus(each)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--mode", choices=MODES, default="cross")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--changes", type=int, default=12, help="most figures to change in a folder")
    parser.add_argument("--limit", type=int, help="look at so many folders only")
    given = parser.parse_args()
    scores = [
        score(case) for _, case in cases(given.folder, given.mode, given.seed, given.changes, given.limit)
    ]
    print(f"folders {len(scores)}  {total(scores).shown()}")


if __name__ == "__main__":
    main()
