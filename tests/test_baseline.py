"""The baseline: its file, what it holds back, what it makes of changed texts, and that nothing is ever lost."""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
import tomllib
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from msgspec.structs import replace

from claimcheck.asked import exit_code
from claimcheck.baseline import store
from claimcheck.baseline.change import pruned
from claimcheck.baseline.entry import BaselineError, Entry, fold
from claimcheck.baseline.hold import Held, Scope, Terms, hold
from claimcheck.baseline.layout import rewritten
from claimcheck.baseline.load import load, parse
from claimcheck.config import Options
from claimcheck.model import Report
from claimcheck.pipeline import run as run_line
from shell import COMMAND, CONFLICT, ROOT, SAMPLE, is_one_line, run, write

NAME = "claimcheck-baseline.toml"
KILLS = int(os.environ.get("KILLS", "10"))  # of each sort; CONTRIBUTING tells of more
BUSES = Entry(id="b" * 12, rule="value-conflict", field="buses", values=("12", "14"), anchors=("a1", "a2"))
FERRY = Entry(
    id="a" * 12, rule="self-conflict", field="ferries · sail", values=("3",), reason='said "so"\non air'
)


def entries_of(folder: Path) -> tuple[Entry, ...]:
    return load(folder / NAME)


def accepted(folder: Path, files: dict[str, str]) -> Path:
    """A folder whose findings are all in its baseline."""
    write(folder, files)
    assert run("baseline", "create", folder, "-q").returncode == 0
    return folder


def report_of(folder: Path, **options: object) -> Report:
    return run_line([folder], Options(baseline=str(folder / NAME), **options))  # type: ignore[arg-type]


# --- the file --------------------------------------------------------------------------------------------


def test_an_entry_is_a_line_in_the_order_of_what_people_look_for() -> None:
    text = rewritten("", [FERRY, BUSES])
    lines = [line for line in text.splitlines() if line.startswith("  {")]
    assert lines[0].startswith('  { field = "buses", rule = "value-conflict", values = ["12", "14"], id = ')
    assert lines[1].startswith('  { field = "ferries · sail", rule = "self-conflict"')
    assert parse(text, Path("x")) == (BUSES, FERRY)


def test_the_file_has_neither_places_nor_times_nor_counts(tmp_path: Path) -> None:
    folder = accepted(tmp_path, {"a.txt": "A\n\n" * 50 + CONFLICT["a.txt"], "b.txt": CONFLICT["b.txt"]})
    (entry,) = tomllib.loads((folder / NAME).read_text())["finding"]
    assert set(entry) == {"field", "rule", "values", "sources", "id", "anchors"}
    assert entry["sources"] == ["a.txt", "b.txt"] and entry["values"] == ["58", "70"]
    assert len(entry["anchors"]) == 2 and str(tmp_path) not in (folder / NAME).read_text()


def test_comments_and_unknown_keys_survive() -> None:
    text = rewritten("", [FERRY, BUSES])
    ours = text.replace(
        "  { field", "  # ask the harbour\n  { owner = { name = 'Ana', days = [1, 2] }, field", 1
    )
    ours = ours.replace("},\n]", "}  # last of all\n  # the end\n]  # really\n\n[more]\nof = 'this'")
    assert rewritten(ours, [FERRY, BUSES]) == ours.replace("}  # last", "},  # last")
    changed = rewritten(ours, [FERRY, replace(BUSES, reason="two counts")])
    assert '  # ask the harbour\n  { field = "buses"' in changed
    assert 'reason = "two counts"' in changed and 'owner = { name = "Ana", days = [1, 2] }' in changed
    assert changed.endswith("  # the end\n]  # really\n\n[more]\nof = 'this'\n")
    assert rewritten(changed, [FERRY]).count("buses") == 0


