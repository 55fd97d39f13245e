"""What a stranger to the command line meets: closed streams, names that clash, options that contradict each other."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from shell import COMMAND, CONFLICT, ROOT, is_one_line, run, write


@pytest.fixture
def story(tmp_path: Path) -> Path:
    return write(tmp_path / "story", CONFLICT)


@pytest.mark.skipif(os.name != "posix", reason="needs a shell")
@pytest.mark.parametrize("command", ["check", "extract", "extract --explain", "fields", "report"])
def test_a_closed_standard_input_is_2(story: Path, command: str) -> None:
    line = shlex.join([*COMMAND, *command.split(), "-"])
    done = subprocess.run(["sh", "-c", f"{line} <&-"], capture_output=True, timeout=60, cwd=story)
    assert done.returncode == 2 and done.stderr == b"claimcheck: error: standard input: is closed\n"


@pytest.mark.skipif(os.name != "posix", reason="needs a shell")
@pytest.mark.parametrize("closed", ["2>&-", "<&- 2>&-"])
def test_errors_of_usage_never_go_to_standard_output(story: Path, closed: str) -> None:
    line = shlex.join([*COMMAND, "check", str(story), "--nosuch"])
    done = subprocess.run(["sh", "-c", f"{line} {closed}"], stdout=subprocess.PIPE, timeout=60)
    assert (done.returncode, done.stdout) == (2, b"")


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="looks at open files")
def test_no_file_of_ours_takes_the_place_of_a_closed_stream(tmp_path: Path) -> None:
    program = "from claimcheck.__main__ import _occupy as o; o(); import os; print(*map(os.readlink, "
    program += "(f'/proc/self/fd/{number}' for number in (0, 2))))"
    line = shlex.join([sys.executable, "-c", program])
    done = subprocess.run(["sh", "-c", f"{line} <&- 2>&-"], stdout=subprocess.PIPE, timeout=60)
    assert done.stdout == b"/dev/null /dev/null\n"


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("check", "--isolated", "--config", "x.toml"), "--isolated reads no configuration"),
        (("check", "--baseline", "x.toml", "--no-baseline"), "--no-baseline leaves it aside"),
        (("check", "--locked", "--no-baseline"), "--no-baseline leaves it aside"),
        (("check", "--select", "update", "--ignore", "update"), "no rule is left to apply"),
        (("extract", "--explain", "--noun", "boat"), "--explain shows every number"),
        (("extract", "--explain", "--kind", "money"), "--explain shows every number"),
    ],
)
def test_options_of_which_one_makes_the_other_pointless_are_2(
    story: Path, args: tuple[str, ...], words: str
) -> None:
    done = run(*args, cwd=story)
    assert (done.returncode, done.stdout) == (2, b"") and words in done.stderr.decode()


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("check", "-j", "x"), "Invalid value for --jobs: 'x' is no whole number from 0 on\n"),
        (("check", "-j", "-3"), "Invalid value for --jobs: '-3' is no whole number from 0 on\n"),
        (("check", "--explain", ""), "error: an empty id names no finding"),
        (("check", "-o", "json:."), "error: . is a folder; name a file in it\n"),
        (("report", "-o", "."), "error: . is a folder; name a file in it\n"),
        (("baseline", "update", "--only", ""), "error: an empty id names no finding"),
    ],
)
def test_what_is_wrong_is_said_in_our_words(story: Path, args: tuple[str, ...], words: str) -> None:
    run("baseline", "create", cwd=story)
    done = run(*args, cwd=story)
    assert (done.returncode, done.stdout) == (2, b"") and words in done.stderr.decode()


def test_a_path_that_may_not_be_read_is_named(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    may = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path).name != "b.txt" and may(path, mode))
    done = run("check", "a.txt", "b.txt", cwd=story)
    assert (done.returncode, done.stderr) == (2, b"claimcheck: error: b.txt: permission denied\n")


def test_what_is_skipped_is_named_as_findings_are(story: Path) -> None:
    (story / "c.txt").write_bytes(b"\0\1")
    below, elsewhere = f"{story.name}/c.txt", f"{story}/c.txt"
    for folder, cwd, shown in (
        (story.name, story.parent, below),
        (story, story.parent, below),
        (story, ROOT, elsewhere),
    ):
        done = run("check", folder, "-f", "concise", cwd=cwd)
        assert done.stdout.startswith(shown.replace("c.txt", "a.txt:").encode())
        assert f"claimcheck: skipped {shown}: binary".encode() in done.stderr
    alone = run("check", f"{story.name}/c.txt", cwd=story.parent)
    assert f"nothing to read ({story.name}/c.txt: binary".encode() in alone.stderr


@pytest.mark.skipif(os.name != "posix", reason="needs links")
def test_a_link_that_leads_nowhere_is_named(story: Path) -> None:
    (story / "c.txt").symlink_to("gone.txt")
    (story / "c.log").symlink_to("gone.log")  # would not be read
    (story / "folder.txt").symlink_to(story.parent)  # links to folders are not followed
    done = run("check", cwd=story)
    assert done.returncode == 1 and b"skipped c.txt: a link that leads nowhere\n" in done.stderr
    assert done.stderr.count(b"skipped ") == 1
    assert run("check", "--strict", "--fail-on", "never", cwd=story).returncode == 2
    assert b"(c.txt: a link that leads nowhere)" in run("check", "c.txt", cwd=story).stderr


@pytest.mark.parametrize("where", ["beside", "above"])
@pytest.mark.parametrize("paths", [(".",), ("a.txt", "b.txt")])
def test_standard_input_is_read_instead_of_the_file_that_it_is_named_after(
    story: Path, where: str, paths: tuple[str, ...]
) -> None:
    """As an editor sends what it has not saved yet."""
    folder = "" if where == "beside" else f"{story.name}/"
    cwd = story if where == "beside" else story.parent
    files = [f"{folder}{path}" for path in paths]
    stdin = b"Note well: it is the archive that reads 90 file formats.\n"
    args = ("-", *files, "--stdin-filename", f"{folder}a.txt")
    claims = run("extract", *args, "-f", "jsonl", stdin=stdin, cwd=cwd).stdout.splitlines()
    found = [(claim["source"], claim["text"]) for claim in map(json.loads, claims)]
    assert found == [("a.txt", "90 file formats"), ("b.txt", "70 file formats")]
    done = run("check", *args, "-f", "concise", stdin=stdin, cwd=cwd)
    assert done.returncode == 1 and f"{folder}a.txt:1:".encode() in done.stdout
    assert "reads 90 file formats”" in done.stdout.decode() and b"58" not in done.stdout
    explained = run("extract", *args, "--explain", stdin=stdin, cwd=cwd).stdout
    assert b"90" in explained and b"58" not in explained


def test_a_name_that_another_text_has_is_2(story: Path) -> None:
    for args in (("--stdin-filename", "a.txt"), ()):
        write(story, {"stdin.txt": "We saw 12 boats.\n"})
        done = run("check", "-", story.name, *args, stdin=b"We saw 12 boats.\n", cwd=story.parent)
        assert done.returncode == 2 and is_one_line(done.stderr) and b"--stdin-filename" in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere all names are UTF-8")
def test_two_files_are_never_taken_for_one(tmp_path: Path) -> None:
    for name, text in ((b"\xff.txt", "We saw 12 boats.\n"), (rb"\xff.txt", "We saw 99 cows.\n")):
        (tmp_path / os.fsdecode(name)).write_text(text)
    done = run("extract", tmp_path, "-f", "jsonl")
    assert len(done.stdout.splitlines()) == 1
    assert b"another file of the run is shown under this name" in done.stderr
