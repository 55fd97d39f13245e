"""Work in a copy of the process, with limits of time and memory; files that are traps."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
import writers

from claimcheck import apart, check
from claimcheck.config import Options
from claimcheck.model import Skipped

linux = pytest.mark.skipif(sys.platform != "linux", reason="no other system can limit a process")
FORM = (
    b"<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Length 60"
    b" /Resources << /XObject << /X %d 0 R >> >> >>\nstream\n" + b"/X Do " * 10 + b"\nendstream"
)


def nested_forms() -> bytes:
    """A page that draws a form, which draws another ten times, which draws a third ten times, and so on."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources %s >>"
    return writers.assembled([
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page % b"<< /XObject << /X 5 0 R >> >>",
        b"<< /Length 6 >>\nstream\n/X Do \nendstream",
        *(FORM % (6 + number) for number in range(20)),
        FORM % 5,
    ])  # fmt: skip


def test_the_answer_comes_back() -> None:
    assert apart.limited(lambda: b"x" * 3_000_000, 20) == b"x" * 3_000_000


def test_an_error_is_raised_here() -> None:
    with pytest.raises(ZeroDivisionError):
        apart.limited(lambda: bytes(1 // 0), 20)


@linux
def test_work_without_end_is_ended() -> None:
    def endless() -> bytes:
        while True:
            pass

    with pytest.raises(apart.TooMuchError, match="more than 1 seconds"):
        apart.limited(endless, 1)


@linux
def test_work_ends_with_the_process_that_waits_for_it() -> None:
    program = (
        "import os, time\nfrom claimcheck import apart\n"
        "apart.limited(lambda: (os.write(1, b'%d ' % os.getpid()), time.sleep(60))[1], 60)"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        copy = int(process.stdout.read(2) + process.stdout.peek().split()[0])
        process.kill()
    status = Path(f"/proc/{copy}/stat")
    for _ in range(100):
        if not status.exists() or ") Z " in status.read_text():
            return
        time.sleep(0.05)
    pytest.fail("the copy goes on")


@linux
def test_memory_without_end_is_refused() -> None:
    with pytest.raises(apart.TooMuchError, match="2 GB of memory"):
        apart.limited(lambda: bytes(3 << 30), 20)


@linux
@pytest.mark.slow
def test_forms_within_forms_are_no_way_to_stop_a_run(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("We sent 40 boats.")
    (tmp_path / "b.pdf").write_bytes(nested_forms())  # four thousand bytes
    report = check(tmp_path)
    assert [document.source for document in report.documents] == ["a.txt"]
    (skipped,) = report.skipped
    assert skipped.source == "b.pdf" and "memory" in skipped.reason


@pytest.mark.parametrize(
    ("name", "size", "most"), [("a.txt", 10, 10), ("a.md", 10, 10), ("a.html", 32, 32), ("a.pdf", 128, 128)]
)
def test_large_files_are_named_and_never_opened(tmp_path: Path, name: str, size: int, most: int) -> None:
    with (tmp_path / name).open("wb") as file:
        file.truncate((size << 20) + 1)
    assert check(tmp_path).skipped == (Skipped(name, f"larger than {most} MB; max-size allows more"),)
    (found,) = check(tmp_path, Options(max_size=size + 1)).skipped
    assert "larger" not in found.reason


def test_a_small_limit_holds_for_what_is_piped_in() -> None:
    text = {"a.txt": "The boats lay in the harbour. " * 60_000}
    assert check(text).skipped == ()
    assert check(text, Options(max_size=1)).skipped == (
        Skipped("a.txt", "larger than 1 MB; max-size allows more"),
    )