def test_the_page_shows_a_file_that_is_one() -> None:
    page = (ROOT / "docs" / "baseline.md").read_text()
    (example,) = re.findall(r"^```toml\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    (entry,) = parse(example, Path("the page"))
    line = rewritten("", [entry]).splitlines()[-2]
    assert line in example, "as it would be written"
    assert set(re.findall(r"`(\w+)`(?=,| \|)", page)) >= set(Entry.__struct_fields__)


def test_entries_that_stay_the_same_stay_the_same_bytes() -> None:
    loose = 'finding=[ {id="' + "b" * 12 + '",field = "buses",  rule="value-conflict"} ]\n'
    more = rewritten(loose, [Entry(id="b" * 12, field="buses", rule="value-conflict"), FERRY])
    assert '  {id="bbbbbbbbbbbb",field = "buses",  rule="value-conflict"},\n' in more


def test_tables_that_somebody_wrote_by_hand_are_entries_too() -> None:
    text = 'schema = 1\n\n# why\n[[finding]]\n# the first\nid = "aa"\nowner = "Ana"\n[[finding]]\nid = "bb"\n'
    assert [entry.id for entry in parse(text, Path("x"))] == ["aa", "bb"]
    new = rewritten(text, [Entry(id="aa", reason="so"), Entry(id="bb")])
    assert '# the first\n  { reason = "so", id = "aa", owner = "Ana" },\n  { id = "bb" },\n]' in new


def test_entries_that_a_merge_has_doubled_are_one() -> None:
    one = replace(BUSES, values=("12",), verdict="accepted", reason="old", expires=date(2030, 1, 1))
    two = replace(BUSES, values=("14", "9"), verdict="to-fix", reason="new", anchors=("a3",))
    (both,) = fold([one, two])
    assert both.values == ("9", "12", "14") and both.anchors == ("a1", "a2", "a3")
    assert (both.verdict, both.reason, both.expires) == ("to-fix", "old; new", date(2030, 1, 1))
    lines = [rewritten("", [each]).splitlines()[-2] for each in (one, two)]
    doubled = "\n".join(["schema = 1", "finding = [", *lines, "]", ""])
    assert parse(doubled, Path("x")) == (both,)
    assert rewritten(doubled, [both]).count("buses") == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("finding = [", "Invalid value"),
        ("finding = [\n<<<<<<< HEAD\n=======\n>>>>>>> other\n]\n", "keep the lines of both sides"),
        ("schema = 9\n", "schema 9 is not known"),
        ('include = ["*.md"]\n', "not a baseline (no `schema`)"),
        ('schema = "1"\n', "schema must be a whole number, as in `schema = 1`"),
        ("schema = 1\nfinding = 3\n", "finding: expected a list"),
        ('schema = 1\nfinding = ["x"]\n', "finding 1: expected a table, got a text in quotation marks"),
        ('schema = 1\nfinding = [{ rule = "update" }]\n', "finding 1: has no `id`"),
        (
            'schema = 1\nfinding = [{ id = "ok" }, { id = "x", values = "12" }]\n',
            "finding 2 (x): values: expected a list",
        ),
        (
            'schema = 1\nfinding = [{ id = "x", verdict = "fine" }]\n',
            "finding 1 (x): verdict: unknown value 'fine'. Known: accepted",
        ),
        (
            'schema = 1\nfinding = [{ id = "x", expires = "soon" }]\n',
            "(x): expires: expected a day such as 2027-01-31",
        ),
    ],
)
def test_a_broken_file_is_2_and_named(tmp_path: Path, text: str, words: str) -> None:
    write(tmp_path, {**CONFLICT, NAME: text})
    with pytest.raises(BaselineError, match="claimcheck-baseline") as error:
        entries_of(tmp_path)
    assert words in str(error.value)
    if words == "Invalid value":
        for args in (("check",), ("baseline", "update"), ("baseline", "show"), ("review", "--stats")):
            done = run(*args, tmp_path)
            assert done.returncode == 2 and is_one_line(done.stderr) and NAME.encode() in done.stderr
        assert (tmp_path / NAME).read_text() == text


