"""check --watch: what is new after a change, what is gone, and nothing without one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

import pytest

import reports
from claimcheck.cli.watch import gone
from shell import COMMAND, CONFLICT, is_one_line, run, write

PATIENCE = 60.0  # seconds for a line
FIRST = "The archive reads 58 file formats.\n"
BOATS = ("And the harbour has 12 boats.\n", "And the harbour has 14 boats.\n")


class Watched:
    """A running command and what it has said, both streams in one."""

    def __init__(self, folder: Path, *args: str) -> None:
        command = [*COMMAND, "check", "story", "--watch", "--isolated", "-f", "concise", *args]
        self.process = subprocess.Popen(
            command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, bufsize=1
        )
        self.lines: Queue[str] = Queue()
        Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        for line in self.process.stdout or ():
            self.lines.put(line)

    def until(self, words: str) -> list[str]:
        """The lines up to one that holds these words."""
        found: list[str] = []
        try:
            while not found or words not in found[-1]:
                found.append(self.lines.get(timeout=PATIENCE))
        except Empty:
            raise AssertionError((words, found)) from None
        return found


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    pytest.importorskip("watchfiles")
    write(tmp_path / "story", {"a.txt": FIRST + BOATS[0], "b.txt": FIRST})
    running = Watched(tmp_path, "-o", "html:story/page.html")
    yield running
    running.process.kill()
    running.process.wait()


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="needs signals")
def test_a_change_shows_what_is_new_and_the_next_what_is_gone(watched: Watched, tmp_path: Path) -> None:
    assert not [line for line in watched.until("watching") if "value-conflict" in line]
    write(tmp_path / "story", {"b.txt": CONFLICT["b.txt"]})
    assert "changed: story" in watched.until("changed")[-1]
    assert "70 file formats" in watched.until("value-conflict")[-1]
    watched.until("compared")
    write(tmp_path / "story", {"c.txt": BOATS[1]})
    again = watched.until("compared")
    assert not [line for line in again if "58 file formats" in line and "value-conflict" in line]
    assert (tmp_path / "story" / "page.html").read_text().count("<article") >= 1
    write(tmp_path / "story", {"b.txt": FIRST})
    assert "formats" in watched.until("gone: ")[-1]
    watched.process.send_signal(signal.SIGINT)
    assert watched.process.wait(PATIENCE) == 130


def test_what_is_gone() -> None:
    before, after = reports.conflict(), reports.clean()
    assert [finding.id for finding in gone(before, after)] == ["f00d"]
    assert gone(before, before) == gone(after, before) == []


def test_standard_input_cannot_be_watched() -> None:
    done = run("check", "-", "--watch", stdin=b"58 ships")
    assert done.returncode == 2 and b"standard input does not change" in done.stderr


def test_without_the_library_one_line_says_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "story", CONFLICT)
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    done = run("check", "story", "--watch", cwd=tmp_path)
    assert done.returncode == 2 and done.stdout == b"" and is_one_line(done.stderr)
    assert b"`bash scripts/setup watch`" in done.stderr
