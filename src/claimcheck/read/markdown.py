"""Markdown: prose is what the block parser calls inline content; all else is blank."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from claimcheck.model import BlockKind, Span
from claimcheck.read import comments, furniture, inline
from claimcheck.read.columns import Columns, is_second, joined
from claimcheck.read.front import front_matter
from claimcheck.read.structure import Outline, Parsed, Piece, finish, line_spans, title_of, trimmed

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

CODE = "`"
DEEPEST = 6  # admonitions inside each other
BLOCK_TAGS = (
    "article|aside|blockquote|br|caption|center|dd|details|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li"
    "|main|nav|ol|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul"
)


def read(text: str) -> Parsed:
    """Blocks and plain text of a Markdown document."""
    fields, start = front_matter(text)
    walk = _Walk(text, line_spans(text, start), Outline())
    tokens = _parser().parse(text[start:])
    walk.tokens(tokens)
    plain, blocks = finish(text, walk.pieces, _mask, CODE)
    spoken = comments.markdown(text, walk.lines, tokens)
    return Parsed(plain, blocks, title_of(text, plain, walk.title, _mask, CODE), fields, spoken)


class _Walk:
    """The pieces found so far, and what is open around the current token."""

    def __init__(self, text: str, lines: list[Span], outline: Outline, depth: int = 0) -> None:
        self.text = text
        self.lines = lines
        self.outline = outline
        self.depth = depth
        self.pieces: list[Piece] = []
        self.title: Span | None = None
        self.around: list[BlockKind] = []
        self.level = 0  # of the heading that is open
        self.cells: Iterator[Span] | None = None  # of the table row that is open
        self.columns: Columns = ()  # headings of the table that is open
        self.rows = 0  # of it so far
        self.column = 0
        self.row: Span | None = None
        self.header = False
        self.admonition = False

    def tokens(self, tokens: Iterable[Token]) -> None:
        """Take the tokens in order."""
        for token in tokens:
            match token.type:
                case "inline":
                    self._prose(token)
                case "heading_open":
                    self.level = int(token.tag[1:])
                case "heading_close":
                    self.level = 0
                    self.outline.below()
                case "blockquote_open" | "list_item_open":
                    self.around.append(self._container(token))
                case "blockquote_close" | "list_item_close":
                    self.around.pop()
                case "thead_open" | "tr_open" | "tr_close":
                    self._table(token)
                case "html_block":
                    self._html(token)
                case "code_block":
                    self._indented(token)

    def _container(self, token: Token) -> BlockKind:
        if token.type == "list_item_open":
            return "item"
        start, end = self.lines[_map(token)[0]]
        # An alert such as [!NOTE] speaks in the voice of the document itself.
        return "paragraph" if _alert().search(self.text, start, end) else "quote"

    def _prose(self, token: Token) -> None:
        if self.cells is not None:
            self._cell()
            return
        spans = tuple(self._spans(token))
        if not spans:
            return
        kind = self.around[-1] if self.around else "paragraph"
        if self.level:
            kind = "heading"
            self._heading((spans[0][0], spans[-1][1]))
        self.admonition = bool(_admonition().match(token.content))
        self.pieces.append(Piece(spans, kind, self.outline.path))

    def _heading(self, span: Span) -> None:
        if self.title is None:
            self.title = span
        self.outline.enter(self.level, span)

    def _spans(self, token: Token) -> Iterator[Span]:
        first, last = _map(token)
        for (start, end), words in zip(self.lines[first:last], token.content.split("\n"), strict=False):
            words = words.strip()
            at = self.text.rfind(words, start, end) if words else -1
            if at >= 0:
                yield at, at + len(words)
            elif words:
                yield start, end

    def _table(self, token: Token) -> None:
        match token.type:
            case "thead_open":
                self.columns, self.rows = (), 0
            case "tr_open":
                cells = list(self._row_cells(_map(token)[0]))
                words = [self.text[slice(*cell)] for cell in cells]
                self.header = self.rows == 0 or (self.rows == 1 and is_second(words))
                if self.header:
                    self.columns = joined(self.columns, cells)
                self.cells, self.column, self.row = iter(cells), 0, None
            case "tr_close":
                self.cells = None
                self.rows += 1

    def _row_cells(self, line: int) -> Iterator[Span]:
        start, end = self.lines[line]
        start = _row_start().match(self.text, start, end).end()  # type: ignore[union-attr]
        for found in _row_cell().finditer(self.text, start, end):
            yield found.span("cell")

    def _cell(self) -> None:
        span = next(self.cells or iter(()), None)
        if span is None:
            return
        headed = not self.header and self.column < len(self.columns)
        column = self.columns[self.column] if headed else ()
        self.column += 1
        words = trimmed(self.text, *span)
        if words:
            self.pieces.append(Piece((words,), "cell", self.outline.path, self.row, column))
            if not self.header:
                self.row = self.row or words  # the first cell that is not empty

    def _html(self, token: Token) -> None:
        first, last = _map(token)
        start, end = self.lines[first][0], self.lines[last - 1][1]
        kind = self.around[-1] if self.around else "paragraph"
        for found in _between_tags().split(self.text[start:end]):
            if found.strip():
                self.pieces.append(Piece(((start, start + len(found)),), kind, self.outline.path))
            start += len(found)

    def _indented(self, token: Token) -> None:
        """Code, or the body of an admonition whose marker stands above it."""
        if not self.admonition or self.depth >= DEEPEST:
            return
        first, last = _map(token)
        inner = _Walk(self.text, self.lines[first:last], self.outline, self.depth + 1)
        inner.tokens(_parser().parse(token.content))
        self.pieces += inner.pieces


def _mask(text: str) -> str:
    return furniture.markup(inline.markdown(text))


def _map(token: Token) -> tuple[int, int]:
    first, last = token.map or (0, 0)
    return first, last


@cache
def _parser() -> MarkdownIt:
    # Imported here: a run without Markdown files never pays for it.
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table").disable(["inline", "text_join"])


@cache
def _alert() -> re.Pattern[str]:
    return re.compile(r">[ \t]*\[![A-Za-z]+\]")


@cache
def _admonition() -> re.Pattern[str]:
    return re.compile(r'(?:!!!|\?\?\?\+?|===)[ \t]+["\w]')


@cache
def _row_start() -> re.Pattern[str]:
    return re.compile(r"[\s>]*\|?")


@cache
def _row_cell() -> re.Pattern[str]:
    return re.compile(r"(?P<cell>(?:[^|\\]|\\.?)*+)\|?", re.DOTALL)


@cache
def _between_tags() -> re.Pattern[str]:
    # The tags that begin or end a block: what stands on both sides is not one sentence.
    return re.compile(rf"(?=</?(?:{BLOCK_TAGS})\b)", re.IGNORECASE)