@pytest.mark.parametrize("args", [("update",), ("prune",), ("show",), ("update", "--reason", "so")])
def test_what_is_no_baseline_is_left_as_it_is(tmp_path: Path, args: tuple[str, ...]) -> None:
    facts = '[[fact]]\nabout = "Orvane"\nproperty = "area"\nvalue = 190\nunit = "km²"\n'
    write(tmp_path, {**CONFLICT, "claimcheck.toml": 'exclude = ["drafts/"]\n', "facts.toml": facts})
    for name in ("claimcheck.toml", "facts.toml"):
        before = (tmp_path / name).read_bytes()
        done = run("baseline", *args, ".", "--baseline", name, cwd=tmp_path)
        assert (done.returncode, (tmp_path / name).read_bytes()) == (2, before)
        assert done.stderr == f"claimcheck: error: {name}: not a baseline (no `schema`)\n".encode()


@pytest.mark.parametrize("args", [("check",), ("baseline", "update"), ("baseline", "create")])
def test_a_folder_in_the_place_of_the_baseline_is_2(tmp_path: Path, args: tuple[str, ...]) -> None:
    write(tmp_path, CONFLICT)
    (tmp_path / NAME).mkdir()
    done = run(*args, tmp_path)
    assert done.returncode == 2 and is_one_line(done.stderr) and NAME.encode() in done.stderr


def test_a_named_baseline_that_is_missing_is_2(tmp_path: Path) -> None:
    write(tmp_path, CONFLICT)
    for args in (("check",), ("baseline", "update"), ("baseline", "prune"), ("baseline", "show")):
        done = run(*args, tmp_path, "--baseline", tmp_path / "none.toml")
        assert done.returncode == 2 and is_one_line(done.stderr) and b"none.toml" in done.stderr
    assert run("baseline", "update", tmp_path).returncode == 2
    assert list(tmp_path.glob("*.toml")) == []


def test_nothing_to_read_does_not_empty_the_baseline(tmp_path: Path) -> None:
    accepted(tmp_path, CONFLICT)
    before = (tmp_path / NAME).read_bytes()
    for name in CONFLICT:
        (tmp_path / name).unlink()
    assert run("baseline", "update", tmp_path).returncode == 2
    assert (tmp_path / NAME).read_bytes() == before


def test_a_quiet_list_is_the_list_alone(tmp_path: Path) -> None:
    accepted(tmp_path, CONFLICT)
    loud, quiet = (run("baseline", "show", tmp_path, *args) for args in ((), ("-q",)))
    assert quiet.stdout == loud.stdout != b"" and loud.stderr and quiet.stderr == b""


def test_the_schema_fits_the_file(tmp_path: Path) -> None:
    schema = json.loads(run("schema", "baseline").stdout)
    Draft202012Validator.check_schema(schema)
    folder = shutil.copytree(SAMPLE, tmp_path / "story")
    run("baseline", "create", folder, "--reason", "so", "--expires", "2999-12-31")
    data = tomllib.loads((folder / NAME).read_text())
    assert len(data["finding"]) > 2
    plain = json.loads(json.dumps(data, default=str))
    Draft202012Validator(schema).validate(plain)
    plain["finding"][0]["verdict"] = "fine"
    assert not Draft202012Validator(schema).is_valid(plain)


# --- statuses --------------------------------------------------------------------------------------------


def test_every_sample_is_silent_once_accepted(tmp_path: Path) -> None:
    for sample in sorted(SAMPLE.parent.iterdir()):
        if sample.is_dir():
            folder = shutil.copytree(sample, tmp_path / sample.name)
            assert run("baseline", "create", folder).returncode == 0
            report = report_of(folder, locked=True)
            assert exit_code(report, Options(locked=True)) == 0
            assert {item.status for item in report.fresh} <= {"new"}
            assert {item.severity for item in report.fresh} <= {"note"}


