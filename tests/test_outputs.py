"""Files that a command writes: whole or not at all, with the mode and the links that people gave them."""

from __future__ import annotations

import errno
import os
import subprocess
import threading
from pathlib import Path

import pytest

from claimcheck.cli import put as writing
from claimcheck.cli.put import put
from shell import COMMAND, CONFLICT, is_one_line, run, write


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("args", [("check", "-o", "csv:/dev/full"), ("report", "-o", "/dev/full")])
def test_a_full_disk_is_named_in_one_line(tmp_path: Path, args: tuple[str, ...]) -> None:
    done = run(*args, cwd=write(tmp_path, CONFLICT))
    assert done.returncode == 2
    assert done.stderr == b"claimcheck: error: /dev/full: No space left on device\n"


def test_a_disk_that_fills_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is full when the last of the new file is to be written."""
    (tmp_path / "report").write_text("old")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match=r"No space left on device: .*report") as error:
        put(tmp_path / "report", b"new")
    assert error.value.filename == str(tmp_path / "report")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("report", "old")]


def test_a_limit_of_the_system_leaves_the_old_file(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    write(tmp_path, CONFLICT)
    run("check", "-o", "json:report.json", cwd=tmp_path)
    before = (tmp_path / "report.json").read_bytes()
    assert len(before) > 100
    import signal
    import subprocess
    import sys

    def tight() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

    command = [sys.executable, "-m", "claimcheck", "check", "--no-cache", "-o", "json:report.json"]
    done = subprocess.run(command, cwd=tmp_path, preexec_fn=tight, capture_output=True)
    assert done.returncode == 2 and done.stderr == b"claimcheck: error: report.json: File too large\n"
    assert {path.name for path in tmp_path.iterdir()} == {*CONFLICT, "report.json"}
    assert (tmp_path / "report.json").read_bytes() == before


@pytest.mark.skipif(os.name == "nt", reason="modes and links differ there")
def test_a_file_keeps_its_mode_and_a_link_its_target(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        put(tmp_path / "new", b"1")
    finally:
        os.umask(old)
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o640
    (tmp_path / "new").chmod(0o604)
    (tmp_path / "link").symlink_to("new")
    put(tmp_path / "link", b"2")
    assert (tmp_path / "link").is_symlink() and (tmp_path / "new").read_bytes() == b"2"
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o604
    (tmp_path / "dangling").symlink_to("later")
    put(tmp_path / "dangling", b"3")
    assert (tmp_path / "later").read_bytes() == b"3"


def test_a_file_in_a_folder_that_takes_no_other_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "report").write_text("old")

    def refused(*_: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(writing.os, "open", refused)
    put(tmp_path / "report", b"new")
    assert (tmp_path / "report").read_bytes() == b"new"
    with pytest.raises(PermissionError, match="other"):
        put(tmp_path / "other", b"new")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    found: list[bytes] = []
    reader = threading.Thread(target=lambda: found.append((tmp_path / "pipe").read_bytes()))
    reader.start()
    put(tmp_path / "pipe", b"all of it")
    reader.join()
    assert found == [b"all of it"]


def test_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    done = run("check", "-o", f"csv:{tmp_path / 'there'}", cwd=write(tmp_path, CONFLICT))
    assert (
        done.returncode == 2
        and is_one_line(done.stderr)
        and b"there is a folder; name a file in it" in done.stderr
    )


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="needs /dev/stdout")
@pytest.mark.parametrize("mode", ["ab", "r+b"])
def test_a_log_behind_standard_output_goes_on(tmp_path: Path, mode: str) -> None:
    (tmp_path / "log").write_bytes(b"before\n")
    with (tmp_path / "log").open(mode) as log:
        log.seek(0, os.SEEK_END)
        command = [*COMMAND, "check", "--fail-on", "never", "-q", "-o", "csv:/dev/stdout"]
        subprocess.run(command, cwd=write(tmp_path / "texts", CONFLICT), stdout=log, check=True)
    assert (tmp_path / "log").read_bytes().startswith(b"before\n")
    assert b"\nfinding,rule,status," in (tmp_path / "log").read_bytes()
