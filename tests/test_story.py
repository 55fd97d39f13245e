"""A baseline through its life, with git and the command line only, as somebody would use it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from shell import Result, start, write

BASELINE = "claimcheck-baseline.toml"
FORMATS = "The archive reads {} file formats.\n"
FERRY = "The ferry carried {} passengers when it left the port of Belmar.\n"
BRIDGE = "The bridge of Tessin rests on {} granite pillars.\n"

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


def git(folder: Path, *args: str) -> None:
    identity = ["-c", "user.name=Ana", "-c", "user.email=ana@example.org", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", *identity, *args], cwd=folder, check=True, capture_output=True)


def commit(folder: Path, message: str) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message)


def check(folder: Path, *args: str) -> Result:
    return start("check", *args, cwd=folder)


def remarks(done: Result) -> list[str]:
    return [line.removeprefix("claimcheck: ") for line in done.stderr.decode().splitlines()]


@pytest.fixture(scope="module")
def accepted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two texts that differ, accepted."""
    folder = write(
        tmp_path_factory.mktemp("accepted") / "story",
        {"a.txt": FORMATS.format(58), "b.txt": FORMATS.format(70)},
    )
    git(folder, "init", "--quiet")
    assert check(folder).returncode == 1
    assert start("baseline", "create", cwd=folder).returncode == 0
    commit(folder, "Accept what there is")
    return folder


@pytest.fixture
def repository(accepted: Path, tmp_path: Path) -> Path:
    """A copy of it to work in."""
    return shutil.copytree(accepted, tmp_path / "story")


def test_what_is_accepted_is_held_back_and_said_so_in_one_line(repository: Path) -> None:
    done = check(repository)
    assert done.returncode == 0
    assert remarks(done) == [f"1 known finding held back by {BASELINE}"]
    assert done.stdout.startswith(b"Nothing new, 1 known.\n")
    assert check(repository, "--no-baseline").returncode == 1
    assert start("check", "story/a.txt", "story/b.txt", cwd=repository.parent).returncode == 0


def test_edits_that_change_no_figure_change_nothing(repository: Path) -> None:
    before = (repository / BASELINE).read_bytes()
    more = (
        "A first paragraph that says nothing.\n\n" + FORMATS.format(58) + "\nAnd 12 boats lay in the port.\n"
    )
    write(repository, {"a.txt": more})
    git(repository, "mv", "b.txt", "0-first.txt")
    done = check(repository)
    assert (done.returncode, remarks(done)) == (0, [f"1 known finding held back by {BASELINE}"])
    backwards = check(repository, "a.txt", "0-first.txt")
    assert backwards.returncode == 0
    assert (repository / BASELINE).read_bytes() == before


def test_a_further_source_of_a_known_figure_is_known(repository: Path) -> None:
    write(repository, {"c.txt": FORMATS.format(70)})
    assert check(repository).returncode == 0


def test_a_third_figure_widens_and_is_named(repository: Path) -> None:
    write(repository, {"c.txt": FORMATS.format(99)})
    done = check(repository, "-f", "json")
    assert done.returncode == 1
    (finding,) = json.loads(done.stdout)["findings"]
    assert finding["status"] == "widened"
    assert finding["message"].endswith("Not in the baseline: 99 file formats in c.txt.")
    assert b"widened" in check(repository).stdout
    assert start("baseline", "update", cwd=repository).stdout.startswith(b"widened  ")
    assert check(repository).returncode == 0


def test_what_is_fixed_is_resolved(repository: Path) -> None:
    write(repository, {"b.txt": FORMATS.format(58)})
    done = check(repository)
    assert done.returncode == 0
    (remark,) = remarks(done)
    assert remark.startswith("resolved; `claimcheck baseline prune` takes it out: file formats")
    locked = check(repository, "--locked")
    assert locked.returncode == 1
    assert f"--locked: {BASELINE} holds findings that are gone" in remarks(locked)
    assert start("baseline", "prune", cwd=repository).stdout.startswith(b"removed  ")
    assert check(repository, "--locked").returncode == 0


def test_a_part_of_the_texts_resolves_nothing(repository: Path) -> None:
    done = check(repository, "a.txt", "--locked")
    assert done.returncode == 0 and not any("resolved" in remark for remark in remarks(done))
    start("baseline", "update", "a.txt", cwd=repository)
    assert check(repository, "--locked").returncode == 0
    only = check(repository, "--select", "update", "--locked")
    assert only.returncode == 0 and not any("resolved" in remark for remark in remarks(only))


def test_an_entry_expires(repository: Path) -> None:
    path = repository / BASELINE
    dated = path.read_text().replace(', sources = ["a.txt"', ', expires = 2021-05-01, sources = ["a.txt"')
    path.write_text(dated)
    done = check(repository)
    assert done.returncode == 1
    assert any(remark.startswith("expired, so it is new: file formats") for remark in remarks(done))
    assert start("baseline", "update", cwd=repository).stdout.startswith(b"left     ")
    assert check(repository).returncode == 1, "an update does not renew a promise by itself"
    (id_,) = re.findall(r'id = "(\w+)"', path.read_text())
    start(
        "baseline",
        "update",
        "--only",
        id_,
        "--reason",
        "two counts",
        "--expires",
        "2999-01-01",
        cwd=repository,
    )
    assert check(repository).returncode == 0
    assert "until 2999-01-01" in start("baseline", "show", cwd=repository).stdout.decode()


def test_two_branches_that_each_accept_something_merge(repository: Path) -> None:
    write(repository, {".gitattributes": f"{BASELINE} merge=union\n"})
    commit(repository, "Merge baselines by union")
    for branch, text in (("ferry", FERRY), ("bridge", BRIDGE)):
        git(repository, "switch", "--quiet", "--create", branch, "main")
        write(repository, {f"{branch}-1.txt": text.format(240), f"{branch}-2.txt": text.format(310)})
        assert check(repository).returncode == 1
        assert start("baseline", "update", "--reason", branch, cwd=repository).returncode == 0
        assert check(repository).returncode == 0
        commit(repository, f"Accept the {branch}")
    git(repository, "merge", "--quiet", "--no-edit", "ferry")
    done = check(repository, "--locked")
    assert (done.returncode, remarks(done)) == (0, [f"3 known findings held back by {BASELINE}"])
    assert [
        reason for reason in ("ferry", "bridge") if f'"{reason}"' not in (repository / BASELINE).read_text()
    ] == []


def test_checking_never_writes(repository: Path) -> None:
    write(repository, {"b.txt": FORMATS.format(58), "c.txt": FERRY.format(240), "d.txt": FERRY.format(310)})
    before = {path: path.read_bytes() for path in repository.iterdir() if path.is_file()}
    check(repository, "--locked")
    assert {path: path.read_bytes() for path in repository.iterdir() if path.is_file()} == before


def test_create_leaves_a_file_as_it_is(repository: Path) -> None:
    before = (repository / BASELINE).read_bytes()
    done = start("baseline", "create", cwd=repository)
    assert done.returncode == 2 and b"exists" in done.stderr
    assert (repository / BASELINE).read_bytes() == before