@pytest.mark.parametrize("format_", ["json", "jsonl", "csv", "sarif"])
def test_formats_for_programs_mark_what_is_known(tmp_path: Path, format_: str) -> None:
    accepted(tmp_path, CONFLICT)
    done = run("check", tmp_path, "-f", format_)
    word = b"unchanged" if format_ == "sarif" else b"known"
    assert done.returncode == 0 and word in done.stdout


def test_people_see_what_is_known_only_when_they_ask(tmp_path: Path) -> None:
    accepted(tmp_path, CONFLICT)
    for format_ in ("text", "concise"):
        assert b"58 file formats" not in run("check", tmp_path, "-f", format_).stdout
        assert b"58 file formats" in run("check", tmp_path, "-f", format_, "-v").stdout


def held(folder: Path, entries: list[Entry], *, read: bool = True, **terms: object) -> Held:
    report = run_line([folder], Options())
    rules = frozenset(rule.id for rule in report.rules)
    paths = {document.source: document.source for document in report.documents if read}
    scope = Scope(rules, paths)
    settings = {"today": date(2024, 5, 1), **terms}
    return hold(report.findings, report.documents, entries, scope, Terms(**settings))  # type: ignore[arg-type]


@pytest.fixture
def known(tmp_path: Path) -> Entry:
    (entry,) = entries_of(accepted(tmp_path, CONFLICT))
    return entry


def test_a_finding_is_known_by_its_id_or_by_its_sentences(tmp_path: Path, known: Entry) -> None:
    for entry in (known, replace(known, anchors=()), replace(known, id="renamed", field="another")):
        assert [item.status for item in held(tmp_path, [entry]).findings] == ["known"]
    for entry in (
        replace(known, id="renamed", anchors=(*known.anchors[:1], "other")),
        replace(known, id="renamed", rule="self-conflict"),
    ):
        assert [item.status for item in held(tmp_path, [entry]).findings] == ["new"]


def test_sentences_count_for_more_than_an_id(tmp_path: Path, known: Entry) -> None:
    """The id of a field may by now belong to another one; its figures in their sentences do not."""
    usurper = replace(known, values=("1",), anchors=("x", "y"))
    result = held(tmp_path, [usurper, replace(known, id="renamed")])
    assert [item.status for item in result.findings] == ["known"]
    assert [entry.values for entry in result.resolved] == [("1",)]


def test_two_entries_of_one_finding_accept_what_either_does(tmp_path: Path, known: Entry) -> None:
    parts = [replace(known, id=name, values=(value,)) for name, value in (("x", "58"), ("y", "70"))]
    assert [item.status for item in held(tmp_path, parts).findings] == ["known"]
    assert [item.status for item in held(tmp_path, parts[:1]).findings] == ["widened"]


def test_the_last_day_is_included(tmp_path: Path, known: Entry) -> None:
    for day, status in ((date(2024, 5, 1), "known"), (date(2024, 4, 30), "new")):
        assert [item.status for item in held(tmp_path, [replace(known, expires=day)]).findings] == [status]


def test_a_reason_can_be_asked_for(tmp_path: Path, known: Entry) -> None:
    for entry, status in (
        (known, "new"),
        (replace(known, reason=" "), "new"),
        (replace(known, reason="two counts"), "known"),
        (replace(known, verdict="to-fix"), "known"),
    ):
        found = held(tmp_path, [entry], require_reason=True)
        assert [item.status for item in found.findings] == [status]
    write(tmp_path, {"claimcheck.toml": "require-reason = true\n"})
    done = run("check", tmp_path)
    assert done.returncode == 1 and b"no reason given, so it is new: file formats" in done.stderr
    run("baseline", "update", tmp_path, "--only", known.id, "--reason", "two counts")
    assert run("check", tmp_path).returncode == 0


