"""Keys: everything that a result depends on, as one hash; whatever changes, the old entry is never asked for."""

from __future__ import annotations

import hashlib
import os
import sys
from functools import cache
from pathlib import Path

import claimcheck

LIBRARIES = (
    "dateparser", "mammoth", "markdown_it_py", "msgspec", "pypdfium2", "regex", "resiliparse", "sentencex", "simplemma",
)  # fmt: skip
SUFFIXES = (".py", ".toml", ".csv")


def digest(*parts: bytes) -> bytes:
    """A hash of the parts and of where one ends and the next begins."""
    found = hashlib.blake2b(digest_size=16)
    for part in parts:
        found.update(len(part).to_bytes(8, "big"))
        found.update(part)
    return found.digest()


@cache
def engine() -> bytes:
    """A hash of the program itself: its code, its tables, the libraries that it reads with, and Python."""
    root = Path(claimcheck.__file__).parent
    files = (path for path in sorted(_files(root)) if path.endswith(SUFFIXES))
    code = [part for path in files for part in (path.encode(), (root / path).read_bytes())]
    return digest(sys.version.encode(), *_libraries(), *code)


def _files(root: Path) -> list[str]:
    return [
        os.path.relpath(Path(folder, name), root).replace(os.sep, "/")
        for folder, _, names in os.walk(root)
        for name in names
    ]


def _libraries() -> list[bytes]:
    """The versions of the libraries, from the names of the folders that describe them; asking pip takes longer."""
    import msgspec

    around = Path(msgspec.__file__).parent.parent
    described = (path.name for path in around.glob("*.dist-info"))
    return sorted(name.encode() for name in described if name.lower().startswith(LIBRARIES))
