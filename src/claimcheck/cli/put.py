"""Putting a file in its place: the old one or the whole new one is there, whatever happens."""

from __future__ import annotations

import os
import secrets
import stat
from pathlib import Path

OF_SYSTEM = ("/dev/", "/proc/")  # what stands there may be a file that somebody else holds open
OF_MEMORY = "/dev/shm/"  # plain files


def put(path: Path, data: bytes) -> None:
    """Writes to a file, through another one beside it, or straight to a device or a pipe; raises OSError.

    A link stays and its target is replaced; the file keeps its mode. The error names `path` and the cause.
    """
    try:
        place = Path(os.path.realpath(path))
        if _is_regular(path, place):
            _replace(place, data)
        else:
            _append(path, data)
    except OSError as error:
        raise OSError(error.errno, error.strerror or str(error), str(path)) from error


def _is_regular(path: Path, place: Path) -> bool:
    """True for a file, or for the name of none."""
    return not is_of_system(path) and (not place.exists() or place.is_file())


def is_of_system(path: Path) -> bool:
    """True for a name such as /dev/stdout: what is behind it goes on, whatever it holds."""
    name = os.path.abspath(path)  # noqa: PTH100 - resolve() would follow /dev/stdout
    return name.startswith(OF_SYSTEM) and not name.startswith(OF_MEMORY)


def _append(path: Path, data: bytes) -> None:
    """Writes after what is there: no log that standard output goes to is cut."""
    with open(os.open(path, os.O_WRONLY | os.O_APPEND), "wb") as file:  # noqa: PTH123 - of a descriptor
        file.write(data)


def _replace(place: Path, data: bytes) -> None:
    # hidden, so that no run reads it; "~", so that --watch does not wake for it
    beside = place.with_name(f".claimcheck-{secrets.token_hex(6)}~")
    try:
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    except PermissionError:
        if not place.exists():
            raise
        place.write_bytes(data)  # a file that may be written, in a folder that may not
        return
    try:
        with open(handle, "wb") as file:  # noqa: PTH123 - of a descriptor
            file.write(data)
        if place.exists():
            beside.chmod(stat.S_IMODE(place.stat().st_mode))
        beside.replace(place)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
