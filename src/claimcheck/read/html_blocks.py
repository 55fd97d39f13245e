"""The elements of HTML become the blocks of a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from claimcheck.model import BlockKind, Span
from claimcheck.read import columns, comments, html_pre, inline
from claimcheck.read.assembly import Assembly
from claimcheck.read.html_walk import Node, below
from claimcheck.read.raised import raised

if TYPE_CHECKING:
    from resiliparse.parse.html.node import ElementNode

LONGEST_CELL = 400  # characters; a table with longer ones only arranges the page
SILENT = frozenset({
    "canvas", "del", "head", "iframe", "math", "noscript", "object", "option", "pre", "s", "script", "select",
    "strike", "style", "svg", "template", "textarea", "title", "video", "audio",
})  # fmt: skip
CODE = frozenset({"code", "kbd", "samp", "tt", "var"})
KINDS: dict[str, BlockKind] = {
    "li": "item", "dt": "item", "dd": "item", "blockquote": "quote", "figcaption": "caption", "caption": "caption",
}  # fmt: skip
HEADINGS = {f"h{level}": level for level in range(1, 7)}
BLOCKS = frozenset({
    "address", "article", "aside", "body", "center", "details", "div", "dl", "fieldset", "figure", "footer", "form",
    "header", "hr", "html", "label", "legend", "main", "nav", "ol", "p", "pre", "section", "summary", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "ul", *KINDS, *HEADINGS,
})  # fmt: skip
BACKTICK = "`"
NOTES = ("footnote-", "endnote-")  # names of notes that were at the foot of a page


class Blocks:
    """The blocks found so far, and what is open around the current node."""

    def __init__(
        self,
        wanted: Callable[[ElementNode], bool],
        apart: list[str] | None = None,
        preformatted: bool = False,
    ) -> None:
        """Start with an empty text; `wanted` tells which elements belong to it, `apart` takes its comments, if any.

        Preformatted parts are code unless they are the text of the page.
        """
        self.assembly = Assembly()
        self.wanted = wanted
        self._apart = apart
        self._preformatted = preformatted
        self._words: list[str] = []  # of the block that is open
        self._kinds: list[BlockKind] = []
        self._level = 0  # of the heading that is open
        self._notes = 0

    def walk(self, root: Node) -> None:
        """Take a node and all that it holds."""
        depth, node = 0, root
        while True:
            below = node.first_child if self._enter(node) else None
            if below is not None:
                depth, node = depth + 1, below
                continue
            while node.next_sibling is None or not depth:
                if not depth:
                    self.flush()
                    return
                depth, node = depth - 1, node.parent
                self._leave(node)
            node = node.next_sibling

    def _enter(self, node: Node) -> bool:
        """Takes what stands before the children of a node; True where they are to be taken, too."""
        name = _name(node)
        if name == "#text":
            self._words.append(node.value)
        elif name == "#comment":
            self._comment(node.value)
        elif name in SILENT or name.startswith("#"):
            if name in BLOCKS:
                self.flush()
            if name == "pre" and self._preformatted:
                self._words.append("\v\v".join(html_pre.paragraphs(node.text)))
                self.flush()
        elif name == "br":
            self._break()
        elif name == "sup":
            self._raise(node)
        elif name in CODE:
            self._words.append(_code(node.text))
        else:
            return self._element(node, name)
        return False

    def _element(self, node: Node, name: str) -> bool:
        if not self.wanted(node):
            self.flush()
            return False
        if name in BLOCKS:
            self.flush()
        if name == "table" and (rows := _rows(node)):
            self._table(node, rows)
            return False
        if name in KINDS:
            self._kinds.append(KINDS[name])
            if name == "li" and (node.id or "").startswith(NOTES):
                self._notes += 1
                self.assembly.place(f"note {self._notes}")
        self._level = HEADINGS.get(name, self._level)
        if node.first_child is None:
            self._leave(node)
        return True

    def _leave(self, node: Node) -> None:
        name = _name(node)
        if name in BLOCKS:
            self.flush()
        if name in KINDS:
            self._kinds.pop()
        if name in HEADINGS:
            self._level = 0

    def flush(self) -> None:
        """The open block ends."""
        found = _empty_line().split("".join(self._words))
        self._words = []
        for words in filter(None, map(clean, found)):
            if self._level:
                self.assembly.heading(words, self._level)
            else:
                self.assembly.block(words, self._kinds[-1] if self._kinds else "paragraph")

    def _comment(self, words: str) -> None:
        if comments.speaks(words):
            if comments.divides(words):
                self.flush()
            comment = f"<!--{words.replace(chr(10), ' ')}-->"
            if self._apart is None:
                self.assembly.comment(comment)
            else:
                self._apart.append(comment)

    def _break(self) -> None:
        """A line that ends a sentence ends the block, and so does an empty one; any other goes on."""
        if _stop().search("".join(self._words[-3:])):
            self.flush()
        self._words.append("\v")

    def _raise(self, node: Node) -> None:
        """Raised text: the end of a unit, a power with the number that it is raised above, or a mark of a note."""
        words = clean(node.text)
        before = "".join(self._words[-3:])
        if not words.isdigit():
            self._words.append("" if words.strip("[]()*†‡").isdigit() else words)
        elif below(node, "a"):
            return
        elif before[-1:].isdigit():
            self._words = ["".join(self._words).rstrip("0123456789.,")]
        else:
            self._words.append(raised(before, words))

    def _table(self, node: Node, rows: list[list[Node]]) -> None:
        for caption in below(node, "caption"):
            if words := clean(caption.text):
                self.assembly.block(words, "caption")
        first = columns.heads([[cell.text for cell in row] for row in rows[:3]])
        above: columns.Columns = ()
        headed = False  # where the row before was one of headings
        for number, row in enumerate(rows):
            apart: list[str] = []
            cells = [words for cell in row for words in _spread(cell, apart)]
            for comment in apart:  # above the line of its row, which cells share
                self.assembly.comment(comment)
            header = number < first or all(cell.tag == "th" for cell in row)
            spans = self.assembly.row(cells, above, header)
            if header and len(row) > 1:  # one cell over all columns heads none of them
                above = columns.joined(above if headed else (), _covering(row, spans, len(above)))
                headed = True
            headed = headed and header
        self.assembly.gap()


def clean(words: str) -> str:
    """Words with single spaces between them; spaces that do not break stay, marks for hyphens go."""
    return _space().sub(" ", _invisible().sub("", words)).strip(" ")


def _name(node: Node) -> str:
    """The name of a node; the library gives a frameset none."""
    return (node.node_name or "").lower()


def _rows(table: Node) -> list[list[Node]]:
    """The cells of a table of data, row by row; none of one that only arranges the page."""
    if table.getattr("role") == "presentation" or table.query_selector("table") is not None:
        return []
    rows = [_cells(row) for row in below(table, "tr")]
    rows = [row for row in rows if row]
    if len(rows) < 2 or max(map(len, rows)) < 2:
        return []
    longest = max(len(cell.text) for row in rows for cell in row)
    return rows if longest <= LONGEST_CELL else []


def _cells(row: Node) -> list[Node]:
    return [cell for cell in row.children if cell.tag in ("td", "th")]


def _spread(cell: Node, apart: list[str]) -> Iterator[str]:
    """The words of a cell, its comments laid `apart`, and an empty one for each further column that it covers."""
    inner = Blocks(lambda node: True, apart)
    inner.walk(cell)
    yield " ".join(inner.assembly.words())
    yield from [""] * (_width(cell) - 1)


def _width(cell: Node) -> int:
    """How many columns a cell covers."""
    covered = cell.getattr("colspan") or ""
    return max(1, min(int(covered), 100)) if covered.isdigit() and len(covered) < 5 else 1


def _covering(row: list[Node], spans: list[Span], wide: int) -> list[Span | None]:
    """The cell that heads each column; a row with too few stands below the last ones of a `wide` one."""
    cells = iter(spans)
    found: list[Span | None] = []
    for cell in row:
        first, *covered = islice(cells, _width(cell))
        found += [first] * (1 + len(covered))
    return [None] * (wide - len(found)) + found


def _code(words: str) -> str:
    """Code that reads as words; other code is none."""
    return inline.code(f"`{words.replace(BACKTICK, '')}`", _quoted()).strip()


@cache
def _quoted() -> re.Pattern[str]:
    return re.compile(f"{BACKTICK}(?P<body>[^{BACKTICK}]*){BACKTICK}")


@cache
def _digit() -> re.Pattern[str]:
    return re.compile(r"\d")


@cache
def _space() -> re.Pattern[str]:
    return re.compile(r"[ \t\r\n\f\v]+")


@cache
def _invisible() -> re.Pattern[str]:
    return re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")


@cache
def _stop() -> re.Pattern[str]:
    return re.compile(r"""[.!?:…]["'”’»)\]]*\s*\Z""")


@cache
def _empty_line() -> re.Pattern[str]:
    return re.compile(r"\v\s*\v")
