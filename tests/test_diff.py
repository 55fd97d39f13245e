"""`check --diff REV`: only what is new since a revision fails, and the repository is left as it was."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
from pathlib import Path

import pytest

from shell import Result, is_one_line, run, write

FORMATS_A = "The archive reads 58 file formats.\n"
FORMATS_B = "The archive reads 70 file formats.\n"
EIGHT = "Eight helicopters flew to the coast.\n"
SIX = "Six helicopters flew to the coast.\n"
IDENTITY = {
    f"GIT_{who}_{what}": "t@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
}
ALONE = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


def git(folder: Path, *args: str, stdin: bytes = b"") -> str:
    done = subprocess.run(
        ["git", "-C", folder, *args], input=stdin, capture_output=True, env=os.environ | IDENTITY | ALONE
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.decode().strip()


def commit(folder: Path) -> str:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "more")
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """A repository whose two texts conflict already."""
    folder = write(tmp_path / "repo", {})
    git(folder, "init", "-q", "-b", "main")
    write(folder / "docs", {"a.md": FORMATS_A + EIGHT})
    write(folder, {"b.md": FORMATS_B})
    commit(folder)
    return folder


def check(folder: Path, *args: str | Path, **env: str) -> Result:
    return run("check", *args, "-f", "concise", cwd=folder, **ALONE, **env)


def state(repo: Path) -> dict[str, str]:
    """Every file of the repository and of its checkout, as hashes."""
    files = (path for path in repo.rglob("*") if path.is_file())
    return {str(path): hashlib.sha1(path.read_bytes()).hexdigest() for path in files}


# --- what is new -----------------------------------------------------------------------------------------


def test_what_was_there_before_does_not_fail(repo: Path) -> None:
    assert check(repo).returncode == 1
    done = check(repo, "--diff", "HEAD")
    assert done.returncode == 0 and b"1 finding held back: the same at HEAD" in done.stderr


def test_a_new_conflict_fails_and_stands_alone(repo: Path) -> None:
    write(repo, {"c.md": SIX})  # not even added
    done = check(repo, "--diff", "HEAD")
    assert done.returncode == 1
    assert done.stdout.count(b"value-conflict") == 1 and b"helicopters" in done.stdout


def test_a_new_value_of_an_old_conflict_fails_and_is_named(repo: Path) -> None:
    write(repo, {"c.md": "The archive reads 90 file formats.\n"})
    done = check(repo, "--diff", "HEAD")
    assert done.returncode == 1 and b"Not at HEAD: 90 file formats in c.md." in done.stdout


def test_a_conflict_that_is_mended_or_moved_is_none(repo: Path) -> None:
    (repo / "b.md").rename(repo / "renamed.md")
    text = (repo / "docs/a.md").read_text()
    (repo / "docs/a.md").write_text("A paragraph more.\n\n" + text)
    assert check(repo, "--diff", "HEAD").returncode == 0
    (repo / "renamed.md").write_text(FORMATS_A)
    assert check(repo, "--diff", "HEAD").returncode == 0


def test_an_older_revision_and_where_a_branch_began(repo: Path) -> None:
    first = git(repo, "rev-parse", "HEAD")
    git(repo, "switch", "-q", "-c", "topic")
    write(repo, {"c.md": SIX})
    commit(repo)
    git(repo, "switch", "-q", "main")
    write(repo, {"d.md": SIX})
    commit(repo)
    git(repo, "switch", "-q", "topic")
    assert check(repo, "--diff", "HEAD").returncode == 0
    for revision in (first, "HEAD~1", "main..."):
        assert check(repo, "--diff", revision).returncode == 1, revision
    assert check(repo, "--diff", "main").returncode == 0  # there it is in d.md


def test_paths_that_the_revision_lacks(repo: Path) -> None:
    write(repo / "new", {"c.md": SIX})
    assert check(repo, "new", "docs", "--diff", "HEAD").returncode == 1
    assert check(repo, "new/c.md", "docs/a.md", "--diff", "HEAD").returncode == 1
    assert check(repo, "new", "--diff", "HEAD").returncode == 0


def test_the_same_from_anywhere(repo: Path, tmp_path: Path) -> None:
    write(repo / "docs", {"c.md": SIX})
    assert check(repo / "docs", "--diff", "HEAD").stdout.count(b"\n") == 1
    assert check(tmp_path, repo, "--diff", "HEAD").stdout.count(b"\n") == 1
    (tmp_path / "link").symlink_to(repo, target_is_directory=True)
    assert check(tmp_path / "link", ".", "--diff", "HEAD").stdout.count(b"\n") == 1
    assert check(tmp_path, "link/docs", "--diff", "HEAD").stdout.count(b"\n") == 1


def test_ignored_files_and_globs_hold_for_both(repo: Path) -> None:
    write(repo, {".gitignore": "kept.md\n", "kept.md": SIX})
    git(repo, "add", "-f", "kept.md")
    commit(repo)
    assert check(repo, "--diff", "HEAD").returncode == 0
    assert check(repo, "--no-gitignore", "--diff", "HEAD").returncode == 0
    (repo / ".gitignore").unlink()
    assert check(repo, "--diff", "HEAD").returncode == 1
    assert check(repo, "--exclude", "kept.md", "--diff", "HEAD").returncode == 0


def test_a_baseline_holds_back_as_well(repo: Path) -> None:
    write(repo, {"c.md": SIX})
    assert run("baseline", "create", cwd=repo).returncode == 0
    assert check(repo, "--diff", "HEAD").returncode == 0
    write(repo, {"d.md": "Nine helicopters flew to the coast.\n"})
    assert check(repo, "--diff", "HEAD").returncode == 1


def test_findings_stand_in_what_has_changed(repo: Path) -> None:
    write(repo, {"b.md": FORMATS_B + SIX})
    done = run("check", "-f", "sarif", "--diff", "HEAD", cwd=repo, **ALONE)
    results = json.loads(done.stdout)["runs"][0]["results"]
    places = [each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for each in results]
    assert sorted(each["baselineState"] for each in results) == ["new", "unchanged"]
    assert set(places) == {"b.md"}


# --- the repository --------------------------------------------------------------------------------------


def test_nothing_of_the_repository_changes(repo: Path) -> None:
    write(repo, {"c.md": SIX, "b.md": FORMATS_B + "\n"})
    git(repo, "add", "b.md")
    before = state(repo)
    check(repo, "--diff", "HEAD")
    assert state(repo) == before


def test_hooks_of_git_lead_nowhere_else(repo: Path, tmp_path: Path) -> None:
    other = write(tmp_path / "other", {})
    git(other, "init", "-q")
    assert (
        check(repo, "--diff", "HEAD", GIT_DIR=str(other / ".git"), GIT_WORK_TREE=str(other)).returncode == 0
    )


def test_names_that_lead_out_of_the_tree_are_left(repo: Path) -> None:
    blob = git(repo, "hash-object", "-w", "--stdin", stdin=SIX.encode())
    entries = b"".join(
        b"100644 " + name + b"\0" + bytes.fromhex(blob)
        for name in (b"../out.md", b"/tmp/out.md", b".git/out.md")
    )
    tree = git(repo, "hash-object", "-w", "-t", "tree", "--literally", "--stdin", stdin=entries)
    evil = git(repo, "commit-tree", "-m", "evil", tree)
    assert check(repo, "--diff", evil).returncode == 1
    assert not Path("/tmp/out.md").exists() and not (repo / ".git" / "out.md").exists()


# --- what cannot be read ---------------------------------------------------------------------------------


@pytest.mark.parametrize("revision", ["nowhere", "nowhere...", "--help", "", "HEAD:b.md"])
def test_no_revision_is_2(repo: Path, revision: str) -> None:
    done = check(repo, f"--diff={revision}")
    assert done.returncode == 2 and is_one_line(done.stderr) and done.stdout == b""
    assert b"is no revision" in done.stderr


def test_a_shallow_clone_says_what_to_do(repo: Path, tmp_path: Path) -> None:
    write(repo, {"c.md": SIX})
    commit(repo)
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repo}", "shallow")
    done = check(tmp_path / "shallow", "--diff", "HEAD~1")
    assert done.returncode == 2 and is_one_line(done.stderr) and b"fetch-depth: 0" in done.stderr


def test_no_repository_is_2(tmp_path: Path) -> None:
    done = check(
        write(tmp_path, {"a.txt": SIX}), "--diff", "HEAD", GIT_CEILING_DIRECTORIES=str(tmp_path.parent)
    )
    assert done.returncode == 2 and is_one_line(done.stderr) and b"not a git repository" in done.stderr


def test_no_git_is_2(repo: Path, tmp_path: Path) -> None:
    done = check(repo, "--diff", "HEAD", PATH=str(tmp_path))
    assert done.returncode == 2 and is_one_line(done.stderr) and b"git is not installed" in done.stderr
