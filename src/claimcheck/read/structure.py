"""What every reader hands back: the prose of a text, cut into blocks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import pairwise

import msgspec

from claimcheck.model import Block, BlockKind, Span
from claimcheck.read.blank import blank, keep


class Piece(msgspec.Struct, frozen=True):
    """A block before masking: where its prose lies, line by line, and its place in the structure as spans."""

    spans: tuple[Span, ...]
    kind: BlockKind = "paragraph"
    headings: tuple[Span, ...] = ()  # in markup with the title of the document, in plain text below it
    # Headings of columns are cells without row and column, labels of rows are cells with a column alone.
    row: Span | None = None
    column: tuple[Span, ...] = ()  # the cells above it that head it


LINE = 120  # characters of what is one line above a table
STAMP = "stamp"  # the field of a whole ISO date and time; front matter has no such name for it


class Parsed(msgspec.Struct, frozen=True):
    """A text as its reader understood it; `fields` are front matter and header lines, keys in lower case."""

    plain: str
    blocks: tuple[Block, ...]
    title: str | None = None
    fields: dict[str, str] = {}
    comments: tuple[Span, ...] = ()  # those that speak to claimcheck
    text: str | None = None  # as read from a file that is no text; None where the file is the text
    places: tuple[tuple[int, str], ...] = ()  # where a person finds what was read from such a file
    unread: str | None = None  # what of the file could not be read, and why


class Outline:
    """The headings above the current line, outermost first."""

    def __init__(self) -> None:
        """Start without any heading."""
        self._levels: list[tuple[int, Span]] = []
        self.path: tuple[Span, ...] = ()

    def enter(self, level: int, words: Span) -> None:
        """A heading begins: those of the same level or deeper end."""
        while self._levels and self._levels[-1][0] >= level:
            self._levels.pop()
        self.path = tuple(span for _, span in self._levels)
        self._levels.append((level, words))

    def below(self) -> None:
        """The lines of the heading are over: what follows stands under it."""
        self.path = tuple(span for _, span in self._levels)


def finish(
    text: str, pieces: Iterable[Piece], mask: Callable[[str], str], code: str = ""
) -> tuple[str, tuple[Block, ...]]:
    """The plain text of the pieces with `mask` applied, and their blocks; empty ones are left out.

    Names of sections, rows and columns keep what stands between `code` marks: it often is all of the name.
    """
    pieces = list(pieces)
    plain = mask(keep(text, (span for piece in pieces for span in piece.spans)))
    plain = blank(plain, _numbers(plain, pieces))
    names: dict[Span, str] = {}

    def name(span: Span) -> str:
        if span not in names:
            names[span] = _name(text, plain, span, mask, code)
        return names[span]

    return plain, tuple(_blocks(plain, pieces, name))


def title_of(
    text: str, plain: str, span: Span | None, mask: Callable[[str], str], code: str = ""
) -> str | None:
    """The words of a title, None without any."""
    return (span and _name(text, plain, span, mask, code)) or None


def _name(text: str, plain: str, span: Span, mask: Callable[[str], str], code: str) -> str:
    words = text[slice(*span)]
    # Code without its marks is masked like prose: nothing else of it is markup.
    return squeeze(
        mask(words.replace(code, " " * len(code))) if code and code in words else plain[slice(*span)]
    )


def _numbers(plain: str, pieces: list[Piece]) -> list[Span]:
    """The numbers of headings, "2. Limits", "2.1 Limits", where more than one has such; a title never does."""
    headings = [piece.spans[0] for piece in pieces if piece.kind == "heading"]
    found = [number.span() for span in headings[1:] if (number := _numbering().match(plain, *span))]
    return found if len(found) > 1 else []


def without(plain: str, blocks: tuple[Block, ...], spans: list[Span]) -> tuple[str, tuple[Block, ...]]:
    """Plain text and blocks after the spans have been taken out."""
    if not spans:
        return plain, blocks
    plain = blank(plain, spans)
    return plain, tuple(_trim(plain, blocks, spans))


def _trim(plain: str, blocks: tuple[Block, ...], spans: list[Span]) -> Iterator[Block]:
    for block in blocks:
        if not any(start < block.end and end > block.start for start, end in spans):
            yield block
            continue
        left = trimmed(plain, block.start, block.end)
        if left is not None:
            yield msgspec.structs.replace(block, start=left[0], end=left[1])


def apart(plain: str, blocks: tuple[Block, ...], span: Span | None) -> tuple[Block, ...]:
    """Blocks of which none reaches across an end of the span, which is a heading."""
    if span is None:
        return blocks
    return tuple(part for block in blocks for part in _parted(plain, block, span))


def _parted(plain: str, block: Block, span: Span) -> Iterator[Block]:
    edges = [block.start, *(edge for edge in span if block.start < edge < block.end), block.end]
    for start, end in pairwise(edges):
        words = trimmed(plain, start, end)
        if words is not None:
            kind = "heading" if (start, end) == span else block.kind
            yield msgspec.structs.replace(block, start=words[0], end=words[1], kind=kind)


def _blocks(plain: str, pieces: list[Piece], name: Callable[[Span], str]) -> Iterator[Block]:
    corners = {piece.spans[0]: piece.column for piece in pieces if piece.kind == "cell" and not piece.row}
    line: str | None = None  # the last one that belongs to no table, where it is short
    for piece in pieces:
        span = trimmed(plain, piece.spans[0][0], piece.spans[-1][1])
        if piece.kind != "cell":
            line = squeeze(plain[slice(*span)]) if span and span[1] - span[0] < LINE else None
        if span is not None:
            corner = _heading(corners.get(piece.row, ()), name) if piece.row else None
            yield Block(
                *span,
                kind=piece.kind,
                headings=tuple(filter(None, map(name, piece.headings))),
                row=(piece.row and name(piece.row)) or None,
                column=_heading(piece.column, name),
                above=tuple(filter(None, (line, corner))) if piece.row else (),
            )


def _heading(column: tuple[Span, ...], name: Callable[[Span], str]) -> str | None:
    return " · ".join(filter(None, map(name, column))) or None


def line_spans(text: str, start: int = 0) -> list[Span]:
    """Start and end of every line from `start` on, without its break; `\\r\\n`, `\\n` and `\\r` end lines."""
    spans = []
    for found in (_line_break() if "\r" in text else _new_line()).finditer(text, start):
        spans.append((start, found.start()))
        start = found.end()
    if start < len(text):
        spans.append((start, len(text)))
    return spans


def lower(text: str) -> str:
    """`text` in lower case and of the same length: one letter of Unicode would grow."""
    return text.replace("\u0130", "i").lower()


def squeeze(text: str) -> str:
    """Words with single spaces between them."""
    return " ".join(text.split())


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The span without white space at its ends; None where nothing is left."""
    words = text[start:end]
    stripped = words.rstrip()
    if not stripped:
        return None
    end = start + len(stripped)
    return end - len(stripped.lstrip()), end


@cache
def _new_line() -> re.Pattern[str]:
    return re.compile("\n")


@cache
def _line_break() -> re.Pattern[str]:
    return re.compile(r"\r\n|\n|\r")


@cache
def _numbering() -> re.Pattern[str]:
    return re.compile(r"\s*\d{1,2}(?:(?:\.\d{1,2})*[.)]\s+|(?:\.\d{1,2}){1,4}\s+(?=[A-Z])(?![BMT]r?illion))")
