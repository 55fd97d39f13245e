"""Runs claimcheck as a user does, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "samples" / "evacuation"
COMMAND = [sys.executable, "-m", "claimcheck"]
CONFLICT = {
    "a.txt": "The archive reads 58 file formats.\n",
    "b.txt": "The archive reads 70 file formats.\n",
}

Result = subprocess.CompletedProcess[bytes]


def run(*args: str | Path, stdin: bytes = b"", cwd: Path = ROOT, **env: str) -> Result:
    """A process of its own; colour variables of the tests' environment are left out."""
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
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
