"""Several processes: the same bytes as one, an end when one is lost or interrupted, and a bar for who waits."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from claimcheck import jobs
from claimcheck.cli import bar
from claimcheck.cli.ends import orderly
from claimcheck.config import Options
from claimcheck.pipeline import Means
from claimcheck.pipeline import run as check
from claimcheck.report import FORMATS
from claimcheck.report.look import Look
from shell import COMMAND, ROOT, SAMPLE

SENTENCE = "The archive of the harbour reads {} file formats, and 12 clerks keep about 340 maps. "


@pytest.fixture
def heap(tmp_path: Path) -> Path:
    """A folder that takes some seconds."""
    for number in range(60):
        text = "\n\n".join(SENTENCE.format(number * 200 + line) for line in range(140))
        (tmp_path / f"{number:02}.txt").write_text(text)
    return tmp_path


def test_several_processes_give_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimcheck.reading.gather.PAYS", 1000)
    one, two = (check([SAMPLE.parent], Options(), means=Means(jobs=number)) for number in (1, 2))
    for view, formats in FORMATS.items():
        for name, text in formats.items():
            assert text(one, Look()) == text(two, Look()), (view, name)


def test_results_come_in_the_order_of_the_items() -> None:
    assert list(jobs.fan(abs, range(-50, 0), 2)) == list(range(50, 0, -1))
    assert list(jobs.fan(abs, [], 2)) == []


def test_an_error_of_a_process_is_an_error_here() -> None:
    with pytest.raises(ZeroDivisionError):
        list(jobs.fan((1).__truediv__, [1, 0], 2))


def test_a_lost_process_is_named() -> None:
    with pytest.raises(jobs.WorkerLostError, match="--jobs 1"):
        list(jobs.fan(os._exit, [1, 2, 3, 4], 2))


def test_small_folders_are_read_in_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "_spread", lambda *_: pytest.fail("spread"))
    assert check([SAMPLE], Options(), means=Means(jobs=8)).documents


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="signals differ there")
@pytest.mark.parametrize("number", ["1", "2"])
def test_an_interrupt_ends_all_processes(heap: Path, number: str) -> None:
    command = [*COMMAND, "extract", str(heap), "--no-cache", "-j", number]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT, start_new_session=True
    )
    time.sleep(2)
    os.killpg(process.pid, signal.SIGINT)
    out, error = process.communicate(timeout=30)
    assert (process.returncode, out) == (130, b"") and b"Traceback" not in error


@pytest.fixture
def mountain(tmp_path: Path) -> Path:
    """A folder that several processes take long for."""
    for number in range(60):
        (tmp_path / f"{number:02}.txt").write_text("\n\n".join(SENTENCE.format(line) for line in range(700)))
    return tmp_path


def _session(leader: int) -> set[int]:
    """The processes of a session that still run."""
    found = set()
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, _, _, session = path.read_text().rpartition(") ")[2].split()[:4]
            if int(session) == leader and state != "Z":
                found.add(int(path.parent.name))
    return found


def _until(holds: Callable[[], bool], seconds: float) -> bool:
    end = time.monotonic() + seconds
    while not (held := holds()) and time.monotonic() < end:
        time.sleep(0.05)
    return held


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks at the processes")
@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize(
    ("signals", "everybody", "code"),
    [
        ([signal.SIGINT], True, 130),
        ([signal.SIGINT] * 2, True, 130),
        ([signal.SIGTERM], False, 143),
        ([signal.SIGTERM], True, 143),
        ([signal.SIGHUP], True, 129),
        ([signal.SIGKILL], False, -9),
    ],
)
def test_a_signal_ends_all_processes_at_once(
    mountain: Path, signals: list[signal.Signals], everybody: bool, code: int, number: int
) -> None:
    command = [*COMMAND, "extract", str(mountain), "--no-cache", "-j", str(number)]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT, start_new_session=True
    )
    try:
        beside = 1 + number if number > 1 else 0  # the library has one process of its own
        assert _until(lambda: len(_session(process.pid)) == 1 + beside, 20)
        time.sleep(1)  # by now all of them read
        for each in signals:
            (os.killpg if everybody else os.kill)(process.pid, each)
            time.sleep(0.02)
        started = time.monotonic()
        out, error = process.communicate(timeout=20)
        assert (process.returncode, out, error) == (code, b"", b"")
        killed = code == -signal.SIGKILL  # nobody tells the workers: each looks between two files
        assert time.monotonic() - started < (15 if killed else 3)
        assert _until(lambda: not _session(process.pid), 10)
    finally:
        for left in _session(process.pid):
            os.kill(left, signal.SIGKILL)


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="no such signal")
def test_a_program_that_is_not_to_hang_up_does_not() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)  # as nohup does
    try:
        with orderly():
            assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)


def test_signals_mean_what_they_did_when_a_run_is_over() -> None:
    before = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]
    with orderly():
        assert signal.getsignal(signal.SIGTERM) not in before
    assert [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)] == before


# --- the bar ---------------------------------------------------------------------------------------------


def on_terminal(folder: Path, *args: str) -> str:
    """What a run writes to standard error where that is a terminal."""
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    command = [*COMMAND, "extract", str(folder), "--no-cache", *args]
    with subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=theirs,
        cwd=ROOT,
        env=os.environ | {"TERM": "xterm", "COLUMNS": "100"},
    ) as process:
        os.close(theirs)
        chunks = []
        while chunk := _chunk(ours):
            chunks.append(chunk)
        process.wait(60)
    os.close(ours)
    return b"".join(chunks).decode()


def _chunk(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # Linux says so when the other end is closed
        return b""


@pytest.mark.slow
def test_a_long_run_shows_how_far_it_is(heap: Path) -> None:
    shown = on_terminal(heap, "-j", "1")
    assert "reading" in shown and "/60" in shown and "/s" in shown


def test_a_short_run_shows_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bar, "_progress", lambda: pytest.fail("shown"))
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    with bar.watching(quiet=False) as watch:
        assert list(watch(range(3), 3, "reading")) == [0, 1, 2]


@pytest.mark.parametrize("quiet", [True, False])
def test_no_bar_where_there_is_no_terminal_or_no_wish(quiet: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: quiet, raising=False)
    with bar.watching(quiet) as watch:
        assert watch([1], 1, "reading") == [1]
