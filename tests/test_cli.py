"""The command line as a user meets it: exit codes, streams, colour, bad input, and never a traceback."""

from __future__ import annotations

import json
import os
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import claimcheck
from claimcheck.__main__ import main
from claimcheck.report import CHECK_FORMATS
from shell import COMMAND, CONFLICT, ROOT, SAMPLE, is_one_line, run, start, write

HEAVY = ("regex", "rich", "dateparser", "simplemma", "msgspec", "markdown_it", "sentencex", "pathspec")


@pytest.fixture
def story(tmp_path: Path) -> Path:
    return write(tmp_path, CONFLICT)


# --- help ------------------------------------------------------------------------------------------------


def test_version() -> None:
    done = start("--version")
    assert (done.returncode, done.stdout) == (0, f"claimcheck {claimcheck.__version__}\n".encode())


@pytest.mark.parametrize("command", [(), ("check",), ("extract",), ("fields",), ("explain",)])
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help(command: tuple[str, ...], option: str) -> None:
    done = run(*command, option)
    assert done.returncode == 0
    assert b"Usage: claimcheck" in done.stdout and b"claimcheck" in done.stdout
    assert done.stderr == b""


def test_help_begins_with_examples() -> None:
    text = run("--help").stdout.decode()
    assert text.index("claimcheck check story/") < text.index("Options:") < text.index("Exit code: 0")


def test_no_arguments_print_the_help_and_are_no_success() -> None:
    done = start()
    assert done.returncode == 2
    assert done.stdout == b"" and b"Commands:" in done.stderr


