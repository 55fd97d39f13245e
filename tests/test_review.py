"""A review at a terminal, key by key."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from claimcheck.baseline.entry import Entry
from claimcheck.baseline.load import load
from claimcheck.cli.triage import stats
from shell import CONFLICT, SAMPLE, is_one_line, run, write

pytest.importorskip("pty")
from terminal import at_terminal

NAME = "claimcheck-baseline.toml"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    return shutil.copytree(SAMPLE, tmp_path / "story")


def entries(folder: Path) -> dict[str, Entry]:
    return {entry.id: entry for entry in load(folder / NAME)}


def shown(screen: str) -> list[str]:
    """The ids of the findings in the order in which they were shown."""
    heads = (line for line in screen.splitlines() if line[:1].isdigit() and line.rstrip().endswith("]"))
    return [line[line.rindex("[") + 1 : line.rindex("]")] for line in heads]


def test_answers_are_saved_at_once_and_the_next_review_goes_on(story: Path) -> None:
    keys = ["r", "two counts\r", "y", "f", "e", "2999-12-31\r", "t", "q"]
    code, screen = at_terminal(["review"], keys, story)
    first, second, third, fourth = shown(screen)
    found = entries(story)
    assert (code, list(found)) == (0, [each.id for each in load(story / NAME)])
    assert (found[first].verdict, found[first].reason) == ("accepted", "two counts")
    assert (found[second].verdict, found[second].expires) == ("false-positive", None)
    assert (found[third].verdict, str(found[third].expires)) == ("to-fix", "2999-12-31")
    assert fourth not in found
    assert "3 of " in screen and "[y] accept  [f] false positive" in screen
    assert shown(at_terminal(["review"], ["q"], story)[1]) == [fourth]
    assert shown(at_terminal(["review", "--all"], ["q"], story)[1]) == [first]


def test_back_skip_and_keys_that_mean_nothing(story: Path) -> None:
    code, screen = at_terminal(["review"], ["b", "s", "x", "\x1b[A", "y", "b", "f", "q"], story)
    first, again, second, third, back, on = shown(screen)
    assert code == 0 and first == again and back == second and on == third
    assert {id_: entry.verdict for id_, entry in entries(story).items()} == {second: "false-positive"}
    assert "1 of " in screen


def test_typing_ahead_is_no_harm(story: Path) -> None:
    _, screen = at_terminal(["review"], ["syq"], story)
    assert list(entries(story)) == [shown(screen)[1]]


def test_quotations_stand_beside_each_other_with_their_numbers_marked(tmp_path: Path) -> None:
    write(tmp_path, CONFLICT)
    _, screen = at_terminal(["review", "--color", "never"], ["q"], tmp_path)
    line = next(line for line in screen.splitlines() if "a.txt:1:19" in line)
    assert "b.txt:1:19" in line
    assert "[58 file" in screen and "Why: same words around the number" in screen
    narrow = at_terminal(["review", "--color", "never"], ["q"], tmp_path, COLUMNS="50")[1]
    assert not any("a.txt:1:19" in line and "b.txt:1:19" in line for line in narrow.splitlines())
    assert max(map(len, narrow.split("[y]")[0].splitlines())) <= 50


def test_a_copy_is_named_and_not_quoted_again(story: Path) -> None:
    _, screen = at_terminal(["review", "--color", "never"], ["s", "q"], story)
    second = screen.split("2/7")[1]
    assert "copied in blog.txt:9:105" in second and second.count("[nearly 38,000 people]") == 1
    assert "\n0 of 7 findings answered.\n" in screen


def test_what_was_accepted_unseen_is_open(tmp_path: Path) -> None:
    write(tmp_path, CONFLICT)
    run("baseline", "create", tmp_path)
    _, screen = at_terminal(["review"], ["y"], tmp_path)
    assert "held back, but not judged" in screen
    assert at_terminal(["review"], [], tmp_path) == (0, "Nothing to review.\n")
    write(tmp_path, {"c.txt": "The archive reads 99 file formats.\n"})
    assert "widened" in at_terminal(["review"], ["q"], tmp_path)[1]
    assert run("check", tmp_path).returncode == 1
    at_terminal(["review"], ["t"], tmp_path)
    assert run("check", tmp_path).returncode == 0


def test_a_reason_is_asked_for_where_the_configuration_wants_one(tmp_path: Path) -> None:
    write(tmp_path, {**CONFLICT, "claimcheck.toml": "require-reason = true\n"})
    _, screen = at_terminal(["review"], ["y", "\r", "y", "two counts\r"], tmp_path)
    assert "reason (asked for by the configuration): " in screen
    assert [entry.reason for entry in load(tmp_path / NAME)] == ["two counts"]


def test_a_day_that_is_none_is_no_answer(tmp_path: Path) -> None:
    write(tmp_path, CONFLICT)
    _, screen = at_terminal(["review"], ["e", "soon\r", "y"], tmp_path)
    assert "no such day" in screen
    assert [entry.expires for entry in load(tmp_path / NAME)] == [None]


def test_comments_of_others_survive_a_review(tmp_path: Path) -> None:
    write(tmp_path, CONFLICT)
    run("baseline", "create", tmp_path)
    path = tmp_path / NAME
    path.write_text(path.read_text().replace("  { field", "  # ask the archivist\n  { owner = 'Ana', field"))
    at_terminal(["review"], ["f"], tmp_path)
    assert "  # ask the archivist\n" in path.read_text() and 'owner = "Ana"' in path.read_text()


def test_interrupting_keeps_what_was_said(story: Path) -> None:
    code, screen = at_terminal(["review"], ["y", "\x03"], story)
    assert code == 130 and "Traceback" not in screen
    assert list(entries(story)) == shown(screen)[:1]


def test_without_a_terminal_it_is_2(tmp_path: Path) -> None:
    write(tmp_path, CONFLICT)
    done = run("review", tmp_path)
    assert done.returncode == 2 and is_one_line(done.stderr) and b"needs a terminal" in done.stderr
    assert not (tmp_path / NAME).exists()


def test_statistics_give_the_share_of_right_findings_by_rule(story: Path) -> None:
    made = [
        Entry(id="a", rule="update", verdict="false-positive"),
        Entry(id="b", rule="value-conflict", verdict="accepted"),
        Entry(id="c", rule="value-conflict", verdict="to-fix"),
        Entry(id="d", rule="value-conflict", verdict="false-positive"),
        Entry(id="e", rule="value-conflict"),
    ]
    lines = [line.split() for line in stats.table(made).splitlines()]
    assert lines[1:] == [
        ["update", "1", "0", "0", "1", "0%"],
        ["value-conflict", "3", "1", "1", "1", "67%"],
        ["all", "4", "1", "1", "2", "50%"],
        ["1", "held", "back,", "but", "not", "judged"],
    ]
    at_terminal(["review"], ["y", "q"], story)
    done = run("review", "--stats", story)
    assert done.returncode == 0 and b"100%" in done.stdout
