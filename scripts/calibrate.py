"""How far the confidence of a finding can be trusted: a reliability table on folders held apart.

    python scripts/calibrate.py FOLDER [--seeds N] [--changes N] [--limit N] [--judgements FILE]

Labelled findings are made by planting conflicts (benchmarks/mutation.py) in the stories below FOLDER: a finding that
pairs a changed figure with the figure as it was is right, any other finding that the changes brought is wrong. A file
of judgements adds findings on the texts as they are, a JSON line or a [[judgement]] each: {"id": "3f2a...", "verdict":
"right" or "wrong"}. Half of the stories, by name, say how often findings of each confidence are right; the table sets
that prediction beside what is observed on the other half.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "benchmarks"))
import mutation

from claimcheck import check
from claimcheck.model import Finding

RULES = ("value-conflict", "self-conflict")  # those that rest on matching
VERDICTS = {"right": True, "wrong": False}


class Judged(NamedTuple):
    """One finding with its story, its confidence, and whether it is right."""

    story: str
    confidence: float
    right: bool


class Level(NamedTuple):
    """Findings of one confidence."""

    count: int
    right: int

    @property
    def share(self) -> float:
        """The part that is right, 0 where there is none."""
        return self.right / self.count if self.count else 0.0


def planted(folder: Path, seed: int, changes: int, limit: int | None) -> Iterator[Judged]:
    """The findings that planted conflicts bring."""
    for story, case in mutation.cases(folder, "cross", seed, changes, limit):
        _, fresh = mutation.brought(case, check)
        for finding in filter(matched, fresh):
            right = any(mutation.pairs(finding, change) for change in case.changes)
            yield Judged(story, round(finding.confidence, 2), right)


def judged(folder: Path, verdicts: Mapping[str, bool]) -> Iterator[Judged]:
    """The findings on unchanged texts that somebody has judged."""
    for story, texts in mutation.stories(folder):
        for finding in filter(matched, check(texts).findings):
            if finding.id in verdicts:
                yield Judged(story, round(finding.confidence, 2), verdicts[finding.id])


def matched(finding: Finding) -> bool:
    """True for a loud finding that rests on matching."""
    return finding.rule in RULES and finding.severity != "note"


def verdicts(path: Path) -> dict[str, bool]:
    """Verdicts by the id of a finding; exits with the line or row that is none."""
    text = path.read_text(encoding="utf-8")
    rows: Iterable[Any]
    if path.suffix == ".toml":
        rows = tomllib.loads(text).get("judgement", [])
    else:
        rows = (json.loads(line) for line in text.splitlines() if line.strip())
    found = {}
    for number, row in enumerate(rows, 1):
        if row.get("verdict") not in VERDICTS or "id" not in row:
            sys.exit(f"{path}: judgement {number}: expected an id, and a verdict that is right or wrong")
        found[row["id"]] = VERDICTS[row["verdict"]]
    return found


def is_held(story: str) -> bool:
    """True for the half of the stories that is held apart, whatever else there is."""
    return hashlib.sha1(story.encode()).digest()[0] % 2 == 1


def levels(found: Iterable[Judged]) -> dict[float, Level]:
    """The findings by their confidence."""
    counts: dict[float, list[bool]] = defaultdict(list)
    for each in found:
        counts[each.confidence].append(each.right)
    return {confidence: Level(len(rights), sum(rights)) for confidence, rights in sorted(counts.items())}


def fitted(seen: Mapping[float, Level]) -> dict[float, float]:
    """The share of right findings by confidence, made to rise with it: neighbours that fall are pooled."""
    pools: list[tuple[list[float], Level]] = []
    for confidence, level in sorted(seen.items()):
        pools.append(([confidence], level))
        while len(pools) > 1 and pools[-2][1].share > pools[-1][1].share:
            (more, high), (less, low) = pools.pop(), pools.pop()
            pools.append((less + more, Level(low.count + high.count, low.right + high.right)))
    return {confidence: level.share for members, level in pools for confidence in members}


def table(found: Sequence[Judged]) -> Iterator[str]:
    """The reliability table, a row a confidence, and the mean gap between prediction and observation."""
    fit = levels(each for each in found if not is_held(each.story))
    held = levels(each for each in found if is_held(each.story))
    predicted = fitted(fit)
    yield "| confidence | findings, fitted | predicted right | findings, held apart | observed right |"
    yield "|---|---|---|---|---|"
    gaps = []
    for confidence in sorted({*fit, *held}):
        here, there = fit.get(confidence, Level(0, 0)), held.get(confidence, Level(0, 0))
        guess = predicted.get(confidence)
        guessed = "-" if guess is None else f"{guess:.2f}"
        observed = f"{there.share:.2f}" if there.count else "-"
        yield f"| {confidence:.2f} | {here.count} | {guessed} | {there.count} | {observed} |"
        if guess is not None and there.count:
            gaps.append((abs(guess - there.share), there.count))
    weight = sum(count for _, count in gaps)
    if weight:
        yield ""
        yield f"mean gap on held-apart folders: {sum(gap * count for gap, count in gaps) / weight:.3f}"


def main() -> None:
    """Prints the reliability table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seeds", type=int, default=2, help="how often conflicts are planted anew")
    parser.add_argument("--changes", type=int, default=12, help="most figures to change in a story")
    parser.add_argument("--limit", type=int, help="look at so many stories only")
    parser.add_argument("--judgements", type=Path, help="verdicts on findings: .toml, or JSON lines")
    given = parser.parse_args()
    found = [
        each
        for seed in range(1, given.seeds + 1)
        for each in planted(given.folder, seed, given.changes, given.limit)
    ]
    if given.judgements:
        found += judged(given.folder, verdicts(given.judgements))
    print("\n".join(table(found)))


if __name__ == "__main__":
    main()
