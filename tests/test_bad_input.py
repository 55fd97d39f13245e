"""Bad input: named in one line with a reason, never a traceback, never a silent pass."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from claimcheck.__main__ import main
from claimcheck.report import CHECK_FORMATS
from shell import CONFLICT, is_one_line, run, start, write


@pytest.fixture
def story(tmp_path: Path) -> Path:
    return write(tmp_path, CONFLICT)


@pytest.mark.parametrize("command", ["check", "extract", "fields"])
def test_a_missing_path_is_2(command: str, story: Path) -> None:
    done = run(command, story, story / "nowhere")
    assert done.returncode == 2
    assert is_one_line(done.stderr) and b"nowhere" in done.stderr and done.stdout == b""


@pytest.mark.parametrize("command", ["check", "extract", "fields"])
def test_nothing_to_read_is_2(command: str, tmp_path: Path) -> None:
    done = run(command, tmp_path)
    assert done.returncode == 2
    assert is_one_line(done.stderr) and b"nothing to read" in done.stderr and done.stdout == b""
    assert run(command, tmp_path, "--allow-empty").returncode == 0


def test_a_binary_file_is_skipped_with_a_reason(story: Path) -> None:
    (story / "image.txt").write_bytes(bytes(range(256)) * 20)
    done = run("check", story)
    assert done.returncode == 1 and f"skipped {story}/image.txt: binary".encode() in done.stderr
    assert run("check", story, "--strict").returncode == 2


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="everything is readable to this user")
def test_an_unreadable_file_is_skipped_with_a_reason(story: Path) -> None:
    (story / "secret.txt").write_text("400 ambulances")
    (story / "secret.txt").chmod(0)
    done = run("check", story)
    assert done.returncode == 1 and f"skipped {story}/secret.txt: permission denied".encode() in done.stderr


def test_a_file_that_fails_to_be_read_is_skipped_with_a_reason(
    story: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(path: Path) -> bytes:
        if path.name == "b.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return path.open("rb").read()

    monkeypatch.setattr(Path, "read_bytes", refuse)
    monkeypatch.setattr(sys, "argv", ["claimcheck", "check", str(story)])
    assert main() == 0
    assert f"skipped {story}/b.txt: permission denied" in capsys.readouterr().err


def test_invalid_utf8_is_read(story: Path) -> None:
    (story / "c.txt").write_bytes(
        "They saw 12 boats, a caf\xe9 \u2013 ".encode("cp1252") + b"\xff\xfe and 99 ships.\n"
    )
    done = run("extract", story / "c.txt", "-f", "jsonl")
    assert done.returncode == 0
    assert [json.loads(line)["value"] for line in done.stdout.splitlines()] == ["12", "99"]


@pytest.mark.parametrize("text", ["", "\n", " ", "\ufeff", "7" * 5000, "1 " * 1000, "1,", "9" * 400 + "%"])
@pytest.mark.parametrize("command", ["check", "extract", "fields"])
def test_odd_texts_are_no_failure(
    command: str,
    text: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = write(tmp_path, {"a.txt": text}) / "a.txt"
    monkeypatch.setattr(sys, "argv", ["claimcheck", command, str(path)])
    assert main() in (0, 1)
    assert "error" not in capsys.readouterr().err


def test_deep_folders(tmp_path: Path) -> None:
    folder = tmp_path
    for _ in range(150):
        folder = folder / "deeper"
        folder.mkdir()
    write(folder, CONFLICT)
    assert run("check", tmp_path).returncode == 1


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_that_leads_in_a_circle(story: Path) -> None:
    (story / "again").symlink_to(story, target_is_directory=True)
    (story / "self.txt").symlink_to(story / "self.txt")
    done = run("check", story, "-f", "json")
    assert done.returncode == 1 and json.loads(done.stdout)["summary"]["sources"] == 2


@pytest.mark.skipif(os.name == "nt", reason="names are not bytes there")
def test_a_name_that_is_no_utf8(story: Path) -> None:
    path = os.fsencode(story) + b"/c\xff.txt"
    try:
        Path(os.fsdecode(path)).write_text("The archive reads 90 file formats.")
    except OSError:
        pytest.skip("the file system refuses such names")
    for name in CHECK_FORMATS:
        done = run("check", story, "-f", name)
        assert done.returncode == 1 and b"Traceback" not in done.stderr
        assert "90 file formats" in done.stdout.decode("utf-8")
    assert start("check", story, LC_ALL="C").stdout == run("check", story).stdout


@pytest.mark.parametrize("space", ["\u00a0", "\u2009", "\u202f", "\u2028", "\u3000"])
def test_a_wide_space_before_a_full_stop(space: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        f"The archive reads 58 file formats, wrote Ana X{space}. It is old.", "utf-8"
    )
    done = run("extract", tmp_path, "-f", "jsonl")
    assert done.returncode == 0 and b"58 file formats" in done.stdout


@pytest.mark.slow
def test_a_file_of_one_long_line(tmp_path: Path) -> None:
    filler = "and all that it holds is kept as it was found without any further word, " * 7000
    text = "The archive reads 58 file formats, " + filler
    (tmp_path / "a.txt").write_text(text * (10_000_000 // len(text)))
    done = run("extract", tmp_path, "-f", "jsonl")
    claims = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0 and [claim["value"] for claim in claims] == ["58"] * (10_000_000 // len(text))
    assert max(len(claim["quote"]) for claim in claims) < 1000
