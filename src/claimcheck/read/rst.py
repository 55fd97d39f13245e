"""reStructuredText, read line by line: sections, lists, directives; what is no prose stays out."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.lexicon import documents
from claimcheck.model import BlockKind, Span
from claimcheck.read import comments, inline, rst_tables
from claimcheck.read.front import front_matter
from claimcheck.read.rst_lines import Line, Lines, region, rst_lines
from claimcheck.read.structure import Outline, Parsed, Piece, finish, title_of

CODE = "``"
DEEPEST = 20  # levels of indentation; what lies deeper is left out


def read(text: str) -> Parsed:
    """Blocks and plain text of a reStructuredText document."""
    fields, start = front_matter(text)
    walk = _Walk(text, rst_lines(text, start), fields)
    walk.body(0, len(walk.lines), "paragraph", 0)
    plain, blocks = finish(text, walk.pieces, inline.rst, CODE)
    title = title_of(text, plain, walk.title, inline.rst, CODE)
    return Parsed(plain, blocks, title, walk.fields, tuple(walk.comments))


class _Walk:
    """The pieces found so far, and the sections around the current line."""

    def __init__(self, text: str, lines: Lines, fields: dict[str, str]) -> None:
        self.text = text
        self.lines = lines
        self.fields = fields
        self.outline = Outline()
        self.within: tuple[Span, ...] = ()  # described things around the line, below the sections
        self.styles: list[str] = []  # of underlines, in the order of first use
        self.pieces: list[Piece] = []
        self.title: Span | None = None
        self.comments: list[Span] = []

    def body(self, index: int, stop: int, kind: BlockKind, depth: int) -> None:
        """Take the lines from `index` up to `stop`, all of one container."""
        if depth > DEEPEST:
            return
        base = next((line.indent for line in self.lines[index:stop] if line.words), 0)
        while index < stop:
            line = self.lines[index]
            if not line.words:
                index += 1
            elif line.indent > base:
                end = region(self.lines, index, stop, base + 1)
                self.body(index, end, "quote" if kind == "paragraph" else kind, depth + 1)
                index = end
            else:
                index = self._block(index, stop, kind, depth)

    def _block(self, index: int, stop: int, kind: BlockKind, depth: int) -> int:
        """Take one block that begins in a line and return the index behind it."""
        line = self.lines[index]
        words = self.text[line.start : line.end]
        if _explicit().match(words):
            return self._explicit(index, stop, kind, depth)
        after = self._heading(index, stop)
        if after:
            return after
        if rst_tables.begins(words):
            end, pieces = rst_tables.table(self.text, self.lines, index, stop, self._path)
            self.pieces += pieces
            return end
        if words.startswith(">>> "):
            return self._to_blank(index, stop)
        marker = _marker().match(words)
        if marker:
            return self._item(index, stop, marker.end(), depth)
        field = _field().match(words)
        if field:
            return self._field(index, stop, field, depth)
        return self._paragraph(index, stop, kind, depth)

    @property
    def _path(self) -> tuple[Span, ...]:
        return (*self.outline.path, *self.within)

    # --- sections, paragraphs, lists ---------------------------------------------------------------------

    def _heading(self, index: int, stop: int) -> int:
        """The index behind a heading or a rule that begins in a line, 0 where none does."""
        over = self._rule(index, stop)
        if over and not (self._words(index + 1, stop) and self._rule(index + 2, stop) == over):
            return index + 1
        at = index + 1 if over else index
        under = self._rule(at + 1, stop)
        title = self.lines[at]
        if not under or (not over and title.indent):
            return 0
        style = under + over
        if style not in self.styles:
            self.styles.append(style)
        span = (title.start, title.end)
        self.title = self.title or span
        self.outline.enter(self.styles.index(style), span)
        self.pieces.append(Piece((span,), "heading", self.outline.path))
        self.outline.below()
        return at + 2

    def _rule(self, index: int, stop: int) -> str:
        """The character of a line of punctuation, "" for any other line."""
        if index >= stop or self.lines[index].indent:
            return ""
        found = _rule().fullmatch(self.text, self.lines[index].start, self.lines[index].end)
        return found["mark"] if found else ""

    def _words(self, index: int, stop: int) -> bool:
        return index < stop and self.lines[index].words and not self._rule(index, stop)

    def _paragraph(self, index: int, stop: int, kind: BlockKind, depth: int) -> int:
        first = self.lines[index]
        end = index + 1
        while end < stop and self.lines[end].words and self.lines[end].indent == first.indent:
            end += 1
        spans = tuple((line.start, line.end) for line in self.lines[index:end])
        literal = self.text.endswith("::", *spans[-1])
        self.pieces.append(Piece(spans, kind, self._path))
        if literal:
            return region(self.lines, end, stop, first.indent + 1)
        if (
            end < stop
            and end == index + 1
            and self.lines[end].words
            and self.lines[end].indent > first.indent
        ):
            return self._described(spans[0], end, stop, first.indent, depth)
        return end

    def _described(self, term: Span, index: int, stop: int, indent: int, depth: int) -> int:
        """The definition below a term, with the term as its subject."""
        end = region(self.lines, index, stop, indent + 1)
        outer, self.within = self.within, (*self.within, term)
        self.body(index, end, "paragraph", depth + 1)
        self.within = outer
        return end

    def _item(self, index: int, stop: int, width: int, depth: int) -> int:
        line = self.lines[index]
        self.lines[index] = Line(line.begin, line.start + width, line.end, line.indent + width)
        end = region(self.lines, index + 1, stop, line.indent + 1)
        self.body(index, end, "item", depth + 1)
        return end

    def _field(self, index: int, stop: int, found: re.Match[str], depth: int) -> int:
        """A field and its value; above all text it is one of the document."""
        line = self.lines[index]
        end = region(self.lines, index + 1, stop, line.indent + 1)
        value = (line.start + found.start("value"), line.end)
        if not self.pieces or all(piece.kind == "heading" for piece in self.pieces):
            self.fields.setdefault(found["name"].lower(), self.text[slice(*value)])
            return end
        name = (line.start + found.start("name"), line.start + found.end("name"))
        below = min(self._to_blank(index, stop), end)
        rest = ((line.start, line.end) for line in self.lines[index + 1 : below])
        self.pieces.append(Piece((name, value, *rest), "item", self._path))
        self.body(below, end, "item", depth + 1)
        return end

    def _to_blank(self, index: int, stop: int) -> int:
        while index < stop and self.lines[index].words:
            index += 1
        return index

    # --- explicit markup ---------------------------------------------------------------------------------

    def _explicit(self, index: int, stop: int, kind: BlockKind, depth: int) -> int:
        """A directive, footnote, target, substitution or comment."""
        line = self.lines[index]
        end = region(self.lines, index + 1, stop, line.indent + 1)
        note = _note().match(self.text, line.start, line.end)
        if note:
            self.lines[index] = Line(line.begin, note.end(), line.end, line.indent + 3)
            self.body(index, end, kind, depth + 1)
            return end
        if comments.rst(self.text, line.start, line.end):
            self.comments.append((line.start, line.end))
        found = _directive().match(self.text, line.start, line.end)
        if found:
            self._directive(found, index, end, kind, depth)
        return end

    def _directive(self, found: re.Match[str], index: int, end: int, kind: BlockKind, depth: int) -> None:
        name = found["name"].lower().rpartition(":")[2]
        directives = documents.table().rst
        argument = found.span("argument") if found["argument"] else (found.end(), found.end())
        first, options = self._options(index + 1, end)
        if name == "list-table":
            self.pieces.append(Piece((argument,), "caption", self._path))
            self.pieces += rst_tables.list_table(self.text, self.lines, first, end, self._path, options)
        elif name in directives.objects:
            self.pieces.append(Piece((argument,), "heading", self._path))
            self._described(argument, first, end, self.lines[index].indent, depth)
        elif name in directives.quotes:
            self.body(first, end, "quote", depth + 1)
        elif name in directives.prose or name == "table":
            if name in directives.versions:
                version = (found["argument"] or "").split(" ", 1)[0]
                argument = (argument[0] + len(version), argument[1])
            self.pieces.append(Piece((argument,), kind, self._path))
            self.body(first, end, kind, depth + 1)

    def _options(self, index: int, end: int) -> tuple[int, dict[str, str]]:
        """The index behind the options of a directive, and the options."""
        options: dict[str, str] = {}
        while index < end and self.lines[index].words:
            line = self.lines[index]
            found = _field().match(self.text[line.start : line.end])
            if not found:
                break
            options[found["name"]] = found["value"]
            index += 1
        return index, options


@cache
def _explicit() -> re.Pattern[str]:
    return re.compile(r"\.\.(?:\s|\Z)|__ ")


@cache
def _directive() -> re.Pattern[str]:
    return re.compile(
        r"\.\.[ \t]+(?P<name>[A-Za-z][\w:.+-]*?)[ \t]?::(?:[ \t]+(?P<argument>.*)|(?!.))", re.DOTALL
    )


@cache
def _note() -> re.Pattern[str]:
    return re.compile(r"\.\.[ \t]+\[[^\]]{1,60}\][ \t]+")


@cache
def _rule() -> re.Pattern[str]:
    return re.compile(r"(?P<mark>[!-/:-@\[-`{-~])(?P=mark){2,}")


@cache
def _marker() -> re.Pattern[str]:
    return re.compile(r"(?:[-*+•‣⁃]|\(?(?:\d{1,3}|[a-z]|\#|[ivxlc]{2,6})[.)])[ \t]+(?=\S)|\|[ \t]+(?=\S)")


@cache
def _field() -> re.Pattern[str]:
    return re.compile(r":(?P<name>(?![\s:`])[^:`]{1,80}):(?:[ \t]+|\Z)(?P<value>.*)", re.DOTALL)
