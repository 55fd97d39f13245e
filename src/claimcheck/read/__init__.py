"""The readers: a path becomes a document."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec.structs import replace

from claimcheck.config import Options
from claimcheck.model import Document, Skipped, Told
from claimcheck.read import inputs, sizes
from claimcheck.read.inputs import Input, PathNotFoundError, require
from claimcheck.read.ours import REASON, is_report, refuse
from claimcheck.read.special import drained, is_pipe
from claimcheck.read.told import teller

if TYPE_CHECKING:
    from claimcheck.read.structure import Parsed

__all__ = [
    "READERS", "REASON", "Input", "PathNotFoundError", "absolute", "discover", "drained", "is_pipe", "is_report",
    "parse", "read", "read_text", "reads", "refusal", "require", "root", "teller",
]  # fmt: skip


# Files that are texts are decoded first; the readers of all others take bytes.
TEXTS: Mapping[str, str] = MappingProxyType(
    {
        ".txt": "text",
        ".text": "text",
        ".md": "markdown",
        ".markdown": "markdown",
        ".rst": "rst",
        ".csv": "table",
        ".srt": "captions",
        ".vtt": "captions",
    }
)
FILES: Mapping[str, str] = MappingProxyType(
    {".docx": "docx", ".pdf": "pdf", ".eml": "mail", ".htm": "html", ".html": "html"}
)
READERS: Mapping[str, str] = MappingProxyType({**TEXTS, **FILES})

MARKUP = frozenset({".md", ".markdown", ".rst"})


def discover(paths: Sequence[str | Path], options: Options) -> tuple[list[Input], list[Skipped]]:
    """The files that the paths stand for, sorted by source; raises PathNotFoundError or GlobError."""
    found, skipped = inputs.discover(paths, options, frozenset(READERS))
    refused = {each.source: reason for each in found if (reason := _refusal(each, options))}
    kept = [each for each in found if each.source not in refused]
    return kept, [*skipped, *(Skipped(source, reason) for source, reason in refused.items())]


def refusal(size: int, source: str, options: Options) -> str | None:
    """Why a text of `size` bytes is too large to be read, None for one that is not."""
    return sizes.refusal(size, source, options.max_size)


def _refusal(item: Input, options: Options) -> str | None:
    if os.path.realpath(item.path) in options.written:
        return REASON
    with suppress(OSError):  # who reads the file will say what is wrong with it
        return refusal(Path(item.path).stat().st_size, item.source, options)
    return None


def absolute(path: str | Path) -> Path:
    """The path from the root of the file system; links stay links."""
    return inputs.absolute(path)


def reads(path: Path) -> bool:
    """True for a suffix that has a reader."""
    return path.suffix.lower() in READERS


def root(paths: Sequence[str | Path]) -> Path:
    """The folder that the sources of a run are relative to; pipes lie nowhere."""
    return inputs.root([inputs.absolute(path) for path in paths if not is_pipe(path)])


def read(item: Input) -> Document | Skipped:
    """The document of a file, or why it has none."""
    try:
        return parse(Path(item.path).read_bytes(), item.source, item.told)
    except OSError as error:
        return Skipped(item.source, (error.strerror or "unreadable").lower())


def parse(data: bytes, source: str, told: Told | None = None) -> Document | Skipped:
    """The document of the bytes of a file, or why they have none; the suffix of `source` says how to read them."""
    from claimcheck.read.decode import decode
    from claimcheck.read.unreadable import UnreadableError

    suffix = Path(source).suffix
    try:
        refuse(data)
        content = data if suffix.lower() in FILES else decode(data)
        found = _document(content, source, suffix)
    except UnreadableError as reason:
        return Skipped(source, str(reason))
    return found if told is None else replace(found, told=told, date=told.date or found.date)


def read_text(content: str, source: str, suffix: str = ".txt") -> Document:
    """The document of a text; a suffix without a reader is read as plain text."""
    return _document(content, source, ".txt" if suffix.lower() in FILES else suffix)


def _document(content: str | bytes, source: str, suffix: str) -> Document:
    from claimcheck.read import dateline, hour, metadata, yearless
    from claimcheck.read.rst_lines import is_rst
    from claimcheck.read.structure import apart, without

    if READERS.get(suffix.lower(), "text") == "text" and isinstance(content, str) and is_rst(content):
        suffix = ".rst"  # documentation is often named as plain text
    parsed = _parsed(content, READERS.get(suffix.lower(), "text"))
    datelines = dateline.find(parsed.plain, run_on=suffix.lower() not in MARKUP)
    title = parsed.fields.get("title") or parsed.title
    spans = [*(line.span for line in datelines), *dateline.date_lines(parsed.plain)]
    plain, blocks = without(parsed.plain, parsed.blocks, spans)
    blocks = apart(plain, blocks, metadata.repeated_title(parsed))  # its last word runs on into the text
    day, history = metadata.day(parsed, datelines, source), metadata.history(source, title)
    return Document(
        source=source,
        text=content if isinstance(content, str) and parsed.text is None else parsed.text or "",
        plain=plain,
        blocks=blocks,
        title=title,
        date=day,
        day=None if day or history else yearless.find(parsed.plain),
        hour=hour.find(parsed),
        publisher=metadata.publisher(parsed),
        history=history,
        comments=parsed.comments,
        places=parsed.places,
        unread=parsed.unread,
    )


def _parsed(content: str | bytes, module: str) -> Parsed:
    # a reader loads when it is used: a run that finds all its texts in the cache needs none
    parsed: Parsed = import_module(f"{__name__}.{module}").read(content)
    return parsed
