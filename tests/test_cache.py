"""The cache: an unchanged run is remembered, a broken file heals, and nothing that happens to it changes a report."""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from claimcheck import cache, pipeline, reading
from claimcheck.cache import NOTHING, Store, keys, place, store
from claimcheck.config import Options
from claimcheck.model import Told
from claimcheck.pipeline import Means
from claimcheck.report import FORMATS
from claimcheck.report.look import Look
from shell import COMMAND, CONFLICT, ROOT, SAMPLE, run, write

KILLS = int(os.environ.get("KILLS", "10"))  # of each sort; CONTRIBUTING tells of more
ENTRIES = {bytes([n]): bytes([n]) * 1000 for n in range(100)}


def outputs(folder: Path, memory: cache.Cache, options: Options | None = None) -> dict[str, str]:
    """Every format of every command."""
    report = pipeline.run([folder], options or Options(), means=Means(memory))
    return {
        f"{view}.{name}": text(report, Look())
        for view, formats in FORMATS.items()
        for name, text in formats.items()
    }


@pytest.fixture
def memory(tmp_path: Path) -> Store:
    return Store(tmp_path / "memory")


@pytest.fixture
def story(tmp_path: Path) -> Path:
    return write(tmp_path / "story", CONFLICT)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sources that are worked out anew."""
    found: list[str] = []
    real = reading.of

    def of(data: bytes, source: str, key: bytes = b"", told: Told | None = None) -> object:
        found.append(source)
        return real(data, source, key, told)

    monkeypatch.setattr("claimcheck.reading.gather.of", of)
    return found


def file_of(memory: Store) -> Path:
    return memory.folder / place.NAME


# --- what is remembered ----------------------------------------------------------------------------------


@pytest.mark.parametrize("sample", ["evacuation", "handbook", "results"])
def test_a_run_from_the_cache_gives_the_same_bytes(sample: str, memory: Store, read: list[str]) -> None:
    folder = SAMPLE.parent / sample
    fresh = outputs(folder, NOTHING)
    assert outputs(folder, memory) == fresh
    read.clear()
    assert outputs(folder, memory) == fresh and read == []


def test_only_what_has_changed_is_read_again(story: Path, memory: Store, read: list[str]) -> None:
    outputs(story, memory)
    (story / "a.txt").write_text("The archive reads 60 file formats.\n")
    read.clear()
    assert outputs(story, memory) == outputs(story, NOTHING)
    assert read == ["a.txt", "a.txt", "b.txt"]  # the last two without a cache


def test_what_was_compared_is_not_compared_again(
    story: Path, memory: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = outputs(story, memory)
    monkeypatch.setattr(pipeline, "_unite", lambda *_: pytest.fail("compared again"))
    assert outputs(story, memory) == before
    assert outputs(story, memory, Options(fail_on=None, min_confidence=0.1)) == before


def test_an_option_that_matters_is_no_old_outcome(story: Path, memory: Store) -> None:
    assert "value-conflict" in outputs(story, memory)["check.concise"]
    assert outputs(story, memory, Options(ignore=("value-conflict",)))["check.concise"] == ""
    for options in (Options(select=("update",)), Options(tolerance=Options().tolerance * 30)):
        assert outputs(story, memory, options) == outputs(story, NOTHING, options)


def test_a_renamed_text_is_read_again(story: Path, memory: Store) -> None:
    outputs(story, memory)
    (story / "a.txt").rename(story / "c.txt")
    assert outputs(story, memory) == outputs(story, NOTHING)


def test_another_program_finds_nothing(
    story: Path, memory: Store, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    outputs(story, memory)
    read.clear()
    monkeypatch.setattr("claimcheck.reading.gather.engine", lambda: b"another version")
    outputs(story, memory)
    assert read == ["a.txt", "b.txt"]


def test_a_key_tells_its_parts_apart() -> None:
    assert len({cache.digest(b"ab", b"c"), cache.digest(b"a", b"bc"), cache.digest(b"abc")}) == 3


def test_a_library_that_texts_are_read_with_is_part_of_the_key() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["docs"]]
    names = {re.split(r"[^\w-]", each)[0].replace("-", "_").lower() for each in wanted}
    no_say = {"typer", "rich", "tomli", "pathspec", "platformdirs", "tomlkit", "jinja2", "markupsafe"}
    assert names - no_say == set(keys.LIBRARIES)
    assert {name.split(b"-")[0].decode().lower() for name in keys._libraries()} >= set(keys.LIBRARIES)


# --- a file that is not as it should be ------------------------------------------------------------------


def truncate(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)


def flip(path: Path) -> None:
    data, rng = bytearray(path.read_bytes()), random.Random(1)
    for _ in range(200):
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    path.write_bytes(data)


def other_table(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as file:
        file.execute("CREATE TABLE entries (other)")


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


DAMAGE = {
    "truncated": truncate,
    "flipped": flip,
    "garbage": lambda path: path.write_bytes(b"no database" * 1000),
    "empty": lambda path: path.write_bytes(b""),
    "zeros": lambda path: path.write_bytes(bytes(8192)),
    "other table": other_table,
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_a_broken_file_heals(damage: Callable[[Path], object], story: Path, memory: Store) -> None:
    fresh = outputs(story, memory)
    damage(file_of(memory))
    for _ in range(3):
        assert outputs(story, memory) == fresh
    memory.put(ENTRIES)
    assert memory.get(list(ENTRIES)) == ENTRIES


def test_a_changed_byte_of_a_value_is_noticed(memory: Store) -> None:
    memory.put(ENTRIES)
    with sqlite3.connect(file_of(memory)) as file:
        ((value,),) = file.execute("SELECT value FROM entries WHERE key = x'07'")
        file.execute("UPDATE entries SET value = ? WHERE key = x'07'", (value[:500] + b"?" + value[501:],))
    assert memory.get(list(ENTRIES)) == {key: value for key, value in ENTRIES.items() if key != b"\x07"}


def test_an_entry_that_is_none_is_worked_out_anew(story: Path, memory: Store) -> None:
    fresh = outputs(story, memory)
    with sqlite3.connect(file_of(memory)) as file:
        keys = [key for (key,) in file.execute("SELECT key FROM entries")]
    for junk in (b"", b"\x93\x01", b"\xc1", b"\x80"):
        memory.put(dict.fromkeys(keys, junk))
        assert outputs(story, memory) == fresh


@pytest.mark.parametrize(
    "spoil", [folder, lambda path: path.parent.chmod(0o500)], ids=["a folder", "read-only"]
)
def test_no_place_for_a_cache_is_no_failure(
    spoil: Callable[[Path], object], story: Path, memory: Store
) -> None:
    fresh = outputs(story, memory)
    spoil(file_of(memory))
    assert outputs(story, memory) == fresh


def test_a_file_in_place_of_the_folder_is_no_failure(story: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert outputs(story, Store(tmp_path / "file")) == outputs(story, NOTHING)


def test_a_file_that_others_write_is_waited_for_and_then_left(
    memory: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory.put(ENTRIES)
    monkeypatch.setattr(store, "PATIENCE", 0.1)
    with sqlite3.connect(file_of(memory)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert memory.get(list(ENTRIES)) == {}
        memory.put({b"new": b"value"})
    assert memory.get([*ENTRIES, b"new"]) == ENTRIES


def test_a_full_cache_drops_its_older_half(memory: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "LIMIT", 50_000)
    memory.put(ENTRIES)
    left = memory.get(list(ENTRIES))
    assert 0 < len(left) <= 50 and bytes([99]) in left and bytes([0]) not in left


# --- several runs, and runs that are killed --------------------------------------------------------------

WRITER = """
import sys
from pathlib import Path
from claimcheck.cache import Store
memory, name = Store(Path(sys.argv[1])), sys.argv[2]
for batch in range(10_000):
    memory.put({f"{name}.{batch}.{n}".encode(): f"{name}.{batch}.{n}".encode() * 2000 for n in range(20)})
    print(batch, flush=True)
