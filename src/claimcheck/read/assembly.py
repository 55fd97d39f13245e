"""A text put together from a file that is none: blocks one below the other, each with the place it comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimcheck.model import BlockKind, Span
from claimcheck.read import furniture, inline, places
from claimcheck.read.columns import Columns
from claimcheck.read.structure import Outline, Parsed, Piece, finish, squeeze
from claimcheck.read.unreadable import UnreadableError

BETWEEN = " | "  # cells of a row in the text as read
MOST = 20_000_000  # characters; no text that a person wrote is longer


class Assembly:
    """The text so far, and what its stretches are."""

    def __init__(self) -> None:
        """Start with an empty text."""
        self.outline = Outline()
        self.title: str | None = None
        self._parts: list[str] = []
        self._length = 0
        self._pieces: list[Piece] = []
        self._places: list[tuple[int, str]] = []
        self._comments: list[Span] = []

    def place(self, name: str, ahead: int = 0) -> None:
        """What follows, `ahead` characters from here, stands at this place."""
        if not self._places or self._places[-1][1] != name:
            self._places.append((self._length + ahead, name))

    def block(self, words: str, kind: BlockKind = "paragraph") -> Span:
        """One block, an empty line below it."""
        span = self._add(words, "\n\n")
        self._pieces.append(Piece((span,), kind, self.outline.path))
        return span

    def heading(self, words: str, level: int) -> None:
        """A heading; the first one is the title."""
        self.title = self.title or squeeze(words)
        span = self._add(words, "\n\n")
        self.outline.enter(level, span)
        self._pieces.append(Piece((span,), "heading", self.outline.path))
        self.outline.below()

    def row(self, cells: Sequence[str], columns: Columns = (), header: bool = False) -> list[Span]:
        """A row of a table, a line; its first cell with words names it, `columns` are the headings above it."""
        spans: list[Span] = []
        label: Span | None = None
        for number, words in enumerate(cells):
            span = self._add(words, "\n" if number == len(cells) - 1 else BETWEEN)
            spans.append(span)
            column = columns[number] if number < len(columns) and not header else ()
            if words.strip():
                self._pieces.append(Piece((span,), "cell", self.outline.path, label, column))
                label = label if header else label or span
        return spans

    def comment(self, words: str) -> None:
        """A comment that speaks to claimcheck, on a line of its own."""
        self._comments.append(self._add(words, "\n"))

    def gap(self) -> None:
        """An empty line below a table."""
        self._add("", "\n")

    def words(self) -> list[str]:
        """The words of all blocks."""
        return "".join(self._parts).split("\n\n")[:-1]

    def parsed(self, fields: Mapping[str, str], counted: bool = False) -> Parsed:
        """All of it; `counted` gives each block its number as place where it has no other.

        Raises UnreadableError where there is no word in it.
        """
        text = "".join(self._parts)
        if not text.strip():
            raise UnreadableError("no text in it")
        plain, blocks = finish(text, self._pieces, _saved)
        found = dict(places.counted(text, blocks) if counted else ()) | dict(self._places)
        return Parsed(
            plain, blocks, self.title, dict(fields), tuple(self._comments), text, tuple(sorted(found.items()))
        )

    def _add(self, words: str, end: str) -> Span:
        start = self._length
        self._parts += (words, end)
        self._length += len(words) + len(end)
        if self._length > MOST:
            raise UnreadableError(f"holds more than {MOST // 1_000_000} million characters")
        return start, start + len(words)


def _saved(text: str) -> str:
    """A text without addresses and without the furniture of a saved page."""
    return furniture.page(inline.addresses(text))