def test_the_help_page_loads_nothing_heavy() -> None:
    code = (
        "import sys; sys.argv = ['claimcheck', '--help']\n"
        "from claimcheck.__main__ import main\n"
        "main()\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stderr.decode().strip() == "[]"


# --- exit codes ------------------------------------------------------------------------------------------


def test_a_conflict_is_1(story: Path) -> None:
    done = start("check", story)
    assert done.returncode == 1
    assert b"value-conflict" in done.stdout and b"Traceback" not in done.stderr


def test_nothing_wrong_is_0(tmp_path: Path) -> None:
    done = start("check", write(tmp_path, {"a.txt": "The convoy brought 400 ambulances.\n"}))
    assert done.returncode == 0
    assert b"No figures found that disagree" in done.stdout


@pytest.mark.parametrize("name", CHECK_FORMATS)
def test_the_format_does_not_change_the_exit_code(story: Path, name: str) -> None:
    assert run("check", story, "-f", name).returncode == 1


@pytest.mark.parametrize(("fail_on", "code"), [("note", 1), ("warning", 1), ("never", 0)])
def test_fail_on_sets_the_exit_code(story: Path, fail_on: str, code: int) -> None:
    assert run("check", story, "--fail-on", fail_on).returncode == code


def test_a_rule_that_is_ignored_fails_nothing(story: Path) -> None:
    assert run("check", story, "--ignore", "value-conflict").returncode == 0
    assert run("check", story, "--select", "update").returncode == 0
    assert run("check", story, "--select", "value-conflict").returncode == 1


@pytest.mark.parametrize(
    ("args", "hint"),
    [
        (("check", "-f", "jsn"), "Did you mean 'json'?"),
        (("check", "-f", "pdf"), f"Known: {', '.join(CHECK_FORMATS)}."),
        (("extract", "-f", "concise"), "unknown format 'concise'"),
        (("check", "-o", "jason:x.json"), "Did you mean 'json'?"),
        (("check", "-o", "x.json"), "is not FORMAT:PATH"),
        (("check", "-o", "json:-"), "standard output takes --format"),
        (("check", "-o", "json:x", "-o", "csv:x"), "x is named twice"),
        (("check", "-o", "json:no/such/folder/x.json"), "no such folder: no/such/folder"),
        (("check", "--select", "value-conflct"), "Did you mean 'value-conflict'?"),
        (("check", "--ignore", "updates"), "Did you mean 'update'?"),
        (("explain", "self-conflicts"), "Did you mean 'self-conflict'?"),
        (("check", "--tolerance", "much"), "write 2% or 0.02"),
        (("check", "--tolerance", "-1"), "write 2% or 0.02"),
        (("check", "--tolerance", "nan"), "write 2% or 0.02"),
        (("check", "--fail-on", "fatal"), "fail-on"),
        (("check", "--formt", "json"), "--format"),
        (("chekc",), "Did you mean 'check'?"),
        (("check", "--explain", "f", "-f", "json"), "--explain prints text alone"),
        (("check", "--explain", "f", "-o", "json:x"), "--explain prints text alone"),
        (("check", "--explain", "f", "--watch"), "--explain shows one finding once"),
        (("extract", "--explain", "-f", "json"), "--explain prints text alone"),
        (("check", "--stdin-filename", "x.md"), "there is no '-' among the paths"),
        (("extract", ".", "--stdin-filename", "x.md"), "there is no '-' among the paths"),
        (("baseline", "show", "no/such/folder"), "no such file or folder: no/such/folder"),
        (("review", "--stats", "no/such/folder"), "no such file or folder: no/such/folder"),
    ],
)
def test_bad_usage_is_2_and_says_what_was_meant(args: tuple[str, ...], hint: str) -> None:
    done = run(*args, cwd=SAMPLE)
    assert done.returncode == 2
    assert done.stdout == b"" and hint in done.stderr.decode() and b"Traceback" not in done.stderr


def test_a_fault_of_the_program_is_2_and_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("on\npurpose")

    monkeypatch.setattr("claimcheck.pipeline.run", fail)
    monkeypatch.setattr(sys, "argv", ["claimcheck", "check", str(SAMPLE)])
    assert main() == 2
    assert is_one_line(capsys.readouterr().err.encode())
    monkeypatch.setattr(sys, "argv", ["claimcheck", "check", str(SAMPLE), "--debug"])
    assert main() == 2
    assert "Traceback" in capsys.readouterr().err


# --- streams ---------------------------------------------------------------------------------------------


def test_only_the_report_goes_to_standard_output(story: Path) -> None:
    (story / "c.txt").write_bytes(b"\0\1\2")
    done = run("check", story, "-f", "json")
    assert json.loads(done.stdout)["skipped"] == [{"source": "c.txt", "reason": "binary (NUL bytes)"}]
    assert f"skipped {story}/c.txt: binary".encode() in done.stderr and b"2 sources" in done.stderr
    assert run("check", story, "-f", "json", "-q").stderr == b""


def test_one_run_writes_several_outputs(story: Path, tmp_path: Path) -> None:
    done = run(
        "check", story, "-f", "concise", "-o", f"json:{tmp_path}/r.json", "-o", f"csv:{tmp_path}/r.csv"
    )
    assert done.returncode == 1
    assert done.stdout.count(b"\n") == 1
    assert json.loads((tmp_path / "r.json").read_bytes())["summary"]["exit_code"] == 1
    assert (tmp_path / "r.csv").read_text().startswith("finding,")


def test_an_output_that_cannot_be_written_is_2(story: Path) -> None:
    done = run("check", story, "-o", f"json:{story}")
    assert done.returncode == 2 and is_one_line(done.stderr)


@pytest.mark.skipif(os.name != "posix", reason="needs a shell")
@pytest.mark.parametrize("command", ["check", "extract", "fields"])
def test_a_closed_standard_output_is_2(story: Path, command: str) -> None:
    line = shlex.join([*COMMAND, command, str(story), "-q", "--no-cache"])
    done = subprocess.run(["sh", "-c", f"{line} >&-"], stderr=subprocess.PIPE, timeout=60, check=False)
    assert done.returncode == 2 and done.stderr == b"claimcheck: error: standard output: is closed\n"


def test_a_closed_standard_error_leaves_the_report_alone(story: Path) -> None:
    line = shlex.join([*COMMAND, "check", str(story), "-f", "json"])
    done = subprocess.run(["sh", "-c", f"{line} 2>&-"], stdout=subprocess.PIPE, timeout=60, check=False)
    assert json.loads(done.stdout)["findings"]


@pytest.mark.parametrize("glob", [("--exclude", "*"), ("--include", "*.zzz")])
def test_texts_that_are_left_out_are_not_said_to_be_missing(story: Path, glob: tuple[str, str]) -> None:
    done = run("check", story, *glob)
    assert done.returncode == 2 and is_one_line(done.stderr)
    assert (
        b"nothing to read (include and exclude leave none of 2 files; --allow-empty accepts that)"
        in done.stderr
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_2() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, "check", str(SAMPLE)], stdout=full, stderr=subprocess.PIPE, timeout=60
        )
    assert done.returncode == 2 and is_one_line(done.stderr)


