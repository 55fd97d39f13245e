"""Pipes and devices among the paths of a run: the first are read to their end, the second not at all."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from claimcheck import check
from claimcheck.model import Skipped
from shell import CONFLICT, run, start, write

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")


@pytest.fixture
def story(tmp_path: Path) -> Path:
    return write(tmp_path / "story", CONFLICT)


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    """A named pipe through which the second text comes."""
    path = tmp_path / "pipe.txt"
    os.mkfifo(path)
    threading.Thread(target=path.write_text, args=[CONFLICT["b.txt"]], daemon=True).start()
    return path


def test_a_pipe_is_read_beside_a_file(story: Path, pipe: Path) -> None:
    done = run("check", "a.txt", pipe, "-f", "concise", cwd=story)
    assert done.returncode == 1 and done.stdout.count(b"\n") == 1
    assert f"70 file formats in {pipe}".encode() in done.stdout and b"58 file formats in a.txt" in done.stdout
    assert b"2 sources, 2 numbers" in done.stderr


def test_so_it_is_from_python(story: Path, pipe: Path) -> None:
    assert len(check([story / "a.txt", pipe]).findings) == 1


def test_its_numbers_can_be_explained(story: Path, pipe: Path) -> None:
    assert "“70” is 70" in run("extract", pipe, "--explain", cwd=story).stdout.decode()


@pytest.mark.skipif(not Path("/dev/stdin").exists(), reason="needs /dev/stdin")
def test_standard_input_may_be_named_as_a_file(story: Path) -> None:
    done = start("extract", "/dev/stdin", stdin=CONFLICT["a.txt"].encode(), cwd=story)
    assert b"/dev/stdin\n  1:19" in done.stdout and b"1 source, 1 number, 1 claim." in done.stdout


def test_what_comes_from_standard_input_can_be_explained(story: Path) -> None:
    done = run("extract", "-", "--explain", stdin=CONFLICT["a.txt"].encode(), cwd=story)
    assert "“58” is 58" in done.stdout.decode()


def test_a_pipe_has_the_limit_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)

    def flood() -> None:
        with pytest.raises(BrokenPipeError), path.open("wb") as end:
            end.write(b"58 boats " * 2_000_000)

    writer = threading.Thread(target=flood)
    writer.start()
    done = run("check", path, cwd=tmp_path)
    writer.join()
    assert done.returncode == 2
    assert f"nothing to read ({path}: larger than 10 MB; max-size allows more)".encode() in done.stderr


def test_in_a_folder_a_pipe_and_a_device_are_skipped(story: Path) -> None:
    os.mkfifo(story / "c.txt")
    os.mkfifo(story / "c.log")
    (story / "d.txt").symlink_to(os.devnull)
    assert check(story).skipped == (
        Skipped("c.txt", "a pipe, not a file"),
        Skipped("d.txt", "a device, not a file"),
    )


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs /dev/zero")
def test_a_device_without_an_end_is_refused(story: Path) -> None:
    done = start("check", "/dev/zero", cwd=story)
    assert done.returncode == 2
    assert done.stderr == b"claimcheck: error: nothing to read (/dev/zero: a device, not a file)\n"


def test_a_pipe_is_not_watched(story: Path, pipe: Path) -> None:
    done = run("check", "a.txt", pipe, "--watch", cwd=story)
    assert done.returncode == 2 and b"does not change" in done.stderr
    pipe.read_text()  # lets the writer go


def test_a_pipe_alone_may_stand_beside_a_revision(story: Path, pipe: Path) -> None:
    done = run("check", pipe, "--diff", "HEAD", cwd=story)
    assert b"AttributeError" not in done.stderr and b"commonpath" not in done.stderr