def test_only_what_was_seen_is_resolved(tmp_path: Path, known: Entry) -> None:
    gone = replace(known, id="gone", anchors=("x", "y"))
    assert [entry.id for entry in held(tmp_path, [gone, known]).resolved] == ["gone"]
    assert held(tmp_path, [gone, known], read=False).resolved == ()
    assert held(tmp_path, [replace(gone, rule="another")]).resolved == ()


def test_what_facts_contradict_is_not_resolved_without_them(tmp_path: Path) -> None:
    facts = '[[fact]]\nabout = "Orvane"\nproperty = "area"\nvalue = 190\nunit = "km²"\n'
    write(tmp_path, {"a.txt": "The city of Orvane covers 910 square kilometres.\n", "facts.toml": facts})
    run("baseline", "create", tmp_path, "--reference", tmp_path / "facts.toml")
    assert [entry.rule for entry in entries_of(tmp_path)] == ["reference-conflict"]
    assert run("check", tmp_path, "--locked").returncode == 0
    assert run("check", tmp_path, "--locked", "--reference", tmp_path / "facts.toml").returncode == 0


def test_cost_is_linear_in_the_number_of_entries() -> None:
    """Fifty thousand entries; with a comparison of all pairs this would take minutes."""
    crowd = [replace(BUSES, id=f"{number:012x}", anchors=(f"{number}",)) for number in range(50_000)]
    scope = Scope(frozenset({BUSES.rule}), {})
    assert len(pruned([], [], crowd, scope).removed) == len(crowd)
    assert len(hold([], [], crowd, scope, Terms(date(2024, 5, 1))).resolved) == len(crowd)


def test_too_unsure_to_be_shown_is_not_gone(tmp_path: Path) -> None:
    folder = shutil.copytree(SAMPLE, tmp_path / "story")
    run("baseline", "create", folder, "--fail-on", "note")
    done = run("check", folder, "--min-confidence", "high", "--locked")
    assert done.returncode == 0 and b"resolved" not in done.stderr


def test_an_update_of_one_finding_leaves_the_others(tmp_path: Path) -> None:
    folder = shutil.copytree(SAMPLE, tmp_path / "story")
    run("baseline", "create", folder)
    entries = entries_of(folder)
    (folder / NAME).write_text(rewritten("", [replace(entries[0], anchors=("x", "y"), id="gone")]))
    done = run("baseline", "update", folder, "--only", entries[1].id, "--reason", "checked")
    assert done.stdout.decode().startswith(f"added    {entries[1].field}")
    assert {entry.id for entry in entries_of(folder)} == {"gone", entries[1].id}
    assert next(entry for entry in entries_of(folder) if entry.id != "gone").verdict == "accepted"
    unknown = run("baseline", "update", folder, "--only", "nothing")
    assert unknown.returncode == 2 and is_one_line(unknown.stderr)


