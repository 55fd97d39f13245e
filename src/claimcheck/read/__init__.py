"""The readers: a path becomes a document."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from claimcheck.config import Options
from claimcheck.model import Document, Skipped
from claimcheck.read import dateline, inputs, markdown, metadata, rst, text
from claimcheck.read.decode import NotTextError, decode
from claimcheck.read.inputs import Input, PathNotFoundError
from claimcheck.read.structure import Parsed, without

__all__ = ["READERS", "Input", "PathNotFoundError", "discover", "read", "read_text", "root"]

READERS: Mapping[str, Callable[[str], Parsed]] = MappingProxyType(
    {
        ".txt": text.read,
        ".text": text.read,
        ".md": markdown.read,
        ".markdown": markdown.read,
        ".rst": rst.read,
    }
)

MARKUP = frozenset({".md", ".markdown", ".rst"})


def discover(paths: Sequence[str | Path], options: Options) -> tuple[list[Input], list[Skipped]]:
    """The files that the paths stand for, sorted by source; raises PathNotFoundError or GlobError."""
    return inputs.discover(paths, options, frozenset(READERS))


def root(paths: Sequence[str | Path]) -> Path:
    """The folder that the sources of a run are relative to."""
    return inputs.root([inputs.absolute(path) for path in paths])


def read(item: Input) -> Document | Skipped:
    """The document of a file, or why it has none."""
    path = Path(item.path)
    try:
        decoded = decode(path.read_bytes())
    except NotTextError as reason:
        return Skipped(item.source, str(reason))
    except OSError as error:
        return Skipped(item.source, (error.strerror or "unreadable").lower())
    return read_text(decoded, item.source, path.suffix)


def read_text(content: str, source: str, suffix: str = ".txt") -> Document:
    """The document of a text; a suffix without a reader is read as plain text."""
    parsed = READERS.get(suffix.lower(), text.read)(content)
    datelines = dateline.find(parsed.plain, run_on=suffix.lower() not in MARKUP)
    title = parsed.fields.get("title") or parsed.title
    spans = [*(line.span for line in datelines), *dateline.date_lines(parsed.plain)]
    plain, blocks = without(parsed.plain, parsed.blocks, spans + metadata.repeated_title(parsed))
    return Document(
        source=source,
        text=content,
        plain=plain,
        blocks=blocks,
        title=title,
        date=metadata.day(parsed, datelines, source),
        publisher=metadata.publisher(parsed),
        history=metadata.history(source, title),
        comments=parsed.comments,
    )
