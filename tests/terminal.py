"""A terminal with somebody at the keys, for commands that ask."""

from __future__ import annotations

import os
import re
import select
import subprocess
import time
from pathlib import Path

from shell import COMMAND, ROOT

ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
PATIENCE = 60.0  # seconds for one prompt


def at_terminal(args: list[str], keys: list[str], cwd: Path = ROOT, **env: str) -> tuple[int, str]:
    """Exit code and screen of a command whose prompts (lines that begin with "> " or end in ": ") get the keys."""
    import pty

    here, there = pty.openpty()
    surroundings = {**os.environ, "TERM": "xterm", "COLUMNS": "100", "LINES": "40", **env}
    with subprocess.Popen(
        [*COMMAND, *args],
        stdin=there,
        stdout=there,
        stderr=there,
        cwd=cwd,
        env=surroundings,
        start_new_session=True,
    ) as process:
        os.close(there)
        screen = ""
        for key in keys:
            screen += _until_prompt(here)
            os.write(here, key.encode())
        screen += _rest(here)
        code = process.wait(PATIENCE)
    os.close(here)
    return code, ESCAPE.sub("", screen).replace("\r", "")


def _until_prompt(descriptor: int) -> str:
    text = ""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if select.select([descriptor], [], [], 0.2)[0]:
            text += _read(descriptor)
        elif re.search(r"(?:> |: )\Z", ESCAPE.sub("", text)):
            return text
    raise AssertionError(f"no prompt: {text[-500:]!r}")


def _rest(descriptor: int) -> str:
    text = ""
    while chunk := _read(descriptor):
        text += chunk
    return text


def _read(descriptor: int) -> str:
    try:
        return os.read(descriptor, 65536).decode("utf-8", "replace")
    except OSError:  # Linux says so when the other end is closed
        return ""