def test_the_beginning_of_an_id_names_a_finding(tmp_path: Path) -> None:
    write(tmp_path, CONFLICT)
    run("baseline", "create", tmp_path)
    (known,) = entries_of(tmp_path)
    done = run("baseline", "update", tmp_path, "--only", known.id[:4], "--reason", "counted")
    assert done.returncode == 0 and [entry.reason for entry in entries_of(tmp_path)] == ["counted"]


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    write(tmp_path, CONFLICT)
    done = run("baseline", "create", tmp_path, "--baseline", "nowhere/known.toml", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr == b"claimcheck: error: nowhere/known.toml: no such folder: nowhere\n"


def test_a_last_day_that_is_over_is_2(tmp_path: Path) -> None:
    write(tmp_path, CONFLICT)
    done = run("baseline", "create", tmp_path, "--expires", "2020-01-01")
    assert done.returncode == 2 and b"2020-01-01 is over" in done.stderr
    assert not (tmp_path / NAME).exists()


def test_a_day_that_is_none_is_2(tmp_path: Path) -> None:
    write(tmp_path, CONFLICT)
    done = run("baseline", "create", tmp_path, "--expires", "soon")
    assert done.returncode == 2 and b"write 2027-01-31" in done.stderr
    assert not (tmp_path / NAME).exists()


@pytest.mark.parametrize("args", [("--select", "update"), ("--ignore", "value-conflict"), ("--sic",)])
def test_a_baseline_sees_what_a_check_with_the_same_options_sees(
    tmp_path: Path, args: tuple[str, ...]
) -> None:
    write(tmp_path, {**CONFLICT, "a.txt": "The archive reads 58 [sic] file formats.\n"})
    assert run("check", tmp_path, *args).returncode == 0
    assert run("baseline", "create", tmp_path, *args).returncode == 0 and entries_of(tmp_path) == ()
    assert run("baseline", "update", tmp_path).stdout.startswith(b"added ")
    assert run("baseline", "update", tmp_path, *args).returncode == 0
    seen = ["value-conflict"] if "--sic" not in args else []
    assert [entry.rule for entry in entries_of(tmp_path)] == seen, "what was left out is not gone"


# --- identity --------------------------------------------------------------------------------------------


def loud(folder: Path) -> dict[str, str]:
    return {
        item.id: item.field_label
        for item in run_line([folder], Options()).findings
        if item.severity != "note"
    }


@pytest.mark.parametrize("sample", ["evacuation", "handbook", "results"])
def test_ids_outlive_edits_elsewhere(tmp_path: Path, sample: str) -> None:
    before = loud(SAMPLE.parent / sample)
    folder = shutil.copytree(SAMPLE.parent / sample, tmp_path / "copy")
    texts = [path for path in folder.rglob("*") if path.is_file() and "CHANGELOG" not in path.name]
    for path in texts:
        head, *rest = path.read_text().split("\n\n")
        path.write_text("\n\n".join([head, "A remark that holds no figure at all.", *rest]))
    assert loud(folder) == before
    for number, path in enumerate(sorted(texts, reverse=True)):
        path.rename(path.with_name(f"{number}-{path.name}"))
    assert loud(folder) == before


# --- merges ----------------------------------------------------------------------------------------------


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_git_merges_any_two_branches_by_union(tmp_path: Path) -> None:
    dice = random.Random(7)
    pool = [_entry(number, dice) for number in range(40)]
    for number in range(12):
        base, ours, theirs = (set(dice.sample(range(40), size)) for size in (5, 3, 4))
        trees = [sorted(base), sorted(base | ours), sorted(base | theirs)]
        texts = [rewritten("", [pool[each] for each in tree]) for tree in trees]
        merged = _merged(tmp_path, number, texts)
        assert {entry.id for entry in parse(merged, Path("x"))} == {
            pool[each].id for each in base | ours | theirs
        }
        assert all(entry in pool for entry in parse(merged, Path("x")))


def _entry(number: int, dice: random.Random) -> Entry:
    """Entries with much in common, as those of one story have."""
    return Entry(
        id=f"{number:012x}",
        rule=dice.choice(["value-conflict", "self-conflict"]),
        field=dice.choice(["people · leave", "buses"]),
        values=dice.choice([("12", "14"), ("58",)]),
        verdict="accepted",
        sources=("a.txt", "b.txt"),
        anchors=(f"{number:010x}",),
    )


def _merged(folder: Path, number: int, texts: list[str]) -> str:
    """What git makes of two descendants of one file."""
    paths = [folder / f"{number}-{name}" for name in ("base", "ours", "theirs")]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text)
    base, ours, theirs = map(str, paths)
    done = subprocess.run(
        ["git", "merge-file", "--union", "-p", ours, base, theirs], capture_output=True, check=True, text=True
    )
    return done.stdout


# --- nothing is lost -------------------------------------------------------------------------------------

WRITER = """
import sys
from pathlib import Path
from claimcheck.baseline.load import parse
from claimcheck.baseline.store import save
path, texts = Path(sys.argv[1]), [Path(name).read_text() for name in sys.argv[2:]]
both = [parse(text, path) for text in texts]
print("go", flush=True)
while True:
    for entries in both:
        save(path, entries)
"""


