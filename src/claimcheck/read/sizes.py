"""How large a file may be that is read: texts of people are small, other formats have pictures in them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType

MEGABYTE = 1 << 20
MOST_TEXT = 10  # megabytes: ten long books; what is larger is a log or a dump
MOST: Mapping[str, int] = MappingProxyType({".docx": 64, ".eml": 32, ".htm": 32, ".html": 32, ".pdf": 128})


def refusal(size: int, source: str, most: int | None) -> str | None:
    """Why a file of `size` bytes is not read, None for one that is; `most` megabytes are what the user allows."""
    megabytes = allowed(source, most)
    return f"larger than {megabytes} MB; max-size allows more" if size > megabytes * MEGABYTE else None


def allowed(source: str, most: int | None) -> int:
    """The megabytes that are read of a file, as the user says or as suits its format."""
    return most or MOST.get(PurePosixPath(source).suffix.lower(), MOST_TEXT)