"""


def write_until_killed(memory: Store, name: str, seconds: float) -> int:
    """How many batches a process has reported as written before it was killed."""
    process = subprocess.Popen([sys.executable, "-c", WRITER, memory.folder, name], stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(seconds)
    process.kill()
    return 1 + len(process.communicate()[0].splitlines())


@pytest.mark.skipif(os.name == "nt", reason="processes are killed otherwise there")
def test_what_was_written_survives_any_kill(memory: Store) -> None:
    rng = random.Random(7)
    for kill in range(KILLS):
        batches = write_until_killed(memory, f"w{kill}", rng.uniform(0, 0.05))
        written = [f"w{kill}.{batch}.{n}".encode() for batch in range(batches) for n in range(20)]
        assert memory.get(written) == {key: key * 2000 for key in written}


@pytest.mark.skipif(os.name == "nt", reason="processes are killed otherwise there")
def test_a_killed_run_leaves_the_next_one_right(tmp_path: Path) -> None:
    rng = random.Random(8)
    fresh = run("check", SAMPLE, "-f", "json", "--no-cache").stdout
    for _ in range(KILLS):
        command = [*COMMAND, "check", str(SAMPLE), "-f", "json", "--cache-dir", str(tmp_path / "cache")]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT)
        time.sleep(rng.uniform(0.1, 1.5))
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert run("check", SAMPLE, "-f", "json", "--cache-dir", tmp_path / "cache").stdout == fresh
    assert run("check", SAMPLE, "-f", "json", "--cache-dir", tmp_path / "cache").stdout == fresh


def test_two_runs_at_once(tmp_path: Path) -> None:
    fresh = run("check", SAMPLE, "-f", "json", "--no-cache").stdout
    command = [*COMMAND, "check", str(SAMPLE), "-f", "json", "-q", "--cache-dir", str(tmp_path)]
    both = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) for _ in range(2)
    ]
    assert [process.communicate(timeout=120) for process in both] == [(fresh, b"")] * 2


# --- the command line ------------------------------------------------------------------------------------


def test_a_cache_is_used_unless_it_is_not_wanted(story: Path, tmp_path: Path) -> None:
    run("check", story, "--cache-dir", tmp_path / "mine")
    assert (tmp_path / "mine" / place.NAME).stat().st_size > 0
    run("check", story, CLAIMCHECK_CACHE_DIR=str(tmp_path / "named"))
    assert (tmp_path / "named" / place.NAME).exists()
    for command in (("check",), ("baseline", "create"), ("baseline", "update")):
        run(*command, story, "--no-cache", CLAIMCHECK_CACHE_DIR=str(tmp_path / "none"))
        assert not (tmp_path / "none").exists()
        run(*command, story, "--cache-dir", tmp_path / command[-1])
        assert (tmp_path / command[-1] / place.NAME).exists()


@pytest.mark.skipif(os.name == "nt", reason="rights are kept otherwise there")
def test_nobody_else_may_read_it(story: Path, tmp_path: Path) -> None:
    run("check", story, "--cache-dir", tmp_path / "mine")
    assert (tmp_path / "mine").stat().st_mode & 0o777 == 0o700
    assert file_of(Store(tmp_path / "mine")).stat().st_mode & 0o777 == 0o600


def test_clean_removes_the_cache_and_nothing_else(story: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    run("check", story, "--cache-dir", mine)
    shutil.copy(mine / place.NAME, mine / "claimcheck-0.sqlite")
    (mine / "notes.txt").write_text("kept")
    done = run("clean", "--cache-dir", mine)
    assert done.returncode == 0 and done.stdout == b"" and b" MB removed from " in done.stderr
    assert [path.name for path in mine.iterdir()] == ["notes.txt"]
    (mine / "notes.txt").unlink()
    run("check", story, "--cache-dir", mine)
    run("clean", "--cache-dir", mine)
    assert not mine.exists()
    assert b"nothing to remove" in run("clean", "--cache-dir", mine).stderr