def many(word: str) -> list[Entry]:
    return [replace(BUSES, id=f"{number:012x}", reason=word * 50) for number in range(200)]


@pytest.mark.skipif(os.name == "nt", reason="signals differ there")
def test_a_writer_killed_at_any_moment_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    texts = [rewritten("", many(word)) for word in ("old ", "new ")]
    for name, text in zip(("old", "new"), texts, strict=True):
        (tmp_path / name).write_text(text)
    path = tmp_path / NAME
    path.write_text(texts[0])
    dice = random.Random(3)
    for _ in range(KILLS):
        command = [sys.executable, "-c", WRITER, str(path), str(tmp_path / "old"), str(tmp_path / "new")]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            assert process.stdout and process.stdout.readline() == b"go\n"
            time.sleep(dice.uniform(0, 0.05))
            process.send_signal(signal.SIGKILL)
        assert path.read_text() in texts
    for left in tmp_path.glob(".*.tmp"):
        os.utime(left, (0, 0))
    store.save(path, [BUSES])
    assert load(path) == (BUSES,)
    assert list(tmp_path.glob(".*.tmp")) == [], "what killed writers left behind is swept away"


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="signals differ there")
def test_an_update_killed_at_any_moment_loses_nothing(tmp_path: Path) -> None:
    write(tmp_path, CONFLICT)
    run("baseline", "create", tmp_path)
    old = (tmp_path / NAME).read_bytes()
    write(tmp_path, {"c.txt": "The archive reads 99 file formats.\n"})
    started = time.monotonic()
    run("baseline", "update", tmp_path)
    whole = time.monotonic() - started
    new = (tmp_path / NAME).read_bytes()
    assert new != old
    dice = random.Random(5)
    for _ in range(KILLS):
        (tmp_path / NAME).write_bytes(old)
        with subprocess.Popen(
            [*COMMAND, "baseline", "update", str(tmp_path), "-q"], stdout=subprocess.DEVNULL
        ) as one:
            time.sleep(dice.uniform(0, whole * 1.1))
            one.send_signal(signal.SIGKILL)
        assert (tmp_path / NAME).read_bytes() in (old, new)
    assert run("baseline", "update", tmp_path).returncode == 0
    assert (tmp_path / NAME).read_bytes() == new
    assert run("check", tmp_path, "--locked").returncode == 0


def test_a_file_keeps_its_mode_and_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.toml", tmp_path / "link.toml"
    store.save(real, [BUSES])
    real.chmod(0o600)
    link.symlink_to(real)
    store.save(link, [FERRY])
    assert link.is_symlink() and load(real) == (FERRY,)
    assert real.stat().st_mode & 0o777 == 0o600


def test_nothing_is_written_where_nothing_changes(tmp_path: Path) -> None:
    path = tmp_path / NAME
    store.save(path, [BUSES])
    os.utime(path, (0, 0))
    store.save(path, [BUSES])
    assert path.stat().st_mtime == 0


@pytest.mark.parametrize("command", ["create", "update", "prune", "show"])
def test_standard_input_is_no_file_that_a_later_run_could_find(command: str, tmp_path: Path) -> None:
    done = run("baseline", command, "-", stdin=b"We saw 12 boats.", cwd=tmp_path)
    assert done.returncode == 2 and b"a baseline is kept for files; '-' is none" in done.stderr
    assert b"standard input" not in run("baseline", command, "--help").stdout


def test_a_folder_that_may_not_be_written_is_named_by_the_baseline(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "/x/.claimcheck-baseline.toml.jxo2ozpx.tmp")

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    done = run("baseline", "create", write(tmp_path, CONFLICT), cwd=tmp_path)
    assert done.returncode == 2
    assert b"claimcheck-baseline.toml: cannot be written: permission denied\n" in done.stderr
    assert b".tmp" not in done.stderr