@pytest.mark.parametrize("command", [("check", SAMPLE), ("extract", SAMPLE), ("explain",), ("--help",)])
def test_a_closed_pipe_is_silent(command: tuple[str | Path, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [*COMMAND, *map(str, command), "-q"] if SAMPLE in command else [*COMMAND, *map(str, command)],
        stdout=writing,
        stderr=subprocess.PIPE,
        timeout=60,
    )
    os.close(writing)
    assert done.stderr == b"" and done.returncode in (0, 1)


def test_standard_input(story: Path) -> None:
    done = start("extract", "-", "-f", "jsonl", stdin=b"We saw 12 boats.\n")
    (claim,) = (json.loads(line) for line in done.stdout.splitlines())
    assert (claim["source"], claim["value"]) == ("stdin.txt", "12")
    named = run(
        "extract", "-", "--stdin-filename", "notes.md", "-f", "jsonl", stdin=b"`99 boats` and 12 boats."
    )
    assert [json.loads(line)["source"] for line in named.stdout.splitlines()] == ["notes.md"]
    beside = run("check", "-", story / "a.txt", stdin=CONFLICT["b.txt"].encode())
    assert beside.returncode == 1 and b"stdin.txt:1:" in beside.stdout


def test_binary_standard_input_is_2() -> None:
    done = run("extract", "-", stdin=b"\0\1\2")
    assert done.returncode == 2 and is_one_line(done.stderr)


def test_no_path_means_the_current_folder(story: Path) -> None:
    done = run("check", "-f", "concise", cwd=story)
    assert done.returncode == 1 and done.stdout.startswith(b"a.txt:1:")


def test_a_place_can_be_opened_from_the_current_folder(story: Path) -> None:
    done = run("check", story.name, "-f", "concise", cwd=story.parent)
    path = done.stdout.decode().split(":")[0]
    assert path == f"{story.name}/a.txt" and (story.parent / path).is_file()


# --- colour ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("args", "env", "coloured"),
    [
        ((), {}, False),
        (("--color", "always"), {}, True),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
        ((), {"FORCE_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": ""}, False),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, True),
    ],
)
def test_colour_off_a_terminal(args: tuple[str, ...], env: dict[str, str], coloured: bool) -> None:
    assert (b"\x1b[" in run("check", SAMPLE, *args, **env).stdout) is coloured


@pytest.mark.parametrize(
    ("env", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_colour_on_a_terminal(env: dict[str, str], coloured: bool) -> None:
    assert (b"\x1b[" in on_terminal("check", SAMPLE, **{"TERM": "xterm", **env})) is coloured


def test_a_report_fits_its_terminal() -> None:
    text = on_terminal("check", SAMPLE, "--color", "never", COLUMNS="70", TERM="xterm").decode()
    body = [line for line in text.replace("\r", "").split("\n") if line.startswith("│")]
    assert body and max(map(len, body)) <= 70


def on_terminal(*args: str | Path, **env: str) -> bytes:
    pty = pytest.importorskip("pty")
    main_end, other_end = pty.openpty()
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
    with subprocess.Popen(
        [*COMMAND, *map(str, args)], stdout=other_end, stderr=subprocess.DEVNULL, env=kept | env, cwd=ROOT
    ) as process:
        os.close(other_end)
        chunks = []
        while chunk := _read(main_end):
            chunks.append(chunk)
        process.wait(60)
    os.close(main_end)
    return b"".join(chunks)


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # Linux says so when the other end is closed
        return b""


@pytest.mark.skipif(os.name == "nt", reason="signals differ there")
def test_interrupt_is_130() -> None:
    process = subprocess.Popen(
        [*COMMAND, "check", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    )
    time.sleep(1.5)  # it waits for standard input
    process.send_signal(signal.SIGINT)
    out, error = process.communicate(timeout=30)
    assert (process.returncode, out) == (130, b"") and b"Traceback" not in error


# --- determinism -----------------------------------------------------------------------------------------


def test_the_same_bytes_whatever_the_surroundings(tmp_path: Path) -> None:
    files = sorted(SAMPLE.iterdir())
    outputs = set()
    for order, seed, locale, zone in (
        (files, "0", "C", "UTC"),
        (files[::-1], "1", "C.UTF-8", "Asia/Tokyo"),
        ([SAMPLE], "2", "POSIX", "America/New_York"),
    ):
        more = (word for name in ("json", "csv") for word in ("-o", f"{name}:{tmp_path / name}"))
        done = start("check", *order, *more, PYTHONHASHSEED=seed, LC_ALL=locale, TZ=zone)
        outputs.add((done.stdout, *((tmp_path / name).read_bytes() for name in ("json", "csv"))))
    assert len(outputs) == 1 and b"" not in outputs.pop()


def test_explain_says_what_a_rule_asks() -> None:
    assert b"value-conflict" in run("explain").stdout
    page = run("explain", "value-conflict").stdout.decode()
    for title in ("Asks", "Fires", "Passes", "Silence"):
        assert f"\n{title}\n  " in page
