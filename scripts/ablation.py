"""What each feature, veto and explanation is worth: every one is switched off in turn.

    python scripts/ablation.py FOLDER [--seed N] [--changes N] [--limit N]

A row says what is gained or lost against the whole: planted conflicts paired and findings that are useful
(benchmarks/mutation.py on the stories below FOLDER), loud findings on the texts as they are, and, in samples/, true
conflicts found and traps reported. `across` puts all stories into one run: loud findings that set texts of two stories
against each other. Features and vetoes are taken out of the tuples that matching goes through; an explanation is taken
off the links that bear it, so that they count as conflicts; a way into a field finds nothing.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import chain, combinations
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from msgspec.structs import replace

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "benchmarks"))
import mutation

from claimcheck import normalise, pipeline, rules
from claimcheck.config import Options
from claimcheck.extract import extract
from claimcheck.model import Field, Finding, Report
from claimcheck.normalise.claim import references
from claimcheck.normalise.documentation import options, passages
from claimcheck.normalise.inside import inside, repeats
from claimcheck.normalise.matching import features, partners, vetoes
from claimcheck.normalise.text import stories
from claimcheck.normalise.ways import exceeding, forms, meaning, parallels, slips, wording

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
EXPLANATIONS = ("bounds", "rounding", "unit", "vague", "update", "moving", "designation")
OPTIONS = Options()

Name = tuple[str, str]  # feature, veto, way or explanation; and which
# What is no entry of a tuple: the owner of a function, its name, and what it answers when it is switched off.
FUNCTIONS: Mapping[Name, tuple[Any, str, Any]] = {
    ("feature", "likeness"): (features, "_likeness", (0.0, "")),
    ("veto", "story of a mixed run"): (stories, "strange", False),
    ("veto", "form in a mixed run"): (forms, "filled", frozenset()),
    ("way", "by wording"): (wording, "links", ()),
    ("way", "by meaning"): (meaning, "links", ()),
    ("way", "repeats in one text"): (repeats, "links", ()),
    ("way", "inside one text"): (inside, "links", ()),
    ("way", "a part that exceeds all"): (exceeding, "links", ()),
    ("way", "slips of digits"): (slips, "links", ()),
    ("way", "options"): (options, "links", ()),
    ("way", "entries"): (passages, "links", ()),
    ("way", "names of one story"): (stories, "core", frozenset()),
    ("explanation", "parallel texts"): (parallels, "pairs", frozenset()),
    ("explanation", "equal partner"): (partners.Partners, "settle", False),
}
REFERENCES, DATES = ("way", "references"), ("way", "dates and times")  # what is left out of the input
Read = Callable[[Mapping[str, str]], Report]


class Worth(NamedTuple):
    """What a checker comes to."""

    planted: mutation.Score
    loud: int
    across: int
    found: int
    traps: int


def names() -> list[Name]:
    """Everything that can be switched off."""
    return [
        *(("feature", each.__name__.strip("_")) for each in features.FEATURES),
        *(("veto", each.__name__.strip("_")) for each in vetoes.VETOES),
        *(("explanation", each) for each in EXPLANATIONS),
        *FUNCTIONS,
        REFERENCES,
        DATES,
    ]


@contextmanager
def without(name: Name | None) -> Iterator[None]:
    """Matching without one feature, veto or way."""
    kept = features.FEATURES, vetoes.VETOES
    if name in FUNCTIONS:
        owner, attribute, answer = FUNCTIONS[name]
        with patch.object(owner, attribute, lambda *_: answer):
            yield
        return
    if name is not None:
        features.FEATURES = tuple(each for each in kept[0] if ("feature", each.__name__.strip("_")) != name)
        vetoes.VETOES = tuple(each for each in kept[1] if ("veto", each.__name__.strip("_")) != name)
    try:
        yield
    finally:
        features.FEATURES, vetoes.VETOES = kept


def reader() -> Read:
    """Reads texts once, however often they are asked for."""
    kept: dict[tuple[tuple[str, str], ...], Report] = {}

    def read(texts: Mapping[str, str]) -> Report:
        key = tuple(sorted(texts.items()))
        if key not in kept:
            given = [pipeline.Text(text.encode("utf-8", "replace"), name) for name, text in key]
            kept[key] = _named(pipeline.run([], OPTIONS, given, until="claims"))
        return kept[key]

    return read


def _named(report: Report) -> Report:
    """The report with the numbers that name something among its claims, as matching gets them."""
    found = (normalise.naming(each, extract(each).masked) for each in report.documents)
    return replace(report, claims=(*report.claims, *chain.from_iterable(found)))


def checker(read: Read, name: Name | None) -> mutation.Check:
    """A checker of texts without one feature, veto or explanation."""

    def check(texts: Mapping[str, str]) -> Report:
        report = read(texts)
        counted = tuple(claim for claim in report.claims if claim.mention.kind != references.KIND)
        given = counted if name == REFERENCES else report.claims
        with without(name):
            fields = normalise.unite(report.documents, given, OPTIONS)
        if name is not None and name[0] == "explanation":
            fields = tuple(_unexplained(field, name[1]) for field in fields)
        dated = () if name == DATES else normalise.dated(report.documents)
        return replace(report, findings=rules.check(report.documents, counted, fields, OPTIONS, dated=dated))

    return check


def _unexplained(field: Field, name: str) -> Field:
    links = tuple(replace(link, explained=None) if link.explained == name else link for link in field.links)
    return replace(field, links=links)


# --- the samples -----------------------------------------------------------------------------------------


def samples(check: mutation.Check) -> tuple[int, int]:
    """True conflicts found in the plain texts of the samples, and traps reported."""
    truths = tomllib.loads((SAMPLES / "truths.toml").read_text(encoding="utf-8"))
    texts = {each["folder"]: _texts(SAMPLES / each["folder"]) for each in truths["sample"]}
    for sort in ("conflict", "trap"):
        truths[sort] = [e for e in truths[sort] if {s["file"] for s in e["sides"]} <= {*texts[e["sample"]]}]
    loud = {folder: mutation.loud(check(found)) for folder, found in texts.items()}
    found = sum(any(_all(f, e, texts) for f in loud[e["sample"]]) for e in truths["conflict"])
    traps = sum(any(_set_apart(f, e, truths, texts) for f in loud[e["sample"]]) for e in truths["trap"])
    return found, traps


def _texts(folder: Path) -> mutation.Texts:
    files = sorted(path for path in folder.rglob("*") if path.suffix in mutation.PLAIN)
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}


def _touches(finding: Finding, side: Mapping[str, str], texts: Mapping[str, str]) -> bool:
    start = texts[side["file"]].index(side["text"])
    span = mutation.Span(side["file"], start, start + len(side["text"]))
    return any(mutation.meets(span, each) for each in mutation.spans(finding))


def _all(finding: Finding, entry: Mapping[str, Any], texts: Mapping[str, mutation.Texts]) -> bool:
    return all(_touches(finding, side, texts[entry["sample"]]) for side in entry["sides"])


def _set_apart(
    finding: Finding, trap: Mapping[str, Any], truths: Mapping[str, Any], texts: Mapping[str, mutation.Texts]
) -> bool:
    """True where a finding sets two sides of a trap against each other that are no true conflict."""
    sides = [side for side in trap["sides"] if _touches(finding, side, texts[trap["sample"]])]
    true = [entry["sides"] for entry in truths["conflict"] if entry["sample"] == trap["sample"]]
    agree = trap.get("agree") and any(
        _all(finding, e, texts) for e in truths["conflict"] if e["sample"] == trap["sample"]
    )
    pairs = combinations(sides, 2)
    return not agree and any(not any(a in each and b in each for each in true) for a, b in pairs)


# --- the table -------------------------------------------------------------------------------------------


def worth(check: mutation.Check, cases: list[mutation.Case]) -> Worth:
    """What a checker makes of the cases and of the samples."""
    planted = mutation.total([mutation.score(case, check) for case in cases])
    loud = sum(len(mutation.loud(check(case.control))) for case in cases)
    return Worth(planted, loud, across(check, cases), *samples(check))


def across(check: mutation.Check, cases: list[mutation.Case]) -> int:
    """Loud findings that set texts of two stories against each other, where all stories are one run."""
    mixed = {f"{n}/{name}": text for n, case in enumerate(cases) for name, text in case.control.items()}
    stories = [{c.source.partition("/")[0] for c in found.claims} for found in mutation.loud(check(mixed))]
    return sum(len(each) > 1 for each in stories)


def row(name: str, each: Worth) -> str:
    """One row of the table."""
    score = each.planted
    useful = score.useful / max(1, score.findings)
    return (
        f"| {name} | {score.paired} | {score.findings} | {useful:.2f} | {each.loud} | {each.across} "
        f"| {each.found} | {each.traps} |"
    )


def main() -> None:
    """Prints the table, a row at a time."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--changes", type=int, default=12, help="most figures to change in a story")
    parser.add_argument("--limit", type=int, help="look at so many stories only")
    given = parser.parse_args()
    found = mutation.cases(given.folder, "cross", given.seed, given.changes, given.limit)
    cases = [case for _, case in found]
    print(f"{len(cases)} stories, {sum(len(case.changes) for case in cases)} planted conflicts\n")
    print(
        "| without | paired | findings | useful | loud, unchanged texts | across | true in samples | traps |"
    )
    print("|---|---|---|---|---|---|---|---|")
    read = reader()
    print(row("nothing", worth(checker(read, None), cases)), flush=True)
    for name in names():
        print(row(" ".join(name), worth(checker(read, name), cases)), flush=True)


if __name__ == "__main__":
    main()
