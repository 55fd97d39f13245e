"""The samples: every true conflict is found, no trap is reported, and the page about them is up to date."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import build_backup_folder
import pytest

from claimcheck import read
from claimcheck.config import Options
from claimcheck.model import Document, Finding, Report
from claimcheck.pipeline import run

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "samples"
TRUTHS = tomllib.loads((SAMPLES / "truths.toml").read_text(encoding="utf-8"))
LOUD = ("error", "warning")
ENTRIES = [*TRUTHS["conflict"], *TRUTHS["trap"]]
FOLDERS = [sample["folder"] for sample in TRUTHS["sample"]]

Side = tuple[str, int, int]  # file, start, end


@cache
def text_of(sample: str, file: str) -> str:
    found = read.read(read.Input(file, str(SAMPLES / sample / file)))
    assert isinstance(found, Document), found
    return found.text


@cache
def report_of(sample: str) -> Report:
    return run([SAMPLES / sample], Options())


def sides(entry: dict[str, Any]) -> list[Side]:
    spans = []
    for side in entry["sides"]:
        start = text_of(entry["sample"], side["file"]).index(side["text"])
        spans.append((side["file"], start, start + len(side["text"])))
    return spans


def touches(finding: Finding, side: Side) -> bool:
    file, start, end = side
    return any(
        claim.source == file and claim.mention.number_start < end and start < claim.mention.number_end
        for claim in finding.claims
    )


def covers(finding: Finding, entry: dict[str, Any]) -> bool:
    return all(touches(finding, side) for side in sides(entry))


def loud(sample: str) -> list[Finding]:
    return [finding for finding in report_of(sample).findings if finding.severity in LOUD]


def conflicts(sample: str) -> list[dict[str, Any]]:
    return [entry for entry in TRUTHS["conflict"] if entry["sample"] == sample]


def is_true_pair(sample: str, pair: tuple[Side, Side]) -> bool:
    return any(set(pair) <= set(sides(entry)) for entry in conflicts(sample))


def pairs_taken(finding: Finding, trap: dict[str, Any]) -> list[tuple[Side, Side]]:
    """Pairs of look-alikes that the finding sets against each other."""
    if trap.get("agree") and any(covers(finding, entry) for entry in conflicts(trap["sample"])):
        return []
    touched = [side for side in sides(trap) if touches(finding, side)]
    return [pair for pair in combinations(touched, 2) if not is_true_pair(trap["sample"], pair)]


def alarms(sample: str) -> Iterator[str]:
    for trap in (entry for entry in TRUTHS["trap"] if entry["sample"] == sample):
        for finding in loud(sample):
            if pairs_taken(finding, trap):
                yield f"{trap['name']}: {finding.message}"


def found(entry: dict[str, Any]) -> bool:
    return any(covers(finding, entry) for finding in loud(entry["sample"]))


def named(entries: list[dict[str, Any]]) -> list[Any]:
    return [pytest.param(entry, id=f"{entry['sample']}: {entry['name']}") for entry in entries]


@pytest.mark.parametrize("entry", named(ENTRIES))
def test_a_side_occurs_once_in_its_file(entry: dict[str, Any]) -> None:
    for side in entry["sides"]:
        assert text_of(entry["sample"], side["file"]).count(side["text"]) == 1, side


def test_names_are_unique() -> None:
    names = [(entry["sample"], entry["name"]) for entry in ENTRIES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("entry", named([entry for entry in TRUTHS["conflict"] if entry["must"]]))
def test_a_true_conflict_is_found(entry: dict[str, Any]) -> None:
    assert found(entry), [finding.message for finding in report_of(entry["sample"]).findings]


@pytest.mark.parametrize("entry", named([entry for entry in TRUTHS["conflict"] if not entry["must"]]))
def test_what_is_said_not_to_be_found_is_not(entry: dict[str, Any]) -> None:
    assert found(entry) != entry.get("later", False)


@pytest.mark.parametrize("sample", FOLDERS)
def test_no_trap_is_reported(sample: str) -> None:
    assert list(alarms(sample)) == []


@pytest.mark.parametrize("sample", FOLDERS)
def test_nothing_else_is_loud(sample: str) -> None:
    known = conflicts(sample)
    unasked = [f.message for f in loud(sample) if not any(covers(f, entry) for entry in known)]
    assert unasked == []


def test_both_counts_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    hits = [entry for entry in TRUTHS["conflict"] if found(entry)]
    raised = [line for sample in FOLDERS for line in alarms(sample)]
    with capsys.disabled():
        print(f"\nsamples: {len(hits)} of {len(TRUTHS['conflict'])} true conflicts found, ", end="")
        print(f"{len(raised)} of {len(TRUTHS['trap'])} traps reported")
    must = [entry for entry in TRUTHS["conflict"] if entry["must"]]
    assert len(hits) >= len(must)


# --- samples/README.md -----------------------------------------------------------------------------------

INTRODUCTION = """# Samples

Small folders of texts in which some figures disagree and many more only look as if they did. Places,
people, products and companies are invented. The tests read the same lists from [truths.toml](truths.toml),
and this page is written from them by `UPDATE_GOLDEN=1 pytest tests/test_samples.py`.
"""


def quotes(entry: dict[str, Any]) -> str:
    parts = []
    for side in entry["sides"]:
        words = " ".join(side["text"].split()).replace("|", "\\|")
        parts.append(f"`{side['file']}` “{words}”")
    return "; ".join(parts)


def rule_of(entry: dict[str, Any]) -> str:
    return f"{entry['rule']} (not found so far)" if entry.get("later") else str(entry["rule"])


def section(sample: dict[str, Any]) -> str:
    mine = [entry for entry in ENTRIES if entry["sample"] == sample["folder"]]
    true = [f"| {e['name']} | {rule_of(e)} | {quotes(e)} | {e['why']} |" for e in mine if "rule" in e]
    traps = [f"| {e['name']} | {quotes(e)} | {e['why']} |" for e in mine if "rule" not in e]
    lines = [
        f"## {sample['folder']}: {sample['title']}",
        "",
        sample["text"].strip(),
        "",
        "True conflicts:",
        "",
    ]
    lines += ["| what | rule | who says it | why |", "|---|---|---|---|", *true]
    lines += ["", "Traps:", "", "| what | where | why it is none |", "|---|---|---|", *traps, ""]
    return "\n".join(lines)


def test_the_page_lists_what_the_tests_check(update_golden: bool) -> None:
    page = "\n".join([INTRODUCTION, *(section(sample) for sample in TRUTHS["sample"])])
    path = SAMPLES / "README.md"
    if update_golden:
        path.write_text(page, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == page


def test_the_backup_folder_is_what_its_script_writes() -> None:
    folder = SAMPLES / "backup-folder"
    written = build_backup_folder.files()
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == written


def test_a_finding_on_a_passage_names_the_text_that_it_quotes_and_points_at() -> None:
    found = [item for item in report_of("evacuation").findings if item.rule.endswith("-mismatch")]
    copied = [item for item in found if any(claim.copy_of for claim in item.claims)]
    assert copied
    for item in copied:
        assert item.claims[0].copy_of is None and f", in {item.claims[0].source}: “" in item.message
