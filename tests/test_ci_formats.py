"""The formats of build servers and reviews: read back as their consumers read them."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

import readback
import reports
from claimcheck.config import Options
from claimcheck.model import Finding, Report
from claimcheck.pipeline import run
from claimcheck.read import is_report
from claimcheck.report import CHECK_FORMATS, github, location, markdown
from claimcheck.report.look import Look
from claimcheck.resolved import Resolved
from shell import CONFLICT, SAMPLE, write
from shell import run as command

SAMPLES = sorted(path for path in SAMPLE.parent.iterdir() if path.is_dir())
MACHINE = [name for name in CHECK_FORMATS if name != "text"]


def render(name: str, report: Report, look: Look | None = None) -> str:
    return CHECK_FORMATS[name](report, look or Look())


def read(name: str, report: Report, look: Look | None = None) -> list[readback.Read]:
    return readback.READERS[name](render(name, report, look))


def sarif(report: Report, look: Look | None = None) -> Any:
    return json.loads(render("sarif", report, look))["runs"][0]


def with_findings(report: Report, *findings: Finding) -> Report:
    return replace(report, findings=findings)


def many(severities: str, report: Report | None = None) -> Report:
    """A report with a finding for each letter: e, w or n."""
    report = report or reports.conflict()
    (finding,) = report.findings
    names = {"e": "error", "w": "warning", "n": "note"}
    return with_findings(
        report,
        *(replace(finding, id=f"id{n}", severity=names[letter]) for n, letter in enumerate(severities)),  # type: ignore[arg-type]
    )


# --- every format ----------------------------------------------------------------------------------------


def test_every_format_is_read_back() -> None:
    assert set(readback.READERS) == set(MACHINE)


@pytest.mark.parametrize("name", MACHINE)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_samples_are_read_back(sample: Path, name: str) -> None:
    report = run([sample], Options())
    found = read(name, report)
    rules = [finding.rule for finding in report.findings]
    if name == "gitlab":
        rules = [f.rule for f in report.findings for _ in {claim.source for claim in f.claims}]
    assert sorted(each.rule for each in found) == sorted(rules) and rules
    places = {document.source: document.places for document in report.documents}
    assert all(each.line > 0 or places[each.path] for each in found)


@pytest.mark.parametrize("name", MACHINE)
def test_a_clean_report_is_read_back(name: str) -> None:
    assert read(name, reports.clean()) == []


@pytest.mark.parametrize("name", ["github", "gitlab", "junit", "rdjson", "sarif", "markdown"])
def test_paths_are_relative_to_the_working_folder(name: str) -> None:
    inside = Look(paths={"a.txt": "story/a.txt", "b.txt": "story/b.txt"})
    outside = Look(paths={"a.txt": "/elsewhere/a.txt", "b.txt": "../b.txt"})
    assert {each.path for each in read(name, reports.conflict(), inside)} <= {"story/a.txt", "story/b.txt"}
    assert {each.path for each in read(name, reports.conflict(), outside)} <= {"a.txt", "b.txt"}


# --- which claim stands for a finding --------------------------------------------------------------------


def primary(report: Report, *changed: str) -> str:
    (finding,) = report.findings
    return location.primary(finding, Look(changed=frozenset(changed))).source


def test_the_odd_one_out_is_primary() -> None:
    ships = [("a.txt", "58 ships"), ("b.txt", "60 ships"), ("c.txt", "58 ships"), ("d.txt", "58 ships")]
    assert primary(reports.report(*ships)) == "b.txt"


def test_without_a_majority_the_first_is_primary() -> None:
    assert primary(reports.conflict()) == "a.txt"


def test_a_copy_makes_no_majority_and_is_not_primary() -> None:
    report = reports.report(("a.txt", "58 ships"), ("b.txt", "60 ships"), ("c.txt", "58 ships"))
    (finding,) = report.findings
    first, *others = finding.claims
    marked = with_findings(report, replace(finding, claims=(replace(first, copy_of="c.txt-0"), *others)))
    assert primary(marked) == "b.txt"


def test_a_changed_source_is_primary() -> None:
    ships = [("a.txt", "58 ships"), ("b.txt", "60 ships"), ("c.txt", "58 ships")]
    assert primary(reports.report(*ships), "c.txt") == "c.txt"
    assert primary(reports.report(*ships), "c.txt", "b.txt") == "b.txt"
    assert primary(reports.report(*ships), "z.txt") == "b.txt"


# --- SARIF -----------------------------------------------------------------------------------------------


def test_sarif_points_at_the_quantity_and_links_the_others() -> None:
    (result,) = sarif(reports.conflict())["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startColumn"], region["endColumn"]) == (15, 35)
    assert region["snippet"]["text"] == "about 400 ambulances"
    assert result["message"]["text"].endswith(" Compare [380 ambulances in b.txt:1](1).")
    assert result["relatedLocations"][0]["message"]["text"] == "We counted 380 ambulances."
    assert result["partialFingerprints"] == {"claimcheck/v1": "f00d"}


def test_sarif_counts_columns_in_code_points() -> None:
    report = reports.report(("a.txt", "𝒲e saw 58 ships"))
    assert sarif(report)["columnKind"] == "unicodeCodePoints"
    assert sarif(report)["results"][0]["locations"][0]["physicalLocation"]["region"]["startColumn"] == 8


@pytest.mark.parametrize(
    ("status", "state", "suppressed"),
    [("new", "new", 0), ("widened", "updated", 0), ("known", "unchanged", 1)],
)
def test_sarif_marks_what_is_known_and_keeps_it(status: Any, state: str, suppressed: int) -> None:
    report = reports.conflict()
    (result,) = sarif(with_findings(report, replace(report.findings[0], status=status)))["results"]
    assert (result["baselineState"], len(result["suppressions"])) == (state, suppressed)


def test_sarif_describes_every_rule() -> None:
    report = run([SAMPLE], Options())
    assert {rule["id"] for rule in sarif(report)["tool"]["driver"]["rules"]} == {r.id for r in report.rules}


def test_sarif_has_a_limit_of_locations_and_says_so() -> None:
    crowd = reports.report(*((f"{n:03}.txt", "We saw 58 ships.") for n in range(80)), ("z.txt", "60 ships"))
    (result,) = sarif(crowd)["results"]
    assert len(result["relatedLocations"]) == 50
    assert result["message"]["text"].endswith(" and 30 more.")
    assert len(read("sarif", crowd)) == 1


def test_sarif_escapes_uris() -> None:
    report = reports.report(("à b/50%#?.txt", "58 ships"), ("b.txt", "60 ships"))
    uris = render("sarif", report)
    assert '"uri": "%C3%A0%20b/50%25%23%3F.txt"' in uris
    assert read("sarif", report)[0].path in ("b.txt", "à b/50%#?.txt")


# --- workflow commands -----------------------------------------------------------------------------------


def test_an_annotation_names_the_place_and_quotes_all() -> None:
    assert render("github", reports.conflict()) == (
        "::warning file=a.txt,line=1,endLine=1,col=15,endColumn=35,title=value-conflict%3A ambulance::"
        "Sources differ on the number of ambulances.%0A"
        "a.txt:1: “The convoy of about 400 ambulances left at dawn.”%0A"
        "b.txt:1: “We counted 380 ambulances.”\n"
    )


def test_an_annotation_across_lines_has_no_columns() -> None:
    report = reports.report(("a.txt", "about 400 \nships"), ("b.txt", "380 ships"))
    split = replace(report.claims[0], mention=replace(report.claims[0].mention, end=15))
    output = render(
        "github", with_findings(report, replace(report.findings[0], claims=(split, report.claims[1])))
    )
    assert "line=1,endLine=2,title=" in output


def test_annotations_are_sorted_and_never_more_than_a_step_shows() -> None:
    output = render("github", many("n" * 3 + "w" * 25 + "e" * 10))
    found = readback.github(output)
    assert [each.severity for each in found] == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 3
    assert "::warning title=claimcheck::16 more warnings: in the log of this step\n" in output
    assert output.count("a.txt:1:15: warning value-conflict ") == 16


def test_what_is_known_gets_no_annotation() -> None:
    report = reports.conflict()
    known = with_findings(report, replace(report.findings[0], status="known"))
    assert render("github", known) == ""
    assert read("rdjson", known) == []


def test_a_step_gets_a_summary(tmp_path: Path) -> None:
    page = tmp_path / "summary.md"
    page.write_text("# Before\n")
    story = write(tmp_path / "story", CONFLICT)
    done = command("check", ".", "-f", "github", cwd=story, GITHUB_STEP_SUMMARY=str(page))
    assert done.returncode == 1 and done.stdout.startswith(b"::")
    memo = page.read_text()
    assert memo.startswith("# Before\n# Figures that disagree\n") and len(readback.markdown(memo)) == 1
    command(
        "check", ".", "-f", "text", "-o", f"github:{os.devnull}", cwd=story, GITHUB_STEP_SUMMARY=str(page)
    )
    assert page.read_text().count("# Figures that disagree\n") == 2
    command("check", ".", "-f", "text", cwd=story, GITHUB_STEP_SUMMARY=str(page))
    assert page.read_text().count("# Figures that disagree\n") == 2


def test_a_summary_that_cannot_be_written_is_a_remark(tmp_path: Path) -> None:
    story = write(tmp_path / "story", CONFLICT)
    done = command("check", ".", "-f", "github", cwd=story, GITHUB_STEP_SUMMARY=str(tmp_path))
    assert done.returncode == 1 and b"the summary of the step cannot be written" in done.stderr


# --- GitLab, JUnit, rdjson -------------------------------------------------------------------------------


def test_gitlab_has_an_entry_a_file_that_lines_do_not_change() -> None:
    entries = json.loads(render("gitlab", reports.conflict()))
    assert [entry["location"]["path"] for entry in entries] == ["a.txt", "b.txt"]
    below = reports.report(
        ("a.txt", "\n\n\nThe convoy of about 400 ambulances left at dawn."),
        ("b.txt", "We counted 380 ambulances."),
    )
    moved = json.loads(render("gitlab", below))
    assert {e["fingerprint"] for e in moved} == {e["fingerprint"] for e in entries}
    assert {e["location"]["lines"]["begin"] for e in moved} == {1, 4}


def test_junit_fails_for_what_fails_the_run() -> None:
    report = many("ewn")
    assert 'failures="2"' in render("junit", report).splitlines()[1]
    assert 'failures="1"' in render("junit", report, Look(fail_on="error")).splitlines()[1]
    assert 'failures="0"' in render("junit", report, Look(fail_on=None)).splitlines()[1]
    known = with_findings(report, *(replace(each, status="known") for each in report.findings))
    assert 'failures="0" errors="0" skipped="4"' in render("junit", known).splitlines()[1]


def test_junit_has_a_suite_a_source_and_one_for_what_was_not_read() -> None:
    output = render("junit", reports.conflict())
    assert [line for line in output.splitlines() if 'tests="1"' in line and "<testsuite " in line]
    assert '<testsuite name="b.txt"' in output and '<testsuite name="scan.txt"' in output
    assert 'message="binary (NUL bytes)"' in output


def test_rdjson_counts_columns_in_bytes() -> None:
    (item,) = json.loads(render("rdjson", reports.report(("a.txt", "à bord: 58 ships"))))["diagnostics"]
    assert item["location"]["range"] == {
        "start": {"line": 1, "column": 10}, "end": {"line": 1, "column": 18},
    }  # fmt: skip


# --- the memo --------------------------------------------------------------------------------------------


def test_a_memo_can_be_sent() -> None:
    assert render("markdown", reports.conflict()) == (
        "# Figures that disagree\n\n1 warning; 2 sources, 3 numbers, 2 claims, 1 field, 2 compared, 1 skipped.\n\n"
        "## Warnings\n\n### 1. ambulance\n\nSources differ on the number of ambulances.\n\n"
        "- **about 400 ambulances**\n\n  `a.txt:1` · says a spokesman\n\n"
        "  > “The convoy of **about 400 ambulances** left at dawn.”\n\n"
        "- **380 ambulances**\n\n  `b.txt:1` · says a spokesman\n\n  > “We counted **380 ambulances**.”\n\n"
        "Why: same noun: ambulance.\n\n`value-conflict` · high confidence · new · `f00d`\n\n"
        "## Not read\n\n- `scan.txt`: binary (NUL bytes)\n"
    )


def test_a_memo_lists_what_is_known_apart() -> None:
    report = reports.conflict()
    memo = render("markdown", with_findings(report, replace(report.findings[0], status="known")))
    assert memo.startswith("# No figures found that disagree\n")
    assert "## Known\n\nAccepted earlier, listed for completeness:\n\n- Sources differ" in memo


@pytest.mark.parametrize(
    "text",
    [
        "<b>*x*</b> [a](b) ![c](d) `e` | ~~f~~ &amp; $1$",
        "@someone fixed #12 :smile: https://example.org",
        "1_000_000",
        *("1. x", "2) x", "- x", "# x", "+1", "---", "=="),
    ],
)
def test_a_memo_shows_the_text_as_written(text: str) -> None:
    tokens = readback._flat(readback.MarkdownIt().parse(markdown.escape(text)))
    shown = "".join(token.content for token in tokens if token.type in ("text", "text_special"))
    assert shown.replace("\u200b", "") == text
    assert "@someone" not in shown and "#12" not in shown and ":smile:" not in shown and "://" not in shown


@pytest.mark.parametrize("name", ["a`b.txt", "``", "`a", "a_b*c.txt"])
def test_a_file_name_of_a_memo_is_code(name: str) -> None:
    (token,) = readback.MarkdownIt().parseInline(markdown.code(name))[0].children or []
    assert (token.type, token.content) == ("code_inline", name)


def test_the_limit_of_annotations_is_that_of_the_runner() -> None:
    assert github.MOST == 10


# --- entries of the baseline that are gone ---------------------------------------------------------------


@pytest.mark.parametrize("name", CHECK_FORMATS)
def test_every_format_names_what_locked_fails_for(tmp_path: Path, name: str) -> None:
    write(tmp_path, CONFLICT)
    command("baseline", "create", cwd=tmp_path)
    write(tmp_path, {"b.txt": CONFLICT["a.txt"]})
    for args, code in (((), 0), (("--locked",), 1)):
        done = command("check", "-f", name, *args, "-o", f"{name}:report", cwd=tmp_path)
        assert done.returncode == code
        told = b"file formats" in done.stdout and b"--locked fails for that" in done.stdout
        assert told == (code == 1 and name != "json")
        assert is_report((tmp_path / "report").read_bytes()) or (
            code == 0 and name in ("jsonl", "concise", "github")
        )
    (id_,) = json.loads(command("check", "-f", "json", "--locked", cwd=tmp_path).stdout)["resolved"]
    assert id_.encode() in done.stdout or name in ("github", "gitlab", "rdjson", "sarif", "html")


def test_build_servers_show_it_as_a_failure_in_the_baseline(tmp_path: Path) -> None:
    write(tmp_path, CONFLICT)
    command("baseline", "create", cwd=tmp_path)
    write(tmp_path, {"b.txt": CONFLICT["a.txt"]})
    said = {name: command("check", "--locked", "-f", name, cwd=tmp_path).stdout for name in MACHINE}
    for name in ("github", "gitlab", "rdjson", "junit"):
        (found,) = readback.READERS[name](said[name].decode())
        assert (found.rule, found.path, found.line) == ("resolved", "claimcheck-baseline.toml", 7)
    assert said["github"].startswith(
        b"::error file=claimcheck-baseline.toml,line=7,title=resolved%3A file formats"
    )
    (note,) = json.loads(readback_sarif(said["sarif"]))["invocations"][0]["toolExecutionNotifications"]
    assert note["level"] == "error" and note["locations"][0]["physicalLocation"]["region"] == {"startLine": 7}
    assert b'failures="1"' in said["junit"]


def test_a_build_log_has_room_for_what_locked_fails_for() -> None:
    gone = tuple(Resolved(f"{number:012x}", "update", "ships", number) for number in range(2, 40))
    text = render("github", replace(many("e" * 30), resolved=gone), Look(locked="known.toml"))
    first, *_, last = readback.github(text)
    assert (first.rule, first.line, first.message.count("--locked fails for that")) == ("resolved", 2, 38)
    assert last.message == "22 more errors: in the log of this step"


def readback_sarif(text: bytes) -> str:
    """The only run of a log that the schema accepts."""
    assert readback.sarif(text.decode()) == []
    return json.dumps(json.loads(text)["runs"][0])
