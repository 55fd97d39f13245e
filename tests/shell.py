"""Runs claimcheck as a user does: the whole command line, in this process or in one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from claimcheck.__main__ import main

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "samples" / "evacuation"
COLOURS = ("NO_COLOR", "FORCE_COLOR")  # of whoever runs the tests
COMMAND = [sys.executable, "-m", "claimcheck"]
CONFLICT = {
    "a.txt": "The archive reads 58 file formats.\n",
    "b.txt": "The archive reads 70 file formats.\n",
}

Result = subprocess.CompletedProcess[bytes]


def run(*args: str | Path, stdin: bytes = b"", cwd: Path = ROOT, **env: str) -> Result:
    """The command with these arguments, streams and variables, in this process: a start of Python costs more."""
    out, error = (TextIOWrapper(BytesIO(), "utf-8", "backslashreplace", newline="\n") for _ in range(2))
    words = ["claimcheck", *map(str, args)]
    with pytest.MonkeyPatch.context() as patch:
        for name in COLOURS:
            patch.delenv(name, raising=False)
        for name, value in env.items():
            patch.setenv(name, value)
        patch.chdir(cwd)
        patch.setattr(sys, "argv", words)
        patch.setattr(sys, "stdin", TextIOWrapper(BytesIO(stdin)))
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", error)
        code = main()
    return Result(words, code, _bytes(out), _bytes(error))


def _bytes(stream: TextIOWrapper) -> bytes:
    stream.flush()
    written = stream.detach()
    assert isinstance(written, BytesIO)
    return written.getvalue()


def start(*args: str | Path, stdin: bytes = b"", cwd: Path = ROOT, **env: str) -> Result:
    """The same in a process of its own, as a user starts it."""
    kept = {name: value for name, value in os.environ.items() if name not in COLOURS}
    command = [*COMMAND, *map(str, args)]
    return subprocess.run(command, input=stdin, capture_output=True, cwd=cwd, env=kept | env, timeout=120)


def write(folder: Path, files: dict[str, str]) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def is_one_line(error: bytes) -> bool:
    text = error.decode()
    return text.startswith("claimcheck: error: ") and text.count("\n") == 1 and "Traceback" not in text
